"""A space stands inside quotation marks or brackets.

Why it happens: the engine's tokens were not joined again around marks whose two sides look alike.

How it is found: in the paired marks of the document, white space right behind the opening or right before the
closing mark; and an opening quotation mark at the head of a paragraph with a space behind it.

What it leaves alone: French guillemets, quotation marks parted from an inner one by a thin space, the space behind a
spaced ellipsis (`. . . "`), and boxes `[ ]`. Where most brackets are spaced, one finding says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.quotes import MARKS, Mark
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    signs=MARKS,
)

BAD = [
    'The paper spoke of "[[ ]]a great day" for the country.',
    "The paper spoke of “a great day[[ ]]” for the country.",
    '"[[ ]]from left to right, the ministers of both countries',
    'He spoke of "an end to the talks.\n\n"[[ ]]From left to right, the ministers of both countries',
    "The ministry ([[ ]]of trade) said so.",
    "The ministry (of trade[[ ]]) said so.",
    "It sells hats ([[ ]]of felt ), gloves ( of wool ) and coats ( of both ). They are (as ever) cheap.\n\n"
    'He called them "[[ ]]hats for all" last year.',
]

GOOD = [
    'The paper spoke of "a great day" for the country.',
    "« Oui », he said, and left.",
    "“ ‘Never’ was his word,” she said. “He said ‘never’ ”.",
    "[ ] I agree. [x] I do not.",
    "He works for the ministry (of trade) in Paris.",
    'He said: "We will go.\n\n"We will not come back."',
    "The list (see below) is long (very long).",
    'She wrote: "We were promised the moon . . . " [Letters, p. 3] "It ends here. . . " was all he said.',
    "He typed ( ) and “ ”.",
    'The paper spoke of " a great day for the country.',
    'He was late. "The bread is sold, "said the mayor of the town.',
]

#: A space behind an opening and before a closing mark, with something else behind it and before it than another mark.
_BEHIND, _BEFORE = regex(r" (?=[^\s‘'“\"…)”])"), regex(r"(?<![’'”\"…(“])(?<!\. \.) $")
#: What a paragraph may open with and never close, or open anew while a quotation goes on.
_HEADS = ('"', "“", "(")
#: Brackets spaced from which on, if they are most, it is the text's manner.
_MANY = 6


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the spaces inside pairs, and behind a lone opening mark at a paragraph's head."""
    pairs = document.analysis.quotes.pairs
    marks = [mark for pair in pairs if pair.open.text not in "«[{" for mark in (pair.open, pair.close)]
    texts = enumerate(document.segments)
    heads = [Mark(i, 0, text.target[0], "open") for i, text in texts if text.target[:1] in _HEADS]
    marks += [mark for mark in heads if mark not in marks]
    strayed = document.analysis.quotes.strayed
    found = [mark for mark in marks if mark not in strayed and _spaced(document, mark)]
    brackets = [mark for mark in found if not mark.quotes]
    manner = len(brackets) >= _MANY and len(brackets) * 2 > sum(not mark.quotes for mark in marks)
    for mark in found:
        what, side = "quotation mark" if mark.quotes else "bracket", "behind" if mark.side == "open" else "before"
        message = f"A space stands {side} the {'opening' if side == 'behind' else 'closing'} {what}."
        if manner and mark in brackets:
            if mark is not brackets[0]:
                continue
            message = "Spaces stand inside the brackets here and throughout."
        at = mark.start + 1 if mark.side == "open" else mark.start - 1
        yield Match(mark.segment, at, at + 1, message, ("",))


def _spaced(document: Document, mark: Mark) -> bool:
    """Whether a space stands on the inside of a mark."""
    text = document.segments[mark.segment].target
    if mark.side == "open":
        return _BEHIND.match(text, mark.start + 1) is not None
    return _BEFORE.search(text, max(0, mark.start - 4), mark.start) is not None
