"""What the comparison of groups looks at in each document."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtqa.reporters.cells import one_line
from mtqa.tables.columns import Layout
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.report import DocumentReport

#: Columns of ours that documents may be grouped or paired by; any other name is one of the input.
OWN = ("path", "id", "language", "source_language", "date", "month", "readability")
#: What documents are called that have nothing in a column.
NONE = "(none)"
_BETWEEN = " / "


class Sample(NamedTuple):
    """A document that was judged.

    Attributes:
        group: that it is of.
        pair: the same for documents that translate the same; unique in a group.
        day: of its publication.
        words, penalty: of it.
        score: in hundredths.
        failed: 1 where it failed, else 0.
        families: its findings, by family, in the order of the layout.
    """

    group: str
    pair: str
    day: datetime.date | None
    words: int
    penalty: int
    score: int
    failed: int
    families: tuple[int, ...]


class Samples:
    """Gathers the documents of a run.

    Args:
        layout: of its tables.
        group_by: columns; a group is made of the documents that are the same in all.
        pair_by: column by which documents of two groups are held to be of one source; `None`: by their sources, or
            else by file and id.

    Attributes:
        samples: of the documents that were judged.
        left: number of the others.
        missed: sets of rules that could not run on a document; more than one where not the same ran on all.
    """

    def __init__(self, layout: Layout, group_by: Sequence[str], pair_by: str | None = None) -> None:
        self.families = layout.families
        self.left = 0
        self.samples: list[Sample] = []
        self.missed: set[frozenset[str]] = set()
        self._rules = layout.rules
        self._group_by = group_by
        self._pair_by = pair_by
        self._times: Counter[tuple[str, str]] = Counter()

    def add(self, report: DocumentReport) -> None:
        """Take a document; one that was not judged is only counted."""
        if report.verdict == "unchecked" or not report.words:
            self.left += 1
            return
        document = report.document
        self.missed.add(self._rules.intersection([one.rule for one in report.skipped_rules]))
        group = _BETWEEN.join(_value(document, report, name) for name in self._group_by)
        pair = self._pair(document, report)
        self._times[group, pair] += 1
        families = Counter(finding.family for finding in (*report.findings, *report.hidden))
        self.samples.append(
            Sample(
                group,
                f"{pair} {self._times[group, pair]}",
                document.date,
                report.words,
                report.penalty,
                round(report.score * 100),
                int(report.verdict == "fail"),
                tuple(families[family] for family in self.families),
            )
        )

    def _pair(self, document: Document, report: DocumentReport) -> str:
        if self._pair_by is not None:
            return _value(document, report, self._pair_by)
        sources = [segment.source for segment in document.segments if segment.target.strip()]
        if sources and all(sources):
            text = "\0".join(" ".join((source or "").split()) for source in sources)
            return "source " + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
        return f"id {document.path}\0{document.id}"


def _value(document: Document, report: DocumentReport, name: str) -> str:
    """What a document has in a column, as people read it."""
    found: str | None
    if name == "date":
        found = document.date.isoformat() if document.date else None
    elif name == "month":
        found = document.date.isoformat()[:7] if document.date else None
    elif name == "readability":
        found = report.readability.level
    elif name in OWN:
        found = getattr(document, name)
    else:
        found = dict(document.fields).get(name)
    return one_line(found).strip() if found and found.strip() else NONE


def to_keep(names: Sequence[str]) -> list[str]:
    """Those of the names that are columns of the input."""
    return [name for name in names if name not in OWN]
