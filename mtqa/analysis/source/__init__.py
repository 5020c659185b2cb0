"""The sources of a document: what is read in them, each thing once and on demand, whatever their language.

A module of this package reads one kind of thing: it holds a function of a `SourceAnalysis` (or of a
`SourceSegment`), and rules ask for it by `document.source_analysis.view(function)`. What a language does not let us
read is absent: such a function says so (`None`, an empty row), and a rule is then silent.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.analysis.placeholder_pairs import in_source
from mtqa.analysis.placeholders import masked
from mtqa.analysis.text import Analysis
from mtqa.analysis.views import Views
from mtqa.knowledge.languages import primary
from mtqa.lazy import lazy
from mtqa.segment import Segment
from mtqa.values import dataclass

__all__ = ["SourceAnalysis", "SourceSegment"]

_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class SourceSegment:
    """The source of one segment.

    Attributes:
        index: of the segment in the document.
        text: as received, with spaces for tags and placeholders; "" where there is none, or where it is so long
            (20,000 characters) that no rule reads it.
        language: ISO 639-1 code of the document's sources, see `SourceAnalysis.language`.
    """

    index: int
    text: str
    language: str | None


class SourceAnalysis(Views):
    """What is read in the sources of a document.

    Args:
        segments: of the document.
        declared: BCP 47 tag of the sources, where the input names it.
    """

    def __init__(self, segments: Sequence[Segment], declared: str | None = None) -> None:
        self._segments = segments
        self._declared = declared

    @lazy
    def language(self) -> str | None:
        """Language of the sources, as ISO 639-1: the declared one, else what the text shows; `None` if neither."""
        return primary(self._declared or "") or self.text.language

    @lazy
    def segments(self) -> list[SourceSegment]:
        """One for each segment of the document, in order."""
        texts = [masked(segment.source or "", in_source(segment)) for segment in self._segments]
        return [SourceSegment(i, one if len(one) <= _LONGEST else "", self.language) for i, one in enumerate(texts)]

    @lazy
    def text(self) -> Analysis:
        """The shared view of the sources, as far as it knows no English.

        Tokens, sentences, quotation marks, `index` and `count` hold for any text whose words stand apart, names for
        languages that write a capital for names alone (not German). The reading of sentences, letters, variety and
        register know English only: they are not to be asked of another language.
        """
        return Analysis(
            [Segment(one.source or "", kind=one.kind, code=tuple(in_source(one))) for one in self._segments]
        )
