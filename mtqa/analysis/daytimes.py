"""Dates, months, weekdays and times of day that an English text names, as rules hold them against a source."""

from __future__ import annotations

import re

from mtqa.analysis.numbers import MONTHS, WEEKDAYS, Date, dates
from mtqa.analysis.text import Analysis, Paragraph
from mtqa.lazy import regex
from mtqa.values import dataclass

__all__ = ["Time", "named_months", "named_weekdays", "noon", "times", "written_dates", "zoned"]

_DATE = regex(r"\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|\b\d{4}-\d{1,2}-\d{1,2}\b")
_ZONED = regex(
    r"\b(?:GMT|UTC|EST|EDT|ET|PST|PT|BST|CET|CEST|MSK|JST|local time|Moscow time|Beijing time|standard time)\b"
    r"|МСК|мск|北京时间|当地时间|現地時間|日本時間|현지\s?시간|한국\s?시간|московск|місцев|местн"
    r"|Ortszeit|heure locale|hora local|yerel saat"
)
_BEFORE_MONTH = frozenset(
    "in of since by until till from to last next this early late mid through during for between before after and every "
    "each previous".split()
)
_NO_WEEKDAY = frozenset("black good ash super cyber bloody maundy fat holy palm easter shrove giving".split())
_HALF = regex(
    r"\b(half past|half|quarter past|quarter to) ([a-z]+|\d{1,2})\b(?! (?:of|percent|million|an?)\b)", re.IGNORECASE
)
_HOURS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_PARTS = {"half": 30, "half past": 30, "quarter past": 15, "quarter to": -15}
_CLOCK = regex(
    r"(?<![\d.,:])(\d{1,2})(?::\s?|\.(?=\d\d\s?(?:[ap]\.?m|o['’]clock)))(\d\d)(?![\d:])(?:\s?([ap]\.?\s?m\b\.?|o['’]clock))?"
    r"|(?<![\d.,:$€£])(?<!\d:\s)(\d{1,2})\s?([ap]\.?m\b\.?|o['’]clock)",
    re.IGNORECASE,
)
_TWELVE = regex(r"\b(?:noon|midday|midnight)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day of the target: the minutes since midnight it may mean."""

    minutes: frozenset[int]
    start: int
    end: int


def _by_segment(analysis: Analysis) -> dict[int, list[Date]]:
    found: dict[int, list[Date]] = {}
    for date in dates(analysis.index):
        found.setdefault(date.sentence.segment, []).append(date)
    return found


def written_dates(analysis: Analysis, paragraph: Paragraph) -> list[Date] | None:
    """The dates of a target; `None` where it has one in figures, which may be read in two ways."""
    if _DATE.search(paragraph.text):
        return None
    return analysis.view(_by_segment).get(paragraph.index, [])


def named_months(paragraph: Paragraph) -> list[tuple[int, int, int]]:
    """Names of months without a day, as (1 to 12, start, end)."""
    found = []
    for place, token in enumerate(paragraph.tokens):
        if token.text in MONTHS and token.text not in ("Mar", "Sun"):
            before = paragraph.tokens[place - 1].lower if place else ""
            if before in _BEFORE_MONTH or before.endswith(("-", "mid")):
                found.append((MONTHS[token.text], token.start, token.end))
    return found


def named_weekdays(paragraph: Paragraph) -> list[tuple[int, int, int]]:
    """Weekdays as (0 Monday to 6, start, end); Black Friday is none."""
    found = []
    for place, token in enumerate(paragraph.tokens):
        name = token.text.removesuffix("s") if len(token.text) > 5 else token.text
        if name in WEEKDAYS and len(name) > 4:
            before = paragraph.tokens[place - 1].lower if place else ""
            if before not in _NO_WEEKDAY:
                found.append((WEEKDAYS[name], token.start, token.end))
    return found


def times(paragraph: Paragraph) -> list[Time]:
    """The times of day of a target: 6:30 p.m., 18:30, half past six."""
    found = []
    for one in _CLOCK.finditer(paragraph.text):
        hour, minute = int(one[1] or one[4]), int(one[2] or 0)
        half = (one[3] or one[5] or "").lower()
        if hour > 24 or minute > 59:
            continue
        if half.startswith(("a", "p")) and hour <= 12:
            hours = {hour % 12 + 12 * half.startswith("p")}
        else:
            hours = {hour % 24, (hour + 12) % 24}
        found.append(Time(frozenset(60 * at + minute for at in hours), *one.span()))
    for one in _HALF.finditer(paragraph.text):
        hour = int(one[2]) if one[2].isdecimal() else _HOURS.get(one[2].lower(), 0)
        if 1 <= hour <= 12 and (one[1].lower() != "half" or one[2].isdecimal()):
            minute = _PARTS[one[1].lower()]
            found.append(Time(frozenset((60 * hour + minute + late) % 1440 for late in (0, 720)), *one.span()))
    return found


def noon(paragraph: Paragraph) -> bool:
    """Whether noon or midnight is named."""
    return bool(_TWELVE.search(paragraph.text))


def zoned(*texts: str) -> bool:
    """Whether one of the texts says of which place its times are."""
    return any(_ZONED.search(text) for text in texts)
