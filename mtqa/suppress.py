"""Findings a user has looked at and accepts, in the configuration or in the text: left out of report and score, but
counted.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import field
from fnmatch import fnmatchcase

from mtqa.document import Document
from mtqa.finding import Finding
from mtqa.marks import Mark, read_mark
from mtqa.registry import within
from mtqa.values import dataclass


@dataclass(frozen=True, slots=True)
class Suppression:
    """One `[[tool.mtqa.suppress]]` table: a finding is left out where everything given fits.

    Args:
        rule: a rule id, or the beginning of ids up to a `/`.
        text: the flagged text, exactly, but for the kind of white space in it and any around it.
        document: the document's id, `*` and `?` as wild cards.
        reason: why, for the next reader.
        expires: the day from which on it silences nothing; `None`: never.
        where: `FILE:LINE` of the table, where it is from a file; changes no result.
    """

    rule: str
    text: str | None = None
    document: str | None = None
    reason: str | None = None
    expires: datetime.date | None = None
    where: str | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        """What it is about, in one string: the same for all that silence the same."""
        return json.dumps([self.rule, self.text, self.document])

    def over(self, day: datetime.date) -> bool:
        """Whether it silences nothing on a day."""
        return self.expires is not None and day >= self.expires

    def fits(self, document: str, finding: Finding) -> bool:
        """Whether it silences a finding of that document."""
        return (
            any(within(self.rule, rule) for rule in finding.rules)
            and (self.text is None or finding.text.split() == self.text.split())
            and (self.document is None or fnmatchcase(document, self.document))
        )


@dataclass(frozen=True, slots=True)
class Silenced:
    """What of the findings of a document is left out, and by what.

    Attributes:
        kept: the findings that are not.
        marked: how many are left out by marks in the text.
        used: the suppressions that leave out any, by their keys.
        idle: marks that leave out none.
    """

    kept: tuple[Finding, ...]
    marked: int = 0
    used: frozenset[str] = frozenset()
    idle: tuple[Mark, ...] = ()


class Silencer:
    """Leaves out the findings that the user has accepted, in the configuration or in the text.

    Args:
        suppressions: of the configuration, however many.
    """

    def __init__(self, suppressions: Sequence[Suppression]) -> None:
        self._of: dict[tuple[str, str | None], list[Suppression]] = {}
        for one in suppressions:
            text = None if one.text is None else one.text.strip()
            self._of.setdefault((one.rule.rstrip("/"), text), []).append(one)

    def leave_out(self, marks: Sequence[Mark], document: str, findings: Sequence[Finding]) -> Silenced:
        """What is left of findings.

        Args:
            marks: of the document, as far as they count.
            document: its id.
        """
        if not self._of and not marks:
            return Silenced(tuple(findings))
        marked = {(mark.segment, rule.rstrip("/")) for mark in marks for rule in mark.rules}
        used: set[str] = set()
        busy: set[tuple[int | None, str]] = set()
        kept = []
        by_marks = 0
        for finding in findings:
            names = {name for rule in finding.rules for name in _names(rule)}
            text = finding.text.strip()
            fitting = {
                one.key
                for name in names
                for one in (*self._of.get((name, text), ()), *self._of.get((name, None), ()))
                if one.fits(document, finding)
            }
            used |= fitting
            here = marked & {(segment, name) for name in names for segment in (finding.segment, None)}
            busy |= here
            if here and not fitting:
                by_marks += 1
            elif not fitting:
                kept.append(finding)
        idle = tuple(mark for mark in marks if not any((mark.segment, rule.rstrip("/")) in busy for rule in mark.rules))
        return Silenced(tuple(kept), by_marks, frozenset(used), idle)


def _names(rule: str) -> Iterator[str]:
    """What a rule may be called: its id, and the beginnings of it up to a `/`."""
    parts = rule.split("/")
    return ("/".join(parts[:end]) for end in range(1, len(parts) + 1))


def marks_of(document: Document) -> tuple[Mark, ...]:
    """The marks of a document: in comments, as its reader found them, and in the notes of its units."""
    noted = (
        read_mark(segment.unit.note, index, segment.line)
        for index, segment in enumerate(document.segments)
        if segment.unit is not None and segment.unit.note and "mtqa:" in segment.unit.note
    )
    return (*document.marks, *(mark for mark in noted if mark is not None))
