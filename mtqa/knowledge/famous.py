"""Persons whom every newspaper knows, and how their names come out when an engine spells the sound: Sholts, Zukerberg.

The table `data/famous.txt.gz` is built by `tools/build_famous.py`: the persons of `tools/famous.txt` and office
holders, each with the ways the family name sounds; and, from public lists, the names that are nearly the same and
somebody else's, which are never taken for a slip.
"""

from __future__ import annotations

import gzip
import re
from functools import cache, lru_cache
from typing import NamedTuple

from mtqa.knowledge.data import DATA
from mtqa.knowledge.holders import OTHER_SCRIPT, plain_spelling
from mtqa.knowledge.similar import distance, grown, skeleton
from mtqa.knowledge.translit import squeeze

__all__ = ["Famous", "alike", "heard", "known", "others", "persons"]

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


@cache
def _built() -> tuple[dict[str, tuple[tuple[str, Famous], ...]], frozenset[str]]:
    text = gzip.decompress(DATA.joinpath("famous.txt.gz").read_bytes()).decode("utf-8")
    rows, _, names = text.partition("\n\n")
    found: dict[str, list[tuple[str, Famous]]] = {}
    for row in rows.split("\n"):
        given, family, states, forms = row.split("\t")
        one = Famous(given, family, frozenset(states.split()))
        for form in forms.split():
            letters, bones = form.split("/")
            found.setdefault(bones, []).append((letters, one))
    return {bones: tuple(those) for bones, those in found.items()}, frozenset(names.split())


@cache
def persons() -> dict[str, Famous]:
    """One person for each family name, by its letters (`squeeze`)."""
    return {squeeze(one.family): one for those in _built()[0].values() for _, one in those}


@cache
def known() -> dict[str, dict[str, tuple[str, str]]]:
    """Persons by the last of the given names and the family name, both in small letters, as they are written."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for those in _built()[0].values():
        for _, one in those:
            given = one.given.split()[-1:]
            if given:
                found.setdefault(given[0].lower(), {})[one.family.lower()] = (given[0], one.family)
    return found


def others() -> frozenset[str]:
    """Names of somebody or something else that are nearly a famous one, as `squeeze` writes them."""
    return _built()[1]


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


_SHORTEST = 6  # letters: shorter names are too often like another one
_LONG = 9  # that may differ by two


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
    for other, one in _built()[0].get(skeleton(form), ()):
        own = squeeze(one.family)
        if own[0] != plain[0] or own == plain or grown(plain, own) or own.startswith(plain) or plain.startswith(own):
            continue
        if one.states & OTHER_SCRIPT and _one(own) == form:
            continue
        limit = 2 if len(plain) >= _LONG else 1
        far = distance(form, other, limit)
        if far <= limit and (far or distance(plain, own, 4) <= 4):
            found[one] = min(far, found.get(one, far))
    return tuple(sorted(found, key=lambda one: (found[one], one.name)))
