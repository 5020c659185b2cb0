"""Findings a user has looked at and accepts: left out of report and score, but counted."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from mtqa.finding import Finding


@dataclass(frozen=True, slots=True)
class Suppression:
    """One `[[tool.mtqa.suppress]]` table: a finding is left out where everything given fits.

    Args:
        rule: a rule id, or the beginning of ids up to a `/`.
        text: the flagged text, exactly, but for white space around it.
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

    def over(self, day: datetime.date) -> bool:
        """Whether it silences nothing on a day."""
        return self.expires is not None and day >= self.expires

    def fits(self, document: str, finding: Finding) -> bool:
        """Whether it silences a finding of that document."""
        return (
            any(rule == self.rule or rule.startswith(self.rule.rstrip("/") + "/") for rule in finding.rules)
            and (self.text is None or finding.text.strip() == self.text.strip())
            and (self.document is None or fnmatchcase(document, self.document))
        )


def suppressed(suppressions: Sequence[Suppression], document: str, finding: Finding) -> bool:
    """Whether any of the suppressions silences the finding."""
    return any(suppression.fits(document, finding) for suppression in suppressions)
