"""Where the targets of a file's segments stand in the file itself, character for character.

Whoever changes a text in place asks here. What is found is proved by nobody: read the changed file again and compare.
"""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import closing
from html import unescape
from json import dumps
from json.decoder import scanstring  # type: ignore[attr-defined]  # of the standard library, without a stub

from mtqa.document import Document, Segment
from mtqa.lazy import regex
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.input import Input
from mtqa.readers.one import format_of
from mtqa.readers.po import unescaped
from mtqa.values import NamedTuple

#: Formats whose texts can be changed in place.
WRITTEN = ("text", "markdown", "subtitles", "xliff", "tmx", "po", "jsonl", "csv", "tsv")
#: How a line, and those behind it that belong to it, are read in formats that have no column.
_WHOLE = {
    **dict.fromkeys(("csv", "tsv"), "csv"),
    "subtitles": "plain",
    "markdown": "marked",
    **dict.fromkeys(("html", "xliff", "tmx"), "markup"),
}
_LOOSE = frozenset(("marked", "markup"))
_MARKUP = frozenset(("xliff", "tmx", "html"))

_NEWLINE = regex(r"\r\n?|\n")
#: What a piece of a file is cut into; each piece stands for one character or none.
_PIECES = {
    "plain": regex(r"\r\n?|[^\r]"),
    "marked": regex(
        r"\s{0,99}\n[ \t>]{0,99}|\s{1,99}|!?\[|\](?:\([^()\s]{0,2000}\))?|[*_`~]{1,3}|\\[!-/:-@\[-`{-~]|[\s\S]"
    ),
    "markup": regex(
        r"<(source|seg-source|note|alt-trans|script|style)\b[^<>]{0,2000}>[\s\S]*?</\1\s{0,9}>"
        r"|<!--[\s\S]*?-->|</?[A-Za-z][^<>]{0,4000}>|&\#?[A-Za-z0-9]{1,32};|\s{1,99}|[\s\S]"
    ),
    "jsonl": regex(r"\\r\\n|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]"),
    "csv": regex(r'""|\r\n?|[^\r"]|"'),
    "po": regex(r'"[ \t]*(?:\r\n?|\n)[ \t]*"|\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)|[^\\"]', re.DOTALL),
}
_PO_STRING = regex(
    r'[ \t]*msgstr(?:\[[^\]\r\n]{0,9}\])?\s*"((?:[^"\\]++|\\.|"[ \t]*(?:\r\n?|\n)[ \t]*")*+)"', re.DOTALL
)


class UnwritableError(Exception):
    """A file that cannot be changed in place; the message says why."""


class _Cell(NamedTuple):
    """A piece of the file as it is read: its characters, and where each begins and ends in the file."""

    text: str
    starts: list[int]
    ends: list[int]


