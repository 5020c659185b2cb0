"""What the words of names mean: what an engine makes of Yıldırım (lightning), Sokolov (of falcons), Ordu (army).

The table is `data/meanings.txt`, by language: given names that hardly anybody bears elsewhere, and names with the
English words they are translated by. A spelling is compared without accents and case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from mtqa.knowledge.data import DATA
from mtqa.knowledge.people import fold
from mtqa.knowledge.table import tables
from mtqa.values import NamedTuple

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


@tables("meanings")
def _tables() -> dict[str, dict[str, str]]:
    """What the file says.

    states: of each language, their codes; `languages` are in the order of the file.
    bearers: by given name, the languages.
    renderings: by its first word: of each rendering name, kind, language and words, those of more words first. The
        same of a language and kind alone: `ar given`.
    names: by name, the languages in which its meaning is known.
    """
    states: dict[str, str] = {}
    bearers: dict[str, dict[str, None]] = {}
    found: dict[str, list[tuple[str, str, str, list[str]]]] = {}
    names: dict[str, dict[str, None]] = {}
    language = ""
    for line in DATA.joinpath("meanings.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            language, _, codes = line.strip("[]").partition(":")
            states[language] = codes.strip()
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
    made: dict[str, dict[str, str]] = {
        "states": states,
        "languages": {"": " ".join(states)},
        "bearers": {word: " ".join(where) for word, where in bearers.items()},
        "renderings": {},
        "names": {word: " ".join(where) for word, where in names.items()},
    }
    for word, those in found.items():
        for name, kind, language, words in sorted(those, key=lambda one: -len(one[3])):
            for table in (made["renderings"], made.setdefault(f"{language} {kind}", {})):
                before = f"{table[word]}|" if word in table else ""
                table[word] = f"{before}{name}\t{kind}\t{language}\t{' '.join(words)}"
    return made


def _key(word: str) -> str:
    return fold(word).casefold()


def states(language: str) -> frozenset[str]:
    """Codes of the states a language of the table is spoken in."""
    return frozenset((_tables()["states"].find(language) or "").split())


@lru_cache(maxsize=1 << 12)
def bearers(given: str) -> frozenset[str]:
    """The languages whose speakers alone bear a given name; none for one the table does not hold."""
    return frozenset((_tables()["bearers"].find(_key(given)) or "").split())


def named(name: str) -> frozenset[str]:
    """The languages in which the table knows the meaning of a name."""
    return frozenset((_tables()["names"].find(_key(name)) or "").split())


@cache
def languages() -> tuple[str, ...]:
    """The sections of the table, in its order."""
    return tuple((_tables()["languages"].find("") or "").split())


@cache
def of_language(language: str, kind: str) -> Mapping[str, Sequence[Meaning]]:
    """The meanings of a section and kind by the first word of the rendering."""
    table = _tables().get(f"{language} {kind}")
    return {word: _meanings(row) for word, row in table.read().items()} if table is not None else {}


def _meanings(row: str) -> tuple[Meaning, ...]:
    return tuple(map(_meaning, row.split("|")))


def _meaning(row: str) -> Meaning:
    name, kind, language, words = row.split("\t")
    return Meaning(name, kind, language, tuple(words.split()))


def known_as(language: str, word: str) -> Meaning | None:
    """The given name of a language that a lower-cased word is the whole rendering of."""
    return next((one for one in of_language(language, "given").get(word, ()) if len(one.words) == 1), None)


def meanings(word: str) -> tuple[Meaning, ...]:
    """The names whose renderings begin with a lower-cased word, those of more words first."""
    row = _tables()["renderings"].find(word)
    return _meanings(row) if row is not None else ()


@cache
def families_in_english() -> frozenset[str]:
    """Words of English that are family names in America too, lower-cased: baker, sands."""
    return frozenset(DATA.joinpath("english_families.txt").read_text(encoding="utf-8").split())
