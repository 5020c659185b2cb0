"""`--format text`: for people. What the run came to, the worst documents, then their findings by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from mtqa.reporters.lines import MESSAGE, count, estimate_shown, finding_lines, metrics_shown, readability_shown
from mtqa.reporters.place import document_title
from mtqa.reporters.visible import clip, disarmed, pad, visible, width
from mtqa.reporters.worst import HEADS, NAME, Block, WorstFirst, said_score

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.finding import Finding
    from mtqa.report import DocumentReport, RuleFailure
    from mtqa.reporters import Summary

#: Lines for problems, crashed rules, and reasons why rules did not run.
LINES = 20

#: Families named beside a reason; more are counted.
FAMILIES = 6

_COLORS = {
    "critical": "1;31",
    "major": "31",
    "minor": "33",
    "neutral": "36",
    "fail": "1;31",
    "warn": "33",
    "pass": "32",
    "unchecked": "35",
    "head": "1",
    "faint": "2",
}


class TextReporter(WorstFirst):
    """Writes all at the end."""

    def close(self, summary: Summary) -> None:
        """Write what matters first, then the findings, worst documents first, then what did not work."""
        said = outcome(summary)
        self._line(*said)
        for label, counts in (("severity", summary.findings), ("family", summary.families)):
            found = [f"{number} {name}" for name, number in counts.items() if number]
            if found:
                self._line(f"{label}: {', '.join(found if label == 'family' else reversed(found))}")
        if summary.metrics is not None:
            self._line(f"against the references, all as one: {metrics_shown(summary.metrics)}")
        if self.rows:
            self._line()
            self._table(summary)
        self._line()
        shown = 0
        for story, blocks in self.shown():
            shown += len(blocks)
            self._story(story.head, blocks)
        if shown < self.found:
            self._line(f"{shown} of {count(self.found, 'finding')} shown; --max-shown 0 shows all")
        if summary.hidden:
            self._line(f"hidden by --min-severity, but counted: {count(summary.hidden, 'finding')}")
        if summary.suppressed:
            self._line(f"suppressed, and not counted: {suppressed(summary)}")
        if summary.unchanged:
            self._line(f"not new, and left out: {summary.unchanged} (files and documents)")
        if summary.gone:
            self._line(f"not found again: {count(summary.gone, 'finding')} of the baseline")
        self._list("not run: ", not_run(summary))
        self._list("not read: ", [visible(str(problem)) for problem in summary.problems])
        self._list("warning: ", [visible(str(problem)) for problem in summary.warnings])
        self._list("internal error: ", crashes(summary.failures))
        if summary.configuration is not None:
            self._line(f"configuration: {visible(summary.configuration)}")
        if summary.gate:
            self._line(f"gate, where not the default: {visible(', '.join(summary.gate))}")
        if summary.metrics is not None:
            signatures = ", ".join(f"{name} {value}" for name, value in summary.metrics.signatures.items())
            self._line(f"sacrebleu: {visible(signatures)}", "faint")
        self._line(f"signature: {visible(summary.signature)}", "faint")
        if shown:
            self._line(*said)

    def _line(self, text: str = "", style: str = "") -> None:
        self.stream.write(self._paint(disarmed(text), style) + "\n")

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if self.color and style and text else text

    def _list(self, label: str, lines: Sequence[str]) -> None:
        for line in lines[:LINES]:
            self._line(label + line)
        if len(lines) > LINES:
            self._line(f"{label}and {len(lines) - LINES} more")

    def block(self, document: Document, finding: Finding, part: str) -> Sequence[str]:
        """Place, excerpt, what is wrong, what to write instead."""
        return finding_lines(document, finding, part, self._paint)

    def head(self, report: DocumentReport) -> Iterator[str]:
        """Name, score and verdict, readability, metrics."""
        verdict = self._paint(report.verdict, report.verdict)
        score = said_score(report.score, report.verdict)
        yield f"{self._paint(document_title(report.document), 'head')} (score {score}, {verdict})"
        if report.readability.level != "not assessed":
            yield f"  readability: {readability_shown(report.readability)}"
        if report.estimate is not None:
            yield f"  people would take off: {estimate_shown(report.estimate)}"
        if report.metrics is not None:
            yield f"  against the reference: {metrics_shown(report.metrics)}"

    def _story(self, head: Iterable[str], blocks: Iterable[Block]) -> None:
        """The head of a document, then its findings in reading order, an empty line before each paragraph."""
        for line in head:
            self._line(line)
        for _, group in groupby(sorted(blocks, key=lambda block: block.order), key=lambda block: block.order[0]):
            self._line()
            for block in group:
                for line in block.lines:
                    self._line(line)
        self._line()

    def _table(self, summary: Summary) -> None:
        body = [row.cells for row in self.rows]
        widths = [max(width(row[i]) for row in (HEADS, *body)) for i in range(len(HEADS))]
        self._line(_columns(HEADS, widths), "head")
        for row, cells in zip(self.rows, body, strict=True):
            self._line(_columns(cells[:-1], widths) + "  " + self._paint(cells[-1], row.verdict) + row.reason)
        rest = summary.documents - len(body)
        if rest:
            self._line(f"and {count(rest, 'document')} no worse")


def _columns(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Cells in columns: the first and the last of a full row to the left, numbers to the right."""
    first, *others = cells
    line = pad(first, widths[0])
    for i, cell in enumerate(others, 1):
        line += "  " + (cell if i == len(widths) - 1 else " " * (widths[i] - width(cell)) + cell)
    return line


