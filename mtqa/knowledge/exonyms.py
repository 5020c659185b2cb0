"""Well-known names in Chinese and in English, out of `data/exonyms.csv`: how they sound, and how they are written."""

from __future__ import annotations

import csv
import re
from dataclasses import astuple
from functools import cache

from mtqa.kept import kept
from mtqa.knowledge.data import DATA
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import fold
from mtqa.knowledge.similar import skeleton
from mtqa.knowledge.translit import readings, squeeze, surname_length
from mtqa.values import dataclass


@dataclass(frozen=True, slots=True)
class Exonym:
    """A name of the table.

    Attributes:
        forms: in English, the usual one first; folded: as they are compared.
        kind: person, place, organisation.
        sounds: of the Chinese name and of the forms.
    """

    forms: tuple[str, ...]
    folded: tuple[str, ...]
    kind: str
    sounds: tuple[str, ...]


def folded(text: str) -> str:
    """A name as it is compared: no accents, case or hyphens."""
    return fold(text).casefold().replace("’", "'").replace("-", " ")


@cache
def exonyms() -> tuple[dict[str, Exonym], re.Pattern[str]]:
    """By the Chinese name, and a pattern that finds them."""
    found: dict[str, Exonym] = {}
    with DATA.joinpath("exonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            forms = tuple(row["target"].split("|"))
            read = "".join((readings(char) or ("",))[0] for char in row["source"])
            sounds = tuple(
                dict.fromkeys(s for s in map(skeleton, (read, *(f for f in forms if len(f) > 4))) if len(s) > 1)
            )
            found[row["source"]] = Exonym(forms, tuple(map(folded, forms)), row["kind"], sounds)
    words = sorted(found, key=lambda word: (-len(word), word))
    return found, re.compile("|".join(map(re.escape, words)))


@dataclass(frozen=True, slots=True)
class Sounded:
    """A name of the table as its characters sound.

    Attributes:
        han: the Chinese name.
        form: the usual English one.
        kind: person, place, organisation.
        built: whether it is built like a mainland person's name.
    """

    han: str
    form: str
    kind: str
    built: bool


def _plain(firsts: dict[str, dict[str, Sounded]]) -> list[object]:
    """The table as lists: the names once, and by first word the places of those it may begin."""
    names = dict.fromkeys(known for those in firsts.values() for known in those.values())
    places = {known: i for i, known in enumerate(names)}
    found = {first: {sound: places[known] for sound, known in those.items()} for first, those in firsts.items()}
    return [[astuple(known) for known in names], found]


def _unpacked(
    plain: tuple[list[tuple[str, str, str, bool]], dict[str, dict[str, int]]],
) -> dict[str, dict[str, Sounded]]:
    names, firsts = plain
    known = [Sounded(*name) for name in names]
    return {first: {sound: known[i] for sound, i in those.items()} for first, those in firsts.items()}


@kept("sounded", _plain, _unpacked)
def sounded() -> dict[str, dict[str, Sounded]]:
    """The names by every word they may begin with and by how they sound as a whole."""
    firsts: dict[str, dict[str, Sounded]] = {}
    done: set[str] = set()
    with DATA.joinpath("exonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            han = row["source"].replace("·", "")
            syllables = [(readings(char) or ("",))[0] for char in han]
            sound, forms = "".join(syllables), row["target"].split("|")
            if len(han) < 3 or not all(syllables) or sound in map(squeeze, forms) or sound in done:
                continue
            done.add(sound)
            built = len(han) == 3 and surname_length(han, 0) == 1 and "·" not in row["source"]
            known = Sounded(row["source"], forms[0], row["kind"], built)
            for size in range(1, len(han) + 1):
                first = "".join(syllables[:size])
                if (english().logprob(first) or -22) < -9:  # not a, an, he, to: they are everywhere
                    firsts.setdefault(first, {})[sound] = known
    return firsts
