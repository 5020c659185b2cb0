"""The comparison of groups and the plots of `mtqa report`: their options, and where they go."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from contextlib import ExitStack
from typing import IO, Any, TextIO

import click

from mtqa.cli.messages import Fault
from mtqa.cli.options import Request, names
from mtqa.cli.output import opened
from mtqa.document import Problem
from mtqa.report import DocumentReport
from mtqa.tables.columns import Layout
from mtqa.tables.grouptable import style_of, write
from mtqa.tables.plots import EXTRA, FILES, draw
from mtqa.tables.samples import OWN, Samples, to_keep

_OPTIONS = (
    click.option(
        "--group-by",
        callback=names,
        multiple=True,
        metavar="NAMES",
        help=f"Compare groups of documents: by columns of the input, or {', '.join(OWN)}.",
    ),
    click.option(
        "--groups",
        metavar="FILE",
        help="Where the comparison goes: .txt, .md (Markdown) or .csv. [standard output]",
    ),
    click.option(
        "--pair-by",
        metavar="NAME",
        help="Column by which documents of two groups are of one source, such as id. [the source, or file and id]",
    ),
    click.option(
        "--plots", metavar="FOLDER", help=f"Folder for plots ({', '.join(FILES)}), by --group-by, or else by file."
    ),
)


def comparison_options(function: Callable[..., int]) -> Callable[..., int]:
    """The options; the command gets `group_by`, `groups`, `pair_by` and `plots`."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


class Comparison:
    """Gathers the documents of a run, and writes what is asked for when it is closed.

    Args:
        group_by, groups, pair_by, plots: the options.

    Raises:
        Fault: options that do not go together, or packages that are missing.
    """

    def __init__(self, group_by: tuple[str, ...], groups: str | None, pair_by: str | None, plots: str | None) -> None:
        if not group_by and (groups is not None or pair_by is not None):
            option = "--groups" if groups is not None else "--pair-by"
            raise Fault(f"{option} says how groups are compared: name their columns with --group-by, too")
        self.file = (groups or "-") if group_by else None
        self._style = style_of(groups or "-")
        if self._style is None:
            raise Fault(f"--groups {groups}: a comparison is written as .txt, .md or .csv")
        if plots is not None and (why := EXTRA.missing):
            raise Fault(f"--plots {why}")
        self.wanted = bool(group_by) or plots is not None
        self._plots = plots
        self._names = group_by or ("path",)
        self._pair_by = pair_by
        self._samples: Samples | None = None
        self._table: TextIO | None = None
        self._drawings: list[IO[bytes]] = []

    @property
    def keep(self) -> list[str]:
        """Columns of the input that it looks at."""
        return to_keep([*self._names, *filter(None, (self._pair_by,))])

    @property
    def files(self) -> Collection[str]:
        """What it writes."""
        drawn = [os.path.join(self._plots, name) for name in FILES] if self._plots is not None else []
        return [*filter(None, (self.file,)), *drawn]

    def open(self, stack: ExitStack, request: Request, layout: Layout) -> None:
        """Open what it writes.

        Raises:
            Fault: a file or folder that cannot be written.
        """
        if not self.wanted:
            return
        self._samples = Samples(layout, self._names, self._pair_by)
        if self._plots is not None:
            try:
                os.makedirs(self._plots, exist_ok=True)
            except (OSError, ValueError) as error:
                why = getattr(error, "strerror", None) or error
                raise Fault(f"--plots {self._plots}: cannot make the folder: {why}") from error
        for file in self.files:
            if file == self.file and file == "-" and request.quiet:
                continue
            stream = stack.enter_context(opened(file, request.reads()))
            if file == self.file:
                self._table = stream
            else:
                self._drawings.append(stream.buffer)

    def add(self, item: DocumentReport | Problem) -> None:
        """Take one document; problems are of no group."""
        if self._samples is not None and not isinstance(item, Problem):
            self._samples.add(item)

    def close(self) -> None:
        """Write what is asked for; the streams stay open."""
        if self._samples is not None and self._table is not None and self._style is not None:
            write(self._table, self._style, self._samples, self._names)
        if self._samples is not None and self._drawings:
            draw(self._drawings, self._samples, self._names)


def comparison(values: dict[str, Any]) -> Comparison:
    """The comparison of a command, its options taken out of its values.

    Raises:
        Fault: see `Comparison`.
    """
    return Comparison(**{name: values.pop(name) for name in ("group_by", "groups", "pair_by", "plots")})
