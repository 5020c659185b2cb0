"""A time of day that is written as no English clock shows it: `00: 30`, `3 o'clock p.m.`, `18:00 hours o'clock`.

Why it happens: the colon of the source is a wide one with white space of its own, which the engine takes for the
colon of a sentence; or hour, part of the day and clock are translated one by one.

How it is found: hour, colon, white space and two digits of minutes behind a word that leads to a time, before
`a.m.`, or beside another time; and two ways of naming the clock side by side.

What it leaves alone: scores, verses and ratios (`John 3: 16`), numbered lists and headings.
"""

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import MERIDIEM
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import word_at
from mtqa_rules.numbers._scores import scores

rule = Rule(
    category="locale-convention/date-format",
    severity="minor",
    measured=("figures: docs/rules/numbers.md",),
)

BAD = [
    "The train leaves at [[00: 30]] the next day.",
    "The hall is open from [[9: 00 am to 11: 00]] pm.",
    "Service was extended from [[22: 25 to 23: 25]].",
    "Around [[7 :30]] on the evening of the fair the lights went out.",
    "They met at 3 [[o'clock p.m.]] in the palace.",
    "The session ended at 18:00 [[hours o'clock]] on Friday.",
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
    "They met at nine o'clock. P.m. is short for post meridiem.",
]

_LEADS = frozenset("at from to until till before after by about around between and since".split())
_HALF = MERIDIEM | {"a.m", "p.m"}
_BETWEEN = frozenset("to and until till am pm a.m. p.m. - – —".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag times with white space in them and clocks named twice."""
    analysis = document.analysis
    last: tuple[Sentence, int] | None = None
    for sentence, i in analysis.find(":"):
        # `22: 25 to 23: 25` is one finding; the second time needs no lead of its own
        if last is not None and last[0] is sentence and i <= last[1]:
            continue
        if _is_time(sentence, i) and not _is_score(
            document.segments[sentence.segment].target, sentence.tokens[i].start
        ):
            tokens = sentence.tokens
            last = sentence, _end(tokens, i)
            text = "".join(
                (" " if token.space and k and ":" not in (token.text, tokens[i - 2 + k].text) else "") + token.text
                for k, token in enumerate(tokens[i - 1 : last[1] + 1])
            )
            message = f"The time “{text}” is written with a space in it."
            yield Match(sentence.segment, tokens[i - 1].start, tokens[last[1]].end, message, (text,))
    for sentence, i in analysis.find("o'clock", "o’clock"):
        tokens = sentence.tokens
        half = word_at(tokens, i + 1) in _HALF and tokens[i + 1].text[0].islower()
        if half or word_at(tokens, i - 1) == "hours":
            one, two = (tokens[i], tokens[i + 1]) if half else (tokens[i - 1], tokens[i])
            message = f"“{one.text} {two.text}” names the clock twice."
            yield Match(sentence.segment, one.start, two.end, message)


def _end(tokens: list[Token], i: int) -> int:
    """The last token of the time, or of the pair of times, whose first colon is token `i`."""
    j = i + 2
    while j < len(tokens) and j < i + 4 and tokens[j].lower in _BETWEEN:
        j += 1
    if j > i + 2 and j + 2 < len(tokens) and tokens[j + 1].text == ":":
        digits = tokens[j].text + tokens[j + 2].text
        if digits.isascii() and digits.isdigit() and len(tokens[j + 2].text) == 2:
            return j + 2
    return i + 1


def _is_time(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    if not 0 < i < len(tokens) - 1:
        return False
    one, two = tokens[i - 1], tokens[i + 1]
    if not (tokens[i].space or two.space) or not (one.text.isascii() and two.text.isascii()):
        return False
    if not (one.text.isdigit() and two.text.isdigit() and len(one.text) <= 2 and len(two.text) == 2):
        return False
    if int(one.text) > 24 or int(two.text) > 59:
        return False
    if word_at(tokens, i + 2) in _HALF:
        return True
    if i < 2 or tokens[i - 2].lower not in _LEADS:
        return False
    behind = tokens[i + 2] if i + 2 < len(tokens) else None
    if behind is None or behind.kind == "punct" or behind.lower in _ENDS:
        return True
    return two.text[0] == "0" or one.text[0] == "0"


def _is_score(text: str, colon: int) -> bool:
    """Whether the numbers around a colon are a score: rule numbers/score-colon names those."""
    first = max(0, colon - _REACH)
    near = text[first : colon + _REACH]
    return any(found.start("score") < colon - first < found.end("score") for found in scores(near))


_REACH = 120
_ENDS = frozenset("on in to and the local until till every beijing gmt from this that yesterday today".split())
