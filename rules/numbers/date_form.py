"""A date in the form of the source: `the 2015 year`, `March 22 day`, `the 1 of May`.

Why it happens: the engine translates the parts of the date one by one and keeps their order, or the word for day
or year that English leaves out.

How it is found: a year followed by `year` behind a preposition; month and day followed by `day`; a day without
an ordinal ending between `the` and `of` a month; numeric dates with `day` at the end; and a machine's time stamp with
seconds that ends a byline.

What it leaves alone: time stamps inside a sentence or log, `the 2015-16 school year`, `a 365-day year`, `the year of
2015`, `on March 22 Day said`, `of the 21 May said`.

"""

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import MONTHS, word_at

rule = Rule(
    category="locale-convention/date-format",
    severity="minor",
    measured=("figures: docs/rules/numbers.md",),
)

BAD = [
    "In [[the 2015 year]], the share was 33 percent.",
    "The plan was made in [[2015 year]].",
    "The talks opened on [[March 22 day]] in the capital.",
    "It was signed on [[the 1 of May]].",
    "The paper wrote on [[2017-3-22 day]] that they had met.",
    "He was born on [[21 March day]], the agency said.",
    "Global Times [[2017-03-22 18:04:39]]\n\nThe ministers met in Tokyo on Monday.",
]

GOOD = [
    "In the year 2015, the share was 33 percent.",
    "In the 2015 year-end report and the 2015 year in review it is called so.",
    "The talks opened on March 22, day one of the fair.",
    "He scored 22. March was his best month.",
    "It was signed on the 1st of May; of the 12 of April only two came.",
    "In 2015 years of war ended.",
    "The 2017 fiscal year began on 1 April.",
    "On May 4 Day One began; the March 22 day of action was a success.",
    "2017-03-22 18:04:39 server started\n\nThe error came at 2017-03-22 18:04:39 and again at noon.",
    "Global Times, March 22, 2017, 18:04\n\nThe ministers met in Tokyo on Monday.",
    "A 2,000 year old tree and the 1,500 year of peace.",
]

_STAMP = re.compile(r"(?<=[\s·|:])((?:19|20)\d\d[-/.]\d\d[-/.]\d\d \d\d:\d\d:\d\d)\s{0,3}$")
_ENDS = frozenset((",", ".", ";", ")", "?", "!"))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag dates in the form of the source."""
    analysis = document.analysis
    for sentence, i in analysis.find("year"):
        first = _year(sentence.tokens, i)
        if first is not None:
            yield _match(sentence, first, i + 1, "leave out “year”")
    for sentence, i in analysis.find("day"):
        first = _day(sentence.tokens, i)
        if first is not None:
            yield _match(sentence, first, i + 1, "leave out “day”")
    for name in _MONTH_KEYS:
        for sentence, i in analysis.find(name):
            first = _before_month(sentence.tokens, i)
            if first is not None:
                yield _match(sentence, first, i + 1, "write it as an English date")
    for paragraph in analysis.paragraphs:
        if 2 < len(paragraph.tokens) < _BYLINE and len(analysis.paragraphs) > 1:
            stamp = _STAMP.search(paragraph.text, max(0, len(paragraph.text) - 30))
            if stamp:
                message = f"“{stamp[1]}” is a machine's time stamp; write the date in words."
                yield Match(paragraph.index, *stamp.span(1), message)


_BYLINE = 10  # tokens
_MONTH_KEYS = tuple(sorted({name.lower() for name in MONTHS if len(name) > 3 or name == "May"}))


def _match(sentence: Sentence, first: int, end: int, advice: str) -> Match:
    tokens = sentence.tokens
    text = " ".join(token.text for token in tokens[first:end])
    message = f"“{text}” is not how English writes a date; {advice}."
    return Match(sentence.segment, tokens[first].start, tokens[end - 1].end, message)


def _number(token: Token, low: int, high: int) -> bool:
    return token.text.isascii() and token.text.isdigit() and len(token.text) <= 4 and low <= int(token.text) <= high


def _year(tokens: list[Token], i: int) -> int | None:
    """First token of `the 2015 year`, with `year` at token `i`."""
    if i < 2 or not _number(tokens[i - 1], 1700, 2100):
        return None
    if i + 1 < len(tokens) and tokens[i + 1].text not in _ENDS:
        return None
    if tokens[i - 2].lower == "the" and i > 2 and tokens[i - 3].lower in ("in", "by", "since", "until", "during"):
        return i - 2
    return i - 1 if tokens[i - 2].lower in ("in", "by", "since", "until", "during") else None


def _day(tokens: list[Token], i: int) -> int | None:
    """First token of `March 22 day` or `2017-3-22 day`, with `day` at token `i`."""
    if i < 2 or tokens[i].text != "day":
        return None
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if behind is not None and behind.text not in _ENDS and behind.lower not in ("in", "at", "that", "to", "said"):
        return None
    if tokens[i - 1].text in MONTHS and _number(tokens[i - 2], 1, 31):
        return i - 2
    if tokens[i - 2].text in MONTHS and _number(tokens[i - 1], 1, 31):
        return i - 2
    parts = tokens[i - 1].text.replace("/", "-").split("-")
    numeric = len(parts) == 3 and len(parts[0]) == 4 and all(part.isascii() and part.isdigit() for part in parts)
    return i - 1 if numeric else None


def _before_month(tokens: list[Token], i: int) -> int | None:
    """First token of `the 1 of May`, with the month at token `i`."""
    if i < 3 or tokens[i].text not in MONTHS:
        return None
    one, two = tokens[i - 1], tokens[i - 2]
    if one.lower == "of" and _number(two, 1, 31) and tokens[i - 3].lower == "the":
        return i - 3 if word_at(tokens, i - 4) in ("on", "since", "until", "by", "from") else None
    return None
