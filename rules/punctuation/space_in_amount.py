"""A space stands inside an amount of money.

Why it happens: the tokeniser cuts at the currency sign and the pieces are not joined again.

How it is found: the country's letters, a space and the sign (`US $5`), or the sign, a space and the figure (`$ 5`).

What it leaves alone: `5 $` and `5 €` as other languages write them, code words (`USD 5`), variables (`a $x`), and the
article `A` before an amount (`A $5 million grant`) where it opens a sentence or follows another capital in a title.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    signs=frozenset((" $", "$ ", "£ ", "€ ", "¥ ")),
    fix="safe",
)

BAD = [
    "The debt stood at [[US $199.8]] billion at the end of June.",
    "Students receive [[HK $4,000]] per month.",
    "The price rose: [[$ 12.50]] on Monday.",
    "It cost a lot ([[£ 3]] million).",
    "He earns [[A $26]] an hour.",
    "They sold the house for [[£ 316]] million.",
]

GOOD = [
    "The debt stood at US$199.8 billion, or $200 billion.",
    "The price is 12.50 $ in this shop and 10 € in that.",
    "It cost USD 5 and then EUR 4.",
    "The variable a $x is set.",
    "In the US $5 buys little.",
    "Give us $5, and give the UK £3.",
    "The sign $ 's meaning is plain.",
    "He paid CHF 20 or RMB 100.",
    "A $5 million grant will pay for it. “A $20 fee is too much,” he said: A $10 fee would do.",
    "The “Win A $50 Prize” contest is over.",
]

#: A country's letters, a space and the sign (not `in the US $5 buys little`); or the sign, a space and the figure.
_AMOUNT = regex(
    r"(?:\b(?:(?<![Tt]he )US|HK|NT|NZ|AU|CA|S|(?<=[a-z]{2} )A(?! \$ ?[\d.,]{1,20} [A-Z])) \$ ?"
    r"|[$£€¥](?<![\w.$£€].)(?<![\d$£€] .) )\d(?:[\d.,]{0,20}\d)?"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the amount."""
    for paragraph, found in document.analysis.search(_AMOUNT, " $", "$ ", "£ ", "€ ", "¥ "):
        amount = found.group().replace(" ", "")
        yield paragraph.match(found.span(), f"The amount is written without a space: “{amount}”.", amount)
