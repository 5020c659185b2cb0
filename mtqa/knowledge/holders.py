"""Office holders: what a title stands for, who bears a name, and whether two names may be one person's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Generic, TypeVar

from mtqa.kept import kept
from mtqa.knowledge.data import DATA
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import Kept, People, Reach, Term, fold, load, places
from mtqa.knowledge.places import party
from mtqa.knowledge.similar import distance
from mtqa.knowledge.table import Read, tables
from mtqa.knowledge.translit import squeeze
from mtqa.lazy import regex

#: The last day of the shipped table: after it every office is unknown.
UNTIL = datetime.date(2025, 12, 31)


def _lines(name: str) -> list[str]:
    text = DATA.joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


#: Family names so usual in English that a title alone does not say which bearer is meant.
USUAL = frozenset(" ".join(_lines("usual_families.txt")).split())


@cache
def _namesakes() -> dict[str, list[str]]:
    """Given names by family name of people who bear a holder's family name and are somebody else."""
    pairs = (line.split(": ", 1) for line in _lines("namesakes.txt"))
    return {family: given.split() for family, given in pairs}


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for line in _lines("nicknames.txt"):
        words = line.casefold().split()
        for word in words:
            groups.setdefault(fold(word), set()).update(fold(other) for other in words)
    return {word: frozenset(group) for word, group in groups.items()}


@tables("people")
def _tables() -> dict[str, dict[str, str]]:
    """The shipped table, and what is asked of every table."""
    people = load(DATA / "people.csv")
    titles = {title: "|".join(sorted(map(" ".join, pairs))) for title, pairs in _titles(people).items()}
    offices = {office: " ".join(map(str, those)) for office, those in _by_office(people).items()}
    return {**people.tables(), "givens": places(givens(people), people.terms), "titles": titles, "offices": offices}


@kept("name-parts")
def _name_parts() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return name_parts(load(DATA / "people.csv"))


@cache
def shipped() -> People:
    """The shipped table."""
    made = _tables()
    found = People.of(made)
    assert isinstance(found.terms, Kept)
    givens.made[id(found)] = found, Read(made["givens"], found.terms.those)
    _titles.made[id(found)] = found, Read(made["titles"], _pairs)
    _by_office.made[id(found)] = found, Read(made["offices"], lambda those: [int(place) for place in those.split()])
    name_parts.made[id(found)] = found, _name_parts()
    return found


def _pairs(offices: str) -> frozenset[tuple[str, str]]:
    return frozenset([(office, body) for office, _, body in (one.partition(" ") for one in offices.split("|"))])


def reach(people: People, office: str, body: str) -> Reach | None:
    """The days over which the table knows who held an office."""
    return people.reach(office, body, UNTIL)


_Made = TypeVar("_Made")


class once(Generic[_Made]):  # noqa: N801 - a decorator
    """A function of the table computed once a table: by identity, for its thousands of rows are slow to hash.

    Attributes:
        made: by the identity of a table: the table, and what was made of it.
    """

    def __init__(self, function: Callable[[People], _Made]) -> None:
        self._function = function
        self.made: dict[int, tuple[People, _Made]] = {}

    def __call__(self, people: People) -> _Made:
        """What the function makes of a table."""
        found = self.made.get(id(people))
        if found is None:
            found = self.made[id(people)] = (people, self._function(people))
        return found[1]


@once
def givens(people: People) -> Mapping[str, tuple[Term, ...]]:
    """Terms by first given name, folded and lower-cased; family-first people left out."""
    found: dict[str, list[Term]] = {}
    for term in people.terms:
        if term.given and term.order == "given-first":
            if not term.spellings:
                found.setdefault(key(term.given.split()[0]), []).append(term)
                continue
            for name in term.names:
                words = name.split()
                if len(words) > 1 and fold(words[-1]) == fold(term.family.split()[-1]):
                    found.setdefault(key(words[0]), []).append(term)
    return {word: tuple(dict.fromkeys(terms)) for word, terms in found.items()}


def key(word: str) -> str:
    """A name as it is compared: no accents, no case."""
    return fold(word).casefold()


def _key(words: list[str]) -> str:
    return " ".join(words).replace("’", "'").casefold()


@once
def _titles(people: People) -> Mapping[str, frozenset[tuple[str, str]]]:
    """What each title of the table stands for."""
    found: dict[str, set[tuple[str, str]]] = {}
    # thousands of terms share a few hundred lists of titles
    for office, body, titles in dict.fromkeys((term.office, term.body, term.titles) for term in people.terms):
        for title in titles:
            found.setdefault(_key(title.split()), set()).add((office, body))
    return {title: frozenset(pairs) for title, pairs in found.items()}


def stated(words: list[str], last: bool = False) -> tuple[str, int] | None:
    """The state or body that words begin or, with `last`, end with: its code, and how many words name it."""
    for size in (3, 2, 1):
        if len(words) >= size:
            code = party(" ".join(words[-size:] if last else words[:size]))
            if code is not None:
                return code, size
    return None


