"""Whether a text uses capitals at all."""

from __future__ import annotations

from mtqa.analysis.sentences import Sentence

_REACH = 60  # tokens to either side: of a sentence without end not all is read for every word


def uses_capitals(sentence: Sentence, i: int) -> bool:
    """Whether a capital stands around a token; a chat line has none but that of `I`."""
    return any(token.capitalised and token.text != "I" for token in sentence.tokens[max(0, i - _REACH) : i + _REACH])
