"""Plain prose, and how well its words follow one another."""

from __future__ import annotations

from mtqa.analysis.sentences import CLOSERS, Sentence
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.knowledge.lexicon import english

__all__ = ["fit", "prose"]

_LEAST = 12  # tokens: in a shorter sentence one odd turn weighs too much
_FLOOR = -80  # one place says no more
_OTHER = "u"  # the sign of interjections and symbols
_BROKEN = frozenset("()[]…*&#=/|\\_<>")


def _run_together(token: Token) -> bool:
    """Whether a word is one with the next, and not in a usual way: her mother'd told her."""
    return token.is_word and ("’" in token.text or "'" in token.text) and not english().known(token.lower)


def fit(fits: list[int], signs: str) -> float:
    """How well the words follow one another on average: about 12 in good prose, 0 in no order.

    An odd turn that stands again (`in came the cake and out went the candles`) is meant.
    """
    total = 0
    seen: set[str] = set()
    for i, figure in enumerate(fits):
        turn = signs[max(0, i - 1) : i + 1]
        if figure >= 0 or turn not in seen:
            total += max(figure, _FLOOR)
        if figure < 0:
            seen.add(turn)
    return total / len(fits)


def prose(analysis: Analysis) -> list[tuple[Sentence, list[int], float]]:
    """The sentences of running text that are plain prose, whole and closed, with `fits` and `fit` of each: a view.

    A sentence is not plain that is short, or a question; that names, numbers and marks make up half of; that an
    abbreviation, an ellipsis, an interjection, brackets or code break up.
    """
    found = []
    for sentence in analysis.sentences:
        tokens = sentence.tokens
        if len(tokens) < _LEAST or not analysis.paragraphs[sentence.segment].running:
            continue
        last = next((token.text for token in reversed(tokens) if token.text not in CLOSERS), "")
        if last not in (".", "!") or sum(token.text.islower() for token in tokens) < len(tokens) * 0.55:
            continue
        if all(
            token.kind != "code" and token.text[0] not in _BROKEN and token.text[:2] != ".." for token in tokens
        ) and all(token.text != "." for token in tokens[:-2]):
            reading = analysis.reading(sentence)
            if _OTHER in reading.tagged.signs or any(map(_run_together, tokens)):
                continue
            found.append((sentence, reading.fits, fit(reading.fits, reading.tagged.signs)))
    return found
