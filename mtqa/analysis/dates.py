"""Days of publication, as formats and datelines write them."""

from __future__ import annotations

import datetime
import re

from mtqa.lazy import regex
from mtqa.unicode import pinned

_NAMES = "january february march april may june july august september october november december".split()
_MONTHS = {name: i for i, name in enumerate(_NAMES, 1)} | {name[:3]: i for i, name in enumerate(_NAMES, 1)}
_MONTHS["sept"] = 9

_MONTH = r"(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_FORMS = (
    r"(?<!\d)(?P<y1>[12]\d{3})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d)",
    r"(?P<y2>[12]\d{3})\s?年\s?(?P<m2>\d{1,2})\s?月\s?(?P<d2>\d{1,2})\s?日",
    r"(?<!\d)(?P<d3>\d{1,2})(?:st|nd|rd|th)?[ -]" + _MONTH.format("m3") + r",?[ -](?P<y3>[12]\d{3})(?!\d)",
    r"\b" + _MONTH.format("m4") + r" (?P<d4>\d{1,2})(?:st|nd|rd|th)?,? (?P<y4>[12]\d{3})(?!\d)",
    r"(?<!\d)(?P<a5>\d{1,2})(?P<s5>[/.])(?P<b5>\d{1,2})(?P=s5)(?P<y5>[12]\d{3})(?!\d)",
)
_DATE = regex("|".join(_FORMS), re.IGNORECASE)
_YEAR = regex(r"[12]\d{3}")
_TIME = regex(r"\b\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?)?", re.IGNORECASE)
_WORD = regex(r"[^\W_]+")
#: Words that come with a date and say nothing else.
_COMMON = frozenset(
    "published updated posted date last modified on at by mon tue wed thu fri sat sun monday tuesday wednesday "
    "thursday friday saturday sunday gmt utc bst est edt cst cet cest pst pdt ist jst msk am pm t z".split()
)
_SEPARATORS = frozenset("·|,-–—:/•()[]\t,：")
#: A town, perhaps a country, the date, the agency, a dash: the opening of an agency story.
_OPENING = regex(r"[^\W\d_][\w .'’-]{1,40}(?:, ?[\w .'’-]{1,40}){0,2}, ?$")
_AFTER = regex(r" ?(?:[(/][^()/]{1,60}[)/])? ?[-–—:]")


def find_date(text: str) -> tuple[datetime.date, int, int] | None:
    """First full date in a text with its start and end; day and month must be plain from the numbers."""
    if "1" not in text and "2" not in text:  # cheap
        return None
    text = pinned(text)
    if not _YEAR.search(text):
        return None  # the usual case, quickly
    for match in _DATE.finditer(text):
        day = _day(match)
        if day is not None:
            return day, match.start(), match.end()
    return None


def _day(match: re.Match[str]) -> datetime.date | None:
    groups = match.groupdict()
    for form in "1234":
        if groups[f"y{form}"]:
            month = groups[f"m{form}"].lower()
            number = _MONTHS[month] if month in _MONTHS else int(month)
            return _date(int(groups[f"y{form}"]), number, int(groups[f"d{form}"]))
    first, second = int(groups["a5"]), int(groups["b5"])
    if first > 12 or first == second:
        return _date(int(groups["y5"]), second, first)
    if second > 12:
        return _date(int(groups["y5"]), first, second)
    return None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def parse_date(text: str) -> datetime.date | None:
    """Day of a date or time stamp (ISO 8601, RFC 822, plain English), as written: no change of time zone."""
    text = pinned(text[:100])
    found = find_date(text)
    if found is None:
        match = re.match(r"\s*([12]\d{3})(\d{2})(\d{2})(?:T|\s*$)", text)
        return _date(*map(int, match.groups())) if match else None
    return found[0]


def dateline(text: str) -> datetime.date | None:
    """Day of a paragraph that is a dateline or opens with one.

    A short line that holds a full date, and beside it only a few words set apart by a mark (`London, 22 March
    2017`, `site· 2017-03-22 18:04:39`); or an agency opening (`MOSCOW, March 22, 2017 (Reuters) - …`). A date
    within running words (`Remembering 11 September 2001`) is none.
    """
    found = find_date(text[:200])
    if found is None:
        return None
    text = pinned(text)
    day, start, end = found
    before, after = text[:start], text[end:]
    if _OPENING.match(before) and _AFTER.match(after):
        return day
    if len(text) > 120:
        return None
    timed = bool(_TIME.search(text))
    for side, near in ((before, before.rstrip(" ")[-1:]), (after, after.lstrip(" T")[:1])):
        words = [word for word in _WORD.findall(_TIME.sub(" ", side)) if word.lower() not in _COMMON]
        if len(words) > 4 or (words and not timed and near not in _SEPARATORS):
            return None
    return day
