"""Lines and characters as editors count them: three kinds of line ends, and units of an encoding."""

from __future__ import annotations

from bisect import bisect_right

from mtqa.lazy import regex

_END = regex(r"\r\n?|\n")
#: Bytes of a unit, and the encoding whose units are counted.
_UNITS = {"utf-8": (1, "utf-8"), "utf-16": (2, "utf-16-le"), "utf-32": (4, "utf-32-le")}


class Positions:
    """The places of a text.

    Args:
        text: as the editor has it.
        encoding: that was agreed on: "utf-8", "utf-16" or "utf-32".
    """

    def __init__(self, text: str, encoding: str) -> None:
        self._text = text
        self._size, self._codec = _UNITS[encoding]
        self._starts = [0, *(found.end() for found in _END.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and character, both from 0, of a place in the text."""
        line = bisect_right(self._starts, offset) - 1
        return line, len(self._bytes(self._text[self._starts[line] : offset])) // self._size

    def offset(self, line: int, character: int) -> int:
        """The place of a line and character; one behind the end of a line is at its end."""
        if line >= len(self._starts):
            return len(self._text)
        begin = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
        content = self._text[begin:end].rstrip("\r\n")
        units = self._bytes(content)[: character * self._size]
        return begin + len(units.decode(self._codec, "ignore"))

    def _bytes(self, text: str) -> bytes:
        return text.encode(self._codec, "surrogatepass")
