"""`--format jsonl`: one line a document. Problems are no documents; the command prints them on stderr."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.record import record

if TYPE_CHECKING:
    from mtqa.report import DocumentReport


class JsonlReporter(Reporter):
    """Writes each document at once as one line of JSON."""

    def add(self, item: DocumentReport | Problem) -> None:
        """Write one document; problems have no line."""
        if not isinstance(item, Problem):
            self.stream.write(record(item, self.signature) + "\n")
