"""Figures of rows of kinds, as trained tables hold them: all rows one behind the other, and a character for each."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["figure", "figures", "written"]

_ZERO = 512  # the character of 0


def figure(value: str) -> int:
    """What a character says."""
    return ord(value) - _ZERO


def figures(rows: str, values: str) -> dict[str, int]:
    """The figure of each row; all rows are of one size."""
    size = len(rows) // max(1, len(values))
    cut = [rows[i : i + size] for i in range(0, len(rows), max(1, size))]
    return dict(zip(cut, [ord(value) - _ZERO for value in values], strict=True))


def written(known: Iterable[tuple[str, int]]) -> tuple[str, str]:
    """The rows and values that `figures` reads; no figure lies below -512."""
    known = list(known)
    return "".join(row for row, _ in known), "".join(chr(_ZERO + value) for _, value in known)
