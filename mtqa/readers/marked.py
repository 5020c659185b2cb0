"""Marks in the comments of HTML and Markdown, found before the markup is read and put back where the text has come out.

The parser of HTML tells where elements begin, but not where comments stand: each that holds a mark is replaced by
characters no text has, which come out in the block that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mtqa.marks import Mark, read_mark

_COMMENT = re.compile(r"<!--(.{0,2000}?)-->", re.DOTALL)
_PLACE = re.compile("\ufdd4([0-9]{1,9})\ufdd5")
_FOREIGN = re.compile("[\ufdd4\ufdd5]")
_BODY = re.compile(r"<body[\s>]|</head\s{0,9}>", re.IGNORECASE)

#: Marks of one file.
_MOST = 10_000

Ranges = tuple[tuple[int, int], ...]


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
        self.waiting: list[Mark] = []
        body = max((found.end() for found in _BODY.finditer(markup[:1_000_000])), default=0)
        self._line, self._seen = 1, 0
        self._source = _FOREIGN.sub(" ", markup)
        self.markup = _COMMENT.sub(lambda found: self._replaced(found, body), self._source)

    def _replaced(self, found: re.Match[str], body: int) -> str:
        self._line += self._source.count("\n", self._seen, found.start())
        self._seen = found.start()
        mark = read_mark(found[1], 0, self._line)
        if mark is None or len(self._marks) + len(self.whole) >= _MOST:
            return found[0]
        if mark.segment is None:
            self.whole.append(mark)
        elif found.start() >= body:
            self._marks.append(mark)
            return f"\ufdd4{len(self._marks) - 1}\ufdd5" + "\n" * found[0].count("\n")
        return found[0]

    def settled(self, texts: Iterable[tuple[str, Ranges]]) -> Iterator[tuple[str, Ranges, list[Mark]]]:
        """Texts of blocks without those characters, ranges of code moved with them, and the marks that are theirs.

        A mark that stands by itself is for the block that comes next; a block of nothing else comes out empty.
        """
        for text, code in texts:
            if "\ufdd4" in text:
                places = (int(found[1]) for found in _PLACE.finditer(text))
                self.waiting += [self._marks[place] for place in places if place < len(self._marks)]
                text, code = _without(text, code)
            mine = self.waiting if text else []
            if text:
                self.waiting = []
            yield text, code, mine


def _without(text: str, code: Ranges) -> tuple[str, Ranges]:
    """A text without what stands for marks, and its ranges where they are then."""
    gaps = [found.span() for found in _PLACE.finditer(text)]
    kept = _PLACE.sub("", text)
    left = len(kept) - len(kept.lstrip())

    def moved(place: int) -> int:
        return max(0, place - sum(min(end, place) - start for start, end in gaps if start < place) - left)

    return kept.strip(), tuple((moved(start), moved(end)) for start, end in code)
