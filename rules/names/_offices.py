"""Office holders as a story names them, by the shipped table and the user's."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import cache

from mtqa.analysis.offices import Bearer, find_bearers
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.knowledge.holders import UNTIL, borne_with, givens, key, other_spelling, reach, shipped
from mtqa.knowledge.people import People, Reach, Term, load
from mtqa.lazy import regex
from mtqa.values import NamedTuple

_YEAR = regex(r"(1\d{3}|20\d\d)(?:s|['’]s)?")


class Misnamed(NamedTuple):
    """A name behind an office that its family name has held, with a given name that nobody of the family bears.

    Attributes:
        bearer: as the story has it.
        holder: of the office and the family name; where several are, one of them.
        other: a holder of the office who bears the given name, or `None`.
        known: the years for which the table knows the office.
        late: whether the story speaks of a day behind them.
    """

    bearer: Bearer
    holder: Term
    other: Term | None
    known: Reach
    late: bool

    @property
    def misspelt(self) -> bool:
        """Whether the given name is only another spelling of the holder's own."""
        own = self.holder.given.split()[:1]
        return any(other_spelling(self.bearer.given[0], given) for given in own)


def table(document: Document) -> People:
    """The shipped table and the user's."""
    return _table(document.settings.people)


@cache
def _table(extra: tuple[str, ...]) -> People:
    people = shipped()
    for path in extra:
        people = people.merge(load(path))
    return people


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


def reaching(known: Reach) -> dict[str, object]:
    """How far the table knows an office, as evidence."""
    return {"known_from": known.first.isoformat(), "known_to": known.last.isoformat()}


@cache
def _bearers(extra: tuple[str, ...]) -> Callable[[Analysis], list[Bearer]]:
    return lambda analysis: list(find_bearers(analysis, _table(extra)))


def bearers(document: Document) -> list[Bearer]:
    """Names with an office the table knows, in reading order."""
    return document.analysis.view(_bearers(document.settings.people))


def misnamed(document: Document) -> Iterator[Misnamed]:
    """Bearers whose given name is wrong, of times that the table knows; in reading order."""
    people = table(document)
    for bearer in bearers(document):
        if not bearer.fitting or borne_with(people, bearer.given, bearer.family):
            continue
        other, holder = mixed(document, bearer, bearer.given[0]) or (None, bearer.fitting[0])
        known = reach(people, holder.office, holder.body)
        days = told(document, bearer.name.sentence)
        assert known is not None  # the table knows the holder
        if days is None or days[0] >= known.first:
            yield Misnamed(bearer, holder, other, known, days is not None and days[1] > known.last)


def mixed(document: Document, bearer: Bearer, given: str) -> tuple[Term, Term] | None:
    """The holder of this given name and the one of the bearer's family name, in one office of one state.

    A title that many states have (president) and that names none needs the state elsewhere in the story.
    """
    for other in givens(table(document)).get(key(given), ()):
        for holder in bearer.fitting:
            if (other.office, other.body) == (holder.office, holder.body) and (
                bearer.body is not None
                or len(bearer.offices) == 1
                or any(mention.code == holder.body for mention in document.analysis.mentions)
            ):
                return other, holder
    return None
