"""Numbers of a source in any language and of its English target, as their digits.

Two renderings of one number share their *digits*: 1.2万, 12 000, 12.000 and 12,000 are all `12`. So neither the
separators of a language nor its way of counting (by thousands or by ten thousands) needs to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from mtqa.analysis.numbers import MONTHS, number_at, parse
from mtqa.analysis.text import Paragraph
from mtqa.knowledge.words import COUNTS, ORDINALS

DIGIT = re.compile(r"\d")
_LONGEST = 20_000  # characters of a source that are read
_WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_HAN = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_SCALES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8,
    "兆": 10**12, "조": 10**12,
}  # fmt: skip
#: Not the 千 (kilo) of a unit: 1100千伏 is 1100 kV.
_SCALE = rf"(?:[{''.join(_SCALES)}](?<!千(?=[伏瓦米克卡赫])))"
_PLAIN = r"\d{1,15}(?:[.,]\d{1,15}){0,5}"
#: Digits, East Asian scales behind them and what is counted on: 1.2万, 3亿5000万, 11万7015.
_WRITTEN = re.compile(rf"(?<![A-Za-z\d.,]){_PLAIN}(?:{_SCALE}{{1,3}}(?:零?{_PLAIN}{_SCALE}{{0,3}}){{0,3}})?")
_PART = re.compile(rf"({_PLAIN})([{''.join(_SCALES)}]{{0,3}})")
_SPELT = re.compile(rf"[{''.join(_HAN)}{''.join(_SCALES)}]{{1,20}}")
#: 18 500: one number, or two that stand side by side.
_SPACED = re.compile(r"(?<!\d)(?<!\d )\d{1,3}(?:[  \u202f’'٬]\d{3}){1,4}(?! ?\d)")
_TARGET = re.compile(r"(?:\d{1,3}(?: \d{3}){1,4}(?=[.,]\d)|\d{1,15})(?:[.,]\d{1,15}){0,5}")
#: Beside an hour: it may be one of the second half of the day.
_CLOCK = re.compile(
    r"\d ?(?:pm|p\.m)|\b(?:pm|o['’]clock|noon|afternoon|evening|night|tonight|midnight)\b", re.IGNORECASE
)
_HOUR = re.compile(r"(?<![\d.,:$€£])(\d{1,2})(?:[:.](\d\d))?(?![\d%])")
_ROMAN = re.compile(r"\b[IVX]{2,6}\b")
_PARTS = re.compile(r"(\d{1,2})[.,](\d{1,2})")
_PLACES = {"I": 1, "V": 5, "X": 10}
#: What stands for some number or other: nobody can say which.
_LOOSE = {
    "half": ("5",), "halves": ("5",), "halved": ("5",), "quarter": ("25", "15"), "quarters": ("75", "45"),
    "third": ("33", "3", "333"), "thirds": ("66", "67", "667", "666"), "eighth": ("125",),
    "dozen": ("12",), "dozens": ("12",), "fortnight": ("14",),
    "two-thirds": ("66", "67", "667", "666"), "three-quarters": ("75", "45"), "noon": ("12",), "midnight": ("12", "24"),
    "day": ("24",), "daily": ("24",), "year": ("12", "365"), "decade": ("1",), "double": ("2",), "twice": ("2",),
}  # fmt: skip
#: Words that are a number, or a part of one.
TELLING = COUNTS | {"a", "one", "zero"}.union(_LOOSE, ORDINALS, map(str.lower, MONTHS))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number written in digits.

    Attributes:
        digits: what all renderings of it share.
        value: its size, where the scale is known (East Asian scales); else `None`.
        start, end: code points in the text.
    """

    digits: str
    value: Decimal | None
    start: int
    end: int


def digits(text: str) -> str:
    """The digits of a number without separators and without zeros at either end."""
    return "".join(str(int(char)) for char in text if char.isdecimal()).strip("0") or "0"


def narrow(source: str) -> str:
    """A source with its full-width digits as plain ones; offsets stay."""
    return source.translate(_WIDE)


#: A paragraph with more numbers is a table or worse.
MOST = 300


@lru_cache(maxsize=256)  # two rules ask in turn
def written(source: str) -> tuple[list[Figure], set[str]]:
    """The numbers a source writes in digits, and the digits of every number it may be said to hold.

    The second has also numbers in Han characters, the parts of dates, scores and times, and both readings of
    `18 500`.
    """
    source = narrow(source[:_LONGEST])
    figures: list[Figure] = []
    held: set[str] = set()
    spaced = [found.span() for found in _SPACED.finditer(source)]
    held.update(digits(source[start:end]) for start, end in spaced)
    at = 0
    for found in _WRITTEN.finditer(source):
        start, end = found.span()
        while at < len(spaced) and spaced[at][1] <= start:
            at += 1
        if at < len(spaced) and spaced[at][0] <= start:
            if start == spaced[at][0]:  # one number for its groups
                figures.append(Figure(digits(source[start : spaced[at][1]]), None, *spaced[at]))
            continue
        text = found.group()
        value = _value(text)
        shared = digits(text) if value is None else digits(format(value, "f"))
        figures.append(Figure(shared, value, start, end))
        held.add(shared)
        held.update(digits(part) for part in re.findall(r"\d+", text))
    for found in _SPELT.finditer(source):
        held.add(digits(str(_han(found.group()))))
    held.update(digits(run) for run in re.findall(r"\d+", source))
    return figures, held


