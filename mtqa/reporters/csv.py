"""`--format csv`: one row a finding. A document without findings has no row."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.cells import SEPARATOR, UNIT_COLUMNS, cell, defuse, unit_texts
from mtqa.tables.columns import Layout
from mtqa.tables.rows import Keys, kept_values, sentence

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
    "document_key",
    "sentence",
)


class CsvReporter(Reporter):
    """Writes the head at once, then the rows of each document; texts are defused for spreadsheets."""

    def start(self) -> None:
        """Write what comes first."""
        self._writer = csv.writer(self.stream, lineterminator="\n")
        self._kept = self.layout or Layout()
        self._keys = Keys()
        self._writer.writerow((*COLUMNS, *map(cell, self._kept.kept.values())))

    def add(self, item: DocumentReport | Problem) -> None:
        """Write the findings of one document; problems have no row."""
        if isinstance(item, Problem):
            return
        key = self._keys.of(item.document)
        kept = kept_values(self._kept, item.document)
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
                    *(text and defuse(text) for text in unit_texts(item.document.segments[finding.segment].unit)),
                    key,
                    cell(sentence(item.document, finding)),
                    *(text and defuse(text) for text in kept),
                )
            )
