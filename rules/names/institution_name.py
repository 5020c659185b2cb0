"""An institution stands under a word-for-word name, though it has an English name of its own.

Why it happens: ministries, agencies and papers give themselves English names that no dictionary leads to; the engine
puts the words one by one (`Central Radio and Television Station` for China Media Group), mistakes one (`Ministry of
Agriculture and Rural Areas`) or loses one.

How it is found: by a list of such wrong names (`rules/data/institutions.csv`), each with the right one.

What it leaves alone: names in use beside the official one (`Central Propaganda Department`, `Beijing University`),
names an institution had before (`State Administration of Taxation`), longer names that only contain one of the list.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache

from mtqa.analysis.names import spelt
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.translit import squeeze
from mtqa.rule import Rule
from mtqa_rules.data import DATA, wordset

rule = Rule(category="terminology/wrong-term", severity="minor", since="0.2")

BAD = [
    "A reporter of the [[Central Radio and Television Station]] asked him.",
    "The [[Ministry of Agriculture and Rural Areas]] said prices had fallen.",
    "The [[Russian satellite network]] reported that talks had begun.",
    "[[China News Network]] quoted him.",
    "The [[U.S. State Council]] declined to comment.",
    "She studied at [[Qinghua University]].",
]
GOOD = [
    "A reporter of China Media Group asked him.",
    "The Ministry of Agriculture and Rural Affairs said prices had fallen.",
    "A Russian satellite networked with another.",
    "The Central Radio and Television Tower is 405 metres high.",
    "China's State Council and the U.S. State Department spoke.",
    "Taiwan's Central News Agency and the South China News Agency of old are others.",
    "Tsinghua University and Peking University are in Beijing.",
    "The International Money Fund Managers' Guide is a book.",
]

#: Capitalised words that may stand before such a name without being part of it.
_BEFORE = wordset("names/institution-name", "before")


@cache
def _wrong() -> dict[str, dict[str, dict[str, str]]]:
    """The right name by the first word of a wrong one, its letters and the wrong name itself."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    with (DATA / "institutions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in row["wrong"].split("|"):
                firsts = found.setdefault(name.split()[0].lower(), {})
                firsts.setdefault(squeeze(name), {})[name] = row["right"]
    return found


rule.only_on(words=_wrong())


@rule.check
def check(document: Document) -> Iterator[Match]:
    for sentence, first, last, names in spelt(document.analysis.index, _wrong()):
        wrong, before = sentence.text(first, last), sentence.at(first - 1)
        right = names.get(wrong)
        if right and not sentence.at(last + 1).capitalised and (not before.capitalised or before.text in _BEFORE):
            yield sentence.match(first, last, f"In English “{wrong}” is called {right}.", right)
