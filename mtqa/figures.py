"""What rules were measured to find: `figures.csv` at the root of a package or folder of rules.

One row for each rule and set of texts in which it found something; for a rule that found nothing, the first set.
Written by `tools/measure_rules.py --table`, shown by `mtqa explain`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import astuple, fields
from pathlib import Path

from mtqa.values import dataclass

__all__ = ["FILE", "Figures", "read", "write"]

FILE = "figures.csv"


@dataclass(frozen=True, slots=True)
class Figures:
    """What a rule found in a set of texts.

    Attributes:
        set: name of the set; what it holds is said in docs/rules/README.md.
        words: in the set.
        found: findings.
        distinct: different (document, text) pairs among them, so that many systems on one story do not count twice.
        unread: those in documents nobody read while the rule was written, odd by the SHA-256 of their id.
        met: the share that meets a mark a person made; `None` where nobody marked the set.
        chance: the share expected of spans as long anywhere in the same segments.
    """

    set: str
    words: int
    found: int
    distinct: int
    unread: int
    met: float | None = None
    chance: float | None = None


def read(root: Path) -> dict[str, tuple[Figures, ...]]:
    """The figures of rules by id; none where there is no table.

    Raises:
        ValueError: what is wrong with the table.
    """
    path = root / FILE
    if not path.is_file():
        return {}
    found: dict[str, list[Figures]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), 2):
            try:
                counts = (int(row[name]) for name in ("words", "found", "distinct", "unread"))
                shares = (float(row[name]) if row[name] else None for name in ("met", "chance"))
                found[row["rule"]].append(Figures(row["set"], *counts, *shares))
            except (KeyError, TypeError, ValueError):
                raise ValueError(f"{path}: line {number} is no row of rule, {', '.join(_COLUMNS)}") from None
    return {rule: tuple(rows) for rule, rows in found.items()}


_COLUMNS = tuple(field.name for field in fields(Figures))


def write(root: Path, figures: dict[str, list[Figures]]) -> None:
    """Write the table of the rules below `root`, in order of their ids."""
    with (root / FILE).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("rule", *_COLUMNS))
        for rule, rows in sorted(figures.items()):
            writer.writerows((rule, *astuple(row)) for row in rows)
