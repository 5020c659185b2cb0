"""Clubs, bodies, firms, papers and works that every newspaper knows, and what a name is a slip of: Real Madrit.

The table is `data/bodies.txt`, by hand. It is read when a text has such names.
"""

from __future__ import annotations

from typing import NamedTuple

from mtqa.kept import kept
from mtqa.knowledge.data import DATA
from mtqa.knowledge.holders import key
from mtqa.knowledge.similar import distance, grown, skeleton

__all__ = ["LONGEST", "Slip", "nearly", "single"]

#: Words of the longest names that are looked at.
LONGEST = 6
_LONG = 8  # letters of a word that may be two off
_ENGLISH = frozenset(("of", "the", "for", "and", "without"))
_SOUNDS = 5  # consonants of a name that is known by its sound alone


#: What is a matter of taste: German letters, British and American spellings.
_TASTE = (
    ("oe", "o"), ("ae", "a"), ("ue", "u"), ("isation", "ization"), ("centre", "center"), ("defence", "defense"),
    ("labour", "labor"), ("programme", "program"), ("theatre", "theater"),
)  # fmt: skip


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


class _Table(NamedTuple):
    """The table as it is kept.

    Attributes:
        gaps: by the words of a name with `_` for one of them: the names.
        sounds: by the consonants of a name: the names.
        names: all of them, as they are compared.
        single: names of one word.
    """

    gaps: dict[str, list[str]]
    sounds: dict[str, list[str]]
    names: dict[str, int]
    single: list[str]


@kept("bodies", None, lambda plain: _Table(*plain))
def _table() -> _Table:
    table = _Table({}, {}, {}, [])
    section = ""
    for line in DATA.joinpath("bodies.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            section = line.strip("[]")
        elif section == "single":
            table.single.extend(line.split())
        elif line and not line.startswith("#"):
            for name in line.split("; "):
                _add(table, name)
    return table


def _add(table: _Table, name: str) -> None:
    words = name.split()
    if len(words) == 1:
        table.single.append(name)
        return
    plain = [_same(word) for word in words]
    table.names[" ".join(plain)] = 0
    for i in range(len(words)):
        if len(plain[i]) > 3:
            table.gaps.setdefault(" ".join([*plain[:i], "_", *plain[i + 1 :]]), []).append(name)
    bones = skeleton("".join(plain))
    foreign = any(word.islower() and word not in _ENGLISH for word in words)  # Coupe de la Ligue
    if foreign and len(bones) >= _SOUNDS:
        table.sounds.setdefault(bones, []).append(name)


def single() -> list[str]:
    """Names of one word: persons of history, clubs, firms, works."""
    return _table().single


def nearly(words: list[str]) -> Slip | None:
    """What these words together are a slip of, in one word or, if they only sound so, as a whole."""
    table = _table()
    plain = [_same(word) for word in words]
    if " ".join(plain) in table.names:
        return None
    for i, word in enumerate(plain):
        for name in table.gaps.get(" ".join([*plain[:i], "_", *plain[i + 1 :]]), ()):
            right = name.split()[i]
            limit = 2 if min(len(word), len(right)) >= _LONG else 1
            if len(word) > 3 and 0 < distance(word, _same(right), limit) <= limit and not grown(word, _same(right)):
                return Slip(i, right, name)
    letters = "".join(plain)
    for name in table.sounds.get(skeleton(letters), ()):
        other = "".join(map(_same, name.split()))
        if letters[:2] == other[:2] and 0 < distance(letters, other, 4) <= 4:
            return Slip(None, name, name)
    return None
