"""A name is half sound, half translation.

Why it happens: subword engines cut a rare name in two, spell the first part as it sounds and translate the second
(`Andouble` for Abe: 安 *an*, 倍 *double*).

How it is found: a capitalised word no dictionary knows that is one syllable of pinyin and a usual English word of at
least five letters.

What it leaves alone: words of the lexicon, people of the table of people (Nehammer), words with a known ending of
English place and family names (`-field`, `-stone`, `-worth`, `-stock`), French beginnings (`La-`, `De-`, `Du-`), names
in headlines, stories that name neither China, Japan nor Korea, and
companies: a short form of the Chinese name with what they make or are (`Baosteel`, `Taipower`, `Minmetals`), or with a
word like `Group` in the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import rarity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.naming import HAN_SCRIPT
from mtqa.knowledge.nouns import FIRMS, PARTICLES, TRADES
from mtqa.knowledge.translit import split_pinyin
from mtqa.rule import Rule
from mtqa_rules.data import wordlist
from mtqa_rules.names._offices import table

rule = Rule(category="locale-convention/name-format", severity="minor", facts=("names", "states"))

BAD = [
    "[[Andouble]] and Tillerson pointed out in Tokyo that it is necessary.",
    "The Japanese minister [[Andouble]] spoke first.",
    "A spokesman of China named [[Mohammer]] denied it.",
    "He met [[Guofriend]] in Beijing.",
    "The Korean player [[Wumountain]] was hurt.",
]

GOOD = [
    "Mansfield, Lindsey and Langworthy met in Dunstable.",
    "Abe and Tillerson pointed out that it is necessary.",
    "Hanfield, Wainstone and Benworth are villages.",
    "He drove a Landrover to Manhattan.",
    "The Frenchman Laforest and the Americans Deyoung and Hetrick went to China.",
    "The singer Mohammer was born in Peru.",
    "The Shanghai Composite and the Hangseng fell.",
    "The Chinese firm PanSight sells lenses.",
    "Panamerican games were held in Lima.",
    "The Nanowire company sold nanowires.",
    "Wumountain reopens in China\n\nThe park was closed for a year, said the Chinese owner of the place.",
    "The Iran Nuclear Agreement surprised China; Resilence, they wrote, was the word.",
    "Superman met Batman and Badwoman.",
    "Chancellor Nehammer visited China and met Wawrinkova there.",
    "China's Baosteel and Minmetals made a profit, as did Taipower of Taiwan.",
    "The Chinese drug maker Hanmother Holdings went public; Japan's Wapartner Inc. did not.",
]

_ENDINGS = wordlist("names/half-translated", "endings")
#: First syllables of French and Dutch family names, and of English words.
_PREFIXES = PARTICLES | {"lo", "re"}
_USUAL = 11.5


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag unknown names that are a syllable of pinyin and an English word."""
    analysis = document.analysis
    if HAN_SCRIPT.isdisjoint(one.code for one in analysis.mentions):
        return
    for name in analysis.names:
        for token in name.tokens:
            text = token.text
            if len(text) < 7 or not text[1:].islower() or english().known(text) or token.lower.endswith(_ENDINGS):
                continue
            word = "" if text in table(document).families else _translated(token.lower)
            firm = any(other.lower in FIRMS for other in name.tokens)
            if word and not (firm or name.headline):
                message = f"“{text}” looks half spelt as it sounds and half translated (“{word}”)."
                yield name.sentence.match(token.index, token.index, message)


def _translated(word: str) -> str:
    """The English half of a word whose other half is one syllable of pinyin; "" if it is none."""
    for cut in range(2, min(6, len(word) - 4)):
        first, second = word[:cut], word[cut:]
        syllable = len(split_pinyin(first) or ()) == 1 and first not in _PREFIXES
        if syllable and rarity(second) < _USUAL and second not in TRADES:
            return second
    return ""
