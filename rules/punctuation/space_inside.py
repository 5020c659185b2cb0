"""A space stands inside quotation marks or brackets.

Why it happens: the engine's tokens were not joined again around marks whose two sides look alike.

How it is found: in the paired marks of the document, white space right behind the opening or right before the
closing mark; and an opening quotation mark at the head of a paragraph with a space behind it.

What it leaves alone: French guillemets, quotation marks parted from an inner one by a thin space, the space behind a
spaced ellipsis (`. . . "`), and boxes `[ ]`. Where most brackets are spaced, one finding says so.
"""

from collections.abc import Iterator, Sequence

from mtqa.analysis.quotes import Pair
from mtqa.document import Document, Segment
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
)

BAD = [
    'The paper spoke of "[[ ]]a great day" for the country.',
    "The paper spoke of “a great day[[ ]]” for the country.",
    '"[[ ]]from left to right, the ministers of both countries',
    "The ministry ([[ ]]of trade) said so.",
    "The ministry (of trade[[ ]]) said so.",
    "It sells hats ([[ ]]of felt ), gloves ( of wool ) and coats ( of both ). They are (as ever) cheap.",
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
]


#: Pairs spaced on both sides from which on, if they are most, it is the text's manner.
_MANY = 3


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the spaces inside pairs, and behind a lone opening mark at a paragraph's head."""
    quotes = document.analysis.quotes
    segments = document.segments
    spaced = [pair for pair in quotes.pairs if pair.open.text == "(" and _spaced(pair, segments)]
    manner = len(spaced) >= _MANY and len(spaced) * 2 > sum(pair.open.text == "(" for pair in quotes.pairs)
    if manner:
        first = spaced[0].open
        message = "Spaces stand inside the brackets here and throughout."
        yield Match(first.segment, first.start + 1, first.start + 2, message, ("",))
    for pair in quotes.pairs:
        if pair.open.text in "«[{" or (manner and pair.open.text == "("):
            continue
        text = segments[pair.open.segment].target
        at = pair.open.start + 1
        if pair.open.segment == pair.close.segment and not text[at : min(pair.close.start, at + 3)].strip():
            continue  # nothing but a space in it
        if text[at : at + 1] == " " and text[at + 1 : at + 2] not in "‘'“\"…":
            yield _match(pair.open.segment, at, pair.open.text, "behind")
        text = segments[pair.close.segment].target
        at = pair.close.start - 1
        if at > 0 and text[at] == " " and text[at - 1] not in "’'”\"…" and text[at - 3 : at] != ". .":
            yield _match(pair.close.segment, at, pair.close.text, "before")
    opened = {(pair.open.segment, pair.open.start) for pair in quotes.pairs}
    for number, segment in enumerate(segments):
        # a lone mark before a paragraph is mostly one of a caption's or a title's
        if segment.target[:2] in ('" ', "“ ") and segment.target[2:].strip() and (number, 0) not in opened:
            yield _match(number, 1, segment.target[0], "behind")


def _spaced(pair: Pair, segments: Sequence[Segment]) -> bool:
    """Whether a space stands on both sides inside a pair of one paragraph that holds more."""
    inside = segments[pair.open.segment].target[pair.open.start + 1 : pair.close.start]
    return pair.open.segment == pair.close.segment and inside[:1] == inside[-1:] == " " and bool(inside.strip())


def _match(segment: int, at: int, mark: str, side: str) -> Match:
    what = "bracket" if mark in "()" else "quotation mark"
    which = "opening" if side == "behind" else "closing"
    return Match(segment, at, at + 1, f"A space stands {side} the {which} {what}.", ("",))
