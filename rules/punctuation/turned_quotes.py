"""A pair of quotation marks hangs on the wrong words: `the" Big Bang "theory`.

Why it happens: the two sides of a straight mark look alike, and the engine's joining step glues the opening mark to
the word before it and the closing mark to the word behind it.

How it is found: a straight mark right behind a word with a space after it, one to five words, a space and the same
mark right before a word, where no quotation is open that the first could close and none is left open.

What it leaves alone: two quotations with words between them (`"this" and "that"`), quotations that go on from a
segment before with words of saying in between, plural possessives (`the workers' rights`), elisions
(`'cause`), curly double marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import COMMON_PREPOSITIONS, COORDINATORS
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    since="0.2",
)

BAD = [
    'It carried out the[[" Five Major Upgrade "]]plan for the province.',
    "Netflix's[[' The Crown ']]series gets its first ratings.",
    'The street went from[[" soldier "]]to an army.',
    'The film[[" Good Night "]]opens in May.',
    "The[[' big day ']]is here, and we went to the[[' punch card ']]planetarium.",
]
GOOD = [
    'Goods are sorted into "this" and "that" and "other".',
    "The workers' rights and the boys' house 'til May were lost 'cause of it.",
    'a great day" he said "and a long one", and left.',
    'It was a great day," he said. "We will come back."',
    'It grew by "work" and freedom" and so the "full growth" of all. They are free" who see that "all is lost.',
    "He likes rock 'n' roll and the '90s; his cats' names don't matter 'round here.",
    "“The film was great” and “the book was not” are both his.",
    "The change from 'soldier' to 'army' was made.",
    'A 5" by 6" card and a 27" screen were sold.',
    '"The bread can be "cut" or "sliced" as you like".',
    'It was the end of it" and "nobody knew".',
]

#: A mark behind a word, one to five words, and the same mark before a word.
_TURNED = re.compile(
    r"(?:(?P<double>\")|['’])(?<=[^\W\d_].) "
    r"(?P<words>[^\W_][^\s\"“”,.;:!?()']{0,30}(?: [^\W_][^\s\"“”,.;:!?()']{0,30}){0,4})"
    r" (?(double)\"|['’‘])(?=[^\W\d_]{2})"
)
_SIGNS = ('" ', "' ", "’ ")
#: Where a single mark is none of a turned pair: behind a quotation opened, a plural; before what is shortened.
_OPENED, _PLURAL = re.compile(r"(?:^|[\s(\"“])['‘]\w"), re.compile(r"(?<!['’])s$")
_SHORTENED = re.compile(r"(?:cause|til|em|bout|round|tis|twas|cos|cuz|neath|nuff|tween)\b", re.IGNORECASE)
_LINKS = COMMON_PREPOSITIONS | COORDINATORS
_REACH = 200  # characters before a mark in which a single quotation may have been opened


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two marks with the words between them."""
    for paragraph, found in document.analysis.search(_TURNED, *_SIGNS):
        text, words = paragraph.text, found["words"]
        start, end = found.span()
        if found["double"]:
            meant = bool(text.count('"', 0, start) % 2 or text.count('"', end) % 2 or "“" in text)
        else:
            before = _TURNED.sub("", text[max(0, start - _REACH) : start])
            meant = bool(_OPENED.search(before) or _PLURAL.search(before[-2:]) or _SHORTENED.match(text, end))
        if not meant and words.lower() not in _LINKS:
            message = f"The quotation marks around “{words}” stand on the wrong side of the spaces."
            yield paragraph.match((start, end), message, f" {text[start]}{words}{text[end - 1]} ")
