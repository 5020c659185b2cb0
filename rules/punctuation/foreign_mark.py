"""A mark of another script stands in an English sentence.

Why it happens: the engine copies a mark it has no English counterpart for: title brackets `《》`, full-width commas
and brackets, the middle dot inside a name, the Arabic comma, the Indian full stop, the inverted
question mark, guillemets.

How it is found: the mark itself, beside English text.

Languages: all. In a text that is not in English, the marks of Chinese, Japanese, Korean, Arabic, Indian and other
scripts are named where the text's language does not write them (`mtqa/knowledge/marks.py` says which do).

What it leaves alone: marks inside a passage of the other script (that passage is another rule's finding), bullets
and interpuncts at the head of a line or between spaces, units (`N·m`), Catalan `l·l`, Spanish quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.languages import language_name
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.marks import OWN
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    languages=(),
    facts=("non-ascii",),
)

BAD = [
    "He wrote [[《]]The Three-Body Problem[[》]] in 2006.",
    "The talks were long[[，]] but they ended well.",
    "Sun Yong[[（]]left[[）]] spoke to reporters.",
    "Jean[[·]]Claude Juncker left the room.",
    "The agency reported[[：]] sales rose again.",
    "The army[[،]] he said, is ready.",
    "[[¿]]What did the minister say?",
    "[[«]]The bridge will not pay off[[»]], he said.",
    "It was over[[……]] Nobody moved.",
    "The minister left the town on Monday[[।]]",
    "Observer Network[[·]] 2017-03-22 18:04:39",
    Example("Le livre [[《]]Trois corps[[》]] est sorti en 2006[[，]] dit-il.", language="fr"),
    Example("Die Brücke ist gesperrt[[。]] Niemand weiß, warum.", language="de"),
    Example("Мост закрыт[[،]] сказал мэр.", language="ru"),
]

GOOD = [
    "The name is written 王，小明 in Chinese.",
    "· Third, managers should know the value of time.",
    "Home · News · Sport",
    "The torque is 5 N·m and the power 3 kW·h.",
    "«Oui», he said, and «hélas!» as well.",
    "She shouted “¿Qué pasa?” and left. The wall says “¡No pasarán!” in red.",
    "The Paral·lel is a street in Barcelona.",
    "He waited… and then he left.",
    "It cost 5€ – or more – at 20°C.",
    "The sign read “出口！” in red letters.",
    "He wrote 《三体》 in 2006.",
    "The sign reads “यह बंद है।” in Hindi.",
    Example("他说：“我们等。”《三体》（2006年）很有名。", language="zh"),
    Example("المدينة، كما قال، جميلة؟ نعم؛ جداً.", language="ar"),
    Example("यह बंद है। वह गया॥", language="hi"),
    Example("그는 「삼체」를 읽었다～ 그리고 《책》을 샀다.", language="ko"),
    Example("El libro se llama «三体，三» y ¿qué dice?", language="es"),
]

_MARKS = regex(
    r"[，。、《》〈〉「」『』【】（）：；！？～।॥۔։።។]+|……|[،؛؟]|(?:[¿¡](?<![“\"‘'].)|«)\s?(?=\w)|(?<=[\w,.!?])\s?»|(?<=[a-z])[·•・](?=[A-Z]|\s?\d{4})"
)
_ENGLISH = str.maketrans(
    "，。、：；！？（）《》〈〉「」『』«»～،؛؟·・•।॥۔։።។", ",.,:;!?()“”“”“”“”“”–,;?   ......", "¿¡"
)
#: Letters of the scripts these marks are of.
_OTHER = regex(
    r"[\u0531-\u0587\u0600-\u060b\u060d-\u061a\u0620-\u06d3\u06d5-\u06ff\u0904-\u0963\u0966-\u0dff\u1200-\u135a\u1780-\u17d3\u3041-\u30fa\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
#: The word beside a mark that Spanish and French set round their own words.
_WORD, _LAST = regex(r"[^\W\d_]{1,30}"), regex(r"[^\W\d_]{1,30}(?=[,.!?]{0,2}$)")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the marks themselves."""
    expected = document.analysis.expected
    if expected != "en":
        yield from _elsewhere(document, expected)
        return
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        for found in _MARKS.finditer(text) if not text.isascii() else ():
            start, end = found.span()
            mark = found.group().strip()
            if mark in "¿¡«»":
                word = _LAST.search(text, max(0, start - 34), start) if mark == "»" else _WORD.match(text, end)
                ours = word is not None and english().tags(word.group().lower())[:1] not in ("", "F", "X")
            else:
                ours = not _OTHER.search(text, max(0, start - 2), end + 2)
            if ours:
                plain = mark.translate(_ENGLISH).replace("……", "…")
                plain = plain.rstrip() if text[end : end + 1].isspace() else plain
                yield paragraph.match((start, end), f"“{mark}” is no English punctuation mark.", plain)


@cache
def _foreign(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the marks that a language does not write, and what stands in their place, if that is told."""
    marks = {mark: plain for row, languages in OWN if language not in languages for mark, plain in row.items()}
    return re.compile(f"[{''.join(marks)}]+"), marks


def _elsewhere(document: Document, language: str) -> Iterator[Match]:
    """The same in a text that is not in English: the marks of scripts that its language is not written in."""
    pattern, plain = _foreign(language)
    own = language in ("zh", "ja", "ko")
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        for found in pattern.finditer(text) if not text.isascii() else ():
            start, end = found.span()
            if own or not _OTHER.search(text, max(0, start - 2), end + 2):
                better = [plain[mark] for mark in found.group()]
                name = language_name(language)
                message = f"“{found.group()}” is no punctuation mark of {name}."
                yield paragraph.match((start, end), message, *(["".join(better)] if all(better) else []))
