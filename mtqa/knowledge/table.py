"""A sorted text table that is searched in place, and cut into lines only where a run asks for much of it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from pathlib import Path

#: Keys a run may look for before the table is cut into lines: finding one in place takes ten times as long as
#: among the lines, and cutting as long as a thousand.
_CUT_AT = 500
_LIMIT = 60_000  # keys remembered


class Table:
    """Lines of `key<TAB>value`, sorted by the UTF-8 bytes of the key.

    Args:
        path: of the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: dict[str, str | None] = {}
        self._asked = 0
        self._lines: list[bytes] = []

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
        self._asked += 1
        if self._asked == _CUT_AT:
            self._lines = self._bytes.rstrip(b"\n").split(b"\n")
        return self._find(key) if self._lines else self._search(key)

    def _find(self, key: str) -> str | None:
        wanted = key.encode("utf-8", "surrogatepass") + b"\t"
        lines = self._lines
        at = bisect_left(lines, wanted)
        if at < len(lines) and lines[at].startswith(wanted):
            return lines[at][len(wanted) :].decode("utf-8")
        return None

    def read(self) -> dict[str, str]:
        """Every key with its value."""
        table: dict[str, str] = {}
        for line in self._bytes.decode("utf-8").rstrip("\n").split("\n"):
            key, _, value = line.partition("\t")
            table[key] = value
        return table

    @cached_property
    def _bytes(self) -> bytes:
        return self._path.read_bytes()

    def _search(self, key: str) -> str | None:
        data, wanted = self._bytes, key.encode("utf-8", "surrogatepass")
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            start = max(data.rfind(b"\n", low, middle) + 1, low)
            tab = data.index(b"\t", start)
            here = data[start:tab]
            if here == wanted:
                return data[tab + 1 : data.find(b"\n", tab)].decode("utf-8")
            if here < wanted:
                low = data.find(b"\n", tab) + 1
            else:
                high = start
        return None
