"""A well-known person's family name stands first, in the order of the source.

Why it happens: Japanese, Hungarian and Chinese put the family name first for everybody; the engine keeps the
order for people whom English news calls by their given name first.

How it is found: two capitalised words that are the family and the given name of a person in the table of people,
turned round, where the table says that English news prints the given name first.

What it leaves alone: people whose family name English prints first too (Xi Jinping, Kim Jong Un); Japanese names
from September 2019 on, when Japan asked for its own order and papers differ, and in stories without a date; names
of three words; usual English family names (Brown Gordon may be anybody); sorted lists with a comma.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import USUAL
from mtqa.knowledge.people import fold
from mtqa.rule import Example, Rule
from mtqa_rules.names._offices import table

rule = Rule(
    category="locale-convention/name-format",
    severity="minor",
)

_DAY = datetime.date(2017, 3, 22)

BAD = [
    Example("The Japanese Foreign Minister [[Kishida Fumio]] spoke at a press conference.", date=_DAY),
    Example("On the right is defense minister [[Inada Tomomi]].", date=_DAY),
    "Hungarian Prime Minister [[Orbán Viktor]] declined to comment.",
    "They met [[Orban Viktor]] and his wife in Budapest.",
    Example("Prime Minister [[Abe Shinzo]] visited Moscow in December.", date=_DAY),
    "Governor [[Matolcsy György]] kept the rate.",
]

GOOD = [
    Example("The Japanese Foreign Minister Fumio Kishida spoke.", date=_DAY),
    Example("Prime Minister Kishida Fumio spoke in the Diet.", date=datetime.date(2022, 5, 1)),
    "Prime Minister Kishida Fumio spoke in the Diet.",
    "President Xi Jinping met Kim Jong Un and Moon Jae-in.",
    "Hungarian Prime Minister Viktor Orbán declined to comment.",
    "The list reads: Orbán, Viktor; Merkel, Angela; Macron, Emmanuel.",
    "Brown Gordon and James Cameron are not David Cameron or Gordon Brown.",
    "The Abe Shinzo Memorial Hall was opened; a Clinton Bill was passed.",
    "Singer Theresa May was not there, nor was Bush George's band.",
    "Nguyen Xuan Phuc and Lee Hsien Loong signed the treaty.",
]

#: Japan asked for family name first in English; since then papers differ.
_JAPAN_TURNED = datetime.date(2019, 9, 1)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag known people with their names in the order of the source."""
    families = table(document).families
    for name in document.analysis.names:
        if name.last - name.first != 2 or name.headline:
            continue
        first, second = (token.text for token in name.tokens)
        terms = families.get(first)
        if not terms or first in USUAL or families.get(second):
            continue
        turned = [term for term in terms if fold(term.given).lower() == fold(second).lower()]
        if not turned or any(term.order != "given-first" for term in turned):
            continue
        if turned[0].body == "JP" and (document.date is None or document.date >= _JAPAN_TURNED):
            continue
        known = f"{turned[0].given} {turned[0].family}"
        yield Match(
            name.segment,
            name.start,
            name.end,
            f"The family name of {known} stands first here; English news puts the given name first.",
            (f"{second} {first}",),
        )
