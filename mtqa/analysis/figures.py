"""Figures: what a number says, in any language, and every figure of an English text.

A `Figure` holds all values it may be said to have, so that two renderings of one number meet in one of them: `10-15
million` says of its first number both 10 and 10,000,000; `6:30 p.m.` is 6, 18 and 18.30.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from mtqa.analysis.numbers import MONTHS, ONES, TENS, parse, roman
from mtqa.analysis.text import Paragraph
from mtqa.analysis.tokens import Token
from mtqa.knowledge.words import ORDINALS
from mtqa.lazy import regex
from mtqa.values import dataclass

__all__ = ["SET_PHRASE", "Figure", "english_figures", "loose_values", "significant"]

_MOST = 400  # figures of a text that are read
_SCALES = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "millions": 6,
    "billion": 9,
    "trillion": 12,
    "mn": 6,
    "mln": 6,
    "m": 6,
    "bn": 9,
    "bln": 9,
    "b": 9,
    "tn": 12,
    "trn": 12,
    "tln": 12,
    "trln": 12,
    "k": 3,
    "crore": 7,
    "crores": 7,
    "lakh": 5,
    "lakhs": 5,
    "quadrillion": 15,
    "thousands": 3,
    "billions": 9,
    "trillions": 12,
    "hundreds": 2,
}
_SHORT = frozenset("m b k mn mln bn bln tn trn tln trln".split())
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
_DIGITS = regex(
    rf"(?P<clock>(?<![\d.,:])\d{{1,2}}[:.]\d\d(?::\d\d)?(?=\s?(?:[AaPp]\.?\s?[Mm]\b))|(?<![\d.,:])\d{{1,2}}:\d\d(?::\d\d)?(?![\d:]))"
    rf"|(?P<date>(?<![\d./-])(?:\d{{1,2}}([./-])\d{{1,2}}\3\d{{2,4}}|\d{{4}}-\d{{1,2}}-\d{{1,2}})(?![\d/-]))"
    rf"|(?P<number>{_GROUPED}|\d{{1,3}}(?:[ \u202f\u00a0]\d{{3}})+(?:[.,]\d{{1,20}})?(?!\d)"
    r"|\d{1,25}(?:[.,]\d{1,20})*)"
)
_AFTER = regex(
    r"(?P<ordinal>(?:st|nd|rd|th)\b)|(?P<decade>['’]?s\b)|(?P<percent>\s?(?:%|percent|per ?cent\b|pct\b))"
    r"|(?P<clock>(?:\s?-?\s?(?:[AaPp]\.?\s?[Mm]\b\.?|o['’]clock)))"
    r"|(?:\s|-)?(?P<scale>hundreds?|thousands?|millions?|billions?|trillions?|quadrillion|mn|mln|bn|bln|trn|trln|tln|tn|crores?|lakhs?|[mbk](?![-²³]))\b",
    re.IGNORECASE,
)
_PERCENT = regex(r"\s?-?(?:%|percent|per ?cent\b|pct\b)", re.IGNORECASE)
#: What joins a number to one behind it that has the scale, the sign or the unit of both.
_RANGE = regex(r"\s?(?:[-–—~/]|to|or|and|,)\s?[$€£]?$")
_BEFORE = regex(
    r"(?:(?P<minus>(?<![\w)])[-−–](?=$)|\b(?:minus|negative)\s$)|(?P<money>(?:(?:US|HK|NT|A|C|S|NZ)?[$€£¥₽₹₩]|\b(?:RMB|USD|CNY|EUR|GBP|JPY|HKD|KRW|INR|CHF|AUD|CAD|TWD|NTD|Rs\.?))\s?$)|(?P<time>\d:\s?$)|(?P<code>[^\W\d_][-–.]?$|#$))"
)
_UNIT = regex(
    r"[ \u00a0-]?\s?([A-Za-z°²³㎡㎥]{1,14})(?:[ -](miles?|feet|foot|meters?|metres?|kilomet(?:er|re)s?|old))?"
)
_ROMAN = regex(r"\b[IVX]{1,6}\b")
_MULTIPLES = {"dozen": 12, "dozens": 12, "score": 20, "fortnight": 14}
#: Words that may be said of a number without being one: value by value.
_LOOSE_TABLE = """
1: a an one single sole once only gold annual annually first firstly last next primary solo solitary
1: alone every best top
1,2: another each
2: both pair pairs couple couples duo twin twins dual either neither twofold bilateral other latter
2: biennial silver secondly multiple together
2,100: twice double doubled doubles doubling
3: bronze trio thrice threefold trilateral triplet triplets hat-trick thirdly tertiary several few
3,200: triple tripled
4: quartet quadruple quadrupled fourfold quad
5: quintet fivefold
10,900: tenfold
6: sextet
0.5,50,2,30,6: half
2,0.5: halves
2,50,0.5: halved halve
2,50: halving
50,0.5,2: halfway
50,5: mid
0.25,25,4,15,3,45: quarter
0.75,75,4,45,9: quarters
3,4: quarterly
3,33,0.33,33.3: third
3,66,67,0.67,66.7,66.6: thirds
5,20,0.2: fifth
5,20: fifths
10,0.1: tenth
10: tenths
8,12.5: eighth
12: dozen noon midday
12,10,20,30: dozens
14,2,15: fortnight
12,0,24: midnight
1,24: daily day
24,48,72: days
7,1: week weekly
14,7,21,15: weeks
1,30: month monthly
0.5,1.5,30: months
1,12,365,52: year
24,36,18: years
1,12: yearly
10,1: decade
20,30: decades
100,1: century
1,60: hour minute
24: hours
100: hundreds hundred all full fully totally completely unanimously
1000: thousands thousand millennium
1000000: millions million
1000000000: billion
2,1: second
0: zero nil no none nothing
13: teenage teenager
24,31: eve
25,24: christmas
9: september
"""
_LOOSE: dict[str, frozenset[Decimal]] = {}
for _line in _LOOSE_TABLE.split("\n"):
    _values, _, _words = _line.partition(": ")
    for _word in _words.split():
        _LOOSE[_word] = frozenset(map(Decimal, _values.split(",")))

_WHOLE = frozenset({"half", "halves"})
_NUMBER_WORDS = (
    frozenset(ONES) | frozenset(TENS) | frozenset(_SCALES) - _SHORT | frozenset(_MULTIPLES) | frozenset(ORDINALS)
)
#: Words that are a number, but that translators put where none is.
_FREE = frozenset(
    (
        "one first second once zero hundred thousand million billion trillion hundreds thousands millions billions "
        "dozen dozens score"
    ).split()
)

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a text.

    Attributes:
        value: what it says, scale included.
        kind: "" a count, "%" , "ordinal", "decade", "clock" (value: minutes), "year", "date", "day", "code" (part of a
            name: B-52), "phone", "fraction".
        start, end: code points in the text; what shows the kind included.
        sure: whether it is surely a number and this one, so that its loss or change is one.
        written: whether in digits.
        scale: what the scale word behind it multiplies by (12 million, 12万); 1 where there is none.
        others: further values it may be said to have.
        unit: what is counted, as far as units are converted: "mile", "$".
    """

    value: Decimal
    kind: str
    start: int
    end: int
    sure: bool = True
    written: bool = True
    scale: Decimal = _ONE
    others: tuple[Decimal, ...] = ()
    unit: str = ""

    @property
    def scaled(self) -> bool:
        """Whether a scale word stands behind it."""
        return self.scale != 1

    @property
    def values(self) -> tuple[Decimal, ...]:
        """All values it may have, the first one first."""
        return (self.value, *self.others)


