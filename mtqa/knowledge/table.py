"""Sorted text tables that stay packed in memory or in their file, mapped: only what is looked for is read."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate, takewhile
from mmap import ACCESS_READ, mmap
from operator import eq
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from mtqa import shelf
from mtqa.kept import ROOT, kept

__all__ = ["Read", "Table", "Words", "lines", "tables"]

_BLOCK = 1 << 10  # bytes that are searched at once, about: more take longer, fewer more memory
_LIMIT = 20_000  # keys remembered
_FEW = 8  # blocks that are read as a whole

T = TypeVar("T")


class _Lines:
    """Sorted lines, each with its newline: where some of them lie.

    Args:
        source: a file, which is mapped: processes share it; or the lines.
        begin, end: of the lines, where other things stand beside them.
        block: bytes that are searched at once.
    """

    _MARK: ClassVar[bytes]  # what ends the key of a line

    def __init__(
        self, source: Path | bytes | mmap, begin: int = 0, end: int | None = None, block: int = _BLOCK
    ) -> None:
        self._source = source
        self._place = begin, end
        self._size = block

    @cached_property
    def _data(self) -> bytes | mmap:
        if not isinstance(self._source, Path):
            return self._source
        with self._source.open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)

    @cached_property
    def _begins(self) -> array[int]:
        """Where each block begins, always with a line; last where the lines end."""
        data, (begin, last) = self._data, self._place
        end = len(data) if last is None else last
        found = {data.find(b"\n", at, end) + 1 for at in range(begin + self._size, end, self._size)}
        return array("Q", [begin, *sorted(found - {begin, end}), end])

    @cached_property
    def _heads(self) -> list[bytes]:
        """The first key of each block, behind a newline and with its mark; none of an empty table."""
        data, begins = self._data, self._begins
        return [b"\n" + data[begin : data.find(self._MARK, begin) + 1] for begin in begins[:-1] if begin < begins[-1]]

    def _block(self, number: int) -> bytes:
        """The lines of a block, with a newline before and behind each; nothing before the first."""
        begins = self._begins
        if number > 0:
            return self._data[begins[number] - 1 : begins[number + 1]]
        return b"\n" + self._data[begins[0] : begins[1]] if not number else b""

    def _all(self) -> list[str]:
        lines: list[str] = self._data[self._begins[0] : self._begins[-1]].decode("utf-8").split("\n")[:-1]
        return lines


class Words(_Lines, Container[str], Iterable[str]):
    """Lines of a word, sorted by its UTF-8 bytes."""

    _MARK = b"\n"

    def number(self, word: str) -> int | None:
        """Which of the words one is, from 0 on, or `None`. No newline is in any."""
        wanted = b"\n" + word.encode("utf-8", "surrogatepass") + b"\n"
        block = bisect_right(self._heads, wanted) - 1
        lines = self._block(block)
        at = lines.find(wanted)
        return self._counts[block] + lines.count(b"\n", 0, at) if at >= 0 else None

    def __contains__(self, word: object) -> bool:
        """Whether there is such a word."""
        return isinstance(word, str) and self.number(word) is not None

    def __iter__(self) -> Iterator[str]:
        """The words in their order."""
        return iter(self._all())

    def __len__(self) -> int:
        """How many there are."""
        return self._counts[-1]

    @cached_property
    def _counts(self) -> list[int]:
        """How many words stand before each block, and in all."""
        counts = [self._block(number).count(b"\n") - 1 for number in range(len(self._heads))]
        return list(accumulate(counts, initial=0))


class Table(_Lines, Container[str], Iterable[str]):
    """Lines of `key<TAB>value`, sorted by the UTF-8 bytes of the key."""

    _MARK = b"\t"

    def __init__(
        self, source: Path | bytes | mmap, begin: int = 0, end: int | None = None, block: int = _BLOCK
    ) -> None:
        super().__init__(source, begin, end, block)
        self._seen: dict[str, str | None] = {}

    def get(self, key: str) -> str | None:
        """The value of a key, or `None`; remembered. Neither tab nor newline is in any key."""
        seen = self._seen
        if key in seen:
            return seen[key]
        if len(seen) >= _LIMIT:
            seen.clear()
        found = seen[key] = self.find(key)
        return found

    def find(self, key: str) -> str | None:
        """The same without a memory, for who has one."""
        wanted = b"\n" + key.encode("utf-8", "surrogatepass") + b"\t"
        number = bisect_right(self._heads, wanted) - 1
        begins = self._begins
        # asked so often that a call less counts
        block = self._data[begins[number] - 1 : begins[number + 1]] if number > 0 else self._block(number)
        at = block.find(wanted)
        if at < 0:
            return None
        begin = at + len(wanted)
        return block[begin : block.index(b"\n", begin)].decode("utf-8")

    def among(self, keys: Iterable[str]) -> list[str]:
        """Those that are keys, in their order: for many of which hardly any is."""
        data, begins, heads, found = self._data, self._begins, self._heads, []
        for key in keys:
            wanted = b"\n" + key.encode("utf-8", "surrogatepass") + b"\t"
            number = bisect_right(heads, wanted) - 1
            if number >= 0 and (wanted == heads[number] or data.find(wanted, begins[number], begins[number + 1]) >= 0):
                found.append(key)
        return found

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key."""
        return isinstance(key, str) and self.find(key) is not None

    def __iter__(self) -> Iterator[str]:
        """The keys in their order."""
        return iter(self.read())

    def __len__(self) -> int:
        """How many keys there are."""
        return sum(self._block(number).count(b"\n") - 1 for number in range(len(self._heads)))

    def reach(self, key: str) -> int:
        """How many characters at its beginning a key shares with a key of the table, at most."""
        wanted = b"\n" + key.encode("utf-8", "surrogatepass") + b"\t"
        number = bisect_right(self._heads, wanted) - 1
        lines = [*self._block(number).split(b"\n")[1:-1], *[head[1:] for head in self._heads[number + 1 : number + 2]]]
        at = bisect_right(lines, wanted[1:])
        beside = [line.decode("utf-8") for line in lines[max(0, at - 1) : at + 1]]
        return max([len(list(takewhile(bool, map(eq, key, line)))) for line in beside], default=0)

    def following(self, begin: str) -> set[str] | None:
        """What letters and signs of ASCII stand behind a beginning of keys; `None` where many keys begin so."""
        wanted = begin.encode("utf-8", "surrogatepass")
        first = max(0, bisect_right(self._heads, b"\n" + wanted) - 1)
        last = bisect_right(self._heads, b"\n" + wanted + b"\x7f", first)
        if last - first > _FEW:
            return None
        rows = self._data[self._begins[first] : self._begins[last]].split(b"\n")
        return {chr(row[len(wanted)]) for row in rows if row.startswith(wanted) and b"\t"[0] < row[len(wanted)] < 0x80}

    def read(self) -> dict[str, str]:
        """Every key with its value."""
        return {key: value for key, _, value in (line.partition("\t") for line in self._all())}


