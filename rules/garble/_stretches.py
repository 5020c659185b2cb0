"""The odd stretches of the sentences of plain prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from heapq import nlargest
from math import log1p

from mtqa.analysis.oddness import STEPS, evidence
from mtqa.analysis.readability import wording
from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.knowledge.words import (
    BE,
    COMMON_PREPOSITIONS,
    COORDINATORS,
    DEMONSTRATIVES,
    HAVE,
    RELATIVES,
    SURE_DETERMINERS,
)
from mtqa.values import NamedTuple
from mtqa_rules.garble._prose import plain

__all__ = ["POOR", "Odd", "Stretch", "odd", "unrevised"]

POOR = 1.2  # standard deviations above human translations from which on most sentences of a text need mending

_ENOUGH = 4.45  # a defect
_LEAST = 1.6  # whatever else stands in the text
_COUNTS = 1.5  # a stretch that makes others likelier
_GROWTH = 1.25
_PAGE = 150  # words
_FROM, _RISE, _KNOWN, _MORE = 1.0, 3.0, 1.65, 0.5  # of a text whose words lie far above human translations

_LEVEL, _MARK = 0.2, 0.8  # taken off at each place, and at a comma or another mark
_BREAK = 6.0  # a stretch ends where so much is lost
_QUICK = 0.6  # what is not looked at closely; of a text that nobody revised all is
_SCRAP = 6  # tokens
_NEAR = 5  # tokens
#: What stands again and again.
_SMALL = (
    SURE_DETERMINERS | DEMONSTRATIVES | RELATIVES | BE | HAVE | COMMON_PREPOSITIONS | COORDINATORS | {"it", "not", ","}
)


class Stretch(NamedTuple):
    """Tokens from `first` to `last`; how odd they are together, and the oddest of them."""

    weight: float
    first: int
    last: int
    worst: int


class Odd(NamedTuple):
    """A sentence with its stretches.

    Attributes:
        named: those that are defects, as far as the rest of the text tells.
    """

    reading: Reading
    stretches: list[Stretch]
    named: list[Stretch]


def odd(analysis: Analysis) -> list[Odd]:
    """The sentences of plain prose that are anything but usual: a view.

    In a text with many such stretches a lower sum will do for one of them, and in one whose words as a whole stand
    together as in machine translation that nobody revised.
    """
    page = unrevised(analysis)
    sound = page < POOR
    sentences = [sentence for sentence, _, _ in analysis.view(plain)] if sound else _long(analysis)
    readings = list(map(analysis.reading, sentences))
    figures = zip(readings, evidence(readings, round(_QUICK * STEPS) if sound else None), strict=True)
    found = [(reading, list(_stretches(reading, own))) for reading, own in figures if own is not None]
    sums = [sum(one.weight - 1 for one in stretches if one.weight > _COUNTS) for _, stretches in found]
    total = sum(sums)
    first, second = nlargest(2, [*sums, 0, 0])
    made = []
    for (reading, stretches), own in zip(found, sums, strict=True):
        other = second if own == first else first
        others = total - own - (other if other < _ENOUGH - 1 else 0)  # one that is less odd may be chance
        more = max(_GROWTH * log1p(others / (analysis.words + _PAGE) * 1000), _of_page(page))
        named = [one for one in stretches if one.weight >= _LEAST and one.weight + more >= _ENOUGH]
        made.append(Odd(reading, stretches, named))
    return made


def _of_page(page: float) -> float:
    """What a text whose words alone lie so far above human translations adds to its stretches."""
    above = max(0.0, page - _FROM)
    return min(_RISE * above, _KNOWN + _MORE * above)


def _long(analysis: Analysis) -> list[Sentence]:
    """The sentences of running text that are no scraps."""
    running = [paragraph for paragraph in analysis.paragraphs if paragraph.running]
    return [one for paragraph in running for one in paragraph.sentences if len(one.tokens) >= _SCRAP]


def unrevised(analysis: Analysis) -> float:
    """By how much a text's words say that nobody revised it, see `Wording.low`; 0 of chat and posts, and of others."""
    return 0.0 if analysis.register.informal else max(0.0, analysis.view(wording).low)


def _stretches(reading: Reading, figures: list[int]) -> Iterator[Stretch]:
    """The stretches whose sums are highest, each from where a sum begins to where it is highest."""
    sentence, twice = reading.sentence, _twice(reading.lowered)
    level, mark, fall = (round(units * STEPS) for units in (_LEVEL, _MARK, _BREAK))
    last = len(figures) - 2
    total = best = first = end = 0
    for i, figure in enumerate(figures):
        if total <= 0 or best - total > fall:
            if best > 0:
                yield _stretch(figures, best, first, end)
            total, best, first = 0, 0, i
        if figure > 0 and twice and _again(sentence, i, twice):  # cheap
            continue
        total += figure - level
        if i <= last and sentence.tokens[i].kind == "punct":
            total -= mark
        if total > best:
            best, end = total, min(i, last)
    if best > 0:
        yield _stretch(figures, best, first, end)


def _twice(lowered: list[str]) -> set[str]:
    """What stands in a sentence again, small words left out."""
    return {word for word, times in Counter(lowered).items() if times > 1} - _SMALL


def _again(sentence: Sentence, place: int, twice: set[str]) -> bool:
    """Whether a word or the one before it stands again close by: day in and day out."""
    words = twice.intersection((sentence.at(place).lower, sentence.at(place - 1).lower))
    if not words:  # cheap
        return False
    tokens = sentence.tokens
    near = [*tokens[max(0, place - _NEAR) : max(0, place - 1)], *tokens[place + 2 : place + _NEAR + 1]]
    return any(token.lower in words for token in near if token.is_word)


def _stretch(figures: list[int], weight: int, first: int, last: int) -> Stretch:
    worst = max(range(first, last + 1), key=figures.__getitem__) if last >= first else first
    return Stretch(weight / STEPS, first, last, worst)
