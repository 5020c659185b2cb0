"""Who held which office when: a table of people, read from CSV.

The table is data, not engine: rules ship one, users add their own by configuration, and both are
read by `load`. One row is one term of office. Columns (the header is required, in any order):

    office      an id from `OFFICE_IDS`
    body        ISO 3166 alpha-2 code of a country, or the letters of an organisation (EU, NATO, WHO)
    titles      English titles as printed in news, separated by |
    family      family name as printed; the whole name for people who use one name
    given       given name or names; may be empty
    spellings   other full spellings or orders in use, separated by |; may be empty
    order       given-first or family-first: how English news prints the name
    gender      m or f
    from, to    ISO date, or year and month, or year alone; an empty `to` means still in office
    note        free text, not kept

A partial date covers the whole of the month or year it names, so that a term is never made shorter
than it was. Neighbouring terms may therefore share some days.
"""

from __future__ import annotations

import csv
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TextIO, cast, overload

from mtqa.knowledge.table import Read, Table
from mtqa.lazy import regex
from mtqa.values import NamedTuple, dataclass

Order = Literal["given-first", "family-first"]
Gender = Literal["m", "f"]

OFFICE_IDS = frozenset(
    """
    head_of_state head_of_government deputy_head_of_government vice_president crown_prince
    party_leader presidium_president parliament_speaker opposition_leader
    foreign_minister defence_minister finance_minister interior_minister economy_minister trade_minister
    justice_minister health_minister energy_minister unification_minister central_bank_governor
    secretary_of_state secretary_of_defense treasury_secretary national_security_adviser attorney_general
    homeland_security_secretary cia_director fbi_director director_of_national_intelligence
    commerce_secretary trade_representative un_ambassador press_secretary chief_of_staff
    joint_chiefs_chairman house_speaker senate_majority_leader
    chief_cabinet_secretary security_council_secretary presidential_spokesperson spokesperson
    secretary_general president managing_director director_general executive_director high_commissioner
    commission_president council_president parliament_president high_representative commission_chair
    chair chief_executive prosecutor
    """.split()
)
"""Every office id a table may use."""

# fmt: off
COLUMNS = (
    "office", "body", "titles", "family", "given", "spellings", "order", "gender", "from", "to", "note",
)
# fmt: on
MAX_ROWS = 200_000

_BODY = regex(r"[A-Z]{2,10}")
_DATE = regex(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ß": "ss",
     "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "e", "Ə": "E", "þ": "th", "Þ": "Th", "’": "'", "ʻ": "'"}
)  # fmt: skip
_CHANGE = timedelta(days=60)  # between two holders: caretakers of some weeks are not listed
_PARTICLES = ("al-", "el-", "ad-", "as-", "an-", "ash-")


