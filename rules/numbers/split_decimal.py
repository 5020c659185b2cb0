"""A decimal number is cut behind its point: `46. 8%`, `5. 7 per cent`.

Why it happens: the engine takes the decimal point for the full stop of a sentence, or the tokeniser of a Chinese or
Gujarati engine never joined the three pieces again.

How it is found: behind a word, digits, a point, a space and one to three digits that go on as a measure: a per cent
sign, a scale or a unit. In a document with such a number, every one that is cut so.

What it leaves alone: numbered lists, a full stop before a sentence that begins with a figure (`in 2017. 30 percent of
them`), page and section numbers, decimals written whole.

Languages: seen with engines of Chinese and of Gujarati only.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/number-format",
    severity="minor",
    since="0.3",
    facts=("digit",),
)

BAD = [
    "The price of oil fell [[2. 48%]] on Monday.",
    "The sum is about [[64. 12 million]] yuan.",
    "Growth slowed to [[7. 5 per cent]], lower than the year before.",
    "The rate went up by [[0. 3 percentage]] points.",
    "The hall is [[12. 5 metres]] high and cost [[1. 54 billion]] yuan.",
    "The share of [[3. 2%]] is small; the index stood at [[690. 3]] and then fell.",
]

GOOD = [
    "The price of oil fell 2.48% on Monday.",
    "They met in 2017. 30 percent came late.",
    "The share rose to 41. 20 million people know his name, and 60% of the others.",
    "Of the men she counted 12. 5 percent of them left.",
    "See section 3. 12 metres of rope are needed.",
    "The plan has three parts: 1. 5 million trees. 2. 7 million shrubs.",
    "He bought 30. 5 went to his son.",
    "They paid $3.5 million in 2016. 12 percent was tax.",
]

_MEASURE = (
    "per ?cent|percentage|million|billion|trillion|yuan|dollars?|euros?|met(?:er|re)s?|km|kilomet(?:er|re)s?|"
    "kg|kilograms?|tons|tonnes|degrees|points|times|square|cubic|hectares|acres|seconds"
)
_CUT = regex(
    r"(?<=[a-z$€£¥][ $€£¥])(?!(?:19|20)\d\d\.)\d{1,4}\. \d{1,3}(?:,\d{3}){0,2}(?![\d.:/])"
    rf"(?P<sure>(?: ?%| (?:{_MEASURE})\b)(?! (?:of|people)\b))?"
)
_SIGNS = tuple(f"{digit}. " for digit in range(10))
_PLACE = regex(r"\b(?:sections?|pages?|chapters?|articles?|no|numbers?) $", re.IGNORECASE)

rule.only_on(signs=_SIGNS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag numbers cut at the point, where one of the document is a measure."""
    cut = [
        (paragraph, found)
        for paragraph, found in document.analysis.search(_CUT, *_SIGNS)
        if not _PLACE.search(paragraph.text[max(0, found.start() - 10) : found.start()])
    ]
    if not any(found["sure"] for _, found in cut):
        return
    for paragraph, found in cut:
        right = found[0].replace(". ", ".")
        yield paragraph.match(found.span(), f"The number “{right}” is written with a space in it.", right)
