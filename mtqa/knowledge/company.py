"""How much a word makes the next one likely: `pay` makes `attention` 800 times as likely as it is anywhere.

The table is built by `tools/build_company.py`; `data/README.md` says from what. It is read when first asked for.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from typing import NamedTuple

from mtqa.knowledge.data import DATA
from mtqa.knowledge.table import Words

__all__ = ["STEPS", "gain"]

STEPS = 2  # to one unit of natural logarithm
_NONE = 128  # what stands for a gain of 0


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


@lru_cache(maxsize=1 << 14)
def _number(word: str) -> int | None:
    return _table().words.number(word)


@lru_cache(maxsize=1 << 16)
def gain(first: str, second: str) -> float | None:
    """The logarithm of the ratio of a lower-cased word's probability behind another to that anywhere.

    Above 0 the first calls for the second, below it shuns it; from about -3 to 10. `None` where the table does not
    know one of them.
    """
    table = _table()
    one, two = _number(first), _number(second)
    if one is None or two is None:
        return None
    begin, end = table.begins[two], table.begins[two + 1]
    at = bisect_left(table.ids, one, begin, end)
    figure = table.gains[at] if at < end and table.ids[at] == one else table.rests[one]
    return (figure - _NONE) / STEPS
