"""The sources of a document, analysed as far as their language allows."""

from __future__ import annotations

from mtqa.document import Document, Segment


def test_the_source_is_analysed_like_the_target() -> None:
    """Segments keep their numbers; one without a source is empty."""
    document = Document("d", [Segment("He came."), Segment("She left.", source="Она ушла. Он остался.")])
    assert [len(paragraph.sentences) for paragraph in document.source_analysis.paragraphs] == [0, 2]
    assert document.source_analysis is document.source_analysis