def suppressed(summary: Summary) -> str:
    """How many findings are left out, and how many of these by marks in the texts."""
    by_marks = f", {summary.marked} of them by marks in the texts" if summary.marked else ""
    return count(summary.suppressed, "finding") + by_marks


def outcome(summary: Summary) -> tuple[str, str]:
    """What the run came to, in one line, and the style of the line."""
    verdicts = summary.verdicts
    if not summary.documents:
        passed = summary.outcome == "pass"
        return ("PASS: nothing new to check", "pass") if passed else ("ERROR: no document was checked", "fail")
    found = count(sum(summary.findings.values()), "finding")
    counts = [
        f"{verdicts['fail']} failed, {verdicts['warn']} with a warning, {verdicts['pass']} passed"
        + (f", {verdicts['unchecked']} unchecked" if verdicts["unchecked"] else ""),
        *summary.reasons,
    ]
    return (
        f"{summary.outcome.upper()}: {found} in {count(summary.documents, 'document')}: {'; '.join(counts)}",
        "fail" if summary.outcome == "error" else summary.outcome,
    )


def not_run(summary: Summary) -> list[str]:
    """One line a reason, with the families it kept from running and on how many documents."""
    lines = []
    for reason, rules in summary.skipped.items():
        families = Counter(rule.partition("/")[0] for rule in rules)
        names = ", ".join(f"{family} ({count(number, 'rule')})" for family, number in sorted(families.items()))
        if len(families) > FAMILIES:
            names = f"{len(rules)} rules of {len(families)} families"
        most = max(rules.values())
        where = "" if most == summary.documents else f" (on {most} of {count(summary.documents, 'document')})"
        lines.append(visible(f"{names}: {reason}{where}"))
    return lines


def crashes(failures: Iterable[RuleFailure]) -> list[str]:
    """One line for each rule and error, not one a document: a broken rule breaks on many."""
    groups: dict[tuple[str, str], list[str]] = {}
    for failure in failures:
        groups.setdefault((failure.rule, failure.error), []).append(failure.document)
    lines = []
    for (rule, error), documents in groups.items():
        more = f" and {len(documents) - 1} more" if len(documents) > 1 else ""
        where = f"{clip(documents[0], NAME)}{more}"
        lines.append(f"rule {visible(rule)} crashed on {where}, its findings there are missing: {clip(error, MESSAGE)}")
    return lines
