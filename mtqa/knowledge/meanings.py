"""What the words of names mean: what an engine makes of Yıldırım (lightning), Sokolov (of falcons), Ordu (army).

The table is `data/meanings.txt`, by language: given names that hardly anybody bears elsewhere, and names with the
English words they are translated by. A spelling is compared without accents and case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from mtqa.kept import kept
from mtqa.knowledge.data import DATA
from mtqa.knowledge.people import fold

__all__ = [
    "Meaning",
    "bearers",
    "families_in_english",
    "known_as",
    "languages",
    "meanings",
    "named",
    "of_language",
    "states",
]

#: The mark before a name of the table, and what kind of name it is.
_KINDS = {"+": "given", "@": "place"}


class Meaning(NamedTuple):
    """A name and one rendering of it.

    Attributes:
        name: in its own spelling.
        kind: "family", "given" or "place".
        language: section of the table.
        words: the rendering, lower-cased.
    """

    name: str
    kind: str
    language: str
    words: tuple[str, ...]


class _Table(NamedTuple):
    """The table as it is kept.

    Attributes:
        states: of each language, their codes.
        bearers: by given name, the languages.
        renderings: by its first word: name, kind, language and words of each rendering, those of more words first.
        names: by name, the languages in which its meaning is known.
    """

    states: dict[str, list[str]]
    bearers: dict[str, list[str]]
    renderings: dict[str, list[tuple[str, str, str, list[str]]]]
    names: dict[str, list[str]]


@kept("meanings", None, lambda plain: _Table(*plain))
def _table() -> _Table:
    states: dict[str, list[str]] = {}
    bearers: dict[str, dict[str, None]] = {}
    found: dict[str, list[tuple[str, str, str, list[str]]]] = {}
    names: dict[str, dict[str, None]] = {}
    language = ""
    for line in DATA.joinpath("meanings.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            language, _, codes = line.strip("[]").partition(":")
            states[language] = codes.split()
        elif line.startswith("* "):
            for word in line[2:].split():
                bearers.setdefault(_key(word), {})[language] = None
        elif " = " in line:
            name, _, renderings = line.partition(" = ")
            kind = _KINDS.get(name[0], "family")
            name = name.lstrip("+@")
            names.setdefault(_key(name), {})[language] = None
            for rendering in renderings.split(" | "):
                words = rendering.lower().split()
                found.setdefault(words[0], []).append((name, kind, language, words))
    return _Table(
        states,
        {word: list(where) for word, where in bearers.items()},
        {word: sorted(those, key=lambda one: -len(one[3])) for word, those in found.items()},
        {word: list(where) for word, where in names.items()},
    )


def _key(word: str) -> str:
    return fold(word).casefold()


def states(language: str) -> frozenset[str]:
    """Codes of the states a language of the table is spoken in."""
    return frozenset(_table().states[language])


def bearers(given: str) -> frozenset[str]:
    """The languages whose speakers alone bear a given name; none for one the table does not hold."""
    return frozenset(_table().bearers.get(_key(given), ()))


def named(name: str) -> frozenset[str]:
    """The languages in which the table knows the meaning of a name."""
    return frozenset(_table().names.get(_key(name), ()))


def languages() -> tuple[str, ...]:
    """The sections of the table, in its order."""
    return tuple(_table().states)


@cache
def of_language(language: str, kind: str) -> Mapping[str, Sequence[Meaning]]:
    """The meanings of a section and kind by the first word of the rendering."""
    found: dict[str, list[Meaning]] = {}
    for word, those in _table().renderings.items():
        for one in those:
            if one[2] == language and one[1] == kind:
                found.setdefault(word, []).append(_meaning(*one))
    return found


def _meaning(name: str, kind: str, language: str, words: Iterable[str]) -> Meaning:
    return Meaning(name, kind, language, tuple(words))


def known_as(language: str, word: str) -> Meaning | None:
    """The given name of a language that a lower-cased word is the whole rendering of."""
    return next((one for one in of_language(language, "given").get(word, ()) if len(one.words) == 1), None)


def meanings(word: str) -> tuple[Meaning, ...]:
    """The names whose renderings begin with a lower-cased word, those of more words first."""
    return tuple(_meaning(*one) for one in _table().renderings.get(word, ()))


@cache
def families_in_english() -> frozenset[str]:
    """Words of English that are family names in America too, lower-cased: baker, sands."""
    return frozenset(DATA.joinpath("english_families.txt").read_text(encoding="utf-8").split())
