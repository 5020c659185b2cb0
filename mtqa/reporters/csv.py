"""`--format csv`: one row a finding. A document without findings has no row."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.cells import UNIT_COLUMNS, cell, unit_cells

if TYPE_CHECKING:
    from mtqa.report import DocumentReport

COLUMNS = (
    "document",
    "path",
    "rule",
    "category",
    "severity",
    "segment",
    "start",
    "end",
    "line",
    "column",
    "text",
    "message",
    "suggestions",
    "score",
    "verdict",
    "readability",
    "estimate",
    *UNIT_COLUMNS,
)

#: Stands between the suggestions of one cell.
SEPARATOR = " | "


class CsvReporter(Reporter):
    """Writes the head at once, then the rows of each document; texts are defused for spreadsheets."""

    def start(self) -> None:
        """Write what comes first."""
        self._writer = csv.writer(self.stream, lineterminator="\n")
        self._writer.writerow(COLUMNS)

    def add(self, item: DocumentReport | Problem) -> None:
        """Write the findings of one document; problems have no row."""
        if isinstance(item, Problem):
            return
        for finding in item.findings:
            self._writer.writerow(
                (
                    cell(item.document.id),
                    cell(item.document.path),
                    cell(finding.rule),
                    finding.category,
                    finding.severity,
                    item.document.number(finding.segment),
                    finding.start,
                    finding.end,
                    finding.line,
                    finding.column,
                    cell(finding.text),
                    cell(finding.message),
                    cell(SEPARATOR.join(finding.suggestions)),
                    f"{item.score:.2f}",
                    item.verdict,
                    item.readability.level,
                    item.estimate and item.estimate.penalty_per_100,
                    *unit_cells(item.document.segments[finding.segment].unit).values(),
                )
            )
