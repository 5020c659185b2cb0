"""The text of a translation unit put together: words here, tags and placeholders apart from them."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from mtqa.lazy import regex
from mtqa.readers.base import MAX_LINE, ReadError
from mtqa.segment import Inline
from mtqa.values import NamedTuple

#: Longest content of a placeholder that is shown in the text; of a longer one its number is.
_SHOWN = 60
_TAG = regex(r"\s*<\s*(/?)\s*([A-Za-z][\w:.-]{0,40})[^<>]{0,2000}?(/?)>\s*")
#: Elements of HTML that hold nothing.
_VOID = frozenset("area br col embed hr img input link meta param source track wbr".split())
_INDENT = regex(r"[ \t\r]*\n[ \t\r\n]*")

#: A line break that is meant, until white space is squeezed.
_BREAK = "\ufdd4"

Kind = Literal["open", "close", "alone"]


class Text(NamedTuple):
    """A text with its tags.

    Attributes:
        text: the words, with what stands for placeholders.
        tags: in order.
        code: ranges that are not to be translated.
        line: 1-based, of its element.
        column: 1-based, of its first character, where the text stands in the file letter for letter; else `None`.
    """

    text: str
    tags: tuple[Inline, ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    line: int | None = None
    column: int | None = None


def told(content: str) -> tuple[Kind, str] | None:
    """Whether the content of a placeholder is a tag, and what it is to be known by; `None` if it is none."""
    found = _TAG.fullmatch(content)
    if found is None:
        return None
    name = found[2].lower()
    if found[3] or name in _VOID:
        return "alone", name
    return ("close" if found[1] else "open"), name


class Builder:
    """Gathers a text.

    Args:
        line: of its element.
    """

    def __init__(self, line: int) -> None:
        self.line = line
        self.column: int | None = None
        self._parts: list[str] = []
        self._length = 0
        self._tags: list[Inline] = []
        self._code: list[tuple[int, int]] = []

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    @property
    def tagged(self) -> bool:
        """Whether anything but text was added."""
        return bool(self._tags or self._code)

    def text(self, data: str) -> None:
        """Add words.

        Raises:
            ReadError: a text larger than any honest one.
        """
        self._parts.append(data)
        self._length += len(data)
        if self._length > MAX_LINE:
            raise ReadError(f"a unit larger than {MAX_LINE >> 20} MiB: split it", self.line)

    def tag(self, kind: Kind, key: str, label: str) -> None:
        """Add a tag for which the text shows nothing."""
        self._tags.append(Inline(self._length, self._length, kind, key, label[:_SHOWN]))

    def placeholder(self, key: str, content: str) -> None:
        """Add what stands for something else: by its content where that is short, else by its key in braces.

        Content that is a tag opens or closes and is not shown; a line break is one in the text.
        """
        tag = told(content)
        if tag is not None and (tag[0] != "alone" or tag[1] == "br"):
            self.tag(tag[0], key, content)
            if tag[1] == "br":
                self.break_line()
            return
        shown = content if content.strip() and len(content) <= _SHOWN and "\n" not in content else f"{{{key[:_SHOWN]}}}"
        start = self._length
        self.text(shown)
        self._tags.append(Inline(start, self._length, "alone", key, shown))

    def break_line(self) -> None:
        """Add a line break that is meant, unlike those of the file."""
        self.text(_BREAK)

    def protect(self, start: int) -> None:
        """What was added from `start` on is not to be translated."""
        if start < self._length:
            self._code.append((start, self._length))

    def done(self, *, preserve: bool = True) -> Text:
        """The text.

        Args:
            preserve: whether its white space is as meant; else that at its ends and round line breaks is of the file.
        """
        text = "".join(self._parts)
        tags, code = tuple(self._tags), tuple(_joined(self._code))
        if preserve or not text or not (text[0].isspace() or text[-1].isspace() or "\n" in text):
            return Text(text.replace(_BREAK, "\n"), tags, code, self.line, self.column)
        made, shift = _squeezed(text)
        return Text(
            made.replace(_BREAK, "\n"),
            tuple(tag._replace(start=shift(tag.start), end=shift(tag.end)) for tag in tags),
            tuple((shift(start), shift(end)) for start, end in code if shift(start) < shift(end)),
            self.line,
            self.column if made == text else None,
        )


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, none inside another."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _squeezed(text: str) -> tuple[str, _Shift]:
    """The text without white space at its ends and with one space for a line break and what stands round it."""
    pieces, starts, shifts = [], [0], [0]
    last = length = 0
    end = len(text.rstrip())
    begin = min(len(text) - len(text.lstrip()), end)
    for found in _INDENT.finditer(text, begin, end):
        pieces += [text[max(last, begin) : found.start()], " "]
        length += found.start() - max(last, begin) + 1
        last = found.end()
        starts.append(last)
        shifts.append(length)
    pieces.append(text[max(last, begin) : end])
    made = "".join(pieces)
    return made, _Shift(starts, shifts, begin, len(made))


class _Shift:
    """Where a place of a text is in the squeezed one."""

    def __init__(self, starts: list[int], lengths: list[int], begin: int, end: int) -> None:
        self._starts, self._lengths, self._begin, self._end = starts, lengths, begin, end

    def __call__(self, place: int) -> int:
        number = bisect_right(self._starts, place) - 1
        base = self._begin if not number else self._starts[number]
        last = self._lengths[number + 1] - 1 if number + 1 < len(self._lengths) else self._end
        return min(max(place - base, 0) + self._lengths[number], last)
