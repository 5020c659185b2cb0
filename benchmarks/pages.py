"""The tables of benchmarks/README.md and docs/cost.md, made of the figures that are kept."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path

from benchmarks.figures import Figure, kept, table
from benchmarks.text import ROOT

_README, _COST = ROOT / "benchmarks" / "README.md", ROOT / "docs" / "cost.md"
_WORDS, _HOUR, _HOURS = 1e9, 3_600, 24
#: What a core costs an hour: an assumption, to be replaced by what one pays.
_PRICE = 0.04

#: What docs/cost.md reckons with: part, and how the figure's name begins.
_USED = {
    "new text, one process": ("jobs", "1 job"),
    "new text, two processes (`--jobs 2`)": ("jobs", "2 jobs"),
    "unchanged text, out of the cache": ("cache", "second run, nothing changed"),
    "Spark, one core": ("spark", "Spark, 1 core"),
    "Spark, two cores": ("spark", "Spark, 2 cores"),
}
_NEW, _CACHED = "new text, two processes (`--jobs 2`)", "unchanged text, out of the cache"

_Parts = Mapping[str, tuple[list[Figure], dict[str, str]]]


def write() -> None:
    """Write the tables anew, between their marks."""
    for path, text in made().items():
        path.write_text(text, encoding="utf-8")


def made() -> dict[Path, str]:
    """The pages with their tables as they follow from what is kept."""
    parts = kept()
    shown = [f"{_about(name, about)}\n\n{_narrow(table(figures))}" for name, (figures, about) in parts.items()]
    readme, cost = (path.read_text(encoding="utf-8") for path in (_README, _COST))
    cost = _put(cost, "measured", _measured(parts))
    return {
        _README: _put(readme, "figures", "\n\n".join(shown) or "None yet."),
        _COST: _put(cost, "reckoned", _reckoned(_rates(parts))),
    }


def _about(name: str, about: Mapping[str, str]) -> str:
    where = f"mtqa {about['version']}, {about['date']}, {about['machine']}, {about['load']}"
    return f"**{name}** ({where}, {about['rounds']} rounds)"


def _narrow(text: str) -> str:
    """A table without the spaces that set it in columns."""
    return re.sub(r" +\|", " |", re.sub(r"-{3,}", "---", text))


def _put(page: str, name: str, text: str) -> str:
    """The page with a text between its marks of that name.

    Raises:
        ValueError: the page has no such marks.
    """
    begin, end = f"<!-- {name}: begin -->\n", f"\n<!-- {name}: end -->"
    head, opened, rest = page.partition(begin)
    _, closed, tail = rest.partition(end)
    if not opened or not closed:
        raise ValueError(f"no place marked {name!r}")
    return f"{head}{begin}{text}{end}{tail}"


def _rates(parts: _Parts) -> dict[str, float]:
    """Words a second of one core, by what is done."""
    found = {}
    for name, (part, begins) in _USED.items():
        for one in parts.get(part, ([], {}))[0]:
            if one.name.startswith(begins) and one.per_core:
                found[name] = one.per_core
    return found


def _measured(parts: _Parts) -> str:
    rates = _rates(parts)
    rows = ["| measured | words/s of one core | by |", "| --- | --- | --- |"]
    for name, (part, _) in _USED.items():
        if name in rates:
            rows.append(f"| {name} | {rates[name]:,.0f} | {_about(part, parts[part][1])} |")
        else:
            rows.append(f"| {name} | not measured yet | |")
    return "\n".join(rows)


def _reckoned(rates: Mapping[str, float]) -> str:
    ways = dict(rates)
    if _NEW in rates and _CACHED in rates:
        for share in (0.5, 0.9):
            name = f"two processes, {share:.0%} of the text unchanged and in the cache"
            ways[name] = 1 / ((1 - share) / rates[_NEW] + share / rates[_CACHED])
    rows = [
        "| reckoned, for a billion words a day | words/s of one core | core-hours a day | cores, day and night | "
        f"cores, in six hours | a day, at {_PRICE:.2f} a core-hour | a million words |",
        "| --- " * 7 + "|",
    ]
    for name, rate in ways.items():
        hours = _WORDS / rate / _HOUR
        cores = f"{math.ceil(hours / _HOURS)} | {math.ceil(hours / 6)}"
        money = f"{hours * _PRICE:,.2f} | {hours * _PRICE / 1_000:.5f}"
        rows.append(f"| {name} | {rate:,.0f} | {hours:,.1f} | {cores} | {money} |")
    return "\n".join(rows)
