"""`--format json`: one object with all documents, written as they come, then what could not be read as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.record import dumps, record

if TYPE_CHECKING:
    from mtqa.engine import DocumentReport
    from mtqa.reporters import Summary
    from mtqa.rule import Rule


class JsonReporter(Reporter):
    """Writes the head at once, then a document a line, then the tail."""

    def __init__(self, stream: TextIO, signature: str, *, color: bool = False, rules: Sequence[Rule] = ()) -> None:
        super().__init__(stream, signature, color=color, rules=rules)
        self._before = "\n"
        stream.write(f'{{"signature": {dumps(signature)}, "documents": [')

    def add(self, item: DocumentReport | Problem) -> None:
        """Write one document; problems are kept for the end."""
        if not isinstance(item, Problem):
            self.stream.write(self._before + dumps(record(item, self.signature)))
            self._before = ",\n"

    def close(self, summary: Summary) -> None:
        """Close the list, write the problems, name the configuration, close the object."""
        problems = [_problem(problem) for problem in (*summary.problems, *summary.warnings)]
        self.stream.write(
            f'\n], "problems": {dumps(problems)}, "configuration": {dumps(summary.configuration)}, '
            f'"gate": {dumps(list(summary.gate))}}}\n'
        )


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "entry": problem.entry,
        "message": problem.message,
    }
