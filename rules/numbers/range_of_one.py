"""A range begins where it ends: `three to three years`, `from October 14 to October 14`.

Why it happens: the engine loses one of two numbers that look alike (`three to five`), or gives both ends the number it
has just written.

How it is found: `to`, or `and` behind `between`, with the same number on both sides and a unit or a share behind, in
figures or in words; a year from itself to itself behind `from` or `between`, and a day of a month.

What it leaves alone: hours (`from 9 to 9`, `9 a.m. to 9 a.m.`), scores, votes, odds and ratios (`1 to 1`, `tied 5 to
5`), a day of another year (`from May 1 to May 1 next year`), numbers that go on behind (`2 to 2.5 million`), and months
and weekdays alone (`from Monday to Monday` is a week).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import MEASURES
from mtqa.knowledge.places import MONTHS
from mtqa.knowledge.words import COUNTS
from mtqa.rule import Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", words=frozenset(("to", "and")))

BAD = [
    "The siege lasted [[three to three years]], and few were left.",
    "Prices will rise by [[5 to 5 percent]] in May.",
    "The share fell [[from 45% to 45%]] within a year.",
    "He was mayor [[from 1969 to 1969]], she said.",
    "The fair runs [[from October 14 to October 14]] in Oslo.",
    "The fee lies [[between 2 and 2 million]] euros. It takes [[four years to four years]].",
    "The fair runs [[from 14 October to 14 October]] in Oslo.",
]
GOOD = [
    "The siege lasted three to five years, and prices rose by 2 to 2.5 percent.",
    "The shop is open from 9 to 9. They tied 5 to 5, and the odds are 1 to 1.",
    "It is open from 9 a.m. to 9 a.m. on all days.",
    "They were away from May 1 to May 1 next year, and from Monday to Monday.",
    "They were away from May 1, 2019 to May 1, 2020, and from 1 May 2019 to 1 May 2020.",
    "He was mayor from 1969 to 1996. She went from bad to bad days, and from home to home.",
    "Twenty people were moved to and fro, and two and two years later left.",
    "The price went from high 5 to high 5. It takes four days to four years. Set line 1969 to 1969.",
    "From May 1 to May 1 of the year after, he slept. The fair runs from October 14 to October 15 in Oslo.",
]

_OPENERS = frozenset(("from", "between"))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the first end, or the word that brings it in, to the last word of the second."""
    for sentence, i in document.analysis.find("to", "and"):
        if sentence.at(i + 1).lower not in (sentence.at(i - 1).lower, sentence.at(i - 2).lower):  # cheap
            continue
        found = _units(sentence, i) or _dates(sentence, i)
        if found is not None:
            text = sentence.text(*found)
            yield sentence.match(*found, f"“{text}” begins where it ends; one of the two should be another.")


def _units(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """First and last token of `three to three years`, `5% to 5%`, `between 2 and 2 million euros`."""
    one, two, unit = sentence.at(i - 1), sentence.at(i + 1), sentence.at(i + 2)
    first = i - 1
    if one.lower == unit.lower:
        first, one = i - 2, sentence.at(i - 2)
    if sentence.at(i).lower == "and" and sentence.at(first - 1).lower != "between":
        return None  # two and two years later
    if one.lower != two.lower or not _number(two.lower) or unit.lower not in MEASURES:
        return None
    return first - (sentence.at(first - 1).lower in _OPENERS), i + 2


def _dates(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """First and last token of `from 1969 to 1969`, `from October 14 to October 14`."""
    for size in (1, 2):
        begin, end = i - size - 1, i + size
        words = [token.text for token in sentence.tokens[max(0, begin + 1) : i]]
        if sentence.at(begin).lower not in _OPENERS or words != [t.text for t in sentence.tokens[i + 1 : end + 1]]:
            continue
        months = [word for word in words if word in MONTHS]
        figures = [word for word in words if word.isdigit() and (len(word) == 4 or months)]
        if len(figures) == 1 and len(months) == size - 1 and not _another(sentence, end):
            return begin, end
    return None


def _another(sentence: Sentence, end: int) -> bool:
    """Whether what stands behind makes the second end another: a year, a share of it, next year."""
    behind = sentence.at(end + 1 + (sentence.at(end + 1).text == ","))
    return behind.kind == "number" or behind.lower in ("next", "of", "the")


def _number(word: str) -> bool:
    return word in COUNTS or word.replace(".", "").replace(",", "").isdigit()
