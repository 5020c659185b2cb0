"""A hyphen joins two words where a dash should part two clauses.

Why it happens: the source's long dash (——) is written as a short stroke, and the spaces round it are lost.

How it is found: a word that ends in a hyphen and an article, pronoun or conjunction (`railway-the`, `fuzzy-you`),
with the clause going on behind it.

What it leaves alone: compounds English has (`state-of-the-art`, `vis-a-vis`, `two-a-day`, `Mother-in-the-making`),
names (`Stoke-on-the-Wold`), spelled-out words and stutters (`the-the`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    signs=frozenset(("-",)),
)

BAD = [
    "It is the longest tunnel of the [[railway-the]] main shaft is 762 metres deep.",
    "They visited the fruits of the [[process-a]] large exhibition in the capital.",
    "He came back to the [[village-it]] was in ruins by then.",
    "The company opened its new [[line-an]] express to the airport.",
    "She called her [[sister-who]] was abroad at the time.",
]

GOOD = [
    "It is a state-of-the-art plant with two-a-day tours, vis-a-vis the old one.",
    "He said th-the word and w-we laughed.",
    "The railway – the main shaft is 762 metres deep – was opened.",
    "Stoke-on-the-Hill and Mother-in-the-Making are names.",
    "It was a once-in-a-lifetime, end-of-the-road, hole-in-the-wall place.",
    "The pick-a number game and the rent-a car firm closed.",
    "He is a jack-of-all-trades and a man-about-town.",
    "Type-A people and vitamin-A pills; plan-it yourself and do-it-yourself shops.",
    "See appendix-A for the figures and sign-in there.",
]

#: A whole word, a hyphen, and a word that opens a noun phrase or clause, with a word behind it.
_JOINED = regex(
    r"(?<![\w-])(?!(?:rent|pick|plan|find|name|make|take|call|send|show|rate|adopt|save|help|have|half|many)-)"
    r"(?P<one>[a-z]{4,30})-(?P<two>the|an?|it|they|he|she|we|you|who|which|this|these|that|there|but|because|when|if)"
    r"(?= [a-z])"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag hyphens that stand for dashes."""
    for paragraph, found in document.analysis.search(_JOINED, "-"):
        message = f"A dash is due between “{found['one']}” and “{found['two']}”, not a hyphen."
        yield paragraph.match(found.span(), message, f"{found['one']} – {found['two']}")
