"""The sign of a currency stands behind its amount: `600 $`, `5£`, `3 million $`.

Why it happens: French, German, Czech, Russian, Turkish and others write the sign behind the figure; the engine copies
both in that order.

How it is found: `$` or `£` behind a figure or its scale word, with a space or without, the letters of the country
with it (`3.52 HK$`).

What it leaves alone: `€`, which house styles set on either side; a sign that goes with the next figure (`in the
UK in 2015 £5 bought more`) or has one before (`$5 $`); code and variables (`10$x`); lists and tables of prices.
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
    signs=frozenset(("$", "£")),
)

BAD = [
    "The bail was set at [[600 $]] by the court.",
    "Parking is [[5£]] for each vehicle and [[10 £]] for a bus.",
    "The damage came to almost [[1 million £]].",
    "The shares closed at [[3.52 HK$]], up 1.4%.",
    "They wanted [[50 000 $]] for the house.",
    "The barrel fell to [[108,58$]] in London.",
    "He lost [[1,500.50 US $]] to the thief.",
    "The club earns from [[10$]] to [[25$]] per ticket.",
]

GOOD = [
    "The bail was set at $600, the fine at £5 million.",
    "It costs 600 €, or 5€ a day.",
    "In 2015 £5 bought more than in 2020 $ 7 did.",
    "The $5 $ sign and the £7£ print.",
    "The variable 10$x is set; the pattern is ^[0-9]1$2.",
    "The word has 3 $s in it; the sign $ means dollars, the sign £ pounds.",
    "They spent US$ 5 million and HK$3.52 in 2015.",
    "A-5 $ stands for a class.",
    "On sale:\n\n- Coffee and cake 5 $\n\n- Tea 3 $",
]

_AMOUNT = regex(
    r"(?<![\w.,$£€¥^/\-])(?<![$£€¥] )"
    r"(?P<figure>\d{1,3}(?:[ \xa0]\d{3}){1,4}|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)"
    r"(?P<scale> (?:thousand|million|billion|trillion))?[ \xa0]?"
    r"(?P<sign>(?:(?:US|HK|NT|NZ|AU|CA|A|C|S) ?)?\$|£)(?![\w$£€¥]|[ \xa0]\d)"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the amount."""
    for paragraph, found in document.analysis.search(_AMOUNT, "$", "£"):
        if paragraph.kind not in ("list", "table"):
            figure = re.sub(r"[ \xa0]", ",", found["figure"])
            figure = re.sub(r",(?=\d{1,2}$)", ".", figure)
            right = found["sign"].replace(" ", "") + figure + (found["scale"] or "")
            yield paragraph.match(found.span(), f"English sets the sign before the figure: “{right}”.", right)
