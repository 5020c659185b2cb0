"""How Vietnamese reads the Chinese characters of its names."""

from __future__ import annotations

from functools import cache
from itertools import product

from mtqa.knowledge.data import DATA

__all__ = ["readings", "written"]


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    """The readings of each character in plain small letters."""
    found: dict[str, tuple[str, ...]] = {}
    for line in DATA.joinpath("vietnamese.txt").read_text("utf-8").splitlines():
        reading, _, characters = line.partition(" ")
        if not line.startswith("#"):
            found |= {char: (*found.get(char, ()), reading) for char in characters}
    return found


def readings(char: str) -> tuple[str, ...]:
    """How a character of a name is read, in plain small letters; empty where that is not known."""
    return _readings().get(char, ())


def written(name: str) -> set[str]:
    """All ways to write some characters, in plain small letters without spaces."""
    return {"".join(parts) for parts in product(*map(readings, name))}
