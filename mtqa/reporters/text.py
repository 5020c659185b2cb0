"""`--format text`: for people. What the run came to, the worst documents, then their findings by paragraph."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from mtqa.document import Problem
from mtqa.finding import SEVERITIES
from mtqa.reporters.base import Reporter
from mtqa.reporters.lines import MESSAGE, count, finding_lines, metrics_shown, readability_shown
from mtqa.reporters.place import document_title, part_names
from mtqa.reporters.visible import clip, disarmed, pad, visible, width

if TYPE_CHECKING:
    from mtqa.report import DocumentReport, RuleFailure
    from mtqa.reporters import Summary

#: Documents in the table, the worst first.
ROWS = 5

#: Lines for problems, crashed rules, and reasons why rules did not run.
LINES = 20

#: Families named beside a reason; more are counted.
FAMILIES = 6

_NAME = 48  # columns

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

_GRAVEST_FIRST = tuple(reversed(SEVERITIES))
_WORST_FIRST = {"fail": 0, "unchecked": 1, "warn": 2, "pass": 3}

#: The first of them that any document has is the outcome: what nobody judged leaves it to the others.
_OUTCOMES = ("fail", "warn", "pass", "unchecked")


class _Row(NamedTuple):
    """A line of the table; the first three fields put the worst first."""

    rank: int
    score: float
    number: int
    name: str
    words: int
    counts: tuple[int, ...]
    verdict: str
    reason: str


class _Block(NamedTuple):
    """A finding as lines; the first two fields put the gravest first."""

    gravity: int
    order: tuple[int, int, int, str, str]
    lines: tuple[str, ...]


class _Story(NamedTuple):
    """A document that may be shown; the first three fields put the worst first."""

    rank: int
    score: float
    number: int
    head: tuple[str, ...]
    blocks: tuple[_Block, ...]

    @property
    def size(self) -> int:
        """What it takes of the room for findings."""
        return max(1, len(self.blocks))


class TextReporter(Reporter):
    """Holds back the worst documents, as many as it may show findings of, and writes all at the end."""

    def start(self) -> None:
        """Nothing is written before all is known."""
        self._rows: list[_Row] = []
        self._stories: list[_Story] = []
        self._documents = self._findings = 0

    def add(self, item: DocumentReport | Problem) -> None:
        """Keep the findings and metrics of one document, if it is among the worst."""
        if isinstance(item, Problem):
            return
        self._documents += 1
        self._findings += len(item.findings)
        rank = _WORST_FIRST[item.verdict]
        if item.findings or item.verdict != "pass":
            row = _Row(
                rank,
                item.score,
                self._documents,
                clip(document_title(item.document), _NAME),
                item.words,
                tuple(item.counts[severity] for severity in _GRAVEST_FIRST),
                item.verdict,
                f" ({visible(item.reason)})" if item.reason else "",
            )
            insort(self._rows, row)
            del self._rows[ROWS:]
        if item.findings or item.metrics is not None:
            self._keep_story(item, rank)

    def close(self, summary: Summary) -> None:
        """Write what matters first, then the findings, worst documents first, then what did not work."""
        outcome = _outcome(summary)
        self._line(*outcome)
        for label, counts in (("severity", summary.findings), ("family", summary.families)):
            found = [f"{number} {name}" for name, number in counts.items() if number]
            if found:
                self._line(f"{label}: {', '.join(found if label == 'family' else reversed(found))}")
        if summary.metrics is not None:
            self._line(f"against the references, all as one: {metrics_shown(summary.metrics)}")
        if self._rows:
            self._line()
            self._table(summary)
        self._line()
        shown = 0
        for story in self._stories:
            blocks = story.blocks if self.max_shown is None else story.blocks[: self.max_shown - shown]
            shown += len(blocks)
            self._story(story.head, blocks)
        if shown < self._findings:
            self._line(f"{shown} of {count(self._findings, 'finding')} shown; --max-shown 0 shows all")
        if summary.hidden:
            self._line(f"hidden by --min-severity, but counted: {count(summary.hidden, 'finding')}")
        if summary.suppressed:
            self._line(f"suppressed, and not counted: {count(summary.suppressed, 'finding')}")
        if summary.gone:
            self._line(f"not found again: {count(summary.gone, 'finding')} of the baseline")
        self._list("not run: ", _not_run(summary))
        self._list("not read: ", [visible(str(problem)) for problem in summary.problems])
        self._list("warning: ", [visible(str(problem)) for problem in summary.warnings])
        self._list("internal error: ", _crashes(summary.failures))
        if summary.configuration is not None:
            self._line(f"configuration: {visible(summary.configuration)}")
        if summary.gate:
            self._line(f"gate, where not the default: {visible(', '.join(summary.gate))}")
        if summary.metrics is not None:
            signatures = ", ".join(f"{name} {value}" for name, value in summary.metrics.signatures.items())
            self._line(f"sacrebleu: {visible(signatures)}", "faint")
        self._line(f"signature: {visible(summary.signature)}", "faint")
        if shown:
            self._line(*outcome)

    def _line(self, text: str = "", style: str = "") -> None:
        self.stream.write(self._paint(disarmed(text), style) + "\n")

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{_COLORS[style]}m{text}\x1b[0m" if self.color and style and text else text

    def _list(self, label: str, lines: Sequence[str]) -> None:
        for line in lines[:LINES]:
            self._line(label + line)
        if len(lines) > LINES:
            self._line(f"{label}and {len(lines) - LINES} more")

    def _keep_story(self, report: DocumentReport, rank: int) -> None:
        """Keep a document, and drop those that worse ones leave no room for."""
        parts = part_names(report.document)
        findings = sorted(report.findings, key=lambda finding: (-finding.weight, finding.order()))
        blocks = tuple(
            _Block(
                -finding.weight,
                finding.order(),
                tuple(finding_lines(report.document, finding, parts[finding.segment], self._paint)),
            )
            for finding in findings[: self.max_shown]
        )
        insort(self._stories, _Story(rank, report.score, self._documents, tuple(self._head(report)), blocks))
        if self.max_shown is not None:
            taken = sum(story.size for story in self._stories)
            while taken - self._stories[-1].size >= self.max_shown:
                taken -= self._stories.pop().size

    def _head(self, report: DocumentReport) -> Iterator[str]:
        verdict = self._paint(report.verdict, report.verdict)
        score = _score(report.score, report.verdict)
        yield f"{self._paint(document_title(report.document), 'head')} (score {score}, {verdict})"
        if report.readability.level != "not assessed":
            yield f"  readability: {readability_shown(report.readability)}"
        if report.metrics is not None:
            yield f"  against the reference: {metrics_shown(report.metrics)}"

    def _story(self, head: Iterable[str], blocks: Iterable[_Block]) -> None:
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
        head = ("worst documents", "words", *_GRAVEST_FIRST, "score", "verdict")
        body = [
            (row.name, str(row.words), *map(str, row.counts), _score(row.score, row.verdict), row.verdict)
            for row in self._rows
        ]
        widths = [max(width(row[i]) for row in (head, *body)) for i in range(len(head))]
        self._line(_columns(head, widths), "head")
        for row, cells in zip(self._rows, body, strict=True):
            self._line(_columns(cells[:-1], widths) + "  " + self._paint(cells[-1], row.verdict) + row.reason)
        rest = summary.documents - len(body)
        if rest:
            self._line(f"and {count(rest, 'document')} no worse")


def _score(score: float, verdict: str) -> str:
    """The score for people: of what nobody judged there is none."""
    return "–" if verdict == "unchecked" else f"{score:.2f}"


def _columns(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Cells in columns: the first and the last of a full row to the left, numbers to the right."""
    first, *others = cells
    line = pad(first, widths[0])
    for i, cell in enumerate(others, 1):
        line += "  " + (cell if i == len(widths) - 1 else " " * (widths[i] - width(cell)) + cell)
    return line


def _outcome(summary: Summary) -> tuple[str, str]:
    """What the run came to, in one line, and the style of the line."""
    verdicts = summary.verdicts
    if not summary.documents:
        return "ERROR: no document was checked", "fail"
    broken = bool(summary.problems or summary.failures)
    worst = next(verdict for verdict in _OUTCOMES if verdicts[verdict])
    found = count(sum(summary.findings.values()), "finding")
    return (
        f"{'ERROR' if broken else worst.upper()}: {found} in {count(summary.documents, 'document')}: "
        f"{verdicts['fail']} failed, {verdicts['warn']} with a warning, {verdicts['pass']} passed"
        + (f", {verdicts['unchecked']} unchecked" if verdicts["unchecked"] else ""),
        "fail" if broken else worst,
    )


def _not_run(summary: Summary) -> list[str]:
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