#: Numbers that stand for no count: a day and a night, always, all round, wholly.
SET_PHRASE = regex(r"24(?:/7\b|[ -](?:hours?|hrs?)\b)|(?:180|360)[- ]?(?:degrees?\b|°)|101\b")


def significant(value: Decimal) -> str:
    """The digits of a number without zeros at either end: what its renderings in other scales share."""
    digits = "".join(map(str, value.as_tuple().digits)).strip("0")
    return digits or "0"


def plain(text: str) -> Decimal:
    """An English number: groups of three behind commas, decimals behind a point; else all digits in a row."""
    value = parse(text)
    if value is not None:
        return value
    head, mark, tail = text.rpartition(".")
    if mark and len(tail) != 3 and "." not in head:
        return Decimal((re.sub(r"\D", "", head) or "0") + "." + re.sub(r"\D", "", tail))
    return Decimal(re.sub(r"\D", "", text) or "0")


_SECOND = frozenset("million billion trillion thousand crore crores".split())


@lru_cache(maxsize=256)
def english_figures(paragraph: Paragraph) -> tuple[Figure, ...]:
    """Every figure of an English paragraph, in digits and in words, in order."""
    text = paragraph.text
    found = list(_in_digits(text)) if any(map(str.isdigit, text)) else []
    taken = frozenset(place for one in found for place in range(one.start, one.end))
    found.extend(_in_words(paragraph, taken))
    found.sort(key=lambda one: (one.start, -one.end))
    for place in range(len(found) - 2, -1, -1):
        found[place] = _inherited(text, found[place], found[place + 1])
    return tuple(found[:_MOST])


