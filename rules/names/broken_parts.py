"""The parts of a name are glued, torn apart or joined by a foreign mark.

Why it happens: a middle dot is copied from Chinese or Japanese (`Nicolas·Sarkozy`), a hyphen gets spaces
(`Jean - Claude`), a given name is spelt syllable by syllable (`Xi Jin Ping`) or runs into the family name.
How it is found: a middle dot between capitalised words; a Chinese name written as one word with a capital inside it; a
person of the table of people with other spaces or hyphens than in use, or with a small letter (`Wang yi`).
What it leaves alone: styles of agencies (`Kim Jong Un`, `Kim Jong-un`, `Tsai Ing Wen`), Catalan `l·l`, brands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.names import spelt
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import name_parts
from mtqa.knowledge.translit import pinyin_name
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.names._offices import table

rule = Rule(category="locale-convention/name-format", severity="minor")

BAD = [
    "Former president [[Nicolas·Sarkozy]] was there.",
    "President [[Xi Jin Ping]] spoke.",
    "President [[XiJinping]] spoke.",
    "Premier [[Li Ke qiang]] visited.",
    "Foreign Minister [[Wang yi]] agreed.",
    "European Commission President [[Jean - Claude Juncker]] agreed.",
    "The actor [[ZhangYimou]] and the singer waved.",
    "North Korean leader [[Kim Jongun]] laughed.",
]
GOOD = [
    "Xi Jinping, Kim Jong Un, Kim Jong-un and Moon Jae-in met.",
    "Jean-Claude Juncker and Tsai Ing-wen talked; Tsai Ing Wen left.",
    "The Paral·lel avenue and the Col·lecció are in Barcelona.",
    "YouTube, PayPal, McDonald and DiCaprio are written so.",
    "WeChat and AliPay and DeWeese are known.",
    "M·A·C sells lipstick.",
    "He left with Jean - Claude stayed.",
    "Shijiazhuang is a city. Zhangjiajie is a park.",
    "Lee Kuan Yew and Ban Ki-moon and Ban Ki Moon shook hands.",
    "Fatou - Bensouda's deputy - resigned.",
]

_DOT = regex(r"\b[A-Z][a-z'’-]{1,20}(?:[·•・‧][A-Z][a-z'’-]{1,20}){1,3}")
_HUMP = regex(r"([A-Z][a-z]{1,7})([A-Z][a-z]{2,12})")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Middle dots, capitals inside a word, people of the table."""
    analysis = document.analysis
    for segment in dict.fromkeys(sentence.segment for sentence, _ in analysis.find(*"·•・‧")):
        for match in _DOT.finditer(analysis.paragraphs[segment].text):
            right = re.sub("[·•・‧]", " ", match[0])
            yield Match(segment, *match.span(), f"The name “{match[0]}” has a middle dot: write “{right}”.", (right,))
    for name in analysis.names:
        for token in name.tokens:
            hump = None if token.text.istitle() else _HUMP.fullmatch(token.text)
            if hump and pinyin_name([hump[1], hump[2]]):
                message = f"The name “{token.text}” lacks a space: write “{hump[1]} {hump[2]}”."
                yield name.sentence.match(token.index, token.index, message, f"{hump[1]} {hump[2]}")
    for sentence, first, last, spellings in spelt(analysis.index, name_parts(table(document))):
        text = sentence.text(first, last)
        torn = " -" in text or "- " in text or text.split()[-1].islower()
        if torn or _parts(text) not in map(_parts, spellings):
            message = f"The name “{text}” is written wrongly: write “{spellings[0]}”."
            yield sentence.match(first, last, message, spellings[0])


def _parts(name: str) -> int:
    return len(re.split("[ -]", name))
