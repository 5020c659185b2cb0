"""What groups of documents come to, with intervals, and whether two of them differ where both hold the same.

Intervals: percentile bootstrap by document (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
Differences: paired bootstrap intervals (Koehn, Statistical Significance Tests for Machine Translation Evaluation, 2004)
and p-values by approximate randomisation (Riezler and Maxwell, On Some Pitfalls in Automatic Evaluation and
Significance Testing for MT, 2005), two-sided, adjusted for the number of pairs by Holm's method (1979).

Sums are of whole numbers, and chance is of the bits of `random.Random`, seeded by the names of the groups: the same
documents give the same figures on any machine, in any order.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.tables.samples import Sample

#: Resamples of an interval; shuffles of a test.
RESAMPLES = 1000
SHUFFLES = 10_000
#: Documents, or pairs, below which neither is told: an interval of four documents is too narrow.
LEAST = 5
#: Groups above which pairs are not compared.
MOST = 10

SCORE, PENALTY, FAILED, FAMILY = "score", "penalty_per_100", "failed_percent", "findings_per_1000"
#: What is compared between groups.
COMPARED = (SCORE, PENALTY, FAILED)
#: Bits that are drawn at once.
_BLOCK = 4_000_000


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a group, or the difference of two.

    Args:
        group: that it is of.
        against: the group that is taken from it, "" for none.
        measure: one of `COMPARED`, or `FAMILY`.
        family: of the findings, "" for none.
        documents: judged, or pairs of them.
        words: in them; 0 for a difference.
        value: the figure.
        low, high: its 95 % interval, `None` for too few documents.
        p, p_holm: of a difference as large by chance, as it is and adjusted; `None` where none was tested.
    """

    group: str
    against: str
    measure: str
    family: str
    documents: int
    words: int
    value: float
    low: float | None = None
    high: float | None = None
    p: float | None = None
    p_holm: float | None = None


def figures(samples: Sequence[Sample], families: Sequence[str]) -> list[Figure]:
    """The figures of every group, in the order of their names; families that found nothing anywhere are left out."""
    grouped = by_group(samples)
    found = [family for place, family in enumerate(families) if any(one.families[place] for one in samples)]
    places = [families.index(family) for family in found]
    made: list[Figure] = []
    for group, members in grouped.items():
        data = _matrix(members, places)
        count, totals = len(members), data.sum(axis=0)
        values = _values(totals[None, :], count)
        spread = _values(_resampled(data, f"mtqa groups {group}"), count) if count >= LEAST else None
        for place, name in enumerate((*COMPARED, *found)):
            low, high = _interval(spread[:, place]) if spread is not None else (None, None)
            family = name if place >= len(COMPARED) else ""
            measure = FAMILY if family else name
            value = float(values[0, place])
            made.append(Figure(group, "", measure, family, count, int(totals[0]), value, low, high))
    return made


def differences(samples: Sequence[Sample]) -> list[Figure]:
    """How every two groups differ in the documents that both hold; none where they are too few, or the groups many."""
    grouped = by_group(samples)
    if len(grouped) > MOST:
        return []
    made = [one for first, second in combinations(grouped, 2) for one in _difference(first, second, grouped)]
    return [one for measure in COMPARED for one in _holm([one for one in made if one.measure == measure])]


def by_group(samples: Iterable[Sample]) -> dict[str, list[Sample]]:
    """The documents of each group, in the order of the names, within a group in the order of what they translate."""
    grouped: dict[str, list[Sample]] = {}
    for one in samples:
        grouped.setdefault(one.group, []).append(one)
    return {group: sorted(grouped[group], key=lambda one: one.pair) for group in sorted(grouped)}


