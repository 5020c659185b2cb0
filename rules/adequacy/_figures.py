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

from mtqa.analysis.numbers import MONTHS, Number, number_at, parse, roman
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Paragraph
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.knowledge.words import COUNTS, ORDINALS

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
#: 18 500: one number, or two that stand side by side.
_SPACED = r"(?<!\d)(?<!\d )\d{1,3}(?:[  \u202f’'٬]\d{3}){1,4}(?! ?\d)"
#: Digits, East Asian scales behind them and what is counted on: 1.2万, 3亿5000万, 11万7015.
_WRITTEN = re.compile(rf"{_SPACED}|(?<![A-Za-z\d.,]){_PLAIN}(?:{_SCALE}{{1,3}}(?:零?{_PLAIN}{_SCALE}{{0,3}}){{0,3}})?")
_PART = re.compile(rf"({_PLAIN})([{''.join(_SCALES)}]{{0,3}})")
_SPELT = re.compile(rf"[{''.join(_HAN)}{''.join(_SCALES)}]{{1,20}}")
_RUN = re.compile(r"\d+")
#: A number of a target, but not of a time: 12,000; 2 of 2:03 is none.
_NUMBER = r"(?:\d{1,3}(?: \d{3}){1,4}(?=[.,]\d)|\d{1,15})(?:[.,]\d{1,15}){0,5}"
_TARGET = re.compile(rf"(?<![\d:.,]){_NUMBER}(?![\d:])")
_READINGS = (_RUN, re.compile(_NUMBER), re.compile(r"\d{1,8}(?:[, \u202f-]{1,2}\d{2,8}){1,4}"))
#: Beside an hour: it may be one of the second half of the day.
_CLOCK = re.compile(
    r"\d ?(?:pm|p\.m)|\b(?:pm|o['’]clock|noon|afternoon|evening|night|tonight|midnight)\b", re.IGNORECASE
)
_HOUR = re.compile(r"(?<![\d.,:$€£])(\d{1,2})(?:[:.](\d\d))?(?![\d%])")
_ROMAN = re.compile(r"\b[IVX]{2,6}\b")
#: What stands for some number or other: nobody can say which.
_LOOSE = {
    "halves": ("5",), "halved": ("5",), "quarter": ("25", "15"), "quarters": ("75", "45"),
    "third": ("33", "3", "333"), "thirds": ("66", "67", "667", "666"), "eighth": ("125",),
    "dozen": ("12",), "dozens": ("12",), "fortnight": ("14",),
    "two-thirds": ("66", "67", "667", "666"), "three-quarters": ("75", "45"), "noon": ("12",), "midnight": ("12", "24"),
    "day": ("24",), "daily": ("24",), "year": ("12", "365"), "decade": ("1",), "double": ("2",), "twice": ("2",),
}  # fmt: skip
#: Words that are a number, or a part of one.
_TELLING = COUNTS | {"a", "one", "zero"}.union(_LOOSE, ORDINALS, map(str.lower, MONTHS))
#: A paragraph with more numbers is a table or worse.
_MOST = 300


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


@dataclass(frozen=True, slots=True)
class Compared:
    """The numbers of a segment, source against target.

    Attributes:
        paragraph: the target.
        source: with full-width digits as plain ones; offsets are its own.
        asked: numbers the source writes in digits.
        held: the digits of every number the target may be said to hold.
        lost: of the numbers asked for, those of two digits and more that the target does not hold.
        extra: numbers the target writes in two digits and more that the source does not hold.
    """

    paragraph: Paragraph
    source: str
    asked: list[Figure]
    held: set[str]
    lost: list[Figure]
    extra: list[Figure]


def digits(number: str | Decimal | int) -> str:
    """The digits of a number without separators and without zeros at either end."""
    text = format(number, "f") if isinstance(number, Decimal) else str(number)
    return "".join(str(int(char)) for char in text if char.isdecimal()).strip("0") or "0"


def compared(document: Document) -> Iterator[Compared]:
    """Each segment whose source has a number in digits, tables left out."""
    for paragraph in document.analysis.paragraphs:
        source = document.segments[paragraph.index].source
        if not source or not _RUN.search(source):  # cheap
            continue
        pair = _compared(paragraph, source.translate(_WIDE))
        if len(pair.asked) <= _MOST and len(pair.extra) <= _MOST:
            yield pair


