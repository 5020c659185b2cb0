"""Runs rules over documents and puts the results together; knows no rule by name."""

from __future__ import annotations

import dataclasses
import os
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from functools import cached_property, partial
from typing import Any

from mtqa._version import __version__
from mtqa.analysis.estimate import Estimate, Found, estimate
from mtqa.analysis.estimate import version as estimate_version
from mtqa.analysis.meaning import SEMANTIC, meaning, out_of_reach
from mtqa.analysis.readability import Readability, assess
from mtqa.analysis.readability import version as readability_version
from mtqa.baseline import Baseline, Comparison
from mtqa.config import Config
from mtqa.dispatch import Dispatch
from mtqa.document import Document, Problem
from mtqa.finding import Finding, Match, rank
from mtqa.guard import described, plain
from mtqa.knowledge.languages import TOLD_APART
from mtqa.metrics import document_metrics
from mtqa.registry import RuleSet, load_rules
from mtqa.report import DocumentReport, RuleFailure, SegmentScore, SkippedRule
from mtqa.rule import Rule
from mtqa.score import FORMULA, penalty, score, verdict
from mtqa.suppress import suppressed
from mtqa.unicode import pinned_document

#: Said of a document without any.
NO_TEXT = "no text"


#: Different sets of reasons, not to run rules, that an engine remembers.
_LINES = 100