class Raw:
    """A file's own text.

    Args:
        path: what the file is called.
        data: all of it.
        options: what the user says of it.

    Raises:
        UnwritableError: of a format that is not read, or in an encoding that is not written back exactly.
    """

    def __init__(self, path: str, data: bytes, options: ReadOptions) -> None:
        if data.startswith(b"\x1f\x8b"):
            raise UnwritableError("is packed: unpack it")
        try:
            self.format = format_of(path, data, options)
            with closing(Input(path, io.BytesIO(data), options.encoding)) as file:
                self._encoding, skip = file.encoding(sample=data)
        except ReadError as error:
            raise UnwritableError(error.message) from None
        self._mark = data[:skip]
        try:
            self.text = data[skip:].decode(self._encoding)
            exact = self.text.encode(self._encoding) == data[skip:]
        except UnicodeError:
            exact = False
        if not exact:
            raise UnwritableError(
                "its bytes are not those of its encoding: convert it to UTF-8, or name it with --encoding"
            )
        self._lines = [0, *(found.end() for found in _NEWLINE.finditer(self.text))]

    def refuse_unwritten(self) -> None:
        """Raise UnwritableError: the format is not written back exactly."""
        if self.format not in WRITTEN:
            raise UnwritableError(f"{self.format} is not written back exactly: mend it where it was made")

    def spans(self, documents: Sequence[Document], wanted: Sequence[tuple[int, int, int, int]]) -> list[range | None]:
        """Where places of targets stand in `text`; `None` where they do not stand there in one piece.

        Args:
            documents: all of the file, in order.
            wanted: (document, segment, start, end).
        """
        return [place if exact else None for place, exact in self.places(documents, wanted)]

    def places(
        self, documents: Sequence[Document], wanted: Sequence[tuple[int, int, int, int]]
    ) -> list[tuple[range | None, bool]]:
        """The same for somebody who looks on: with markup between, too; and whether it stands there in one piece.

        `None` where it is not found.
        """
        lines = sorted({one.line for document in documents for one in document.segments if one.line is not None})
        cells: dict[tuple[int, int], _Cell] = {}
        for number in dict.fromkeys(document for document, *_ in wanted):
            cells |= self._placed(number, documents[number], lines)
        return [_span(cells.get((document, segment)), start, end) for document, segment, start, end in wanted]

    def escaped(self, text: str) -> str:
        """A text as it is written in this format."""
        if self.format == "jsonl":
            return dumps(text, ensure_ascii=self.text.isascii())[1:-1]
        if self.format in ("csv", "tsv"):
            return text.replace('"', '""')
        if self.format == "po":
            return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        if self.format in _MARKUP:
            return text.replace("&", "&amp;").replace("<", "&lt;")
        return text

    def changed(self, edits: Sequence[tuple[range, str]]) -> bytes:
        """The file with pieces of its text replaced; all other bytes are as they were.

        Args:
            edits: where, and by what; none touches another.

        Raises:
            UnicodeEncodeError: what the encoding of the file has no bytes for.
        """
        pieces, last = [], 0
        for place, new in sorted(edits, key=lambda edit: (edit[0].start, edit[0].stop)):
            pieces += [self.text[last : place.start], new]
            last = place.stop
        return self._mark + "".join((*pieces, self.text[last:])).encode(self._encoding)

    def encodable(self, text: str) -> bool:
        """Whether the encoding of the file has bytes for a text."""
        try:
            text.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True

    def _placed(self, number: int, document: Document, lines: Sequence[int]) -> Iterator[tuple[tuple[int, int], _Cell]]:
        """For segments of a document: (document, segment), and its target as the file has it."""
        cells: dict[tuple[int | None, str | None], _Cell | None] = {}
        behind: dict[tuple[int | None, str | None], int] = {}
        for index, segment in enumerate(document.segments):
            if segment.line is None or segment.line > len(self._lines):
                continue
            if segment.column is not None:
                verbatim = self._verbatim(segment)
                if verbatim is not None:
                    yield (number, index), verbatim
                continue
            loose = _WHOLE.get(self.format) in _LOOSE
            key = segment.line, None if loose else segment.element
            if key not in cells:
                cells[key] = self._cell(segment, lines)
            cell = cells[key]
            found = _found(cell, segment.target, behind.get(key, 0), loose=loose) if cell is not None else None
            if found is not None:
                behind[key], target = found
                yield (number, index), target

    def _verbatim(self, segment: Segment) -> _Cell | None:
        if segment.line is None or segment.column is None:
            return None
        begin = self._lines[segment.line - 1] + segment.column - 1
        size = len(segment.target)
        cell = _cut(self.text, begin, min(len(self.text), begin + size + segment.target.count("\n")), "plain")
        return _Cell(segment.target, cell.starts, cell.ends) if cell.text[:size] == segment.target else None

    def _cell(self, segment: Segment, lines: Sequence[int]) -> _Cell | None:
        """The string of JSON or PO, or the row of a table or the lines, that a segment stands in."""
        assert segment.line is not None
        begin = self._lines[segment.line - 1]
        if self.format == "po":
            found = _PO_STRING.match(self.text, begin)
            return _cut(self.text, found.start(1), found.end(1), "po") if found else None
        if self.format == "jsonl":
            end = self._lines[segment.line] if segment.line < len(self._lines) else len(self.text)
            strings = dict(_strings(self.text[:end], begin))
            return _cut(self.text, *strings[segment.element], "jsonl") if segment.element in strings else None
        if self.format not in _WHOLE:
            return None
        after = bisect_right(lines, segment.line)
        end = self._lines[lines[after] - 1] if after < len(lines) else len(self.text)
        return _cut(self.text, begin, end, _WHOLE[self.format])


