"""JSONL, one document a line; and JSON with one document or a list of them.

Keys the contract does not know are ignored, so that a file may carry what other tools need.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterator
from typing import Any

from mtqa.document import Document, Problem, Segment
from mtqa.readers.base import ReadError, ReadOptions, has_text
from mtqa.readers.dates import parse_date
from mtqa.readers.input import Input
from mtqa.readers.text import document_from_text

#: Broken lines at the start of a file after which it is given up as no JSONL at all.
_GIVE_UP = 10


def read_jsonl(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """One document a line; a line that cannot be used is a Problem, and the others still come."""
    broken = 0
    good = False
    for number, line in file.lines():
        try:
            if isinstance(line, ReadError):
                raise line
            if not line.strip():
                continue
            yield document_from_record(parse(line.rstrip("\r\n"), number), file.path, options, line=number)
            good = True
        except ReadError as error:
            error.line = error.line or number
            yield error.problem(file.path)
            broken += 1
            if broken == _GIVE_UP and not good:
                raise ReadError(f"gave up: none of the first {broken} lines is a document; is this JSONL?") from None


def parse(text: str, line: int = 1) -> Any:
    """JSON value of a text.

    Raises:
        ReadError: with line and column.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise json_error(error, line) from None
    except RecursionError:
        raise ReadError("JSON nested too deeply", line) from None
    except ValueError:  # a number of thousands of digits
        raise ReadError("JSON with a number too long to read", line) from None


def json_error(error: json.JSONDecodeError, line: int = 1) -> ReadError:
    """A JSON error as ours; `line` is that of the text's first character."""
    what = error.msg[:1].lower() + error.msg[1:]
    return ReadError(f"broken JSON: {what}; write one complete JSON value", line + error.lineno - 1, error.colno)


def document_from_record(
    record: object, path: str, options: ReadOptions, *, line: int | None = None, entry: int | None = None
) -> Document:
    """A document from a JSON object: {"id", "segments": [{"target", "source"?, "reference"?}], "title"?, …} or
    {"id", "text", "title"?, …}.

    Raises:
        ReadError: wrong types, missing keys.
    """
    try:
        return _document(record, path, options, line, entry)
    except ReadError as error:
        error.line, error.entry = line, entry
        raise


def _document(record: object, path: str, options: ReadOptions, line: int | None, entry: int | None) -> Document:
    if not isinstance(record, dict):
        raise ReadError(f'expected a document {{"id": …, "text" or "segments": …}}, found {kind(record)}')
    id = record.get("id")
    if isinstance(id, int) and not isinstance(id, bool):
        id = str(id)
    if id is None:
        raise ReadError('no "id": give every document its own')
    if not isinstance(id, str) or not id.strip():
        raise ReadError(f'"id" must be a string that is not empty, found {kind(id)}')
    string(record, "id")
    title, link = string(record, "title"), string(record, "link")
    if "text" in record and "segments" in record:
        raise ReadError('both "text" and "segments": give one of them')
    if "segments" in record:
        segments = _segments(record["segments"], title, line)
        date = None
    elif "text" in record:
        text = string(record, "text")
        made = document_from_text(text or "", title=title)
        segments = [
            dataclasses.replace(segment, line=line, column=None, element=segment.element or "text")
            for segment in made.segments
        ]
        title, date = made.title, made.date
    else:
        raise ReadError('no "text" and no "segments": give one of them')
    return Document(
        id,
        tuple(segments) or (Segment("", line=line),),
        path=path,
        title=title,
        language=string(record, "language") or options.language,
        source_language=string(record, "source_language") or options.source_language,
        date=_date(record) or date,
        entry=entry,
        link=link,
    )


def _segments(value: object, title: str | None, line: int | None) -> list[Segment]:
    if not isinstance(value, list):
        raise ReadError(f'"segments" must be a list, found {kind(value)}')
    segments = []
    for index, item in enumerate(value):
        where = f"segments[{index}]"
        if not isinstance(item, dict):
            raise ReadError(f'{where} must be an object {{"target": …}}, found {kind(item)}')
        target = string(item, "target", where)
        if target is None:
            raise ReadError(f'{where} has no "target"')
        segments.append(
            Segment(
                target.replace("\r\n", "\n").replace("\r", "\n"),
                source=string(item, "source", where),
                reference=string(item, "reference", where),
                line=line,
                element=f"{where}.target",
            )
        )
    if title is not None and has_text(title):
        if segments and segments[0].target.strip() == title.strip():
            segments[0] = dataclasses.replace(segments[0], kind="headline")
        else:  # last, so that the indexes of the input hold
            segments.append(Segment(title, kind="headline", line=line, element="title"))
    return segments


def _date(record: dict[str, object]) -> datetime.date | None:
    text = string(record, "date")
    if text is None or not text.strip():
        return None
    date = parse_date(text)
    if date is None:
        raise ReadError(f'"date" is {text[:40]!r}: write it as YYYY-MM-DD')
    return date


def string(record: dict[str, object], key: str, where: str = "") -> str | None:
    """A string or null of a record.

    Raises:
        ReadError: another type, or half a character (a lone surrogate), which no file can hold.
    """
    value = record.get(key)
    name = f'{where + ": " if where else ""}"{key}"'
    if value is None or (key == "id" and isinstance(value, int)):
        return None
    if not isinstance(value, str):
        raise ReadError(f"{name} must be a string, found {kind(value)}")
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            half = f"\\u{ord(value[error.start]):04x}"
            raise ReadError(f"{name} holds half a character ({half} alone): export it anew") from None
    return value


def kind(value: object) -> str:
    """What a JSON value is, in words."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    names = {str: "a string", int: "a number", float: "a number", list: "a list", dict: "an object"}
    if value == "" or value == [] or value == {}:
        return f"{names[type(value)]} that is empty"
    return names[type(value)]
