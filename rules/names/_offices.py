"""Office holders as a story names them, by the shipped table and the user's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import cache

from mtqa.analysis.offices import Bearer, find_bearers
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.knowledge.holders import UNTIL, shipped
from mtqa.knowledge.people import People, load

_YEAR = re.compile(r"(1\d{3}|20\d\d)(?:s|['’]s)?")


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


@cache
def _bearers(extra: tuple[str, ...]) -> Callable[[Analysis], list[Bearer]]:
    return lambda analysis: list(find_bearers(analysis, _table(extra)))


def bearers(document: Document) -> list[Bearer]:
    """Names with an office the table knows, in reading order."""
    return document.analysis.view(_bearers(document.settings.people))
