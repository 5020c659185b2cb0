"""What is known after a run: below the engine, which makes it, and the reporters, which show it."""

from __future__ import annotations

from mtqa.analysis.estimate import Estimate
from mtqa.analysis.readability import NOT_ASSESSED, Readability
from mtqa.document import Document
from mtqa.finding import SEVERITIES, Finding
from mtqa.marks import Mark
from mtqa.metrics import Metrics
from mtqa.score import Verdict
from mtqa.values import NamedTuple, dataclass


@dataclass(frozen=True, slots=True)
class SegmentScore:
    """Score of one segment on its own words."""

    index: int
    words: int
    score: float
    penalty: int


class SkippedRule(NamedTuple):
    """A rule that did not run on a document, and why."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class RuleFailure:
    """A rule that crashed on a document: its findings there are missing, exit status 2."""

    rule: str
    document: str
    error: str


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What is known about one document after the run.

    Attributes:
        document: the document, without its analysis.
        words: words and numbers in its targets.
        score, penalty, verdict: see `mtqa.score`.
        segments: the same for each segment.
        findings: in reading order.
        suppressed: number of findings left out by suppressions or the baseline.
        marked: of these, those left out by marks in the text.
        used: the suppressions that leave out any, as `Suppression.key` names them.
        idle: marks that leave out none.
        accepted: of these, those that the baseline holds and that are above neutral.
        metrics: reference metrics, where there is a reference.
        skipped_rules: rules that could not run, with reasons.
        failures: rules that crashed.
        hidden: findings below the configuration's `min_severity`: counted in score and verdict, but not shown.
        reason: why the verdict is what it is, where neither score nor findings say it.
        unjudged: why the rules could not judge the document, whatever they found; `None` where they could.
        readability: how the document reads as a whole; no part of the score.
        estimate: what people would take off, by and large; no part of the score. `None` where readability is not
            assessed.
        signature: what the report depends on; `None`: the same as the run.
        likeness: of each segment of the document how near target and source are in meaning, `None` where nobody
            looked; empty where that could not be told. No part of the score.
    """

    document: Document
    words: int
    score: float
    penalty: int
    verdict: Verdict
    segments: tuple[SegmentScore, ...]
    findings: tuple[Finding, ...]
    suppressed: int
    metrics: Metrics | None
    skipped_rules: tuple[SkippedRule, ...]
    failures: tuple[RuleFailure, ...]
    hidden: tuple[Finding, ...] = ()
    reason: str | None = None
    unjudged: str | None = None
    accepted: int = 0
    readability: Readability = NOT_ASSESSED
    estimate: Estimate | None = None
    likeness: tuple[float | None, ...] = ()
    signature: str | None = None
    marked: int = 0
    used: frozenset[str] = frozenset()
    idle: tuple[Mark, ...] = ()

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from mtqa.notebook import report_html  # of use to few runs

        return report_html(self)

    @property
    def all_findings(self) -> list[Finding]:
        """Findings shown and hidden, in reading order."""
        return sorted((*self.findings, *self.hidden), key=Finding.order) if self.hidden else list(self.findings)

    @property
    def counts(self) -> dict[str, int]:
        """Findings of each severity, lightest first, hidden ones included: what the penalty is made of."""
        counts: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
        for finding in (*self.findings, *self.hidden):
            counts[finding.severity] += 1
        return counts
