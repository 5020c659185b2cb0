"""Digits grouped or cut as English does not: `12, 000`, `1.250.000`, `1,4 billion`.

Why it happens: the engine keeps the point and comma of the source, or takes the comma inside a number for one of
the sentence.

How it is found: a comma with white space before three digits that nothing but a number explains (`000`, a
currency sign or `than` before, a counted noun behind); two or more points between groups of three digits; a
decimal comma before a scale word or a unit.

What it leaves alone: lists (`10, 120, 300`), years and dates, house numbers, coordinates and scores in brackets,
versions and addresses (`10.250.100.1`), Indian grouping (`2,06,737`).
"""

import re
from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import SCALES
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import MONTHS, numerals, word_at

rule = Rule(
    category="locale-convention/number-format",
    severity="minor",
    measured=("figures: docs/rules/numbers.md",),
)

BAD = [
    "The hall holds [[12, 000]] people.",
    "It cost more than [[1, 250]] yuan to mend.",
    "The town has [[1.250.000]] inhabitants.",
    "China has [[1,4 billion]] people.",
    "Prices rose by [[2,5%]] in May.",
    "They paid $[[3, 400]] for the car.",
    "The lowest value was [[7,5 degrees]] below zero.",
]

GOOD = [
    "The hall holds 12,000 people and 1,250,300 books.",
    "The rooms 10, 120 and 300 are free; so are 5, 250, 300.",
    "In 2019, 000 was the code; on March 3, 250 people came.",
    "Of those over 80, 250 people fell ill.",
    "The server 10.250.100.1 and version 1.250.000-beta failed.",
    "India reported 2,06,737 cases; the input is [0,0].",
    "The 3,5 rule: in 1,4 he wrote of love.",
    "In Group 1, 250 men took part, more than in Group 2, 300.",
    "At 7, 130 people were on board.",
]

_POINTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,5}", re.ASCII)
_DECIMAL = re.compile(r"\d{1,3},\d{1,2}", re.ASCII)
_UNITS = SCALES | frozenset(
    "% ° percent mm cm m km kg g mg kw mw gw kwh mwh hz khz mhz ghz degrees millimeters millimetres centimeters "
    "centimetres meters metres kilometers kilometres miles feet inches acres hectares grams kilograms kilos tons "
    "tonnes liters litres barrels watts volts megawatts gigawatts seconds minutes hours euros dollars pounds yuan "
    "roubles rubles yen gigabytes megabytes".split()
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag broken grouping and decimal commas."""
    for sentence, i in numerals(document):
        tokens = sentence.tokens
        text = tokens[i].text
        if _POINTS.fullmatch(text):
            if word_at(tokens, i + 1) not in ("-", "/") and word_at(tokens, i - 1) not in ("version", "-", "/", "."):
                message = f"“{text}” is grouped with points; English writes commas."
                yield Match(sentence.segment, tokens[i].start, tokens[i].end, message, (text.replace(".", ","),))
        elif _DECIMAL.fullmatch(text):
            unit = word_at(tokens, i + 1)
            if unit in _UNITS:
                end = tokens[i + 1].end
                right = text.replace(",", ".")
                gap = " " if tokens[i + 1].space else ""
                message = f"“{text}” has a comma for a decimal point."
                yield Match(
                    sentence.segment, tokens[i].start, end, message, (f"{right}{gap}{tokens[i + 1].text}",)
                )  # fmt: skip
        elif len(text) <= 3 and text.isdigit() and _cut(tokens, i):
            message = f"The number “{text},{tokens[i + 2].text}” is written with a space in it."
            yield Match(
                sentence.segment, tokens[i].start, tokens[i + 2].end, message, (f"{text},{tokens[i + 2].text}",)
            )  # fmt: skip


def _cut(tokens: list[Token], i: int) -> bool:
    """Whether `12, 000` begins at token `i`."""
    if i + 2 >= len(tokens) or tokens[i + 1].text != "," or tokens[i + 1].space or not tokens[i + 2].space:
        return False
    tail = tokens[i + 2].text
    if len(tail) != 3 or not tail.isdigit() or tokens[i].text[0] == "0":
        return False
    before = tokens[i - 1] if i else None
    behind = tokens[i + 3] if i + 3 < len(tokens) else None
    if behind is not None and (behind.text == "," or behind.lower in ("and", "or")):
        return False
    if before is not None and (before.text in MONTHS or before.text in ",-" or before.kind == "number"):
        return False
    if tail == "000":
        return True
    if before is not None and before.text in ("$", "€", "£", "¥"):
        return True
    counted = behind is not None and (
        behind.text in SCALES or behind.lower in ("yuan", "people") or english().tags(behind.lower)[:1] == "S"
    )
    return counted and before is not None and before.lower in ("than", "nearly", "approximately", "roughly", "totaling")
