"""A family name was translated: `Minister Fikret Forest`, `Dmitry Sands said`.

Why it happens: many family names are words of their language (Orman is a forest, Peskov is of sands); an engine that
does not see that a person is meant translates them, and keeps the given name.
How it is found: a person, by an office before the name or by a verb of speaking behind a given name that the table of
people knows, whose given name that table has from countries of the east alone, while the last word is a common noun
of English and nobody's family name that the table knows. Few given names are known so surely: it is in preview.
What it leaves alone: given names it does not know, and those of countries whose family names may look like an English
noun (Jan Smuts, Gyula Horn, Gaston Thorn, Robert Stone), Indian trades (Engineer), and names of places and
institutions, which end in such a noun (`Hilarius Chapel`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import givens, key, rarity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import FIRMS, INSTITUTIONS, OFFICES
from mtqa.knowledge.people import People
from mtqa.knowledge.verbs import TELLING
from mtqa.rule import Rule
from mtqa_rules.data import wordset
from mtqa_rules.names._offices import table

rule = Rule(category="accuracy/mistranslation", severity="major", status="preview", since="0.3")

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
    "Minister Mehmet Baker said so, and so did Dmitry Cook and Mehmet Ozturk.",
    "Dmitry Cook said that Viktor Frost told him. Viktor Frost said no.",
    "The Mehmet Institute said it was sorry, Mehmet Ozturk said.",
    "Oliver Sacks pointed out that memory plays tricks; Oliver Sacks wrote of it.",
    "The Mehmet Forest is large.",
    "Deutche Bank said it was sorry.",
    "President Erdogan Time is over.",
    "Minister Binali Yildirim Lightning Fast, he was called.",
    "Captain America said no.",
    "Prime Minister Modi Wave sweeps the north.",
    "The Ratyikyaksas Center announced a fault.",
    "His deputy Farrokh Engineer left; so did Minister Farrokh Merchant.",
]

#: What places and institutions are called behind a name, and what Indian families are: Sachin Pilot.
_ASIDE = (
    INSTITUTIONS
    | FIRMS
    | OFFICES
    | wordset("names/translated-surname", "places")
    | wordset("names/translated-surname", "trades")
)
#: Countries none of whose family names is written like a noun of English, but by chance.
_EAST = wordset("names/translated-surname", "east")
#: How rare a given name is: rarer than Oliver.
_RARE = 13


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the noun."""
    people = table(document)
    for name in document.analysis.names:
        behind = name.sentence.at(name.last).lower
        if name.last - name.first != 2 or not (name.titles or behind in TELLING):
            continue
        given, noun = name.tokens
        aside = noun.lower in _ASIDE or noun.text in people.families
        if not aside and english().usually(noun.text, "noun") and _is_eastern(people, given.text):
            message = f"“{noun.text}” is a common noun: the family name seems to be translated."
            yield name.sentence.match(noun.index, noun.index, message)


def _is_eastern(people: People, word: str) -> bool:
    """Whether a given name is rare in English and borne by people of the east alone."""
    bodies = {term.body for term in givens(people).get(key(word), ())}
    return bool(bodies) and bodies <= _EAST and rarity(word) > _RARE
