"""A word that English never doubles is joined to itself: `properly and properly`, `the Rescue and Rescue Office`.

Why it happens: the source has two words of one meaning, or of two meanings with one English equivalent.

How it is found: an adverb in -ly on both sides of `and` or `or`; a long verb on both sides with one object behind
(`to coordinate and coordinate the markets`); a common noun twice in the name of an office (`the Prevention and
Prevention Headquarters`); two words and the same two with a hyphen (`ice skating or ice-skating`). Things of a list
are for `roles/twice-listed`.

What it leaves alone: short verbs and comparatives (`he waited and waited`, `slowly but surely`), verbs without an
object (`she explained and explained`), a body and what belongs to it (`the Museum and Museum Office`), a phrase that
becomes the first part of another (`time series and time-series analysis`), and what is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import COLLECTIVES, INSTITUTIONS, OFFICIAL
from mtqa.knowledge.phrases import SAID_AGAIN
from mtqa.rule import Rule

rule = Rule(category="fluency/repetition", severity="major", since="0.3", words=frozenset(("and", "or")))

BAD = [
    "It can be recycled properly and [[properly]] lit.",
    "The banks went quietly and [[quietly]].",
    "He resolved to clarify and [[clarify]] the rules. They must coordinate and [[coordinate]] both markets.",
    "The Fire Monitoring and [[Monitoring]] Office in Bern says so.",
    "The Flood Prevention and [[Prevention]] Headquarters was told.",
    "They honoured the Rescue and [[Rescue]] Service.",
    "You can enjoy ice skating or [[ice-skating]]. He runs a ball-point and [[ball point]].",
]
GOOD = [
    "He waited and waited, and she explained and explained.",
    "It went slowly and surely, properly and quickly.",
    "They shouted and shouted the name of the boy.",
    "The Museum and Museum Office, the Navy and Navy Office are open.",
    "They know Toledo and Toledo Services, and a Rescue and Rescue service.",
    "He learnt time series and time-series analysis. It is a well known and well-known man.",
    "It is really and really good, but “properly and properly” is wrong.",
    "The attention and attention a friend gave her. He wrote And and and Or.",
    "They clarify and define the rules. The Fire Monitoring and Rescue Office met.",
    "It went from bad and bad, for years and years. Coffee and Coffee Shops is a book.",
    "The problems of supply and supply chains are great.",
]

_LONG_VERB = 7  # letters without -ed and -ing
_OBJECTS = frozenset(("DT", "PRP", "PRP$", "PDT"))
_VERBS = frozenset(("VB", "VBP", "VBZ", "VBD", "VBN", "VBG"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "VBG", "JJ"))
_BODIES = INSTITUTIONS | OFFICIAL | COLLECTIVES
_HEADS = INSTITUTIONS | {"headquarters", "service", "services", "station", "board", "unit"}
_NAME = 0.5  # share of capitals from which on a word is a name
_MESSAGE = "“{}” is joined to itself; one of the two should be another word, or go."


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the second of two equal words."""
    analysis = document.analysis
    for sentence, i in analysis.find("and", "or"):
        one, two = sentence.at(i - 1), sentence.at(i + 1)
        last = i + 1
        if one.lower == two.lower:
            wrong = _doubled(analysis.reading(sentence), i)
        else:
            last += "-" in one.lower
            wrong = _hyphened(sentence, i) and not _goes_on(analysis.reading(sentence), last)
        if wrong and not analysis.speech.maybe_quoted(sentence, i):
            yield sentence.match(i + 1, last, _MESSAGE.format(sentence.text(i + 1, last)))


def _doubled(reading: Reading, i: int) -> bool:
    """Whether an adverb, a verb with its object, or part of a name stands on both sides."""
    sentence, tags = reading.sentence, reading.tagged.tags
    one, word, following = sentence.at(i - 1), sentence.at(i - 1).lower, tags[i + 2 : i + 3]
    if word in SAID_AGAIN:
        return False
    if tags[i - 1] == "RB":
        return word.endswith("ly")
    if one.capitalised:
        return _in_name(sentence, i)
    stem = word.removesuffix("ing").removesuffix("ed")
    return tags[i - 1] in _VERBS and len(stem) >= _LONG_VERB and not _OBJECTS.isdisjoint(following)


def _in_name(sentence: Sentence, i: int) -> bool:
    """Whether a common noun, no body of its own, is told twice in the name of one: the Rescue and Rescue Office."""
    word, head = sentence.at(i + 1).lower, sentence.at(i + 2)
    common = english().capital_share(word) < _NAME and word not in _BODIES
    return common and head.capitalised and head.lower in _HEADS


def _hyphened(sentence: Sentence, i: int) -> bool:
    """Whether two words stand on one side, and the same two with a hyphen on the other."""
    for joined, parts in ((i + 1, (i - 2, i - 1)), (i - 1, (i + 1, i + 2))):
        pair = "-".join([sentence.at(place).lower for place in parts])
        if sentence.at(joined).lower == pair and len(pair) > _LONG_VERB:
            return True
    return False


def _goes_on(reading: Reading, last: int) -> bool:
    """Whether a noun stands behind, so that what stands before it is only part of it."""
    return not _NOUNS.isdisjoint(reading.tagged.tags[last + 1 : last + 2])