@lru_cache(maxsize=256)  # two rules ask in turn
def _compared(paragraph: Paragraph, source: str) -> Compared:
    asked, allowed = _written(source[:_LONGEST])
    held = said(paragraph)
    figures = (Figure(digits(found.group()), None, *found.span()) for found in _TARGET.finditer(paragraph.text))
    lost = [figure for figure in asked if len(figure.digits) > 1 and not covered(figure.digits, held)]
    extra = [figure for figure in figures if len(figure.digits) > 1 and not covered(figure.digits, allowed)]
    return Compared(paragraph, source, asked, held, lost, extra)


def _written(source: str) -> tuple[list[Figure], set[str]]:
    """The numbers a source writes in digits, and the digits of every number it may be said to hold.

    The second has also numbers in Han characters, the parts of dates, scores and times, and both readings of
    `18 500`.
    """
    figures: list[Figure] = []
    for found in _WRITTEN.finditer(source):
        value = _value(found.group())
        figures.append(Figure(digits(found.group() if value is None else value), value, *found.span()))
    held = {figure.digits for figure in figures}
    held.update(digits(run) for run in _RUN.findall(source))
    held.update(digits(_han(found.group())) for found in _SPELT.finditer(source))
    return figures, held


def _value(text: str) -> Decimal | None:
    """The size of a number with an East Asian scale."""
    if not any(char in _SCALES for char in text):
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
    whole, _, rest = text.partition(".")
    return Decimal(f"{whole.replace(',', '')}.{re.sub(r'[.,]', '', rest)}")


def _han(text: str) -> int:
    """The value of a number in Han characters: 三百五十 is 350, 二〇一七 is 2017."""
    if all(char in _HAN for char in text):
        return int("".join(str(_HAN[char]) for char in text))
    total = section = number = 0
    for char in text:
        scale = _SCALES.get(char, 0)
        if scale >= 10**4:
            total, section = (total + section + number) * scale, 0
        elif scale:
            section += (number or 1) * scale
        number = _HAN.get(char, 0)
    return total + section + number


@lru_cache(maxsize=256)  # neighbours ask again
def said(paragraph: Paragraph) -> set[str]:
    """The digits of every number a target may be said to hold.

    Numbers in words, months, fractions, Roman numbers, hours by the other clock, and both readings of `12, 000` count.
    """
    text = paragraph.text
    held = {digits(run) for pattern in _READINGS for run in pattern.findall(text)}
    held.update(digits(roman(found.group())) for found in _ROMAN.finditer(text))
    hours = [(int(found[1]), found[2] or "") for found in _HOUR.finditer(text)]
    for sentence, number in counted(paragraph):
        held.add(digits(number.value))
        hours.append((int(number.value), ""))
        if sentence.says(number.last, "and", "a", "half"):
            held.add(f"{digits(number.value)}5")
    if _CLOCK.search(text):
        for hour, minutes in hours:
            held.update((digits(hour + 12), digits(f"{hour + 12}{minutes}")))
    for token in paragraph.tokens:
        if token.lower in _TELLING or "half" in token.lower or "-" in token.lower:  # cheap
            held.update(_in_words(token))
    return held


def counted(paragraph: Paragraph) -> Iterator[tuple[Sentence, Number]]:
    """The numbers of a target, in digits and in words, and where each stands."""
    for sentence in paragraph.sentences:
        for token in sentence.tokens:
            if token.kind == "number" or token.lower in _TELLING or "-" in token.lower:  # cheap
                number = number_at(sentence.tokens, token.index)
                if number is not None:
                    yield sentence, number


def _in_words(token: Token) -> Iterator[str]:
    """What a word may be said to be: a fraction, an ordinal, a month, the number a compound begins with."""
    lower = token.lower
    first, *others = lower.split("-")
    yield from _LOOSE.get(lower, ())
    if "half" in lower:
        yield from ("5", "15", "18", "3")  # and a half; a year and a half is 18 months
    for part in (first, "-".join([first, *others[:1]])) if others else ():
        value = parse(part)  # twelve-year-old, fifty-five-storey
        if value is not None:
            yield digits(value)
    ordinal = ORDINALS.get(others[-1] if others else lower)
    if ordinal is not None:
        yield from (digits(tens + ordinal) for tens in range(0, 100 if others else 1, 10))
    if token.text in MONTHS:
        yield digits(MONTHS[token.text])


def covered(shared: str, held: set[str]) -> bool:
    """Whether a number is among those a text holds; a year may be cut to two digits, on either side."""
    if len(shared) == 2:
        return shared in held or any(len(other) == 4 and other[2:] == shared for other in held)
    return shared in held or (len(shared) == 4 and shared[2:] in held)
