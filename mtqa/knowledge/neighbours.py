"""Figures of words that stand side by side, packed in a file: a byte for each pair that has one of its own.

The file stays mapped: processes share it, and most of it is never read.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path

from mtqa.knowledge.table import Words
from mtqa.values import NamedTuple

__all__ = ["NO_FIGURE", "NO_WORD", "Neighbours", "written"]

NO_WORD = (1 << 16) - 1  # the number of all words that are not in the file
NO_FIGURE = 0


class _Parts(NamedTuple):
    """What is in the file: `ids[begins[w]:begins[w + 1]]` are the words that word `w` stands behind, in order.

    Attributes:
        words: the number of a word is its place.
        rests: by word, the figure of what else stands behind it.
        figures: one for each of `ids`.
    """

    words: Words
    rests: Sequence[int]
    begins: Sequence[int]
    ids: Sequence[int]
    figures: Sequence[int]


class Neighbours:
    """A file of pairs, read when it is first asked for.

    Args:
        path: of the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _parts(self) -> _Parts:
        with self._path.open("rb") as file:
            data = mmap(file.fileno(), 0, access=ACCESS_READ)
        end = data.find(b"\n\n")
        words = Words(data, 0, end + 1)
        rests = end + 2
        sizes = rests + len(words)
        ids = sizes + 2 * len(words)
        figures = ids + (len(data) - ids) // 3 * 2
        view = memoryview(data)
        begins = array("I", accumulate(_numbers(view[sizes:ids]), initial=0))
        return _Parts(words, view[rests:sizes], begins, _numbers(view[ids:figures]), view[figures:])

    def number(self, word: str) -> int:
        """The number of a word, `NO_WORD` if it has none."""
        found = self._parts.words.number(word)
        return NO_WORD if found is None else found

    def figures(self, pairs: Iterable[tuple[int, int]]) -> bytes:
        """The figures of pairs of words by their numbers; `NO_FIGURE` where one has none.

        Nothing is remembered: most pairs of a text are new, and a look here takes hardly longer than one at a memory.
        """
        _, rests, begins, ids, figures = self._parts
        found = bytearray()
        for first, second in pairs:
            if first == NO_WORD or second == NO_WORD:
                found.append(NO_FIGURE)
                continue
            end = begins[second + 1]
            at = bisect_left(ids, first, begins[second], end)
            found.append(figures[at] if at < end and ids[at] == first else rests[first])
        return bytes(found)


def written(words: Sequence[str], rests: bytes, before: Iterable[Mapping[int, int]]) -> bytes:
    """The bytes of a file.

    Args:
        words: sorted by their bytes, fewer than `NO_WORD`.
        rests: a figure for each.
        before: for each word the numbers of those before it, with the figure of the pair.
    """
    sizes, ids, figures = array("H"), array("H"), bytearray()
    for row in before:
        sizes.append(len(row))
        for first in sorted(row):
            ids.append(first)
            figures.append(row[first])
    if sys.byteorder == "big":
        sizes.byteswap()
        ids.byteswap()
    return b"".join(("\n".join(words).encode("utf-8"), b"\n\n", rests, sizes.tobytes(), ids.tobytes(), figures))


def _numbers(data: memoryview) -> Sequence[int]:
    """Numbers of 16 bits, the low byte first."""
    if sys.byteorder == "little":
        return data.cast("H")
    numbers = array("H", data.tobytes())
    numbers.byteswap()
    return numbers
