"""Two articles or possessives stand before one noun: `a their`, `the a`, `its the`.

Why it happens: the engine gives the article of one reading and the possessive of another, or drops the noun that
stood between them.

How it is found: an article or possessive right before another.

What it leaves alone: names and titles (`The The`, `a The Times reporter`), broken-off speech, letters (`A the
second`), a possessive before `every` (`its every move`), Latin (`the a priori view`), and the same word twice,
which is `repetition/doubled-word`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import PLAIN_POSSESSIVES, SURE_DETERMINERS
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="minor", measured=("figures: docs/rules/garble.md",))

BAD = [
    "He left [[a their]] house in the morning.",
    "It is [[the a]] reason why they came.",
    "They signed [[its the]] agreement in May.",
    "She gave [[the this]] book to the library.",
    "[[The an]] office was opened by the mayor.",
    "He praised [[our the]] work of many years.",
]
GOOD = [
    "He left all their houses, both the books and half the money.",
    "A The Times reporter and a fan of The The.",
    "She wrote the the twice.",
    "Give me the… a book.",
    "It is such a shame and quite the thing.",
    "Her the world knows, him no one.",
    "Plan A the council refused.",
    "What a, the man said, surprise.",
    "The firm was watched in its every move; it was the a priori view, and an a posteriori one.",
    "They gave us a his and hers set of towels.",
]

_LATIN = frozenset("priori posteriori fortiori".split())
_SECOND = SURE_DETERMINERS | frozenset("each his these this".split())


def _and_hers(tokens: Sequence[Token], i: int) -> bool:
    return [token.lower for token in tokens[i : i + 2]] == ["and", "hers"]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag determiners side by side."""
    for sentence, i in document.analysis.find(*sorted(SURE_DETERMINERS)):
        tokens = sentence.tokens
        if i + 2 >= len(tokens):
            continue
        one, two = tokens[i], tokens[i + 1]
        if two.text not in _SECOND or two.lower == one.lower or tokens[i + 2].kind == "punct":
            continue
        if (two.lower == "every" and one.lower in PLAIN_POSSESSIVES) or (
            two.lower == "a" and tokens[i + 2].lower in _LATIN
        ):
            continue
        if (one.text[0].isupper() and i) or (one.lower == "a" and two.lower == "his" and _and_hers(tokens, i + 2)):
            continue
        text = f"{one.text} {two.text}"
        message = f"“{text}”: one of the two is too many, or a noun is missing between them."
        yield Match(sentence.segment, one.start, two.end, message)
