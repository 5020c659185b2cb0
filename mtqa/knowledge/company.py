"""How much a word makes the next one likely: `pay` makes `attention` 800 times as likely as it is anywhere.

The table is built by `tools/build_company.py`; `data/README.md` says from what. It is read when first asked for.
"""

from __future__ import annotations

import gzip
import sys
from array import array
from bisect import bisect_left
from functools import cache
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
    text, _, planes = gzip.decompress(DATA.joinpath("company.gz").read_bytes()).partition(b"\n\n")
    words = text.decode("ascii").split("\n")
    one = len(words)
    two = (len(planes) - 3 * one) // 3
    sizes = _join(planes[one : 2 * one], planes[2 * one : 3 * one])
    behind = planes[3 * one :]
    begins = [0, *accumulate(sizes)]
    ids = _join(behind[:two], behind[two : 2 * two])
    return _Table({word: i for i, word in enumerate(words)}, planes[:one], begins, ids, behind[2 * two :])


def _join(low: bytes, high: bytes) -> array[int]:
    """Numbers of 16 bits from their low and their high bytes."""
    both = bytearray(2 * len(low))
    both[::2], both[1::2] = low, high
    numbers = array("H", bytes(both))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


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
