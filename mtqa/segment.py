"""A paragraph or translation unit, what kind of text it is, and where it stands in the file."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

Kind = Literal["body", "headline", "list", "caption", "table", "verse", "links", "code"]
#: Kinds whose wording nobody wrote as a text: no rule judges them.
UNJUDGED: frozenset[Kind] = frozenset(("links", "code"))
Register = Literal["news", "informal"]
REGISTERS: tuple[Register, ...] = get_args(Register)


@lru_cache(maxsize=16)
def _breaks(text: str) -> list[int]:
    """Offsets of the newlines of a text, found once for all findings in it."""
    return [i for i, letter in enumerate(text) if letter == "\n"] if "\n" in text else []


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph or translation unit.

    Args:
        target: the translated text, exactly as received (decoded; newlines as `\\n`).
        source: the text it was translated from, if known.
        reference: a trusted translation of the source, if known.
        kind: what the format says it is: "headline" (a title element, a heading), an item of a "list", a "caption", a
            cell of a "table", "verse", "links" (titles of other pages), "code"; else "body".
        code: ranges of the target that are code, such as a command inside a sentence.
        line: 1-based line of the file where the target begins, or `None`.
        column: 1-based column (code points) of that place; `None` where the target is not verbatim in the
            file (markup was taken out), so that only the line of its element is known.
        element: the place inside the entry for formats that have one (`title`, `content`, a CSV column).
    """

    target: str
    source: str | None = None
    reference: str | None = None
    kind: Kind = "body"
    code: tuple[tuple[int, int], ...] = ()
    line: int | None = None
    column: int | None = None
    element: str | None = None

    def position(self, offset: int) -> tuple[int | None, int | None]:
        """1-based line and column in the file of a code-point offset in the target."""
        if self.line is None or self.column is None:
            return self.line, None
        breaks = _breaks(self.target)
        before = bisect_left(breaks, offset)
        if not before:
            return self.line, self.column + offset
        return self.line + before, offset - breaks[before - 1]
