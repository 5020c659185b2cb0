"""Runs rules over documents and puts the results together; knows no rule by name."""

from __future__ import annotations

import dataclasses
import os
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing, suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from mtqa._version import __version__
from mtqa.analysis.estimate import Estimate, Found, estimate
from mtqa.analysis.estimate import version as estimate_version
from mtqa.analysis.meaning import meaning, out_of_reach
from mtqa.analysis.readability import Readability, assess
from mtqa.analysis.readability import version as readability_version
from mtqa.baseline import Baseline, Comparison
from mtqa.config import Config
from mtqa.document import Document, Problem
from mtqa.finding import Finding, Match, rank, those
from mtqa.guard import described, plain
from mtqa.metrics import document_metrics
from mtqa.profile import NO_TEXT, Profile, Selection, Skipped
from mtqa.registry import RuleSet, load_rules
from mtqa.report import DocumentReport, RuleFailure, SegmentScore, SkippedRule
from mtqa.rule import Rule
from mtqa.score import FORMULA, penalty, score, verdict
from mtqa.suppress import Silencer, marks_of
from mtqa.unicode import pinned_document

if TYPE_CHECKING:
    from mtqa.resultcache import ResultCache


class Engine:
    """Rules and configuration made ready to run.

    Args:
        config: of the run.
        baseline: findings it holds are left out of reports and scores, but counted.
        cached: what was found in a document is kept, and found again in a later run (`mtqa.resultcache`).

    Raises:
        RuleLoadError: a rule file that cannot be used.
        ValueError: a selector that names no rule.
    """

    def __init__(self, config: Config | None = None, baseline: Baseline | None = None, *, cached: bool = False) -> None:
        self.config = config or Config()
        self._cached = cached
        self._silencer = Silencer(self.config.suppress)
        self.rule_set: RuleSet = load_rules(self.config.rules)
        self._signatures: dict[tuple[int, ...], str] = {}
        self._profiles: dict[tuple[int, ...], Profile] = {}
        self._selections: dict[tuple[Sequence[str], Sequence[str]], Selection] = {}
        #: Rules that may run, on whatever file.
        self.rules: tuple[Rule, ...] = ()
        self.rules = self._profile(()).rules
        tables = self.config.paths.tables
        if any(table.select or table.ignore for table in tables):
            ran = self._profile(()).selection.ran.union(
                *(self._profile((number,)).selection.ran for number in range(len(tables)))
            )
            self.rules = tuple(rule for rule in self.rule_set.rules if rule.id in ran)
            for selection in self._selections.values():
                selection.elsewhere = self._elsewhere(selection)
        self._baseline = baseline
        #: What came of the baseline so far, where there is one.
        self.compared: Comparison | None = None
        if baseline is not None:
            known = {rule.id for rule in self.rule_set.rules}
            self.compared = Comparison(baseline, {rule.id for rule in self.rules}, known)

    def _profile(self, numbers: tuple[int, ...]) -> Profile:
        """What runs on the files of some tables, by number."""
        made = self._profiles.get(numbers)
        if made is None:
            config = self.config.under(self.config.paths.joined(numbers))
            made = self._profiles[numbers] = Profile(config, self._selection(config))
        return made

    def _selection(self, config: Config) -> Selection:
        """The rules that a configuration selects; of several that select the same, one."""
        wanted = (config.select, config.ignore)
        made = self._selections.get(wanted)
        if made is None:
            made = self._selections[wanted] = Selection(self.rule_set.select(*wanted))
            made.elsewhere = self._elsewhere(made)
        return made

    def _elsewhere(self, selection: Selection) -> tuple[SkippedRule, ...]:
        others = (rule.id for rule in self.rules if rule.id not in selection.ran)
        return tuple(SkippedRule(rule, "not selected for these files ([[path]])") for rule in others)

    def profile(self, path: str | None) -> Profile:
        """What runs on a file.

        Args:
            path: as the user named it; `None` where a document is from none.
        """
        return self._profile(self.config.paths.fitting(path))

    @cached_property
    def signature(self) -> str:
        """What the results of a run depend on, in sacrebleu's manner."""
        return self._signed(self.config, self.rules, self._baseline)

    @cached_property
    def cache(self) -> ResultCache | None:
        """What was found by earlier runs, where it is kept; what a baseline holds plays no part in it."""
        if not self._cached:
            return None
        from mtqa.resultcache import ResultCache  # its database costs start-up time

        return ResultCache(self._signed(self.config, self.rules), self.rule_set.state())

    def _signature(self, path: str | None) -> str | None:
        """The same of a document, by its file; `None` where that is the signature of the run."""
        if not self.config.paths.tables:
            return None
        numbers = self.config.paths.fitting(path)
        if numbers not in self._signatures:
            profile = self._profile(numbers)
            self._signatures[numbers] = self._signed(profile.config, profile.rules, self._baseline)
        return self._signatures[numbers]

    def _signed(self, config: Config, rules: Sequence[Rule], baseline: Baseline | None = None) -> str:
        extras = [rule.extra for rule in rules if rule.extra is not None and rule.extra.missing is None]
        engines = ",".join(sorted({extra.version for extra in extras})) or "none"
        name = re.sub(r"[^\w.-]", "_", os.path.basename(self.config.file or ""))
        file = f"({name})" if name else ""
        parts = [f"rules:{self.rule_set.hash}({len(rules)})", f"config:{config.hash}{file}"]
        if config.gate:
            parts.append(f"gate:{','.join(config.gate)}")
        if baseline is not None:
            parts.append(f"baseline:{baseline.hash}")
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
        profile = self.profile(document.path)
        shown = dataclasses.replace(document, settings=profile.config.settings).addressed()
        document = pinned_document(shown)
        found: list[Finding] = []
        reasons, failures = profile.selection.reasons(document)
        skipped = profile.selection.skipped(reasons)
        rules = profile.rules
        for number in profile.selection.dispatch.due(document, skipped.numbers):
            rule = rules[number]
            assert rule.run is not None  # the loader refuses rules without a check
            try:
                matches = rule.run(document)
                if matches:
                    matches = those(matches, partial(_is_judged, document))
                    found += [_finding(rule, shown, match) for match in matches]
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # one broken rule must not take the others' findings along; sys.exit, too
                failures[number] = described(error)
        failed = tuple(RuleFailure(rules[number].id, document.id, failures[number]) for number in sorted(failures))
        merged = _pointed(_merge(found))
        # what people would say of the text is asked of the rules' own severities, whatever the user makes of them
        kinds = [(finding.category, finding.severity) for finding in merged]
        readability = assess(document.analysis, document.language, document.register == "informal", kinds)
        near = _likeness(profile, document, failures.keys())
        guess = None
        if readability.level != "not assessed":
            counted = [Found(one.segment, one.rule, one.category, one.severity) for one in merged]
            guess = estimate(document, counted, bool(near))
        if profile.config.severity:
            merged = _pointed(_merge(profile.weighed(found)))
        marks = marks_of(document) if self.config.inline_marks else ()
        left = self._silencer.leave_out(marks, document.id, merged)
        around = document.analysis.around
        kept = tuple(dataclasses.replace(one, sentence=around(one.segment, one.start, one.end)) for one in left.kept)
        out = len(merged) - len(kept)
        report = self._report(profile, document, kept, out, skipped, failed, readability, guess, near)
        if left.marked or left.used or left.idle:
            report = dataclasses.replace(report, marked=left.marked, used=left.used, idle=left.idle)
        return report if document is shown else dataclasses.replace(report, document=shown)

    def attempt(self, item: Document | Problem) -> DocumentReport | Problem:
        """The document examined; what nobody thought of is a problem of this document and takes no other along."""
        if isinstance(item, Problem):
            return item
        try:
            return self.examine(item) if self.cache is None else self._known(item, self.cache)
        except Exception as error:
            if os.environ.get("MTQA_DEBUG"):
                raise
            what = f"document {item.id!r} could not be checked (internal error: {described(error)}): please report it"
            line = item.segments[0].line if item.segments else None
            return Problem(item.path or "-", what, line, entry=item.entry)

    def _known(self, document: Document, cache: ResultCache) -> DocumentReport:
        """The document examined, or what was found in it by an earlier run."""
        profile = self.profile(document.path)
        if document.settings != profile.config.settings:  # cheap
            document = dataclasses.replace(document, settings=profile.config.settings)
        report = cache.get(document, profile.hash)
        if report is None:
            report = self.examine(document)
            cache.put(document, report, profile.hash)
        return report

    def _report(
        self,
        profile: Profile,
        document: Document,
        findings: tuple[Finding, ...],
        out: int,
        skipped: Skipped,
        failures: tuple[RuleFailure, ...],
        readability: Readability,
        guess: Estimate | None,
        near: tuple[float | None, ...],
    ) -> DocumentReport:
        empty = self.config.empty == "fail" and not document.has_body
        reason = NO_TEXT if empty else profile.unchecked(document, skipped)
        words = document.analysis.words
        parts = [(paragraph.index, paragraph.words) for paragraph in document.analysis.paragraphs]
        metrics = document_metrics(document)
        lines = skipped.lines
        if metrics is not None:
            lines += tuple(SkippedRule(f"metrics/{name}", why) for name, why in metrics.skipped.items())
        return DocumentReport(
            document=dataclasses.replace(document),  # a copy leaves the cached analysis behind
            words=words,
            suppressed=out,
            readability=readability,
            estimate=guess,
            likeness=near,
            metrics=metrics,
            skipped_rules=lines,
            failures=failures,
            unjudged=reason,
            **self._judged(profile.config, findings, words, parts, reason, readability),
        )

    def _unaccepted(self, report: DocumentReport) -> DocumentReport:
        """The report without the findings that the baseline holds, judged anew."""
        signature = self._signature(report.document.path)
        if signature is not None:
            report = dataclasses.replace(report, signature=signature)
        if self.compared is None:
            return report
        profile = self.profile(report.document.path)
        findings = self.compared.new(report)
        left = len(report.all_findings) - len(findings)
        if not left:
            return report
        parts = [(part.index, part.words) for part in report.segments]
        judged = self._judged(profile.config, findings, report.words, parts, report.unjudged, report.readability)
        accepted = _above_neutral(report.all_findings) - _above_neutral(findings)
        return dataclasses.replace(report, suppressed=report.suppressed + left, accepted=accepted, **judged)

    def _judged(
        self,
        config: Config,
        findings: Sequence[Finding],
        words: int,
        parts: Iterable[tuple[int, int]],
        unjudged: str | None,
        readability: Readability,
    ) -> dict[str, Any]:
        """The fields of a report that depend on its findings.

        Args:
            config: for the document.
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
        least = rank(config.min_severity)
        gate = (config.fail_under, config.warn_under, config.fail_on)
        found = judged = verdict(value, findings, *gate, checked=unjudged is None)
        reason = unjudged if judged == "unchecked" else None
        if readability.level == "poor":
            judged = verdict(value, findings, *gate, checked=unjudged is None, poor=config.poor)
            if judged != found:
                reason = f"readability poor: {readability.reason}"
        empty = config.empty == "fail" and unjudged == NO_TEXT
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
            try:
                for item in documents:
                    yield self.attempt(item)
            finally:
                if self.cache is not None:
                    self.cache.close()
            return
        from mtqa.jobs import spread  # costs start-up time, so only where it is used

        yield from spread(partial(_attempts, self.config, self._cached), documents, jobs, _load)

    def _admitted(self, documents: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
        """The documents without those of no text, where they are to be left out or to be errors."""
        for item in documents:
            if isinstance(item, Problem) or self.config.empty not in ("skip", "error") or item.has_body:
                yield item
            elif self.config.empty == "error":
                line = item.segments[0].line if item.segments else None
                what = f"document {item.id!r} has {NO_TEXT}" if item.id != item.path else NO_TEXT
                yield Problem(item.path or "-", what, line, entry=item.entry)


#: Some of what most texts have, so that what they ask for is loaded.
_SAMPLE = (
    'The President of France, Emmanuel Macron, told reporters in Paris on Monday, May 4, 2015 that "the talks" with '
    "China and the United States will go on: 25 percent of the ministers (most of them) have agreed.\n\n"
    "It was said that the government's plan, which has cost $3.5 million so far, is one of the best. He did not know "
    "who had been there - “or why” - when the bridge was closed by the police of the city."
)


def _load() -> None:
    """Load what most texts ask for: processes that are copies of this one need not."""
    with suppress(Exception):  # said where a text of the user's is examined
        Engine().examine(Document.from_text(_SAMPLE))


def _attempts(config: Config, cached: bool) -> Callable[[Document | Problem], DocumentReport | Problem]:
    """What a process of its own does with each document."""
    engine = Engine(config, cached=cached)
    if engine.cache is not None:
        from multiprocessing.util import Finalize

        Finalize(None, engine.cache.close, exitpriority=1)
    return engine.attempt


def _likeness(profile: Profile, document: Document, failures: Set[int]) -> tuple[float | None, ...]:
    """How near each target is to its source in meaning; nothing where no rule asked, or none could tell."""
    if (
        not profile.selection.semantic
        or profile.selection.semantic & failures
        or not document.has_source
        or out_of_reach(document)
    ):
        return ()
    return tuple(document.analysis.view(meaning).near)


def _above_neutral(findings: Iterable[Finding]) -> int:
    return sum(finding.severity != "neutral" for finding in findings)


def _is_judged(document: Document, match: Match) -> bool:
    return document.analysis.judged(match.segment, match.start, match.end)


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
