"""An ordinal with the ending of another: `21th`, `3th`, `12st`.

Why it happens: the engine copies the digits and adds the most usual ending.

How it is found: digits with `st`, `nd`, `rd` or `th`, checked against the last two digits.

What it leaves alone: ordinals in quotation marks or after `No.`, dates and years (`2018th` is one too), codes with
letters in front, and older writing (`2d`, `3d`).
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import ending, numerals

rule = Rule(
    category="fluency/spelling",
    severity="minor",
    facts=("digit",),
)

BAD = [
    "It is the [[21th]] meeting of the committee.",
    "They celebrated the [[72th]] anniversary of the founding.",
    "He finished [[3th]] in the men's race.",
    "The [[12st]] floor was closed.",
    "On the [[22th]] they left, on the [[23th]] they came back.",
]

GOOD = [
    "It is the 21st meeting, the 22nd, the 23rd and the 24th.",
    "The 11th, 12th and 13th floors; the 111th, 112th and 113th.",
    "The 101st Airborne and the 2d Regiment; a 3D film; 4thly.",
    "The 1st, 2nd and 3rd of May, the 10th and the 20th of June.",
    "The slogan “21th century” is his.",
    "The 1990s and the 40-something; 5nm chips; 1stdibs sold it.",
    "He ran 3rd, she 1st; the 1,000th visitor and the 1,001st.",
    "The room is 12b, not 12nd-floor as B-12st.",
]

_ORDINAL = regex(r"(?:\d{1,3}(?:,\d{3}){0,5}|\d{1,9})(st|nd|rd|th)", re.ASCII)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag ordinals with a wrong ending."""
    for sentence, i in document.analysis.view(numerals):
        text = sentence.tokens[i].text
        match = _ORDINAL.fullmatch(text.lower())
        if match is None or sentence.at(i - 1).text in _BEFORE:
            continue
        digits = text[: match.start(1)]
        right = digits + ending(int(digits.replace(",", "")))
        if text.lower() != right:
            yield sentence.match(i, i, f"“{text}” has the wrong ending: it is “{right}”.", right)


_BEFORE = ("“", '"', "‘", "'", "-", ".")
