"""`--format html`: a page to read stories on, with their findings marked, and to judge these (docs/page.md).

Documents are listed as far as `DOCUMENTS`, their texts are there as far as `BYTES`: those that most need eyes first.
"""

from __future__ import annotations

import hashlib
from bisect import insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mtqa.document import Problem
from mtqa.finding import CATEGORIES
from mtqa.reporters.base import Reporter
from mtqa.reporters.lines import count
from mtqa.reporters.page import chunks, document_values, json_block, rule_values
from mtqa.reporters.text import crashes, not_run, outcome, suppressed
from mtqa.reporters.visible import clip, visible
from mtqa.reporters.worst import WORST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary

#: Documents listed.
DOCUMENTS = 20_000

#: Bytes of all texts and findings together: browsers read as much in two seconds.
BYTES = 48_000_000

#: Lines of a kind of note.
LINES = 100

_LINE = 1_000  # columns


@dataclass(slots=True, order=True)
class _Entry:
    """A document on the page; the first three fields put first what needs eyes."""

    rank: int
    score: float
    number: int
    head: dict[str, Any] = field(compare=False)
    body: str = field(compare=False)  # the members `segments` and `findings`; empty where there is no room
    rules: frozenset[str] = field(compare=False)


class HtmlReporter(Reporter):
    """Holds back what the page shows, as much as it may; writes at the end."""

    def start(self) -> None:
        """Nothing is written before all is known."""
        self._entries: list[_Entry] = []  # the worst first
        self._full: list[_Entry] = []  # those with texts, likewise
        self._size = 0  # bytes of these
        self._hash = hashlib.sha256(self.signature.encode("utf-8", "surrogatepass"))
        self._count = 0

    def add(self, item: DocumentReport | Problem) -> None:
        """Keep one document, and drop texts of those that need eyes least where there is no more room."""
        if isinstance(item, Problem):
            return
        self._count += 1
        values = document_values(item)
        body = {name: values.pop(name) for name in ("segments", "findings")}
        text = json_block(body)[1:-1]
        self._hash.update(json_block([item.document.id, text]).encode("utf-8"))
        rules = frozenset(finding["rule"] for finding in body["findings"])
        entry = _Entry(WORST_FIRST[item.verdict], item.score, self._count, values, text, rules)
        insort(self._entries, entry)
        insort(self._full, entry)
        self._size += len(text.encode("utf-8"))
        while self._size > BYTES:
            dropped = self._full.pop()
            self._size -= len(dropped.body.encode("utf-8"))
            dropped.body = ""
        del self._entries[DOCUMENTS:]
        while self._full and self._full[-1] > self._entries[-1]:
            self._size -= len(self._full.pop().body.encode("utf-8"))

    def close(self, summary: Summary) -> None:
        """Write the page."""
        said, _ = outcome(summary)
        rules = frozenset[str]().union(*(entry.rules for entry in self._entries if entry.body))
        run = {
            "key": self._hash.hexdigest()[:16],
            "signature": self.signature,
            "documents": summary.documents,
            "findings": sum(summary.findings.values()),
            "words": summary.words,
            "categories": dict(CATEGORIES),
            "rules": [rule_values(rule) for rule in self.rules if rule.id in rules],
            "notes": list(self._notes(summary)),
        }
        documents = (self._document(entry) for entry in self._entries)
        for chunk in chunks(documents, run, title=f"mtqa: {visible(said)}", outcome=visible(said)):
            self.stream.write(chunk)

    def _document(self, entry: _Entry) -> str:
        head = json_block(entry.head)
        return f"{head[:-1]}, {entry.body}}}" if entry.body else head

    def _notes(self, summary: Summary) -> Iterator[str]:
        """What did not work, and what is not on the page."""
        if len(self._entries) < summary.documents:
            yield f"{len(self._entries)} of {count(summary.documents, 'document')} listed, those that most need eyes."
        bare = sum(not entry.body for entry in self._entries)
        if bare:
            yield f"{count(bare, 'document')} listed without text: the page holds {BYTES // 1_000_000} MB of texts."
        if summary.hidden:
            yield f"Hidden by --min-severity, but counted: {count(summary.hidden, 'finding')}."
        if summary.suppressed:
            yield f"Suppressed, and not counted: {suppressed(summary)}."
        if summary.gone:
            yield f"Not found again: {count(summary.gone, 'finding')} of the baseline."
        for label, lines in (
            ("Not read", [str(problem) for problem in summary.problems]),
            ("Warning", [str(problem) for problem in summary.warnings]),
            ("Internal error", crashes(summary.failures)),
            ("Not run", not_run(summary)),
        ):
            yield from (f"{label}: {clip(line, _LINE)}" for line in lines[:LINES])
            if len(lines) > LINES:
                yield f"{label}: and {len(lines) - LINES} more."
        if summary.configuration is not None:
            yield f"Configuration: {visible(summary.configuration)}"
        if summary.gate:
            yield f"Gate, where not the default: {visible(', '.join(summary.gate))}"
