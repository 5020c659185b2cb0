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
from pathlib import Path

from mtqa.analysis.tokens import tokenize
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(
    category="terminology/wrong-term",
    severity="minor",
    since="0.2",
)

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

_TABLE = Path(__file__).parents[1] / "data" / "institutions.csv"


@cache
def _wrong() -> tuple[frozenset[str], dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]]:
    """First words in small letters; wrong names as tokens, with the right one, by their first two, longest first."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in row["wrong"].split("|"):
                words = tuple(token.text for token in tokenize(name))
                found.setdefault((words[0], words[1]), []).append((words, row["right"]))
    for names in found.values():
        names.sort(key=lambda item: (-len(item[0]), item[0]))
    return frozenset(first.lower() for first, _ in found), found


@rule.check
def check(document: Document) -> Iterator[Match]:
    firsts, wrong = _wrong()
    index = document.analysis.index
    for first in sorted(firsts & index.keys()):
        for sentence, i in index[first]:
            tokens = sentence.tokens
            for words, right in wrong.get((tokens[i].text, tokens[i + 1].text), ()) if i + 1 < len(tokens) else ():
                last = i + len(words)
                if tuple(token.text for token in tokens[i:last]) != words:
                    continue
                behind = tokens[last] if last < len(tokens) else None
                longer = behind is not None and behind.space and behind.kind == "word" and behind.capitalised
                if not longer and not (i and tokens[i - 1].capitalised and tokens[i - 1].text not in _BEFORE):
                    start, end = tokens[i].start, tokens[last - 1].end
                    text = document.segments[sentence.segment].target[start:end]
                    yield Match(sentence.segment, start, end, f"In English “{text}” is called {right}.", (right,))
                break


#: Capitalised words that may stand before such a name without being part of it.
_BEFORE = wordset("names/institution-name", "before")
