"""A space stands beside an apostrophe: `China ’ s`, `Chang 'an Avenue`, `Dato ' Seri`.

Why it happens: the engine takes the apostrophe for a quotation mark, and joins its tokens as if it were one.

How it is found: an apostrophe with white space behind it, and then a lone `s`; a capitalised word, white space, and an
apostrophe before a syllable that pinyin writes with one (`'an`, `'er`); white space in the title `Dato'`.

What it leaves alone: quotations in single marks, plurals (`the workers' homes`), feet and minutes, dropped letters
(`rock 'n' roll`, `'em`), and texts cut into tokens (`it 's`), where the space stands on one side only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/typography",
    severity="minor",
    registers=("news",),
    since="0.2",
    measured=("figures: docs/rules/punctuation.md",),
)

BAD = [
    "The Bank of [[China ’ s]] report was late.",
    "The [[world' s]] oldest barber still works.",
    "Flower beds stand along [[Chang 'an]] Avenue.",
    "[[Dato ']] Seri Wong will lead the council.",
    "To mark the birthday of the [[People ’ s]] Republic, 200 beds were set up.",
]
GOOD = [
    "China’s report and the workers' homes were late.",
    "He called it ‘the centre’ s and all.",
    "They play rock 'n' roll; tell 'em so.",
    "The beds stand along Chang'an Avenue.",
    "It 's said that he does n't know.",
    "The Joneses' s-bend pipe burst; the '90s' songs were sung.",
    "Dato' Seri Wong and Dato Lee met.",
    "She called him 'an old friend', and Tom 'er', which was odd.",
]

_SPACED = re.compile(
    r"[A-Za-z]{2,30}[ \u00a0]?[’'][ \u00a0]s(?=[\s“\"])"
    r"|\b[A-Z][a-z]{1,6}[ \u00a0][’'](?:an|en|ao)(?=[ ,.][A-Z\s])"
    r"|\bDato[ \u00a0][’']"
)
_SIGNS = tuple(f"{mark}{space}s" for mark in "’'" for space in " \u00a0") + tuple(
    f"{space}{mark}" for mark in "’'" for space in " \u00a0"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word with its apostrophe."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if not any(part in text for part in _SIGNS):
            continue  # the pattern walks through every word; these are found at once
        for found in _SPACED.finditer(text):
            if "‘" in text[max(0, found.start() - 60) : found.end()]:
                continue
            joined = "".join(found.group().split())
            yield Match(
                paragraph.index,
                found.start(),
                found.end(),
                f"A space stands beside the apostrophe of “{joined}”.",
                (joined,),
            )
