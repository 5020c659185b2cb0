"""Numbers, percentages and dates as values.

`number_at` reads the number that begins at a token: `1,250.5`, `forty-four`, `two hundred and six`, `1.2 million`,
`a dozen`, with its unit (`%`, `$`, `km`). `dates` finds calendar dates around the names of months: `Wednesday,
March 21, 2017`, `the 21st of March`, `21-23 March`. Values are exact (`Decimal`); a date keeps what the text says
even where no calendar has such a day, so that a rule can say so.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import MONTH_NAMES, WEEKDAY_NAMES
from mtqa.lazy import regex
from mtqa.values import NamedTuple

__all__ = [
    "MONTHS",
    "ONES",
    "TENS",
    "WEEKDAYS",
    "Date",
    "Number",
    "dates",
    "number_at",
    "parse",
    "percentages",
    "roman",
]

#: The numbers in one word, by their values.
ONES: Mapping[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: Mapping[str, int] = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_WORDS: dict[str, int] = {
    **ONES,
    **TENS,
    **{f"{ten}-{one}": TENS[ten] + value for ten in TENS for one, value in ONES.items() if 0 < value < 10},
}
_SCALES: dict[str, int] = {
    "hundred": 100, "dozen": 12, "thousand": 1000, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9,
    "trillion": 10**12, "trn": 10**12,
}  # fmt: skip
_CURRENCIES = {"$": "$", "€": "€", "£": "£", "¥": "¥", "￥": "¥", "₽": "₽", "₹": "₹", "₩": "₩"}
_PERCENT = frozenset(("%", "percent", "pct", "％"))

#: Digits with or without groups of three, and decimals: 1250, 1,250.5, 0.25.
_PLAIN = regex(r"(\d{1,3}(?:,\d{3}){1,8}|\d{1,24})(?:\.(\d{1,24}))?")
_DAY = regex(r"(\d{1,2})(?:st|nd|rd|th)?(?:[-–](\d{1,2})(?:st|nd|rd|th)?)?", re.ASCII)
_YEAR = regex(r"[12]\d{3}", re.ASCII)

#: Names of months and their short forms, as printed -> 1 to 12.
MONTHS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)},
    "Sept": 9,
}
#: Names of weekdays and their short forms, as printed -> 0 (Monday) to 6.
WEEKDAYS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(WEEKDAY_NAMES)},
    **{name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)},
    "Tues": 1,
    "Thur": 3,
    "Thurs": 3,
}
_MONTHS_LOWER = tuple(sorted({name.lower() for name in MONTHS}))


#: Roman figures, as far as numbers in running text have them.
_ROMAN = {"I": 1, "V": 5, "X": 10}


def roman(figures: str) -> int:
    """The value of a Roman number of the figures I, V and X."""
    values = [_ROMAN[figure] for figure in figures]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


class Number(NamedTuple):
    """A number in the text.

    Attributes:
        value: what it says, scale words included (`1.2 million` -> 1200000).
        unit: "%", a currency sign, or "" where it is a mere count.
        first, last: token indexes, `last` exclusive; the unit included.
        written: whether it is in digits, not in words.
    """

    value: Decimal
    unit: str
    first: int
    last: int
    written: bool


class Date(NamedTuple):
    """A calendar date as the text gives it; it need not exist.

    Attributes:
        sentence: where it stands.
        first, last: token indexes, `last` exclusive; weekday and year included where they are part of it.
        month: 1 to 12.
        day: 0 to 99, or `None` (`March 2017`).
        until: the second day of `21-23 March`, or `None`.
        year: four digits, or `None`.
        weekday: 0 (Monday) to 6, or `None`.
    """

    sentence: Sentence
    first: int
    last: int
    month: int
    day: int | None
    until: int | None
    year: int | None
    weekday: int | None

    @property
    def start(self) -> int:
        """First code point in the segment's target."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Code point behind it in the segment's target."""
        return self.sentence.tokens[self.last - 1].end

    @property
    def exists(self) -> bool:
        """Whether a calendar has such a day; a February 29 without a year does exist."""
        days = calendar.monthrange(self.year or 2000, self.month)[1]
        return all(day is None or 1 <= day <= days for day in (self.day, self.until))

    def value(self, year: int | None = None) -> datetime.date | None:
        """The day, with `year` where the text gives none; `None` if that is not known or no such day exists."""
        year = self.year or year
        if year is None or self.day is None:
            return None
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:
            return None


def parse(text: str) -> Decimal | None:
    """The value of one token: `1,250.5`, `44`, `forty-four`; `None` if it is no plain number (`21st`, `2-1`)."""
    match = _PLAIN.fullmatch(text)
    if match:
        whole = match[1].replace(",", "")
        return Decimal(f"{whole}.{match[2]}") if match[2] else Decimal(whole)
    value = _WORDS.get(text.lower())
    return None if value is None else Decimal(value)


def number_at(tokens: Sequence[Token], index: int) -> Number | None:
    """The number that begins at a token, with its scale words and unit; `None` if there is none.

    A number that is a part of something longer (`21st`, `2-1`, `B-52`, `2017-03-22`) is none.
    """
    token = tokens[index]
    count = len(tokens)
    first, i = index, index
    value: Decimal | None
    if token.kind == "number":
        value = parse(token.text)
        if value is None:
            return None
        i += 1
        written = True
        while i < count and tokens[i].lower in _SCALES and tokens[i].lower != "dozen":
            value *= _SCALES[tokens[i].lower]
            i += 1
    else:
        value, i = _spelt(tokens, index)
        written = False
        if value is None:
            return None
    unit = ""
    if first and tokens[first - 1].text in _CURRENCIES and not token.space:
        unit = _CURRENCIES[tokens[first - 1].text]
        first -= 1
        if first and tokens[first - 1].text in ("US", "HK", "A", "C", "S") and not tokens[first].space:
            unit = tokens[first - 1].text + unit
            first -= 1
    elif i < count and tokens[i].lower in _PERCENT:
        unit = "%"
        i += 1
    elif i + 1 < count and tokens[i].lower == "per" and tokens[i + 1].lower == "cent":
        unit = "%"
        i += 2
    if unit == "%" and i < count and tokens[i].lower in ("point", "points"):
        return None  # percentage points are a difference, not a share
    return Number(value, unit, first, i, written)


def _spelt(tokens: Sequence[Token], index: int) -> tuple[Decimal | None, int]:
    """A number in words that begins at a token, and the index behind it."""
    total = part = 0
    seen = False
    i = index
    count = min(len(tokens), index + 16)  # no number in words is longer
    while i < count:
        word = tokens[i].lower
        if word in _WORDS:
            tens = part % 100 >= 20 and part % 10 == 0
            if part % 100 and not (tens and 0 < _WORDS[word] < 10):
                break  # `two three`: not one number
            part += _WORDS[word]
            seen = True
        elif word in _SCALES and seen:
            scale = _SCALES[word]
            if scale <= 100:
                part *= scale
            else:
                total += part * scale
                part = 0
        elif word == "a" and not seen and i + 1 < count and tokens[i + 1].lower in _SCALES:
            part, seen = 1, True
        elif not (
            word == "and"
            and seen
            and i + 1 < count
            and tokens[i + 1].lower in _WORDS
            and tokens[i - 1].lower in ("hundred", "thousand")
        ):
            break
        i += 1
    return (Decimal(total + part), i) if seen else (None, index)


def percentages(index: Mapping[str, list[tuple[Sentence, int]]]) -> list[tuple[Sentence, Number]]:
    """Every percentage of a document, in reading order.

    Args:
        index: places of every lower-cased token (`Analysis.index`).
    """
    found = []
    for word in ("%", "％", "percent", "pct", "cent"):
        for sentence, i in index.get(word, ()):
            begin = i - 1 if word != "cent" else i - 2
            while begin > max(i - 6, 0) and sentence.tokens[begin].lower in _SCALES:
                begin -= 1
            number = number_at(sentence.tokens, begin) if begin >= 0 else None
            if number is not None and number.unit == "%" and number.last == i + 1:
                found.append((sentence, number))
    found.sort(key=lambda pair: (pair[0].segment, pair[0].tokens[pair[1].first].start))
    return found


def dates(index: Mapping[str, list[tuple[Sentence, int]]]) -> list[Date]:
    """Every date with the name of a month, in reading order.

    `May` and the other words that are no months only count with a day or a year at their side.

    Args:
        index: places of every lower-cased token (`Analysis.index`).
    """
    found = []
    for word in _MONTHS_LOWER:
        for sentence, i in index.get(word, ()):
            if sentence.tokens[i].text in MONTHS:
                date = _date(sentence, i)
                if date is not None:
                    found.append(date)
    found.sort(key=lambda date: (date.sentence.segment, date.start))
    return found


def _date(sentence: Sentence, month: int) -> Date | None:
    """The date around the month at token `month`."""
    tokens = sentence.tokens
    count = len(tokens)
    first, last = month, month + 1
    if last < count and tokens[last].text == "." and not tokens[last].space:
        last += 1
    day: re.Match[str] | None = None
    if last < count and tokens[last].space and (day := _DAY.fullmatch(tokens[last].text)):
        if last + 1 < count and tokens[last + 1].kind == "word" and tokens[last + 1].lower in _SCALES:
            return None  # In March 12 million people
        last += 1
    elif month:
        before = month - 1
        if tokens[before].lower == "of" and before:
            before -= 1
        if (day := _DAY.fullmatch(tokens[before].text)) and (before == month - 1 or not day[0].isdigit()):
            first = before
            if first and tokens[first - 1].lower == "the":
                first -= 1
        else:
            day = None
    year = None
    ahead = last
    if ahead < count and tokens[ahead].lower == ("," if day else "of"):
        ahead += 1
    if ahead < count and _YEAR.fullmatch(tokens[ahead].text) and not _counts(tokens, ahead):
        year = int(tokens[ahead].text)
        last = ahead + 1
    if day is None and year is None:
        return None
    weekday, first, last = _weekday(tokens, first, last)
    return Date(
        sentence,
        first,
        last,
        MONTHS[tokens[month].text],
        int(day[1]) if day else None,
        int(day[2]) if day and day[2] else None,
        year,
        weekday,
    )


def _counts(tokens: Sequence[Token], index: int) -> bool:
    """Whether four digits after a comma count something: `In March, 2000 people`."""
    ahead = index + 1
    return (
        tokens[index - 1].text == ","
        and ahead < len(tokens)
        and tokens[ahead].kind == "word"
        and (tokens[ahead].lower == "people" or english().tags(tokens[ahead].lower)[:1] == "S")
    )


def _weekday(tokens: Sequence[Token], first: int, last: int) -> tuple[int | None, int, int]:
    """The weekday that belongs to the date from `first` to `last`, and the bounds with it."""
    at = first - 1
    while at >= 0 and at >= first - 2 and tokens[at].text in (",", ".", "the"):
        at -= 1
    if at >= 0 and tokens[at].text in WEEKDAYS:
        return WEEKDAYS[tokens[at].text], at, last
    behind = [token.text for token in tokens[last : last + 3]]
    if len(behind) == 3 and behind[0] == "(" and behind[2] == ")" and behind[1] in WEEKDAYS:
        return WEEKDAYS[behind[1]], first, last + 3
    return None, first, last
