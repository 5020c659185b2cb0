"""A whole clause is the object of a verb that takes none: `refuted the deployment is a response`.

Why it happens: the source puts clause and noun phrase behind the verb alike; English `refute`, `reject` or `discuss`
take a thing, not a clause without `that`.

How it is found: one of these verbs behind its subject, a comma or an adverb, a noun phrase with an article, possessive
or name's `'s` in front, at most two `of`-phrases on it, and right behind them `is`, `are`, `was` or `were`.

What it leaves alone: relative clauses (`refuted the claim he is`), verbs inside a subject (`those who rejected the plan
are`), infinitives and -ing forms as subjects, questions, and quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import FINITE_BE
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major", since="0.2", measured=("figures: docs/rules/garble.md",))

BAD = [
    "The threat is small, refuted [[Japan's so-called deployment of missiles is]] a response to it.",
    "The minister rejected [[the expansion of the plant is]] an answer to cheap steel.",
    "They criticized [[the new law of the council was]] made in a hurry.",
    "Lavrov condemned [[the strengthening of the military is]] a danger to all.",
    "The ministers discussed [[the price of oil is]] too low.",
]
GOOD = [
    "The minister refuted the statement that the deployment of missiles is a response.",
    "The minister rejected the claim he is ill, and discussed the way things are.",
    "Those who rejected the plan are gone. What they discussed the first day is unknown.",
    "The man who condemned the deployment of troops is ill.",
    "The firm whose owner criticised the law is closed.",
    "To condemn the war is easy; condemning the war is easy.",
    "The day they discussed the matter was cold.",
    "The minister rejected the plan. Is the price of oil too low?",
    "The issues discussed the most are prices and wages; the people criticised the most were the young.",
]

_VERBS = (
    "refuted", "refutes", "rejected", "rejects", "criticized", "criticised", "criticizes", "criticises", "condemned",
    "condemns", "denounced", "denounces", "praised", "praises", "discussed", "discusses", "opposed", "opposes",
)  # fmt: skip
_CLAUSE = re.compile(r"((?:T|H|P+')[JNGj]{0,3}[NSw](?:I[TH]?[JNSPjw']{1,4}){0,2})b")
_SUBJECT = re.compile(r"(?:P{1,4}|O|T[JN]{0,2}[NSsw]{1,2})R?")
_BEFORE = frozenset("P,SNROsw")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the clause's subject and verb."""
    for sentence, i in document.analysis.find(*_VERBS):
        letters = document.analysis.letters(sentence)
        if not i or letters[i] not in "mDZ" or letters[i - 1] not in _BEFORE or letters[-1] == "?":
            continue
        found = _CLAUSE.match(letters, i + 1)
        if found is None or not _own_subject(letters, i):
            continue
        tokens = sentence.tokens
        last = tokens[found.end() - 1]
        if last.text.lower() not in FINITE_BE:
            continue
        message = f"“{tokens[i].text}” takes a thing, not a clause: “{tokens[i].text} the statement that …”."
        yield Match(sentence.segment, tokens[i + 1].start, last.end, message)


def _own_subject(letters: str, verb: int) -> bool:
    """Whether the verb is the first of its clause, with a subject of a plain kind or none at all before it."""
    if letters[verb - 1] == ",":
        return True
    begin = max(letters.rfind(mark, 0, verb) for mark in ',;:"h') + 1
    return bool(_SUBJECT.fullmatch(letters[begin:verb]))
