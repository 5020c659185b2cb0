"""A date or time of day that does not exist, or a weekday that was another.

Why it happens: digits are dropped or swapped on the way, a bare day is joined to the wrong month, `13 pm` keeps the
hour of one clock and the words of the other; and a translator who fills in a weekday may count wrongly.

How it is found: a day its month does not have; a weekday that the calendar contradicts, where the year is given
or the story is dated within two months of the day; hours above 12 with `a.m.`, `p.m.` or `o'clock`.

What it leaves alone: numbers of things after a month (`In June 45 people died`), weekdays without a date near
them, dates before 1800 and of other calendars, and fiscal or school years.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator

from mtqa.analysis.numbers import Date, dates
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    measured=(
        "newstest2020 MT, 520,000 words: no finding",
        "clean English, 224,000 words: no finding",
    ),
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
    "The session ended at 3 p.m.; the train left at 15:40.",
    "Lunch is at 12 o'clock, dinner at 8:30 p.m.",
    "On Tuesday, the company said March 22, 2017 was the day of the fall.",
    Example("The ministers met on Monday, March 20.", date=datetime.date(2017, 3, 22)),
    Example("The match was played on Saturday, June 11.", date=datetime.date(2018, 1, 5)),
    "On Friday 13 March 1307 by the old calendar, nobody worked.",
    "You may 40 times a day ask for March 32 boxes.",
    "It is open from 9 to 17, and a 24 a.m. team of 30 stands by.",
]

_MERIDIEM = ("am", "a.m.", "pm", "p.m.", "o'clock", "o’clock")


@rule.check
def check(document: Document) -> Iterator[Match]:
    index = document.analysis.index
    for date in dates(index):
        if not date.exists:
            if _surely_a_day(date):
                yield Match(
                    date.sentence.segment, date.start, date.end,
                    f"There is no {_day(date)}{f' {date.year}' if date.year else ''}.",
                )  # fmt: skip
        elif date.weekday is not None and date.until is None:
            real = _real_weekday(date, document.date)
            if real is not None and real != date.weekday:
                year = date.year or _nearest(date, document.date).year
                yield Match(
                    date.sentence.segment, date.start, date.end,
                    f"{_day(date)}, {year} was a {calendar.day_name[real]}, not a {calendar.day_name[date.weekday]}.",
                    evidence={"weekday": calendar.day_name[real]},
                )  # fmt: skip
    for sentence, i in document.analysis.find(*_MERIDIEM):
        match = _hour(sentence, i)
        if match is not None:
            yield match


def _day(date: Date) -> str:
    bad = date.day
    if date.until is not None and date.until > (date.day or 0):
        bad = date.until
    return f"{calendar.month_name[date.month]} {bad}"


def _surely_a_day(date: Date) -> bool:
    """Whether the number beside the month is a day and not a number of things."""
    tokens = date.sentence.tokens
    before = tokens[date.first - 1].lower if date.first else ""
    behind = tokens[date.last] if date.last < len(tokens) else None
    if date.year is not None or date.weekday is not None or not tokens[date.last - 1].text[-1].isdigit():
        return before != "in"
    if behind is not None and (behind.text == "-" or behind.kind == "number"):
        return False
    return before in ("on", "since", "until", "by") and (behind is None or behind.kind == "punct" or not behind.space)


def _real_weekday(date: Date, published: datetime.date | None) -> int | None:
    """The weekday of the date by the calendar, if its year is known well enough."""
    if date.year is not None:
        day = date.value()
        return day.weekday() if day is not None and day.year >= 1800 else None
    if published is None:
        return None
    near = _nearest(date, published)
    return near.weekday() if abs((near - published).days) <= 60 else None


def _nearest(date: Date, published: datetime.date | None) -> datetime.date:
    """The day of that month and day nearest to the day of publication."""
    assert published is not None  # only asked for dates without a year where the story has one
    days = [day for shift in (-1, 0, 1) if (day := date.value(published.year + shift)) is not None]
    return min(days, key=lambda day: abs((day - published).days), default=published)


def _hour(sentence: Sentence, i: int) -> Match | None:
    """`15 p.m.`: an hour that its clock does not have."""
    tokens = sentence.tokens
    if not i or tokens[i - 1].kind != "number":
        return None
    if i > 1 and (tokens[i - 2].text in "$€£.,:-–" or tokens[i - 2].lower in ("a", "the")):
        return None
    hour, _, minute = tokens[i - 1].text.partition(":")
    if not hour.isascii() or not hour.isdigit() or len(hour) > 2 or (minute and not minute.isdigit()):
        return None
    limit = 24 if "clock" in tokens[i].lower else 12
    if int(hour) <= limit and (not minute or int(minute[:2]) < 60):
        return None
    if tokens[i].text in ("am", "AM", "PM") and not tokens[i].space:
        return None
    end = tokens[i].end
    message = f"“{tokens[i - 1].text} {tokens[i].text}” is no time of day."
    return Match(sentence.segment, tokens[i - 1].start, end, message, severity="minor" if int(hour) < 24 else None)
