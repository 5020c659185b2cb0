"""Plots of a run, as SVG: by day, by group, by family. Two runs over the same documents draw the same bytes."""

from __future__ import annotations

import datetime
import io
import warnings
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import IO, Any

from mtqa.extras import Extra
from mtqa.tables.groups import FAMILY, PENALTY, SCORE, Figure, figures
from mtqa.tables.samples import Sample, Samples

EXTRA = Extra("mtqa[plots]", (("matplotlib", "matplotlib"),))

#: The plots, by the names of their files.
FILES = ("by-day.svg", "by-group.svg", "families.svg")

#: Groups that are drawn, the largest; families likewise.
_MOST = 12
_LONGEST = 30
#: What is alike everywhere: no fonts of this machine, no markup in names, no ids by chance.
_STYLE = {
    "svg.hashsalt": "mtqa",
    "svg.fonttype": "none",
    "text.parse_math": False,
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.alpha": 0.3,
    "figure.dpi": 72,
    "savefig.dpi": 72,
}
_NOTE = "score and penalty say how much was found, not whose translations are better: docs/estimate.md"


def draw(streams: Sequence[IO[bytes]], samples: Samples, names: Sequence[str]) -> None:
    """Draw the plots into the files of `FILES`, in their order.

    Args:
        samples: all documents of the run.
        names: of the columns by which they are grouped.
    """
    import matplotlib
    from matplotlib.figure import Figure as Canvas

    made = figures(samples.samples, samples.families)
    sizes = Counter(one.group for one in samples.samples)
    groups = sorted(group for group, _ in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))[:_MOST])
    by = ", ".join(names)
    title = f"by {by}" if len(groups) == len(sizes) else f"by {by}, the {_MOST} largest of {len(sizes)}"
    with matplotlib.rc_context(), warnings.catch_warnings():
        # as matplotlib is delivered, whatever the user's own settings; a viewer has the signs that our font has not
        matplotlib.rcdefaults()
        settings: Any = matplotlib.rcParams
        settings.update(_STYLE)
        warnings.filterwarnings("ignore", message=".*[Gg]lyph.*")
        for stream, plot in zip(streams, (_by_day, _by_group, _families), strict=True):
            canvas = Canvas(figsize=(9, 5), layout="constrained")
            plot(canvas, samples.samples, made, groups, title)
            canvas.supxlabel(_NOTE, fontsize=7, color="0.4")
            whole = io.BytesIO()
            canvas.savefig(whole, format="svg", metadata={"Date": None, "Creator": None})
            stream.write(whole.getbuffer())


def _by_day(canvas: Any, samples: Sequence[Sample], _: Sequence[Figure], groups: Sequence[str], title: str) -> None:
    days: dict[str, dict[datetime.date, list[Sample]]] = defaultdict(lambda: defaultdict(list))
    for one in samples:
        if one.day is not None:
            days[one.group][one.day].append(one)
    axes = canvas.subplots(3, 1, sharex=True)
    canvas.suptitle(f"By day, {title}" if days else "By day: no document has a date")
    for group in groups:
        members = sorted(days.get(group, {}).items())
        xs = [day for day, _ in members]
        mean = [sum(one.score for one in of) / len(of) / 100 for _, of in members]
        penalty = [100 * sum(one.penalty for one in of) / sum(one.words for one in of) for _, of in members]
        failed = [100 * sum(one.failed for one in of) / len(of) for _, of in members]
        for axis, ys in zip(axes, (mean, penalty, failed), strict=True):
            axis.plot(xs, ys, marker="o", markersize=3, linewidth=1, label=_short(group))
    for axis, name in zip(axes, ("mean score", "penalty per 100 words", "failed, %"), strict=True):
        axis.set_ylabel(name)
    axes[1].set_ylim(bottom=0)
    axes[2].set_ylim(0, 105)
    if days:
        axes[-1].tick_params(axis="x", rotation=30)
        canvas.legend(*axes[0].get_legend_handles_labels(), loc="outside right upper", fontsize=7)


def _by_group(canvas: Any, _: Sequence[Sample], made: Sequence[Figure], groups: Sequence[str], title: str) -> None:
    axes = canvas.subplots(1, 2, sharey=True)
    canvas.suptitle(f"With 95 % intervals, {title}")
    for axis, measure, name in zip(axes, (SCORE, PENALTY), ("mean score", "penalty per 100 words"), strict=True):
        of = {one.group: one for one in made if one.measure == measure}
        for place, group in enumerate(groups):
            one = of[group]
            if one.low is not None and one.high is not None:
                axis.plot([one.low, one.high], [place, place], color="0.5", linewidth=2)
            axis.plot([one.value], [place], marker="o", color="C0")
        axis.set_xlabel(name)
        axis.set_yticks(range(len(groups)), [_short(group) for group in groups])
    axes[0].invert_yaxis()


def _families(canvas: Any, _: Sequence[Sample], made: Sequence[Figure], groups: Sequence[str], title: str) -> None:
    axis = canvas.subplots()
    canvas.suptitle(f"Findings per 1,000 words, {title}")
    rates = {(one.family, one.group): one.value for one in made if one.measure == FAMILY}
    total: Counter[str] = Counter()
    for (family, _group), rate in rates.items():
        total[family] += round(1000 * rate)
    families = [family for family, _ in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:_MOST]]
    size = 0.8 / max(len(groups), 1)
    for number, group in enumerate(groups):
        places = [place + number * size for place in range(len(families))]
        axis.barh(places, [rates[family, group] for family in families], height=size, label=_short(group))
    axis.set_yticks([place + 0.4 - size / 2 for place in range(len(families))], families)
    axis.invert_yaxis()
    if families:
        canvas.legend(*axis.get_legend_handles_labels(), loc="outside right upper", fontsize=7)


def _short(name: str) -> str:
    """A name as far as there is room; one that begins with an underscore would be left out of a legend."""
    shown = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return f"\u200b{shown}" if shown.startswith("_") else shown
