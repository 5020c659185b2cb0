"""The figures of a source in any language against those of its English target: which meet, and which meet none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from mtqa.analysis.figures import Figure, english_figures, loose_values, significant
from mtqa.analysis.source import SourceAnalysis, SourceSegment
from mtqa.analysis.source.digits import western
from mtqa.analysis.source.figures import Read, source_figures
from mtqa.analysis.text import Analysis, Paragraph
from mtqa.knowledge.similar import distance
from mtqa.lazy import regex
from mtqa.values import dataclass

__all__ = ["Changed", "Compared", "changes", "compared", "english", "held"]

_MOST = 60  # a paragraph with more figures is a table or worse
_NEIGHBOURS = 2
#: English units with what the units a source may have had make of one of them.
_UNITS: dict[str, tuple[str, ...]] = {
    "mile": ("1.609", "3.219"),
    "foot": ("0.3048", "30.48", "304.8"),
    "inch": ("2.54", "25.4"),
    "yard": ("0.9144",),
    "pound": ("0.4536", "0.907"),
    "lb": ("0.4536",),
    "ounce": ("28.35",),
    "acre": ("0.4047", "4047", "6.07", "0.00607"),
    "gallon": ("3.785",),
    "stone": ("6.35",),
    "cubic foot": ("0.02832",),
    "cubic meter": ("35.31", "1000", "0.001"),
    "square mile": ("2.59", "259"),
    "square foot": ("0.0929", "0.0281", "0.00929"),
    "square meter": ("0.3025", "0.01", "0.0001", "0.001", "0.0015"),
    "square kilometer": ("100", "1500", "1000000"),
    "week": ("7", "5"),
    "fortnight": ("14",),
    "month": ("0.08333", "30", "4"),
    "year": ("12", "365", "0.1"),
    "decade": ("10",),
    "anniversary": ("0.1",),
    "century": ("100",),
    "day": ("24", "0.14286"),
    "hour": ("0.0416667", "60"),
    "minute": ("0.0166667", "60"),
    "second": ("0.0166667",),
    "ton": ("1000", "2000", "0.907"),
    "kilogram": ("2", "0.001", "1000"),
    "kg": ("2", "0.001", "1000"),
    "gram": ("0.001", "0.02"),
    "kilometer": ("2", "1000", "0.6214", "1.852"),
    "km": ("2", "1000", "0.6214"),
    "mph": ("1.609",),
    "mi": ("1.609",),
    "ft": ("0.3048",),
    "meter": ("0.001", "100", "3", "0.3048", "1000"),
    "m": ("100", "3", "0.001"),
    "cm": ("0.01", "10", "2.54"),
    "centimeter": ("0.01", "10"),
    "millimeter": ("0.1", "0.001"),
    "hectare": ("15", "10000", "0.01", "2.471"),
    "cent": ("0.01",),
    "jiao": ("0.1",),
    "semester": ("0.5",),
    "half": ("0.5", "45"),
    "times": ("0.01",),
    "point": ("0.01", "100"),
    "basis": ("0.01",),
    "knot": ("1.852",),
    "liter": ("0.001", "1000"),
    "barrel": ("158.98",),
    "degree": (),
}
_PLURALS = dict(
    pair.replace("_", " ").split(":")
    for pair in (
        "feet:foot inches:inch centuries:century metre:meter kilometre:kilometer centimetre:centimeter "
        "millimetre:millimeter litre:liter tonne:ton hr:hour yr:year kilo:kg lbs:lb ㎡:square_meter m²:square_meter "
        "sqm:square_meter sq:square_foot"
    ).split()
)
_DIGIT = regex(r"\d")
_TEN = Decimal(10)
_HALF = Decimal("0.5")
_CLOSE = Decimal("0.045")


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of a segment, source against target.

    Attributes:
        paragraph: the target.
        segment: the source.
        read: its figures.
        target: the figures of the target.
        lost: figures of the source that are sure and that nothing in the target renders.
        extra: figures of the target that are sure and that render nothing of the source.
    """

    paragraph: Paragraph
    segment: SourceSegment
    read: Read
    target: tuple[Figure, ...]
    lost: tuple[Figure, ...]
    extra: tuple[Figure, ...]

    def shown(self, figure: Figure) -> str:
        """How the source writes a figure."""
        return self.segment.text[figure.start : figure.end]

    def said(self, figure: Figure) -> str:
        """How the target writes one."""
        return self.paragraph.text[figure.start : figure.end]


