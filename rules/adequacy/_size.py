"""How long a translation is for its source."""

from __future__ import annotations

from mtqa.analysis.language import script
from mtqa.document import Document

__all__ = ["expected", "letters", "ratios"]

#: Letters of English that one letter of a script becomes, vowel signs left out; Latin and Cyrillic 1.
#: Measured on human translations: news, talks and commentary from Chinese and Portuguese, and on DEMETR's good sides.
_WORTH = {
    "Chinese": 3.6, "Japanese": 2.0, "Korean": 2.5, "Thai": 1.2, "Arabic": 1.2, "Hebrew": 1.3, "Devanagari": 1.7,
    "Bengali": 1.7, "Tamil": 1.4, "Gujarati": 1.7, "Gurmukhi": 1.7, "Kannada": 1.7, "Malayalam": 1.7,
    "Sinhala": 1.7, "Khmer": 1.7, "Burmese": 1.7, "Lao": 1.2, "Tibetan": 1.5,
}  # fmt: skip
_LONGEST = 20_000


def letters(text: str) -> int:
    """Letters and figures of a target."""
    return sum(char.isalnum() for char in text)


def expected(source: str) -> float:
    """Letters and figures of English that a source usually becomes; 0 where it is too long to be read."""
    if len(source) > _LONGEST:
        return 0.0
    return sum(_WORTH.get(script(char) or "", 1.0) for char in source if char.isalnum())


def ratios(document: Document) -> list[tuple[float, float]]:
    """For each segment the letters its source makes expect, and its length as a part of them (1.0 where unknown)."""
    found = []
    for segment in document.segments:
        due = expected(segment.source) if segment.source else 0.0
        found.append((due, letters(segment.target) / due if due else 1.0))
    return found
