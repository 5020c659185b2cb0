"""`mtqa baseline`: what the gate need not complain of again."""

from __future__ import annotations

import dataclasses

import click

from mtqa.baseline import Baseline
from mtqa.cli.messages import Fault
from mtqa.cli.options import Request, request_options
from mtqa.cli.output import opened
from mtqa.cli.run import Run
from mtqa.document import Problem


@click.command("baseline", short_help="Write down today's findings, so that check shows only new ones.")
@request_options(gate=False)
@click.option("-o", "--output", required=True, metavar="FILE", help="The baseline to write (JSON).")
def command(request: Request, output: str) -> int:
    """Write down today's findings; `mtqa check --baseline FILE` then leaves them out and counts them as suppressed.

    A finding is known again by its document's id, its rule and the flagged text, wherever it moves in the document.
    Exit status 0, or 2 if an input could not be read or a rule crashed; then nothing is written.
    """
    # what is only hidden from view counts in the gate, and so belongs in the baseline
    run = Run(dataclasses.replace(request, config=dataclasses.replace(request.config, min_severity="neutral")))
    with opened(output, request.reads()) as stream:
        findings = [
            (item.document.id, finding)
            for item in run.reports(progress=True)
            if not isinstance(item, Problem)
            for finding in item.findings
        ]
        if run.broken:
            raise Fault(f"{output}: not written, for not everything could be checked; mend the above first")
        stream.write(Baseline.of(findings).dumps())
    return 0
