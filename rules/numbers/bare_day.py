"""A day of the month that has lost its month: `reported on 21, said`, `Asahi Shimbun, 21, issued`.

Why it happens: Chinese and Japanese news give only the number of the day (`21日`), which English cannot.

How it is found: `on` and a number from 1 to 31 before a comma, full stop or verb, with no month or weekday near;
and such a number between commas behind the name of a newspaper, agency or office, which has no age.

What it leaves alone: numbers that count something (`on 5 occasions`), channels, pages, floors and other things
with numbers, scores and ages, days with their month (`on 4, 5 and 6 May`), `on the 21st`.
"""

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import COMMON_PREPOSITIONS
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import month_near, numerals

rule = Rule(
    category="locale-convention/date-format",
    severity="minor",
    measured=("figures: docs/rules/numbers.md",),
)

BAD = [
    "The agency reported [[on 21]], the minister left for home.",
    "The Foreign Ministry said [[on 19]] that it would not answer.",
    "Yomiuri Shimbun, [[21]], issued a document on the talks.",
    "The delegation arrived in the capital [[on 7]].",
    "The Xinhua News Agency, [[22]], reported the accident.",
    "The two sides met again [[on the 23]], and agreed on nothing.",
]

GOOD = [
    "The agency reported on 21 March that the minister had left.",
    "He took part on 5 occasions and on 12 of them he won.",
    "It was on 4, 5 and 6 May.",
    "The show runs on 5, on 7 and on BBC 2.",
    "They stand on 21, two points behind City.",
    "Kishida, 59, said he would come. Smith, of the Times, 21, issued a call.",
    "The meeting on the 21st went well.",
    "Go to the shop on 5th, on 42nd.",
    "She was on 10 when the bell rang.",
    "He called on 10 Downing Street, as the Daily Mail, 24 pages, said.",
    "Anna of Sky News, 31, said she was well.",
]

_BODIES = frozenset(
    "shimbun times agency news daily ministry gazette journal office bureau herald newspaper television television "
    "radio network commission committee department government council association".split()
)
_SAYS = frozenset(
    "said says reported reports issued announced published quoted wrote released stated pointed held revealed".split()
)
_REPORTING = frozenset(
    "reported said announced issued published arrived left met held released stated revealed confirmed "
    "signed visited opened began started ended returned talks again".split()
)
_AHEAD = COMMON_PREPOSITIONS | {"that", "the"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag bare days."""
    for sentence, i in numerals(document):
        tokens = sentence.tokens
        text = tokens[i].text
        if i < 2 or len(text) > 2 or not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 31:
            continue
        first = i - 2 if tokens[i - 1].lower == "the" else i - 1
        if tokens[first].text == "on" and first > 0:
            found = _day_behind_on(tokens, first, i)
        else:
            first, found = i, _behind_a_body(tokens, i)
        if found and not month_near(tokens, i):
            yield Match(
                sentence.segment, tokens[first].start, tokens[i].end,
                f"“{text}” is a day without its month.",
            )  # fmt: skip


def _day_behind_on(tokens: list[Token], on: int, i: int) -> bool:
    """`reported on 21, said`."""
    if i + 1 < len(tokens):
        behind = tokens[i + 1]
        if behind.text not in (",", ".", ";") and behind.lower not in _AHEAD:
            return False
        if behind.text == "." and i + 2 < len(tokens):
            return False
    return any(token.lower in _REPORTING for token in tokens[max(on - 6, 0) : on])


def _behind_a_body(tokens: list[Token], i: int) -> bool:
    """`Asahi Shimbun, 21, issued`."""
    if i + 2 >= len(tokens) or tokens[i - 1].text != "," or tokens[i + 1].text != ",":
        return False
    if tokens[i + 2].lower not in _SAYS or i < 3:
        return False
    body = tokens[i - 2]
    if not body.text[0].isupper() or body.lower not in _BODIES:
        return False
    k = i - 2
    while k >= 0 and tokens[k].kind == "word" and tokens[k].text[0].isupper():
        k -= 1
    # `Anna of Sky News, 31,` gives the age of Anna
    return k < 0 or tokens[k].lower not in ("of", "from", "at", "with", "for", "the")
