"""A share of a whole is above 100 percent, or its fraction and its percentage differ.

Why it happens: a wrong digit, a lost decimal point, or a number joined to the wrong noun: `accounted for 120% of
exports`, `a third (50%) of voters`.

How it is found: `accounted for N%`, `N% of respondents` (people, voters, residents …) with N above 100; a fraction in
words with a percentage in brackets behind it that is more than five points off.

What it leaves alone: growth and comparison (`120% of last year's level`, `rose by 150%`), and shares of a norm
or of a change (`110 percent of the rise`, where all else fell).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mtqa.analysis.numbers import number_at, percentages
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(category="accuracy/mistranslation", severity="major", status="preview", facts=("digit",))

BAD = [
    "China [[accounted for 120%]] of exports.",
    "Nearly [[130% of respondents]] agreed.",
    "[[A third (50%)]] of the voters stayed home.",
    "Women [[account for 144 percent]] of the staff.",
    "About [[three quarters (57 per cent)]] of the firms closed.",
]
GOOD = [
    "China accounted for 20% of exports.",
    "Output was 120% of last year's level, and rose by 150%.",
    "A third (33.3%) of the voters stayed home.",
    "Three quarters (about 76 percent) of the firms closed.",
    "Two thirds (66%) agreed; half (49.6%) did not.",
    "Lending to builders accounted for 110 percent of the rise, for all other lending shrank.",
    "Debt accounted for 250% of gross domestic product.",
    "The third (50%) discount was given in half (12) of the shops.",
    "They asked for 120% of it; its accounts show 150% of that. They grew by 150%, those who know say.",
    "A third paid 50% of it all.",
    "They gave 110% of their strength; 200% of the population of 1950 live there.",
]

_PEOPLE = wordset("consistency/impossible-share", "people")
_ACCOUNT = frozenset(("account", "accounts", "accounted", "accounting"))
_WHOLES = wordset("consistency/impossible-share", "wholes")
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}

rule.only_on(words=("%", "％", "percent", "pct", "cent", *_PARTS))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag shares above the whole, then fractions with another percentage behind them."""
    for sentence, number in percentages(document.analysis.index):
        first, last = number.first, number.last - 1
        share = sentence.at(first - 1).lower == "for" and sentence.at(first - 2).lower in _ACCOUNT
        people = sentence.at(last + 1).lower == "of" and sentence.at(last + 2).lower in _PEOPLE
        whole = any(token.lower in _WHOLES for token in sentence.tokens[last : last + 7])
        if number.value > 100 and (people or (share and not whole)):
            message = f"A share cannot be more than 100 percent, but this one is {number.value.normalize():f}."
            yield sentence.match(first - 2 * share, last if share else last + 2, message)
    for sentence, i in document.analysis.find(*_PARTS):
        count = _COUNTS.get(sentence.at(i - 1).lower, 0)
        stated = number_at(sentence.tokens, i + 2) if len(sentence.tokens) > i + 3 else None
        if stated is None or stated.unit != "%" or sentence.at(i + 1).text != "(":
            continue
        part = Decimal(100 * max(count, 1)) / _PARTS[sentence.tokens[i].lower]
        if (count or sentence.tokens[i].lower == "half") and abs(stated.value - part) > 5:
            first = i - bool(count)
            message = f"“{sentence.text(first, i)}” is not {stated.value.normalize():f} percent."
            yield sentence.match(first, stated.last, message)
