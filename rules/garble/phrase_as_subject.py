"""A phrase with a preposition stands where the subject should: `in security and trade will be more`.

Why it happens: topics of Chinese, Japanese and Korean and of Russian impersonal clauses carry a particle; the engine
makes it a preposition and lets the verb follow.

How it is found: at the start of a sentence or behind a comma `in`, `on`, `at`, `with` or the like, two bare nouns
joined by `and`, and at once `will be`, `has been`, `have been`, `is` or `are` with a participle or adverb of degree
behind it.

What it leaves alone: inversion (`in town and country is a need of it`), a comma between phrase and verb, articles
(`in the middle is`), questions and names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import COMMON_PREPOSITIONS
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major", since="0.2", measured=("figures: docs/rules/garble.md",))

BAD = [
    "As for Russia, [[in security and bilateral cooperation will be]] more and more.",
    "[[In industry and bilateral trade will be]] more and more.",
    "The ties are good, [[in trade and investment has been]] greatly improved.",
    "[[On technology and energy is]] carried out by both.",
    "[[With industry and agriculture has been]] rapidly developed.",
]
GOOD = [
    "In security and bilateral cooperation there will be more and more.",
    "In town and country is a need of it; in sickness and health are the vows.",
    "Cooperation in security and trade will be improved.",
    "In trade and investment, much has been improved.",
    "In trade and investment much has been improved. In theory and practice is where they differ.",
    "With time and patience will come a change.",
    "In food and energy, prices will be lower. Investment in food and energy has been lower.",
    "Among art and design was hidden a note.",
]

_PHRASE = re.compile(r"(?:(?<=[,;])|^)(I[JN]?[NSw]CJ?[NSw])(Ma|va|b)(?=RCK|[RK]?[Em][I.,R]|R?KCK|KC?K?[.,])")
_PREPOSITIONS = (COMMON_PREPOSITIONS - {"by", "into", "of", "to"}) | {"through"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the phrase and its verb."""
    seen: set[int] = set()
    for sentence, _ in document.analysis.find("and"):
        if id(sentence) in seen:
            continue
        seen.add(id(sentence))
        letters = document.analysis.letters(sentence)
        if letters[-1] == "?":
            continue
        for match in _PHRASE.finditer(letters):
            tokens = sentence.tokens
            first, last = tokens[match.start()], tokens[match.end() - 1]
            if first.lower in _PREPOSITIONS:
                message = f"“{last.text}” has no subject: a phrase with “{first.lower}” cannot be one."
                yield Match(sentence.segment, first.start, last.end, message)
