"""XML that programs write for programs, such as XLIFF: read strictly, as a stream, nothing expanded or fetched."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from html.entities import html5
from typing import Protocol
from xml.parsers import expat

from mtqa.document import Document, Problem
from mtqa.lazy import regex
from mtqa.readers.base import MAX_ENTRY, ReadError
from mtqa.readers.input import Input

#: Elements inside elements, beyond any honest file.
_MAX_DEPTH = 200
_ENCODING = regex(r"<\?xml\s[^>]{0,99}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
_FIRST = "\ufeff \t\r\n"


class Place(Protocol):
    """Where the parser is in the file; from 1 in lines and columns."""

    @property
    def line(self) -> int:
        """Line."""

    @property
    def column(self) -> int:
        """Column, in code points."""

    @property
    def byte(self) -> int:
        """Bytes of UTF-8 before it."""


class Handler(Protocol):
    """Who takes what the file holds. Documents that are complete wait in `ready`."""

    ready: deque[Document | Problem]

    @property
    def unit(self) -> str:
        """The id of the unit that is open, if any."""

    def start(self, name: str, attributes: dict[str, str], place: Place) -> None:
        """A tag that opens an element."""

    def end(self, name: str, place: Place) -> None:
        """The tag that closes it, or the end of an empty one."""

    def text(self, data: str, place: Place) -> None:
        """A piece of text."""

    def finish(self) -> None:
        """The file is at its end, or breaks off; what was read so far is to be given."""


class Reader:
    """Gives what a file holds to a handler.

    Args:
        file: at its beginning.
        handler: takes it.
    """

    def __init__(self, file: Input, handler: Handler) -> None:
        self._file = file
        self._handler = handler
        self._depth = 0
        self._fed = self._seen = 0
        self._before = 0
        parser = expat.ParserCreate()
        parser.buffer_text = False  # else a text comes with the place of what follows it
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        self._parser = parser

    @property
    def line(self) -> int:
        """1-based line of what is taken now."""
        return self._parser.CurrentLineNumber + self._before

    @property
    def column(self) -> int:
        """1-based column, in code points."""
        return self._parser.CurrentColumnNumber + 1

    @property
    def byte(self) -> int:
        """Bytes of UTF-8 before it."""
        return self._parser.CurrentByteIndex

    def documents(self) -> Iterator[Document | Problem]:
        """Documents as they are complete; those before a break still come.

        Raises:
            ReadError: broken XML, an entity declared, what is too large or too deep; with the place.
        """
        match = _ENCODING.search(self._file.head[:1000].decode("latin-1"))
        encoding, _ = self._file.encoding(match[1] if match else "")
        chunks = self._file.chunks(encoding)
        ready = self._handler.ready
        failure: ReadError | None = None
        first = True
        while failure is None:
            try:
                chunk = next(chunks, None)
                if first and chunk is not None:
                    rest = chunk.lstrip(_FIRST)
                    self._before += chunk.count("\n", 0, len(chunk) - len(rest))
                    first, chunk = not rest, rest
                self._feed(chunk)
            except ReadError as error:
                failure = error
            if failure is not None or chunk is None:
                self._handler.finish()
            while ready:
                yield ready.popleft()
            if chunk is None:
                break
        if failure is not None:
            raise failure

    def _feed(self, chunk: str | None) -> None:
        self._fed += len(chunk or "")
        if self._fed - self._seen > MAX_ENTRY:
            raise ReadError(f"a tag or comment larger than {MAX_ENTRY >> 20} MiB: get the file anew", self.line)
        try:
            self._parser.Parse(chunk or "", chunk is None)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code) or "not well-formed"
            if what in ("no element found", "unclosed token", "unclosed CDATA section"):
                what = "it breaks off here"
            unit = f" in unit {self._handler.unit[:80]!r}" if self._handler.unit else ""
            raise ReadError(
                f"broken XML: {what}{unit}; the units before were read: get the file anew, or mend this place",
                error.lineno + self._before,
                error.offset + 1,
            ) from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._seen = self._fed
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise ReadError("elements nested too deeply to be read", self.line)
        self._handler.start(name, attributes, self)

    def _end(self, name: str) -> None:
        self._seen = self._fed
        self._depth -= 1
        self._handler.end(name, self)

    def _text(self, data: str) -> None:
        self._seen = self._fed
        self._handler.text(data, self)

    def _entity(self, name: str, *_: object) -> None:
        raise ReadError(
            f"declares the entity {name[:40]!r} (DOCTYPE), which can make a file grow or read others: "
            "refused; write the characters themselves",
            self.line,
        )

    def _skipped(self, name: str, parameter: bool) -> None:
        """An entity out of a DTD that is not fetched; those of HTML are known."""
        if parameter:
            return
        self._file.notes.add("an entity of a DTD that is not fetched ({}): read as in HTML", self.line, f"&{name};")
        self._handler.text(html5.get(f"{name};", f"&{name};"), self)
