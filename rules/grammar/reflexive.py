"""A reflexive pronoun does not agree with its subject: “the men … himself”.

Why it happens: Chinese, Japanese and Russian have one reflexive for all persons; the engine guesses.

How it is found: a reflexive is the object of a verb, or stands behind its preposition, and has another number or sex
than the pronoun, plural noun or common given name that is the verb's subject.

What it leaves alone: emphatic reflexives (`the president himself`), a singular noun with `themselves` (the person is
not known), nouns in the singular, names that people of both sexes have.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.phrases import NounPhrase
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.given import MEN, WOMEN
from mtqa.knowledge.words import REFLEXIVES
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="minor", words=REFLEXIVES)

BAD = [
    "The ministers had praised [[himself]] for it.",
    "Mary hurt [[himself]] on the way.",
    "He might admire [[herself]] too much.",
    "Many students have not asked [[itself]] that.",
    "They saw [[himself]] in the mirror, for they look at [[itself]] often.",
    "Robert did not blame [[itself]] for it.",
    "We washed [[themselves]] in the river.",
]
GOOD = [
    "The ministers had praised the king himself.",
    "They saw that he had hurt himself.",
    "They spoke to Putin himself; he gave her herself back.",
    "The person hurt themselves, and the firm sold itself.",
    "Robin hurt herself and Kim himself.",
    "The talks in the house itself were long.",
    "They said the law itself was bad.",
    "She met with Trump himself in May.",
    "We let them wash themselves.",
    "He found the army itself in ruins.",
    "He and his mother hurt themselves; you hurt yourself, and this suits itself.",
    "Robert Smith Inc. itself is here; the men, like Mary herself, left.",
]

#: The reflexives of each subject pronoun.
_REFLEXIVES = {
    "i": ("myself",),
    "you": ("yourself", "yourselves"),
    "he": ("himself",),
    "she": ("herself",),
    "we": ("ourselves",),
    "they": ("themselves",),
}
_ALL = tuple(sorted(REFLEXIVES))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the pronoun."""
    for sentence, i in document.analysis.find(*_ALL):
        reading = document.analysis.reading(sentence)
        for clause in reading.clauses:
            subject, behind = clause.subject, clause.verb.last + 1
            near = i == behind or (i == behind + 1 and reading.tag(behind) in ("IN", "TO"))
            if near and subject and subject.number == clause.number and sentence.at(i).lower not in _due(subject):
                yield sentence.match(i, i, f"“{sentence.at(i).text}” does not go with “{subject.text}”.")


def _due(subject: NounPhrase) -> tuple[str, ...]:
    """The reflexives that go with a subject; all of them where that is not known."""
    word = subject.text.lower()
    if subject.pronoun:
        return _REFLEXIVES.get(word, _ALL)
    if word in MEN or word in WOMEN:
        return ("himself",) if word in MEN else ("herself",)
    return ("themselves",) if subject.number == "many" else _ALL
