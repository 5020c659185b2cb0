"""An ally, neighbour or rival is said to be of two states at once.

Why it happens: the source has a chain of nouns (`日本的盟友美国的政权更迭`, the change of power in Japan's ally, the
United States); the engine links every pair by a possessive or `of`, and the ally is Japan's and America's.

How it is found: a state with `'s`, then `ally`, `neighbour`, `rival` and the like, then `of` and a state's name.

What it leaves alone: appositions (`Japan's ally, the United States`), what the other is part of (`China's neighbours of
the Soviet era`), capitals and titles in such names (`Friends of Israel`), and nationalities (`Japan's allies of
American descent`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    since="0.2",
    measured=("founding story: 1, right; newstest2020, TED and clean English, 112 k words: 0",),
)

BAD = [
    "The paper said [[Japan's allies of the United States]] of regime change were worried.",
    "He praised [[China's neighbours of Viet Nam]].",
    "[[Poland's closest ally of Germany]] agreed.",
    "Talks with [[Iran's old rival of Iraq]] began.",
    "The minister thanked [[Canada's trade partners of Mexico]] for it.",
]
GOOD = [
    "Japan's ally, the United States, was worried.",
    "Japan's allies in the United States and the allies of the United States were worried.",
    "China's neighbours of the Soviet era have new names.",
    "Britain's Conservative Friends of Israel met.",
    "Japan's ally of American descent was honoured.",
    "Poland's ally of the French Revolution fell.",
    "Germany's partners of Russia's gas firm sued.",
    "He was Japan's ambassador, an ally of Germany.",
]

_KIN = frozenset(
    "ally allies neighbour neighbours neighbor neighbors rival rivals enemy enemies partner partners foe foes".split()
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Each state with the next one behind it."""
    if not _KIN & document.analysis.index.keys():
        return
    for one, other in pairwise(document.analysis.mentions):
        if one.sentence is not other.sentence or not 3 <= other.first - one.last <= 4:
            continue
        tokens = one.sentence.tokens
        if one.kind != "name" or other.kind != "name" or not other.bare or tokens[one.last].kind != "clitic":
            continue
        if tokens[other.first - 1].text != "of" or tokens[other.first - 2].text not in _KIN:
            continue
        first, last = tokens[one.first], tokens[other.last - 1]
        owner, kin, owned = one.text, tokens[other.first - 2].text, other.text
        yield Match(
            one.sentence.segment,
            first.start,
            last.end,
            f"The {kin} cannot be {owner}'s and of {owned} at once: say whose, or write “{owner}'s {kin}, {owned}”.",
        )
