"""A paragraph ends without a final mark.

Why it happens: the engine drops the last token of a long paragraph, or takes the paragraph for a heading.

How it is found: the last sentence of a paragraph of running text ends on a word, while four in five of the
document's paragraphs end on a mark.

What it leaves alone: headlines and headings, captions, bylines, lists, verse, links, paragraphs of one sentence,
documents of headings.
"""

from collections.abc import Iterator

from mtqa.analysis.sentences import CLOSERS
from mtqa.analysis.text import Paragraph
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    measured=("figures: docs/rules/punctuation.md",),
)

_OTHERS = "It was late.\n\nThe ministers were tired.\n\nThey had met at noon.\n\nNobody spoke.\n\nThey left.\n\n"
BAD = [
    _OTHERS + "The talks were long. The minister did not reply to the letter that the other side had sent [[him]]",
    _OTHERS + "Sales rose. They rose in the north and in the south, and then they fell in the whole of the [[country]]",
    _OTHERS + "The army left. The people of the town came back to the houses and found [[empty]]\n\nIt was over.",
    _OTHERS + "He was asked. He said that the vehicle had been equipped with a system supported by the [[government]]",
    _OTHERS + "The price fell. The company said that it was sorry and that it would give the money [[back]]",
]

GOOD = [
    _OTHERS + "The talks were long. The minister did not reply to the letter that the other side had sent him.",
    "Ministers meet again\n\n" + _OTHERS,
    _OTHERS + "What comes next",
    _OTHERS + "By John Smith in Paris and Mary Jones in London",
    _OTHERS + "The points that he made are these:\n\nPeace.",
    _OTHERS + "Read. Full story at www.example.org/2017/03/22/talks",
    "Peace\n\nTrade\n\nHealth for all of the people in the land who want it and have not got it. Not yet",
    _OTHERS + "He said: “It was late. We left the house and we went to the station of the town on foot.”",
    _OTHERS + "Photo: Xinhua. Left to right: Wang, Li, Zhao",
]

_FELLOWS = 4
_SHORTEST = 12  # words of the last sentence, or it may be a credit or a heading


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the last word."""
    body = [p for p in document.analysis.paragraphs if p.tokens and p.kind == "body" and p.index]
    closed = sum(_closed(paragraph) for paragraph in body)
    if closed < _FELLOWS or closed * 10 < len(body) * 8:
        return
    for paragraph in body:
        last = paragraph.tokens[-1]
        if _closed(paragraph) or last.kind != "word" or len(paragraph.sentences) < 2:
            continue
        sentence = paragraph.sentences[-1]
        if len(sentence.words) < _SHORTEST or "/" in paragraph.text[-40:] or not _finite(sentence.words[:40]):
            continue
        yield Match(paragraph.index, last.start, last.end, "The final mark is missing.", (f"{last.text}.",))


def _closed(paragraph: Paragraph) -> bool:
    last = paragraph.tokens[-1]
    return paragraph.sentences[-1].closed or last.text in CLOSERS or last.text in (":", ";", ",", "—", "–", "-")


def _finite(words: list[Token]) -> bool:
    return any(english().tags(word.lower)[:1] in ("A", "M", "D", "Z") for word in words)