def same_given(one: str, other: str) -> bool:
    """Whether two given names may be one: an initial, a nickname, another spelling of the same."""
    a, b = key(one).rstrip("."), key(other).rstrip(".")
    if a == b or not a or not b:
        return True
    if (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        return True
    if len(a) == 2 and a.isalpha() and one.isupper():
        return True  # J.D., initials
    if b in _nicknames().get(a, ()):
        return True
    a2, b2 = a.replace("-", ""), b.replace("-", "")
    if a2.startswith(b2) or b2.startswith(a2):
        return True
    return a2[:2] == b2[:2] and abs(len(a2) - len(b2)) <= 2 and sum(x != y for x, y in zip(a2, b2, strict=False)) <= 2


def other_spelling(one: str, other: str) -> bool:
    """Whether a given name is another, perhaps a wrong, spelling of the other: `Wolodymyr` of Volodymyr."""
    a, b = key(one), key(other)
    limit = 2 if min(len(a), len(b)) > 5 else 1
    return distance(a, b, limit) <= limit


def borne_with(people: People, given: tuple[str, ...], family: str) -> bool:
    """Whether the table or the list of namesakes knows anybody of these names together."""
    full = " ".join((*given, family))
    if people.by_full_name(full) or full in people.families:
        return True
    named = list(_namesakes().get(fold(family), ()))
    for term in people.families.get(family, ()):
        if term.order == "family-first":
            return True  # which word is the family name is not sure
        named += term.given.split()
        for spelling in term.spellings:
            named += [word for word in spelling.split() if word != family]
    return any(same_given(word, other) for word in given for other in named)


def rarity(word: str) -> float:
    """How rare a name is in English text: 0 for the commonest word, 17 and more for what hardly occurs."""
    logprob = english().logprob(word)
    return 22.0 if logprob is None else -logprob


@once
def _by_office(people: People) -> Mapping[str, list[int]]:
    """Places in the table of the holders of every office."""
    found: dict[str, list[int]] = {}
    for place, term in enumerate(people.terms):
        found.setdefault(f"{term.office} {term.body}", []).append(place)
    return found


def holders(people: People, offices: frozenset[tuple[str, str]]) -> list[Term]:
    """Who holds or held one of the offices, in the order of the table."""
    known = _by_office(people)
    return [
        people.terms[place] for place in sorted(place for pair in offices for place in known.get(" ".join(pair), ()))
    ]


#: States whose own script is not Latin: their names are spelt in several ways.
OTHER_SCRIPT = frozenset(
    "RU UA BY KZ KG UZ TJ TM AM GE BG RS MK MN GR CY IL EG SA AE QA KW BH OM YE IQ SY JO LB PS LY TN DZ MA SD IR AF PK "
    "BD LK NP MM TH KH LA ET ER SU".split()
)


_VARIANTS = (
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("ck", "k"), ("c", "k"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ye", "e"), ("yo", "o"), ("io", "o"), ("ia", "a"), ("iu", "u"), ("yu", "u"), ("ya", "a"),
    ("iy", "i"), ("y", "i"), ("ii", "i"), ("zh", "j"), ("sch", "sh"), ("tch", "ch"), ("w", "v"), ("e", "i"), ("o", "u"),
)  # fmt: skip


_DOUBLED = regex(r"(.)\1")


def plain_spelling(letters: str) -> str:
    """A name with the spellings that are matters of taste made one."""
    for one, other in _VARIANTS:
        letters = letters.replace(one, other)
    return _DOUBLED.sub(r"\1", letters)


def shortened_to(one: str, other: str) -> bool:
    """Whether the shorter of two sounds is the longer one with a consonant or two left out."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) > 1 and len(long) - len(short) < 3 and all(letter in rest for letter in short)


def title_offices(
    people: People, words: list[str], body: str | None = None
) -> tuple[frozenset[tuple[str, str]], str | None]:
    """What a title stands for: (office, body) pairs, and the body it names.

    Args:
        words: of the title.
        body: where something before the title names it: Russia's president.
    """
    rest = words
    if body is None:
        found_body = stated(words[:-1])
        if found_body is not None:
            body, rest = found_body[0], words[found_body[1] :]
        if body is None and len(words) > 1 and words[0] in ("South", "North") and words[1] == "Korean":
            body, rest = ("KR" if words[0] == "South" else "KP"), words[2:]
    known = _titles(people)
    none: frozenset[tuple[str, str]] = frozenset()
    whole, found = known.get(_key(words), none), known.get(_key(rest), none)
    if body is not None:
        found = frozenset(pair for pair in found if pair[1] == body)
        if rest is words:
            return found, body
    return whole | found, body  # a title with its state may be two states': Congolese President


@once
def name_parts(people: People) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The spellings of people of two parts or more, by the first word and by all letters (`squeeze`) of the name."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for term in people.terms:
        name = term.full_name
        if (term.order == "family-first" or "-" in term.given) and term.given and len(name) > 6:
            entry = found.setdefault(re.split("[ -]", name)[0].lower(), {})
            entry[squeeze(name)] = (*entry.get(squeeze(name), ()), *term.names)
    return found
