"""Persons whom every newspaper knows, and how their names come out when an engine spells the sound: Sholts, Zukerberg.

The table `data/famous.txt.gz` is built by `tools/build_famous.py`: the persons of `tools/famous.txt` and office
holders, each with the ways the family name sounds; and, from public lists, the names that are nearly the same and
somebody else's, which are never taken for a slip.
"""

from __future__ import annotations

import gzip
import re
from functools import lru_cache

from mtqa.knowledge.data import DATA
from mtqa.knowledge.given import MEN, WOMEN
from mtqa.knowledge.holders import OTHER_SCRIPT, plain_spelling
from mtqa.knowledge.people import fold
from mtqa.knowledge.similar import distance, grown, skeleton
from mtqa.knowledge.table import Table, tables
from mtqa.knowledge.translit import squeeze
from mtqa.lazy import regex
from mtqa.values import NamedTuple

__all__ = [
    *("Famous", "alike", "bearing", "called", "families", "heard", "others", "person", "singular"),
    *("with_middle_name", "written"),
]

#: How the sounds of English, French and German spellings are written by those who only hear them.
_ENGLISH = (
    (r"igh", "ai"), (r"i([bdfgklmnpstv])e", r"ai\1e"), (r"ea|ee", "i"), (r"u(?=[bdfgklmnpst]{2})", "a"), (r"aw", "o"),
    (r"ay", "ei"), (r"^wh", "v"), (r"ey$", "i"), (r"tio", "sho"),
)  # fmt: skip
_FRENCH = (
    (r"eaux?|aux|aul?[td]", "o"), (r"oi", "ua"), (r"gn", "n"), (r"ill", "i"), (r"ch", "sh"), (r"j|g(?=[eiy])", "zh"),
    (r"ai", "e"), (r"er$", "e"), (r"(?<=[aeiou])[stdxp]$", ""), (r"qu", "k"),
)  # fmt: skip
_GERMAN = ((r"ei", "ai"), (r"eu|aeu", "oi"), (r"v", "f"), (r"w", "v"), (r"j", "y"), (r"ie", "i"), (r"z", "ts"))
_SPOKEN = {
    **dict.fromkeys("US GB CA AU NZ IE".split(), _ENGLISH),
    **dict.fromkeys("FR BE CH LU".split(), _FRENCH),
    **dict.fromkeys("DE AT".split(), _GERMAN),
}
_ONE = ((r"tsch|tch", "ch"), (r"dzh|dj", "j"), (r"dz|ts|tz|z", "s"), (r"x", "ks"))
#: The Russian yo, which papers write in several ways: Degtyaryov, Degtyarev, Degtyarov.
_YO = regex("y[eo](?=[a-z])|(?<=h)o(?=v)")


class Famous(NamedTuple):
    """A person whom every newspaper knows.

    Attributes:
        given: the words before the family name.
        family: the last word.
        states: codes of the states he or she belongs to.
    """

    given: str
    family: str
    states: frozenset[str]

    @property
    def name(self) -> str:
        """The whole name."""
        return f"{self.given} {self.family}".strip()


@tables("famous")
def _tables() -> dict[str, dict[str, str]]:
    """What is known of persons, who are numbers: their places in the file.

    persons: by number: given name, family name and states, parted by tabs.
    forms: by the consonants of a form of the family name: the form and the number, the next form and so on.
    families: one number for each family name, by its letters (`squeeze`).
    others: see `others`.
    singular: numbers of those whose family name hardly anybody else bears, by its letters.
    called: by the last of the given names in small letters: it and the family name, two and two, parted by tabs.
    bearing: numbers by the last of the given names, with what is a matter of taste made one.
    middle: numbers by two words before the family name, of which the second is no given name of many.
    """
    text = gzip.decompress(DATA.joinpath("famous.txt.gz").read_bytes()).decode("utf-8")
    rows, names, singular = text.split("\n\n")
    alone = dict[str, list[str]]((letters, []) for letters in singular.split())
    persons: list[str] = []
    found: dict[str, list[str]] = {}
    middle: dict[str, list[str]] = {}
    bearing: dict[str, list[str]] = {}
    many = MEN | WOMEN
    for place, row in enumerate(rows.split("\n")):
        one, _, forms = row.rpartition("\t")
        persons.append(one)
        given, family, _ = one.split("\t")
        if squeeze(family) in alone:
            alone[squeeze(family)].append(str(place))
        for form in forms.split():
            letters, bones = form.split("/")
            found.setdefault(bones, []).append(f"{letters} {place}")
        words = [fold(word).casefold() for word in given.split()]
        if words:
            bearing.setdefault(plain_spelling(words[-1]), []).append(str(place))
        if len(words) > 1 and len(words[-1]) > _MIDDLE and words[-1] not in many:
            middle.setdefault(" ".join(words[-2:]), []).append(str(place))
    # in the order of the forms: of two persons of one family name the one with the last form counts
    order = [form.split()[1] for those in found.values() for form in those]
    called: dict[str, dict[str, str]] = {}
    for number in order:
        given, family, _ = persons[int(number)].split("\t")
        for word in given.split()[-1:]:
            called.setdefault(word.lower(), {})[family.lower()] = f"{word}\t{family}"
    return {
        "persons": {str(place): person for place, person in enumerate(persons)},
        "forms": {bones: " ".join(those) for bones, those in found.items()},
        "families": {squeeze(persons[int(number)].split("\t")[1]): number for number in order},
        "others": dict.fromkeys(names.split(), ""),
        "singular": {letters: " ".join(places) for letters, places in alone.items()},
        "called": {given: "\t".join(those.values()) for given, those in called.items()},
        "bearing": {given: " ".join(places) for given, places in bearing.items()},
        "middle": {words: " ".join(places) for words, places in middle.items()},
    }


