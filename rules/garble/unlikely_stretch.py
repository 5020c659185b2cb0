"""A stretch of a sentence whose words follow one another as words in no order do: `wells us plumb did`.

Why it happens: the engine renders word by word, keeps the order of the source, or glues pieces of several renderings.

How it is found: two tables. One says how well each kind of word follows the two before it (`docs/reading.md`), the
other how much each word makes the next one likely (`pay attention` much, `lion of` not at all). Good English has
about two units of natural logarithm a word in both together, words in no order less than none. What lies below a
third of a unit is added up, what lies above is taken off again. The stretch where that sum is highest is named if
it has six words, if nearly half of them are odd by both tables, and if the sum is high, higher still in a sentence
that reads well. In a text that has two such stretches a lower sum will do for a third.

What it leaves alone: what is no plain prose (questions, headlines, broken-off sentences, code, brackets, names); one
odd turn, such as an inversion; words the tables do not know; words that stand again close by (`day in and day out`,
`from year to year`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.company import gain
from mtqa.knowledge.words import (
    BE,
    COMMON_PREPOSITIONS,
    COORDINATORS,
    DEMONSTRATIVES,
    HAVE,
    RELATIVES,
    SURE_DETERMINERS,
)
from mtqa.rule import Rule
from mtqa_rules.garble._prose import plain

rule = Rule(category="fluency/unintelligible", severity="major", since="0.3")

BAD = [
    "She said that the men from the south [[yesterday very late home came and doors all open left]].",
    "The minister yesterday [[again promise gave that soon farmers money own from bank get]].",
    "He said also the farmers of the region since long time [[no rain had and wells empty became]].",
    "The governor told the press that this figure [[year future to thousand billion arrives]].",
    "The old factory, where [[before shoes made were, to young artists cheap rooms rents]] out.",
    "Then came on stage [[singer old from village with voice still strong and everybody silent became]].",
    "[[Will to and journey the city the here sweating to fly makes reach]] the harbour.",
]

GOOD = [
    "Never before had so few owed so much to so many of their neighbours.",
    "The buses ran day in and day out, from year to year, season by season.",
    "Not only was the team unaware of the change, it was told of it last.",
    "It was easy trade for some but very hard for those who came after.",
    "Under no circumstances will the town provide more money than it has promised.",
    "The more the mayor spoke, the less the voters believed what they had been told.",
    "What the firm did next was what few who knew it then thought it would do.",
    "Only twice since the war has growth been below the level the bank had hoped for.",
    "He credits his coach with great and varied help, from how to eat to when to rest.",
    "Were it not for the two own goals, they might by all means have drawn.",
    "Should the talks then fail the two would try getting what each so long wanted.",
    "They voted by show of hands; the motion, though not at all what most had come for, stood.",
    "At the international level, fears were not of too much talk but of too much law.",
    "With his voice he rules everything at home, from music to lights to heat, and whatever her voice tells it.",
    "The trade could be worth far more by then, finance tech insights website Let’s Talk Payments found.",
    "The new cable gives constant sync so the screen never glitches.",
    "The zebu kraal saw dzong few quokka numbat once sat, oft wonga vine long, gidgee so too little jarrah seen by us.",
    "They moved to a finance tech tips website Let Us Talk Pay Then and an art site Why Not Now.",
    "Off went the lamps, in came the cake and out went the candles.",
    "To the bank in the spring to customers letters wrote that interest more become will?",
]

LEAVE = [
    ("the then|now <adjective>|<noun>", "The then coach and the now bankrupt club fell out over it."),
    (
        "<noun> he|she|they|we <verb:finite>",
        "They then had scans, and four had operations they turned out not to want.",
    ),
]

_ENOUGH, _MUCH = 110, 180  # tenths of a unit: a defect, a major one
_LITTLE, _SEVERAL = 75, 2  # a defect in a text that has several
_SLOPE = 6  # more for each tenth by which its sentence reads well
_LEAST = 6  # words
_SHARE = 0.45  # of them that are odd
_OFF = -2  # how much its words make one another likely, on average
_LEVEL = 3  # between good English and no order
_BREAK = 40  # taken off at a comma or dash
_HIGH, _LOW = 15, -25  # a kind of word tells no more than this
_CALLS, _SHUNS = 25, -30  # nor does the word before
_UNKNOWN = 8  # what is taken of a pair the table does not know
_ODD = -10  # a kind of word that hardly ever stands there
_NEAR = 5  # tokens
#: Words that stand again and again.
_SMALL = SURE_DETERMINERS | DEMONSTRATIVES | RELATIVES | BE | HAVE | COMMON_PREPOSITIONS | COORDINATORS | {"it", "not"}


class Stretch(NamedTuple):
    """Tokens from `first` to `last`; how odd they are together."""

    weight: float
    first: int
    last: int


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the odd stretches; where there are several, those that are less odd too."""
    found = []
    for sentence, fits, own in document.analysis.view(plain):
        if sum([fit <= _ODD for fit in fits]) < 2:  # cheap
            continue
        words = ["", *[token.lower for token in sentence.tokens]]
        gains = list(map(_gain, words, words[1:]))
        for stretch in _stretches(sentence, fits, gains):
            weight = stretch.weight - _SLOPE * max(0, own)
            if weight < _LITTLE:  # cheap
                continue
            if _agree(sentence, stretch, fits, gains):
                found.append((weight, sentence, stretch))
    enough = _LITTLE if sum(weight >= _ENOUGH for weight, _, _ in found) >= _SEVERAL else _ENOUGH
    for weight, sentence, stretch in found:
        if weight >= enough:
            words = sentence.text(stretch.first, stretch.last).split()
            text = " ".join(words if len(words) < 9 else [*words[:4], "…", *words[-4:]])
            message = f"These words do not go together in English: “{text}”."
            severity: Severity = "major" if weight >= _MUCH else "minor"
            yield sentence.match(stretch.first, stretch.last, message, severity=severity)


