"""JSON Feed, and JSON with one document or a list of them: read entry by entry, so that each has its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from mtqa.analysis.dates import parse_date
from mtqa.document import Document, Problem, Segment
from mtqa.lazy import regex
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.entry import Part, entry_segments, with_original
from mtqa.readers.fields import of_record, offer
from mtqa.readers.input import Input
from mtqa.readers.jsonl import document_from_record, json_error, kind, string

_WHITE = regex(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


def read_json(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """One document, or a list of documents, with the keys of JSONL."""
    text = file.text()
    start = _skip(text, 0)
    if text[start : start + 1] == "[":
        scanner = _Scanner(text)
        yield from _entries(
            _offered(scanner.items(start), file, options),
            file.path,
            lambda record, line, entry: document_from_record(record, file.path, options, line=line, entry=entry),
        )
        scanner.finish()
        return
    scanner = _Scanner(text)
    record, end = scanner.value(start)
    if options.keep and isinstance(record, dict):
        offer(file.offered, record)
    yield document_from_record(record, file.path, options, line=scanner.line(start))
    scanner.end = end
    scanner.finish()


def read_jsonfeed(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """Entries of a JSON Feed."""
    scanner = _Scanner(file.text())
    start = _skip(scanner.text, 0)
    if scanner.text[start : start + 1] != "{":
        raise ReadError("not a JSON Feed: it must be one object", scanner.line(start))
    top: dict[str, Any] = {}
    found = False
    # the language may stand after the items, so the entries wait for the end of the feed
    late: ReadError | None = None
    waiting: list[tuple[object, int]] = []
    try:
        for key, position in scanner.keys(start):
            if key == "items" and scanner.text[position : position + 1] == "[":
                found = True
                for item in scanner.items(position):
                    waiting.append(item)  # noqa: PERF402 (what came before an error must stay)
            else:
                top[key], scanner.end = scanner.value(position)
        scanner.finish()
    except ReadError as error:
        late = error
    language = top.get("language")
    default = language if isinstance(language, str) and language.isascii() and language.strip() else options.language
    if late is None and not found:
        raise ReadError('not a JSON Feed: no list "items"')
    yield from _entries(
        _offered(iter(waiting), file, options),
        file.path,
        lambda record, line, entry: _document(record, line, entry, file.path, options, default),
    )
    if late is not None:
        raise late


def _offered(items: Iterator[tuple[object, int]], file: Input, options: ReadOptions) -> Iterator[tuple[object, int]]:
    """The items, their fields remembered where some are to be kept."""
    for record, line in items:
        if options.keep and isinstance(record, dict):
            offer(file.offered, record)
        yield record, line


def _entries(
    items: Iterator[tuple[object, int]], path: str, make: Callable[[object, int, int], Document]
) -> Iterator[Document | Problem]:
    for entry, (record, line) in enumerate(items, 1):
        try:
            yield make(record, line, entry)
        except ReadError as error:
            error.line, error.column, error.entry = line, None, entry
            yield error.problem(path)


def _document(item: object, line: int, entry: int, path: str, options: ReadOptions, language: str) -> Document:
    if not isinstance(item, dict):
        raise ReadError(f"an item must be an object, found {kind(item)}")
    title = string(item, "title")
    content = None
    if html := string(item, "content_html"):
        content = Part("content_html", html, "html", line)
    elif text := string(item, "content_text"):
        content = Part("content_text", text, "text", line)
    summary = string(item, "summary")
    segments = entry_segments(
        Part("title", title, "text", line) if title else None,
        [Part("summary", summary, "text", line)] if summary else [],
        content,
    )
    link = string(item, "url") or string(item, "external_url")
    id = item.get("id")
    string(item, "id")
    date = string(item, "date_published") or string(item, "date_modified")
    language = string(item, "language") or language
    heading = " ".join(title.split()) or None if title else None
    heading, segments, source_language = with_original(heading, segments, language, options)
    return Document(
        str(id).strip() if id not in (None, "") else link or f"{path}#{entry}",
        tuple(segments) or (Segment("", line=line),),
        path=path,
        title=heading,
        language=language,
        source_language=source_language,
        date=parse_date(date) if date else None,
        entry=entry,
        link=link,
        fields=of_record(item, options.keep),
    )


def _skip(text: str, position: int) -> int:
    match = _WHITE.match(text, position)
    return match.end() if match else position


class _Scanner:
    """Walks through the outer level of a JSON text; inner values are left to the json module.

    Attributes:
        text: the whole.
        end: where the last value ended.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = 0
        self._counted = (0, 1)

    def line(self, position: int) -> int:
        """1-based line of a position; cheap for positions that grow."""
        before, line = self._counted
        if position < before:
            before, line = 0, 1
        line += self.text.count("\n", before, position)
        self._counted = (position, line)
        return line

    def value(self, position: int) -> tuple[Any, int]:
        """The value at a position, and where it ends."""
        try:
            return _DECODER.raw_decode(self.text, position)
        except json.JSONDecodeError as error:
            raise json_error(error) from None
        except RecursionError:
            raise ReadError("JSON nested too deeply", self.line(position)) from None
        except ValueError:
            raise ReadError("JSON with a number too long to read", self.line(position)) from None

    def items(self, position: int) -> Iterator[tuple[object, int]]:
        """Values of the list at a position with their lines; sets `end` behind the list."""
        position = _skip(self.text, position + 1)
        if self.text[position : position + 1] == "]":
            self.end = position + 1
            return
        while True:
            line = self.line(position)
            value, position = self.value(position)
            yield value, line
            position = self._next(position, "]")
            if self.text[position - 1] == "]":
                self.end = position
                return
            position = _skip(self.text, position)

    def keys(self, position: int) -> Iterator[tuple[str, int]]:
        """Keys of the object at a position and where their values begin; the caller sets `end` behind each."""
        position = _skip(self.text, position + 1)
        if self.text[position : position + 1] == "}":
            self.end = position + 1
            return
        while True:
            if self.text[position : position + 1] != '"':
                raise self._error("a key in double quotes", position)
            key, position = self.value(position)
            position = _skip(self.text, position)
            if self.text[position : position + 1] != ":":
                raise self._error("':'", position)
            yield key, _skip(self.text, position + 1)
            position = self._next(self.end, "}")
            if self.text[position - 1] == "}":
                self.end = position
                return
            position = _skip(self.text, position)

    def finish(self) -> None:
        """Nothing may follow the value."""
        position = _skip(self.text, self.end)
        if position < len(self.text):
            raise self._error("the end of the file", position)

    def _next(self, position: int, close: str) -> int:
        position = _skip(self.text, position)
        if self.text[position : position + 1] not in (",", close):
            raise self._error(f"',' or '{close}'", position)
        return position + 1

    def _error(self, expected: str, position: int) -> ReadError:
        column = position - self.text.rfind("\n", 0, position)
        what = "it breaks off" if position >= len(self.text) else f"found {self.text[position]!r}"
        return ReadError(f"broken JSON: expected {expected}, {what}", self.line(position), column)
