"""The segments of a document beside their sources."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source import SourceSegment
from mtqa.analysis.text import Paragraph
from mtqa.document import Document


def pairs(document: Document) -> Iterator[tuple[Paragraph, SourceSegment]]:
    """Each segment with its source, which may be empty."""
    yield from zip(document.analysis.paragraphs, document.source_analysis.segments, strict=True)