class Engine:
    """Rules and configuration made ready to run.

    Args:
        config: of the run.
        baseline: findings it holds are left out of reports and scores, but counted.

    Raises:
        RuleLoadError: a rule file that cannot be used.
        ValueError: a selector that names no rule.
    """

    def __init__(self, config: Config | None = None, baseline: Baseline | None = None) -> None:
        self.config = config or Config()
        self.rule_set: RuleSet = load_rules(self.config.rules)
        self.rules: tuple[Rule, ...] = self.rule_set.select(self.config.select, self.config.ignore)
        #: Rules that need the same run or do not run together: one answer a document serves them all.
        needs = [(one.languages, one.needs, one.registers, one.extra, one.reach and one.id) for one in self.rules]
        self._kinds = [needs.index(need) for need in needs]
        #: Numbers of the rules that compare meanings.
        self._semantic = {number for number, rule in enumerate(self.rules) if rule.extra == SEMANTIC}
        self._lines: dict[tuple[tuple[int, str], ...], tuple[SkippedRule, ...]] = {}
        self.dispatch = Dispatch(self.rules)
        self._baseline = baseline
        #: What came of the baseline so far, where there is one.
        self.compared: Comparison | None = None
        if baseline is not None:
            known = {rule.id for rule in self.rule_set.rules}
            self.compared = Comparison(baseline, {rule.id for rule in self.rules}, known)

    @cached_property
    def signature(self) -> str:
        """What a result depends on, in sacrebleu's manner."""
        extras = [rule.extra for rule in self.rules if rule.extra is not None and rule.extra.missing is None]
        engines = ",".join(sorted({extra.version for extra in extras})) or "none"
        name = re.sub(r"[^\w.-]", "_", os.path.basename(self.config.file or ""))
        file = f"({name})" if name else ""
        parts = [f"rules:{self.rule_set.hash}({len(self.rules)})", f"config:{self.config.hash}{file}"]
        if self.config.gate:
            parts.append(f"gate:{','.join(self.config.gate)}")
        if self._baseline is not None:
            parts.append(f"baseline:{self._baseline.hash}")
        return "|".join(
            (
                *parts,
                f"score:{FORMULA}",
                f"readability:{readability_version()}",
                f"estimate:{estimate_version()}",
                f"engines:{engines}",
                f"version:{__version__}",
            )
        )

    def check(self, document: Document) -> DocumentReport:
        """Run every selected rule over one document, and leave out what the baseline holds."""
        return self._unaccepted(self.examine(document))

    def examine(self, document: Document) -> DocumentReport:
        """Run every selected rule over one document, the baseline aside: in whatever order, in whatever process."""
        shown = dataclasses.replace(document, settings=self.config.settings(document.path)).addressed()
        document = pinned_document(shown)
        found: list[Finding] = []
        reasons, failures = self._reasons(document)
        skipping = {number for number, kind in enumerate(self._kinds) if kind in reasons}
        for number in self.dispatch.due(document, skipping):
            rule = self.rules[number]
            assert rule.run is not None  # the loader refuses rules without a check
            try:
                matches = rule.run(document)
                if matches:
                    judged = document.analysis.judged
                    matches = [match for match in matches if judged(match.segment, match.start, match.end)]
                    found += [_finding(rule, shown, match) for match in matches]
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # one broken rule must not take the others' findings along; sys.exit, too
                failures[number] = described(error)
        skipped = self._skipped(tuple(sorted(reasons.items())))
        failed = tuple(RuleFailure(self.rules[number].id, document.id, failures[number]) for number in sorted(failures))
        merged = _pointed(_merge(found))
        around = document.analysis.around
        kept = [
            dataclasses.replace(item, sentence=around(item.segment, item.start, item.end))
            for item in merged
            if not suppressed(self.config.suppress, document.id, item)
        ]
        kinds = [(finding.category, finding.severity) for finding in merged]
        readability = assess(document.analysis, document.language, document.register == "informal", kinds)
        near = self._likeness(document, failures.keys())
        guess = None
        if readability.level != "not assessed":
            counted = [Found(one.segment, one.rule, one.category, one.severity) for one in merged]
            guess = estimate(document, counted, bool(near))
        silenced = len(merged) - len(kept)
        report = self._report(document, tuple(kept), silenced, skipped, failed, readability, guess, near)
        return report if document is shown else dataclasses.replace(report, document=shown)

    def _likeness(self, document: Document, failures: Set[int]) -> tuple[float | None, ...]:
        """How near each target is to its source in meaning; nothing where no rule asked, or none could tell."""
        if not self._semantic or self._semantic & failures or not document.has_source or out_of_reach(document):
            return ()
        return tuple(document.analysis.view(meaning).near)

    def _reasons(self, document: Document) -> tuple[dict[int, str], dict[int, str]]:
        """Why which kinds of rules cannot run on a document, "" for an error; and the errors, by number of the rule."""
        reasons: dict[int, str] = {}
        failures: dict[int, str] = {}
        for kind in set(self._kinds):
            try:
                reason = self.rules[kind].missing(document)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                reason = ""
                failures |= {number: described(error) for number, other in enumerate(self._kinds) if other == kind}
            if reason is not None:
                reasons[kind] = reason
        return reasons, failures

    def _skipped(self, reasons: tuple[tuple[int, str], ...]) -> tuple[SkippedRule, ...]:
        """The rules of the kinds that cannot run; made once for the many documents that say the same."""
        made = self._lines.get(reasons)
        if made is None:
            if len(self._lines) >= _LINES:
                self._lines.clear()
            of_kind = dict(reasons)
            pairs = zip(self.rules, self._kinds, strict=True)
            made = tuple(SkippedRule(rule.id, reason) for rule, kind in pairs if (reason := of_kind.get(kind)))
            self._lines[reasons] = made
        return made

    def attempt(self, item: Document | Problem) -> DocumentReport | Problem:
        """The document examined; what nobody thought of is a problem of this document and takes no other along."""
        if isinstance(item, Problem):
            return item
        try:
            return self.examine(item)
        except Exception as error:
            if os.environ.get("MTQA_DEBUG"):
                raise
            what = f"document {item.id!r} could not be checked (internal error: {described(error)}): please report it"
            line = item.segments[0].line if item.segments else None
            return Problem(item.path or "-", what, line, entry=item.entry)

    def _report(
        self,
        document: Document,
        findings: tuple[Finding, ...],
        silenced: int,
        skipped: tuple[SkippedRule, ...],
        failures: tuple[RuleFailure, ...],
        readability: Readability,
        guess: Estimate | None,
        near: tuple[float | None, ...],
    ) -> DocumentReport:
        empty = self.config.empty == "fail" and not document.has_body
        reason = NO_TEXT if empty else self._unchecked(document, {one.rule for one in skipped})
        words = document.analysis.words
        parts = [(paragraph.index, paragraph.words) for paragraph in document.analysis.paragraphs]
        metrics = document_metrics(document)
        if metrics is not None:
            skipped += tuple(SkippedRule(f"metrics/{name}", why) for name, why in metrics.skipped.items())
        return DocumentReport(
            document=dataclasses.replace(document),  # a copy leaves the cached analysis behind
            words=words,
            suppressed=silenced,
            readability=readability,
            estimate=guess,
            likeness=near,
            metrics=metrics,
            skipped_rules=skipped,
            failures=failures,
            unjudged=reason,
            **self._judged(findings, words, parts, reason, readability),
        )

    def _unaccepted(self, report: DocumentReport) -> DocumentReport:
        """The report without the findings that the baseline holds, judged anew."""
        if self.compared is None:
            return report
        findings = self.compared.new(report)
        left = len(report.all_findings) - len(findings)
        if not left:
            return report
        parts = [(part.index, part.words) for part in report.segments]
        judged = self._judged(findings, report.words, parts, report.unjudged, report.readability)
        accepted = _above_neutral(report.all_findings) - _above_neutral(findings)
        return dataclasses.replace(report, suppressed=report.suppressed + left, accepted=accepted, **judged)

    def _judged(
        self,
        findings: Sequence[Finding],
        words: int,
        parts: Iterable[tuple[int, int]],
        unjudged: str | None,
        readability: Readability,
    ) -> dict[str, Any]:
        """The fields of a report that depend on its findings.

        Args:
            findings: all of them, in reading order.
            words: of the document.
            parts: (index, words) of its segments.
            unjudged, readability: see DocumentReport.
        """
        points = penalty(findings)
        by_segment: Counter[int] = Counter()
        lost: Counter[int] = Counter()
        for finding in findings:
            for segment, weight in finding.points:
                by_segment[segment] += weight
            for segment, number in finding.lost:
                lost[segment] += number
        value = score(points, words, lost.total())
        least = rank(self.config.min_severity)
        gate = (self.config.fail_under, self.config.warn_under, self.config.fail_on)
        found = judged = verdict(value, findings, *gate, checked=unjudged is None)
        reason = unjudged if judged == "unchecked" else None
        if readability.level == "poor":
            judged = verdict(value, findings, *gate, checked=unjudged is None, poor=self.config.poor)
            if judged != found:
                reason = f"readability poor: {readability.reason}"
        empty = self.config.empty == "fail" and unjudged == NO_TEXT
        segments = [
            SegmentScore(index, size, score(by_segment[index], size, lost[index]), by_segment[index])
            for index, size in parts
        ]
        return {
            "score": value,
            "penalty": points,
            "verdict": "fail" if empty else judged,
            "segments": tuple(segments),
            "findings": tuple(finding for finding in findings if rank(finding.severity) >= least),
            "hidden": tuple(finding for finding in findings if rank(finding.severity) < least),
            "reason": unjudged if empty else reason,
        }

    def _unchecked(self, document: Document, skipped: Set[str]) -> str | None:
        """Why the document was not judged, or `None` if it was: it has words, and a rule that knows its language ran.

        Rules for all languages judge nobody's grammar: of an English text they count only where no other rule was asked
        for. Of a text in another language they count where mtqa can tell that it is in that language.
        """
        if not any(token.kind == "word" for paragraph in document.analysis.paragraphs for token in paragraph.tokens):
            return "no words" if document.has_body else NO_TEXT
        expected = document.analysis.expected
        written = document.analysis.language or expected
        neutral = expected != "en" and {expected, written} <= TOLD_APART
        asked = [rule for rule in self.rules if rule.languages and not neutral] or self.rules
        if all(rule.id in skipped for rule in asked):
            return f"no rule for its language ({document.analysis.language or document.language}) ran"
        return None

    def run(self, documents: Iterable[Document | Problem], jobs: int = 1) -> Iterator[DocumentReport | Problem]:
        """Reports in the order of the documents; problems are passed on in their place.

        Args:
            documents: read one at a time; at most a few for each job are held.
            jobs: number of processes; 1 runs in this one.
        """
        with closing(self._examined(self._admitted(documents), jobs)) as examined:
            for item in examined:
                if isinstance(item, Problem):
                    if self.compared is not None and item.severity == "error":
                        self.compared.unread(item.path)
                    yield item
                else:
                    yield self._unaccepted(item)

    def _examined(
        self, documents: Iterable[Document | Problem], jobs: int
    ) -> Generator[DocumentReport | Problem, None, None]:
        if jobs <= 1:
            for item in documents:
                yield self.attempt(item)
            return
        from mtqa.jobs import spread  # costs start-up time, so only where it is used

        yield from spread(partial(_attempts, self.config), documents, jobs)

    def _admitted(self, documents: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
        """The documents without those of no text, where they are to be left out or to be errors."""
        for item in documents:
            if isinstance(item, Problem) or self.config.empty not in ("skip", "error") or item.has_body:
                yield item
            elif self.config.empty == "error":
                line = item.segments[0].line if item.segments else None
                what = f"document {item.id!r} has {NO_TEXT}" if item.id != item.path else NO_TEXT
                yield Problem(item.path or "-", what, line, entry=item.entry)


def _attempts(config: Config) -> Callable[[Document | Problem], DocumentReport | Problem]:
    """What a process of its own does with each document."""
    return Engine(config).attempt


def _above_neutral(findings: Iterable[Finding]) -> int:
    return sum(finding.severity != "neutral" for finding in findings)


def _finding(rule: Rule, document: Document, match: Match) -> Finding:
    segment = document.segments[match.segment]
    line, column = segment.position(match.start)
    return Finding(
        rule=rule.id,
        category=match.category or rule.category,
        severity=match.severity or rule.severity,
        message=match.message,
        segment=match.segment,
        start=match.start,
        end=match.end,
        line=line,
        column=column,
        text=segment.target[match.start : match.end],
        suggestions=tuple(match.suggestions),
        evidence={str(key): plain(value) for key, value in match.evidence.items()},
        rules=(rule.id,),
        lost=match.lost,
        wide=match.wide,
        throughout=tuple(_finding(rule, document, other) for other in match.throughout),
    )


def _merge(findings: Iterable[Finding]) -> list[Finding]:
    """One defect named by two rules becomes one finding that keeps both ids and the graver severity.

    Same span and same category is one defect; anything else stays.
    """
    groups: dict[tuple[int, int, str, str], list[Finding]] = {}
    for finding in sorted(findings, key=Finding.order):
        gap = len(finding.text) - len(finding.text.lstrip())  # a span to be left out takes the space before it along
        groups.setdefault((finding.segment, finding.start + gap, finding.category, finding.text.strip()), []).append(
            finding
        )
    merged = []
    for group in groups.values():
        first = max(group, key=lambda finding: rank(finding.severity))
        rules = tuple(sorted({finding.rule for finding in group}, key=lambda rule: (rule != first.rule, rule)))
        evidence: Mapping[str, object] = first.evidence
        if len(rules) > 1:
            evidence = {**evidence, "also": list(rules[1:])}
        merged.append(dataclasses.replace(first, rules=rules, evidence=evidence))
    return sorted(merged, key=Finding.order)


def _pointed(findings: list[Finding]) -> list[Finding]:
    """The findings without the wide ones inside which another, neutral ones aside, says what is wrong."""
    if not any(finding.wide for finding in findings):  # cheap
        return findings
    narrow = [finding for finding in findings if not finding.wide and finding.severity != "neutral"]
    starts = [(finding.segment, finding.start) for finding in narrow]
    kept = []
    for finding in findings:
        if finding.wide:
            first = bisect_left(starts, (finding.segment, finding.start))
            last = bisect_left(starts, (finding.segment, finding.end), first)
            if any(other.end <= finding.end for other in narrow[first:last]):
                continue
        kept.append(finding)
    return kept
