"""`mtqa check`: the linter and the gate."""

from __future__ import annotations

import click

from mtqa.cli.formats import FormatType, Wanted, configured, reports, tell
from mtqa.cli.options import Request, request_options
from mtqa.cli.run import Run


@click.command("check", short_help="Check documents and report what is garbled, where and why.")
@request_options(keep=True, new=True)
@click.option(
    "--format",
    "formats",
    type=FormatType(),
    multiple=True,
    help="Format of the report; again for more, each but one with a file: `--format text --format sarif=mtqa.sarif`. "
    "[text, or what the configuration says]",
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file, whole or not at all.")
@click.option(
    "--max-shown",
    type=click.IntRange(0),
    default=50,
    show_default=True,
    metavar="N",
    help="Findings that text and markdown show, those of the worst documents first; 0 for all.",
)
@click.option("--color/--no-color", default=None, help="Colours in the text report. [only on a terminal]")
def command(
    request: Request, formats: tuple[Wanted, ...], output: str | None, max_shown: int, color: bool | None
) -> int:
    """Check documents and report what is garbled, where and why.

    PATHS are files, directories, glob patterns, or - for standard input: plain text, HTML, RSS, Atom, JSON Feed,
    JSONL, CSV, TSV, each also packed as .gz.

    Where no text report stands on standard output, one line on standard error says what the run came to.

    Exit status 0: every document that could be judged passed. 1: the gate failed. 2: an input could not be read,
    the configuration is bad, a rule crashed, or no document could be judged; the other documents are still checked
    and reported.
    """
    if not formats:
        formats = configured(request.config)
        output = output or request.config.output
    run = Run(request)
    signature = run.engine.signature
    with reports(
        formats,
        output,
        request.reads(),
        signature,
        run.engine.rules,
        run.layout,
        color=color,
        max_shown=max_shown or None,
        quiet=request.quiet,
    ) as made:
        for item in run.reports(progress=not made.terminal):
            made.add(item)
        summary = run.summary
        made.close(summary)
    run.remember()
    if not (made.spoken or request.quiet):
        tell(summary)
    return run.status
