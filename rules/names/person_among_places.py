"""A list of places holds a person's name.

Why it happens: an engine meets a place it does not know, takes part of it for the sound of a foreign given name,
and joins that to the part it does know (`Amur Louis`).

How it is found: behind `areas`, `regions`, `cities` and the like and `such as` or `including`, a name of two
words whose first is a place on the map and whose second is a given name of people and nothing else.

What it leaves alone: places named after people (`St. Louis`, `Port Louis`, `San Jose`, `Prince Albert`), second
words that are places or plain words, names of three words, and every name outside such a list.
"""

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import SURFACES
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/name-format",
    severity="major",
    measured=("clean English, 112 k words, newstest2020 and TED: 0 findings",),
)

BAD = [
    "Troops stand in coastal areas such as Linzhou, [[Amur Louis]] and the islands.",
    "It rained in regions including Yunnan, [[Siberia Paul]] and Gansu.",
    "Floods hit cities such as [[Moscow Philip]] and Tula.",
    "Provinces such as Hunan, Hubei and [[Tibet George]] have agreed.",
    "The disease spread to countries such as Chad, [[Mongolia Henry]] and Mali.",
]

GOOD = [
    "Troops stand in coastal areas such as Vladivostok, the Amur Oblast and the Kurils.",
    "It rained in cities such as St. Louis, Port Louis, San Jose, Fort William and Prince Albert.",
    "The group has fans in countries such as Japan. Louis was born there.",
    "Cities such as Jordan Henderson's Liverpool celebrated.",
    "Areas such as Paris Hilton's career, Moscow James said, are closed.",
    "Regions such as Saint Helena and King William Island are remote.",
    "He named friends such as Paris Henry and London George.",
    "Cities such as New Philip and Lake Charles are small.",
    "Towns such as Alice Springs, Villa Maria and Sydney Cove grew.",
]

_PLACES = (
    "areas regions cities provinces countries towns places islands districts counties territories prefectures ports "
    "villages states"
).split()
#: Given names that are no place, family name or plain word.
_GIVEN = frozenset(
    "Louis Philip George Henry Paul Peter Charles Edward Richard Robert Michael Thomas Joseph Daniel Andrew Stephen "
    "Anthony Kevin Brian Donald Kenneth Steven Ronald Timothy Gary Larry Eric Arthur Albert Roger Alice Mary Anna "
    "Emma Julia Laura Susan Margaret Dorothy Helen Nancy Karen Betty Sandra Catherine Christine Diana Louise "
    "Marie Pierre Jacques Hans Ivan Sergei Boris Igor Vladimir Pavel Dmitri Nikolai Yuri".split()
)
_MORE_PLACES = frozenset(
    "Amur Siberia Sakhalin Kamchatka Primorye Manchuria Xinjiang Tibet Yunnan Sichuan Guangdong Hokkaido Kyushu "
    "Honshu Okinawa Crimea Donbas Chechnya Dagestan Kashmir Punjab Bengal Gujarat Borneo Sumatra Java Mindanao "
    "Luzon Bavaria Saxony Silesia Galicia Catalonia Andalusia Brittany Normandy Provence Tuscany Sicily Sardinia "
    "Anatolia Kurdistan Darfur Katanga Patagonia Amazonia Yakutia Karelia".split()
)
_REACH = 14


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag a place with a given name behind it, in a list of places."""
    for sentence, i in document.analysis.find(*_PLACES):
        tokens = sentence.tokens
        start = _list_start(tokens, i + 1)
        if start < 0:
            continue
        for k in range(start, min(len(tokens) - 1, start + _REACH)):
            one, two = tokens[k], tokens[k + 1]
            if two.text in _GIVEN and two.space and _is_place(one) and _whole_item(sentence, k):
                yield Match(
                    sentence.segment,
                    one.start,
                    two.end,
                    f"“{one.text} {two.text}” stands in a list of places, but “{two.text}” is a person's name.",
                )


def _list_start(tokens: list[Token], place: int) -> int:
    """Index of the first item behind `such as`, `including` or `like`, or -1."""
    if place < len(tokens) and tokens[place].text == ",":
        place += 1
    if place + 1 < len(tokens) and tokens[place].lower == "such" and tokens[place + 1].lower == "as":
        return place + 2
    if place < len(tokens) and tokens[place].lower in ("including", "like"):
        return place + 1
    return -1


def _is_place(token: Token) -> bool:
    if token.text in _MORE_PLACES:
        return True
    found = SURFACES.get(token.text)
    return found is not None and not found.ambiguous and found.kind in ("name", "capital")


def _whole_item(sentence: Sentence, k: int) -> bool:
    """Whether the two words are a name by themselves: no capital before them, no capital or possessive behind."""
    tokens = sentence.tokens
    before = tokens[k - 1] if k else None
    after = tokens[k + 2] if k + 2 < len(tokens) else None
    if before is not None and (before.text[0].isupper() or before.text == "."):
        return False
    return after is None or not (after.kind == "clitic" or after.text[0].isupper())
