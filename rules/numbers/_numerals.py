"""The tokens that begin with a digit, which most rules of this family start from, and how an ordinal is written."""

from __future__ import annotations

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis

__all__ = ["ending", "numerals", "ordinal"]


def numerals(analysis: Analysis) -> list[tuple[Sentence, int]]:
    """Every token that begins with a digit, as (sentence, token index); asked for as a view."""
    return [place for lower, places in analysis.index.items() if lower[0].isdigit() for place in places]


def ending(value: int) -> str:
    """Of the ordinal of a number: nd for 2, th for 12."""
    return "th" if value % 100 // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def ordinal(value: int) -> str:
    """A figure with its ending: 2 -> 2nd, 12 -> 12th."""
    return f"{value}{ending(value)}"
