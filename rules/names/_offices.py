"""Office holders as a story names them: which office a title stands for, and whom the table knows in it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

from mtqa.analysis.names import Name
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.similar import distance
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import People, Reach, Term, fold, load
from mtqa.knowledge.places import party
from mtqa.knowledge.words import POSSESSIVES

#: Words that take an office away from its holder or lend it to somebody else.
_ASIDE = frozenset(
    "former ex then deputy acting vice shadow late future designate elect incoming outgoing next caretaker interim "
    "assistant under previous one-time onetime ex-president ex-prime adviser aide spokesman spokeswoman wife "
    "husband son daughter brother sister alternate rival predecessor successor state regional provincial".split()
)
#: Whoever these stand for has a president, a chairman, a minister of its own.
_OWNERS = POSSESSIVES | {"whose"}
#: Family names so usual in English that a title alone does not say which bearer is meant.
USUAL = frozenset(
    "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Thomas Moore Martin Jackson Thompson "
    "White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter "
    "Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Rogers Reed Cook Morgan "
    "Bell Murphy Bailey Cooper Richardson Cox Howard Ward Peterson Gray James Watson Brooks Kelly Sanders Price "
    "Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes Washington Butler "
    "Simmons Foster Gonzales Bryant Alexander Russell Griffin Hayes Ford Hamilton Graham Sullivan Wallace Woods "
    "Cole West Jordan Owens Reynolds Fisher Ellis Harrison Gibson Marshall Murray Freeman Wells Webb Simpson Hunter "
    "Henry Mason Kennedy Burns Gordon Shaw Holmes Rice Robertson Black Palmer Rose Stone Hawkins Dunn Perkins "
    "Hudson Spencer Payne Pierce Berry Matthews Arnold Wagner Willis Ray Watkins Olson Carroll Duncan Snyder Hart "
    "Cunningham Bradley Lane Andrews Ruiz Harper Fox Riley Armstrong Carpenter Weaver Greene Lawrence Elliott "
    "Sims Austin Peters Kelley Franklin Lawson Fields Major May Lee Kim Park Khan Ali Hassan Ahmed Singh Kumar "
    "Garcia Rodriguez Martinez Hernandez Lopez Gonzalez Perez Sanchez Ramirez Torres Flores Rivera Gomez Diaz Cruz "
    "Reyes Morales Ortiz Gutierrez Santos Silva Costa Fernandez Schmidt Müller Muller Schneider Fischer Weber Meyer "
    "Bush Clinton Reid Straw Hunt Hammond Fallon Blunkett Balls Hague Hurd Clarke Cameron".split()
)
_DATA = Path(__file__).parents[1] / "data"
#: The last day of the shipped table: after it every office is unknown.
UNTIL = datetime.date(2025, 12, 31)
#: What goes on a name that looks ended: Abdul Hamid al-Dbeibah.
_GOES_ON = re.compile(r"[a-z]{1,5}[-'’][A-ZÀ-Þ]")
_YEAR = re.compile(r"(1\d{3}|20\d\d)(?:s|['’]s)?")


def _lines(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


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


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name behind a title the table knows.

    Attributes:
        name: as the story has it.
        title: the title's words.
        offices: (office, body) pairs it may stand for.
        body: code of the state or body the title names, or `None`.
        given: the words before the family name; empty if there is only a family name.
        family: the last word.
        terms: all terms the table has under the family name.
    """

    name: Name
    title: str
    offices: frozenset[tuple[str, str]]
    body: str | None
    given: tuple[str, ...]
    family: str
    terms: tuple[Term, ...]

    @property
    def fitting(self) -> tuple[Term, ...]:
        """Terms of the family name in the office named."""
        return tuple(term for term in self.terms if (term.office, term.body) in self.offices)

    @property
    def full(self) -> str:
        """Given and family name."""
        return " ".join((*self.given, self.family))


_seen: WeakKeyDictionary[Analysis, list[Bearer]] = WeakKeyDictionary()


def table(document: Document) -> People:
    """The shipped table and the user's."""
    return _table(document.settings.people)


def _shipped() -> People:
    return load(_DATA / "people.csv")


@cache
def _table(extra: tuple[str, ...]) -> People:
    people = _shipped()
    for path in extra:
        people = people.merge(load(path))
    return people


def reach(people: People, office: str, body: str) -> Reach | None:
    """The days over which the table knows who held an office."""
    return people.reach(office, body, UNTIL)


def too_late(document: Document) -> str | None:
    """Why the table cannot judge a document: it is dated after the last day that the table tells of."""
    last = max((UNTIL, *(load(path).latest for path in document.settings.people)))
    if document.date is None or document.date <= last:
        return None
    return f"its table of office holders reaches to {last}, the document is dated {document.date}"


def told(document: Document, sentence: Sentence) -> tuple[datetime.date, datetime.date] | None:
    """The days a sentence speaks of, as far as it says: the years it names, else the date of the document."""
    years = [int(match[1]) for token in sentence.tokens if (match := _YEAR.fullmatch(token.text))]
    if years:
        return datetime.date(min(years), 1, 1), datetime.date(max(years), 12, 31)
    return None if document.date is None else (document.date, document.date)


