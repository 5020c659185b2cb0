"""A currency sign cut off from its country: `US $200`, `HK $5 million`.

Why it happens: the engine writes the name of the currency in two pieces, the country and the sign.

How it is found: `US`, `HK`, `NT`, `NZ`, `C`, `A` or `S` with white space before `$` and a number.

What it leaves alone: `the US $200 million`, where the sum is what the country gets or gives, and `A $5 note` or a
plan `C $5 dearer`: one letter counts only behind `of`, `to`, `than` and the like, never at the start.
"""

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/number-format",
    severity="minor",
    measured=("figures: docs/rules/numbers.md",),
)

BAD = [
    "The market is worth [[US $]]200 billion a year.",
    "The fund paid [[HK $]]5 million for the flat.",
    "She has a salary of [[A $]]26 an hour.",
    "The price fell from [[US $]] 63.5 to [[US $]] 61.2 a barrel.",
    "It borrowed more than [[NT $]]300 million.",
]

GOOD = [
    "The market is worth US$200 billion, or HK$1,560 billion, a year.",
    "A $26 ticket and a $5 note.",
    "It cost the US $200 million, and gave the US $5 back.",
    "The plan would save the US $3 billion.",
    "Option C $5 dearer is not A $4 cheaper.",
    "He earned $26, A$40 in all.",
    "Sales in the US $63 million short, they left.",
    "It owes U.S. $5 million.",
]

_COUNTRIES = frozenset(("US", "HK", "NT", "NZ"))
_LETTERS = frozenset("ACS")
_LEADS = frozenset("of to from than about over around nearly for at by".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag signs cut off from their country."""
    for sentence, i in document.analysis.find("$"):
        tokens = sentence.tokens
        if i and tokens[i].space and _cut(tokens, i):
            country = tokens[i - 1]
            yield Match(
                sentence.segment, country.start, tokens[i].end,
                f"“{country.text}$” is written in two pieces.", (f"{country.text}$",),
            )  # fmt: skip


def _cut(tokens: list[Token], i: int) -> bool:
    if i + 1 >= len(tokens) or tokens[i + 1].kind != "number":
        return False
    before = tokens[i - 2].lower if i > 1 else ""
    if tokens[i - 1].text in _COUNTRIES:
        return before not in ("the", "its", "our")
    return tokens[i - 1].text in _LETTERS and before in _LEADS
