"""A family name was translated: `Minister Fikret Forest`, `Dmitry Sands said`.

Why it happens: many family names are words of their language (Orman is a forest, Peskov is of sands); an engine that
does not see that a person is meant translates them, and keeps the given name.
How it is found: a person, by an office before the name or by a verb of speaking behind a given name that the table of
people knows, whose given name that table has from countries of the east alone, while the last word is a common noun
of English and nobody's family name that the table knows.
What it leaves alone: given names it does not know, and those of countries whose family names may look like an English
noun (Jan Smuts, Gyula Horn, Gaston Thorn, Robert Stone), Indian trades (Engineer), names of places and institutions,
which end in such a noun (`Hilarius Chapel`), and headlines.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import USUAL, givens, key, rarity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import FIRMS, INSTITUTIONS, OFFICES
from mtqa.knowledge.people import People
from mtqa.knowledge.places import party
from mtqa.knowledge.verbs import TELLING
from mtqa.rule import Rule
from mtqa_rules.data import wordset
from mtqa_rules.names._offices import table

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3")

BAD = [
    "Transport Minister Binali [[Lightning]] opened the bridge.",
    "It was closed, Mehmet [[Forest]] said.",
    "Governor Ahmet [[Star]] left the room.",
    "President Recep [[Forest]] spoke after the match.",
    "Kremlin spokesman Dmitry [[Sands]] declined to comment.",
    "Deputy Mayor Nurettin [[Roses]] told reporters so.",
]
GOOD = [
    "South African Prime Minister Jan Smuts drafted it; Prime Minister Gyula Horn resigned.",
    "European Commission President Gaston Thorn came from Luxembourg.",
    "Foreign Minister Boris Johnson and President Robert Stone left.",
    "The service at St. Hilarius Chapel was long.",
    "Binali Yildirim said the bridge was open.",
    "Minister Mehmet Baker said so.",
    "The Mehmet Forest is large.",
    "Deutche Bank said it was sorry.",
    "President Erdogan Time is over.",
    "Minister Binali Yildirim Lightning Fast, he was called.",
    "Captain America said no.",
    "Prime Minister Modi Wave sweeps the north.",
    "Minister Nguyen Gold and Silver Congress members met.",
    "The Ratyikyaksas Center announced a fault.",
    "His deputy Farrokh Engineer left; so did Minister Farrokh Merchant.",
]

#: What places and institutions are called behind a name.
_PLACES = INSTITUTIONS | FIRMS | OFFICES | wordset("names/translated-surname", "places")
_TRADES = wordset("names/translated-surname", "trades")
#: Countries none of whose family names is written like a noun of English, but by chance.
_EAST = wordset("names/translated-surname", "east")
#: How rare a given name is: rarer than Boris.
_RARE = 11.5


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the noun."""
    people = table(document)
    for name in document.analysis.names:
        if name.last - name.first != 2 or len(name.words) != 2 or name.headline:
            continue
        given, noun = name.tokens
        if _is_person(people, name) and _is_noun(people, noun.text) and _is_eastern(people, given.text):
            message = f"“{noun.text}” is a common noun: the family name seems to be translated."
            yield name.sentence.match(noun.index, noun.index, message)


def _is_person(people: People, name: Name) -> bool:
    """Whether an office stands before the name, or behind a given name of the table a verb of speaking."""
    tokens = name.sentence.tokens
    behind = tokens[name.last].lower if name.last < len(tokens) else ""
    known = key(name.words[0]) in givens(people)
    if name.titles is None:
        return behind in TELLING and known
    if not (known or tokens[name.titles[0]].capitalised):
        return False  # his deputy Sachin Pilot
    return behind not in ("and", "-", "&") and not tokens[name.last - 1].text.isupper()


def _is_noun(people: People, word: str) -> bool:
    lexicon = english()
    return (
        len(word) >= 4
        and lexicon.usually(word.lower(), "noun")
        and lexicon.capital_share(word.lower()) < 0.6
        and word.lower() not in _PLACES | _TRADES
        and word not in USUAL
        and word not in people.families
        and party(word) is None
    )


def _is_eastern(people: People, word: str) -> bool:
    """Whether a given name is rare in English and borne by people of the east alone."""
    terms = givens(people).get(key(word), ())
    return bool(terms) and {term.body for term in terms} <= _EAST and rarity(word) >= _RARE