@lru_cache(maxsize=1 << 16)
def _gain(word: str, following: str) -> int | None:
    """How much a word makes the next likely, in tenths; `None` where that is not known."""
    figure = gain(word.replace("’", "'"), following.replace("’", "'"))
    return None if figure is None else max(_SHUNS, min(_CALLS, round(10 * figure)))


def _stretches(sentence: Sentence, fits: list[int], gains: list[int | None]) -> list[Stretch]:
    """The stretches that are odd, each from where a sum of what its words lie below the level begins to its highest."""
    found: list[Stretch] = []
    total = highest = first = 0
    for i, token in enumerate(sentence.tokens):
        kind = token.kind
        if kind == "word":
            if not total:
                first, highest = i, 0
            fit, figure = fits[i], gains[i]
            fit = _LOW if fit < _LOW else _HIGH if fit > _HIGH else fit
            odd = _LEVEL - fit - (_UNKNOWN if figure is None else figure)
            if odd > 0 and _again(sentence, i):  # cheap
                continue
            total += odd
            if total > highest:
                if highest:
                    found.pop()
                highest = total
                found.append(Stretch(total, first, i))
        elif kind != "clitic":
            total -= total if token.text in ";:" else _BREAK
        if total < 0:
            total = 0
    return found


def _again(sentence: Sentence, place: int) -> bool:
    """Whether a word or the one before it stands again close by: day in and day out."""
    tokens = sentence.tokens
    near = [*tokens[max(0, place - _NEAR) : max(0, place - 1)], *tokens[place + 2 : place + _NEAR + 1]]
    words = {tokens[place].lower, sentence.at(place - 1).lower} - _SMALL
    return any(token.lower in words for token in near)


def _agree(sentence: Sentence, stretch: Stretch, fits: list[int], gains: list[int | None]) -> bool:
    """Whether a stretch has words enough, odd ones among them, few names, and is odd by its pairs of words alone."""
    inside = range(stretch.first, stretch.last + 1)
    words = [i for i in inside if sentence.tokens[i].is_word]
    known = [figure for i in inside[1:] if (figure := gains[i]) is not None]
    odd = sum(fits[i] < 0 and ((figure := gains[i]) is None or figure < 0) for i in words)
    if len(words) < _LEAST or 4 * sum(sentence.tokens[i].capitalised for i in words) > len(words):
        return False
    return odd >= _SHARE * len(words) and 5 * len(known) >= 3 * len(words) and sum(known) <= _OFF * len(known)