def _found(cell: _Cell, target: str, behind: int, *, loose: bool) -> tuple[int, _Cell] | None:
    """Where a target ends in a cell, and the target as the file has it.

    Args:
        behind: where the one before it ended.
        loose: white space is all one.
    """
    runs = [found.span() for found in re.finditer(r"\s+|[^\s]", target)] if loose else []
    wanted = "".join(" " if target[start].isspace() else target[start] for start, _ in runs) if loose else target
    begin = cell.text.find(wanted, behind)
    if begin < 0:
        return None
    end = begin + len(wanted)
    starts, ends = cell.starts[begin:end], cell.ends[begin:end]
    if loose:
        starts = [place for place, (first, last) in zip(starts, runs, strict=True) for _ in range(last - first)]
        ends = [place for place, (first, last) in zip(ends, runs, strict=True) for _ in range(last - first)]
    return end, _Cell(target, starts, ends)


def _span(target: _Cell | None, start: int, end: int) -> tuple[range | None, bool]:
    """Where a part of a target stands in the file, and whether it does so in one piece."""
    if target is None:
        return None, False
    _, starts, ends = target
    if start == end:
        place = starts[start] if start < len(starts) else ends[-1] if ends else None
        return (None, False) if place is None else (range(place, place), True)
    exact = all(ends[i] == starts[i + 1] for i in range(start, end - 1))
    return range(starts[start], max(starts[start], ends[end - 1])), exact


def _cut(text: str, begin: int, end: int, kind: str) -> _Cell:
    """A piece of the file as it is read."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _PIECES[kind].finditer(text, begin, end):
        char = _read(found[0], kind)
        if char:
            chars.append(char)
            starts.append(found.start())
            ends.append(found.end())
    return _Cell("".join(chars), starts, ends)


def _read(piece: str, kind: str) -> str:
    """The character that a piece of a file stands for; "" for none."""
    if kind == "po":
        if piece.startswith('"'):
            return ""
        read = unescaped(piece)
    elif kind == "jsonl":
        read = piece if len(piece) == 1 else "\r" if piece == "\\r\\n" else str(scanstring(f'{piece}"', 0)[0])
    elif kind in _LOOSE:
        return _of_markup(piece) if kind == "markup" else _of_marks(piece)
    else:
        read = '"' if kind == "csv" and piece == '""' else piece
    return "\n" if read in ("\r", "\r\n") else read if len(read) == 1 else "\ufffd"


def _of_markup(piece: str) -> str:
    if piece.isspace():
        return " "
    if piece.startswith("<") and len(piece) > 1:
        return " " if piece[1:3].lower() == "br" else ""
    return unescape(piece)[:1] if piece.startswith("&") else piece


def _of_marks(piece: str) -> str:
    """Of Markdown."""
    if piece[0].isspace():
        return " "
    if piece.startswith("\\") and len(piece) > 1:
        return piece[1]
    return "" if piece[0] in "![]*_`~" and piece != "!" else piece


def _strings(text: str, place: int, path: str = "") -> Iterator[tuple[str, tuple[int, int]]]:
    """The strings of a JSON value that is well formed: path, as `segments[0].target`, and where each stands."""
    yield from _walk(text, place, path, [])


_SPACE = regex(r"[ \t\r\n]*")
_SCALAR = regex(r"[^\s,\]}]+")


def _walk(text: str, place: int, path: str, ended: list[int]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The same; where the value ends is put into `ended`."""
    place = _behind(text, place)
    if text[place] == '"':
        _, end = scanstring(text, place + 1)
        yield path, (place + 1, end - 1)
    elif text[place] in "[{":
        listed = text[place] == "["
        end = _behind(text, place + 1)
        number = 0
        while text[end] not in "]}":
            if listed:
                name = f"{path}[{number}]"
            else:
                key, end = scanstring(text, end + 1)
                name = f"{path}.{key}" if path else key
                end = _behind(text, end) + 1
            yield from _walk(text, end, name, ended)
            end = _behind(text, ended.pop())
            if text[end] == ",":
                end = _behind(text, end + 1)
            number += 1
        end += 1
    else:
        scalar = _SCALAR.match(text, place)
        assert scalar is not None
        end = scalar.end()
    ended.append(end)


def _behind(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    assert found is not None
    return found.end()
