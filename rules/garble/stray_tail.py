"""A crumb of the sentence stands behind its full stop: `until October 8. day.`.

Why it happens: the source ends in a word that English puts elsewhere or leaves out, and the engine adds it after
it has closed the sentence.

How it is found: a sentence of one or two small words in lower case behind a full stop, with a full stop of its
own.

What it leaves alone: abbreviations (`etc.`, `p.m.`), segments that begin this way, verse, addresses, and anything
with a capital or a number in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="minor", facts=("sentences",))

BAD = [
    "The fair will be open until October 8. [[day.]]",
    "They enriched more than 300 kilos of it. [[uranium.]]",
    "He was brought to the hospital. [[an examination.]] Later he went home.",
    "The two sides agreed on these points. [[aims.]]",
    "The guard was changed at noon. [[force.]]",
]
GOOD = [
    "It came in an 8-oz. can, and then in a 16-oz. can. The set has its orig. key. She died in inf. in May.",
    "The fair will be open until October 8.",
    "They sold bread, butter, cheese, etc.",
    "It opened at 8 a.m. and closed at 9 p.m.",
    "He works at Smith and Co. ltd. It is run by Jones and Son. ltd.",
    "He was there at noon. really?",
    "See p. 12, ll. ff.",
    "Well. No. Never. They said so.",
    "day.",
    "They met on Oct. and Nov. dates.",
    "The fire covered almost 3000 sq. meters. The pond holds 400 cu. feet.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag one- and two-word sentences in lower case."""
    for sentence in document.analysis.sentences:
        tokens = sentence.tokens
        if sentence.first or not 2 <= len(tokens) <= 3 or tokens[-1].text != ".":
            continue
        words = tokens[:-1]
        if all(word.text.islower() for word in words) and len(words[-1].text) > 2 and words[-1].lower not in _SHORT:
            message = f"“{sentence.text(0, len(words) - 1)}” is left over behind the end of the sentence."
            yield sentence.match(0, len(words), message, "")


_SHORT = frozenset(
    "etc con com org net edu gov ltd inc corp vol est ibid viz esq dept approx cont pro tem via seq".split()
)
