"""`mtqa spot`: a few stories as an editor reads them."""

from __future__ import annotations

import heapq
import random
import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest
from pathlib import Path
from typing import TypeVar

import click

from mtqa.cli.messages import Fault, say
from mtqa.cli.options import Request, request_options
from mtqa.cli.output import opened, wants_color
from mtqa.cli.run import Run
from mtqa.cli.sheet import Sheet
from mtqa.cli.story import story_lines
from mtqa.document import Problem
from mtqa.report import DocumentReport
from mtqa.reporters.lines import count
from mtqa.reporters.visible import disarmed

_NUMBER = click.IntRange(1, 10_000)
#: Widest line; verdicts in the order they are drawn from.
_WIDEST = 160
_VERDICTS = ("fail", "warn", "pass", "unchecked")


@click.command("spot", short_help="Show a few stories as an editor reads them, faults marked.")
@request_options(gate=False)
@click.option("--worst", type=_NUMBER, metavar="N", help="Show the N stories with the lowest scores. [3]")
@click.option(
    "--sample",
    type=_NUMBER,
    metavar="N",
    help="Show N stories picked by chance instead, spread over verdicts and files.",
)
@click.option("--seed", type=int, default=0, metavar="S", help="Another seed picks other stories. [0]")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Leave out the findings written down by `mtqa baseline`.",
)
@click.option(
    "--sheet",
    metavar="FILE",
    help="A table (CSV) of the findings shown, to fill in: accept or dismiss in the column `verdict`. What it says "
    "already is shown, and kept.",
)
@click.option("--color/--no-color", default=None, help="Colours. [only on a terminal]")
def command(
    request: Request, worst: int | None, sample: int | None, seed: int, sheet: str | None, color: bool | None
) -> int:
    """Show a few stories as an editor reads them: the headline, what to look at first, then the whole story, flagged
    words underlined (without colours in marks that the story has none of), the source beside or under each paragraph,
    and what is wrong.

    Exit status 0, or 2 if an input could not be read or a rule crashed; a failed gate is not asked about here.
    """
    if worst is not None and sample is not None:
        raise Fault("--worst and --sample exclude each other; give one of them")
    ticked = Sheet(sheet) if sheet is not None else None
    run = Run(request)
    reports = (item for item in run.reports(progress=True) if not isinstance(item, Problem))
    chosen = _worst(reports, worst or 3) if sample is None else _sample(reports, sample, seed)
    if ticked is not None:
        todo = ticked.write(chosen, request.reads())
        say(f"{ticked.path}: {count(todo, 'finding')} to be judged: write accept or dismiss into `verdict`", "note")
    if request.quiet:
        return 2 if run.broken else 0
    with opened(None, request.reads()) as stream:
        painted = wants_color(color, stream)
        columns = min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else 80
        for report in chosen:
            ticks = ticked.ticks(report) if ticked is not None else {}
            missed = ticked.missed(report) if ticked is not None else ()
            for line in story_lines(report, max(columns, 40), color=painted, ticks=ticks, missed=missed):
                stream.write(disarmed(line) + "\n")
            stream.write("\n")
        how = "the lowest scores first" if sample is None else f"picked by chance, seed {seed}"
        stream.write(f"{len(chosen)} of {run.documents} {'story' if run.documents == 1 else 'stories'}, {how}\n")
    return 2 if run.broken else 0


def _worst(reports: Iterable[DocumentReport], number: int) -> list[DocumentReport]:
    """The lowest scores, what was not judged last; of equal ones the heavier penalty, then the earlier document."""

    def key(report: DocumentReport) -> tuple[bool, float, int]:
        return report.verdict == "unchecked", report.score, -report.penalty

    return heapq.nsmallest(number, reports, key=key)


_Numbered = tuple[int, DocumentReport]


def _sample(reports: Iterable[DocumentReport], number: int, seed: int) -> list[DocumentReport]:
    """A sample in the order of reading: verdicts take turns, and of each verdict the files, in an order of chance.

    Of each file and verdict a fair sample is in memory (reservoir sampling).
    """
    pick = random.Random(seed)  # noqa: S311 - no secret
    kept: dict[str, dict[str, list[_Numbered]]] = {verdict: {} for verdict in _VERDICTS}
    seen: dict[tuple[str, str], int] = {}
    for place, report in enumerate(reports):
        stratum = report.verdict, report.document.path or ""
        before = seen[stratum] = seen.get(stratum, -1) + 1
        pool = kept[stratum[0]].setdefault(stratum[1], [])
        if before < number:
            pool.append((place, report))
        elif (other := pick.randrange(before + 1)) < number:
            pool[other] = (place, report)
    spread = []
    for files in kept.values():
        pools = [_shuffled(pool, pick) for pool in files.values()]
        spread.append(list(_in_turns(_shuffled(pools, pick))))
    return [report for _, report in sorted(islice(_in_turns(spread), number), key=lambda item: item[0])]


_Item = TypeVar("_Item")


def _shuffled(items: Iterable[_Item], pick: random.Random) -> list[_Item]:
    items = list(items)
    pick.shuffle(items)
    return items


def _in_turns(rows: Iterable[Iterable[_Item]]) -> Iterator[_Item]:
    """The first of each row, then the second of each that has one …"""
    nothing = object()
    for items in zip_longest(*rows, fillvalue=nothing):
        yield from (item for item in items if item is not nothing)  # type: ignore[misc]
