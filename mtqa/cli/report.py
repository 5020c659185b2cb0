"""`mtqa report`: tables for the analyst."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, TextIO

import click

from mtqa.cli.comparison import comparison, comparison_options
from mtqa.cli.messages import Fault, say
from mtqa.cli.options import Request, request_options
from mtqa.cli.output import Reads, opened
from mtqa.cli.run import Run
from mtqa.reporters import REPORTERS
from mtqa.reporters.cells import SEPARATOR
from mtqa.tables.columns import DOCUMENT_COLUMNS, FINDING_COLUMNS, RULE_COLUMNS, Layout, Table
from mtqa.tables.files import MANY, TableError, kind_of, missing
from mtqa.tables.report import TableReport

if TYPE_CHECKING:
    from mtqa.engine import Engine
    from mtqa.reporters import Reporter


def _of_type(wanted: str) -> str:
    """The columns of a type, for the help."""
    columns = {**DOCUMENT_COLUMNS, **FINDING_COLUMNS, **RULE_COLUMNS}
    return ", ".join(name for name, type in columns.items() if type == wanted)


@click.command(
    "report",
    short_help="Write tables: a row a document, a row a finding.",
    epilog=(
        f"Columns of --documents: {', '.join(DOCUMENT_COLUMNS)}; then the findings of each family, then what --keep "
        "names.\n\n"
        f"Columns of --findings: {', '.join(FINDING_COLUMNS)}; then what --keep names.\n\n"
        f"Columns of --rules-table: {', '.join(RULE_COLUMNS)}.\n\n"
        f"Whole numbers: {_of_type('integer')}. Numbers with two decimals: {_of_type('decimal')}. "
        f"Date: YYYY-MM-DD. Suggestions are parted by '{SEPARATOR}'; evidence is JSON. What is not known is an empty "
        "cell. In CSV a text a spreadsheet would run as a formula has an apostrophe before it.\n\n"
        "A name that ends in .xlsx is a workbook, .parquet a Parquet file, .sqlite or .db a database; any other is "
        "CSV. Tables that name the same workbook or database go into it together."
    ),
)
@request_options(keep=True)
@click.option("--documents", metavar="FILE", help="Table to write with one row a document; - for standard output.")
@click.option("--findings", metavar="FILE", help="Table to write with one row a finding; - for standard output.")
@click.option(
    "--rules-table", metavar="FILE", help="Table to write with one row a document and rule that found anything."
)
@click.option("--html", metavar="FILE", help="The page of `mtqa check --format html`, with the columns of --keep.")
@comparison_options
def command(
    request: Request,
    documents: str | None,
    findings: str | None,
    rules_table: str | None,
    html: str | None,
    **compared: Any,
) -> int:
    """Write a row a document and a row a finding, in the order of the paths: CSV, Excel, Parquet or SQLite; or a page.

    --group-by compares groups of documents, such as those of engines; --plots draws them.

    PATHS and exit statuses are those of `mtqa check`. The same input gives the same bytes.
    """
    wanted: dict[Table, str | None] = {"documents": documents, "findings": findings, "rules": rules_table}
    files = _files({table: file for table, file in wanted.items() if file is not None})
    groups = comparison(compared)
    if not files and html is None and not groups.wanted:
        raise Fault(
            "nothing to write; name a file with --documents, --findings, --rules-table or --html, a folder with "
            "--plots, or compare groups with --group-by"
        )
    if html is not None and any(html == file or _real(html) == _real(file) for file in files):
        raise Fault(f"--html names the file of a table, {html}; give it its own")
    taken = [*files, *filter(None, (html,))]
    for other in groups.files:
        if any(other == file or _real(other) == _real(file) for file in taken):
            raise Fault(f"{other}: a table or page goes there, too; name another file with --groups")
    keep = tuple(dict.fromkeys((*request.reading.keep, *groups.keep)))
    request = dataclasses.replace(request, reading=dataclasses.replace(request.reading, keep=keep))
    run = Run(request)
    with ExitStack() as stack:  # all are known to be writable before the work begins
        tables = _opened(stack, files, request.reads(), run.layout, run.engine.signature)
        page = _page(stack.enter_context(opened(html, request.reads())), run.engine) if html is not None else None
        groups.open(stack, request, run.layout)
        try:
            for item in run.reports(progress=True):
                tables.add(item)
                groups.add(item)
                if page is not None:
                    page.add(item)
        except TableError as error:
            raise Fault(str(error)) from error
        tables.close(run.summary)
        groups.close()
        if page is not None:
            page.close(run.summary)
    for note in tables.notes:
        say(note, "warning")
    return run.status


def _page(stream: TextIO, engine: Engine) -> Reporter:
    return REPORTERS["html"](stream, engine.signature, rules=engine.rules)


def _real(file: str) -> str:
    return file if file == "-" else os.path.realpath(file)


def _files(wanted: Mapping[Table, str]) -> dict[str, list[Table]]:
    """The tables of each file.

    Raises:
        Fault: two tables for a file that holds one, or a kind whose packages are missing.
    """
    named: dict[str, str] = {}
    files: dict[str, list[Table]] = {}
    for table, file in wanted.items():
        real = _real(file)
        first = file if real.startswith("/dev/") else named.setdefault(real, file)
        files.setdefault(first, []).append(table)
    for file, tables in files.items():
        kind = kind_of(file)
        if why := missing(kind):
            raise Fault(f"{file}: {why}")
        if len(tables) > 1 and kind not in MANY:
            options = " and ".join(f"--{'rules-table' if table == 'rules' else table}" for table in tables)
            raise Fault(f"{options} name the same file; give each its own, or a workbook (.xlsx) or database (.sqlite)")
    return files


def _opened(
    stack: ExitStack, files: Mapping[str, list[Table]], reads: Reads, layout: Layout, signature: str
) -> TableReport:
    streams = [
        (stack.enter_context(opened(file, reads)).buffer, kind_of(file), tables) for file, tables in files.items()
    ]
    return TableReport(streams, layout, signature)
