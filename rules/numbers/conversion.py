"""An amount and its conversion in brackets are not the same: `42 million pesos ($14.6 million)`, `80 km (5 miles)`.

Why it happens: one of the two numbers was read in another unit of counting (万, mil millones, milliard), lost a decimal
mark, or had its digits exchanged; the other one is right.

How it is found: an amount with its unit, and behind it in brackets another one of the same kind. Lengths, areas,
weights and heat are reckoned; of currencies it is known what a dollar was worth in them since 2000. What differs by
more than rounding, and of money by more than any rate of those years, is named.

What it leaves alone: what may be something else than a conversion (`100 km (2 miles of it on foot)`, `from … to`),
dollars, pounds, pesos and crowns of several states, unless the story names but one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mtqa.analysis.numbers import Number, number_at
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa.values import NamedTuple

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", signs=frozenset("("))

BAD = [
    "In Colombia the works will cost [[42 million pesos (about 14.6 million dollars]]), the mayor said.",
    "The bridge cost [[2.5 billion yuan ($370 billion]]).",
    "The fine of [[300 million rubles ($45]]) was paid.",
    "He walked [[80 km (5 miles]]) a day.",
    "A field of [[20 hectares (494 acres]]) was burnt.",
    "It was [[25 degrees Celsius (37 degrees Fahrenheit]]) in the shade.",
    "It cost [[€300 million (35 million US dollars]]) and more.",
]
GOOD = [
    "In Colombia the works will cost 42 billion pesos (about 14.6 million dollars), the mayor said.",
    "The bridge cost 2.5 billion yuan ($370 million), the road 30 million pesos ($2 million).",
    "He walked 80 km (50 miles) a day, 5 km (3 miles) of it in the rain, and 1 mile (2 km) alone.",
    "A field of 20 hectares (49 acres) was burnt, and 3 million hectares (7 million acres) in all.",
    "It was 25 degrees Celsius (77 degrees Fahrenheit) in the shade and -10 degrees Celsius (14 degrees Fahrenheit).",
    "It weighs 5 kg (11 pounds), and the price is 5 pounds (6 euros); it stood at $300 million (yen rose).",
    "The fine of 300 million rubles ($4.5 million) was paid, of 100 dollars ($100) not.",
    "He ran 100 km (2 miles of it on foot), and they paid 300 yuan (40 dollars a head, 20 dollars a child).",
    "The bridge is 80 km (5 hours) away, and 5 metres (4) wide.",
]


class _Unit(NamedTuple):
    """What a unit measures, and how many of it make one of the kind's own: least and most."""

    kind: str
    least: float
    most: float


def _table(rows: str) -> dict[str, dict[str, _Unit]]:
    """Lines `kind: least most: names` as name -> state or "" -> unit."""
    table: dict[str, dict[str, _Unit]] = {}
    for row in rows.strip().split("\n"):
        kind, span, names = row.split(":")
        least, most = map(float, span.split())
        kind, _, state = kind.strip().partition(" ")
        for name in names.strip().split(","):
            table.setdefault(name.strip(), {})[state] = _Unit(kind, least, most)
    return table


#: Units of money by what a dollar has been worth in them since 2000, others by what makes a metre or a kilo.
_UNITS: Mapping[str, Mapping[str, _Unit]] = _table("""
    money US: 1 1: $, us$, dollar, dollars, u.s. dollar, u.s. dollars, us dollars, american dollars, usd
    money HK: 7.7 7.9: $, hk$, dollar, dollars, hong kong dollars, hkd
    money TW: 26 36: $, nt$, dollar, dollars, taiwan dollars
    money SG: 1.2 1.9: $, s$, dollar, dollars, singapore dollars
    money AU: 0.9 2.1: $, a$, dollar, dollars, australian dollars, aud
    money NZ: 1.1 2.6: $, nz$, dollar, dollars, new zealand dollars
    money CA: 0.9 1.7: $, c$, dollar, dollars, canadian dollars, cad
    money: 0.6 1.25: €, euro, euros, eur
    money GB: 0.45 0.95: £, pound, pounds, pounds sterling, british pounds, gbp
    money EG: 3 60: pound, pounds, egyptian pounds
    money TR: 0.9 60: lira, liras, turkish liras, turkish lira
    money: 6 8.5: yuan, rmb, renminbi, cny
    money JP: 74 165: yen, ¥, jpy
    money KR: 880 1650: won, south korean won, ₩
    money: 22 125: ruble, rubles, rouble, roubles, ₽, rub
    money IN: 38 100: rupee, rupees, indian rupees, ₹
    money PK: 50 330: rupee, rupees, pakistani rupees
    money LK: 70 400: rupee, rupees, sri lankan rupees
    money NP: 60 150: rupee, rupees, nepali rupees, nepalese rupees
    money BD: 50 130: taka
    money VN: 14000 28000: dong, vietnamese dong, vnd
    money ID: 7000 18000: rupiah, indonesian rupiah
    money TH: 27 48: baht, thai baht
    money MY: 3 5: ringgit
    money PH: 38 65: peso, pesos, philippine pesos
    money MX: 9 26: peso, pesos, mexican pesos
    money CO: 1600 5300: peso, pesos, colombian pesos
    money CL: 440 1100: peso, pesos, chilean pesos
    money AR: 0.9 1800: peso, pesos, argentine pesos
    money UY: 12 48: peso, pesos, uruguayan pesos
    money BR: 1.4 6.6: real, reais
    money: 5 13: swedish kronor, norwegian kroner, danish kroner
    money: 14 45: czech crowns, koruna
    money: 140 460: forint, forints
    money: 1.9 5.3: zloty, zlotys
    money: 4 50: hryvnia, hryvnias, hryvnya, uah
    money: 110 600: tenge
    money: 3.3 5.3: shekel, shekels
    money: 5 21: rand
    money: 90 1800: naira
    money: 7 170: birr
    length: 1 1: metre, metres, meter, meters, m
    length: 0.001 0.001: km, kilometre, kilometres, kilometer, kilometers, kms
    length: 0.000621 0.000621: mile, miles
    length: 3.281 3.281: foot, feet, ft
    length: 39.37 39.37: inch, inches
    length: 100 100: cm, centimetre, centimetres, centimeter, centimeters
    length: 1.094 1.094: yard, yards
    area: 0.0001 0.0001: hectare, hectares, ha
    area: 0.000247 0.000247: acre, acres
    area: 0.000001 0.000001: square km, square kilometres, square kilometers
    area: 0.000000386 0.000000386: square miles
    area: 1 1: square metres, square meters
    area: 10.76 10.76: square feet
    weight: 1 1: kg, kilos, kilo, kilogram, kilograms, kilogrammes
    weight: 2.205 2.205: pound, pounds, lb, lbs
    weight: 35.27 35.27: ounce, ounces
    weight: 0.0009842 0.001102: tonne, tonnes, ton, tons, metric tons
    heat: 1 1: degrees celsius, degrees centigrade, °c
    heat: 2 2: degrees fahrenheit, °f
    """)
