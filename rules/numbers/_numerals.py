"""The tokens that begin with a digit, which most rules of this family start from."""

from __future__ import annotations

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis

__all__ = ["numerals"]


def numerals(analysis: Analysis) -> list[tuple[Sentence, int]]:
    """Every token that begins with a digit, as (sentence, token index); asked for as a view."""
    return [place for lower, places in analysis.index.items() if lower[0].isdigit() for place in places]
