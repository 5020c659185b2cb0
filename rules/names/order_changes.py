"""A person's family and given name change places inside one story.

Why it happens: Japanese, Chinese, Korean and Hungarian put the family name first; the engine turns it in one
sentence and keeps it in the next.
How it is found: the same two capitalised words stand in both orders in one story; the order met later is pointed at.
What it leaves alone: two places or common words (Paris Hilton and the Hilton Paris), short syllables of different
people (Li Wang, Wang Li), words joined in headlines, both orders given on purpose (`known abroad as`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import COURTESY, OFFICES
from mtqa.knowledge.places import party
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/name-format",
    severity="minor",
)

BAD = [
    "Fumio Kishida spoke first. Then [[Kishida Fumio]] left.",
    "Defence Minister Tomomi Inada agreed.\n\n[[Inada Tomomi]] will travel.",
    "The author is Fangfang Zhang. In her view, said [[Zhang Fangfang]], sugar is bad.",
    "Viktor Orban was there, and [[Orban Viktor]] smiled.",
    "We met Yukang Ando. Later [[Ando Yukang]] sang.",
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
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Names of two words, by the two words in alphabetical order."""
    seen: dict[tuple[str, str], Name] = {}
    for name in document.analysis.names:
        if name.last - name.first != 2 or name.headline:
            continue
        one, other = (token.text for token in name.tokens)
        pair = (one, other) if one < other else (other, one)
        first = seen.setdefault(pair, name)
        if first.text != name.text and not _given_both(document, name) and one != other and _rare(one) and _rare(other):
            yield Match(
                name.segment,
                name.start,
                name.end,
                f"“{name.text}” is called “{first.text}” earlier in the story: keep one order.",
                suggestions=(first.text,),
                evidence={"earlier": first.text},
            )


def _given_both(document: Document, name: Name) -> bool:
    """Whether the story itself gives the other order: `known abroad as`, `or`, in brackets."""
    before = document.segments[name.segment].target[max(0, name.start - 12) : name.start].rstrip()
    return before.endswith(("(", " as", " or", " called", " born"))


def _rare(word: str) -> bool:
    """Whether a word can only be part of a person's name, and long enough to be one person's."""
    lower = word.lower()
    if len(word) < 4 or not word[1:].islower() or lower in OFFICES or lower in COURTESY or party(word) is not None:
        return False
    lexicon = english()
    proper = (lexicon.logprob(lower) or -22) < -16 or lexicon.capital_share(lower) > 0.8
    return proper and (lexicon.logprob(word) or -22) < -12
