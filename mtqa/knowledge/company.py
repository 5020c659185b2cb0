"""How much a word makes the next one likely: `pay` makes `attention` 800 times as likely as it is anywhere.

The table is built by `tools/build_company.py`; `data/README.md` says from what. It is read when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from mtqa.knowledge.data import DATA
from mtqa.knowledge.neighbours import NO_FIGURE, Neighbours

__all__ = ["NONE", "STEPS", "UNKNOWN", "gain", "gains", "number"]

STEPS = 2  # to one unit of natural logarithm
NONE = 128  # what stands for a gain of 0
UNKNOWN = NO_FIGURE
_table = Neighbours(DATA / "company.bin")
#: The number of a lower-cased word, which `gains` takes.
number = _table.number


def gains(numbers: Iterable[int]) -> bytes:
    """The gain (see `gain`) of each of some words but the first behind the one before it, by the numbers of the words.

    In `STEPS`, `NONE` for 0; `UNKNOWN` where the table does not know one of the two.
    """
    return _table.figures(pairwise(numbers))


def gain(first: str, second: str) -> float | None:
    """The logarithm of the ratio of a lower-cased word's probability behind another to that anywhere.

    Above 0 the first calls for the second, below it shuns it; from about -3 to 10. `None` where the table does not
    know one of them.
    """
    (figure,) = gains((number(first), number(second)))
    return (figure - NONE) / STEPS if figure != UNKNOWN else None