class PeopleError(ValueError):
    """A table of people that cannot be used; the message names the file, the line and the fault."""


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office for one stretch of time, `start` and `end` included."""

    office: str
    body: str
    titles: tuple[str, ...]
    family: str
    given: str
    spellings: tuple[str, ...]
    order: Order
    gender: Gender
    start: date
    end: date

    @property
    def full_name(self) -> str:
        """The name as English news prints it."""
        parts = (self.family, self.given) if self.order == "family-first" else (self.given, self.family)
        return " ".join(part for part in parts if part)

    @property
    def names(self) -> tuple[str, ...]:
        """The full name and every other spelling, without repeats."""
        return tuple(dict.fromkeys((self.full_name, *self.spellings)))

    @property
    def family_names(self) -> tuple[str, ...]:
        """The family name in every form the table knows: without accents, without al-, as respelt."""
        found = [self.family, fold(self.family)]
        if self.family.lower().startswith(_PARTICLES):
            found.append(self.family.partition("-")[2])
        bare = fold(found[-1]).casefold()
        for spelling in self.spellings:
            words = spelling.split()
            if len(words) > 1 and self.given and bare not in fold(spelling).casefold():
                found.append(words[0] if self.order == "family-first" else words[-1])
        return tuple(dict.fromkeys(found))

    def covers(self, day: date) -> bool:
        """Was the office held on this day?"""
        return self.start <= day <= self.end


class Reach(NamedTuple):
    """How far a table knows the holders of an office.

    Attributes:
        first, last: the days it begins and ends on; before and after them the office is unknown.
        holes: stretches between them for which it knows no holder, as (last day known, first day known).
    """

    first: date
    last: date
    holes: tuple[tuple[date, date], ...]

    def knows(self, start: date, end: date) -> bool:
        """Whether every day from `start` to `end` lies within the reach and outside the holes."""
        if start < self.first or end > self.last:
            return False
        return not any(start < opens and closes < end for closes, opens in self.holes)


class Kept(Sequence[Term]):
    """Terms out of a table that is kept: each is made when it is asked for.

    Args:
        rows: by place in the order of the terms, see `rows`.
    """

    def __init__(self, rows: Table) -> None:
        self._rows = rows
        self._size = len(rows)
        self._made: dict[int, Term] = {}

    @overload
    def __getitem__(self, place: int) -> Term: ...

    @overload
    def __getitem__(self, place: slice) -> list[Term]: ...

    def __getitem__(self, place: int | slice) -> Term | list[Term]:
        """The term of a place of the table, or some of them."""
        if isinstance(place, slice):
            return [self[i] for i in range(*place.indices(len(self)))]
        term = self._made.get(place)
        if term is None:
            row = self._rows.find(str(place if place >= 0 else place + self._size))
            if row is None:
                raise IndexError(place)
            office, body, titles, family, given, spellings, order, gender, start, end = row.split("\t")
            term = self._made[place] = Term(
                office, body, _split(titles), family, given, _split(spellings), cast(Order, order),
                cast(Gender, gender), date.fromordinal(int(start)), date.fromordinal(int(end)),
            )  # fmt: skip
        return term

    def __len__(self) -> int:
        """How many there are."""
        return self._size

    def those(self, places: str) -> tuple[Term, ...]:
        """The terms of some places, with spaces between them."""
        return tuple([self[int(place)] for place in places.split()])


def rows(terms: Iterable[Term]) -> dict[str, str]:
    """The rows of terms by place: their fields parted by tabs, lists by strokes, days as numbers."""
    fields = [
        (one.office, one.body, "|".join(one.titles), one.family, one.given, "|".join(one.spellings), one.order,
         one.gender, str(one.start.toordinal()), str(one.end.toordinal()))
        for one in terms
    ]  # fmt: skip
    return {str(place): "\t".join(row) for place, row in enumerate(fields)}


def places(index: Mapping[str, Iterable[Term]], terms: Iterable[Term]) -> dict[str, str]:
    """An index of terms as their places, see `Kept.those`."""
    known = {id(term): place for place, term in enumerate(terms)}
    return {key: " ".join([str(known[id(term)]) for term in those]) for key, those in index.items()}


@dataclass(frozen=True)
class People:
    """Terms of office, in the order of the table, with the indexes rules ask for (built on first use)."""

    terms: Sequence[Term] = ()

    _INDEXES = ("families", "_full_names", "_titles", "_offices")

    def tables(self) -> dict[str, dict[str, str]]:
        """The rows and their indexes."""
        indexes = {name: places(getattr(self, name), self.terms) for name in self._INDEXES}
        return {"terms": rows(self.terms), **indexes}

    @classmethod
    def of(cls, tables: Mapping[str, Table]) -> People:
        """The same again."""
        terms = Kept(tables["terms"])
        people = cls(terms)
        people.__dict__.update({name: Read(tables[name], terms.those) for name in cls._INDEXES})
        return people

    @cached_property
    def families(self) -> Mapping[str, tuple[Term, ...]]:
        """Terms by family name, case-sensitive: `Merkel`, `Schröder` and also `Schroder`."""
        return _index((name, term) for term in self.terms for name in term.family_names)

    @cached_property
    def _full_names(self) -> Mapping[str, tuple[Term, ...]]:
        return _index((_key(name), term) for term in self.terms for name in term.names)

    @cached_property
    def _titles(self) -> Mapping[str, tuple[Term, ...]]:
        return _index((_key(title), term) for term in self.terms for title in term.titles)

    @cached_property
    def _offices(self) -> Mapping[str, tuple[Term, ...]]:
        return _index((f"{term.office} {term.body}", term) for term in self.terms)

    def by_full_name(self, name: str) -> tuple[Term, ...]:
        """Every term of the people so named; case, spacing and curly apostrophes do not matter."""
        return self._full_names.get(_key(name), ())

    def by_title(self, title: str) -> tuple[Term, ...]:
        """Every term of an office so titled; case, spacing and curly apostrophes do not matter."""
        return self._titles.get(_key(title), ())

    def holders(self, office: str, body: str, day: date) -> tuple[Term, ...]:
        """Who held the office on that day: often one, two about a change, none if the table does not know."""
        return tuple(term for term in self._offices.get(f"{office} {body}", ()) if term.covers(day))

    @cached_property
    def latest(self) -> date:
        """The last day on which the table knows a term to begin or to end; the first of all days if it is empty."""
        return max((_news(term) for term in self.terms), default=date.min)

    def reach(self, office: str, body: str, until: date) -> Reach | None:
        """The days over which the table knows who held an office; `None` if it knows nobody.

        Args:
            office, body: as in `Term`.
            until: the day the table was last brought up to date; a term known to begin or end later moves it.
        """
        terms = sorted(self._offices.get(f"{office} {body}", ()), key=lambda term: term.start)
        if not terms:
            return None
        holes: list[tuple[date, date]] = []
        covered = terms[0].end
        for term in terms[1:]:
            if term.start - covered > _CHANGE:
                holes.append((covered, term.start))
            covered = max(covered, term.end)
        last = max(until, *map(_news, terms))
        if covered < last and last - covered > _CHANGE:
            holes.append((covered, last))
        return Reach(terms[0].start, last, tuple(holes))

    def merge(self, other: People) -> People:
        """Both tables, this one first; a term in both is kept once."""
        return People(tuple(dict.fromkeys((*self.terms, *other.terms))))


def _news(term: Term) -> date:
    """The last thing a term tells of."""
    return term.start if term.end == date.max else term.end


def fold(text: str) -> str:
    """The text in plain letters: `Schröder` to `Schroder`, `Radosław` to `Radoslaw`."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text.translate(_LETTERS))
    return "".join(char for char in apart if not unicodedata.combining(char))


