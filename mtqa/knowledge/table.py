"""A sorted text table that stays in its file, mapped: processes share it, and only what is looked for is read."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import takewhile
from mmap import ACCESS_READ, mmap
from operator import eq
from pathlib import Path

_BLOCK = 1 << 10  # bytes that are searched at once, about
_LIMIT = 60_000  # keys remembered


class Table:
    """Lines of `key<TAB>value`, sorted by the UTF-8 bytes of the key, each with its newline.

    Args:
        path: of the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: dict[str, str | None] = {}

    def get(self, key: str) -> str | None:
        """The value of a key, or `None`; remembered. Neither tab nor newline is in any key."""
        if key in self._seen:
            return self._seen[key]
        if len(self._seen) >= _LIMIT:
            self._seen.clear()
        found = self._seen[key] = self.find(key)
        return found

    def find(self, key: str) -> str | None:
        """The same without a memory, for who has one."""
        wanted = b"\n" + key.encode("utf-8", "surrogatepass") + b"\t"
        block = self._block(bisect_right(self._heads, wanted[1:]) - 1)
        at = block.find(wanted)
        if at < 0:
            return None
        begin = at + len(wanted)
        return block[begin : block.index(b"\n", begin)].decode("utf-8")

    def reach(self, key: str) -> int:
        """How many characters at its beginning a key shares with a key of the table, at most."""
        wanted = key.encode("utf-8", "surrogatepass") + b"\t"
        number = bisect_right(self._heads, wanted) - 1
        lines = [*self._block(number).split(b"\n")[1:-1], *self._heads[number + 1 : number + 2]]
        at = bisect_right(lines, wanted)
        beside = [line.decode("utf-8") for line in lines[max(0, at - 1) : at + 1]]
        return max([len(list(takewhile(bool, map(eq, key, line)))) for line in beside], default=0)

    def read(self) -> dict[str, str]:
        """Every key with its value."""
        table: dict[str, str] = {}
        for line in self._data[:].decode("utf-8").rstrip("\n").split("\n"):
            key, _, value = line.partition("\t")
            table[key] = value
        return table

    @cached_property
    def _data(self) -> mmap:
        with self._path.open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)

    @cached_property
    def _begins(self) -> list[int]:
        """Where each block begins, always with a line; last where the file ends."""
        data = self._data
        found = {data.find(b"\n", at) + 1 for at in range(_BLOCK, len(data), _BLOCK)}
        return [0, *sorted(found - {len(data)}), len(data)]

    @cached_property
    def _heads(self) -> list[bytes]:
        """The first key of each block, with its tab."""
        data = self._data
        return [data[begin : data.find(b"\t", begin) + 1] for begin in self._begins[:-1]]

    def _block(self, number: int) -> bytes:
        """The lines of a block, with a newline before and behind each; nothing before the first."""
        if number < 0:
            return b""
        return b"\n" + self._data[self._begins[number] : self._begins[number + 1]]