def _in_digits(text: str) -> Iterator[Figure]:
    figures: list[Figure] = []
    for found in _DIGITS.finditer(text):
        start, end = found.span()
        if found["date"]:
            numbers = [Decimal(part) for part in re.findall(r"\d+", found["date"])]
            figures.append(Figure(numbers[0], "date", start, end, sure=False, others=tuple(numbers[1:])))
            continue
        if found["clock"]:
            figures.append(_clock(text, start, end, found["clock"]))
            continue
        figures.append(_number(text, start, end, found["number"]))
        if len(figures) > _MOST:
            break
    return iter(figures)


def _clock(text: str, start: int, end: int, shown: str) -> Figure:
    """A time of day, or a score (2:1 has one digit behind its colon and is none)."""
    parts = [int(part) for part in re.split("[:.]", shown)]
    half = re.match(r"\s?([AaPp])\.?\s?[Mm]\b\.?", text[end : end + 8])
    end += half.end() if half else 0
    hour, minute = parts[0], parts[1]
    late = half is not None and half[1] in "Pp"
    hours = {hour, (hour + 12) % 24} if not half else {hour % 12 + 12 * late}
    values = [Decimal(60 * one + minute) for one in sorted(hours)]
    parts_said = [
        Decimal(hour),
        Decimal(minute),
        Decimal(hour) + Decimal(minute) / 100,
        Decimal((hour + 12) % 24),
        Decimal(100 * hour + minute),
        *map(Decimal, parts[2:]),
    ]
    return Figure(values[0], "clock", start, end, True, True, _ONE, (*values[1:], *parts_said), "half" if half else "")