@lru_cache(maxsize=2_000)
def _famous(place: str) -> Famous:
    given, family, states = (_tables()["persons"].find(place) or "").split("\t")
    return Famous(given, family, frozenset(states.split()))


def _listed(table: str, key: str) -> list[Famous]:
    """The persons of a key of a table of numbers."""
    return [_famous(place) for place in (_tables()[table].find(key) or "").split()]


def person(letters: str) -> Famous | None:
    """The person of a family name, by its letters (`squeeze`)."""
    return next(iter(_listed("families", letters)), None)


def families() -> Table:
    """The letters of all family names."""
    return _tables()["families"]


def called() -> frozenset[str]:
    """The last given names of all persons, in small letters."""
    return frozenset(_tables()["called"])


def written(given: str, family: str) -> tuple[str, str] | None:
    """How a person's last given name and family name are written, by both in small letters."""
    names = iter((_tables()["called"].find(given) or "").split("\t"))
    return next((two for two in zip(names, names, strict=False) if two[1].lower() == family), None)


def bearing(given: str) -> list[Famous]:
    """The persons whose last given name this is, in plain small letters, or another spelling of it."""
    return _listed("bearing", plain_spelling(given))


def singular(letters: str) -> list[Famous]:
    """The persons of a family name that hardly anybody else bears, by its letters (`squeeze`)."""
    return _listed("singular", letters)


def with_middle_name(words: str) -> list[Famous]:
    """The persons of two given names, in plain small letters, of which the second says who is meant: Mary Wortley."""
    return _listed("middle", words)


def others() -> Table:
    """Names of somebody or something else that are nearly a famous one, as `squeeze` writes them."""
    return _tables()["others"]


def heard(word: str, states: frozenset[str]) -> set[str]:
    """How a word of some states may sound, in letters that are compared."""
    plain = squeeze(word)
    forms = {plain}
    for state in states:
        spoken = plain
        for pattern, letters in _SPOKEN.get(state, ()):
            spoken = re.sub(pattern, letters, spoken)
        forms.add(spoken)
    return {_one(form) for form in forms}


@lru_cache(maxsize=20_000)
def _one(letters: str) -> str:
    for pattern, one in _ONE:
        letters = re.sub(pattern, one, letters)
    return plain_spelling(letters)


_MIDDLE = 4  # letters: shorter middle names are particles, or anybody's
_SHORTEST = 6  # letters: shorter names are too often like another one
_LONG = 9  # that may differ by two
_SOUNDS = 3  # consonants: a short name with fewer must have the right vowels


@lru_cache(maxsize=20_000)
def alike(word: str) -> tuple[Famous, ...]:
    """The persons whose family name a word is a slip or a hearing of, the nearest first.

    A spelling that is a matter of taste, in a script of its own, is none.
    """
    plain = squeeze(word)
    if not _SHORTEST <= len(plain) <= 20:
        return ()
    form = _one(plain)
    found: dict[Famous, int] = {}
    those = iter((_tables()["forms"].find(skeleton(form)) or "").split())
    most = 2 if len(plain) >= _LONG else 1
    for other, place in zip(those, those, strict=True):
        far = distance(form, other, most)
        if far > most:
            continue
        one = _famous(place)
        own = squeeze(one.family)
        if own[0] != plain[0] or own == plain or grown(plain, own) or own.startswith(plain) or plain.startswith(own):
            continue
        if one.states & OTHER_SCRIPT and _one(_YO.sub("e", own)) in (form, _one(_YO.sub("e", plain))):
            continue
        limit = 0 if len(own) < _SHORTEST and len(skeleton(form)) < _SOUNDS else most
        if far <= limit and (far or distance(plain, own, 4) <= 4):
            found[one] = min(far, found.get(one, far))
    return tuple(sorted(found, key=lambda one: (found[one], one.name)))
