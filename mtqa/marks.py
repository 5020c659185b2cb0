"""Marks in the texts: `mtqa: ignore RULES -- reason`, in comments of the format or in notes to the translator.

They count only where the configuration of the run says so (`inline-marks = true`): who writes the text writes them.
"""

from __future__ import annotations

import re

from mtqa.lazy import regex
from mtqa.values import NamedTuple

_MARK = regex(
    r"\bmtqa:\s{0,9}(ignore(?:-file)?)\s{1,9}"
    r"([a-z0-9][a-z0-9/-]{0,99}(?:\s{0,9},\s{0,9}[a-z0-9][a-z0-9/-]{0,99}){0,19})(?:\s{1,9}--\s{0,9}(\S.{0,300}))?",
    re.DOTALL,
)


class Mark(NamedTuple):
    """A mark.

    Attributes:
        rules: ids, or beginnings of ids up to a `/`, whose findings are left out.
        reason: why.
        segment: index of the segment it is for; `None`: for the whole document.
        line: it stands on, 1-based, or `None`.
    """

    rules: tuple[str, ...]
    reason: str | None = None
    segment: int | None = None
    line: int | None = None

    @property
    def said(self) -> str:
        """The mark as it may stand in a text, the reason aside."""
        return f"mtqa: ignore{'-file' if self.segment is None else ''} {', '.join(self.rules)}"


def read_mark(comment: str, segment: int | None = None, line: int | None = None) -> Mark | None:
    """The mark that a comment or note holds; `None` where it holds none.

    Args:
        comment: its text.
        segment: index of the segment that comes next.
        line: of the comment.
    """
    found = _MARK.search(comment[:2000])
    if found is None:
        return None
    rules = tuple(rule.strip() for rule in found[2].split(","))
    return Mark(rules, found[3], None if found[1] == "ignore-file" else segment, line)