@lru_cache(maxsize=4096)
def date_range(text: str) -> tuple[date, date]:
    """First and last day of `2017`, `2017-02` or `2017-02-01`. Raises ValueError for anything else."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date: write 2017, 2017-02 or 2017-02-01")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        raise ValueError(f"{text!r} is not a day of the calendar") from None


def load(path: str | Path) -> People:
    """The table in this file (UTF-8). Cached until the file changes. Raises PeopleError, OSError."""
    file = Path(path)
    state = file.stat()
    return _load(str(file), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _load(path: str, _changed: int, _size: int) -> People:
    with open(path, encoding="utf-8-sig", newline="") as stream:
        try:
            return read(stream, path)
        except UnicodeDecodeError as error:
            raise PeopleError(f"{path}: not UTF-8 text ({error.reason})") from None


def read(stream: TextIO, name: str = "people table") -> People:
    """The table in this text stream; `name` is put before error messages. Raises PeopleError."""
    rows = csv.reader(stream, strict=True)
    terms: list[Term] = []
    try:
        header = next(rows, [])
        if sorted(header) != sorted(COLUMNS):
            raise ValueError(_header_fault(header))
        places = [header.index(column) for column in COLUMNS]
        cache: dict[str, tuple[str, ...]] = {}
        for row in rows:
            if not row:
                continue
            if len(row) != len(COLUMNS):
                raise ValueError(f"{len(row)} columns where the header has {len(COLUMNS)}")
            if len(terms) >= MAX_ROWS:
                raise ValueError(f"more than {MAX_ROWS} rows")
            terms.append(_term([row[place] for place in places], cache))
    except (ValueError, csv.Error) as error:
        if isinstance(error, UnicodeDecodeError):
            raise
        raise PeopleError(f"{name}:{max(rows.line_num, 1)}: {error}") from None
    return People(tuple(terms))


def _header_fault(header: list[str]) -> str:
    missing = [column for column in COLUMNS if column not in header]
    strange = [column for column in header if column not in COLUMNS]
    if missing:
        return f"no column {', '.join(missing)}; the header must name {', '.join(COLUMNS)}"
    return f"column not known: {', '.join(strange)}" if strange else "a column is named twice"


def _term(row: list[str], cache: dict[str, tuple[str, ...]]) -> Term:
    office, body, titles, family, given, spellings, order, gender, first, last, _note = row
    if office not in OFFICE_IDS:
        raise ValueError(f"office {office!r} is not known")
    if not _BODY.fullmatch(body):
        raise ValueError(f"body {body!r} is not a code of 2 to 10 capital letters")
    if not family.strip():
        raise ValueError("no family name")
    if order not in ("given-first", "family-first"):
        raise ValueError(f"order {order!r} is neither given-first nor family-first")
    if gender not in ("m", "f"):
        raise ValueError(f"gender {gender!r} is neither m nor f")
    start = date_range(first)[0]
    end = date_range(last)[1] if last else date.max
    if end < start:
        raise ValueError(f"the term ends ({last}) before it starts ({first})")
    # Thousands of rows share a few hundred lists of titles: split each once.
    if titles not in cache:
        cache[titles] = _split(titles)
    return Term(
        office, body, cache[titles], family, given, _split(spellings),
        cast(Order, order), cast(Gender, gender), start, end,
    )  # fmt: skip


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in text.split("|")) if part) if text else ()


def _key(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


def _index(pairs: Iterable[tuple[str, Term]]) -> Mapping[str, tuple[Term, ...]]:
    lists: dict[str, list[Term]] = {}
    for key, term in pairs:
        lists.setdefault(key, []).append(term)
    return MappingProxyType({key: tuple(terms) for key, terms in lists.items()})
