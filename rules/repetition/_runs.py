"""What the rules on repetition share: where tokens are said again right behind themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token

_LONGEST = 8


def repeated(analysis: Analysis) -> list[tuple[Sentence, int, int, int]]:
    """The runs of one to eight tokens in the sentences of a text: a view."""
    return [(sentence, *run) for sentence in analysis.sentences for run in runs(sentence.tokens, 1, _LONGEST)]


def runs(tokens: Sequence[Token], narrowest: int, widest: int) -> Iterator[tuple[int, int, int]]:
    """Where a phrase begins, where it begins again, and where its last round ends; each token is in one run at most."""
    lower = [token.lower for token in tokens]
    last: dict[str, int] = {}
    i = 0
    while i < len(lower):
        word = lower[i]
        width = i - last.get(word, -100)
        last[word] = i
        if narrowest <= width <= widest and lower[i - width : i] == lower[i : i + width]:
            end = i + width
            while lower[end : end + width] == lower[i - width : i]:
                end += width
            yield i - width, i, end
            last.clear()
            i = end
        else:
            i += 1
