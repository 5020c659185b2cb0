"""`--format NAME[=FILE]`: the reports of a run, each at its place, and the line that stands on standard error."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.messages import Fault, say
from mtqa.cli.output import Reads, opened, wants_color
from mtqa.reporters import REPORTERS
from mtqa.reporters.visible import visible
from mtqa.tables.files import TableError, missing
from mtqa.tables.report import OF_CHECK, TableReport, is_file_kind
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.config import Config
    from mtqa.document import Problem
    from mtqa.report import DocumentReport
    from mtqa.reporters import Reporter, Summary
    from mtqa.rule import Rule
    from mtqa.tables.columns import Layout


#: Formats by name: reports that are text, and files of tables.
_KNOWN = (*REPORTERS, *OF_CHECK)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report that is asked for.

    Args:
        format: its name.
        file: where it goes; `None`: to --output, or else standard output.
    """

    format: str
    file: str | None = None


class FormatType(click.ParamType[Wanted]):
    """`NAME` or `NAME=FILE`."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """What the help shows."""
        return f"[{'|'.join(_KNOWN)}][=FILE]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Wanted:
        """Read one value. Ends with a usage error: an unknown format, or `=` without a file."""
        if isinstance(value, Wanted):
            return value
        name, equals, file = str(value).partition("=")
        if name not in _KNOWN:
            self.fail(f"{name!r} is not one of {', '.join(_KNOWN)}", param, ctx)
        if equals and not file:
            self.fail(f"{value!r} names no file behind the `=`", param, ctx)
        return Wanted(name, file or None)


def configured(config: Config) -> tuple[Wanted, ...]:
    """The reports that the configuration names, or the one in text.

    Raises:
        Fault: a format that there is not.
    """
    made = []
    for one in config.formats:
        name, _, file = one.partition("=")
        if name not in _KNOWN:
            where = ", ".join(config.origins.get("formats", ()))
            raise Fault(f"{where}: formats: {name!r} is not one of {', '.join(_KNOWN)}")
        made.append(Wanted(name, os.path.relpath(file) if file else None))
    return tuple(made) or (Wanted("text"),)


class Reports:
    """The reports of a run, all written at once.

    Args:
        reporters: of each format.
        spoken: whether one of them says on standard output, or where the user sends it, what the run came to.
        terminal: whether one goes to a terminal, where no line of progress may come between.
    """

    def __init__(self, reporters: Sequence[Reporter | TableReport], spoken: bool, terminal: bool) -> None:
        self._reporters = reporters
        self.spoken = spoken
        self.terminal = terminal

    def add(self, item: DocumentReport | Problem) -> None:
        """Write one document or problem into each."""
        try:
            for reporter in self._reporters:
                reporter.add(item)
        except TableError as error:
            raise Fault(str(error)) from error

    def close(self, summary: Summary) -> None:
        """Write what comes last into each."""
        for reporter in self._reporters:
            reporter.close(summary)
            if isinstance(reporter, TableReport):
                for note in reporter.notes:
                    say(note, "warning")


@contextmanager
def reports(
    wanted: Sequence[Wanted],
    output: str | None,
    reads: Reads,
    signature: str,
    rules: Sequence[Rule],
    layout: Layout,
    *,
    color: bool | None,
    max_shown: int | None,
    quiet: bool,
) -> Iterator[Reports]:
    """Open the reports; each appears whole when the block ends well, or not at all.

    Args:
        wanted: formats and files.
        output: --output, for the one format without a file of its own.
        reads: what the run reads, which none of them may replace.
        layout: of the tables.
        quiet: what would go to standard output is left out.

    Raises:
        Fault: two reports for one place, a file that cannot be written, or packages that are missing for it.
    """
    places = [one.file or output for one in wanted]
    taken = [place for place in places if place not in (None, "-")]
    if len(taken) != len(set(taken)) or sum(place in (None, "-") for place in places) > 1:
        raise Fault("two reports would go to one place; give each but one a file: --format sarif=mtqa.sarif")
    if output is not None and all(one.file for one in wanted):
        raise Fault(f"--output {output} has no report: each format names a file of its own")
    for one, place in zip(wanted, places, strict=True):
        if is_file_kind(one.format):
            if place in (None, "-"):
                raise Fault(
                    f"--format {one.format} is no text: name its file, as in --format {one.format}=mtqa.{one.format}"
                )
            if why := missing(one.format):
                raise Fault(f"--format {one.format} {why}")
    made: list[Reporter | TableReport] = []
    spoken = terminal = False
    with ExitStack() as stack:
        for one, place in zip(wanted, places, strict=True):
            if quiet and place in (None, "-"):
                continue
            stream = stack.enter_context(opened(place, reads))
            colored = wants_color(color, stream)
            if is_file_kind(one.format):
                made.append(TableReport([(stream.buffer, one.format, OF_CHECK[one.format])], layout, signature))
                continue
            reporter = REPORTERS[one.format]
            made.append(reporter(stream, signature, color=colored, rules=rules, max_shown=max_shown, layout=layout))
            spoken = spoken or (one.format == "text" and place in (None, "-"))
            terminal = terminal or stream.isatty()
        yield Reports(made, spoken, terminal)


def tell(summary: Summary) -> None:
    """What the run came to, in one line on standard error, and what of its gate is not as by default."""
    from mtqa.reporters.text import outcome  # costs start-up time

    gate = f"; gate, where not the default: {', '.join(summary.gate)}" if summary.gate else ""
    named = f"; configuration: {summary.configuration}" if summary.configuration is not None else ""
    click.echo(f"mtqa: {visible(outcome(summary)[0] + named + gate)}", err=True)