def compared(target: Analysis, source: SourceAnalysis) -> Iterator[Compared]:
    """Each segment with a figure on either side; what its neighbours hold is neither lost nor extra."""
    segments, paragraphs = source.segments, target.paragraphs
    english = source.text.paragraphs if source.language == "en" else []
    for paragraph, segment in zip(paragraphs, segments, strict=True):
        digits = _digits(segment.text)
        if not segment.text or not (digits or _digits(paragraph.text) or _figures(paragraph, target.expected)):
            continue  # cheap
        pair = _compared(paragraph, segment, target.expected, english[segment.index] if english else None)
        if pair is None:
            continue
        if pair.lost or pair.extra:
            pair = _without_neighbours(pair, target, segments, english)
        yield pair


def _target(paragraph: Paragraph, language: str) -> tuple[tuple[Figure, ...], frozenset[Decimal], bool]:
    """The figures of a target, the values its words may stand for, and whether its words for magnitudes are known."""
    if language == "en":
        return english_figures(paragraph), loose_values(paragraph), True
    read = source_figures(SourceSegment(paragraph.index, paragraph.text, language))
    return read.figures, read.loose, read.scaled


def _figures(paragraph: Paragraph, language: str) -> tuple[Figure, ...]:
    """The figures alone."""
    return english_figures(paragraph) if language == "en" else _target(paragraph, language)[0]


def _source(segment: SourceSegment, english: Paragraph | None) -> Read:
    """The figures of a source; of an English one those of the paragraph it is."""
    if english is None:
        return source_figures(segment)
    return Read(english_figures(english), loose_values(english), True, "%" in segment.text)


def _digits(text: str) -> bool:
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=256)  # several rules ask in turn
def _compared(
    paragraph: Paragraph, segment: SourceSegment, language: str, english: Paragraph | None
) -> Compared | None:
    read = _source(segment, english)
    target, loose, scaled = _target(paragraph, language)
    if len(read.figures) > _MOST or len(target) > _MOST:
        return None
    read = replace(read, scaled=read.scaled and scaled)
    lost = [one for one in read.figures if one.sure and not held(one, read, target, loose)]
    extra = [one for one in target if one.sure and not _licensed(one, read)]
    if extra:
        lost.extend(_once_too_few(read, target, extra))
    return Compared(paragraph, segment, read, target, tuple(lost), tuple(extra))


def _once_too_few(read: Read, target: Sequence[Figure], extra: Sequence[Figure]) -> Iterator[Figure]:
    """Figures that the source has twice and the target once, beside one that has the same digits in another size."""
    ours = Counter(one.value for one in read.figures if one.sure)
    theirs = Counter(one.value for one in target)
    for value, times in ours.items():
        if 1 <= theirs[value] < times and any(_power(value, one.value) for one in extra):
            yield next(one for one in read.figures if one.sure and one.value == value)


def _without_neighbours(
    pair: Compared, analysis: Analysis, segments: list[SourceSegment], english: list[Paragraph]
) -> Compared:
    """The same without figures that the segments beside it hold: translators move what they say."""
    index, paragraphs = pair.paragraph.index, analysis.paragraphs
    lost, extra = list(pair.lost), list(pair.extra)
    for number in range(max(0, index - _NEIGHBOURS), min(len(paragraphs), index + _NEIGHBOURS + 1)):
        if number == index:
            continue
        if lost and paragraphs[number].text:
            target = _figures(paragraphs[number], analysis.expected)
            lost = [one for one in lost if not held(one, pair.read, target, frozenset())]
        if extra and segments[number].text:
            read = _source(segments[number], english[number] if english else None)
            extra = [one for one in extra if not _licensed(one, read)]
    return Compared(pair.paragraph, pair.segment, pair.read, pair.target, tuple(lost), tuple(extra))


