"""The number of a noun phrase, where its noun leaves no doubt."""

from __future__ import annotations

from mtqa.analysis.phrases import NounPhrase, Number
from mtqa.analysis.reading import Reading
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import INVARIABLE, MEASURES
from mtqa.knowledge.words import COUNTS, PLURAL_DETERMINERS

#: Determiners and numerals that only plurals have.
SEVERAL = PLURAL_DETERMINERS | COUNTS
_NEITHER = INVARIABLE | MEASURES


def counted(noun: NounPhrase) -> bool:
    """Whether a number stands before the noun, or another word that only plurals have."""
    return any(token.kind == "number" or token.lower in SEVERAL for token in noun.tokens)


def plain_number(reading: Reading, noun: NounPhrase) -> Number:
    """The number of a common noun that has but one, by its form: not of units, series and news, nor of savings."""
    token = noun.sentence.tokens[noun.head]
    word, classes = token.lower, english().tags(token.lower)
    if word in _NEITHER or word.endswith("ics") or not word.isalpha() or (token.capitalised and noun.head):
        return None
    tag = reading.tag(noun.head)
    if tag == "NNS":
        return "many" if "S" in classes and "N" not in classes else None
    if tag == "NN" and "S" not in classes:
        return "one" if classes[:1] == "N" or ("N" in classes and "J" not in classes) else None
    return None
