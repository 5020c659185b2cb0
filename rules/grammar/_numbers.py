"""The number of a noun phrase, where its head leaves no doubt."""

from __future__ import annotations

from mtqa.analysis.phrases import NounPhrase, Number
from mtqa.analysis.reading import Reading
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import COLLECTIVES, INVARIABLE, MEASURES, QUANTITIES
from mtqa.knowledge.words import COUNTS, PLURAL_DETERMINERS, SINGULAR_DETERMINERS

_UNSURE = COLLECTIVES | QUANTITIES | MEASURES | INVARIABLE


def counted(noun: NounPhrase) -> bool:
    """Whether a number stands before the noun, or another word that only plurals have."""
    return any(token.kind == "number" or token.lower in PLURAL_DETERMINERS | COUNTS for token in noun.tokens)


def sure_number(reading: Reading, noun: NounPhrase) -> Number:
    """The number of a common noun that has but one: of no collective, quantity or name, nor of what else may be a noun.

    `None` also where the words before it ask for the other number: `these book`, `a books`.
    """
    token = noun.sentence.tokens[noun.head]
    word = token.lower
    classes = english().tags(word)
    tag = reading.tag(noun.head)
    if word == "people" and noun.first == noun.head:
        return "many"
    if word in _UNSURE or word.endswith("ics") or (token.capitalised and noun.head):
        return None
    if tag == "NN" and "N" in classes and "S" not in classes and (classes[0] == "N" or "J" not in classes):
        return None if counted(noun) else "one"
    if tag == "NNS" and "S" in classes and "N" not in classes:
        return None if any(token.lower in SINGULAR_DETERMINERS for token in noun.tokens) else "many"
    return None
