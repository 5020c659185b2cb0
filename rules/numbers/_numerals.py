"""The tokens that begin with a digit, which most rules of this family start from."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.numbers import MONTHS, WEEKDAYS
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document

MONTH_NAMES = frozenset(name for name in MONTHS if name != "May") | {"May"}

__all__ = ["MONTHS", "MONTH_NAMES", "WEEKDAYS", "month_near", "numerals", "word_at"]


def numerals(document: Document) -> Iterator[tuple[Sentence, int]]:
    """Every token that begins with a digit, as (sentence, token index)."""
    for lower, places in document.analysis.index.items():
        if lower[0].isdigit():
            yield from places


def word_at(tokens: list[Token], index: int) -> str:
    """The token's text in lower case, or `""` outside the sentence."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def month_near(tokens: list[Token], index: int, reach: int = 8) -> bool:
    """Whether a month or weekday is named within `reach` tokens of a token."""
    near = tokens[max(index - reach, 0) : index + reach + 1]
    return any(token.text in MONTHS or token.text in WEEKDAYS for token in near)
