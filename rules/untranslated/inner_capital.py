"""A capital stands in the middle of a word that is none of English: `helameTane`, `hollThai`.

Why it happens: a transliteration writes some sounds with capitals (Indian scripts), and an engine that puts words
together from pieces joins a copied piece to the name behind it.

In the measured texts nearly all are of one engine for Gujarati; references and good English have none.

How it is found: letters in lower case, one capital and more letters in lower case, in one word; what stands before the
capital, four letters or more, is no word of English.

What it leaves alone: names of firms and things that begin with a word (`easyJet`, `deviantArt`), short ones (`iPhone`),
a word that stands twice, code, addresses, handles, quotations of one word.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.untranslated._unknown import unknown

rule = Rule(category="accuracy/untranslated", severity="major", since="0.3", facts=("hump",))

BAD = [
    "The police gave the [[helameTane]] to the people on Monday.",
    "A party was founded against the [[hollThai]] plan in May.",
    "The [[vaskelimiTraders]] shall tell their clients how they can pay.",
    "They met the [[konsTebale]] and the [[smaarTafonane]] of the town.",
    "He came from [[wisfoTane]] to the north.",
]
GOOD = [
    "He flew with easyJet and looked at deviantArt and youTube on his iPhone.",
    "The function toString is called by getElementById (wisfoTane).",
    "He wrote to helameTane@example.org and to #helameTane about helameTane.org.",
    "The firm vrboxPlus is small. It is the vrboxPlus of the north.",
    "The “helameTane” is a stone.",
    "The macOS of the year and the eBay of the north were sold by the McDonald of LaSalle.",
    "The wisfoTANE and the Wisfotane were sold.",
    "They play for schneiderTeam and for bridgesStore.",
]

_WORD = regex(r"(?<![\w.@#/:(“\"‘'*_-])([a-z]{4,16})[A-Z][a-z]{2,20}(?![\w@/:(”\"’'*_-]|\.\w)")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word."""
    for paragraph, found in document.analysis.search(_WORD):
        word, head = found[0], found[1]
        if unknown(head) and len(document.analysis.index.get(word.lower(), ())) == 1:
            yield paragraph.match(found.span(), f"“{word}” is no English word; it was left untranslated or glued.")
