"""A person's family name stands first in one place, and last in another or in English news.

Why it happens: Japanese, Chinese, Korean and Hungarian put the family name first; the engine turns it in one
sentence and keeps it in the next, or keeps it for people whom English news calls by their given name first.
How it is found: the same two capitalised words stand in both orders in one story; the order met later is pointed at. Or
the two words are the family and the given name of a person in the table of people, turned round, where the table says
that English news prints the given name first.
What it leaves alone: two places or common words (Paris Hilton and the Hilton Paris), short syllables of different
people (Li Wang, Wang Li), headlines, both orders given on purpose (`known abroad as`); in the table people whose family
name English prints first too (Xi Jinping), usual English family names (Brown Gordon may be anybody), and Japanese from
September 2019 on, when Japan asked for its own order and papers differ, or in stories without a date.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import USUAL, key, rarity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import Term
from mtqa.knowledge.places import party
from mtqa.rule import Example, Rule
from mtqa_rules.names._offices import table

rule = Rule(category="locale-convention/name-format", severity="minor", facts=("names",))

BAD = [
    "Fumio Kishida spoke first. Then [[Kishida Fumio]] left.",
    "Defence Minister Tomomi Inada agreed.\n\n[[Inada Tomomi]] will travel.",
    "The author is Fangfang Zhang. In her view, said [[Zhang Fangfang]], sugar is bad.",
    "Viktor Orban was there, and [[Orban Viktor]] smiled.",
    "We met Yukang Ando. Later [[Ando Yukang]] sang.",
    Example("The Japanese Foreign Minister [[Kishida Fumio]] spoke.", date=datetime.date(2017, 3, 22)),
    Example("On the right is [[Inada Tomomi]]. Tomomi Inada smiled.", date=datetime.date(2017, 3, 22)),
    "Hungarian Prime Minister [[Orbán Viktor]] declined to comment.",
    "They met [[Orban Viktor]] and his wife in Budapest.",
    "Governor [[Matolcsy György]] kept the rate.",
]
GOOD = [
    "Paris Hilton stayed at the Hilton Paris.",
    "Li Wang met Wang Li at noon.",
    "Fumio Kishida spoke. Kishida left. Fumio is his given name.",
    "The Park Hyatt is a Hyatt. Park Lane has no Lane Park.",
    "Rose Garden tea is sold in the Garden Rose shop.",
    "Kishida Fumio, known abroad as Fumio Kishida, left. Zhang Fangfang (Fangfang Zhang) stayed.",
    "Thomas James met James Thomas.",
    "Minister Kishida spoke; Kishida, Minister of Foreign Affairs, left.",
    "Bank Austria is in Austria. Bank notes are not.",
    "Kishida Fumio leaves office\n\nThe prime minister, Fumio Kishida, left his office on Tuesday.",
    "The Medvedev Trophy was theirs. They call it Trophy Medvedev.",
    "Michel Houellebecq published a novel.",
    Example("Prime Minister Kishida Fumio spoke in the Diet.", date=datetime.date(2022, 5, 1)),
    "Prime Minister Kishida Fumio spoke in the Diet.",
    "President Xi Jinping met Kim Jong Un and Moon Jae-in. Nguyen Xuan Phuc signed.",
    "The list reads: Orbán, Viktor; Merkel, Angela; Macron, Emmanuel.",
    "Brown Gordon and James Cameron are not David Cameron or Gordon Brown.",
    "The Abe Shinzo Memorial Hall was opened; a Clinton Bill was passed.",
    "Singer Theresa May was not there, nor was Bush George's band.",
]

#: Japan asked for the family name first in English; since then papers differ.
_JAPAN_TURNED = datetime.date(2019, 9, 1)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Names of two words: whoever is known, then whoever is called otherwise before."""
    families = table(document).families
    seen: dict[frozenset[str], str] = {}
    for name in document.analysis.names:
        if name.last - name.first != 2 or name.headline:
            continue
        one, other = (token.text for token in name.tokens)
        known = any(_turned(term, other, document.date) for term in families.get(one, ())) and one not in USUAL
        usual = f"{other} {one}" if known else name.text
        earlier = seen.setdefault(frozenset((one, other)), usual)
        if known:
            message = f"The family name of {usual} stands first here; English news puts the given name first."
            yield name.match(message, usual)
        elif earlier != name.text and _persons(one) and _persons(other) and not _given_both(name):
            message = f"“{name.text}” is called “{earlier}” earlier in the story: keep one order."
            yield name.match(message, earlier, evidence={"earlier": earlier})


def _turned(term: Term, given: str, day: datetime.date | None) -> bool:
    """Whether English news puts the given name of this person first, all papers alike."""
    agreed = term.body != "JP" or (day is not None and day < _JAPAN_TURNED)
    return agreed and term.order == "given-first" and key(term.given) == key(given)


def _given_both(name: Name) -> bool:
    """Whether the story itself gives the other order: `known abroad as`, `or`, in brackets."""
    return name.sentence.at(name.first - 1).lower in ("(", "as", "or", "called", "born")


def _persons(word: str) -> bool:
    """Whether a word can only be part of a person's name, and long enough to be one person's."""
    lower = word.lower()
    proper = rarity(lower) > 16 or english().capital_share(lower) > 0.8
    return len(word) > 3 and proper and rarity(word) > 12 and party(word) is None
