"""`mtqa spot`: a few stories as an editor reads them."""

from __future__ import annotations

import heapq
import random
import shutil
import sys
from collections.abc import Iterable

import click

from mtqa.cli.messages import Fault
from mtqa.cli.options import Request, request_options
from mtqa.cli.output import opened, wants_color
from mtqa.cli.run import Run
from mtqa.cli.story import story_lines
from mtqa.document import Problem
from mtqa.report import DocumentReport
from mtqa.reporters.visible import disarmed

_NUMBER = click.IntRange(1, 10_000)


@click.command("spot", short_help="Show a few stories as an editor reads them, faults marked.")
@request_options(gate=False)
@click.option("--worst", type=_NUMBER, metavar="N", help="Show the N stories with the lowest scores. [3]")
@click.option("--sample", type=_NUMBER, metavar="N", help="Show N stories picked by chance instead.")
@click.option("--seed", type=int, default=0, metavar="S", help="Another seed picks other stories. [0]")
@click.option("--color/--no-color", default=None, help="Colours. [only on a terminal]")
def command(request: Request, worst: int | None, sample: int | None, seed: int, color: bool | None) -> int:
    """Show a few stories as an editor reads them: the whole story, flagged words underlined (between [[ ]] without
    colours), and under each paragraph what is wrong with them.

    Exit status 0, or 2 if an input could not be read or a rule crashed; a failed gate is not asked about here.
    """
    if worst is not None and sample is not None:
        raise Fault("--worst and --sample exclude each other; give one of them")
    run = Run(request)
    reports = (item for item in run.reports(progress=True) if not isinstance(item, Problem))
    chosen = _worst(reports, worst or 3) if sample is None else _sample(reports, sample, seed)
    if request.quiet:
        return 2 if run.broken else 0
    with opened(None, request.reads()) as stream:
        painted = wants_color(color, stream)
        columns = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 80
        for report in chosen:
            for line in story_lines(report, max(columns, 40), color=painted):
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


def _sample(reports: Iterable[DocumentReport], number: int, seed: int) -> list[DocumentReport]:
    """A fair sample in the order of reading, in memory for that many (reservoir sampling)."""
    pick = random.Random(seed)  # noqa: S311 - no secret
    kept: list[tuple[int, DocumentReport]] = []
    for count, report in enumerate(reports):
        if count < number:
            kept.append((count, report))
        elif (place := pick.randrange(count + 1)) < number:
            kept[place] = (count, report)
    return [report for _, report in sorted(kept, key=lambda item: item[0])]
