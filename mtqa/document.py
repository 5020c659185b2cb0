"""The document model: one story, its segments and what is known about it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from mtqa.analysis.plaintext import read_plain
from mtqa.knowledge.languages import primary
from mtqa.lazy import lazy
from mtqa.marks import Mark
from mtqa.segment import Register, Segment
from mtqa.unicode import pinned
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.analysis.source import SourceAnalysis
    from mtqa.analysis.text import Analysis

__all__ = ["Document", "Problem", "Segment", "Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user's configuration tells the rules.

    Args:
        people: paths of further people-and-offices tables.
        register: of the document; `None`: the text itself shows it.
        language: that the text must be in, BCP 47; `None`: the one the input declares.
        terms: paths of glossaries, as `mtqa.knowledge.glossary` reads them.
    """

    people: tuple[str, ...] = ()
    register: Register | None = None
    language: str | None = None
    terms: tuple[str, ...] = ()


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
        marks: of the comments of the format, as far as they are read, see `mtqa.marks`.
        titled: whether the first segment is a title that stands beside the segments of the input, see `number`.
        fields: (name, text) of what else the input says of it and the user wants carried along; those that it has not
            are left out, `None` is an empty one.
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
    fields: tuple[tuple[str, str | None], ...] = ()
    marks: tuple[Mark, ...] = ()

    def number(self, position: int) -> int:
        """What reports call a segment: its index in the input; a title beside the input's segments comes last."""
        return (position - 1) % len(self.segments) if self.titled else position

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from mtqa.notebook import document_html  # of use to few runs

        return document_html(self)

    @lazy
    def analysis(self) -> Analysis:
        """Sentences, tokens, names: the shared view of the targets."""
        from mtqa.analysis.text import Analysis  # its tables cost start-up time: not for `mtqa --help`

        return Analysis(self.segments, primary(self.language) or "en")

    @lazy
    def lengths(self) -> tuple[int, ...]:
        """Of the targets of the segments, in code points."""
        return tuple([len(segment.target) for segment in self.segments])

    @lazy
    def source_analysis(self) -> SourceAnalysis:
        """The same of the sources, as far as their language allows."""
        from mtqa.analysis.source import SourceAnalysis

        return SourceAnalysis(self.segments, self.source_language)

    def addressed(self) -> Document:
        """The document with the language it is in, where only its source says that this need not be English.

        That is: the source is declared to be English, and nobody says what the target must be in, or says English too.
        """
        if self.settings.language or self.language != "en" or primary(self.source_language or "") != "en":
            return self
        return replace(self, language=self.analysis.language or "en")

    @property
    def register(self) -> Register:
        """What the configuration says, or else what the text shows."""
        return self.settings.register or ("informal" if self.analysis.register.informal else "news")

    @property
    def talk(self) -> bool:
        """Whether somebody speaks to somebody all the time, as in mail, where nobody says that it is news."""
        return self.settings.register is None and self.analysis.register.talk

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
    def from_text(
        cls,
        text: str,
        *,
        id: str = "text",
        path: str | None = None,
        title: str | None = None,
        language: str = "en",
        source_language: str | None = None,
    ) -> Document:
        """A document from plain text: paragraphs, headline and dateline as `mtqa.analysis.plaintext` tells them.

        Args:
            text: decoded; line numbers count from its first character.
            id, path, title, language, source_language: of the document. A title that is not the first line becomes
                the first segment, a headline without a place.
        """
        segments, title, date = read_plain(text, title)
        return cls(id, segments, path, title, language, source_language, date)


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
