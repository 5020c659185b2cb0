"""Two articles or possessives stand before one noun: `a their`, `the a`, `its the`.

Why it happens: the engine gives the article of one reading and the possessive of another, or drops the noun that
stood between them.

How it is found: an article or possessive right before another.

What it leaves alone: names and titles (`The The`, `a The Times reporter`), broken-off speech, letters (`A the
second`), a possessive before `every` (`its every move`), Latin (`the a priori view`), and the same word twice,
which is `repetition/doubled-word`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import SURE_DETERMINERS
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="minor")

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

LEAVE = [
    ("<any> every <any>", "The firm was watched in its every move."),
    (
        "the|a|an|my|your|his|her|its|our|their a priori|posteriori|fortiori",
        "It was the a priori view, and an a posteriori one.",
    ),
    ("a his and hers", "They gave us a his and hers set of towels."),
]

_SECOND = SURE_DETERMINERS | {"each", "his", "these", "this"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag determiners side by side."""
    for sentence, i in document.analysis.find(*sorted(SURE_DETERMINERS)):
        one, two = sentence.at(i), sentence.at(i + 1)
        if two.text in _SECOND and two.lower != one.lower and sentence.at(i + 2).kind not in ("punct", "edge"):
            if i and one.capitalised:
                continue  # vitamin A the
            message = f"“{sentence.text(i, i + 1)}”: one of the two is too many, or a noun is missing between them."
            yield Match(sentence.segment, one.start, two.end, message)
