"""The line of text a finding stands in, cut to a window, with its span underlined."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.reporters.visible import PLAIN, char_width, shown, visible, width
from mtqa.values import NamedTuple

#: Columns of text shown round a span, about.
WINDOW = 100

#: Columns kept before and after a span that is itself longer than the window.
_EDGE = 16


class Excerpt(NamedTuple):
    """Both lines of an excerpt, made visible; `underline` is blanks and `^`, aligned to `line`."""

    line: str
    underline: str


def excerpt(text: str, start: int, end: int) -> Excerpt:
    """Show `text[start:end]` in its surroundings.

    Reads only as much of the text as is shown, so that a very long paragraph costs no more than a short one.
    An empty span is marked at its place. A span longer than the window is cut in its middle.
    """
    long = _reach(text, start, end, WINDOW - 2 * _EDGE)
    if long < end:
        inner = [(start, _reach(text, start, end, 40)), (_reach_back(text, end, start, 20), end)]
    else:
        inner = [(start, end)]
    taken = sum(width(visible(text[a:b])) for a, b in inner)
    room = max(WINDOW - taken, 2 * _EDGE)
    left = _reach_back(text, start, 0, room // 2)
    right = _reach(text, end, len(text), room - width(visible(text[left:start])))
    if right == len(text):
        left = _reach_back(text, start, 0, room - width(visible(text[end:])))
    left, right = _at_word(text, left, start, right, end)
    before = ("…" if left else "") + visible(text[left:start])
    span = "…".join(visible(text[a:b]) for a, b in inner)
    after = visible(text[end:right]) + ("…" if right < len(text) else "")
    return Excerpt(before + span + after, " " * width(before) + "^" * max(1, width(span)))


def _costs(chars: Iterator[str]) -> Iterator[int]:
    return (sum(map(char_width, shown(char))) for char in chars)


def _reach(text: str, start: int, limit: int, columns: int) -> int:
    """Where `columns` columns after `start` end; not beyond `limit`, and at most 4 code points a column."""
    if PLAIN.fullmatch(text, start, min(limit, start + columns + 1)):
        return min(limit, start + columns)
    limit = min(limit, start + 4 * columns)
    at = start
    for cost in _costs(text[i] for i in range(start, limit)):
        columns -= cost
        if columns < 0:
            break
        at += 1
    return at


def _reach_back(text: str, end: int, limit: int, columns: int) -> int:
    """The same backwards from `end`; never between a letter and its marks."""
    if PLAIN.fullmatch(text, max(limit, end - columns), end):
        return max(limit, end - columns)
    limit = max(limit, end - 4 * columns)
    at = end
    for cost in _costs(text[i] for i in range(end - 1, limit - 1, -1)):
        columns -= cost
        if columns < 0:
            break
        at -= 1
    while 0 < at < end and not char_width(shown(text[at])[0]):
        at += 1
    return at


def _at_word(text: str, left: int, start: int, right: int, end: int) -> tuple[int, int]:
    """The window drawn in to whole words; a word too long for it is cut."""
    if left:
        space = text.find(" ", max(left - 1, 0), start)
        left = space + 1 if space >= 0 else left
    if right < len(text):
        space = text.rfind(" ", end, right + 1)
        right = space if space >= 0 else right
    return left, right
