"""Targets that are the translation of another segment."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.meaning import Meaning, meaning
from mtqa.document import Document
from mtqa.values import dataclass

#: How near a target is to another source at least, how much nearer than to its own, and what is far from its own.
_NEAR, _NEARER, _OWN = 0.5, 0.25, 0.45
_APART = 0.45  # how near two sources are at most that cannot be mistaken for each other
_WORDS = 4
_ALONE = 8  # words at least of one that moved alone


@dataclass(frozen=True, slots=True)
class Run:
    """Segments in a row whose targets translate others, all as far away.

    Attributes:
        segments: their numbers; between them may stand some too short to be judged.
        moved: how much further on the source stands that each translates; below zero: before.
        sure: whether others bear it out: several moved alike, or two changed places.
    """

    segments: tuple[int, ...]
    moved: int
    sure: bool


def runs(document: Document) -> Iterator[Run]:
    """The targets that stand in the wrong place.

    One that moved alone only resembles another source, so it is told only in running text, and never a short one;
    messages of a catalogue are alike by nature.
    """
    view = document.analysis.view(meaning)
    found: list[list[tuple[int, int]]] = []
    last = -1  # of those judged
    for paragraph in document.analysis.paragraphs:
        at = paragraph.index
        if paragraph.words < _WORDS or view.near[at] is None:
            continue
        other = _belongs(view, at)
        if other is not None:
            if found and found[-1][-1] == (last, other - at):
                found[-1].append((at, other - at))
            else:
                found.append([(at, other - at)])
        last = at
    moves = dict(one for run in found for one in run)
    for run in found:
        first, moved = run[0]
        sure = len(run) > 1 or moves.get(first + moved) == -moved
        if not sure:
            if document.segments[first].unit is not None:
                continue
            if document.analysis.paragraphs[first].words < _ALONE:
                continue
        yield Run(tuple(at for at, _ in run), moved, sure)


def _belongs(view: Meaning, segment: int) -> int | None:
    """The other segment a target seems to translate, or `None`."""
    own = view.near[segment]
    if own is None or own >= _OWN:
        return None
    other, near = view.nearest(segment)
    if other == segment or near < _NEAR or near - own < _NEARER:
        return None
    return None if float(view.source(segment) @ view.source(other)) > _APART else other
