"""What every reporter has in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from mtqa.document import Problem
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary
    from mtqa.rule import Rule
    from mtqa.tables.columns import Layout


class Reporter:
    """A report in one format.

    Args:
        stream: where the report goes, opened with `newline=""` or `"\\n"`: line ends stay as written.
        signature: of the run.
        color: whether ANSI colours may be used (only `text` does).
        rules: the rules of the run, for formats that describe them.
        max_shown: findings shown at most, `None` for all (only `text` asks).
        layout: what its tables have beside their fixed columns (only `csv` asks).
    """

    def __init__(
        self,
        stream: TextIO,
        signature: str,
        *,
        color: bool = False,
        rules: Sequence[Rule] = (),
        max_shown: int | None = None,
        layout: Layout | None = None,
    ) -> None:
        self.stream = stream
        self.signature = signature
        self.color = color
        self.rules = rules
        self.max_shown = max_shown
        self.layout = layout
        self.start()

    def start(self) -> None:
        """Prepare, and write what comes before the first document."""

    def add(self, item: DocumentReport | Problem) -> None:
        """Write one document or problem."""
        raise NotImplementedError

    def close(self, summary: Summary) -> None:
        """Write what comes last; the stream stays open."""
