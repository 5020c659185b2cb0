"""Clubs, bodies, firms, papers, works and towns that newspapers know, and what a name is a slip of: Real Madrit.

The tables are `data/bodies.txt`, by hand, and, for towns of several words, a block of `data/towns.txt.gz`. They are
read when a text has such names.
"""

from __future__ import annotations

import gzip
from functools import lru_cache

from mtqa.knowledge.data import DATA
from mtqa.knowledge.holders import key
from mtqa.knowledge.similar import distance, grown, skeleton
from mtqa.knowledge.table import Table, tables
from mtqa.values import NamedTuple

__all__ = ["LONGEST", "Slip", "nearly", "plain", "single"]

#: Words of the longest names that are looked at.
LONGEST = 6
_LONG = 8  # letters of a word that may be two off
_MOST = 3  # letters that a word may be off
_SHORT = 6  # of one that must sound the same at its beginning
_ENGLISH = frozenset(("of", "the", "for", "and", "without"))
_SOUNDS = 5  # consonants of a name that is known by its sound alone


#: What tells nothing of the word beside it: The Scotsman, La Stampa.
_ARTICLES = frozenset("the a la le les el los il lo der die das de het o os al".split())
#: What is a matter of taste: German letters, British and American spellings, letters put for those of other writings.
_TASTE = (
    ("oe", "o"), ("ae", "a"), ("ue", "u"), ("isation", "ization"), ("centre", "center"), ("defence", "defense"),
    ("labour", "labor"), ("programme", "program"), ("theatre", "theater"), ("dinamo", "dynamo"),
    ("lokomotiv", "locomotiv"), ("-e-", "-i-"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def _same(word: str) -> str:
    """A word as it is compared."""
    letters = key(word)
    for one, other in _TASTE:
        letters = letters.replace(one, other)
    return letters


class Slip(NamedTuple):
    """What a name is a slip of.

    Attributes:
        place: of the wrong word in it; `None` where the whole is only like it.
        right: the word that should stand there, or the whole name.
        name: the whole name.
    """

    place: int | None
    right: str
    name: str


class _Making(NamedTuple):
    """The tables while they are made.

    Attributes:
        gaps: by the words of a name with `_` for one of them: the names, with `; ` between them.
        sounds: by the consonants of a name: the names.
        names: all of them, as they are compared.
        single: names of one word.
    """

    gaps: dict[str, str]
    sounds: dict[str, str]
    names: dict[str, str]
    single: list[str]


@tables("bodies")
def _tables() -> dict[str, dict[str, str]]:
    """See `_Making`; `single` is one line, in the order of the file."""
    made = _Making({}, {}, {}, [])
    section = ""
    for line in DATA.joinpath("bodies.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            section = line.strip("[]")
        elif section == "single":
            made.single.extend(line.split())
        elif line and not line.startswith("#"):
            for name in line.split("; "):
                _add(made, name)
    towns, variants = gzip.decompress(DATA.joinpath("towns.txt.gz").read_bytes()).decode("utf-8").split("\n\n")[2:4]
    for name in towns.split("\n"):
        _add(made, name, town=True)
    made.names.update(dict.fromkeys(variants.split("\n"), ""))
    return {"gaps": made.gaps, "sounds": made.sounds, "names": made.names, "single": {"": " ".join(made.single)}}


def _add(made: _Making, name: str, town: bool = False) -> None:
    words = name.split()
    if len(words) == 1:
        made.single.append(name)
        return
    letters = plain(words)
    whole = " ".join(letters)
    if whole in made.names:
        return
    made.names[whole] = ""
    for i, word in enumerate(letters):
        if len(words) == 2 and letters[1 - i] in _ARTICLES:
            continue
        if len(word) > 3 + town:  # Palu City, Palm City
            _put(made.gaps, " ".join([*letters[:i], "_", *letters[i + 1 :]]), name)
    if not town and any(word.islower() and word not in _ENGLISH for word in words):  # foreign: Coupe de la Ligue
        bones = skeleton("".join(letters))
        if len(bones) >= _SOUNDS:
            _put(made.sounds, bones, name)


def _put(names: dict[str, str], at: str, name: str) -> None:
    known = names.get(at)
    names[at] = name if known is None else f"{known}; {name}"


def plain(words: list[str]) -> list[str]:
    """Words as they are compared."""
    return [_same(word) for word in words]


def single() -> list[str]:
    """Names of one word: persons of history, clubs, firms, works."""
    return (_tables()["single"].find("") or "").split()


def nearly(words: list[str]) -> Slip | None:
    """What these words together are a slip of, in one word or, if they only sound so, as a whole."""
    table = _tables()
    letters = plain(words)
    if " ".join(letters) in table["names"]:
        return None
    for i, word in enumerate(letters):
        names = _names(table["gaps"], " ".join([*letters[:i], "_", *letters[i + 1 :]])) if len(word) > 3 else []
        for name in names:
            right = name.split()[i]
            if _off(word, _same(right), sure=len(names) == 1 and len(words) > 2):
                return Slip(i, right, name)
    whole = "".join(letters)
    for name in _names(table["sounds"], skeleton(whole)):
        other = "".join(plain(name.split()))
        if whole[:2] == other[:2] and 0 < distance(whole, other, 4) <= 4:
            return Slip(None, name, name)
    return None


def _off(word: str, right: str, sure: bool) -> bool:
    """Whether a word is only a slip of the right one; it may be further off where nothing else can stand there."""
    if abs(len(word) - len(right)) > _MOST:  # cheap: of most
        return False
    short = min(len(word), len(right))
    begins = skeleton(word)[:1] == skeleton(right)[:1]
    if short < _SHORT and not begins:  # Mudan is not Fudan
        return False
    limit = _MOST if sure and begins and short >= _LONG - 1 else 2 if short >= _LONG else 1
    return 0 < distance(word, right, limit) <= limit and not grown(word, right)


def _names(table: Table, at: str) -> list[str]:
    found = table.find(at)
    return [] if found is None else found.split("; ")
