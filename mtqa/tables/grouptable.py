"""What groups of documents come to, written as text, Markdown or CSV."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from typing import Literal, TextIO

from mtqa.lazy import regex
from mtqa.reporters.cells import defuse
from mtqa.reporters.lines import count
from mtqa.reporters.visible import clip, disarmed, pad, width
from mtqa.tables.groups import COMPARED, FAMILY, LEAST, MOST, RESAMPLES, SHUFFLES, Figure, differences, figures
from mtqa.tables.samples import Samples

Style = Literal["text", "markdown", "csv"]

COLUMNS = (
    "group",
    "against",
    "measure",
    "family",
    "documents",
    "words",
    "value",
    "low",
    "high",
    "p",
    "p_holm",
)

_STYLES: dict[str, Style] = {".csv": "csv", ".md": "markdown", ".markdown": "markdown", ".txt": "text", "": "text"}
#: Columns of a name of a group.
_WIDEST = 40
#: Cells that hold nothing but figures.
_FIGURES = regex(r"[-0-9.,]{0,30}(?: \[[-0-9., ]{3,60}\])?")
_HEADS = {"score": "mean score", "penalty_per_100": "penalty per 100 words", "failed_percent": "failed, %"}

NOTES = (
    f"[ ]: 95 %, percentile bootstrap by document, {RESAMPLES:,} resamples, seeded; none under {LEAST} documents.",
    "Differences: over the documents that both groups hold; intervals by paired bootstrap, p by approximate "
    f"randomisation ({SHUFFLES:,} shuffles, two-sided), adjusted by Holm's method for the number of pairs of groups.",
    "The score says how much was found, not whose translations are better: on news by good engines it puts the better "
    "of two first in 55 to 57 of 100 pairs. It must not be used to rank modern engines: docs/estimate.md.",
)

_UNLIKE = (
    "Not the same rules ran on all of these documents: some have another language, or no source. Rates of groups that "
    "differ in that are not to be held against each other (`rules_set` in the table of documents says which)."
)


def style_of(file: str) -> Style | None:
    """How a file is written, by what its name ends in; `None` for a name that is none of these."""
    return "text" if file == "-" else _STYLES.get(os.path.splitext(file)[1].lower())


def write(stream: TextIO, style: Style, samples: Samples, names: Sequence[str]) -> None:
    """Write the comparison.

    Args:
        samples: all documents of the run.
        names: of the columns by which they are grouped.
    """
    made = figures(samples.samples, samples.families)
    compared = differences(samples.samples)
    if style == "csv":
        _csv(stream, [*made, *compared])
        return
    grid = _markdown if style == "markdown" else _text
    blocks = _blocks(made, compared, samples, names)
    parts = ["\n\n".join(filter(None, (head, grid(rows) if rows else ""))) for head, rows in blocks]
    notes = [_UNLIKE, *NOTES] if len(samples.missed) > 1 else NOTES
    stream.write("\n\n".join([*parts, *notes]) + "\n")


def _csv(stream: TextIO, made: Sequence[Figure]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in made:
        numbers = (_number(one.value), _number(one.low), _number(one.high), _number(one.p, 4), _number(one.p_holm, 4))
        names = (defuse(one.group), defuse(one.against), one.measure, defuse(one.family))
        writer.writerow((*names, one.documents, one.words or None, *numbers))


def _blocks(
    made: Sequence[Figure], compared: Sequence[Figure], samples: Samples, names: Sequence[str]
) -> list[tuple[str, list[list[str]]]]:
    """A line and a table each, the table's first row its head."""
    groups = list(dict.fromkeys(one.group for one in made))
    by = ", ".join(names)
    own = {(one.group, one.measure): one for one in made if not one.family}
    left = f"; {count(samples.left, 'document')} unchecked, left out" if samples.left else ""
    table = [[by, "documents", "words", *(_HEADS[measure] for measure in COMPARED)]]
    for group in groups:
        row = [own[group, measure] for measure in COMPARED]
        table.append([group, f"{row[0].documents:,}", f"{row[0].words:,}", *map(_spread, row)])
    blocks = [(f"{count(len(samples.samples), 'document')} by {by}{left}", table)]
    families = [one for one in made if one.measure == FAMILY]
    if families:
        families.sort(key=lambda one: one.family)  # within a family in the order of the groups
        rows = [["findings per 1,000 words", by, "rate"]]
        rows += [[one.family, one.group, _spread(one)] for one in families]
        blocks.append(("Findings by family", rows))
    if compared:
        rows = [["difference", "documents", "of", "", "p", "p (Holm)"]]
        rows += [
            [
                f"{one.group} − {one.against}",
                f"{one.documents:,}",
                _HEADS[one.measure],
                _spread(one),
                _number(one.p, 4),
                _number(one.p_holm, 4),
            ]
            for one in compared
        ]
        blocks.append(("Differences in what both translate", rows))
    elif len(groups) > MOST:
        blocks.append((f"More than {MOST} groups: no two are compared.", []))
    elif len(groups) > 1:
        blocks.append(
            (f"No two groups hold {LEAST} documents of the same sources (see --pair-by): none are compared.", [])
        )
    return blocks


def _spread(one: Figure) -> str:
    between = f" [{one.low:.2f}, {one.high:.2f}]" if one.low is not None else ""
    return f"{one.value:.2f}{between}"


def _number(value: float | None, places: int = 2) -> str:
    return "" if value is None else f"{value:.{places}f}"


def _text(rows: list[list[str]]) -> str:
    shown = [[clip(cell, 2 * _WIDEST + 3) for cell in row] for row in rows]
    widths = [max(width(row[place]) for row in shown) for place in range(len(rows[0]))]
    lines = ["  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in shown]
    return "\n".join(map(disarmed, lines))


def _markdown(rows: list[list[str]]) -> str:
    from mtqa.reporters.markdown import plain_text

    shown = [[cell if _FIGURES.fullmatch(cell) else plain_text(cell) for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in shown]
    lines.insert(1, f"|{'---|' * len(rows[0])}")
    return "\n".join(lines)
