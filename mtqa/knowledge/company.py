"""How much a word makes the next one likely: `pay` makes `attention` 800 times as likely as it is anywhere.

The table is built by `tools/build_company.py`; `data/README.md` says from what. It is read when first asked for.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap
from typing import NamedTuple

from mtqa.knowledge.data import DATA
from mtqa.knowledge.table import Words

__all__ = ["NONE", "STEPS", "UNKNOWN", "gain", "gains", "number"]

STEPS = 2  # to one unit of natural logarithm
NONE = 128  # what stands for a gain of 0
UNKNOWN = 0  # for one that the table does not hold
_BITS = 16  # of a word's number
_NO_WORD = (1 << _BITS) - 1
_LIMIT = 1 << 16  # pairs remembered


class _Table(NamedTuple):
    """The table: `ids[begins[w]:begins[w + 1]]` are the words that word `w` stands behind, in order.

    Attributes:
        words: the number of a word is its place.
        rests: by word, the gain of what never stands behind it.
        gains: one for each of `ids`.
    """

    words: Words
    rests: Sequence[int]
    begins: Sequence[int]
    ids: Sequence[int]
    gains: Sequence[int]


@cache
def _table() -> _Table:
    # not packed: unpacking takes longer than all else; mapped: processes share it, and most of it is never read
    with DATA.joinpath("company.bin").open("rb") as file:
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    end = data.find(b"\n\n")
    words = Words(data, 0, end + 1)
    rests = end + 2
    sizes = rests + len(words)
    ids = sizes + 2 * len(words)
    gains = ids + (len(data) - ids) // 3 * 2
    view = memoryview(data)
    begins = array("I", accumulate(_numbers(view[sizes:ids]), initial=0))
    return _Table(words, view[rests:sizes], begins, _numbers(view[ids:gains]), view[gains:])


def _numbers(data: memoryview) -> Sequence[int]:
    """Numbers of 16 bits, the low byte first."""
    if sys.byteorder == "little":
        return data.cast("H")
    numbers = array("H", data.tobytes())
    numbers.byteswap()
    return numbers


def number(word: str) -> int:
    """The number of a lower-cased word, which `gains` takes."""
    found = _table().words.number(word)
    return _NO_WORD if found is None else found


class _Memory(dict[int, int]):
    """The gains of pairs of words, by their numbers."""

    def __missing__(self, pair: int) -> int:
        table = _table()
        one, two = divmod(pair, 1 << _BITS)
        made = UNKNOWN
        if one != _NO_WORD and two != _NO_WORD:
            begin, end = table.begins[two], table.begins[two + 1]
            at = bisect_left(table.ids, one, begin, end)
            made = table.gains[at] if at < end and table.ids[at] == one else table.rests[one]
        if len(self) >= _LIMIT:
            self.clear()
        self[pair] = made
        return made


_memory = _Memory()


def gains(numbers: Iterable[int]) -> bytes:
    """The gain (see `gain`) of each of some words but the first behind the one before it, by the numbers of the words.

    In `STEPS`, `NONE` for 0; `UNKNOWN` where the table does not know one of the two.
    """
    return bytes(list(map(_memory.__getitem__, [one << _BITS | two for one, two in pairwise(numbers)])))


def gain(first: str, second: str) -> float | None:
    """The logarithm of the ratio of a lower-cased word's probability behind another to that anywhere.

    Above 0 the first calls for the second, below it shuns it; from about -3 to 10. `None` where the table does not
    know one of them.
    """
    (figure,) = gains((number(first), number(second)))
    return (figure - NONE) / STEPS if figure != UNKNOWN else None
