"""Characters of simplified and of traditional Chinese that the other does not have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mtqa.knowledge.data import DATA

__all__ = ["foreign_in_japanese", "simplified", "traditional"]


@cache
def _tables() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """For each character its forms in the other script."""
    first, second = (
        {row[0]: row[1:] for row in line.split(" ")}
        for line in DATA.joinpath("chinese.txt").read_text("utf-8").splitlines()
    )
    return first, second


def simplified() -> Mapping[str, str]:
    """Simplified characters, with the traditional ones each may stand for."""
    return _tables()[0]


def traditional() -> Mapping[str, str]:
    """Traditional characters, with the simplified ones each is written as."""
    return _tables()[1]


@cache
def foreign_in_japanese() -> Mapping[str, str]:
    """Simplified characters that Japanese, which has simplified some in the same way, does not write."""
    return {char: "" for char in simplified() if not _in_jis(char)}


def _in_jis(char: str) -> bool:
    try:
        char.encode("shift_jis")
    except UnicodeError:
        return False
    return True
