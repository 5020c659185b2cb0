"""A date or time of day that does not exist, or a weekday that was another.

Why it happens: digits are dropped or swapped on the way, a bare day is joined to the wrong month, `13 pm` keeps the
hour of one clock and the words of the other; and a translator who fills in a weekday may count wrongly.

How it is found: a day its month does not have; a weekday that the calendar contradicts, where the year is given
or the story is dated within two months of the day; hours above 12 with `a.m.`, `p.m.` or `o'clock`.

What it leaves alone: numbers of things after a month (`In June 45 people died`), weekdays without a date near
them, dates before 1800 and of other calendars, and fiscal or school years.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from mtqa.analysis.numbers import Date, dates
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import MERIDIEM
from mtqa.knowledge.places import MONTH_NAMES, WEEKDAY_NAMES
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
)

BAD = [
    "The talks began on [[February 30]], the agency said.",
    "He was born on [[31 April 1956]].",
    "They met on [[Tuesday, March 22, 2017]].",
    "The treaty was signed on [[February 29, 2015]].",
    "The session ended at [[15 p.m.]] on Friday.",
    "The bus left at [[25 o'clock]].",
    Example("The ministers met on [[Monday, March 20]].", date=datetime.date(2018, 3, 22)),
    "The meeting of [[September 31st]] was put off.",
]
GOOD = [
    "The talks began on February 28, and ended on March 31.",
    "They met on Wednesday, March 22, 2017.",
    "On February 29, 2016 they met again.",
    "In June 45 people died there, and in February 30 fell ill.",
    "Their album, June 45, was praised; on June 45 people sang it.",
    "The session ended at 3 p.m.; the train left at 15:40.",
    "Lunch is at 12 o'clock, dinner at 8:30 p.m.",
    "On Tuesday, the company said March 22, 2017 was the day of the fall.",
    Example("The ministers met on Monday, March 20.", date=datetime.date(2017, 3, 22)),
    Example("The match was played on Saturday, June 11.", date=datetime.date(2018, 1, 5)),
    "On Friday 13 March 1307 by the old calendar, nobody worked.",
    "You may 40 times a day ask for March 32 boxes.",
    "It is open from 9 to 17, and a 24 a.m. team of 30 stands by.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag days and weekdays no calendar has, then hours no clock has."""
    for date in dates(document.analysis.index):
        if not date.exists:
            if _surely_a_day(date):
                yield date.sentence.match(
                    date.first, date.last - 1, f"There is no {_day(date)}{f' {date.year}' if date.year else ''}."
                )
        elif date.weekday is not None and date.until is None:
            real = _real(date, document.date)
            if real is not None and real.weekday() != date.weekday:
                right, said = WEEKDAY_NAMES[real.weekday()], WEEKDAY_NAMES[date.weekday]
                message = f"{_day(date)}, {real.year} was a {right}, not a {said}."
                yield date.sentence.match(date.first, date.last - 1, message, evidence={"weekday": right})
    for sentence, i in document.analysis.find(*MERIDIEM, "o'clock", "o’clock"):
        hour = _impossible_hour(sentence, i)
        if hour is not None:
            message = f"“{sentence.text(i - 1, i)}” is no time of day."
            yield sentence.match(i - 1, i, message, severity="minor" if hour < 24 else None)


def _day(date: Date) -> str:
    return f"{MONTH_NAMES[date.month - 1]} {max(date.day or 0, date.until or 0)}"


def _surely_a_day(date: Date) -> bool:
    """Whether the number beside the month is a day and not a number of things."""
    before, behind = date.sentence.at(date.first - 1).lower, date.sentence.at(date.last)
    if date.year is not None or date.weekday is not None or not date.sentence.tokens[date.last - 1].text[-1].isdigit():
        return before != "in"
    goes_on = behind.text == "-" or behind.kind in ("number", "word")
    return before in ("on", "since", "until", "by") and not goes_on


def _real(date: Date, published: datetime.date | None) -> datetime.date | None:
    """The day by the calendar, if its year is known well enough: given, or within two months of publication."""
    if date.year is not None:
        day = date.value()
        return day if day is not None and day.year >= 1800 else None
    if published is None:
        return None
    days = [day for shift in (-1, 0, 1) if (day := date.value(published.year + shift)) is not None]
    near = [day for day in days if abs((day - published).days) <= 60]
    return near[0] if near else None


_NO_HOUR = (*"$€£.,:-–", "a", "the", "A", "The")  # before a number that is no hour
_HOUR = regex(r"(\d{1,2})(?::(\d\d))?", re.ASCII)


def _impossible_hour(sentence: Sentence, i: int) -> int | None:
    """The hour of `15 p.m.`, which its clock does not have."""
    before, mark = sentence.at(i - 2), sentence.tokens[i]
    found = _HOUR.fullmatch(sentence.at(i - 1).text)
    if found is None or before.text in _NO_HOUR:
        return None
    hour = int(found[1])
    return hour if hour > (24 if "clock" in mark.lower else 12) or int(found[2] or 0) > 59 else None
