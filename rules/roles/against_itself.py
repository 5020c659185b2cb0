"""A side meets itself: `the Bears beat the Bears`, `Osaka Tigers 7–3 Tigers`.

Why it happens: the engine loses one of two names, or writes the one it knows twice.

How it is found: the same name on both sides of a verb or word of contest or sale (`beat`, `lost to`, `against`,
`versus`, `acquired`, `merged with`), or of a result; behind a result, and with `the`, also the last part of the name
(`Osaka Tigers` and `Tigers`).

What it leaves alone: single names that two people may bear (`Williams beat Williams`), names that go on (`England beat
England Lions`) or own something (`against Italy's plan`), pages and verses (`Psalm 3-4 Psalm 5`), months, and titles
(`Kramer vs. Kramer`, `“Italy versus Italy”`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import MONTHS, kind
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.data import wordlist

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3")

BAD = [
    "“[[Osaka Tigers 7x − 3 Tigers]]” (May 3) was the last match.",
    "On Sunday, [[the Bears beat the Bears]] by two points.",
    "In the final [[India lost to India]] by ten runs.",
    "The result was [[Leeds Town 3-1 Leeds Town]] after ninety minutes.",
    "[[The Osaka Tigers defeated the Tigers]] in May. In 2019 [[Orion Foods acquired Orion Foods]] for a dollar.",
    "It was the clash of [[the United States against the United States]].",
]
GOOD = [
    "Williams beat Williams in two sets. Anna Smith lost to Smith.",
    "England beat England Lions 3-1, and Italy spoke against Italy's plan.",
    "They read Psalm 3-4 Psalm 5-6, and came from May 3-4 May.",
    "“Italy versus Italy” is a film. They saw Kramer vs. Kramer.",
    "Osaka Tigers 7-3 Kobe Bears. Leeds Town 3-1 Hull Town.",
    "South Korea beat Korea University. India played against India team guests. New Leeds Town beat Leeds Town.",
    "He lost to nobody, and 7-3 is 4. It fell 3-1 to Leeds.",
    "They are for and against. The team beat the team.",
]

#: What stands between two sides, by its first word; words of a row joined by hyphens.
_LINKS: dict[str, list[list[str]]] = {}
for _link in wordlist("roles/against-itself", "links"):
    _LINKS.setdefault(_link.split("-")[0], []).append(_link.split("-"))
_RESULT = regex(r"\d{1,3}x?[-–−]\d{1,3}x?")
_DASHES = ("-", "–", "−")
_NAME = 8  # words of a name that are looked at
_LONGEST = 9  # characters of a number in a result

#: First and last token of a name.
_Name = tuple[int, int]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the one side to the other."""
    analysis = document.analysis
    for sentence, first, last in _middles(analysis):
        one, other = _before(sentence, first - 1), _behind(sentence, last + 1)
        result = sentence.at(first).kind == "number"
        title = not result and analysis.speech.maybe_quoted(sentence, first)
        if not title and _same(sentence, one, other, result):
            start = one[0] - (sentence.at(one[0] - 1).lower == "the")
            message = f"“{sentence.text(start, other[1])}” has one name on both sides; one of them should be another."
            yield sentence.match(start, other[1], message)


def _middles(analysis: Analysis) -> Iterator[tuple[Sentence, int, int]]:
    """First and last token of what stands between two sides: a verb, or a result."""
    for sentence, i in analysis.find(*_LINKS):
        for link in _LINKS[sentence.at(i).lower]:
            if sentence.says(i, *link):
                yield sentence, i, i + len(link) - 1
    numbers = [word for word in analysis.index if word[0].isdigit() and len(word) <= _LONGEST]  # cheap
    for sentence, i in analysis.find(*numbers):
        last = i + 2 * (sentence.at(i + 1).text in _DASHES)
        if _RESULT.fullmatch("".join([token.text for token in sentence.tokens[i : last + 1]])):
            yield sentence, i, last


def _before(sentence: Sentence, last: int) -> _Name:
    """The capitalised words that end at a place."""
    first = last + 1
    while sentence.at(first - 1).capitalised and last - first < _NAME:  # cheap
        first -= 1
    return first, last


def _behind(sentence: Sentence, first: int) -> _Name:
    """The capitalised words that begin at a place, or behind `the` there."""
    first += sentence.at(first).lower == "the"
    last = first - 1
    while sentence.at(last + 1).capitalised and last - first < _NAME:  # cheap
        last += 1
    return first, last


def _same(sentence: Sentence, one: _Name, other: _Name, result: bool) -> bool:
    """Whether two names are one, and nothing behind makes the second another."""
    words = [token.text for token in sentence.tokens[one[0] : one[1] + 1]]
    again = [token.text for token in sentence.tokens[other[0] : other[1] + 1]]
    behind, article = sentence.at(other[1] + 1), sentence.at(other[0] - 1).lower == "the"
    if words[:1] == ["The"]:
        words = words[1:]
    if not again or words[-len(again) :] != again or behind.kind in ("clitic", "number") or again[0] in MONTHS:
        return False
    if result:
        return True
    if english().usually(behind.lower, "noun"):
        return False  # Germany team shirts
    sure = len(again) > 1 or article or kind(again[0]) is not None
    return sure and (words == again or article)