def _number(text: str, start: int, end: int, shown: str) -> Figure:
    value = plain(shown)
    others: list[Decimal] = []
    swapped = _other_mark(shown)
    if swapped is not None:
        others.append(swapped)
    if " " in shown:
        others.extend(map(Decimal, re.findall(r"\d+", shown)))
    if text[end : end + 2].strip().startswith("½"):
        others.append(value + Decimal("0.5"))
    kind, scale, sure, unit = "", _ONE, True, ""
    before = _BEFORE.search(text, max(0, start - 12), start)
    time = before and before["time"] and len(shown) > 1
    if (before and before["code"]) or time or re.match(r":\s?\d\d", text[end : end + 4]):
        kind, sure = "code", False
    after = _AFTER.match(text, end)
    if after:
        end = after.end()
        if after["ordinal"]:
            kind = "ordinal"
            others.extend((100 * (value - 1),) if value < 30 else ())
        elif after["decade"]:
            kind = "decade"
            others.extend((value % 100, value / 10))
        elif after["percent"]:
            kind = "%"
            others.extend((value / 100, 100 - value))
        elif after["clock"]:
            kind = "clock"
            said = after["clock"].lower()
            hours = (value % 12 + 12 * ("p" in said),) if "m" in said else (value, (value + 12) % 24)
            others.extend((*(one * 60 for one in hours), (value + 12) % 24))
            unit = "half" if "m" in said else ""
        else:
            word = after["scale"].lower()
            if word in _SHORT and after.start("scale") > after.start() and word in "mbk":
                end = after.start()
            elif word == "m" and not (before and before["money"]):
                others.append(value.scaleb(6))
            else:
                scale = Decimal(10) ** _SCALES[word]
                more = _AFTER.match(text, end)
                if more and more["scale"] and more["scale"].lower() in _SECOND:
                    scale *= Decimal(10) ** _SCALES[more["scale"].lower()]
                    end = more.end()
                value, others = value * scale, [one * scale for one in others]
                percent = _PERCENT.match(text, end)
                if percent:
                    kind, end = "%", percent.end()
    if before and before["money"]:
        start, unit = before.start("money"), "$"
    elif not kind or kind == "ordinal":
        found = _UNIT.match(text, end)
        unit = found[1].lower() if found else ""
        if unit in ("other", "others", "more"):
            others.append(value + 1)
        if unit in ("hours", "hrs") and value >= 100:
            others.append(value / 100)
        if found and found[2] and unit in ("square", "cubic", "nautical", "year"):
            unit = f"{unit} {found[2].lower()}"
    if shown.isdigit() and len(shown) == 4 and 1000 <= value <= 2199 and not kind and scale == 1:
        kind = "year" if not unit or unit not in _COUNTED else ""
        others.append(value % 100)
    return Figure(value, kind, start, end, sure, True, scale, tuple(dict.fromkeys(others)), unit)


_COUNTED = frozenset(
    (
        "people percent metres meters km kilometres kilometers miles tons tonnes dollars euros pounds yuan yen points "
        "jobs"
    ).split()
)


def _other_mark(shown: str) -> Decimal | None:
    """A number read with the marks of other languages: 11,7; 1.200; 10 471.50; `None` where that is how it was read."""
    if re.fullmatch(r"\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.(?:\d{1,2}|\d{4,})", shown):
        return None
    return parse(re.sub(r"[ \u202f\u00a0]", "", shown).translate(str.maketrans(",.", ".,")))


def _inherited(text: str, figure: Figure, behind: Figure) -> Figure:
    """The number before a range with the scale, kind and unit of the one behind it: 10-15 million, 5 to 8 percent."""
    if figure.kind not in ("", "year") or figure.scaled or not 0 < behind.start - figure.end <= 6:
        return figure
    if not (behind.scaled or behind.kind == "%" or behind.unit) or not _RANGE.search(text[figure.end : behind.start]):
        return figure
    others = (*figure.others, figure.value * behind.scale) if behind.scaled else figure.others
    kind = "%" if behind.kind == "%" else figure.kind
    return replace(figure, kind=kind, others=others, unit=figure.unit or behind.unit)


def _in_words(paragraph: Paragraph, taken: frozenset[int]) -> Iterator[Figure]:
    """Numbers in words: forty-four, two hundred and six, three-day, a dozen."""
    tokens = paragraph.tokens
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if (
            token.kind != "word"
            or token.start in taken
            or (token.lower not in _NUMBER_WORDS and "-" not in token.lower)
        ):
            i += 1
            continue
        figure, last = _spelt(tokens, i)
        if figure is not None:
            yield figure
        i = max(last, i + 1)