def _value(text: str) -> Decimal | None:
    """The size of a number with an East Asian scale."""
    if text[-1] not in _SCALES and not any(char in _SCALES for char in text):
        return None
    total = Decimal(0)
    for part in _PART.finditer(text):
        amount = _decimal(part[1])
        for scale in part[2]:
            amount *= _SCALES[scale]
        total += amount
    return total


def _decimal(text: str) -> Decimal:
    """Digits as East Asia and English write them: 1,250.5."""
    whole, dot, rest = text.partition(".")
    return Decimal(whole.replace(",", "") + (dot + re.sub(r"\D", "", rest) if rest else ""))


def _han(text: str) -> int:
    """The value of a number in Han characters: 三百五十 is 350, 二〇一七 is 2017."""
    if all(char in _HAN for char in text):
        return int("".join(str(_HAN[char]) for char in text))
    total = section = number = 0
    for char in text:
        if char in _HAN:
            number = _HAN[char]
            continue
        scale = _SCALES[char]
        if scale >= 10**4:
            total = (total + section + number) * scale
            section = 0
        else:
            section += (number or 1) * scale
        number = 0
    return total + section + number


@lru_cache(maxsize=256)
def said(paragraph: Paragraph) -> tuple[list[Figure], set[str]]:
    """The numbers a target writes in digits, and the digits of every number it may be said to hold.

    The second has also numbers in words, months, fractions, Roman numbers, hours by the other clock, and both
    readings of `12, 000`. Parts of a time (`2:03.22`) are held, but are no figures.
    """
    text = paragraph.text
    figures: list[Figure] = []
    held: set[str] = set()
    for found in _TARGET.finditer(text):
        shared = digits(found.group())
        if text[found.end() : found.end() + 1] != ":" and text[max(0, found.start() - 1) : found.start()] != ":":
            figures.append(Figure(shared, None, found.start(), found.end()))
        held.add(shared)
        held.update(digits(part) for part in re.findall(r"\d+", found.group()))
    for found in re.finditer(r"\d{1,8}(?:[, \u202f-]{1,2}\d{2,8}){1,4}", text):
        held.add(digits(found.group()))
    held.update(digits(str(_roman(found.group()))) for found in _ROMAN.finditer(text))
    clock = _CLOCK.search(text) is not None
    for found in _HOUR.finditer(text) if clock else ():
        held.update(_later(int(found[1]), found[2] or ""))
    spelt: str | None = None
    for sentence in paragraph.sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            lower = token.lower
            if lower not in TELLING and "-" not in lower and not lower.startswith("half"):
                continue
            if token.kind != "word":
                continue
            number = number_at(tokens, i)
            if number is not None:
                shared = digits(format(number.value, "f"))
                held.add(shared)
                spelt = shared
                if clock:
                    held.update(_later(int(number.value), ""))
            held.update(_LOOSE.get(lower, ()))
            if number is None and "-" in lower:
                held.update(_first_part(lower))
            if lower.startswith("half") or lower.endswith("-half"):
                held.add("5")
                if lower == "half" and i and tokens[i - 1].lower == "a":
                    held.update(("15", "18", "3", f"{spelt}5"))  # two and a half; a year and a half is 18 months
            ordinal = ORDINALS.get(lower.rpartition("-")[2])
            if ordinal is not None:
                held.add(digits(str(ordinal)))
                held.update(digits(str(tens + ordinal)) for tens in range(20, 100, 10) if "-" in lower)
            month = MONTHS.get(token.text)
            if month is not None:
                held.add(digits(str(month)))
    return figures, held


def _first_part(lower: str) -> Iterator[str]:
    """The numbers a compound begins with: twelve-year-old, fifty-five-storey."""
    parts = lower.split("-")
    for size in (1, 2):
        value = parse("-".join(parts[:size]))
        if value is not None:
            yield digits(format(value, "f"))


def _later(hour: int, minutes: str) -> tuple[str, ...]:
    """An hour of the morning as that of the evening, alone and with its minutes."""
    return (digits(str(hour + 12)), digits(f"{hour + 12}{minutes}")) if 0 < hour < 12 else ()


def _roman(text: str) -> int:
    """The value of a Roman number."""
    values = [_PLACES[char] for char in text]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def in_parts(text: str, held: set[str]) -> bool:
    """Whether a time of day or a day of the year (`18.30`, `9.11`) stands in a text as its two parts."""
    found = _PARTS.fullmatch(text)
    if found is None:
        return False
    first, second = int(found[1]), int(found[2])
    time = first < 25 and second < 60 and len(found[2]) == 2
    day = (0 < first < 32 and 0 < second < 13) or (0 < second < 32 and 0 < first < 13)
    return (time or day) and digits(found[1]) in held and (not second or digits(found[2]) in held)


def covered(shared: str, held: set[str]) -> bool:
    """Whether a number is among those a text holds; a year may be cut to two digits, on either side."""
    if shared in held:
        return True
    if len(shared) == 2:
        return any(len(other) == 4 and other.endswith(shared) for other in held)
    return len(shared) == 4 and shared[2:] in held
