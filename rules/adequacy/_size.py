"""How long a translation is for its source."""

from __future__ import annotations

from mtqa.analysis.source.size import expected, letters
from mtqa.document import Document

__all__ = ["expected", "letters", "ratios", "whole"]


def ratios(document: Document) -> list[tuple[float, float]]:
    """For each segment the letters its source makes expect, and its length as a part of them (1.0 where unknown).

    Nothing where source and target are of one language: an edited text may be of any length.
    """
    found: list[tuple[float, float]] = []
    if document.source_language and document.source_language[:2] == document.language[:2]:
        return found
    for segment in document.segments:
        due = expected(segment.source) if segment.source else 0.0
        found.append((due, letters(segment.target) / due if due else 1.0))
    return found


def whole(text: str) -> tuple[int, int]:
    """Where a target begins and ends, white space left out."""
    return len(text) - len(text.lstrip()), len(text.rstrip())
