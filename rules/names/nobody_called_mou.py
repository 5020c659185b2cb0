"""The Chinese word for “a certain” is taken for a given name.

Why it happens: papers hide a person's given name behind `某` (`周某`, a certain Zhou; `李某某`); the engine spells it
in pinyin and makes a Zhou Mou of him.
How it is found: a Chinese family name with `Mou` or `Moumou` behind it and no other name.
What it leaves alone: the family name Mou (Mou Qizhong), tables of names in which Mou is followed by another word.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import rarity
from mtqa.knowledge.translit import surname_sounds
from mtqa.rule import Rule

rule = Rule(category="accuracy/mistranslation", severity="minor", words=frozenset(("mou", "moumou", "mou-mou")))

BAD = [
    "[[Zhou Mou]] was seriously ill.",
    "Police arrested [[Zhang Moumou]] on Friday.",
    "The driver, [[Liu Mou]], fled.",
    "The suspect [[Wang Mou]] confessed.",
    "[[Chen Mou-mou]] was released.",
    "The [[Zhou Mou]] case goes on.",
]
GOOD = [
    "Mou Qizhong was released.",
    "Zhou Mouming was released.",
    "Liu Mou Hai works there.",
    "A man surnamed Zhou was ill.",
    "Mount Mou is high.",
    "The Mou signed by both sides is short.",
    "Mou said so.",
    "He met Mou in Shanghai.",
    "Long Mou stayed; the Yamamoto Mou is a cake; the zhou Mou is a name.",
    "The Zhou MOU was signed.",
    "Police held Li Zhou Mou.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Places of Mou, with the word before."""
    for sentence, i in document.analysis.find("mou", "moumou", "mou-mou"):
        mou, family, before = sentence.tokens[i], sentence.at(i - 1), sentence.at(i - 2)
        named = family.capitalised and family.lower in surname_sounds() and rarity(family.lower) > 14
        longer = (before.capitalised and i > 2) or sentence.at(i + 1).capitalised
        if named and not longer and not mou.text.isupper():
            yield sentence.match(
                i - 1,
                i,
                f"“{mou.text}” is no name: the source says “a certain {family.text}”.",
                f"a man surnamed {family.text}",
                f"a woman surnamed {family.text}",
            )
