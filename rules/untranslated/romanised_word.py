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

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.sieve import Sieve
from mtqa.knowledge.translit import FINALS, INITIALS
from mtqa.lazy import regex
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
    "They ate a makunouchi on the train.",
    "She has been detoxing for weeks.",
    "He is a lianxiren, that is, a contact.",
    "Superoxide and ganglioside reach the peroxisome; the quantile of paraganglia was quantized.",
    "The maxilife driver and the glissando of the sanguine harpsichordist.",
    "The tanuki and the sinuous penguin belong to the sanguine.",
]

_IMPOSSIBLE = regex(
    r"[jqx][aoe]|[zcs]h?i[aeu]|[gkh]i|[bpmf]u[aeiou]|w[uü][aeiou]|y[i][aou]|[fw]i|[bpfw]e(?![in])|[bpmfw]ong|r(?:i.|a$|ai)|[bpmfw]ü"
)
_SYLLABLES = {
    initial + final for initial in INITIALS for final in FINALS if not _IMPOSSIBLE.match(initial + final)
} | set("a ai an ang ao e en er o ou".split())
#: Spellings English does not use: without one of these a fit is chance.
_TELLING = regex(r"zh|q(?!u)|x[iu]|uang|iang|ü|gu?an[gcz]|jia|jie|uan|[^aeiou]ong[^aeious]")
_BORROWED = wordset("untranslated/romanised-word", "borrowed")
#: A word in lower case that no mark sets off and nothing explains.
_PLAIN = regex(
    r"(?<![“\"'‘(*_/.@#-])[a-zü]{8,40}\b(?![”\"'’)/@-])"
    r"(?!\s?(?:[(（–—]|,\s(?:or|that is|meaning|literally|a |an |the )|\bmeans\b))"
)
_SHORTEST = 8


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word."""
    for word, _ in _CHINESE(document.analysis.index):
        for sentence, i in document.analysis.index[word]:
            if _PLAIN.match(document.segments[sentence.segment].target, sentence.tokens[i].start):
                yield sentence.match(i, i, f"“{word}” is Chinese in Latin letters; it wants translating.")


def _unknown(word: str) -> bool:
    return word not in _BORROWED and not english().known(word) and not english().listed(word)


def _chinese(word: str) -> bool:
    return len(word) >= _SHORTEST and bool(_TELLING.search(word)) and _unknown(word) and spelt_in_pinyin(word)


_CHINESE = Sieve(_chinese)


def spelt_in_pinyin(word: str) -> bool:
    """Whether a word falls into three syllables of pinyin or more."""
    fewest = {0: 0}  # syllables that spell so many letters of it
    for at in range(len(word)):
        for end in range(at + 1, at + 7 if at in fewest else 0):
            if word[at:end] in _SYLLABLES:
                fewest[end] = min(fewest.get(end, len(word)), fewest[at] + 1)
    return fewest.get(len(word), 0) >= 3
