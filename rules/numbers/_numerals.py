"""The tokens that begin with a digit, which most rules of this family start from, and how an ordinal is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis, Paragraph

__all__ = ["numerals", "ordinal", "search"]


def numerals(analysis: Analysis) -> list[tuple[Sentence, int]]:
    """Every token that begins with a digit, as (sentence, token index); asked for as a view."""
    return [place for lower, places in analysis.index.items() if lower[0].isdigit() for place in places]


def ordinal(value: int) -> str:
    """A figure with its ending: 2 -> 2nd, 12 -> 12th."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def search(
    analysis: Analysis, maybe: re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Where a pattern matches, in paragraphs in which a quicker one does.

    Args:
        maybe: matches in every paragraph in which `pattern` does; quick because it begins with one sign or a digit.
    """
    for paragraph in analysis.paragraphs:
        if maybe.search(paragraph.text):
            for found in pattern.finditer(paragraph.text):
                yield paragraph, found
