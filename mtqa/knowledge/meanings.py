"""What the words of names mean: what an engine makes of Yıldırım (lightning), Sokolov (of falcons), Ordu (army).

The table is `data/meanings.txt`, by language: given names that hardly anybody bears elsewhere, and names with the
English words they are translated by. A spelling is compared without accents and case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

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


@dataclass(frozen=True, slots=True)
class Meaning:
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


@dataclass(frozen=True, slots=True)
class _Table:
    states: dict[str, frozenset[str]]
    bearers: dict[str, frozenset[str]]
    meanings: dict[str, tuple[Meaning, ...]]
    names: dict[str, frozenset[str]]


@cache
def _table() -> _Table:
    states: dict[str, frozenset[str]] = {}
    bearers: dict[str, set[str]] = {}
    found: dict[str, list[Meaning]] = {}
    names: dict[str, set[str]] = {}
    language = ""
    for line in DATA.joinpath("meanings.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            language, _, codes = line.strip("[]").partition(":")
            states[language] = frozenset(codes.split())
        elif line.startswith("* "):
            for word in line[2:].split():
                bearers.setdefault(_key(word), set()).add(language)
        elif " = " in line:
            name, _, renderings = line.partition(" = ")
            kind = _KINDS.get(name[0], "family")
            name = name.lstrip("+@")
            names.setdefault(_key(name), set()).add(language)
            for rendering in renderings.split(" | "):
                words = tuple(rendering.lower().split())
                found.setdefault(words[0], []).append(Meaning(name, kind, language, words))
    return _Table(
        states,
        {word: frozenset(where) for word, where in bearers.items()},
        {word: tuple(sorted(those, key=lambda one: -len(one.words))) for word, those in found.items()},
        {word: frozenset(where) for word, where in names.items()},
    )


def _key(word: str) -> str:
    return fold(word).casefold()


def states(language: str) -> frozenset[str]:
    """Codes of the states a language of the table is spoken in."""
    return _table().states[language]


def bearers(given: str) -> frozenset[str]:
    """The languages whose speakers alone bear a given name; none for one the table does not hold."""
    return _table().bearers.get(_key(given), frozenset())


def named(name: str) -> frozenset[str]:
    """The languages in which the table knows the meaning of a name."""
    return _table().names.get(_key(name), frozenset())


def languages() -> tuple[str, ...]:
    """The sections of the table, in its order."""
    return tuple(_table().states)


def of_language(language: str, kind: str) -> Mapping[str, Sequence[Meaning]]:
    """The meanings of a section and kind by the first word of the rendering."""
    return _by_language().get((language, kind), {})


@cache
def _by_language() -> dict[tuple[str, str], dict[str, list[Meaning]]]:
    found: dict[tuple[str, str], dict[str, list[Meaning]]] = {}
    for word, those in _table().meanings.items():
        for one in those:
            found.setdefault((one.language, one.kind), {}).setdefault(word, []).append(one)
    return found


def known_as(language: str, word: str) -> Meaning | None:
    """The given name of a language that a lower-cased word is the whole rendering of."""
    return next((one for one in of_language(language, "given").get(word, ()) if len(one.words) == 1), None)


def meanings(word: str) -> tuple[Meaning, ...]:
    """The names whose renderings begin with a lower-cased word, those of more words first."""
    return _table().meanings.get(word, ())


@cache
def families_in_english() -> frozenset[str]:
    """Words of English that are family names in America too, lower-cased: baker, sands."""
    return frozenset(DATA.joinpath("english_families.txt").read_text(encoding="utf-8").split())
