"""A sorted text table that is searched in place, and read whole only where a run asks for much of it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

#: Distinct keys a run may ask for before the table is read whole: one story asks for some hundreds, and finding
#: them in place costs less than reading everything; a long feed soon asks for most of what there is.
_READ_WHOLE_AT = 6_000


class Table:
    """Lines of `key<TAB>value`, sorted by the UTF-8 bytes of the key.

    Args:
        path: of the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: dict[str, str | None] = {}
        self._whole: dict[str, str] | None = None

    def get(self, key: str) -> str | None:
        """The value of a key, or `None`. Neither tab nor newline is in any key."""
        if self._whole is not None:
            return self._whole.get(key)
        try:
            return self._seen[key]
        except KeyError:
            pass
        if len(self._seen) >= _READ_WHOLE_AT:
            self._seen.clear()
            self._whole = self.read()
            return self._whole.get(key)
        found = self._seen[key] = self._search(key)
        return found

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
