"""No space stands behind a comma, full stop or bracket.

Why it happens: Chinese and Japanese write no spaces, and the engine's joining step takes the marks of one word with
the other.

How it is found: two words joined by a comma, semicolon or closing bracket; two by a full stop, where
the second begins a sentence beyond doubt; a word glued to a quotation.

What it leaves alone: figures (`1,250`), web addresses and file names, abbreviations, `word(s)`, chemical and
mathematical terms, handles.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    measured=("figures: docs/rules/punctuation.md",),
)

BAD = [
    "The talks were [[long,but]] they ended well.",
    "The talks were [[long.The]] ministers left.",
    "They met in [[Paris;they]] left at noon.",
    "The ministry (of [[trade)said]] so.",
    "Sales rose in [[May,he]] said.",
]

GOOD = [
    "He paid 1,250.50 to Booking.com and to Acme.The.",
    "The file is called report.The, and the site is www.example.org.",
    "The person(s) in (re)construction and un(der)paid work.",
    "He works in the U.S. and the U.K., i.e. abroad.",
    "The ratio f(x)dx is an integral.",
    "The tuple (a,b) has x,y as its parts.",
    "They said no, and left. It was late; so be it.",
    "Node.js and ASP.NET are names.",
]

_MARK = re.compile(r"[,;.)](?=[^\W\d_]{2})")
_BEFORE = re.compile(r"(?<![\w./@:-])[^\W\d_]{2,24}$")
_BEHIND = re.compile(r"[^\W\d_]{2,24}(?![\w/@(-]|\.\w)")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two words with the mark between them."""
    lexicon = english()
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        for found in _MARK.finditer(text):
            at = found.start()
            low = max(0, at - 26)
            left, right = _BEFORE.search(text[low:at]), _BEHIND.match(text, at + 1)
            if left is None or right is None:
                continue
            one, mark, two = left.group(), found.group(), right.group()
            start, end = low + left.start(), right.end()
            if not (lexicon.tags(one.lower()) and lexicon.tags(two.lower())):
                continue
            if mark == "." and (two not in STARTERS or not one.islower() or len(one) < 3):
                continue
            if mark == "." and text[end : end + 1] in (".", ","):
                continue
            opened = text[max(0, start - 12) : start].rpartition("(")
            if mark == ")" and opened[1] and " " not in opened[2]:
                continue  # re(de)sign, word(s)
            if mark in ",;" and (len(one) < 3 or one.isupper()) and len(two) < 3:
                continue
            message = f"A space is missing behind “{mark}”."
            yield Match(paragraph.index, start, end, message, (f"{one}{mark} {two}",))
