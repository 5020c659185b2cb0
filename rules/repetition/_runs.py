"""What the rules on repetition share: where tokens are said again right behind themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis

_LONGEST = 8


def repeated(analysis: Analysis) -> list[tuple[Sentence, int, int, int]]:
    """The runs of one to eight tokens in the sentences of a text: a view."""
    found: list[tuple[Sentence, int, int, int]] = []
    for sentence in analysis.sentences:
        lower = [token.lower for token in sentence.tokens]
        pairs = list(pairwise(lower))
        if len(set(pairs)) < len(pairs) or any(one == other for one, other in pairs):  # cheap
            found += [(sentence, *run) for run in runs(lower, _LONGEST)]
    return found


def runs(lower: Sequence[str], widest: int) -> Iterator[tuple[int, int, int]]:
    """Where a phrase begins, where it begins again, and where its last round ends; each word is in one run at most."""
    last: dict[str, int] = {}
    i = 0
    while i < len(lower):
        word = lower[i]
        width = i - last.get(word, -100)
        last[word] = i
        if width <= widest and lower[i - width : i] == lower[i : i + width]:  # cheap
            end = i + width
            while lower[end : end + width] == lower[i - width : i]:
                end += width
            yield i - width, i, end
            last.clear()
            i = end
        else:
            i += 1
