"""`--format text`: for people. The line, the span underlined, what is wrong, and a summary at the end."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TextIO

from mtqa.document import Problem
from mtqa.finding import SEVERITIES
from mtqa.reporters.base import Reporter
from mtqa.reporters.lines import MESSAGE, count, finding_lines
from mtqa.reporters.place import document_title, part_names
from mtqa.reporters.visible import clip, pad, visible, width

if TYPE_CHECKING:
    from mtqa.engine import DocumentReport, RuleFailure
    from mtqa.reporters import Summary
    from mtqa.rule import Rule

#: Documents in the summary table, the worst first.
ROWS = 30

#: Lines for problems, crashed rules, and reasons why rules did not run.
LINES = 20

_NAME = 48  # columns

_COLORS = {
    "critical": "1;31",
    "major": "31",
    "minor": "33",
    "neutral": "36",
    "fail": "1;31",
    "warn": "33",
    "pass": "32",
    "head": "1",
    "faint": "2",
}

_GRAVEST_FIRST = tuple(reversed(SEVERITIES))
_WORST_FIRST = {"fail": 0, "warn": 1, "pass": 2}


class _Row(NamedTuple):
    """A line of the summary table; the first three fields put the worst first."""

    rank: int
    score: float
    number: int
    name: str
    words: int
    counts: tuple[int, ...]
    verdict: str


class TextReporter(Reporter):
    """Writes the findings of each document at once; keeps the rows of the summary table."""

    def __init__(self, stream: TextIO, signature: str, *, color: bool = False, rules: Sequence[Rule] = ()) -> None:
        super().__init__(stream, signature, color=color, rules=rules)
        self._rows: list[_Row] = []
        self._documents = 0

    def add(self, item: DocumentReport | Problem) -> None:
        """Write the findings and metrics of one document; problems are kept for the end."""
        if isinstance(item, Problem):
            return
        self._documents += 1
        self._keep_row(item)
        if not item.findings and item.metrics is None:
            return
        self._head(item)
        parts = part_names(item.document)
        for finding in sorted(item.findings, key=lambda finding: finding.order()):
            for line in finding_lines(item.document, finding, parts[finding.segment], self._paint):
                self._line(line)
            self._line()

    def close(self, summary: Summary) -> None:
        """Write the summary table and what did not work."""
        if self._rows:
            self._table(summary)
        self._line(_outcome(summary), "head")
        if summary.suppressed:
            self._line(f"suppressed: {count(summary.suppressed, 'finding')}")
        self._list("not run: ", _not_run(summary))
        self._list("not read: ", [visible(str(problem)) for problem in summary.problems])
        self._list("warning: ", [visible(str(problem)) for problem in summary.warnings])
        self._list("internal error: ", _crashes(summary.failures))
        if summary.configuration is not None:
            self._line(f"configuration: {visible(summary.configuration)}")
        if summary.gate:
            self._line(f"gate, where not the default: {visible(', '.join(summary.gate))}")
        self._line(f"signature: {visible(summary.signature)}", "faint")

    def _line(self, text: str = "", style: str = "") -> None:
        self.stream.write(self._paint(text, style) + "\n")

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if self.color and style and text else text

    def _list(self, label: str, lines: Sequence[str]) -> None:
        for line in lines[:LINES]:
            self._line(label + line)
        if len(lines) > LINES:
            self._line(f"{label}and {len(lines) - LINES} more")

    def _head(self, report: DocumentReport) -> None:
        verdict = self._paint(report.verdict, report.verdict)
        self._line(f"{self._paint(document_title(report.document), 'head')} (score {report.score:.2f}, {verdict})")
        if report.metrics is not None:
            metrics = report.metrics
            self._line(
                f"  against the reference: BLEU {metrics.bleu:.2f}, chrF {metrics.chrf:.2f}, "
                f"TER {metrics.ter:.2f} ({count(metrics.segments, 'segment')})"
            )
        self._line()

    def _keep_row(self, report: DocumentReport) -> None:
        counts = dict.fromkeys(_GRAVEST_FIRST, 0)
        for finding in report.findings:
            counts[finding.severity] += 1
        row = _Row(
            rank=_WORST_FIRST[report.verdict],
            score=report.score,
            number=self._documents,
            name=clip(document_title(report.document), _NAME),
            words=report.words,
            counts=tuple(counts.values()),
            verdict=report.verdict,
        )
        insort(self._rows, row)
        del self._rows[ROWS:]

    def _table(self, summary: Summary) -> None:
        head = ("document", "words", *_GRAVEST_FIRST, "score", "verdict")
        body = [
            (row.name, str(row.words), *map(str, row.counts), f"{row.score:.2f}", row.verdict) for row in self._rows
        ]
        total = (
            count(summary.documents, "document"),
            str(summary.words),
            *(str(summary.findings[severity]) for severity in _GRAVEST_FIRST),
        )
        last = [total] if len(body) > 1 else []
        widths = [max(width(row[i]) for row in (head, *body)) for i in range(len(head))]
        for i in range(len(total)):
            widths[i] = max(widths[i], *(width(row[i]) for row in last), 0)
        self._line(_columns(head, widths), "head")
        for cells in body:
            self._line(_columns(cells[:-1], widths) + "  " + self._paint(cells[-1], cells[-1]))
        if summary.documents > len(body):
            self._line(f"and {summary.documents - len(body)} more")
        for cells in last:
            self._line(_columns(cells, widths))
        self._line()


def _columns(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Cells in columns: the first and the last of a full row to the left, numbers to the right."""
    first, *others = cells
    line = pad(first, widths[0])
    for i, cell in enumerate(others, 1):
        line += "  " + (cell if i == len(widths) - 1 else " " * (widths[i] - width(cell)) + cell)
    return line


def _outcome(summary: Summary) -> str:
    if not summary.documents:
        return "No document was checked."
    found = count(sum(summary.findings.values()), "finding")
    verdicts = summary.verdicts
    return (
        f"{found} in {count(summary.documents, 'document')}: "
        f"{verdicts['fail']} failed, {verdicts['warn']} with a warning, {verdicts['pass']} passed"
    )


def _not_run(summary: Summary) -> list[str]:
    """One line a reason, with the rules it kept from running and on how many documents."""
    lines = []
    for reason, rules in summary.skipped.items():
        most = max(rules.values())
        where = "" if most == summary.documents else f" (on {most} of {count(summary.documents, 'document')})"
        lines.append(visible(f"{', '.join(sorted(rules))}: {reason}{where}"))
    return lines


def _crashes(failures: Iterable[RuleFailure]) -> list[str]:
    """One line for each rule and error, not one a document: a broken rule breaks on many."""
    groups: dict[tuple[str, str], list[str]] = {}
    for failure in failures:
        groups.setdefault((failure.rule, failure.error), []).append(failure.document)
    lines = []
    for (rule, error), documents in groups.items():
        more = f" and {len(documents) - 1} more" if len(documents) > 1 else ""
        where = f"{clip(documents[0], _NAME)}{more}"
        lines.append(f"rule {visible(rule)} crashed on {where}, its findings there are missing: {clip(error, MESSAGE)}")
    return lines