class Read(Mapping[str, T]):
    """A table whose values are read when they are asked for.

    Args:
        table: the lines.
        read: gives a value of its line.
    """

    def __init__(self, table: Table, read: Callable[[str], T]) -> None:
        self._table = table
        self._read = read

    def __getitem__(self, key: str) -> T:
        """The value of a key."""
        line = self._table.find(key)
        if line is None:
            raise KeyError(key)
        return self._read(line)

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key; no value is read."""
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self._table)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._table)


def lines(table: Mapping[str, str]) -> bytes:
    """The lines of a table."""
    rows = [(f"{key}\t".encode(), f"{value}\n".encode()) for key, value in table.items()]
    return b"".join([part for row in sorted(rows) for part in row])


class tables(kept):  # noqa: N801 - a decorator
    """Decorator of a function that makes some tables: as `kept`, but they stay packed, and mapped where they are kept.

    Args:
        name: of them together.
        of: a folder with other files that they are made of.
    """

    def __init__(self, name: str, of: str = ROOT) -> None:
        super().__init__(name, of=of)

    def __call__(self, make: Callable[[], Mapping[str, Mapping[str, str]]]) -> Callable[[], dict[str, Table]]:  # type: ignore[override]
        """The function, computed once."""
        return super().__call__(lambda: {name: Table(lines(table)) for name, table in make().items()})

    def _read(self, place: str, key: bytes) -> dict[str, Table]:
        found = shelf.mapped(place)
        if found is None:
            raise LookupError(place)
        data, begin = found
        if data[begin : begin + len(key) + 1] != key + b"\n":
            raise LookupError(place)
        head = data.find(b"\n", begin + len(key) + 1)
        sizes = json.loads(data[begin + len(key) + 1 : head])
        at = head + 1
        made: dict[str, Table] = {}
        for name, size in sizes.items():
            made[name] = Table(data, at, at + size)
            at += size
        return made

    def _written(self, made: Any) -> bytes:
        parts = {name: lines(table.read()) for name, table in made.items()}
        sizes = {name: len(part) for name, part in parts.items()}
        return json.dumps(sizes).encode() + b"\n" + b"".join(parts.values())
