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
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.translit import surname_sounds
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="minor",
)

BAD = [
    "[[Zhou Mou]] was seriously ill.",
    "Police arrested [[Zhang Moumou]] on Friday.",
    "The driver, [[Liu Mou]], fled.",
    "The suspect [[Wang Mou]] confessed.",
    "[[Chen Mou-mou]] was released.",
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
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Places of Mou, with the word before."""
    for sentence, i in document.analysis.find("mou", "moumou", "mou-mou"):
        tokens = sentence.tokens
        if not i or not tokens[i].capitalised or not tokens[i].space or tokens[i].text.isupper():
            continue
        family = tokens[i - 1]
        if not family.capitalised or family.lower not in surname_sounds():
            continue
        if (english().logprob(family.lower) or -22) > -14:
            continue
        if i + 1 < len(tokens) and tokens[i + 1].kind == "word" and tokens[i + 1].capitalised:
            continue
        if i > 1 and tokens[i - 2].kind == "word" and tokens[i - 2].capitalised and tokens[i - 2].index > 0:
            continue
        yield Match(
            sentence.segment,
            family.start,
            tokens[i].end,
            f"“{tokens[i].text}” is no name: the source says “a certain {family.text}”.",
            suggestions=(f"a man surnamed {family.text}", f"a woman surnamed {family.text}"),
        )