def held(figure: Figure, read: Read, target: Sequence[Figure], loose: frozenset[Decimal]) -> bool:
    """Whether a target holds a figure of the source, in whatever form."""
    if not loose.isdisjoint(figure.values) or any(_equal(figure, one, read.scaled) for one in target):
        return True
    return any(
        _nearly(figure, one) and not any(_equal(other, one, read.scaled) for other in read.figures if other.sure)
        for one in target
    )


def _licensed(figure: Figure, read: Read) -> bool:
    """Whether a source holds a figure of the target, in whatever form."""
    if not read.loose.isdisjoint(figure.values):
        return True
    return any(_equal(one, figure, read.scaled) or _nearly(one, figure) for one in read.figures)


def _equal(source: Figure, target: Figure, scaled: bool) -> bool:
    """Whether two figures may be one: a value in common, or the same digits where magnitudes are not known."""
    if any(value in target.values for value in source.values):
        return True
    return not scaled and significant(source.value) == significant(target.value)


def _nearly(source: Figure, target: Figure) -> bool:
    """Whether a figure of the target is one of the source rounded or in another unit."""
    return (source.kind != "year" and rounded(source.value, target.value)) or _converted(source, target)


def rounded(exact: Decimal, short: Decimal) -> bool:
    """Whether a number is another one rounded, or cut, to fewer digits."""
    if exact <= 0 or short <= 0:
        return False
    sizes = len(significant(exact)), len(significant(short))
    if sizes[1] >= sizes[0] or (sizes[0] < 3 and exact == exact.to_integral_value() and exact < 100):
        return False
    step = Decimal(1).scaleb(_last_place(short))
    return abs(exact - short) < step and (sizes[1] > 1 or abs(exact - short) * 5 < exact)


def _last_place(value: Decimal) -> int:
    """The place of the last digit that is not zero: 0 for ones, 3 for thousands, -1 for tenths."""
    normal = value.normalize()
    exponent = normal.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _converted(source: Figure, target: Figure) -> bool:
    """Whether one is the other in another unit; only of English it is known which."""
    return _measured(source, target) or _measured(target, source)


def _measured(source: Figure, target: Figure) -> bool:
    unit = target.unit
    unit = _PLURALS.get(unit, unit)
    if unit not in _UNITS:
        words = (word if word in _PLURALS else word.removesuffix("s") for word in unit.split(" "))
        unit = " ".join(_PLURALS.get(word, word) for word in words)
    if unit in ("fahrenheit", "f", "degree", "celsius", "c", "°"):
        return abs(source.value * 9 / 5 + 32 - target.value) < 2 or abs((source.value - 32) * 5 / 9 - target.value) < 2
    for one in _UNITS.get(unit, ()):
        factor = Decimal(one)
        if source.scaled and factor == _TEN ** factor.adjusted():
            continue  # 250 thousand tons are no 250 tons, though so many kilograms are
        made = target.value * factor
        if any(value and abs(made - value) <= max(_CLOSE * value, factor * _HALF) for value in source.values):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Changed:
    """A figure of the source that became another one.

    Attributes:
        source, target: the figures.
        power: of ten between them, where all digits are the same; else 0.
    """

    source: Figure
    target: Figure
    power: int


_NEAR = 2  # digits that may differ
_MANY = 3  # figures without a counterpart: with more of them only like ones are paired
_SCALES = ((15, "quadrillion"), (12, "trillion"), (9, "billion"), (6, "million"))


