"""Days, weekdays, times of day and years of other eras in a source, by the ways its language has of writing them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.analysis.source import SourceSegment
from mtqa.analysis.source.digits import known_language, western
from mtqa.knowledge.calendars import Calendar, calendar
from mtqa.knowledge.numerals import numerals
from mtqa.lazy import regex
from mtqa.values import dataclass

__all__ = ["Clock", "Day", "EraYear", "clocks", "days", "era_years", "weekdays"]


@dataclass(frozen=True, slots=True)
class Day:
    """A date of the source.

    Attributes:
        day: 1 to 31, or `None` where only a month is named.
        month: 1 to 12, or `None` where only the day is given (14日).
        year: as written, or `None`.
        start, end: code points.
    """

    day: int | None
    month: int | None
    year: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: the minutes since midnight it may mean, both halves of the day where that is not said."""

    minutes: frozenset[int]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EraYear:
    """A year that is counted otherwise.

    Attributes:
        year: as written.
        name: of the era, in English.
        years: of the Gregorian calendar that it lies in.
        start, end: code points.
    """

    year: int
    name: str
    years: tuple[int, ...]
    start: int
    end: int


_EAST = {"zh", "ja", "ko"}
_HAN = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"元": 1, "零": 0}
_N = r"(\d{1,2}|[〇一二三四五六七八九十]{1,3})"
_FULL_EAST = regex(
    r"(?:(?<!\d)(\d{4}|\d{2}|[〇零一二三四五六七八九]{4}|元)\s?[年년]\s?)?(?<![\d.])(\d{1,2}|十?[一二三四五六七八九十])\s?[月월]\s?"
    r"(?:(\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号號일](?![間간])|(?:(\d{1,2})[日号號]))?"
)
_DAY_EAST = regex(
    r"(?<![\d.月월])(\d{1,2})\s?(?:[日号號](?![間线線楼樓院店馆館机機令])"
    r"|일(?=[은에의 ,까부오밤새아저])(?!\s?간))"
)
_NUMERIC = regex(
    r"(?<![\d./:-])(?:(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)(?![./-]\d)|(\d{4})([./-])(\d{1,2})\6(\d{1,2})(?!\d)(?![./-]\d))"
)
_WORD = regex(r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0900-\u0dff\u200c])+(?:[’'][^\W\d_]+)?")
_BEFORE = regex(
    r"(?<![\d.,:])(\d{1,2})(?:\s?[-–—]\s?\d{1,2})?(?:\.|º|°|er|ª|-?(?:го|е|й|ого|е|та|ва)|ου|-е)?\s{0,2}(?:de\s|d['’]|del\s|da\s|von\s|an\s)?$"
)
_AFTER = regex(
    r"\s{0,2}(\d{1,2})(?![\d:])(?![.,]\d)(?:\s?[-–—]\s?\d{1,2})?(?:-?(?:га|а|е|én|i|jén|án|ai|ei|osios|oji))?\.?(?!\s?%)"
)
_YEAR_AFTER = regex(r"[\s,.]{1,3}(?:de(?:l)?\s|do\sano\s|року\s|عام\s|năm\s)?(\d{4})(?!\d)")
_YEAR_BEFORE = regex(r"(?<!\d)(\d{4})(?:\.|\s?m\.|\.\s?gada?)?\s{0,2}(?:gada\s)?$")
_VIETNAMESE = regex(
    r"(?:ngày\s(?:mùng\s|mồng\s)?(\d{1,2})\s?(?:tháng\s|[/-])\s?(\d{1,2})(?:\s?(?:năm\s|[/-])\s?(\d{4}))?|(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])"
    r"|tháng\s(\d{1,2})(?:(?:\snăm\s|[/-])(\d{4}))?)", re.IGNORECASE
)  # fmt: skip
_DOTTED = regex(r"(?<![\d.,:])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)")
_DOTTED_IN = frozenset("de cs fi et is lv sk hr sl no da nb tr".split())
_DAY_FIRST = frozenset(
    "ru uk de fr es pt it pl nl cs fi et lt ro tr vi ar he hi lv is sv kk gu bg el da no sk hr sr sl".split()
)


def _han(text: str) -> int:
    """A small number in digits or Han characters."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return 10 * (_HAN.get(tens, 1) if tens else 1) + (_HAN.get(ones, 0) if ones else 0)
    return int("".join(str(_HAN.get(char, 0)) for char in text) or "0")


@lru_cache(maxsize=64)
def days(segment: SourceSegment) -> tuple[Day, ...]:
    """The dates of a source, in order."""
    text = western(segment.text)
    found: list[Day] = []
    if known_language(segment) in _EAST:
        found.extend(_eastern(text))
    elif known_language(segment) == "vi":
        found.extend(_vietnamese(text))
    known = calendar(known_language(segment))
    if known is not None and known_language(segment) not in _EAST:
        found.extend(_named(text, known, known_language(segment)))
    for one in _NUMERIC.finditer(text):
        if one[5]:
            year, month, day = int(one[5]), int(one[7]), int(one[8])
        else:
            day, month, year = int(one[1]), int(one[3]), int(one[4])
            if known_language(segment) in _EAST:
                year, month, day = day + 2000, month, year
        if month > 12 >= day:
            day, month = month, day
        told = bool(one[5]) or known_language(segment) in _DAY_FIRST or day > 12  # else 3/4 may be either
        if told and 1 <= month <= 12 and 1 <= day <= 31:
            found.append(Day(day, month, year if year > 99 else None, *one.span()))
    if known_language(segment) in _DOTTED_IN:
        for one in _DOTTED.finditer(text):
            day, month = int(one[1]), int(one[2])
            if (
                1 <= month <= 12
                and 1 <= day <= 31
                and not any(other.start <= one.start() < other.end for other in found)
            ):
                found.append(Day(day, month, None, *one.span()))
    found.sort(key=lambda one: (one.start, -one.end))
    return tuple(found)


def _eastern(text: str) -> Iterator[Day]:
    taken: list[range] = []
    for one in _FULL_EAST.finditer(text):
        month = _han(one[2])
        day = _han(one[3] or one[4]) if one[3] or one[4] else None
        if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
            continue
        year = _han(one[1]) if one[1] and len(one[1]) == 4 else None
        taken.append(range(*one.span()))
        yield Day(day, month, year, *one.span())
    for one in _DAY_EAST.finditer(text):
        if 1 <= int(one[1]) <= 31 and not any(one.start() in span for span in taken):
            yield Day(int(one[1]), None, None, *one.span())


def _vietnamese(text: str) -> Iterator[Day]:
    for one in _VIETNAMESE.finditer(text):
        if one[6]:
            yield Day(None, int(one[6]), int(one[7]) if one[7] else None, *one.span())
        else:
            day, month = int(one[1] or one[4]), int(one[2] or one[5])
            if 1 <= day <= 31 and 1 <= month <= 12:
                yield Day(day, month, int(one[3]) if one[3] else None, *one.span())


@lru_cache(maxsize=1 << 13)  # a few thousand words make up most of all texts
def _month(word: str, language: str | None) -> int | None:
    """The month that a word in small letters names, what stands behind an apostrophe left out."""
    known = calendar(language)
    if known is None:
        return None
    return known.month(re.split("['’]", word, maxsplit=1)[0]) or known.month(word)


def _named(text: str, known: Calendar, language: str | None) -> Iterator[Day]:
    """Dates around the names of months."""
    lower = text.lower()
    words = list(_WORD.finditer(lower)) if len(lower) == len(text) else []
    for place, word in enumerate(words):
        month = _month(word.group(), language)
        if month is None and place + 1 < len(words):
            month = known.months.get(f"{word.group()} {words[place + 1].group()}")
        if month is None:
            continue
        start, end = word.span()
        day = _BEFORE.search(text, max(0, start - 12), start)
        after = None if day else _AFTER.match(text, end)
        number = int(day[1]) if day else int(after[1]) if after else None
        if number is not None and not 1 <= number <= 31:
            number = None
        if number is not None:
            start, end = (day.start(), end) if day else (start, after.end() if after else end)
        if (
            number is None
            and len(word.group()) < 5
            and (words_of := numerals(language))
            and words_of.word(word.group())
        ):
            continue  # sept
        year = _YEAR_AFTER.match(text, end) or _YEAR_BEFORE.search(text, max(0, start - 12), start)
        if year:
            start, end = min(start, year.start(1)), max(end, year.end(1))
        yield Day(number, month, int(year[1]) if year else None, start, end)


_WEEK_EAST = regex(
    r"(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])(?![年岁个])|([月火水木金土日])曜|[（(]([月火水木金土日])[）)]|([월화수목금토일])요일|\(([월화수목금토일])\)"
)
_WEEK_LIST = regex(r"(?:星期|周|週)[一二三四五六日](?:[、至到和—–-](?:周|週)?[一二三四五六日天]){1,5}")
_WEEK = {
    "一": 0,
    "二": 1,
    "三": 2,
    "四": 3,
    "五": 4,
    "六": 5,
    "日": 6,
    "天": 6,
    "月": 0,
    "火": 1,
    "水": 2,
    "木": 3,
    "金": 4,
    "土": 5,
} | {char: number for number, char in enumerate("월화수목금토일")}


@lru_cache(maxsize=64)
def weekdays(segment: SourceSegment) -> tuple[tuple[int, int, int], ...]:
    """The weekdays a source names, as (0 Monday to 6, start, end)."""
    text = segment.text
    found: list[tuple[int, int, int]] = []
    if known_language(segment) in _EAST:
        for one in _WEEK_EAST.finditer(text):
            char = next(filter(None, one.groups()))
            found.append((_WEEK[char], *one.span()))
        for one in _WEEK_LIST.finditer(text):
            found.extend((_WEEK[char], *one.span()) for char in one.group() if char in _WEEK)
        return tuple(found)
    known = calendar(known_language(segment))
    lower = text.lower()
    if known is None or len(lower) != len(text):
        return ()
    words = list(_WORD.finditer(lower))
    for place, word in enumerate(words):
        number = None
        if place + 1 < len(words):
            behind = words[place + 1]
            if behind.start() - word.end() <= 1:
                number = known.weekdays.get(lower[word.start() : behind.end()])
                if number is not None:
                    found.append((number, word.start(), behind.end()))
                    continue
        number = known.weekday(word.group())
        if number is not None and not (found and found[-1][2] >= word.end()):
            found.append((number, *word.span()))
    return tuple(found)


_COLON = regex(r"(?<![\d:.,])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")
_POINT = regex(
    r"\b(?:klo|kello|kell|kl|saat|ore|alle|um|gegen|ab|bis|kl\.|klokken|godz\.|godzinie|ob|om|uur|ora)\s([01]?\d|2[0-4])[.](\d\d)(?!\d|\.\d)"
    r"|(?<![\d.,])([01]?\d|2[0-4])[.](\d\d)(?=\s?(?:Uhr|uur|val\b|h\b|horas|hodin|óra))", re.IGNORECASE
)  # fmt: skip
_FULL = regex(
    r"(?<![\d.,])([01]?\d|2[0-4])\s?(?:Uhr|uur)(?:\s([0-5]\d)\b)?|\b(?:klo|kello|kell|kl|kl\.|godz\.|godzinie|saat)\s([01]?\d|2[0-4])(?![\d:,]|\.\d)"
    r"|(?<![\d.,])([01]?\d|2[0-4])\s?h\s?([0-5]\d)\b|(?<![\d.,])([01]?\d|2[0-4])\sgiờ(?:\s([0-5]\d))?", re.IGNORECASE
)  # fmt: skip
_HALF = regex(
    r"\b(?:halb|half|wpół do|půl|fél|puoli|pool|halv|половин[аеуы]|пол|піводина)\s?([^\W\d_]{2,14}|\d{1,2})\b",
    re.IGNORECASE,
)
_HALF_IN = {
    "de": "halb",
    "nl": "half",
    "pl": "wpół do",
    "cs": "půl",
    "hu": "fél",
    "fi": "puoli",
    "et": "pool",
    "sv": "halv",
    "ru": "половин",
}
_CLOCK_EAST = regex(
    r"(上午|早上|早晨|凌晨|清晨|午前|오전|새벽|下午|傍晚|晚上?|晚间|夜里|午後|夕方|夜|오후|저녁|밤|中午)?\s?(?<![\d.])"
    r"(\d{1,2}|[一二两三四五六七八九十]{1,2})\s?(?:(?<=\d)[点點时時](?![間间刻])|[点點](?=[半整一二三四五十])|(?<=\d)시(?!간|즌|장|민|도|험|리|설|대|작|행|절|스|위))(?:\s?(\d{1,2}|[一二三四五]?十[一二三四五六七八九]?)\s?[分분]|(半|반))?"
)
_LATE = regex("下午|傍晚|晚|午後|夕方|夜|오후|저녁|밤")


@lru_cache(maxsize=64)
def clocks(segment: SourceSegment) -> tuple[Clock, ...]:
    """The times of day a source gives, in order."""
    text = western(segment.text)
    language = known_language(segment)
    found = [_clock(int(one[1]), int(one[2]), "", *one.span()) for one in _COLON.finditer(text)]
    if language in _EAST:
        for one in _CLOCK_EAST.finditer(text):
            hour = _han(one[2].replace("两", "二"))
            minute = 30 if one[4] else _han(one[3]) if one[3] else 0
            if (one[1] or one[3] or one[4]) and hour <= 24 and minute < 60:
                found.append(_clock(hour, minute, one[1] or "", *one.span()))
        found.sort(key=lambda one: one.start)
        return tuple(found)
    for one in (*_POINT.finditer(text), *_FULL.finditer(text)):
        parts = [part for part in one.groups() if part]
        minute = int(parts[1]) if len(parts) > 1 else 0
        if minute < 60:
            found.append(_clock(int(parts[0]), minute, "", *one.span()))
    words, lead = numerals(language), _HALF_IN.get(language or "")
    if words is not None and lead and lead in text.lower():
        for one in _HALF.finditer(text):
            numeral = words.word(one[1].lower())
            hour = (
                int(one[1]) if one[1].isdecimal() else int(numeral.value) if numeral and numeral.kind == "number" else 0
            )
            if 1 <= hour <= 12 and one.group().lower().startswith(lead):
                found.append(_clock(hour - 1, 30, "", *one.span()))
    found.sort(key=lambda one: one.start)
    return tuple(found)


def _clock(hour: int, minute: int, part: str, start: int, end: int) -> Clock:
    if part:
        hour = hour % 12 + 12 * bool(_LATE.search(part)) if hour <= 12 else hour
        hours = {hour % 24, (hour + 12) % 24 if part in ("中午", "夜", "晚上", "晚") else hour % 24}
    else:
        hours = {hour % 24} if hour > 12 else {hour % 24, (hour + 12) % 24}
    return Clock(frozenset(60 * one + minute for one in hours), start, end)


_ERAS = {
    "令和": ("Reiwa", 2018),
    "平成": ("Heisei", 1988),
    "昭和": ("Showa", 1925),
    "大正": ("Taisho", 1911),
    "明治": ("Meiji", 1867),
    "民国": ("Minguo", 1911),
    "民國": ("Minguo", 1911),
}
_ERA = regex(rf"({'|'.join(_ERAS)})\s?(\d{{1,3}}|元|[一二三四五六七八九十]{{1,3}})\s?年(?!间|間|代)")
_SOLAR = regex(r"(?<!\d)(1[34]\d\d)(?!\d)")
_BUDDHIST = regex(r"(?<!\d)(25[4-9]\d)(?!\d)")


@lru_cache(maxsize=64)
def era_years(segment: SourceSegment) -> tuple[EraYear, ...]:
    """Years of the Japanese and the Republican eras, of the Solar Hijri (fa) and the Buddhist calendar (th)."""
    text = western(segment.text)
    found: list[EraYear] = []
    for one in _ERA.finditer(text) if known_language(segment) in ("zh", "ja") else ():
        name, before = _ERAS[one[1]]
        year = 1 if one[2] == "元" else _han(one[2])
        found.append(EraYear(year, name, (before + year,), *one.span()))
    if known_language(segment) == "fa":
        for one in _SOLAR.finditer(text):
            year = int(one[1])
            if 1300 <= year <= 1410:
                found.append(EraYear(year, "Solar Hijri", (year + 621, year + 622), *one.span()))
    elif known_language(segment) == "th":
        found.extend(
            EraYear(int(one[1]), "Buddhist", (int(one[1]) - 543,), *one.span()) for one in _BUDDHIST.finditer(text)
        )
    return tuple(found)
