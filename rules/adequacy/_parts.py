"""Sentences and clauses of one side that the other side does not have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mtqa.analysis.meaning import Meaning, vectors
from mtqa.analysis.source.sentences import Span
from mtqa_rules.adequacy._size import expected

#: Where a clause ends, the mark with it: no comma in a number.
_CUT = re.compile(r"[,;:](?!\d)\s*|[、，；：،؛—–]\s*")
_LEAST = 20  # letters of English
_MOST_PARTS = 24  # of a segment
_LONGEST = 1_500  # code points of a segment


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence or clause that the other side seems not to have.

    Attributes:
        segment, start, end: where it stands in its own side.
        near: how near it is to what stands on the other side, at most.
        gain: by how much the two sides are nearer without it.
        whole: whether it is a sentence.
    """

    segment: int
    start: int
    end: int
    near: float
    gain: float
    whole: bool


def parts(text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """Sentences, where there are several, and clauses, where a sentence has several: start, end, whether a sentence."""
    if len(text) > _LONGEST:
        return
    for first, last in sentences:
        if len(sentences) > 1 and expected(text[first:last]) >= _LEAST:
            yield first, last, True
        cuts = [first, *(cut.end() for cut in _CUT.finditer(text, first, last)), last]
        for start, end in pairwise(cuts):
            if len(cuts) > 2 and expected(text[start:end]) >= _LEAST:
                yield start, end, False


def spare(
    view: Meaning,
    texts: Sequence[str],
    sentences: Sequence[Sequence[Span]],
    other: Callable[[int], Any],
    *,
    sentence: tuple[float, float],
    clause: tuple[float, float],
) -> Iterator[Part]:
    """The first part of each text that is far from the other side and stands between the two.

    Args:
        view: of the document.
        texts: one side of each segment, with its sentences.
        other: the vector of the other side of a segment.
        sentence, clause: how near such a part is at most to the other side and its neighbours, and by how much the two
            sides are nearer without it at least.
    """
    read = [segment for segment in range(len(texts)) if view.near[segment] is not None]
    found = [(at, *part) for at in read for part in list(parts(texts[at], sentences[at]))[:_MOST_PARTS]]
    made = vectors([texts[segment][start:end] for segment, start, end, _ in found]) if found else ()
    far = []
    known = set(read)
    for one, vector in zip(found, made, strict=True):
        near = max(float(vector @ other(at)) for at in range(one[0] - 1, one[0] + 2) if at in known)
        if near < (sentence if one[3] else clause)[0]:
            far.append((one, near))
    rest = [texts[segment][:start] + " " + texts[segment][end:] for (segment, start, end, _), _ in far]
    told: dict[int, Part] = {}
    for (one, near), vector in zip(far, vectors(rest) if far else (), strict=True):
        segment, start, end, whole = one
        gain = float(vector @ other(segment)) - (view.near[segment] or 0.0)
        if gain >= (sentence if whole else clause)[1]:
            told.setdefault(segment, Part(segment, start, end, round(near, 2), round(gain, 3), whole))
    yield from told.values()
