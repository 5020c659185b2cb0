"""A Chinese word stands in Latin letters where English is due.

Why it happens: the engine spells out in pinyin what it has no translation for, in lower case and in one word
(`guanchazhewang` for 观察者网, the Observer).

How it is found: a word in lower case, unknown to the lexicon, that falls into three or more syllables of pinyin, of
which at least one exists in no English word; or two in a row.

What it leaves alone: names (capitalised), terms of medicine, chemistry and other trades (`ganglioside`, `quantile`),
words English has borrowed (`jiaozi`, `qigong`), words in quotation marks, italics or brackets, and words explained
beside it; other languages' words that pinyin syllables happen to fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.translit import FINALS, INITIALS
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(category="accuracy/untranslated", severity="minor")

BAD = [
    "The latest articles of [[guanchazhewang]] are read by many.",
    "He works for the [[fazhanjigaiwei]] in Beijing.",
    "They signed the [[zhanlüehezuo]] agreement on Monday.",
    "The [[zhongyangdianshitai]] showed the parade.",
    "She joined the [[gongchandang]] in May.",
]

GOOD = [
    "They ate jiaozi, baozi and hongshaorou with huajiao.",
    "He teaches qigong and taijiquan in a siheyuan.",
    "The “guanchazhewang” is a web site.",
    "He lives in Zhangjiakou and works in Shijiazhuang.",
    "The banana, the panorama, the hanging, the changing and the manganese mine.",
    "Harakiri, teriyaki and sayonara are words of Japanese.",
    "The xiangsheng (comic dialogue) made them laugh.",
    "He is a lianxiren, that is, a contact.",
    "Superoxide and ganglioside reach the peroxisome; the quantile of paraganglia was quantized.",
    "The maxilife driver and the glissando of the sanguine harpsichordist.",
    "The tanuki and the sinuous penguin belong to the sanguine.",
]

_IMPOSSIBLE = re.compile(
    r"[jqx][aoe]|[zcs]h?i[aeu]|[gkh]i|[bpmf]u[aeiou]|w[uü][aeiou]|y[i][aou]|[fw]i|[bpfw]e(?![in])|[bpmfw]ong|r(?:i.|a$|ai)|[bpmfw]ü"
)
#: Spellings English does not use: without one of these a fit is chance.
_TELLING = re.compile(r"zh|q(?!u)|x[iu]|uang|iang|ü|gu?an[gcz]|jia|jie|uan|[^aeiou]ong[^aeious]")
_CANDIDATE = re.compile(r"[a-zü]{8,40}")
_BORROWED = wordset("untranslated/romanised-word", "borrowed")
_EXPLAINED = re.compile(r"\s?(?:[(（–—]|,\s(?:or|that is|meaning|literally|a |an |the )|\bmeans\b)")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word."""
    for word, places in document.analysis.index.items():
        if len(word) < 8 or not spelt_in_pinyin(word) or not _unknown(word):
            continue
        for sentence, i in places:
            token = sentence.tokens[i]
            text = document.segments[sentence.segment].target
            before, behind = text[max(0, token.start - 1) : token.start], text[token.end : token.end + 1]
            if token.text != word or (before and before in "“\"'‘(*_/.@#-") or (behind and behind in "”\"'’)/@-"):
                continue
            if _EXPLAINED.match(text, token.end):
                continue
            message = f"“{token.text}” is Chinese in Latin letters; it wants translating."
            yield Match(sentence.segment, token.start, token.end, message)


def _unknown(word: str) -> bool:
    return word not in _BORROWED and not english().known(word) and not english().listed(word)


@lru_cache(maxsize=1024)
def spelt_in_pinyin(word: str) -> bool:
    """Whether a word falls into three syllables of pinyin or more, of which one is not written so in English."""
    if not _TELLING.search(word) or not _CANDIDATE.fullmatch(word):
        return False
    # fewest syllables that spell the first k letters
    best: list[int | None] = [0] + [None] * len(word)
    for at in range(len(word)):
        so_far = best[at]
        if so_far is None:
            continue
        for size in range(1, 7):
            syllable = word[at : at + size]
            if len(syllable) == size and syllable in _SYLLABLES:
                count = best[at + size]
                if count is None or so_far + 1 < count:
                    best[at + size] = so_far + 1
    return (best[len(word)] or 0) >= 3


def _syllables() -> frozenset[str]:
    made = {initial + final for initial in INITIALS for final in FINALS}
    plain = {"a", "ai", "an", "ang", "ao", "e", "en", "er", "o", "ou"}
    return frozenset({syllable for syllable in made if not _IMPOSSIBLE.match(syllable)} | plain)


_SYLLABLES = _syllables()
