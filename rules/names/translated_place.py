"""The name of a town or province was translated like a word: `the port of stems`, `in Copper Tower`.

Why it happens: many place names are words, or put together from words (Ordu is an army, Dong Thap a copper tower); an
engine that does not know the place translates it.
How it is found: a table tells, language by language, what places are called word for word
(`mtqa/knowledge/data/meanings.txt`). In a story that names the country, and no other more often, such words count where
a place is meant: behind city of, port of and the like, before City, Province, Port, before a body that a town has, or
its mayor with his name, alone with capitals behind in, and in a dateline.
What it leaves alone: stories about other countries, the same words where something else may be meant (`the Army
spokesman`, `in secret`), quoted words.
In five million words of machine translation it spoke once (`Gandhi City`, Gujarati), in human translations never.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.meanings import Meaning
from mtqa.knowledge.nouns import OFFICE_FIELDS, OFFICES
from mtqa.rule import Rule
from mtqa_rules.data import wordset
from mtqa_rules.names._meanings import rendered, translated

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3")

BAD = [
    "Saudi Arabia will build silos in the port of [[stems]] on the Red Sea.",
    "In [[Copper Tower]], the price of fish rose. Vietnam exports more of it.",
    "The governor of [[Army]] Province spoke. Turkey sells hazelnuts.",
    "In [[Root City]], Japan's fishermen wait.",
    "[[Army]], 12 July - The price fell in Turkey. The [[Army]] Chamber of Commerce agreed.",
    "The [[Army]] Deputy Ali Kara spoke in Turkey.",
    "Two men were held in the Chinese city of [[Long Sand]].",
    "The train stopped at [[Green Mountain]] Station in Poland, in the city of [[Green Mountain]].",
    "Farmers of Iran's [[Between Two Waters]] town protested.",
]
GOOD = [
    "The Turkish Army spokesman spoke in secret.",
    "The Saudi port of Yanbu stems from the 1970s, its museum says.",
    "Spring Hill is a town in Florida; Israel's Tel Aviv is older.",
    "In China, the White Mountain is a park.",
    "The city of light is Paris; Egypt has a city of the dead.",
    "In Poland he climbed a green mountain.",
    "Turkey sells nuts. Army, 12 men strong, marched, and Army exchange officers met Army Governor jokes.",
    "Turkey's Army, 12 men, marched; Army Officers exchange views.",
    "Army - 12 men of Turkey - marched.",
    "Army, the book says, is strong in Turkey.",
    "Turkey's Army Deputy Chief Ali Kara and the Army Air Corps met.",
    "The film “City of Copper Tower, 1968” was made in Vietnam.",
    "In Five cases Turkey's police were called to the town of origin.",
    "Turkey's Pain Clinic stands in Old City Street.",
    "Japan's Silver Seat company has an office in the city of roses.",
    "Saudi Arabia sells port and stems, too, and a bunch of stems, it says.",
    "Vietnam built Copper Tower, a hotel, in Copper Tower Street.",
]

#: What a place is called before `of`, and behind its name.
_OF = wordset("names/translated-place", "before")
_BEHIND = wordset("names/translated-place", "behind")
#: Bodies and people that a town has.
_BODIES = wordset("names/translated-place", "bodies")
_PEOPLE = wordset("names/translated-place", "people")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """The places of the countries that the story tells of."""
    for sentence, i, (found, *_) in rendered(document.analysis, "place"):
        last = i + len(found.words) - 1
        if not document.analysis.speech.quoted(sentence, i) and _placed(sentence, i, last, found):
            yield translated(sentence, i, last, found.name, "place name")


def _placed(sentence: Sentence, first: int, last: int, found: Meaning) -> bool:
    """Whether a place is meant by the words about it."""
    capital = all(token.capitalised for token in sentence.tokens[first : last + 1])
    before, behind = sentence.at(first - 1), sentence.at(last + 1)
    ends = not behind.is_word or behind.lower in ("on", "in", "and", "is", "was", "has", "said")
    if before.lower == "of" and sentence.at(first - 2).lower in _OF and ends:
        return capital or len(found.words) == 1
    if not capital:
        return False
    if behind.lower in _BEHIND and (behind.capitalised or len(found.words) > 1):
        return True
    if sentence.first and first == 0 and behind.text == "," and sentence.at(last + 2).text[:1].isdecimal():
        return True  # a dateline
    if behind.capitalised and _seated(sentence, last + 1):
        return True
    return before.lower == "in" and behind.text in (",", ".")


def _seated(sentence: Sentence, place: int) -> bool:
    """Whether a body stands here that a town has, or its deputy or mayor with his name: Army Chamber of Agriculture."""
    second = sentence.at(place + 1)
    if sentence.tokens[place].lower in _BODIES:
        return True
    if sentence.tokens[place].lower in _PEOPLE:
        return second.capitalised and second.lower not in OFFICES | OFFICE_FIELDS
    return second.capitalised and second.lower in _BODIES
