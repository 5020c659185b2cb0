"""`mtqa baseline`: what the gate need not complain of again."""

from __future__ import annotations

import os
from pathlib import Path

import click

from mtqa.baseline import Baseline, BaselineError, Comparison, Entry, accepted
from mtqa.cli.messages import Fault, say
from mtqa.cli.options import Request, request_options
from mtqa.cli.output import opened
from mtqa.cli.run import Run
from mtqa.document import Problem


@click.command("baseline", short_help="Write down today's findings, so that check shows only new ones.")
@request_options(gate=False)
@click.option("-o", "--output", required=True, metavar="FILE", help="The baseline to write (JSON).")
@click.option("--prune", is_flag=True, help="Only take out of the baseline what is no longer found; add nothing.")
def command(request: Request, output: str, prune: bool) -> int:
    """Write down today's findings; `mtqa check --baseline FILE` then leaves them out and counts them as suppressed.

    A finding is known again by its file as seen from the folder of the baseline, its document, its rule and the
    flagged text, wherever it moves in the document. Written over an older one, a baseline keeps the reasons given
    there, and what the run cannot speak of: findings in files it did not read and of rules that did not run.
    Exit status 0, or 2 if an input could not be read or a rule crashed; then nothing is written.
    """
    run = Run(request)
    old = _before(output)
    if prune and old is None:
        raise Fault(f"{output}: nothing to prune: there is no such baseline")
    folder = "." if output == "-" else os.path.dirname(os.path.realpath(output))
    rules = run.engine.rule_set.rules
    before = Comparison(
        old or Baseline(folder=folder), {rule.id for rule in run.engine.rules}, {rule.id for rule in rules}
    )
    with opened(output, request.reads()) as stream:
        entries: list[Entry] = []
        for item in run.reports(progress=True):
            if not isinstance(item, Problem):
                before.new(item)
                entries += accepted(item, folder, before)
        if run.broken:
            raise Fault(f"{output}: not written, for not everything could be checked; mend the above first")
        made = Baseline(before.pruned() if prune else [*entries, *before.unexamined()], folder)
        stream.write(made.dumps())
    gone = sum(entry.count for entry in before.gone())
    if gone and not request.quiet:
        say(f"{output}: {gone} finding{' is' if gone == 1 else 's are'} no longer found and taken out", "note")
    return 0


def _before(output: str) -> Baseline | None:
    """The baseline that will be written over.

    Raises:
        Fault: something else is there.
    """
    if output == "-" or not os.path.isfile(output) or not os.path.getsize(output):
        return None
    try:
        return Baseline.load(Path(os.path.realpath(output)))
    except BaselineError as error:
        raise Fault(f"{output}: not written, for what is there is no baseline; name another file") from error
