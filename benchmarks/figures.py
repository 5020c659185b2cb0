"""The figures of a run: one table of what was measured and what is asked, kept so that pages can be made of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from benchmarks.clock import Measured

#: What was measured last, by part.
KEPT = Path(__file__).with_name("measured.json")


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the table.

    Attributes:
        name: what was measured.
        value: it, the median of several runs; least and most are the spread.
        unit: of it.
        asked: bound that it should keep to; `None` where none is set.
        way: whether it must be at least or at most as asked.
        cpu, wall: seconds of the runs, medians; `None` where there is no sense in them.
        note: on what, and beside what.
        per_core: words a second of one core by the clock, where docs/cost.md reckons with it.
    """

    name: str
    value: float
    unit: str
    least: float = 0
    most: float = 0
    asked: float | None = None
    way: Literal["≥", "≤"] = "≥"
    cpu: float | None = None
    wall: float | None = None
    note: str = ""
    per_core: float | None = None

    @property
    def met(self) -> str:
        """Whether it is as asked: `yes`, `NO`, or nothing."""
        if self.asked is None:
            return ""
        return "yes" if (self.value >= self.asked if self.way == "≥" else self.value <= self.asked) else "NO"


def figure(name: str, value: Measured, unit: str, **more: object) -> Figure:
    """A figure with its spread."""
    return Figure(name, value.median, unit, value.least, value.most, **more)  # type: ignore[arg-type]


def said(value: float, unit: str) -> str:
    """A number as it is read: three places that count."""
    text = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{text} {unit}".strip()


_HEAD = ("figure", "measured", "spread", "asked", "met", "CPU s", "wall s", "on")


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table: plain text that is Markdown, too."""
    rows = [
        (
            one.name,
            said(one.value, one.unit),
            f"{said(one.least, '')} to {said(one.most, '')}" if one.most else "",
            "" if one.asked is None else f"{one.way} {said(one.asked, one.unit)}",
            one.met,
            "" if one.cpu is None else f"{one.cpu:,.2f}",
            "" if one.wall is None else f"{one.wall:,.2f}",
            one.note,
        )
        for one in figures
    ]
    widths = [max(map(len, column)) for column in zip(_HEAD, *rows, strict=True)]
    lines = [_line(_HEAD, widths), "|" + "|".join("-" * (width + 2) for width in widths) + "|"]
    return "\n".join((*lines, *(_line(row, widths) for row in rows)))


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"


def keep(part: str, figures: Iterable[Figure], about: Mapping[str, str]) -> None:
    """Keep what a part measured, in place of what it measured before."""
    parts = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    parts[part] = {**about, "figures": [asdict(one) for one in figures]}
    KEPT.write_text(json.dumps(parts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def kept() -> dict[str, tuple[list[Figure], dict[str, str]]]:
    """What each part measured last, and when, by which version, on which machine."""
    parts = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    return {part: ([Figure(**one) for one in about.pop("figures")], about) for part, about in parts.items()}
