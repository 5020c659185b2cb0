"""`--format json`: one object with all documents, written as they come, then what could not be read as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.jsonlist import JsonList
from mtqa.reporters.record import dumps, record

if TYPE_CHECKING:
    from mtqa.metrics import Metrics
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary


class JsonReporter(Reporter):
    """Writes the head at once, then a document a line, then the tail."""

    def start(self) -> None:
        """Write what comes first."""
        self.stream.write(f'{{"signature": {dumps(self.signature)}, "documents": ')
        self._documents = JsonList(self.stream)

    def add(self, item: DocumentReport | Problem) -> None:
        """Write one document; problems are kept for the end."""
        if not isinstance(item, Problem):
            self._documents.add(record(item, self.signature))

    def close(self, summary: Summary) -> None:
        """Close the list, then say what the run came to: problems, configuration, metrics, outcome."""
        self._documents.end()
        problems = [_problem(problem) for problem in (*summary.problems, *summary.warnings)]
        self.stream.write(
            f', "problems": {dumps(problems)}, "configuration": {dumps(summary.configuration)}, '
            f'"gate": {dumps(list(summary.gate))}, "metrics": {dumps(_metrics(summary.metrics))}, '
            f'"outcome": {dumps(summary.outcome)}, "reasons": {dumps(list(summary.reasons))}, '
            f'"suppressed": {summary.suppressed}, "marked": {summary.marked}, "unchanged": {summary.unchanged}}}\n'
        )


def _metrics(metrics: Metrics | None) -> dict[str, object] | None:
    if metrics is None:
        return None
    return {
        "bleu": metrics.bleu,
        "chrf": metrics.chrf,
        "ter": metrics.ter,
        "segments": metrics.segments,
        "signatures": dict(metrics.signatures),
        "skipped": dict(metrics.skipped),
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "entry": problem.entry,
        "message": problem.message,
    }
