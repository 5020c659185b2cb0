"""How well the word classes of a sentence follow one another.

Every token has a kind: the word itself where it is small and frequent (`of`, `the`, `has`), else its class. A table
says by how much the two kinds before a token make its own more likely than it is anywhere (above 0), or less (below 0).
English goes from one to the next at about 13; words in no order have 0 on average, and `of of` has -60.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, cached_property

from mtqa.knowledge.data import DATA
from mtqa.knowledge.rows import figure, figures
from mtqa.values import NamedTuple

__all__ = ["EDGE", "STEPS", "Table", "fits", "kinds_of", "small"]

STEPS = 10  # to one unit of natural logarithm
EDGE = "!"  # the kind of a sentence's beginning, and of its end
_CUT_AT = 2_000  # rows looked up in place, which takes ten times as long as where they are cut


class Figures:
    """Figures of rows of kinds, looked up in place until a run has asked for many: a story needs few of them.

    Args:
        size: kinds of a row.
        rows: all of them, one after the other and sorted.
        values: a character each.
    """

    def __init__(self, size: int, rows: str, values: str) -> None:
        self._size = size
        self._rows = rows
        self._values = values
        self._asked = 0

    def get(self, row: str) -> int | None:
        """The figure of a row; `None` where it has none."""
        self._asked += 1
        if self._asked > _CUT_AT:
            return self._known.get(row)
        at = bisect_left(range(len(self._values)), row, key=self._at)
        return figure(self._values[at]) if self._at(at) == row else None

    def _at(self, number: int) -> str:
        return self._rows[self._size * number : self._size * (number + 1)]

    @cached_property
    def _known(self) -> dict[str, int]:
        return figures(self._rows, self._values)


class Table(NamedTuple):
    """The figures, kinds written as one character each.

    Attributes:
        words: kinds of single words, by the sign of their class; of "" that of the class itself.
        three, two: the figures of as many kinds that were seen in a row.
        behind_two, behind_one: what is added where a kind was never seen behind these.
    """

    words: dict[str, dict[str, str]]
    three: Figures
    two: Figures
    behind_two: Figures
    behind_one: Figures


@cache
def _table() -> Table:
    data = DATA.joinpath("order.txt.gz").read_bytes()
    names, *blocks = gzip.decompress(data).decode("utf-8").split("\n")
    words: dict[str, dict[str, str]] = {}
    for i, name in enumerate(names.split("\t")):
        words.setdefault(name[-1], {})[name[:-1]] = chr(ord(EDGE) + 1 + i)
    parts = zip((3, 2, 2, 1), blocks[::2], blocks[1::2], strict=False)
    return Table(words, *[Figures(size, rows, values) for size, rows, values in parts])


@cache
def kinds_of(word: str) -> Mapping[str, str]:
    """By the sign of its class, the kind of a word out of `small`, or of "", which stands for all others."""
    return {sign: of_sign.get(word, of_sign[""]) for sign, of_sign in _table().words.items()}


@cache
def small() -> dict[str, str]:
    """A character for each word with a kind of its own, whatever the sign of its class."""
    names = sorted({word for of_sign in _table().words.values() for word in of_sign if word})
    return {name: chr(_OWN + i) for i, name in enumerate(names)}


_OWN = 0x200  # behind the characters of all signs and kinds
_LIMIT = 30_000  # figures remembered


class _Memory(dict[str, int]):
    """The figure of the last of three kinds."""

    def __missing__(self, three: str) -> int:
        table = _table()
        figure = table.three.get(three)
        if figure is None:
            pair = table.two.get(three[1:])
            figure = (table.behind_two.get(three[:2]) or 0) + (
                pair if pair is not None else table.behind_one.get(three[1]) or 0
            )
        if len(self) >= _LIMIT:
            self.clear()
        self[three] = figure
        return figure


_memory = _Memory()


def fits(kinds: str) -> list[int]:
    """How well each token of a sentence follows the two before it, by their kinds; last how well it ends there."""
    row = EDGE + EDGE + kinds + EDGE
    return list(map(_memory.__getitem__, [row[i - 3 : i] for i in range(3, len(row) + 1)]))
