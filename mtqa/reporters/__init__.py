"""Reporters: one file a format. Each writes documents as they come and holds back only what it must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.finding import SEVERITIES
from mtqa.gate import Gate, Outcome
from mtqa.metrics import Metrics, RunMetrics
from mtqa.reporters.base import Reporter
from mtqa.score import VERDICTS
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.config import Config
    from mtqa.report import DocumentReport, RuleFailure, SkippedRule

__all__ = ["REPORTERS", "Reporter", "Summary", "Tally"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a whole run came to.

    Attributes:
        signature: what the results depend on, see `mtqa.engine.Engine.signature`.
        documents: number of documents reported, the unchecked ones included.
        words: words and numbers in them.
        findings: number of findings of each severity, lightest first; every severity is a key. Hidden ones count.
        families: number of findings of each family of rules that found any, most first; hidden ones count.
        hidden: findings below the least severity to be shown.
        verdicts: number of documents of each verdict (see `mtqa.score.VERDICTS`); every verdict is a key.
        problems: inputs that could not be read, in the order they came.
        warnings: what the readers had to repair or leave, likewise.
        failures: rules that crashed, in the order they came.
        suppressed: findings left out by suppressions, marks in the texts or the baseline.
        marked: of these, those left out by marks in the texts.
        gone: findings that the baseline holds and that were not found again.
        unchanged: files and documents left out because they are not new.
        skipped: for every reason why rules did not run, the number of documents each rule missed.
        configuration: the configuration file used, seen from the working directory; `None` for none.
        metrics: against the references, of all documents that have any as one corpus; `None` where none has.
        gate: what decides of pass and fail and is not as by default, see `Config.gate`.
        outcome: what the run came to.
        reasons: what of it no verdict of a document explains, in lines for people.
    """

    signature: str
    documents: int
    words: int
    findings: Mapping[str, int]
    families: Mapping[str, int]
    hidden: int
    verdicts: Mapping[str, int]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    failures: tuple[RuleFailure, ...]
    suppressed: int
    skipped: Mapping[str, Mapping[str, int]]
    marked: int = 0
    gone: int = 0
    unchanged: int = 0
    configuration: str | None = None
    gate: tuple[str, ...] = ()
    outcome: Outcome = "error"
    reasons: tuple[str, ...] = ()
    metrics: Metrics | None = None


#: Sets of skipped rules that are counted as they are: most documents have the same.
_ALIKE = 100


class Tally:
    """Counts a run as it goes; keeps no document."""

    def __init__(self) -> None:
        self._documents = self._words = self._suppressed = self._marked = self._accepted = self._hidden = 0
        self._families: Counter[str] = Counter()
        self._findings: dict[str, int] = dict.fromkeys(SEVERITIES, 0)
        self._verdicts: dict[str, int] = dict.fromkeys(VERDICTS, 0)
        self._problems: dict[str, list[Problem]] = {"error": [], "warning": []}
        self._failures: list[RuleFailure] = []
        self._skipped: dict[str, dict[str, int]] = {}
        self._alike: Counter[tuple[SkippedRule, ...]] = Counter()
        self._metrics = RunMetrics()

    def add(self, item: DocumentReport | Problem) -> None:
        """Count one document or problem."""
        if isinstance(item, Problem):
            self._problems[item.severity].append(item)
            return
        self._documents += 1
        self._words += item.words
        self._suppressed += item.suppressed
        self._marked += item.marked
        self._accepted += item.accepted
        self._verdicts[item.verdict] += 1
        self._hidden += len(item.hidden)
        for severity, number in item.counts.items():
            self._findings[severity] += number
        self._families.update(finding.family for finding in (*item.findings, *item.hidden))
        self._failures += item.failures
        if item.metrics is not None:
            self._metrics.add(item.metrics)
        self._alike[item.skipped_rules] += 1
        if len(self._alike) > _ALIKE:
            self._part()

    def _part(self) -> None:
        """Count each rule that was skipped."""
        for skipped_rules, times in self._alike.items():
            for skipped in skipped_rules:
                rules = self._skipped.setdefault(skipped.reason, {})
                rules[skipped.rule] = rules.get(skipped.rule, 0) + times
        self._alike.clear()

    def summary(self, signature: str, config: Config | None = None, gone: int = 0, unchanged: int = 0) -> Summary:
        """The counts so far, and the configuration they came of.

        Args:
            gone: findings of the baseline that were not found again.
            unchanged: files and documents left out because they are not new.
        """
        self._part()
        above = sum(number for severity, number in self._findings.items() if severity != "neutral")
        gate = Gate() if config is None else config.run_gate
        outcome, reasons = gate.judge(
            self._verdicts, above, self._accepted, len(self._problems["error"]), len(self._failures), unchanged
        )
        return Summary(
            outcome=outcome,
            reasons=reasons,
            signature=signature,
            documents=self._documents,
            words=self._words,
            findings=dict(self._findings),
            families=dict(sorted(self._families.items(), key=lambda item: (-item[1], item[0]))),
            hidden=self._hidden,
            verdicts=dict(self._verdicts),
            problems=tuple(self._problems["error"]),
            warnings=tuple(self._problems["warning"]),
            failures=tuple(self._failures),
            suppressed=self._suppressed,
            marked=self._marked,
            skipped={reason: dict(rules) for reason, rules in self._skipped.items()},
            gone=gone,
            unchanged=unchanged,
            configuration=None if config is None else config.name,
            gate=() if config is None else config.gate,
            metrics=self._metrics.metrics(),
        )


#: Format name -> module and class. A new format is one file and one line here.
_CLASSES: Mapping[str, str] = {
    "text": "mtqa.reporters.text:TextReporter",
    "json": "mtqa.reporters.json:JsonReporter",
    "jsonl": "mtqa.reporters.jsonl:JsonlReporter",
    "csv": "mtqa.reporters.csv:CsvReporter",
    "github": "mtqa.reporters.github:GithubReporter",
    "sarif": "mtqa.reporters.sarif:SarifReporter",
    "junit": "mtqa.reporters.junit:JunitReporter",
    "gitlab": "mtqa.reporters.gitlab:GitlabReporter",
    "checkstyle": "mtqa.reporters.checkstyle:CheckstyleReporter",
    "rdjson": "mtqa.reporters.rdjson:RdjsonReporter",
    "markdown": "mtqa.reporters.markdown:MarkdownReporter",
    "html": "mtqa.reporters.html:HtmlReporter",
}


class _Reporters(Mapping[str, type[Reporter]]):
    """Names are known at once, a class is imported when it is asked for."""

    def __getitem__(self, name: str) -> type[Reporter]:
        module, _, attribute = _CLASSES[name].partition(":")
        found: type[Reporter] = getattr(import_module(module), attribute)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_CLASSES)

    def __len__(self) -> int:
        return len(_CLASSES)


#: The reporters by the name `--format` knows them by.
REPORTERS: Mapping[str, type[Reporter]] = _Reporters()
