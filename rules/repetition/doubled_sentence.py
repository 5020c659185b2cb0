"""A sentence stands twice in a row.

Why it happens: the engine translates a short sentence twice, or two source sentences fall together in one.

How it is found: two neighbouring sentences of five words or more that are the same word for word, also where one ends
a paragraph and the other opens the next; shorter ones, of two words or more, in a text that quotes nobody and in
which nobody says `I`, `you` or `we` elsewhere.

What it leaves alone: cries and answers (`No, no. No, no.`), speech, refrains and verse (more than two lines without a
final mark), headings, a headline that the first paragraph repeats; loops, which `repetition/loop` names. It runs on
every target language, since it shows without knowing the words; the shorter ones are looked for in English only.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from mtqa.analysis.language import size
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/repetition",
    severity="minor",
    languages=(),
    since="0.3",
    facts=("sentences",),
)

BAD = [
    "The council met on Tuesday to vote. [[The council met on Tuesday to vote.]] It was late.",
    "It was late. The bridge is closed. [[The bridge is closed.]]",
    "The members left the hall at noon.\n\n[[The members left the hall at noon.]]\n\nIt was late.",
    "He voted. She did not vote for the bridge in May. [[She did not vote for the bridge in May.]] It was late.",
    "Is it the end of the road? [[Is it the end of the road?]] Nobody knows.",
    Example("桥梁在五月对外开放。[[桥梁在五月对外开放。]]", language="zh"),
    "The price rose. Many thanks. [[Many thanks.]] The mayor left.",
]
GOOD = [
    "No, no. No, no. He would not go.",
    "“Never again. Never again,” she said.",
    "Thank you. Thank you. I am so glad that you came.",
    "The bridge is closed. The bridge is open.",
    "Bridge closed on Monday\n\nBridge closed on Monday",
    "Row, row, row your boat\n\nRow, row, row your boat\n\nGently down the stream\n\nMerrily",
    "He ran. He ran.",
    "It was late. Quiet. Quiet. The mayor left the hall.",
    "It is dark at noon today. He is late at work again.",
    "Bridge closed on Monday at noon\n\nBridge closed on Monday at noon",
    "He ran. Many thanks.\n\nMany thanks. He left.",
    "“Late,” the mayor said. Many thanks. Many thanks. He left.",
    Example("Er kam. Vielen Dank. Vielen Dank. Es war spät.", language="de"),
    "We shall fight on. We shall fight on. We shall never give in.",
    "The first page.\n\nThe second page.\n\nThe first page.",
]

_LONG, _SHORT = 5, 2
_SPEAKERS = ("i", "you", "we"), ("me", "us"), ("my", "our", "your")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the second of two."""
    before = -2  # place of the doubling last seen
    sentences = document.analysis.sentences
    for number, (one, other) in enumerate(pairwise(sentences)):
        if len(one.tokens) != len(other.tokens) or not other.closed:
            continue
        words = _words(other)
        if sum(map(size, other.words)) < _SHORT or words != _words(one):
            continue
        loop = number - 1 == before or (number + 2 < len(sentences) and _words(sentences[number + 2]) == words)
        before = number
        if loop or (sum(map(size, other.words)) < _LONG and not _is_told(document, one, other)):
            continue
        yield Match(other.segment, other.start, other.end, "The sentence is said twice.", ("",))


def _words(sentence: Sentence) -> list[str]:
    return [token.lower for token in sentence.words]


def _is_told(document: Document, one: Sentence, other: Sentence) -> bool:
    """Whether the text is told, in English, by nobody and to nobody, without quotations."""
    if document.language.partition("-")[0].lower() != "en" or one.segment != other.segment:
        return False
    if document.analysis.find("“", '"', "”", "‘", "’"):
        return False
    return all(place in (one, other) for place, _ in document.analysis.find(*chain(*_SPEAKERS))) and any(
        sentence not in (one, other) for sentence in document.analysis.sentences
    )
