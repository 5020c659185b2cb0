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

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    measured=(
        "newstest2020 MT, 520,000 words: no finding",
        "clean English, 224,000 words: no finding",
    ),
)

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
    "They gave 110% of their strength; 200% of the population of 1950 live there.",
]

_PEOPLE = frozenset("respondents voters residents participants interviewees those".split())
_ACCOUNT = frozenset(("account", "accounts", "accounted", "accounting"))
_WHOLES = frozenset(
    "gdp gross product income output revenue assets equity norm quota target level earnings profit profits rise "
    "increase growth gain gains decline drop fall".split()
)
_FRACTIONS: dict[str, tuple[int, int]] = {
    "half": (1, 2),
    "third": (1, 3),
    "thirds": (1, 3),
    "quarter": (1, 4),
    "quarters": (1, 4),
    "fifth": (1, 5),
    "fifths": (1, 5),
}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


@rule.check
def check(document: Document) -> Iterator[Match]:
    for sentence, number in percentages(document.analysis.index):
        tokens = sentence.tokens
        if number.value > 100:
            first, last = number.first, number.last
            if first >= 2 and tokens[first - 1].lower == "for" and tokens[first - 2].lower in _ACCOUNT:
                if any(token.lower in _WHOLES for token in tokens[last : last + 6]):
                    continue
                first -= 2
            elif last + 1 < len(tokens) and tokens[last].lower == "of" and tokens[last + 1].lower in _PEOPLE:
                last += 2
            else:
                continue
            message = f"A share cannot be more than 100 percent, but this one is {number.value.normalize():f}."
            yield Match(sentence.segment, tokens[first].start, tokens[last - 1].end, message)
    for sentence, i in document.analysis.find(*_FRACTIONS):
        tokens = sentence.tokens
        if i + 3 >= len(tokens) or tokens[i + 1].text != "(":
            continue
        part, whole = _FRACTIONS[tokens[i].lower]
        first = i
        if i and tokens[i - 1].lower in _COUNTS:
            part *= _COUNTS[tokens[i - 1].lower]
            first -= 1
            if first and tokens[first - 1].lower in ("than", "under", "over", "below", "above"):
                continue
        elif tokens[i].lower != "half":
            continue
        share = number_at(tokens, i + 2)
        if share is None or share.unit != "%" or share.last >= len(tokens) or tokens[share.last].text != ")":
            continue
        if abs(share.value - Decimal(100 * part) / whole) > 5:
            words = " ".join(token.text for token in tokens[first : i + 1])
            message = f"“{words}” is not {share.value.normalize():f} percent."
            yield Match(sentence.segment, tokens[first].start, tokens[share.last].end, message)
