"""A mark of another script stands in an English sentence.

Why it happens: the engine copies a mark it has no English counterpart for: title brackets `《》`, full-width commas
and brackets, the middle dot inside a name, the Arabic comma, the Indian full stop, the inverted
question mark, guillemets.

How it is found: the mark itself, beside English text.

What it leaves alone: marks inside a passage of the other script (that passage is another rule's finding), bullets
and interpuncts at the head of a line or between spaces, units (`N·m`), Catalan `l·l`, Spanish quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
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
]

_MARKS = re.compile(
    r"[，。、《》〈〉「」『』【】（）：；！？～।॥۔։።។]+|……|[،؛؟]|(?:[¿¡](?<![“\"‘'].)|«)\s?(?=\w)|(?<=[\w,.!?])\s?»|(?<=[a-z])[·•・](?=[A-Z]|\s?\d{4})"
)
_ENGLISH = str.maketrans(
    "，。、：；！？（）《》〈〉「」『』«»～،؛؟·・•।॥۔։።។", ",.,:;!?()“”“”“”“”“”–,;?   ......", "¿¡"
)
#: Letters of the scripts these marks are of.
_OTHER = re.compile(
    r"[\u0531-\u0587\u0600-\u060b\u060d-\u061a\u0620-\u06d3\u06d5-\u06ff\u0904-\u0963\u0966-\u0dff\u1200-\u135a\u1780-\u17d3\u3041-\u30fa\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
#: The word beside a mark that Spanish and French set round their own words.
_WORD, _LAST = re.compile(r"[^\W\d_]{1,30}"), re.compile(r"[^\W\d_]{1,30}(?=[,.!?]{0,2}$)")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the marks themselves."""
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
