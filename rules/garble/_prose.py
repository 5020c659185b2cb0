"""Plain prose, and how well its words follow one another."""

from __future__ import annotations

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.knowledge.lexicon import english
from mtqa.lazy import regex
from mtqa.values import NamedTuple

__all__ = ["Plain", "plain", "prose"]

_SHORT, _LEAST = 8, 12  # tokens: in a sentence of less than twelve one odd turn weighs too much
_LOWER = 0.55  # the share of words in lower case: names, numbers and marks make up less than half
_FLOOR = -80  # one place says no more
_APOSTROPHE = regex("\\w['’]\\w")
#: By the signs of `wordclasses`: no brackets, no interjections and symbols, no dot but the last.
_PLAIN = regex('[^()u+.]+\\."*')


class Plain(NamedTuple):
    """A sentence of plain prose.

    Attributes:
        fits: how well each of its words follows, see `Reading`.
        fit: how well they do on average: about 12 in good prose, 0 in no order.
    """

    sentence: Sentence
    fits: list[int]
    fit: float


def prose(analysis: Analysis) -> list[Plain]:
    """Plain sentences of twelve tokens and more: a view."""
    return [one for one in analysis.view(plain) if len(one.sentence.tokens) >= _LEAST]


def plain(analysis: Analysis) -> list[Plain]:
    """The whole sentences of running text that nothing breaks up; no questions, none of under eight tokens: a view."""
    found = []
    for sentence in analysis.sentences:
        tokens = sentence.tokens
        if len(tokens) < _SHORT or not analysis.paragraphs[sentence.segment].running:
            continue
        if sum([token.text.islower() for token in tokens]) < len(tokens) * _LOWER:
            continue
        reading = analysis.reading(sentence)
        signs = reading.tagged.signs
        text = analysis.paragraphs[sentence.segment].text
        if not _PLAIN.fullmatch(signs) or tokens[signs.index(".")].text == "?":
            continue
        if not _APOSTROPHE.search(text, sentence.start, sentence.end) or not any(map(_run_together, tokens)):
            found.append(Plain(sentence, reading.fits, _average(reading.fits, signs)))
    return found


def _run_together(token: Token) -> bool:
    """Whether a word is one with the next, and not in a usual way: her mother'd told her."""
    if token.text.isalpha():  # cheap
        return False
    return _APOSTROPHE.search(token.text) is not None and not english().known(token.lower)


def _average(fits: list[int], signs: str) -> float:
    """The average; an odd turn that stands again (`in came the cake and out went the candles`) is meant."""
    odd: dict[str, int] = {}
    for i, figure in enumerate(fits):
        if figure < 0:
            odd.setdefault(signs[max(0, i - 1) : i + 1], max(figure, _FLOOR))
    return (sum([figure for figure in fits if figure > 0]) + sum(odd.values())) / len(fits)
