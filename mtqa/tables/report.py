"""The tables of a run as reports: what `mtqa check --format xlsx=FILE` and `mtqa report` write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING, TypeGuard

from mtqa._version import __version__
from mtqa.document import Problem
from mtqa.tables.columns import Layout, Table
from mtqa.tables.files import Kind, writer
from mtqa.tables.rows import Rows

if TYPE_CHECKING:
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary

#: What `mtqa check` writes into a file of each kind; as `--format csv` a Parquet file has a row a finding.
OF_CHECK: Mapping[Kind, tuple[Table, ...]] = {
    "xlsx": ("documents", "findings", "rules"),
    "parquet": ("findings",),
    "sqlite": ("documents", "findings", "rules"),
}


def is_file_kind(format: str) -> TypeGuard[Kind]:
    """Whether a format of `mtqa check` is a file of tables."""
    return format in OF_CHECK


class TableReport:
    """Writes the rows of each document into one file or several.

    Args:
        files: what to write: stream, kind and tables of each.
        layout: of the tables.
        signature: of the run.
    """

    def __init__(
        self, files: Sequence[tuple[IO[bytes], Kind, Sequence[Table]]], layout: Layout, signature: str
    ) -> None:
        self._rows = Rows(layout, signature)
        self._writers = [
            writer(kind, stream, {table: layout.columns(table) for table in tables}) for stream, kind, tables in files
        ]

    def add(self, item: DocumentReport | Problem) -> None:
        """Write one document; problems have no row.

        Raises:
            TableError: a file cannot hold it.
        """
        if isinstance(item, Problem):
            return
        for table, row in self._rows.of(item):
            for one in self._writers:
                one.add(table, row)

    def close(self, summary: Summary) -> None:
        """Write what comes last; the streams stay open."""
        run = {
            "signature": summary.signature,
            "version": __version__,
            "configuration": summary.configuration or "",
            "documents": str(summary.documents),
            "words": str(summary.words),
            "problems": str(len(summary.problems)),
            "warnings": str(len(summary.warnings)),
            "outcome": summary.outcome,
        }
        for one in self._writers:
            one.close(run)

    @property
    def notes(self) -> list[str]:
        """What could not be written as it is, in lines for people."""
        return [note for one in self._writers for note in one.notes]
