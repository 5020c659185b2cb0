"""The given name of a person whom every newspaper knows is spelt with a slip: `Leonel Messi`, `Kiir Starmer`.

Why it happens: the source writes the name in another script, or with the endings of its own language; the engine
knows the family name and spells the given name by its sound.
How it is found: of some ten thousand persons those count whose family name hardly anybody else bears, by public lists.
Before it stands a word that is no given name of theirs, but is one letter off, or two in a long one. A word that is a
given name of others counts only before a family name that English uses often (Messi, Spielberg).
What it leaves alone: spellings of other scripts that are matters of taste (`Sergey`, `Sergei`), accents and what stands
for them (`Jörg`, `Joerg`, `Jorg`), short and pet names, names that many bear (Fernandez, Brown), and whoever bears the
family name and is called otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.famous import Famous, singular
from mtqa.knowledge.given import MEN, WOMEN
from mtqa.knowledge.holders import OTHER_SCRIPT, key, plain_spelling, rarity
from mtqa.knowledge.similar import distance
from mtqa.knowledge.translit import squeeze
from mtqa.rule import Rule

rule = Rule(category="fluency/spelling", severity="minor", since="0.3", facts=("names",))

BAD = [
    "[[Leonel]] Messi scored twice.",
    "[[Leonel]] Messi Mann scored for Argentina.",
    "Labour is led by [[Kiir]] Starmer.",
    "The firm was bought by [[Elo]] Musk.",
    "The film is by [[Stiven]] Spielberg.",
    "President [[Emanuele]] Macron left, and [[Valdimir]] Putin stayed.",
    "They met [[Kylion]] Mbappé and [[Arnald]] Schwarzenegger.",
]
GOOD = [
    "Lionel Messi, Keir Starmer and Steven Spielberg met.",
    "Brigitte Macron and Sasha Obama came; Rodrigo Messi is his brother.",
    "Sergey Shoigu and Sergei Shoigu are one; Vladimir Poutine is not.",
    "Herman Göring, Hermann Goering and Hermann Göring are one.",
    "Maria Fernandez and Gordan Brown are nobody we know.",
    "Jürgen Klopp met Leo Messi; Rabindra Jadeja bowled to Ben Affleck and Bin Affleck.",
    "Karin Jean-Pierre and Martin Navratilova are nobody we know.",
    "Vangelis Meimarakis is Evangelos Meimarakis.",
    "The Lions Messi Cup was held.",
    "Fumio Macron and Bin Putin are nobody.",
]

_USUAL = 14.6  # log-probability of a family name that everybody uses
_OTHER = OTHER_SCRIPT | {"IN"}
_LONG = 7  # letters of a given name that may be two off


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word before the family name."""
    for name in document.analysis.names:
        words = [token for token in name.tokens if token.kind == "word"]
        if len(words) < 2:  # of most names
            continue
        persons = singular(squeeze(words[1].text))
        right = _meant(words[0].text, persons)
        if right is None:
            continue
        given = key(words[0].text)
        known = given in MEN or given in WOMEN  # of somebody else, perhaps
        if not (known and rarity(words[1].text) > _USUAL):
            place = words[0].index
            message = f"“{words[0].text} {words[1].text}” is spelt {right.name}."
            yield name.sentence.match(place, place, message, right.given.split()[-1])


def _meant(word: str, persons: list[Famous]) -> Famous | None:
    """The one of these persons whose given name a word is a slip of."""
    plain = key(word)
    found: Famous | None = None
    for one in persons:
        for given in one.given.split():
            if _same(plain, key(given), one):
                return None
        last = key(one.given.split()[-1]) if one.given else ""
        if found is None and last and _slip(plain, last):
            found = one
    return found


def _same(word: str, given: str, one: Famous) -> bool:
    """Whether two given names are spellings of one, or short for it."""
    if _umlaut(word) == _umlaut(given):
        return True
    return bool(one.states & _OTHER) and (_taste(word) == _taste(given) or word in MEN or word in WOMEN)


def _umlaut(word: str) -> str:
    return word.replace("oe", "o").replace("ae", "a").replace("ue", "u")


def _taste(word: str) -> str:
    """A name of another script with what is a matter of taste made one."""
    return plain_spelling(word.replace("x", "ks").replace("j", "y").replace("b", "v")).replace("h", "")


def _slip(word: str, given: str) -> bool:
    return len(given) > 3 and word[0] == given[0] and distance(word, given, 2) <= 1 + (len(given) >= _LONG)
