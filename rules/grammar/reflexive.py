"""A reflexive pronoun does not agree with its subject: “the men … himself”.

Why it happens: Chinese, Japanese and Russian have one reflexive for all persons; the engine guesses.

How it is found: a sentence that opens with a plural noun and its determiner, with `I`, `we`, `they`, `he` or `she`, or
with a common given name, one verb, and a reflexive of another number or sex, with no other noun or person between.

What it leaves alone: emphatic reflexives (`the president himself`), a singular noun with `themselves` (the person is
not known), collectives, verbs of two objects, names that people of both sexes have.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.given import MEN, WOMEN
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import is_adjective, is_plural, tags

rule = Rule(
    category="fluency/grammar",
    severity="minor",
)

BAD = [
    "The ministers had praised [[himself]] for it.",
    "Mary hurt [[himself]] on the way.",
    "He might admire [[herself]] too much.",
    "Many students have not asked [[itself]] that.",
    "They saw [[himself]] in the mirror.",
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
    "Robert Smith Inc. itself is here; the men, like Mary herself, left.",
]

_NUMBER = {"himself": "m", "herself": "f", "itself": "n", "themselves": "p", "ourselves": "w", "myself": "i"}
_SUBJECTS = {"he": "m", "she": "f", "they": "p", "we": "w", "i": "i"}
_WINDOW = 9
_BETWEEN = frozenset("about for to at with of in by on not n't also ever never".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the pronoun."""
    for sentence, i in document.analysis.find(*sorted(_NUMBER)):
        tokens = sentence.tokens
        if not 2 <= i <= _WINDOW:
            continue
        subject, end = _subject(tokens)
        if not subject or end >= i or not _only_verbs(tokens[end:i]):
            continue
        own = _NUMBER[tokens[i].lower]
        if own == subject or (subject in "mf" and own in "iw"):
            continue
        yield Match(
            sentence.segment,
            tokens[i].start,
            tokens[i].end,
            f"“{tokens[i].text}” does not go with “{tokens[end - 1].text}”.",
        )


def _subject(tokens: list[Token]) -> tuple[str, int]:
    """What the reflexive of the subject that opens the sentence is, and where the subject ends; "" if unclear."""
    first = tokens[0]
    if first.lower in _SUBJECTS:
        return _SUBJECTS[first.lower], 1
    if first.lower in MEN or first.lower in WOMEN:
        return ("m" if first.lower in MEN else "f"), 1
    if tags(first)[:1] in ("T", "H", "L", "J") or first.lower in ("many", "most", "all", "some", "several"):
        at = 1
        while at < min(4, len(tokens)) and is_adjective(tokens[at]):
            at += 1
        if at < len(tokens) and is_plural(tokens[at]):
            return "p", at + 1
    return "", 0


def _only_verbs(tokens: list[Token]) -> bool:
    """Whether between subject and reflexive stand verbs, with at most a preposition: no other noun or pronoun."""
    verbs = 0
    for token in tokens:
        classes = tags(token)
        if token.kind != "word" or not token.text.islower():
            return False
        if token.lower in _BETWEEN or classes[:1] in ("R", "M"):
            continue
        if not set(classes) & set("VZDEGA") or classes[:1] in ("O", "T", "H", "W", "B", "S", "P"):
            return False
        if token.lower in ("let", "make", "made", "help", "helped"):
            return False
        verbs += 1
    return 0 < verbs <= 4