def _spelt(tokens: list[Token], first: int) -> tuple[Figure | None, int]:
    total: Decimal = Decimal(0)
    part: Decimal = Decimal(0)
    seen = free = False
    scale = _ONE
    ordinal = False
    i = first
    while i < min(len(tokens), first + 14):
        pieces = tokens[i].lower.split("-")
        before = (total, part, seen)
        for piece in pieces:
            if piece in ONES and not (seen and part % 10 and part % 100):
                part += ONES[piece]
                seen = True
            elif piece in TENS and not (seen and part % 100):
                part += TENS[piece]
                seen = True
            elif piece in ORDINALS and not (seen and part % 10) and piece not in ("half",):
                part += ORDINALS[piece]
                seen = ordinal = True
                break
            elif piece == "hundred" and seen:
                part *= 100
            elif piece in _SCALES and piece not in _SHORT:
                if seen:
                    scale = Decimal(10) ** _SCALES[piece]
                    total, part = total + (part or _ONE) * scale, Decimal(0)
                else:
                    part, seen, free = Decimal(10) ** _SCALES[piece], True, True
            elif piece in _MULTIPLES and (seen or piece != "score"):
                part = (part or _ONE) * _MULTIPLES[piece]
                seen = True
            else:
                break
        if (total, part, seen) == before and not (seen and _goes_on(tokens, i)):
            break
        i += 1
        if ordinal or (len(pieces) > 1 and pieces[-1] not in _NUMBER_WORDS):
            break
    if not seen or i == first:
        return None, first + 1
    value = total + part
    word = tokens[first].lower
    unit = tokens[i].lower if i < len(tokens) and tokens[i].kind == "word" else ""
    last = tokens[i - 1].lower.rpartition("-")[2]
    if len(tokens[i - 1].lower.split("-")) > 1 and last not in _NUMBER_WORDS:
        unit = next((piece for piece in tokens[i - 1].lower.split("-")[1:] if piece not in _NUMBER_WORDS), "")
    kind = (
        "ordinal"
        if ordinal
        else "%"
        if unit in ("percent", "%", "pct") or (unit == "per" and i + 1 < len(tokens) and tokens[i + 1].lower == "cent")
        else ""
    )
    named = first > 0 and tokens[first].capitalised and i < len(tokens) and tokens[i].capitalised  # Three Gorges
    sure = not free and not named and not (i == first + 1 and word in _FREE) and value > 1
    others = [value / 100] if kind == "%" else [100 * (value - 1)] if ordinal else []
    if unit in ("other", "others", "more") or (first and tokens[first - 1].lower == "other"):
        others.append(value + 1)
    if tokens[i - 1].lower in ("dozen", "dozens"):
        others.extend(value + more for more in range(-4, 7))
    if value <= 12 and _LATE.match(" ".join(token.lower for token in tokens[i : i + 4])):
        others.extend((value + 12, (value + 12) * 60))
    if i + 2 < len(tokens) and [token.lower for token in tokens[i : i + 3]] == ["and", "a", "half"]:
        others.append(value + Decimal("0.5"))
        if i + 3 < len(tokens) and tokens[i + 3].lower in _SCALES:  # one and a half million
            others.append((value + Decimal("0.5")) * Decimal(10) ** _SCALES[tokens[i + 3].lower])
    return Figure(value, kind, tokens[first].start, tokens[i - 1].end, sure, False, scale, tuple(others), unit), i


#: Behind an hour in words: that of another clock.
_LATE = regex(r"(?:o ?['’] ?clock\b|(?:o ?['’] ?clock )?(?:in the (?:evening|afternoon)|at night|p\.? ?m\b))")


def _goes_on(tokens: list[Token], index: int) -> bool:
    """Whether a number goes on behind the `and` at a token: two hundred and six."""
    return (
        tokens[index].lower == "and"
        and index + 1 < len(tokens)
        and not {*tokens[index + 1].lower.split("-")[:1]}.isdisjoint((*ONES, *TENS))
        and tokens[index - 1].lower in ("hundred", "thousand", "million")
    )


@lru_cache(maxsize=256)
def loose_values(paragraph: Paragraph) -> frozenset[Decimal]:
    """Values that words of the text may stand for without being numbers: both, twice, a quarter, noon, IV, March."""
    found: set[Decimal] = set()
    for token in paragraph.tokens:
        if token.kind == "word":
            for piece in {token.lower, *token.lower.split("-")}:
                found.update(_LOOSE.get(piece, ()))
                if piece.endswith(("ths", "rds")):
                    found.add(Decimal(ORDINALS.get(piece[:-1], 1)))
            if token.text in MONTHS:
                found.add(Decimal(MONTHS[token.text]))
            elif _ROMAN.fullmatch(token.text):
                found.add(Decimal(roman(token.text)))
    return frozenset(found)
