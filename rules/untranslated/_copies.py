"""Segments that are their source, letter for letter."""

from mtqa.analysis.language import foreign_share, function_share
from mtqa.document import Document
from mtqa.knowledge.languages import primary


def copies(document: Document) -> list[int]:
    """Indexes of the segments that were handed back: target and source the same, and no English, name or figure."""
    if not document.has_source:  # cheap
        return []
    found = []
    for paragraph, segment in zip(document.analysis.paragraphs, document.segments, strict=True):
        source, target = segment.source, segment.target
        if not source or not target or source.split() != target.split():
            continue
        words = [token.lower for token in paragraph.tokens if token.is_word and token.text.islower()]
        han = sum("\u3040" <= char <= "\ud7af" for char in target[:200])
        if han < 3 and (len(words) < 3 or function_share(words) > 0.4 or foreign_share(words) < 0.3):
            continue
        found.append(paragraph.index)
    return [] if found and document.source_analysis.language == primary(document.language) else found
