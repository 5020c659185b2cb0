"""A common word stands as a person's name behind a courtesy title.

Why it happens: a name that is also a word is translated (`Mr. Spacious`).
How it is found: `Mr.`, `Mrs.` or `Ms.` and then an adjective that is nobody's name.
What it leaves alone: offices (`Mr. President`), names that are words too (Mr. White, Mr. Good), stock figures (Mr.
Right, Mr. Big), particles (Mr. bin Salman), adjectives that belong to a noun (Mr. Universe's Mr. Fantastic is not).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import OFFICES, PARTICLES
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="minor",
    status="preview",
    measured=(
        "newstest2020, TED and clean English, 760 k words with 553 courtesy titles: 0 findings",
        "preview: it never fired on real text, and nicknames (`Mr. Wonderful`, `Mr. Dependable`) are built alike",
    ),
)

BAD = [
    "We met Mr. [[Spacious]] at noon.",
    "Ms. [[Agricultural]] left early.",
    "He thanked Mr. [[Beautiful]] for the tea.",
    "Mrs. [[Electrical]] spoke first.",
    "Mr. [[Honorary]] won again.",
]
GOOD = [
    "Mr. President, Mr. Speaker and Mr. Chairman nodded.",
    "Mr. White, Mrs. Good, Mr. Long and Ms. Young came.",
    "She waits for Mr. Right and laughs at Mr. Big and Mr. Incredible.",
    "Mr. bin Salman and Mr. van der Meer and Mr. de Klerk met.",
    "The Mr. Universe contest and Ms. magazine are old.",
    "Mr. al-Assad and Mr. el-Sisi spoke.",
    "MS patients and ms values (in ms per word) were measured.",
    "Mrs. Fair sold Mr. Fine a car.",
]

_STOCK = frozenset(
    "right big incredible fantastic nice universe world perfect magoo good fine fair clean bad olympia".split()
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """The word behind each courtesy title."""
    lexicon = english()
    for sentence, i in document.analysis.find("mr", "mrs", "ms"):
        tokens = sentence.tokens
        if tokens[i].text not in ("Mr", "Mrs", "Ms"):
            continue
        k = i + 1
        k += k < len(tokens) and tokens[k].text == "."
        if k >= len(tokens) or tokens[k].kind != "word" or not tokens[k].space:
            continue
        word = tokens[k]
        lower = word.lower
        if lower in PARTICLES or lower in OFFICES or lower in _STOCK or lower.startswith(("al-", "el-", "d'", "o'")):
            continue
        wrong = (
            not word.text.islower()
            and lexicon.tags(lower) in ("J", "JR")
            and lexicon.capital_share(lower) < 0.3
            and len(lower) > 5
            and not (k + 1 < len(tokens) and tokens[k + 1].kind == "word" and tokens[k + 1].capitalised)
        )
        if wrong:
            yield Match(
                sentence.segment,
                word.start,
                word.end,
                f"“{word.text}” is no family name as it stands behind “{tokens[i].text}.”.",
            )
