"""A unit or currency said twice: `$50 dollars`, `50 percent %`, `8 a.m. in the morning`.

Why it happens: the source writes sign and word, or the engine translates the sign once as a sign and once as a
word.

How it is found: a currency sign before the amount and its word behind it; `%` beside `percent`; a unit beside its
own abbreviation; `a.m.` before `in the morning`.

What it leaves alone: amounts turned into another currency, `Hong Kong dollars`, `$50 dollar bills` and `percentage
points`.
"""

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import SCALES
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import word_at

rule = Rule(
    category="fluency/repetition",
    severity="minor",
    measured=("figures: docs/rules/numbers.md",),
)

BAD = [
    "It costs [[$50 dollars]] a month.",
    "They invested [[€1.2 billion euros]] in the plant.",
    "Sales rose by 50 [[percent %]] in May.",
    "They met at 8 [[a.m. in the morning]] of the fair.",
    "It is 20 [[km kilometers]] from the coast.",
    "The yield was 5[[% percent]] of the sum.",
    "They paid [[¥300 yuan]] for the meal.",
]

GOOD = [
    "It costs $50, or 45 euros, a month.",
    "He paid with a $50 dollar coin, and 5 dollars were left of it.",
    "Growth was 5%. Percent signs are short.",
    "They met at 8 a.m. on the morning of the fair.",
    "It rose 50 percent, a percentage point more.",
    "A $50 note, two dollars and a €20 note in Hong Kong dollars.",
    "It is 20 km. Kilometers are long.",
    "The price in yen, ¥300, yuan payers found low.",
]

_CURRENCIES = {
    "$": ("dollar", "dollars", "usd"), "€": ("euro", "euros", "eur"), "£": ("pound", "pounds", "gbp"),
    "¥": ("yuan", "yen", "rmb"), "￥": ("yuan", "yen", "rmb"),
}  # fmt: skip
_SHORT = {
    "km": ("kilometers", "kilometres", "kilometer"), "kg": ("kilograms", "kilogram", "kilos"),
    "cm": ("centimeters", "centimetres"), "mm": ("millimeters", "millimetres"), "%": ("percent", "per"),
    "percent": ("%",), "kilometers": ("km",), "kilometres": ("km",), "kilograms": ("kg",),
}  # fmt: skip


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag units said twice."""
    analysis = document.analysis
    for sentence, i in analysis.find(*_CURRENCIES):
        end = _amount_end(sentence.tokens, i)
        if end:
            yield _match(sentence.segment, sentence.tokens, i, end)
    for sentence, i in analysis.find(*_SHORT):
        tokens = sentence.tokens
        if i + 1 >= len(tokens) or word_at(tokens, i + 1) not in _SHORT[tokens[i].lower]:
            continue
        end = i + 2
        if tokens[i + 1].lower == "per":
            if word_at(tokens, i + 2) != "cent":
                continue
            end = i + 3
        if i and tokens[i - 1].kind == "number":
            yield _match(sentence.segment, tokens, i, end)
    for sentence, i in analysis.find("a.m.", "am", "a.m"):
        tokens = sentence.tokens
        dot = word_at(tokens, i + 1) == "."
        first = i + 2 if dot else i + 1
        if i and tokens[i - 1].kind == "number" and [word_at(tokens, first + k) for k in range(3)] == _MORNING:
            yield _match(sentence.segment, tokens, i, first + 3)


_MORNING = ["in", "the", "morning"]


def _amount_end(tokens: list[Token], sign: int) -> int:
    """The index behind `$1.2 billion dollars`; 0 where the currency is not repeated."""
    i = sign + 1
    if i >= len(tokens) or tokens[i].kind != "number":
        return 0
    i += 1
    while i < len(tokens) and i < sign + 4 and tokens[i].text in SCALES:
        i += 1
    if word_at(tokens, i) not in _CURRENCIES[tokens[sign].text]:
        return 0
    # `$50 dollar bills` is a way of naming the bill
    return 0 if word_at(tokens, i) == "dollar" and i + 1 < len(tokens) and tokens[i + 1].kind == "word" else i + 1


def _match(segment: int, tokens: list[Token], first: int, end: int) -> Match:
    said = f"“{tokens[first].text}” and “{tokens[end - 1].text}”"
    return Match(segment, tokens[first].start, tokens[end - 1].end, f"{said} say the same thing twice.")