def changes(pair: Compared) -> list[Changed]:
    """Which figure became which: those with the same digits, those that differ a little, the only ones left."""
    left, found = list(pair.extra), []
    lost = list(pair.lost)
    for source in pair.lost:
        same = [one for one in left if _power(source.value, one.value)]
        other = [one for one in same if _other_form(pair, source, one)]
        if other:
            left.remove(other[0])
            lost.remove(source)
            continue
        if same:
            found.append(Changed(source, same[0], _least_power(source, same[0])))
            left.remove(same[0])
            lost.remove(source)
    few = len(pair.lost) <= _MANY and len(pair.extra) <= _MANY
    for source in list(lost):
        near = [(_apart(source, one, few), place) for place, one in enumerate(left)]
        near = [one for one in near if one[0] <= _NEAR]
        if near:
            target = left.pop(min(near)[1])
            found.append(Changed(source, target, 0))
            lost.remove(source)
    for kind in ("%", "year", "") if few else ():
        ours = [one for one in lost if _class(one) == kind]
        theirs = [one for one in left if _class(one) == kind]
        if len(ours) == len(theirs) and all(map(_alike, ours, theirs)):
            found.extend(Changed(one, two, 0) for one, two in zip(ours, theirs, strict=True))
    return found


def _other_form(pair: Compared, source: Figure, target: Figure) -> bool:
    """Whether two figures with the same digits may well be one: cents, marks of the source, the nineties."""
    power = _power(source.value, target.value)
    cents = not source.scaled and source.value < 100 and (power == -2 or (power == 2 and source.value < 1))
    shown, said = (re.sub(r"[^\d.,]", "", text) for text in (western(pair.shown(source)), pair.said(target)))
    untold = target.scaled and not source.scaled  # a scale that stands in the head of a table
    return cents or untold or target.kind == "decade" or (shown == said and not shown.isdigit() and not source.scaled)


def _class(figure: Figure) -> str:
    return figure.kind if figure.kind in ("%", "year") else "" if figure.kind in ("", "ordinal", "decade") else "-"


def _power(source: Decimal, target: Decimal) -> int:
    """The power of ten between two numbers with the same digits; 0 where there is none, or where they are cents."""
    if not source or not target or significant(source) != significant(target):
        return 0
    return (target / source).adjusted()


def _least_power(source: Figure, target: Figure) -> int:
    """The power of ten to the reading of a target that is nearest: 11,7 billion is 11.7 before it is 117."""
    readings = target.values if not target.kind else (target.value,)
    return min(filter(None, (_power(source.value, value) for value in readings)), key=abs)


def _apart(source: Figure, target: Figure, few: bool) -> int:
    """How many digits two figures differ by; many where they are of different kinds or too short to say."""
    ours, theirs = significant(source.value), significant(target.value)
    shorter, longer = sorted((ours, theirs), key=len)
    if (source.kind == "%") != (target.kind == "%") or len(shorter) < 2:
        return len(longer) + _NEAR
    apart = distance(ours, theirs, _NEAR)
    if few and apart == 1 and len(shorter) == len(longer) == 2:
        return apart
    return apart if apart < len(longer) - 1 and 2 * apart <= len(shorter) else len(longer) + _NEAR


def _alike(source: Figure, target: Figure) -> bool:
    """Whether two figures that share no digits may be one that was changed: both small, or of about one size."""
    if not source.value or not target.value:
        return False
    if not target.written and target.value <= 3 and (source.written and source.value > 12):
        return False
    ratio = source.value / target.value
    return Decimal("0.02") < ratio < 50


def english(value: Decimal, said: str, figure: Figure) -> str:
    """A value as English writes it, with the sign and unit that a figure of the target has."""
    match = _SIGNED.match(said)
    before, behind = (match[1], match[2]) if match else ("", "")
    if figure.scaled or value >= 10**6:
        for power, word in _SCALES:
            if value >= 10**power:
                return f"{before}{_plain(value / 10**power)} {word}{behind}"
    return (
        before
        + (
            _plain(value)
            if value >= 10**4 or (figure.kind != "year" and value >= 1000)
            else _plain(value).replace(",", "")
        )
        + behind
    )


_SIGNED = regex(r"([^\d]{0,6})[\d.,\s\u202f]*\d(?:.*?)(\s?(?:%|percent|per cent|pct)|)$", re.IGNORECASE | re.DOTALL)


def _plain(value: Decimal) -> str:
    whole = f"{value.quantize(Decimal('0.001')):,f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole
