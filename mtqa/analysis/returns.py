"""Words that stand again shortly after, in one sentence."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mtqa.analysis.language import FUNCTION_WORDS
from mtqa.analysis.sentences import Sentence
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from mtqa.analysis.text import Analysis

__all__ = ["Return", "returns"]

_NEAR, _SHORTEST = 9, 3  # tokens from one to the next; letters


class Return(NamedTuple):
    """A word, lower-cased, and the tokens of a sentence that are it, none between them."""

    word: str
    sentence: Sentence
    first: int
    again: int


def returns(analysis: Analysis) -> list[Return]:
    """All of a text but function words and those of two letters, no further apart than nine tokens: a view."""
    often = [(word, places) for word, places in analysis.index.items() if len(places) > 1 and len(word) >= _SHORTEST]
    return [
        Return(word, sentence, i, j)
        for word, places in often
        if word not in FUNCTION_WORDS
        for (sentence, i), (other, j) in pairwise(places)
        if sentence is other and j - i <= _NEAR
    ]
