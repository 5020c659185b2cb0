"""Where a word stands in running text: helpers for rules that compare two forms of one thing."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document

Place = tuple[Sentence, int]

_OPEN = frozenset("“«„")
_CLOSE = frozenset("”»")
_MOST = 200  # a form that stands oftener needs no more counting


def running(document: Document, places: Sequence[Place]) -> list[Place]:
    """The places in body text and outside quotations: house style does not bind headlines and other people."""
    heads = headlines(document.analysis)
    kept = [place for place in places[:_MOST] if place[0].segment not in heads and not quoted(*place)]
    return unquoted(document, kept) if kept else kept


def unquoted(document: Document, places: Sequence[Place]) -> list[Place]:
    """The places outside the quotations of the document, those of several sentences and paragraphs among them."""
    spans = [
        ((pair.open.segment, pair.open.start), (pair.close.segment, pair.close.start))
        for pair in document.analysis.quotes.pairs
        if pair.open.quotes
    ]
    starts = [start for start, _ in spans]
    kept: list[Place] = []
    for sentence, index in places:
        at = (sentence.segment, sentence.tokens[index].start)
        # quotations hardly nest: of those that open before the place, the last two tell
        before = bisect(starts, at)
        if not any(at < end for _, end in spans[max(0, before - 2) : before]):
            kept.append((sentence, index))
    return kept


def headlines(analysis: Analysis) -> frozenset[int]:
    """Indexes of the segments that are headlines."""
    return frozenset(paragraph.index for paragraph in analysis.paragraphs if paragraph.kind == "headline")


def quoted(sentence: Sentence, index: int) -> bool:
    """Whether a token stands inside quotation marks that its sentence opens."""
    depth = straight = 0
    for token in sentence.tokens[max(0, index - 80) : index]:
        if token.text == '"':
            straight += 1
        elif token.text in _OPEN:
            depth += 1
        elif token.text in _CLOSE:
            depth -= 1
    return depth > 0 or straight % 2 == 1


def in_order(places: Sequence[Place]) -> list[Place]:
    """The places in reading order."""
    return sorted(places, key=lambda place: (place[0].segment, place[0].tokens[place[1]].start))


def odd_one(first: Sequence[Place], second: Sequence[Place]) -> tuple[Place, bool]:
    """The place to report when a story uses two forms: the first of the rarer, the later one where they tie.

    Args:
        first, second: places of the two forms in reading order, neither empty.

    Returns:
        The place, and whether it is one of `first`.
    """
    if len(first) != len(second):
        return (first[0], True) if len(first) < len(second) else (second[0], False)
    one, other = first[0], second[0]
    earlier = (one[0].segment, one[0].start, one[1]) < (other[0].segment, other[0].start, other[1])
    return (other, False) if earlier else (one, True)
