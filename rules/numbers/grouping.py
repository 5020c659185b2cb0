"""Digits grouped or cut as English does not: `12, 000`, `1.250.000`, `1,4 billion`.

Why it happens: the engine keeps the point and comma of the source, or takes the comma inside a number for one of
the sentence.

How it is found: a comma with white space before three digits that nothing but a number explains (`000`, a
currency sign or `than` before, a counted noun behind); two or more points between groups of three digits, or one
in a text with decimal commas; a decimal comma before a scale word or a unit.

What it leaves alone: lists (`10, 120, 300`), years and dates, house numbers, coordinates and scores in brackets,
versions and addresses (`10.250.100.1`), Indian grouping (`2,06,737`).
"""

import re
from collections.abc import Iterator

from mtqa.analysis.numbers import MONTHS
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import UNITS
from mtqa.knowledge.words import SCALES
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import numerals

rule = Rule(
    category="locale-convention/number-format",
    severity="minor",
    facts=("digit",),
)

BAD = [
    "The hall holds [[12, 000]] people.",
    "It cost more than [[1, 250]] yuan to mend.",
    "The town has [[1.250.000]] inhabitants.",
    "China has [[1,4 billion]] people.",
    "Prices rose by [[2,5%]] in May.",
    "They paid $[[3, 400]] for the car.",
    "The lowest value was [[7,5 degrees]] below zero.",
    "The price rose to [[0,69 USD]] a kilo, and [[1.200]] tons were sold.",
    "The Dow closed at [[10.471,50]] points, up [[0,4]] on the day.",
    "The group cut [[55.000]] jobs.",
    "Some [[1,7923]] tons and [[1,7128,000]] passengers were moved.",
    "Inflation is at [[2,5%]]; the index fell to [[50,7]].",
]

GOOD = [
    "They installed version 1.250.000 of the program.",
    "They paid $1 or 400 yen; the fines were $90, 290, 1590 and 20.",
    "The hall holds 12,000 people and 1,250,300 books.",
    "The rooms 10, 120 and 300 are free; so are 5, 250, 300.",
    "In 2019, 000 was the code; on March 3, 250 people came.",
    "Of those over 80, 250 people fell ill.",
    "The server 10.250.100.1 and version 1.250.000-beta failed.",
    "India reported 2,06,737 cases; the input is [0,0].",
    "The 3,5 rule: in 1,4 he wrote of love.",
    "In Group 1, 250 men took part, more than in Group 2, 300.",
    "At 7, 130 people were on board.",
    "There are 2.5 people a house and 0.125 workers a field. The dollar stood at 1.250 francs; on May 5,2013 it was 2.",
]

_POINTS = regex(r"[1-9]\d{0,2}(?:\.\d{3}){1,5}", re.ASCII)
_DECIMAL = regex(r"\d{1,3},\d{1,2}", re.ASCII)
_UNITS = SCALES | UNITS
_MONEY = frozenset("$€£¥")
_MIXED = regex(r"[1-9]\d{0,2}(?:\.\d{3}){1,5},\d{1,2}", re.ASCII)
_LONG = regex(r"[1-9]\d{0,2}(?:,\d{3}){0,3},\d{4,12}(?:,\d{3}){0,3}", re.ASCII)
#: What is counted in whole numbers only, so that three digits behind a point are thousands.
_WHOLE = frozenset(
    "people persons jobs employees workers soldiers troops passengers visitors inhabitants households".split()
)
_SWAPPED = str.maketrans(".,", ",.")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag broken grouping and decimal commas."""
    numbers = document.analysis.view(numerals)
    decimals = [place for place in numbers if _decimal(*place)]
    for sentence, i in decimals:
        text = sentence.tokens[i].text
        right = text.replace(",", ".") + sentence.text(i, i + 1).removeprefix(text)
        yield sentence.match(i, i + 1, f"“{text}” has a comma for a decimal point.", right)
    sure = set(decimals)
    for sentence, i in numbers:
        text = sentence.tokens[i].text
        if (sentence, i) in sure:
            continue
        if _DECIMAL.fullmatch(text) and (decimals or text.startswith("0,")) and not _listed(sentence, i):
            yield sentence.match(i, i, f"“{text}” has a comma for a decimal point.", text.replace(",", "."))
        elif _MIXED.fullmatch(text):
            right = text.translate(_SWAPPED)
            yield sentence.match(i, i, f"“{text}” has points and comma the other way round: “{right}”.", right)
        elif _LONG.fullmatch(text) and sentence.at(i - 1).text not in MONTHS:
            yield sentence.match(i, i, f"“{text}” is no number: groups have three digits.")
        elif _pointed(sentence, i, bool(decimals)):
            message = f"“{text}” is grouped with points; English writes commas."
            yield sentence.match(i, i, message, text.replace(".", ","))
        elif _cut(sentence, i):
            right = f"{text},{sentence.at(i + 2).text}"
            yield sentence.match(i, i + 2, f"The number “{right}” is written with a space in it.", right)


def _decimal(sentence: Sentence, i: int) -> bool:
    """Whether a token is `2,5` before a unit."""
    return sentence.at(i + 1).lower in _UNITS and _DECIMAL.fullmatch(sentence.tokens[i].text) is not None


def _listed(sentence: Sentence, i: int) -> bool:
    """Whether a token may be a pair in brackets, a list or part of a longer thing: `[0,1]`, `rows 1,2 and 3`."""
    return sentence.at(i - 1).text in _OPENING or sentence.at(i + 1).text in _GOING_ON or sentence.joined(i)


def _pointed(sentence: Sentence, i: int, commas: bool) -> bool:
    """Whether a token is grouped with points: more than one, or one where decimals are written with commas."""
    text = sentence.tokens[i].text
    heads = sentence.at(i + 1).lower in _WHOLE
    if _POINTS.fullmatch(text) is None or not (commas or heads or text.count(".") > 1):
        return False
    return sentence.at(i - 1).lower != "version"


def _cut(sentence: Sentence, i: int) -> bool:
    """Whether `12, 000` begins at a token: three digits that nothing but a number explains."""
    if sentence.at(i + 1).text != ",":
        return False
    before, behind, tail = sentence.at(i - 1), sentence.at(i + 3), sentence.at(i + 2)
    if behind.text == "," or not _HEAD.fullmatch(sentence.tokens[i].text + tail.text):
        return False
    counted = behind.lower in _UNITS | {"people"} or english().usually(behind.lower, "plural")
    return tail.text == "000" or before.text in _MONEY or (counted and before.lower in _ROUGHLY)


_OPENING = ("[", "(", "{", "x", "-", "–", "/", "(x")
_GOING_ON = ("-", "–", "/", ":", "and", "or")
_HEAD = regex(r"[1-9]\d{3,5}", re.ASCII)
_ROUGHLY = ("than", "nearly", "approximately", "roughly", "totaling")
