"""Names with the ending of another language's case left on: Fergusonu, Vilniaus, Spielbergin.

`data/case_endings.txt` has the endings, written by hand; `data/towns.txt.gz`, built by `tools/build_towns.py`, the
large towns of the world, and the names of others that look like a well-known one with such an ending.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache, lru_cache

from mtqa.knowledge.data import DATA
from mtqa.knowledge.famous import person
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import fold
from mtqa.knowledge.table import Table, tables
from mtqa.knowledge.translit import squeeze

__all__ = ["ENDINGS", "bases", "known", "large", "others", "smaller", "sure", "towns"]

_VOWELS = frozenset("aeiouy")
_SHORTEST = 5  # letters of a name that may have an ending
_RARE = 7  # letters of a family name of a person that English texts hardly name
_LONGER = frozenset(("in", "o", "a", "n"))  # endings that need a letter more
#: Whose women's names end so, and states whose people's do: Peskova, Multani.
_SLAVIC = ("ov", "ev", "in", "yn", "iv", "sk", "ow", "ew", "ic", "vk")
_ADJECTIVES = frozenset("IN PK BD LK NP IR AF SA AE QA KW BH OM YE IQ SY JO LB PS LY TN DZ MA EG SD UZ TJ".split())


@cache
def _endings() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """By the ending: what the name ends with, and of what."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for line in DATA.joinpath("case_endings.txt").read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith("#"):
            continue
        words = line.split()[1:]
        shape = next(word for word in words if word[-1] in ">+")
        place = words.index(shape)
        for ending in words[place + 1 :]:
            found.setdefault(ending, []).append((shape, frozenset(words[:place])))
    return {ending: tuple(shapes) for ending, shapes in found.items()}


#: Every ending of the table: what a word must end with to be asked about.
ENDINGS: tuple[str, ...] = tuple(sorted(_endings()))


def _blocks() -> list[list[str]]:
    """The lines of the table of towns, by block."""
    text = gzip.decompress(DATA.joinpath("towns.txt.gz").read_bytes()).decode("utf-8")
    return [block.split("\n") for block in text.split("\n\n")]


@tables("towns")
def _tables() -> dict[str, dict[str, str]]:
    rows = [(name, f"{name}\t{code}") for name, code in large()]
    names = " ".join(_blocks()[1]).split()
    return {"towns": {squeeze(name): row for name, row in rows}, "others": dict.fromkeys(names, "")}


def large() -> list[tuple[str, str]]:
    """Names and countries of large towns, for who builds tables of them."""
    rows = [row.split("\t") for row in _blocks()[0]]
    return list({squeeze(name): (name, code) for name, code in rows}.values())


def smaller() -> list[str]:
    """Names of smaller towns that English knows well, for the same."""
    return _blocks()[4]


def towns() -> Table:
    """Names and countries of large towns, with a tab between them, by all letters of the name (`squeeze`)."""
    return _tables()["towns"]


def others() -> Table:
    """Names of somebody or something else that look like a name with an ending, as `squeeze` writes them."""
    return _tables()["others"]


def sure(word: str) -> str | None:
    """The ending that no name has in any language, of a word."""
    for ending, shapes in _endings().items():
        if word.endswith(ending) and len(word) > len(ending) + 2 and any("any" in kinds for _, kinds in shapes):
            return ending
    return None


def bases(word: str, kind: str) -> Iterator[str]:
    """What a word may be a case of.

    Args:
        word: with its capital.
        kind: of name, see the table.
    """
    for size in (5, 4, 3, 2, 1):
        ending = word[-size:]
        for shape, kinds in _endings().get(ending, ()):
            if kind not in kinds or len(word) - size < _SHORTEST - 1:
                continue
            stem = word[:-size]
            last = fold(stem[-1]).lower()
            if shape[-1] == ">":
                base = stem + shape[:-1]
            elif shape in ("C+", "V+"):
                base = stem if (last in _VOWELS) == (shape == "V+") else ""
            else:
                base = stem if stem.endswith(shape[:-1]) else ""
            women = ending == "a" and fold(base).lower().endswith(_SLAVIC)
            if len(base) >= _SHORTEST + (ending in _LONGER) and not women:
                yield base


@lru_cache(maxsize=20_000)
def known(word: str) -> str | None:
    """The family name or town that a word is a case of; `None` for what is a name of its own."""
    if squeeze(word) in others():
        return None
    for base in bases(word, "person"):
        found = person(squeeze(base))
        if found is None or (len(found.family) < _RARE and english().logprob(found.family) is None):
            continue  # Saury is a fish, not what Saura has done
        if not (word.endswith("i") and found.states & _ADJECTIVES):
            return found.family
    for base in bases(word, "town"):
        town = towns().find(squeeze(base))
        if town is not None:
            return town.partition("\t")[0]
    return None
