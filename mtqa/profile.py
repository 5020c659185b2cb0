"""What runs on a file: the rules that its part of the configuration selects, made ready once for all files alike."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from mtqa.analysis.meaning import SEMANTIC
from mtqa.config import Config
from mtqa.dispatch import Dispatch
from mtqa.document import Document
from mtqa.finding import WEIGHTS, Finding, Severity
from mtqa.guard import described
from mtqa.knowledge.languages import TOLD_APART
from mtqa.registry import within
from mtqa.report import SkippedRule
from mtqa.rule import Rule, given
from mtqa.values import NamedTuple

#: Said of a document without any.
NO_TEXT = "no text"

#: Different sets of reasons, not to run rules, that are remembered.
_LINES = 100


class Skipped(NamedTuple):
    """The rules that cannot run on a document.

    Attributes:
        numbers: of the rules.
        lines: of the report; those that failed have none.
        all: whether every rule has one.
        of_language: whether every rule that is written for some languages has one, if there are any.
    """

    numbers: frozenset[int]
    lines: tuple[SkippedRule, ...]
    all: bool
    of_language: bool


class Selection:
    """Rules that run together, made ready once for all files that they run on.

    Args:
        rules: in order of id.

    Attributes:
        elsewhere: rules that run on other files alone.
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self.ran = frozenset(rule.id for rule in rules)
        #: Numbers of the rules that compare meanings.
        self.semantic = {number for number, rule in enumerate(rules) if rule.extra == SEMANTIC}
        #: Rules that need the same run or do not run together: one answer a document serves them all.
        needs = [(one.languages, one.needs, one.registers, one.extra, one.reach and one.id) for one in rules]
        self.kinds = [needs.index(need) for need in needs]
        self._reaching = [kind for kind in sorted(set(self.kinds)) if rules[kind].reach is not None]
        self.elsewhere: tuple[SkippedRule, ...] = ()
        self._lacking: dict[tuple[object, ...], dict[int, str]] = {}
        self._skipped: dict[tuple[tuple[int, str], ...], Skipped] = {}

    @cached_property
    def dispatch(self) -> Dispatch:
        """Which of the rules a document may have something for."""
        return Dispatch(self.rules)

    def reasons(self, document: Document) -> tuple[dict[int, str], dict[int, str]]:
        """Why which kinds of rules cannot run on a document, "" for an error; and the errors, by number of the rule."""
        failures: dict[int, str] = {}
        try:
            what = given(document)
        except Exception:  # said below of every rule that asks for the same
            what = None
        found = self._lacking.get(what) if what is not None else None
        if found is None:
            found = self._asked(sorted(set(self.kinds)), "lacks", document, failures)
            if what is not None and not failures:
                if len(self._lacking) >= _LINES:
                    self._lacking.clear()
                self._lacking[what] = found
        reaching = [kind for kind in self._reaching if kind not in found]
        return found | self._asked(reaching, "missing", document, failures), failures

    def _asked(
        self, kinds: Iterable[int], question: Literal["lacks", "missing"], document: Document, failures: dict[int, str]
    ) -> dict[int, str]:
        """The reasons of some kinds; errors are added to `failures`."""
        reasons: dict[int, str] = {}
        for kind in kinds:
            try:
                reason: str | None = getattr(self.rules[kind], question)(document)
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                reason = ""
                failures |= {number: described(error) for number, other in enumerate(self.kinds) if other == kind}
            if reason is not None:
                reasons[kind] = reason
        return reasons

    def skipped(self, reasons: Mapping[int, str]) -> Skipped:
        """The rules of the kinds that cannot run; made once for the many documents that say the same."""
        key = tuple(sorted(reasons.items()))
        made = self._skipped.get(key)
        if made is None:
            if len(self._skipped) >= _LINES:
                self._skipped.clear()
            pairs = list(zip(self.rules, self.kinds, strict=True))
            lines = tuple(SkippedRule(rule.id, reason) for rule, kind in pairs if (reason := reasons.get(kind)))
            named = [rule for rule in self.rules if rule.languages] or self.rules
            ids = {line.rule for line in lines}
            made = self._skipped[key] = Skipped(
                frozenset(number for number, kind in enumerate(self.kinds) if kind in reasons),
                lines + self.elsewhere,
                all(rule.id in ids for rule in self.rules),
                all(rule.id in ids for rule in named),
            )
        return made


class Profile:
    """Rules and configuration for some of the files.

    Args:
        config: that counts for them, without tables.
        selection: the rules that it selects.
    """

    def __init__(self, config: Config, selection: Selection) -> None:
        self.config = config
        self.selection = selection
        self._severities: dict[str, Severity | None] = {}

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run."""
        return self.selection.rules

    @cached_property
    def hash(self) -> str:
        """Short hash of what of the configuration counts for the files."""
        return self.config.hash

    def unchecked(self, document: Document, skipped: Skipped) -> str | None:
        """Why a document was not judged, or `None` if it was: it has words, and a rule that knows its language ran.

        Rules for all languages judge nobody's grammar: of an English text they count only where no other rule was asked
        for. Of a text in another language they count where mtqa can tell that it is in that language.
        """
        if not any(token.kind == "word" for paragraph in document.analysis.paragraphs for token in paragraph.tokens):
            return "no words" if document.has_body else NO_TEXT
        if not self.rules:
            return "no rule is selected for it"
        expected = document.analysis.expected
        written = document.analysis.language or expected
        neutral = expected != "en" and {expected, written} <= TOLD_APART
        if skipped.all if neutral else skipped.of_language:
            return f"no rule for its language ({document.analysis.language or document.language}) ran"
        return None

    def weighed(self, findings: list[Finding]) -> list[Finding]:
        """The findings with the severities that the configuration gives their rules."""
        if not self.config.severity:
            return findings
        return [self._weighed(finding) for finding in findings]

    def _weighed(self, finding: Finding) -> Finding:
        severity = self._severity(finding.rule)
        if severity is None or severity == finding.severity:
            return finding
        # words that are lost weigh by themselves: who makes a rule milder means them, too
        lost = finding.lost if WEIGHTS[severity] > WEIGHTS[finding.severity] else ()
        return dataclasses.replace(finding, severity=severity, lost=lost)

    def _severity(self, rule: str) -> Severity | None:
        """What the configuration says of a rule, by the longest name that fits."""
        if rule not in self._severities:
            fitting = [(len(name), severity) for name, severity in self.config.severity if within(name, rule)]
            self._severities[rule] = max(fitting)[1] if fitting else None
        return self._severities[rule]
