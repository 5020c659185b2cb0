"""Where the ids of a file first stood, in a few bytes each: a dict of a million ids takes a quarter of a gigabyte."""

from __future__ import annotations

from array import array
from hashlib import blake2b


class Places:
    """A table of names and lines that can only grow.

    Of a name 64 bits of a hash are kept: of 37 million files with a million ids, one has two that are taken for one.
    """

    def __init__(self) -> None:
        self._count = 0
        self._keys, self._lines = _empty(16)

    def add(self, name: object, line: int | None) -> bool:
        """Note the line of a name; False where it is known already, and its first line stays."""
        if 3 * self._count >= 2 * len(self._keys):
            self._grow()
        key = _key(name)
        slot = _slot(self._keys, key)
        if self._keys[slot]:
            return False
        self._keys[slot], self._lines[slot] = key, line or 0
        self._count += 1
        return True

    def line(self, name: object) -> int | None:
        """The line noted first for a name; `None` where none was told."""
        return self._lines[_slot(self._keys, _key(name))] or None

    def _grow(self) -> None:
        keys, lines = _empty(4 * len(self._keys) if len(self._keys) < 1 << 16 else 2 * len(self._keys))
        for key, line in zip(self._keys, self._lines, strict=True):
            if key:
                slot = _slot(keys, key)
                keys[slot], lines[slot] = key, line
        self._keys, self._lines = keys, lines


def _empty(size: int) -> tuple[array[int], array[int]]:
    return array("Q", (0,)) * size, array("Q", (0,)) * size


def _key(name: object) -> int:
    return int.from_bytes(blake2b(repr(name).encode(), digest_size=8).digest()) or 1  # 0 is an empty slot


def _slot(keys: array[int], key: int) -> int:
    """Where the key stands, or would."""
    last = len(keys) - 1
    slot = key & last
    while keys[slot] not in (0, key):
        slot = (slot + 1) & last
    return slot
