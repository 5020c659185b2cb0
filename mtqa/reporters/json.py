"""`--format json`: one object with all documents, written as they come, then what could not be read as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.record import dumps, record

if TYPE_CHECKING:
    from mtqa.metrics import Metrics
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary


class JsonReporter(Reporter):
    """Writes the head at once, then a document a line, then the tail."""

    def start(self) -> None:
        """Write what comes first."""
        self._before = "\n"
        self.stream.write(f'{{"signature": {dumps(self.signature)}, "documents": [')

    def add(self, item: DocumentReport | Problem) -> None:
        """Write one document; problems are kept for the end."""
        if not isinstance(item, Problem):
            self.stream.write(self._before + dumps(record(item, self.signature)))
            self._before = ",\n"

    def close(self, summary: Summary) -> None:
        """Close the list, write the problems, name the configuration, give the metrics of the run, close the object."""
        problems = [_problem(problem) for problem in (*summary.problems, *summary.warnings)]
        self.stream.write(
            f'\n], "problems": {dumps(problems)}, "configuration": {dumps(summary.configuration)}, '
            f'"gate": {dumps(list(summary.gate))}, "metrics": {dumps(_metrics(summary.metrics))}}}\n'
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
