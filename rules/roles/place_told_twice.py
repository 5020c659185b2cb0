"""A place lies in itself: `in Mainz, Germany, Germany`, `in Toyosawa Town, Toyozawa Town`.

Why it happens: the source names a part and the whole with words that the engine spells alike, or the engine writes the
larger place twice.

How it is found: the same name on both sides of a comma, behind a preposition or another place, with a mark, a
preposition or nothing behind; or two names with the same last word (`Town`, `-cho`) that are one letter apart.

What it leaves alone: cities called like their state (`New York, New York`), a second clause (`in Japan, Japan said`),
names that go on (`in Botswana, Botswana Chamber of Commerce`), calls (`Jerusalem, Jerusalem!`), and what is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import COMMON_PREPOSITIONS
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", words=frozenset((",",)))

BAD = [
    "She lives in Mainz, [[Germany, Germany]], and runs for office.",
    "He was born off [[Shizuoka, Shizuoka]] in 1950.",
    "The school in [[Hatano-cho, Hatano-cho]], is closed. They met in [[Lima, Lima]].",
    "The fair is held in [[Toyosawa Town, Toyozawa Town]] in May.",
    "He went to [[Hatano-cho, Hadano-cho]] by bus.",
    "It is made at [[Bangkok, Bangkok]], Chiang Mai and Hat Yai, and in [[Lima, Lima, Lima]].",
]
GOOD = [
    "She lives in New York, New York, and in Quebec, Quebec.",
    "In Japan, Japan said no. In Peru, Peru's army is small.",
    "The group in Botswana, Botswana Chamber of Commerce, met.",
    "Jerusalem, Jerusalem! He called: Lima, Lima, where are you?",
    "“We met in Lima, Lima,” she sang. Ann sang Lima, Lima, and left. Here I come, Lima, Lima.",
    "It lies in Toyosawa Town, Toyozawa City, not in Fukusima Town, Toyosawa Town.",
    "They met in Austria, Australia and Hungary, in North Town, South Town and Kiev, Lviv.",
    "It was the year of Taliban, Taliban fighters said. He was in love, love of life.",
    "They met in Tokiwa Ward, Tokyo Ward, and went to Lima, Lima, Lima, Lima, Lima.",
]

_TWINS = wordset("roles/place-told-twice", "twins")
_LOOP = 5  # rounds from which on `repetition/loop` sees it
_LONG = 6  # letters of a name that is one letter off
_PREPOSITIONS = COMMON_PREPOSITIONS | {"off", "near", "around"}
_BEHIND = (",", ".", ";", ")", "")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the one name to the other, or of a few to the last."""
    analysis = document.analysis
    ends: dict[Sentence, int] = {}  # the last place flagged
    for sentence, i in analysis.find(","):
        if not (sentence.at(i - 1).capitalised and sentence.at(i + 1).capitalised):  # cheap
            continue
        first, last = _name(sentence, i - 1, -1), _name(sentence, i + 1, 1)
        before = sentence.at(first - 1)
        placed = before.lower in _PREPOSITIONS or (before.text == "," and sentence.at(first - 2).capitalised)
        if first < ends.get(sentence, 0) or not placed or not _one(sentence, first, i, last):
            continue
        rounds = 2
        while sentence.text(last + 1, 2 * last - i + 1) == sentence.text(i, last):
            last, i, rounds = 2 * last - i + 1, last + 1, rounds + 1
        ends[sentence] = last
        behind = sentence.at(last + 1)
        closed = behind.text in _BEHIND or behind.lower in _PREPOSITIONS
        if closed and rounds < _LOOP and not analysis.speech.maybe_quoted(sentence, i):
            text = sentence.text(first, last)
            yield sentence.match(first, last, f"“{text}” has one name twice; one of the two should be another.")


def _name(sentence: Sentence, place: int, step: int) -> int:
    """The last of the capitalised words from a place on, one way or the other."""
    while sentence.at(place + step).capitalised:
        place += step
    return place


def _one(sentence: Sentence, first: int, comma: int, last: int) -> bool:
    """Whether the names round a comma are one, or one letter apart with the same last part."""
    name, again = sentence.text(first, comma - 1), sentence.text(comma + 1, last)
    if name == again:
        return name.replace(" ", "-") not in _TWINS
    one, _, end = name.replace("-", " ").rpartition(" ")
    other, _, close = again.replace("-", " ").rpartition(" ")
    apart = sum(map(str.__ne__, one, other))
    return end == close and len(one) == len(other) >= _LONG and apart == 1
