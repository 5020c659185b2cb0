"""The sources of a document, analysed as far as their language allows."""

from __future__ import annotations

from mtqa.analysis.source import SourceAnalysis
from mtqa.document import Document, Segment

DOCUMENT = Document("d", [Segment("He came."), Segment("She left.", source="Она ушла. Он остался.")])


def test_segments_keep_their_numbers() -> None:
    """One without a source is empty."""
    source = DOCUMENT.source_analysis
    assert [segment.text for segment in source.segments] == ["", "Она ушла. Он остался."]
    assert [len(paragraph.sentences) for paragraph in source.text.paragraphs] == [0, 2]


def test_the_declared_language_counts_and_else_the_text_shows_it() -> None:
    """A tag that names none is no declaration."""
    text = [
        Segment("They meet.", source="Le président de la République a reçu les ministres dans les jardins du palais.")
    ]
    assert Document("d", text, source_language="fr-CA").source_analysis.language == "fr"
    assert Document("d", text, source_language="und").source_analysis.language == "fr"
    assert Document("d", [Segment("They meet.")]).source_analysis.language is None


def test_views_are_made_once() -> None:
    """What two rules ask for is computed for the first."""
    made = []

    def view(source: SourceAnalysis) -> int:
        made.append(source)
        return len(source.segments)

    assert [DOCUMENT.source_analysis.view(view) for _ in range(2)] == [2, 2]
    assert len(made) == 1
