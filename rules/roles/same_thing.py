"""A preposition stands between a thing and itself: `the owner of the owner`, `the par value before the par value`.

Why it happens: the engine loses one of two nouns or gives both the same translation, or falls into a loop.

How it is found: two noun phrases of the same words, article or possessive included, with nothing but a preposition
between them, or `not only … but also` before them; and a clause whose subject is its own object, or stands behind the
preposition of a passive (`the secretary told the secretary`, `China is opposed to China`).

What it leaves alone: words without an article (`day by day`, `from time to time`, `people to people`), `a … of a …`
(`a tenth of a tenth`), ways from one to another (`from the sea to the sea`), what is told apart behind (`the man with
the man who`, `the war on the war on drugs`), kin, shares and accounts of accounts (`the friend of the friend`, `the
history of the history`), places (`a girl of Paris in Paris`), superlatives (`the best of the best`), and quotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtqa.analysis.phrases import NounPhrase
from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import COMMON_PREPOSITIONS, REFLEXIVES, RELATIVES
from mtqa.rule import Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3")

BAD = [
    "He wants [[the owner of the owner]] to come.",
    "This puts [[the par value before the par value]].",
    "They went for [[the risk of the risk of the risk]].",
    "The police rescued a cat in [[a rocky area in a rocky area]].",
    "Replies came not only [[from Pakistan but also from Pakistan]].",
    "[[The secretary met the secretary]].",
    "It goes back to last year, but [[China is opposed to China]].",
    "They serve [[the economic district of the economic district]].",
]
GOOD = [
    "It grows day by day, from time to time, hand in hand and year after year.",
    "It is a tenth of a tenth, a play within a play, an eye for an eye.",
    "They walked from the sea to the sea and from the top to the top.",
    "The police parted the group from a group of neighbours, and the man with the man who led them.",
    "The friend of the friend came; a majority of the majority won; the best of the best sang.",
    "He left the house for the house's owner, and the room for the room next door.",
    "The history of the history of art is short.",
    "Replies came not only from Pakistan but also from India.",
    "The war on the war on drugs is over. “It is the heart of the heart,” she said.",
    "The man told his brother, and the woman told herself.",
    "She lost to a girl of Hong Kong in Hong Kong; they eat turkey in Turkey and march in March.",
]
LEAVE = [
    (
        "the friend|enemy|brother|sister|son|daughter|history|study|theory|idea|heart|end of the <any>",
        "They wrote the theory of the theory.",
    ),
]

_FUNCTION = frozenset("the and for that with was has had his her from its this their they are not but were who".split())
_NEAR = 9  # tokens from a word to the same word again


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag two equal phrases with a preposition or a verb between them; of a chain, the whole."""
    analysis = document.analysis
    for sentence in _repeating(analysis):
        runs: list[tuple[int, int]] = []
        for first, last in sorted(_pairs(analysis.reading(sentence))):
            if runs and first <= runs[-1][1]:
                first = runs.pop()[0]
            runs.append((first, last))
        for first, last in runs:
            if not analysis.speech.maybe_quoted(sentence, first):
                message = (
                    f"“{sentence.text(first, last)}” sets a thing beside itself; one of the two should be another."
                )
                yield sentence.match(first, last, message)


def _repeating(analysis: Analysis) -> list[Sentence]:
    """The sentences in which a word stands again shortly after: only these are read."""
    found: dict[int, Sentence] = {}
    for word, places in analysis.index.items():
        if len(places) > 1 and len(word) > 2 and word not in _FUNCTION:
            for one, other in pairwise(places):
                if one[0] is other[0] and other[1] - one[1] <= _NEAR:
                    found[id(one[0])] = one[0]
    return sorted(found.values(), key=lambda sentence: (sentence.segment, sentence.start))


def _pairs(reading: Reading) -> Iterator[tuple[int, int]]:
    """First and last token of two equal phrases with what links them."""
    sentence = reading.sentence
    phrases = reading.prepositional_phrases
    behind = {phrase.first: phrase for phrase in phrases}
    for noun in reading.noun_phrases:
        phrase = behind.get(noun.last + 1)
        if phrase is not None and _equal(reading, noun, phrase.noun) and _ends(sentence, phrase.last):
            link = sentence.tokens[phrase.first].lower
            placed = (
                link == "in"
                and noun.determiner is None
                and sentence.at(noun.first - 1).lower in COMMON_PREPOSITIONS - {link}
            )
            if link not in _SERIAL and (link == "of" or sentence.at(phrase.last + 1).lower != link) and not placed:
                yield noun.first, phrase.last
    for one, other in pairwise(phrases):
        if sentence.says(one.last + 1, "but", "also") and one.text.lower() == other.text.lower():
            yield one.first, other.last
    for clause in reading.clauses:
        subject, objects = clause.subject, clause.objects
        phrase = behind.get(clause.verb.last + 1)
        if subject is None:
            continue
        passive = phrase if clause.verb.passive and not clause.inverted else None
        if passive is not None and _equal(reading, subject, passive.noun) and _ends(sentence, passive.last):
            yield subject.first, passive.last
        if len(objects) != 1 or clause.verb.copula or subject.first > objects[0].first:
            continue
        last = objects[0].last
        if _equal(reading, subject, objects[0]) and _ends(sentence, last) and last + 1 not in behind:
            yield subject.first, last


def _equal(reading: Reading, one: NounPhrase, other: NounPhrase) -> bool:
    """Whether two phrases are one definite thing in the same words."""
    words = [token.lower for token in one.tokens]
    if one.pronoun or words != [token.lower for token in other.tokens] or reading.tagged.tags[one.head][:2] != "NN":
        return False
    if one.determiner is not None:
        return words[0] not in ("a", "an") or len(words) > 2
    return len(words) > 1 or (other.tokens[0].capitalised and one.tokens[0].capitalised)


def _ends(sentence: Sentence, last: int) -> bool:
    """Whether a phrase is not told apart, or goes on, behind its last token."""
    behind = sentence.at(last + 1)
    return (
        behind.kind not in ("clitic", "number")
        and behind.lower not in _APART
        and not (behind.text in _GLUE and not behind.space)
    )


#: Prepositions that set one of a kind behind another.
_SERIAL = frozenset("after by upon within like than as per versus to".split())
_APART = RELATIVES | REFLEXIVES | {"that", "next", "where", "'", "’"}
_GLUE = tuple("-‐‑–—/'’")