def years(document: Document) -> list[int]:
    """All years that the document names."""
    return [int(match[1]) for token in document.analysis.index if (match := _YEAR.fullmatch(token))]


_Made = TypeVar("_Made")


def once(function: Callable[[People], _Made]) -> Callable[[People], _Made]:
    """A function of the table computed once a table: by identity, for its thousands of rows are slow to hash."""
    made: dict[int, tuple[People, _Made]] = {}

    @wraps(function)
    def remembered(people: People) -> _Made:
        found = made.get(id(people))
        if found is None:
            found = made[id(people)] = (people, function(people))
        return found[1]

    return remembered


@once
def givens(people: People) -> dict[str, tuple[Term, ...]]:
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


def bearers(document: Document) -> list[Bearer]:
    """Names with an office the table knows, former, acting and deputy ones left out, in reading order."""
    analysis = document.analysis
    found = _seen.get(analysis)
    if found is None:
        found = _seen[analysis] = list(_bearers(document))
    return found


def _bearers(document: Document) -> Iterator[Bearer]:
    people = table(document)
    for name in document.analysis.names:
        if name.titles is None:
            continue
        words = name.words
        if not 1 <= len(words) <= 4:
            continue
        terms = people.families.get(words[-1], ())
        if not terms:
            continue
        tokens = name.sentence.tokens
        lead, first = name.titles
        if _set_aside(tokens, lead, first, name.last):
            continue
        offices, body = _offices(people, tokens, lead, first)
        if offices:
            title = " ".join(t.text for t in tokens[lead:first])
            yield Bearer(name, title, offices, body, tuple(words[:-1]), words[-1], terms)


def office_of(people: People, name: Name) -> tuple[frozenset[tuple[str, str]], str | None]:
    """What the title of a name stands for: (office, body) pairs and the body it names; nothing for former holders."""
    tokens = name.sentence.tokens
    if name.titles is None or _set_aside(tokens, *name.titles, name.last):
        return frozenset(), None
    return _offices(people, tokens, *name.titles)


def _set_aside(tokens: list[Token], lead: int, first: int, last: int) -> bool:
    """Whether the title is said of somebody who does not hold it, or of a part of a state."""
    for token in tokens[max(0, lead - 3) : first]:
        if token.lower in _ASIDE and not (token.lower == "state" and token.index >= lead):
            return True
        if token.lower.startswith(("ex-", "vice-", "then-")) or token.lower in ("vice", "deputy"):
            return True
    if lead:
        before = tokens[lead - 1]
        if not tokens[lead].capitalised and (before.lower in _OWNERS or english().tags(before.lower)[:1] == "N"):
            return True  # its president, the party president, the defence committee chairman
        # Kansas Secretary of State, Exxon President: a body the table does not hold
        if before.kind == "word" and before.capitalised and before.text not in STARTERS and party(before.text) is None:
            return True
        if before.text in ("-", "–") and not before.space:
            return True
    after = tokens[last : last + 2]
    if after and after[0].space and _GOES_ON.match(after[0].text):
        return True
    if after and after[0].text in ("-", "–", "and", "&", "/") and not after[0].space:
        return True
    # President Bush of Harvard: another body follows
    return len(after) > 1 and after[0].lower == "of" and after[1].capitalised


def _offices(
    people: People, tokens: list[Token], lead: int, first: int
) -> tuple[frozenset[tuple[str, str]], str | None]:
    """What a title stands for: (office, body) pairs, and the body it names."""
    words = [t.text for t in tokens[lead:first] if t.text != "."]
    body = None
    if lead > 1 and tokens[lead - 1].kind == "clitic":
        body = _body([t.text for t in tokens[max(0, lead - 4) : lead - 1]], last=True)
        if body is None:
            return frozenset(), None  # the bank's president, Ohio's secretary of state
    rest = words
    if body is None:
        for size in (3, 2, 1):
            if len(words) > size and party(" ".join(words[:size])) is not None:
                body, rest = party(" ".join(words[:size])), words[size:]
                break
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


def _key(words: list[str]) -> str:
    return " ".join(words).replace("’", "'").casefold()


@once
def _titles(people: People) -> dict[str, frozenset[tuple[str, str]]]:
    """What each title of the table stands for."""
    found: dict[str, set[tuple[str, str]]] = {}
    # thousands of terms share a few hundred lists of titles
    for office, body, titles in dict.fromkeys((term.office, term.body, term.titles) for term in people.terms):
        for title in titles:
            found.setdefault(_key(title.split()), set()).add((office, body))
    return {title: frozenset(pairs) for title, pairs in found.items()}


def _body(words: list[str], last: bool) -> str | None:
    for size in (3, 2, 1):
        if len(words) >= size:
            code = party(" ".join(words[-size:] if last else words[:size]))
            if code is not None:
                return code
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
