"""Where a word stands in running text: helpers for rules that compare two forms of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis

Place = tuple[Sentence, int]

_MOST = 200  # a form that stands oftener needs no more counting


def running(analysis: Analysis, places: Sequence[Place]) -> list[Place]:
    """The places in body text and outside quotations: house style does not bind headlines and other people."""
    heads = analysis.speech.headlines
    return unquoted(analysis, [place for place in places[:_MOST] if place[0].segment not in heads])


def unquoted(analysis: Analysis, places: Sequence[Place]) -> list[Place]:
    """The places outside the quotations of the document, those of several sentences and paragraphs among them."""
    return [place for place in places if not analysis.speech.quoted(*place)]


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
