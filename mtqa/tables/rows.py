"""The rows of the tables, as values: a text in one line, a number, a date; `None` for an empty cell."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from mtqa.finding import SEVERITIES, Finding
from mtqa.guard import plain
from mtqa.reporters.cells import SEPARATOR, one_line, unit_texts
from mtqa.reporters.record import dumps
from mtqa.tables.columns import Layout, Table

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.report import DocumentReport

Value = str | int | float | datetime.date | None
Row = tuple[Value, ...]

#: Code points of a sentence that are shown.
_LONGEST = 1000
#: Of these, before the span, where the sentence is longer.
_BEFORE = 400


class Keys:
    """What tells the documents of a run apart: the same file and id give the same key, in any run."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    def of(self, document: Document) -> str:
        """The key of the next document of the run: `d` and 16 hexadecimal digits; a number behind it for the second."""
        named = json.dumps([document.path, document.id]).encode()
        key = "d" + hashlib.sha256(named).hexdigest()[:16]
        self._times[key] += 1
        return key if self._times[key] == 1 else f"{key}-{self._times[key]}"


class Rows:
    """Makes the rows of one document after the other.

    Args:
        layout: of the tables.
        signature: of the run.
    """

    def __init__(self, layout: Layout, signature: str) -> None:
        self.layout = layout
        self._signature = signature
        self._keys = Keys()
        self._ran: dict[tuple[str, ...], str] = {}

    def of(self, report: DocumentReport) -> Iterator[tuple[Table, Row]]:
        """The row of a document, then those of its findings and of its rules."""
        key = self._keys.of(report.document)
        kept = tuple(kept_values(self.layout, report.document))
        yield "documents", (*self._document(report, key), *kept)
        for finding in report.findings:
            yield "findings", (*_finding(report, finding, key), *kept)
        yield from (("rules", row) for row in _rules(report, key))

    def _document(self, report: DocumentReport, key: str) -> Row:
        document, metrics = report.document, report.metrics
        findings = (*report.findings, *report.hidden)
        families = Counter(finding.family for finding in findings)
        out = {one.rule for one in report.skipped_rules} | {one.rule for one in report.failures}
        out &= self.layout.rules
        estimate = report.estimate
        return (
            one_line(document.id),
            _text(document.path),
            document.entry,
            _text(document.title),
            one_line(document.language),
            _text(document.source_language),
            document.date,
            report.words,
            len(report.segments),
            len(findings),
            *report.counts.values(),
            report.penalty,
            None if report.verdict == "unchecked" else report.score,
            report.verdict,
            report.readability.level,
            report.readability.value,
            report.readability.low,
            report.readability.high,
            *((estimate.penalty_per_100, estimate.low, estimate.high) if estimate else (None, None, None)),
            *((metrics.bleu, metrics.chrf, metrics.ter) if metrics else (None, None, None)),
            report.signature or self._signature,
            key,
            round(100 * report.penalty / report.words, 2) if report.words and report.verdict != "unchecked" else None,
            len(self.layout.rules) - len(out),
            len(out),
            self._set(tuple(sorted(out))),
            *(families[family] for family in self.layout.families),
        )

    def _set(self, out: tuple[str, ...]) -> str:
        """A short name for the rules that ran: all but those."""
        if out not in self._ran:
            ran = "\n".join(sorted(self.layout.rules.difference(out)))
            self._ran[out] = "r" + hashlib.sha256(ran.encode()).hexdigest()[:8]
        return self._ran[out]


def kept_values(layout: Layout, document: Document) -> list[str | None]:
    """What is kept of the input, in the order of the columns."""
    fields = dict(document.fields)
    return [_text(fields.get(name)) for name in layout.keep]


def sentence(document: Document, finding: Finding) -> str | None:
    """The sentence, or sentences, that a finding stands in, in one line; of a long one what is round the span."""
    if finding.sentence is None:
        return None
    start, end = finding.sentence
    target = document.segments[finding.segment].target
    if end - start <= _LONGEST:
        return one_line(target[start:end])
    first = max(start, finding.start - _BEFORE)
    last = min(end, first + _LONGEST)
    return ("…" if first > start else "") + one_line(target[first:last]) + ("…" if last < end else "")


def _finding(report: DocumentReport, finding: Finding, key: str) -> Row:
    document = report.document
    return (
        one_line(document.id),
        _text(document.path),
        one_line(finding.rule),
        finding.category,
        finding.severity,
        document.number(finding.segment),
        finding.start,
        finding.end,
        finding.line,
        finding.column,
        _text(finding.text),
        one_line(finding.message),
        _text(SEPARATOR.join(finding.suggestions)),
        evidence(finding.evidence),
        *unit_texts(document.segments[finding.segment].unit),
        key,
        sentence(document, finding),
    )


def _rules(report: DocumentReport, key: str) -> Iterator[Row]:
    found: dict[str, list[Finding]] = {}
    for finding in (*report.findings, *report.hidden):
        found.setdefault(finding.rule, []).append(finding)
    for rule, findings in sorted(found.items()):
        severities = Counter(finding.severity for finding in findings)
        yield (
            key,
            one_line(report.document.id),
            _text(report.document.path),
            one_line(rule),
            findings[0].family,
            len(findings),
            *(severities[severity] for severity in SEVERITIES),
            sum(finding.weight for finding in findings),
        )


def evidence(facts: Mapping[str, object]) -> str:
    """Evidence as JSON that a spreadsheet leaves alone: it begins with a brace."""
    return dumps(json.loads(json.dumps(plain(facts), sort_keys=True)))


def _text(text: str | None) -> str | None:
    return one_line(text) if text else None