def _difference(first: str, second: str, grouped: dict[str, list[Sample]]) -> Iterator[Figure]:
    import numpy

    others = {one.pair: one for one in grouped[second]}
    pairs = [(one, others[one.pair]) for one in grouped[first] if one.pair in others]
    count = len(pairs)
    if count < LEAST:
        return
    left, right = (_matrix([pair[side] for pair in pairs], []) for side in (0, 1))
    width = left.shape[1]
    both = numpy.hstack((left, right))
    found = (_values(left.sum(axis=0)[None, :], count) - _values(right.sum(axis=0)[None, :], count))[0]
    drawn = _resampled(both, f"mtqa pairs {first} {second}")
    spread = _values(drawn[:, :width], count) - _values(drawn[:, width:], count)
    # a shuffle takes the documents of some pairs over to the other group
    moved = _shuffled(right - left, f"mtqa shuffles {first} {second}")
    shuffled = _values(left.sum(axis=0) + moved, count) - _values(right.sum(axis=0) - moved, count)
    for place, measure in enumerate(COMPARED):
        low, high = _interval(spread[:, place])
        # the same difference of other sums may be a last digit off
        as_large = int((abs(shuffled[:, place]) >= abs(found[place]) - 1e-9).sum())
        p = (as_large + 1) / (SHUFFLES + 1)
        yield Figure(first, second, measure, "", count, 0, float(found[place]), low, high, p)


def _holm(made: list[Figure]) -> list[Figure]:
    """The same with adjusted p-values, in their order."""
    adjusted: dict[int, float] = {}
    last = 0.0
    for rank, place in enumerate(sorted(range(len(made)), key=lambda place: made[place].p or 0.0)):
        last = max(last, min(1.0, (len(made) - rank) * (made[place].p or 0.0)))
        adjusted[place] = last
    return [replace(one, p_holm=adjusted[place]) for place, one in enumerate(made)]


def _matrix(members: Sequence[Sample], places: Sequence[int]) -> Any:
    """A row a document: words, score, penalty, failed, findings of some families.

    Whole numbers as floats: their sums are exact, in whatever order a library adds them up.
    """
    import numpy

    rows = [
        (one.words, one.score, one.penalty, one.failed, *(one.families[place] for place in places)) for one in members
    ]
    return numpy.array(rows, dtype=numpy.float64)


def _values(totals: Any, count: int) -> Any:
    """Figures of sums over documents: a row a sample, a column a measure."""
    import numpy

    words = totals[:, 0]
    columns = [totals[:, 1] / (100.0 * count), 100.0 * totals[:, 2] / words, 100.0 * totals[:, 3] / count]
    columns += [1000.0 * totals[:, place] / words for place in range(4, totals.shape[1])]
    return numpy.stack(columns, axis=1)


def _resampled(data: Any, seed: str) -> Any:
    """Sums over as many documents drawn with replacement, a row a resample."""
    import numpy

    chance = random.Random(seed)  # noqa: S311 (no secret)
    count = len(data)
    sums = []
    for _ in range(RESAMPLES):
        drawn = numpy.frombuffer(chance.getrandbits(32 * count).to_bytes(4 * count, "little"), dtype="<u4")
        places = (drawn.astype(numpy.uint64) * numpy.uint64(count)) >> numpy.uint64(32)
        sums.append(numpy.bincount(places.astype(numpy.int64), minlength=count).astype(numpy.float64) @ data)
    return numpy.array(sums)


def _shuffled(data: Any, seed: str) -> Any:
    """Sums over documents each taken or not by the toss of a coin, a row a shuffle."""
    import numpy

    chance = random.Random(seed)  # noqa: S311 (no secret)
    size = -(-len(data) // 8)
    block = max(1, _BLOCK // (8 * size))
    sums = []
    for start in range(0, SHUFFLES, block):
        rows = min(block, SHUFFLES - start)
        drawn = numpy.frombuffer(chance.getrandbits(8 * size * rows).to_bytes(size * rows, "little"), dtype=numpy.uint8)
        taken = numpy.unpackbits(drawn.reshape(rows, size), axis=1, bitorder="little")[:, : len(data)]
        sums.append(taken.astype(numpy.float64) @ data)
    return numpy.concatenate(sums)


def _interval(spread: Any) -> tuple[float, float]:
    """The middle 95 % of resamples: the nearest ranks."""
    ordered = sorted(spread.tolist())
    cut = RESAMPLES * 25 // 1000
    return ordered[cut - 1], ordered[RESAMPLES - cut - 1]
