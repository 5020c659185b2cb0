"""The document model: one story, its segments, and where they stand in the file."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from mtqa.unicode import pinned

if TYPE_CHECKING:
    from mtqa.analysis.text import Analysis

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


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user's configuration tells the rules.

    Args:
        people: paths of further people-and-offices tables.
        register: of the document; `None`: the text itself shows it.
        language: that the text must be in, BCP 47; `None`: the one the input declares.
    """

    people: tuple[str, ...] = ()
    register: Register | None = None
    language: str | None = None


@dataclass(frozen=True)
class Document:
    """One story: its segments in reading order and what is known about it.

    Everything computed from the text (`analysis`) is computed once, on demand, and shared by all rules.

    Args:
        id: unique in a run; the feed's guid, the JSONL id, or the path.
        segments: none where the input has no text.
        path: the file it came from, as the user named it; "-" for standard input.
        title: the headline as the format gives it, or `None`.
        language: BCP 47 tag of the target.
        source_language: BCP 47 tag of the source, or `None`.
        date: day of publication, or `None`.
        entry: 1-based number of the entry in a file that holds several documents, or `None`.
        link: address of the story, or `None`.
        settings: what the configuration tells the rules; the engine sets it.
        titled: whether the first segment is a title that stands beside the segments of the input, see `number`.
    """

    id: str
    segments: Sequence[Segment]
    path: str | None = None
    title: str | None = None
    language: str = "en"
    source_language: str | None = None
    date: datetime.date | None = None
    entry: int | None = None
    link: str | None = None
    settings: Settings = Settings()
    titled: bool = False

    def number(self, position: int) -> int:
        """What reports call a segment: its index in the input; a title beside the input's segments comes last."""
        return (position - 1) % len(self.segments) if self.titled else position

    @cached_property
    def analysis(self) -> Analysis:
        """Sentences, tokens, names: the shared view of the targets."""
        from mtqa.analysis.text import Analysis  # its tables cost start-up time: not for `mtqa --help`

        return Analysis(self.segments)

    @property
    def register(self) -> Register:
        """What the configuration says, or else what the text shows."""
        return self.settings.register or ("informal" if self.analysis.register.informal else "news")

    @property
    def has_body(self) -> bool:
        """Whether there is any text beside headlines: a letter or a figure."""
        return any(
            segment.kind != "headline" and any(map(str.isalnum, pinned(segment.target))) for segment in self.segments
        )

    @property
    def has_source(self) -> bool:
        """Whether any segment has a source."""
        return any(segment.source for segment in self.segments)

    @property
    def has_reference(self) -> bool:
        """Whether any segment has a reference."""
        return any(segment.reference for segment in self.segments)

    @classmethod
    def from_text(cls, text: str, *, id: str = "text", title: str | None = None, language: str = "en") -> Document:
        """A document from plain text, paragraphs as the plain-text reader takes them."""
        from mtqa.readers.text import document_from_text

        return document_from_text(text, id=id, title=title, language=language)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a reader has to say about an input: one line for the user.

    An error: the input, or a part of it, could not be read; exit status 2. A warning: it was read, but not as it
    stands, or not all of it.

    Args:
        path: the file as the user named it.
        message: what was wrong and what to do, one line.
        line, column: 1-based place in the file, where known.
        entry: 1-based number of the entry, where known.
        severity: "error" or "warning".
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None
    entry: int | None = None
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        place = self.path
        if self.line is not None:
            place += f":{self.line}"
            if self.column is not None:
                place += f":{self.column}"
        if self.entry is not None:
            place += f" (entry {self.entry})"
        return f"{place}: {self.message}"
