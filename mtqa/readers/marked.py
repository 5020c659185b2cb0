"""Marks in the comments of HTML and Markdown, found before the markup is read and put back where the text has come out.

The parser of HTML tells where elements begin, but not where comments stand: each that holds a mark is replaced by
characters no text has, which come out in the block that it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import TypeVar

from mtqa.lazy import regex
from mtqa.marks import Mark, read_mark

_PLACE = regex("\ufdd4([0-9]{1,9})\ufdd5")
_FOREIGN = regex("[\ufdd4\ufdd5]")
_BODY = regex(r"<body[\s>]|</head\s{0,9}>", re.IGNORECASE)

#: Marks of one file.
_MOST = 10_000

Ranges = tuple[tuple[int, int], ...]
T = TypeVar("T")


class Marked:
    """Markup whose marks are replaced.

    Args:
        markup: of the whole file.

    Attributes:
        markup: the same with characters for the marks, as many lines long.
        whole: the marks that are for the whole document.
        waiting: those behind which no block comes.
    """

    def __init__(self, markup: str) -> None:
        self._marks: list[Mark] = []
        self.whole: list[Mark] = []
        body = max((found.end() for found in _BODY.finditer(markup[:1_000_000])), default=0)
        self.markup = "".join(self._pieces(_FOREIGN.sub(" ", markup), body))

    def _pieces(self, markup: str, body: int) -> Iterator[str]:
        """The markup piece by piece, from one comment to the next."""
        line, done = 1, 0
        while (start := markup.find("<!--", done)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
            line += markup.count("\n", done, start)
            comment = markup[start : end + 3]
            yield markup[done:start]
            yield self._taken(comment, line, start >= body)
            line += comment.count("\n")
            done = end + 3
        yield markup[done:]

    def _taken(self, comment: str, line: int, within: bool) -> str:
        """A comment, or what stands for the mark in it.

        Args:
            within: whether a block may come next.
        """
        mark = read_mark(comment[4:-3], 0, line) if len(self._marks) + len(self.whole) < _MOST else None
        if mark is None:
            return comment
        if mark.segment is None:
            self.whole.append(mark)
        elif within:
            self._marks.append(mark)
            return f"\ufdd4{len(self._marks) - 1}\ufdd5" + "\n" * comment.count("\n")
        return comment

    def settled(
        self, blocks: Iterable[T], read: Callable[[T], tuple[str, Ranges]], written: Callable[[T, str, Ranges], T]
    ) -> tuple[list[T], list[Mark]]:
        """Blocks without those characters, ranges of code moved with them, and all marks, each with its block.

        A mark that stands by itself is for the block that comes next; a block of nothing else is left out.

        Args:
            blocks: in order.
            read: text and ranges of code of a block.
            written: a block with others.
        """
        kept: list[T] = []
        waiting: list[Mark] = []
        marks = list(self.whole)
        for block in blocks:
            text, code = read(block)
            if "\ufdd4" in text:
                places = (int(found[1]) for found in _PLACE.finditer(text))
                waiting += [self._marks[place] for place in places if place < len(self._marks)]
                text, code = _without(text, code)
            if text:
                marks += [mark._replace(segment=len(kept)) for mark in waiting]
                waiting = []
                kept.append(written(block, text, code))
        marks += [mark._replace(segment=len(kept)) for mark in waiting]
        return kept, marks


def _without(text: str, code: Ranges) -> tuple[str, Ranges]:
    """A text without what stands for marks, and its ranges where they are then."""
    gaps = [found.span() for found in _PLACE.finditer(text)]
    starts = [start for start, _ in gaps]
    taken = list(accumulate((end - start for start, end in gaps), initial=0))
    kept = _PLACE.sub("", text)
    left = len(kept) - len(kept.lstrip())

    def moved(place: int) -> int:
        before = bisect_left(starts, place)
        inside = max(0, gaps[before - 1][1] - place) if before else 0
        return max(0, place - taken[before] + inside - left)

    return kept.strip(), tuple((moved(start), moved(end)) for start, end in code)
