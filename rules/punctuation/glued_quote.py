"""A quotation mark has a word on either side and no space: `the so-called"quartet" met`, `"no"he said`.

Why it happens: Chinese, Japanese and Korean set no spaces round their marks, and a tokeniser that lost them cannot tell
which side of a straight mark is the outer one.

How it is found: in the paired marks of the document, an opening mark right behind a letter, figure, comma or stop, or a
closing mark right before a letter or figure.

What it leaves alone: marks that stand for an apostrophe (`China"s`), inches and seconds, plurals of what is quoted
(`the "yes"es`), brackets and dashes beside the mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="minor", since="0.3", facts=("quotes",))

BAD = [
    'The so-called[["]]quartet" met in the town on Monday.',
    '"It is late and dark[["]]said the mayor of the town.',
    "They sang “Morning[[”]]and[[“]]Evening” in the hall, and then[[“]]Noon”.",
    'The film "Sea[["]]and "Land" were shown to the public.',
    'He named the firm[["]]Red Star" and sold it in 2016.',
    '"It is late,[["]]said the mayor. He added,[["]]It is dark."',
    "The first year of the[[“]]five-year plan[[”]]begins in May.",
]
GOOD = [
    'The so-called "quartet" met in the town on Monday.',
    'China"s own plan and the workers"s rights were "read".',
    'A 5"x7" card, a 27"wide screen and a 5\'10"man.',
    'The ("old") town—"new" to them—and the pre-"war" days; "re"-elected.',
    'He counted three "yes"es and two "no"s.',
    "He said: “No.”[1] She said: “‘Yes’, then.”",
    '"It is late," said the mayor. "It is dark."',
    "„So“ is German for so, and «oui» French.",
]

#: What a quoted word ends with outside its marks, and what stands behind an apostrophe.
_ENDING = regex(r"(?:e?s|e?d|n?t|ers?|ing|ish|re|ll|ve)\b")
_PAUSES = frozenset(",.;:?!")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the mark."""
    analysis = document.analysis
    for pair in analysis.quotes.pairs:
        for mark in (pair.open, pair.close) if pair.open.quotes else ():
            paragraph, at = analysis.paragraphs[mark.segment], mark.start
            before, behind = paragraph.text[max(0, at - 1) : at], paragraph.text[at + 1 : at + 2]
            glued = behind.isalnum() and (before.isalnum() or before in _PAUSES)
            if glued and before and not _ENDING.match(paragraph.text, at + 1):
                due = f" {mark.text}", f"{mark.text} "
                message = f"A space is missing beside the quotation mark: “{before}{mark.text}{behind}”."
                yield paragraph.match((at, at + 1), message, *(due if mark.side == "open" else due[::-1]))