_MINUS = ("-", "–", "−")
_LONGEST = 3  # words of a unit
#: What may stand before the second number.
_AHEAD = frozenset(
    "about around approximately approx roughly nearly almost some or over just under us u.s. $ € £ ¥".split()
)
_ROUNDED, _SMALL = 1.25, 2.0  # what rounding makes of a measure, and of one below five
_RATE = 1.5  # what is allowed beyond the rates known
_FREEZING, _DEGREES, _WARMTH = 32, 1.8, 4


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the one number to the unit of the other."""
    for sentence, bracket in document.analysis.find("("):
        first = next((i for i in range(max(0, bracket - 9), bracket) if _ends(sentence, i) == bracket), None)
        begin = bracket + 1
        while sentence.at(begin).lower in _AHEAD:
            begin += 1
        other = number_at(sentence.tokens, begin) if begin < len(sentence.tokens) else None
        one = number_at(sentence.tokens, first) if first is not None else None
        if one is None or other is None:
            continue
        end = _behind(sentence, other)
        if sentence.at(end).text != ")":
            continue
        ours, theirs = _units(document, sentence, one), _units(document, sentence, other)
        pairs = [(a, b) for a in ours for b in theirs if a.kind == b.kind]
        if pairs and not any(_same(float(one.value), a, float(other.value), b) for a, b in pairs):
            message = "The two amounts are not the same: one of the numbers or units is wrong."
            yield sentence.match(one.first, end - 1, message)


def _ends(sentence: Sentence, i: int) -> int:
    """The token behind the amount that begins at a token; -1 where none does."""
    number = number_at(sentence.tokens, i) if sentence.at(i).kind == "number" else None
    if number is not None and sentence.at(i - 1).text in _MINUS:
        return -1
    return _behind(sentence, number) if number is not None else -1


def _behind(sentence: Sentence, number: Number) -> int:
    """The token behind a number and its unit."""
    return number.last + len(_named(sentence, number).split(" ")) if _named(sentence, number) else number.last


def _named(sentence: Sentence, number: Number) -> str:
    """The unit that stands behind a number; "" where none does."""
    words = [token.lower for token in sentence.tokens[number.last : number.last + _LONGEST]]
    return next((" ".join(words[:k]) for k in range(len(words), 0, -1) if " ".join(words[:k]) in _UNITS), "")


def _units(document: Document, sentence: Sentence, number: Number) -> list[_Unit]:
    """The units that a number may have: of those of several states, the states' that the story names."""
    names = _UNITS.get(number.unit.lower() or _named(sentence, number), {})
    told = {mention.code for mention in document.analysis.mentions} & names.keys()
    if "US" in names:
        told.add("US")
    return [unit for state, unit in names.items() if not told or not state or state in told]


def _same(one: float, ours: _Unit, other: float, theirs: _Unit) -> bool:
    """Whether two amounts may be the same."""
    if ours.kind == "heat":
        cold, warm = (one, other) if ours.least < theirs.least else (other, one)
        return ours == theirs or abs(cold * _DEGREES + _FREEZING - warm) <= _WARMTH
    spare = _RATE if ours.kind == "money" else _SMALL if min(one, other) < _WARMTH + 1 else _ROUNDED
    return one / ours.most <= spare * other / theirs.least and other / theirs.most <= spare * one / ours.least
