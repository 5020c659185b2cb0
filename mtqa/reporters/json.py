"""`--format json`: one object with all documents, written as they come; valid once closed."""

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
        """Write one document; problems have no place in the format."""
        if not isinstance(item, Problem):
            self.stream.write(self._before + dumps(record(item, self.signature)))
            self._before = ",\n"

    def close(self, summary: Summary) -> None:  # noqa: ARG002
        """Close the list and the object."""
        self.stream.write("\n]}\n")
