"""Figures of rows of kinds, as trained tables hold them: all rows one behind the other, and a character for each.

A row is looked up by a number. A text becomes one whole number with a lane of bits for each of its characters; moved by
some lanes, multiplied, and added to itself or to another, it holds in each lane the number of the row that is there. So
all rows of a text are made by a few operations, and none is cut out of it. Factors are odd: a table or set of Python
finds a number by its low bits, in which all characters of the row must show. Where few numbers are possible, a table is
flat: an array with a place for each, which is nearer at hand than what a dictionary keeps.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from sys import byteorder

__all__ = ["LANE", "Weights", "figure", "figures", "found", "lanes", "packed", "weights", "written"]

#: The figure of each row by its number, 0 where a flat one holds none.
Weights = dict[int, int] | Sequence[int]

LANE = 32  # bits
_ZERO = 512  # the character of 0
_FLAT = 1 << 20  # numbers of a flat table, at most


def figure(value: str) -> int:
    """What a character says."""
    return ord(value) - _ZERO


def figures(rows: str, values: str) -> dict[str, int]:
    """The figure of each row; all rows are of one size."""
    size = len(rows) // max(1, len(values))
    cut = [rows[i : i + size] for i in range(0, len(rows), max(1, size))]
    return dict(zip(cut, _shared(values), strict=True))


def packed(text: str) -> int:
    """A text with a lane for each character, the first in the lowest: its code point."""
    return int.from_bytes(text.encode("utf-32-le"), "little")


def lanes(number: int, size: int) -> Sequence[int]:
    """The lanes of a number, the lowest first.

    Args:
        size: so many lanes as the number has at most.
    """
    data = number.to_bytes(size * LANE // 8, "little")
    if byteorder == "little":
        return memoryview(data).cast("I")
    made = array("I", data)
    made.byteswap()
    return made


def weights(rows: str, values: str, factors: Sequence[int], numbers: int) -> Weights:
    """The figure of each row, by its number.

    Args:
        rows, values: as `figures` takes them.
        factors: by what each of a row's characters is multiplied.
        numbers: how many are possible.
    """
    made = 0
    for place, factor in enumerate(factors):
        made += packed(rows[place :: len(factors)]) * factor
    if numbers <= _FLAT:
        flat = array("h", bytes(2 * numbers))
        for number, value in zip(lanes(made, len(values)), map(ord, values), strict=True):
            flat[number] = value - _ZERO
        return flat
    return dict(zip(lanes(made, len(values)), _shared(values), strict=True))


def _shared(values: str) -> Iterator[int]:
    """The figure of each value, one object for all of a figure: less to fetch, and to hold."""
    shared = {value: figure(value) for value in set(values)}
    return map(shared.__getitem__, values)


def found(table: Weights, numbers: Collection[int]) -> Iterable[int]:
    """The figures of rows by their numbers; 0 where the table has none."""
    if isinstance(table, dict):
        return map(table.get, numbers, repeat(0))
    if len(numbers) < 2:
        return [table[number] for number in numbers]
    made: Iterable[int] = itemgetter(*numbers)(table)  # the quickest way
    return made


def written(known: Iterable[tuple[str, int]]) -> tuple[str, str]:
    """The rows and values that `figures` reads; no figure lies below -512."""
    known = list(known)
    return "".join(row for row, _ in known), "".join(chr(_ZERO + value) for _, value in known)
