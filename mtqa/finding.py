"""What a rule says (Match) and what a report holds (Finding)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from types import MappingProxyType
from typing import Literal

from mtqa.values import dataclass

Severity = Literal["neutral", "minor", "major", "critical"]

#: MQM severity weights: the penalty of one finding, in points.
WEIGHTS: Mapping[str, int] = MappingProxyType({"neutral": 0, "minor": 1, "major": 5, "critical": 25})

SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")

#: The MQM categories rules may use, each with the words a report shows for it.
CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "accuracy/mistranslation": "Mistranslation",
        "accuracy/omission": "Omission",
        "accuracy/addition": "Addition",
        "accuracy/untranslated": "Untranslated text",
        "fluency/grammar": "Grammar",
        "fluency/spelling": "Spelling",
        "fluency/casing": "Casing",
        "fluency/punctuation": "Punctuation",
        "fluency/typography": "Typography",
        "fluency/inconsistency": "Inconsistency",
        "fluency/repetition": "Repetition",
        "fluency/unintelligible": "Unintelligible",
        "fluency/character-encoding": "Character encoding",
        "style/awkward": "Awkward style",
        "style/register": "Register",
        "terminology/wrong-term": "Wrong term",
        "terminology/inconsistent": "Inconsistent term",
        "locale-convention/name-format": "Name format",
        "locale-convention/date-format": "Date format",
        "locale-convention/number-format": "Number format",
        "design/markup": "Markup",
    }
)


def unknown(what: str, value: object, allowed: Iterable[str]) -> str:
    """What to say of a value that is none of those allowed."""
    return f"unknown {what} {value!r}; one of {', '.join(allowed)}"


def rank(severity: str) -> int:
    """Place of a severity in the scale, 0 (neutral) to 3 (critical)."""
    return SEVERITIES.index(severity)


@dataclass(frozen=True, slots=True)
class Match:
    """One defect as a rule sees it; the engine turns it into a Finding.

    Args:
        segment: index of the segment in the document.
        start, end: code points in that segment's target, `start <= end`.
        message: what is wrong, in words an editor uses; plain text.
        suggestions: replacements for the span, best first.
        evidence: facts the rule relied on, JSON values only.
        severity: instead of the rule's own, where this case is lighter or graver.
        category: instead of the rule's own.
        lost: words that say nothing to the reader, as (segment, number of words), where that is more than a slip: if
            they are more than the points of the severity, they are the penalty.
        wide: it says only that something in its span is wrong; left out where another finding inside it says what.
        throughout: further places of the same that it speaks for, so that one finding stands for hundreds.
    """

    segment: int
    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    evidence: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None
    category: str | None = None
    lost: tuple[tuple[int, int], ...] = ()
    wide: bool = False
    throughout: tuple[Match, ...] = ()


def those(matches: Iterable[Match], wanted: Callable[[Match], bool]) -> list[Match]:
    """Matches that are wanted, and of the places they speak for those that are."""
    return [
        replace(match, throughout=tuple(filter(wanted, match.throughout))) if match.throughout else match
        for match in matches
        if wanted(match)
    ]


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect in a report: where it is, what is wrong, and which rule says so.

    `start` and `end` are code points in the segment's target; `line` and `column` are 1-based places in
    the file (`None` where the format has no such place). `rules` holds every rule that named exactly this
    defect, `rule` being the first of them. `sentence` is where the sentences that it touches begin and end in the
    target; `None` where nobody looked, or there are none.
    """

    rule: str
    category: str
    severity: Severity
    message: str
    segment: int
    start: int
    end: int
    line: int | None
    column: int | None
    text: str
    suggestions: tuple[str, ...] = ()
    evidence: Mapping[str, object] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    lost: tuple[tuple[int, int], ...] = ()
    wide: bool = False
    throughout: tuple[Finding, ...] = ()
    sentence: tuple[int, int] | None = None

    @property
    def family(self) -> str:
        """The first part of the rule's id."""
        return self.rule.partition("/")[0]

    @property
    def weight(self) -> int:
        """Penalty points of this finding: those of its severity, or one for each lost word where that is more."""
        return max(WEIGHTS[self.severity], sum(words for _, words in self.lost))

    @property
    def points(self) -> Iterator[tuple[int, int]]:
        """The same parted, as (segment, points)."""
        yield from self.lost
        yield self.segment, self.weight - sum(words for _, words in self.lost)

    def order(self) -> tuple[int, int, int, str, str]:
        """Sort key: the order of reading, then rule id and message, so that reports are stable."""
        return (self.segment, self.start, self.end, self.rule, self.message)
