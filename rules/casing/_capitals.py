"""Whether a text uses capitals at all."""

from __future__ import annotations

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis

_REACH = 60  # tokens to either side: of a sentence without end not all is read for every word
#: A sentence so long and without one capital is no chat line where this share of all have some.
_LONG, _SHARE = 12, 0.6


def uses_capitals(analysis: Analysis, sentence: Sentence, i: int) -> bool:
    """Whether a capital stands around a token, or a long sentence lacks them in a text that has them elsewhere."""
    if _capital(sentence, max(0, i - _REACH), i + _REACH):
        return True
    long = len(sentence.tokens) >= _LONG and not analysis.speech.maybe_quoted(sentence, i)
    return long and analysis.view(_written_great)


def _capital(sentence: Sentence, first: int, last: int) -> bool:
    """Whether one of some tokens has a capital; a chat line has none but that of `I`."""
    return any(token.capitalised and token.text != "I" for token in sentence.tokens[first:last])


def _written_great(analysis: Analysis) -> bool:
    """Whether most sentences of a text have a capital."""
    great = sum(_capital(sentence, 0, _REACH) for sentence in analysis.sentences)
    return great >= _SHARE * len(analysis.sentences)
