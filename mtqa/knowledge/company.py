"""How much a word makes the next one likely: `pay` makes `attention` 800 times as likely as it is anywhere.

The table is built by `tools/build_company.py`; `data/README.md` says from what. It is read when first asked for.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from mtqa.knowledge.data import DATA

__all__ = ["STEPS", "gain"]

STEPS = 2  # to one unit of natural logarithm
_NONE = 128  # what stands for a gain of 0


class _Table(NamedTuple):
    """The table: `ids[begins[w]:begins[w + 1]]` are the words that word `w` stands behind, in order.

    Attributes:
        numbers: of the words.
        rests: by word, the gain of what never stands behind it.
        gains: one for each of `ids`.
    """

    numbers: dict[str, int]
    rests: bytes
    begins: list[int]
    ids: array[int]
    gains: bytes


@cache
def _table() -> _Table:
    data = DATA.joinpath("company.bin").read_bytes()  # not packed: unpacking takes longer than all else
    end = data.index(b"\n\n")
    words = data[:end].decode("ascii").split("\n")
    rests = end + 2
    sizes = rests + len(words)
    ids = sizes + 2 * len(words)
    gains = ids + (len(data) - ids) // 3 * 2
    begins = [0, *accumulate(_numbers(data[sizes:ids]))]
    numbers = dict(zip(words, range(len(words)), strict=True))
    return _Table(numbers, data[rests:sizes], begins, _numbers(data[ids:gains]), data[gains:])


def _numbers(data: bytes) -> array[int]:
    """Numbers of 16 bits, the low byte first."""
    numbers = array("H", data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


@lru_cache(maxsize=1 << 16)
def gain(first: str, second: str) -> float | None:
    """The logarithm of the ratio of a lower-cased word's probability behind another to that anywhere.

    Above 0 the first calls for the second, below it shuns it; from about -3 to 10. `None` where the table does not
    know one of them.
    """
    table = _table()
    one, two = table.numbers.get(first), table.numbers.get(second)
    if one is None or two is None:
        return None
    begin, end = table.begins[two], table.begins[two + 1]
    at = bisect_left(table.ids, one, begin, end)
    figure = table.gains[at] if at < end and table.ids[at] == one else table.rests[one]
    return (figure - _NONE) / STEPS
