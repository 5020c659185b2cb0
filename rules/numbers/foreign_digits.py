"""A number is written in the digits of another script.

Why it happens: the engine copies a number it takes for a name: full-width digits of Chinese and Japanese pages
(`１２０`), Arabic, Persian and Indian digits.

How it is found: digits that are none of 0 to 9 in a text of Latin letters, with the point or comma between them.

What it leaves alone: digits inside a passage of their own script (that passage is another rule's finding),
superscripts, circled and mathematical figures, which English uses as signs.
"""

import unicodedata
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/number-format",
    severity="minor",
    since="0.3",
    facts=("non-ascii",),
)

BAD = [
    "The ticket costs [[１２０]] dollars.",
    "The room is [[３.5]] metres wide.",
    "Some [[٤٥]] people were hurt in the crash.",
    "The match ended [[２-１]] on Sunday.",
    "The law of [[१९९५]] was repealed.",
    "The rate is still only [[３２]]％, they said.",
    "He was born in [[۱۳۶۰]] in Shiraz.",
]

GOOD = [
    "The ticket costs 120 dollars and the room is 3.5 m² wide.",
    "See note ① below, and the value of 𝟏𝟎 in bold.",
    "The sign reads 「第３号」 in Japanese.",
    "The water is H₂O and the area 10⁶ km².",
    "The coin is inscribed “٥ قروش” in Arabic.",
    "It is a ½ mile from here.",
    "The score was 2-1 on Sunday.",
    "Chapter Ⅳ begins on page 45.",
]

#: Decimal digits beyond ASCII that stand for themselves, not bold or circled ones: blocks named after a script.
_DIGITS = (
    "\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef\u0b66-\u0b6f"
    "\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29\u1040-\u1049"
    "\u17e0-\u17e9\u1810-\u1819\uff10-\uff19"
)
_NUMBER = regex(rf"[0-9]{{0,20}}[{_DIGITS}][0-9{_DIGITS}]{{0,40}}(?:[.,:/–-][0-9{_DIGITS}]{{1,40}}){{0,9}}")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag numbers in digits of another script."""
    for index, segment in enumerate(document.segments):
        text = segment.target
        if text.isascii():  # cheap
            continue
        for found in _NUMBER.finditer(text):
            if _own_script(text, found.start(), found.end()):
                continue
            plain = "".join(str(unicodedata.decimal(char, char)) for char in found[0])
            message = f"“{found[0]}” is not in the digits of English."
            yield Match(index, found.start(), found.end(), message, (plain,))


def _own_script(text: str, start: int, end: int) -> bool:
    """Whether letters of a script that is not Latin stand right beside, a space between or not."""
    before, behind = text[max(start - 2, 0) : start].strip(), text[end : end + 2].strip()
    return any(char.isalpha() and char > "\u036f" for char in (before[-1:], behind[:1]) if char)
