"""Simplified and traditional Chinese characters stand in one text.

Why it happens: engines learn from both, and write a sentence, a name or a single character in the other form
(`這個国家` for `這個國家`). Readers in Taiwan and Hong Kong take it for carelessness at best.

How it is found: of some 5,000 characters it is known that only one of the two has them. A text is in the form that its
language tag names (`zh-TW`, `zh-Hant`, `zh-CN` …), or else in that of most of these characters; those of the other form
are named, in each paragraph from the first to the last. A text that is in the other form as a whole is one finding. In
Japanese texts, simplified characters that Japanese does not write are named.

Languages: Chinese and Japanese, which share these characters.

What it leaves alone: characters that both have (台, 着, 里); what stands in brackets, quotation marks or title marks;
paragraphs that speak of the two forms; one character in a whole text, which may be somebody's name.

Not met in the measured texts: all are English; other languages are measured in docs/languages.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.chinese import foreign_in_japanese, simplified, traditional
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/character-encoding",
    severity="minor",
    languages=("zh", "ja"),
    facts=("non-ascii",),
    since="0.3",
)

_TAIWAN = "總統週一在臺北說，這項協議對兩國經濟都有幫助，談判還會繼續。\n\n"
_CHINA = "总统周一在北京说，这项协议对两国经济都有帮助，谈判还会继续。\n\n"

BAD = [
    Example(_TAIWAN + "部長說[[这个国]]家需要更多時間。", language="zh"),
    Example(_TAIWAN + "部長說這個[[国家需要更多时]]間。", language="zh-TW"),
    Example(_CHINA + "部长说[[這個國家需要更多時]]间。", language="zh-CN"),
    Example(_CHINA + "他的[[經驗]]很丰富。", language="zh"),
    Example("[[总统周一说，这项协议对两国经济都有帮助。]]\n\n谈判还会继续。", language="zh-Hant"),
    Example("總統週一在臺北說。\n\n[[总统周一说，这项协]]定在。", language="zh-TW"),
    Example("大臣は月曜日、[[这の協定が两]]国に役立つと述べた。", language="ja"),
]
GOOD = [
    Example(_TAIWAN + "他站著說，台灣的公里數不重要。", language="zh-TW"),
    Example(_CHINA + "他站着说，台湾的公里数不重要。", language="zh-CN"),
    Example(_TAIWAN + "招牌上寫著「欢迎光临」，還有（国际机场）。", language="zh"),
    Example(_CHINA + "“国”的繁体是國，“龙”的是龍。", language="zh"),
    Example(_CHINA + "作家大塚没有来，教授也没有来。", language="zh"),
    Example("国会は会社の学者を招き、図書館で写真を撮った。", language="ja"),
    Example("大臣は「这个国家」と書いた。華為（华为）も来た。", language="ja"),
    Example("两国会谈。", language="zh-TW"),
    Example("The minister wrote 这个国家 and 這個國家.", language="en"),
    Example("总统说，这项协议对两国都有帮助。", language="zh-CN"),
]

_FEWEST = 2  # in a text: one alone may be a name
_TELLING = 10
_TRADITIONAL = regex(r"-(?:hant|tw|hk|mo)\b", re.IGNORECASE)
_SIMPLIFIED = regex(r"-(?:hans|cn|sg|my)\b", re.IGNORECASE)
_SPOKEN_OF = regex("[简簡繁异異][体體]|正[体體]字")
_SET_OFF = regex(r"「[^「」]{0,200}」|『[^『』]{0,200}』|《[^《》]{0,200}》|“[^“”]{0,200}”|[（(][^（）()]{0,200}[）)]")


@cache
def _any(name: str) -> re.Pattern[str]:
    """One of the characters of a table."""
    return re.compile(f"[{''.join(_TABLES[name]())}]")


_TABLES: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "simplified": simplified,
    "traditional": traditional,
    "simplified Chinese": foreign_in_japanese,
}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each paragraph's characters of the other form."""
    if document.analysis.expected == "ja":
        yield from _named(document, "simplified Chinese", {}, "Japanese does not write")
        return
    counts: Counter[str] = Counter()
    for paragraph in document.analysis.paragraphs:
        for name in ("simplified", "traditional"):
            counts[name] += len(_any(name).findall(paragraph.text))
    most = max(counts, key=lambda name: counts[name])
    tag = document.language
    asked = "traditional" if _TRADITIONAL.search(tag) else "simplified" if _SIMPLIFIED.search(tag) else most
    other = "simplified" if asked == "traditional" else "traditional"
    if counts[most] >= _TELLING and counts[asked] * 4 < counts[most]:
        first = next(one for one in document.analysis.paragraphs if _any(most).search(one.text))
        text = first.text
        span = len(text) - len(text.lstrip()), len(text.rstrip())
        message = f"The text is in {most} characters; {tag} is written in {asked} ones."
        yield first.match(span, message, severity="major")
    elif counts[asked] and counts[other] >= _FEWEST:
        yield from _named(document, other, _TABLES[other](), f"the rest of the text is {asked}")


def _named(document: Document, name: str, forms: Mapping[str, str], why: str) -> Iterator[Match]:
    """The characters of a table, from the first to the last in each paragraph."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if _SPOKEN_OF.search(text):
            continue
        plain = _SET_OFF.sub(lambda found: "\0" * len(found.group()), text)
        places = [found.start() for found in _any(name).finditer(plain)]
        if not places:
            continue
        start, end = places[0], places[-1] + 1
        said = text[start:end] if end - start <= 8 else f"{text[start : start + 6]}…"
        written = [forms.get(char, char) for char in text[start:end]]
        better = ["".join(written)] if forms and all(len(form) == 1 for form in written) else []
        yield paragraph.match((start, end), f"“{said}” has characters that are {name}; {why}.", *better)
