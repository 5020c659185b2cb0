"""`mtqa check`: the linter and the gate."""

from __future__ import annotations

import click

from mtqa.cli.options import Request, request_options
from mtqa.cli.output import opened, wants_color
from mtqa.cli.run import Run
from mtqa.reporters import REPORTERS, Tally


@click.command("check", short_help="Check documents and report what is garbled, where and why.")
@request_options()
@click.option("--format", "format_", type=click.Choice(tuple(REPORTERS)), default="text", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file, whole or not at all.")
@click.option(
    "--max-shown",
    type=click.IntRange(0),
    default=50,
    show_default=True,
    metavar="N",
    help="Findings the text report shows, those of the worst documents first; 0 for all.",
)
@click.option("--color/--no-color", default=None, help="Colours in the text report. [only on a terminal]")
def command(request: Request, format_: str, output: str | None, max_shown: int, color: bool | None) -> int:
    """Check documents and report what is garbled, where and why.

    PATHS are files, directories, glob patterns, or - for standard input: plain text, HTML, RSS, Atom, JSON Feed,
    JSONL, CSV, TSV, each also packed as .gz.

    Exit status 0: every document that could be judged passed. 1: the gate failed. 2: an input could not be read,
    the configuration is bad, a rule crashed, or no document could be judged; the other documents are still checked
    and reported.
    """
    run = Run(request)
    tally = Tally()
    if request.quiet and output is None:
        for _ in run.reports():
            pass
        return run.status
    with opened(output, request.reads()) as stream:
        signature = run.engine.signature
        reporter = REPORTERS[format_](
            stream,
            signature,
            color=wants_color(color, stream),
            rules=run.engine.rules,
            max_shown=max_shown or None,
        )
        for item in run.reports(progress=not stream.isatty()):
            tally.add(item)
            reporter.add(item)
        reporter.close(tally.summary(signature, request.config, run.gone))
    return run.status
