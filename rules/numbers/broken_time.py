"""A time of day with a space in it: `00: 30`.

Why it happens: the colon of the source is a wide one with white space of its own, which the engine takes for the
colon of a sentence.

How it is found: hour, colon, white space and two digits of minutes, behind a word that leads to a time and before
what may follow one, or before `a.m.` and `p.m.`; a second time behind it belongs to it.

What it leaves alone: scores, verses and ratios (`John 3: 16`), numbered lists and headings.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.numbers._scores import scores

rule = Rule(
    category="locale-convention/date-format",
    severity="minor",
    facts=("digit",),
    signs=frozenset((":",)),
    fix="safe",
)

BAD = [
    "The train leaves at [[00: 30]] the next day.",
    "The hall is open from [[9: 00 am to 11: 00]] pm.",
    "Service was extended from [[22: 25 to 23: 25]].",
    "Around [[7 :30]] on the evening of the fair the lights went out.",
    "The gates shut at [[18 : 05]].",
]

GOOD = [
    "The train leaves at 00:30 and comes in at 7.45 p.m.",
    "He read from John 3: 16 and Psalm 23: 10.",
    "They lost the first set at 21: 25 and won the second.",
    "In group 1: 20 men, in group 2: 30 women.",
    "The score was 3: 1; the odds were 5: 10.",
    "Question 4: 25 points for the first answer at 12: a record.",
    "They came at 5: 20 men and a dog.",
    "The parade began at 1800 hours; at 8 o'clock in the evening it was over.",
]

_DAY_HALF = r" ?[ap]\.?m\b\.?"
_SPACED = r"(?:[01]?\d|2[0-4])(?: : ?|: )[0-5]\d(?![\d:%])"
_SECOND = rf"(?:(?:{_DAY_HALF})? ?(?:to|and|until|till|[-–—]) ?(?:[01]?\d|2[0-4]) ?: ?[0-5]\d(?![\d:%]))?"
_LEAD = r"\b(?:at|from|to|until|till|before|after|by|about|around|between|and|since) "
_NEXT = (
    "on in to at and the local until till every from this that yesterday today noon hours o.clock utc gmt bst beijing"
)
_BEHIND = rf"(?=\W*$|\s?[^\w\s]|{_DAY_HALF}| (?:{_NEXT.replace(' ', '|')})\b)"
_TIME = regex(rf"(?:{_LEAD}({_SPACED}{_SECOND}){_BEHIND}|(?<![\w:.])({_SPACED})(?={_DAY_HALF}))", re.IGNORECASE)
_REACH = 120  # characters in which a word of winning or losing stands before a score


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag times with white space in them."""
    for segment in dict.fromkeys(sentence.segment for sentence, _ in document.analysis.find(":")):
        text = document.segments[segment].target
        for found in _TIME.finditer(text):
            start, end = found.span(1 if found[1] else 2)
            near = text[max(0, start - _REACH) : end]
            if any(score.end("score") > len(near) - end + start for score in scores(near)):
                continue
            right = re.sub(r" ?: ?", ":", text[start:end])
            yield Match(segment, start, end, f"The time “{right}” is written with a space in it.", (right,))
