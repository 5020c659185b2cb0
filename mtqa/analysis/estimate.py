"""What translators who mark mistakes would take off: an estimate of the MQM penalty in 100 words of a document.

It is a sum over the segments, of what the rules found, of how odd the words stand together, of how long the target is
for its source, and of how near the two are in meaning: each counted, times a weight. There is a set of weights for the
target alone, one for target and source, and one for both and their meaning. `tools/train_estimate.py` finds them, and
how far an estimate is off; the table says from what. No part of this goes into the score.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from math import fsum
from typing import TYPE_CHECKING, Any, Literal

from mtqa.analysis.meaning import meaning
from mtqa.analysis.oddness import STEPS, evidence
from mtqa.knowledge.company import NONE, UNKNOWN, gains
from mtqa.knowledge.company import STEPS as GAIN_STEPS
from mtqa.knowledge.data import DATA
from mtqa.values import NamedTuple, dataclass

if TYPE_CHECKING:
    from mtqa.analysis.reading import Reading
    from mtqa.analysis.text import Analysis
    from mtqa.document import Document

__all__ = ["BASES", "LARGEST", "OFFSET", "OUT", "Basis", "Estimate", "Found", "counts", "estimate", "total", "version"]

#: What an estimate rests on: the target alone, target and source, both and how near they are in meaning.
Basis = Literal["target", "source", "meaning"]
BASES: tuple[Basis, ...] = ("target", "source", "meaning")

OUT = DATA / "estimate.json"
LARGEST = 99.9  # in 100 words
OFFSET = 5.0  # added where figures are compared by their ratio: what is near nothing is near, however small

#: Categories of which only kinds are counted: a slip made all through a document is one mistake to a reviser.
_TYPOGRAPHIC = ("fluency/typography", "fluency/character-encoding", "design/", "style/")
_SPELT = 5  # letters of a word
_RARE, _UNUSUAL = -12.5, -10.0  # natural log probability
_USUALLY = 0.8  # how near a target is to its source


class Found(NamedTuple):
    """What counts of a finding."""

    segment: int
    rule: str
    category: str
    severity: str


@cache
def version() -> str:
    """Short hash of the table, for the signature of a run."""
    return hashlib.sha256(OUT.read_bytes()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What people would take off.

    Attributes:
        penalty_per_100: MQM points (minor 1, major 5) in 100 words of the target.
        low, high: where the figure that people gave lies four times of five.
        basis: what it rests on.
    """

    penalty_per_100: float
    low: float
    high: float
    basis: Basis


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(OUT.read_text(encoding="utf-8"))
    return table


def estimate(document: Document, found: Iterable[Found], semantic: bool) -> Estimate:
    """The estimate for a document in English.

    Args:
        found: by the rules, in reading order.
        semantic: whether meanings were compared.
    """
    basis: Basis = "target"
    bilingual = all(segment.source for segment in document.segments if segment.target.strip())
    if bilingual and document.source_analysis.language != "en":
        basis = "meaning" if semantic else "source"
    analysis = document.analysis
    return total(basis, counts(analysis, found, basis), analysis.words)


def total(basis: Basis, segments: Iterable[Mapping[str, float]], words: int) -> Estimate:
    """The estimate that the counts of the segments of a document come to."""
    table = _table()[basis]
    weights: dict[str, float] = table["weights"]
    parts = [weights[name] * count for own in segments for name, count in own.items() if name in weights]
    value = min(LARGEST, max(table["least"], 100 * fsum(parts) / max(1, words)))
    low, high = next((low, high) for most, low, high in table["intervals"] if most is None or words < most)
    low, high = (max(0.0, share * (value + OFFSET) - OFFSET) for share in (low, high))
    return Estimate(round(value, 1), round(low, 1), round(high, 1), basis)


def counts(analysis: Analysis, found: Iterable[Found], basis: Basis) -> list[dict[str, float]]:
    """What is counted in each segment of a document.

    Args:
        found: by the rules that may be asked for this basis, in reading order.
    """
    by_segment = _found(found)
    near = analysis.view(meaning).near if basis == "meaning" else []
    read = [
        [analysis.reading(sentence) for sentence in paragraph.sentences if sentence.tokens]
        for paragraph in analysis.paragraphs
    ]
    every = [reading for readings in read for reading in readings]
    figures = iter(evidence(every, None) if every else ())  # at once: each table is gone through once
    made = []
    for paragraph, source, readings in zip(analysis.paragraphs, analysis.sources, read, strict=True):
        own: dict[str, float] = dict(by_segment[paragraph.index])
        own["words"], own["sentences"] = paragraph.words, len(readings)
        own |= _order(readings, [figure for one in islice(figures, len(readings)) for figure in one or ()])
        if basis != "target":
            own |= _length(source, paragraph.text)
        if near:
            own |= _meaning(near[paragraph.index], paragraph.words)
        made.append(own)
    return made


def _found(found: Iterable[Found]) -> dict[int, Counter[str]]:
    """Findings by family and severity; typographic ones by kind, where each is met first."""
    made: dict[int, Counter[str]] = defaultdict(Counter)
    kinds = set()
    for one in found:
        if one.severity == "neutral":
            continue
        if one.category.startswith(_TYPOGRAPHIC):
            made[one.segment]["found: typographic kind"] += one.rule not in kinds
            kinds.add(one.rule)
        else:
            made[one.segment][f"found: {one.rule.partition('/')[0]}"] += 1
            made[one.segment][f"found: {one.severity}"] += 1
    return made


def _pairs(readings: Sequence[Reading]) -> Iterator[bytes]:
    """The gains of all words of a segment but the first."""
    for one, two in zip([None, *readings], readings, strict=False):
        if one is not None:
            yield gains((one.words[-1].number, two.words[0].number))
        curled = "’" in "".join(two.lowered)
        yield gains([word.number for word in two.words]) if curled else two.gains


#: Gains as `company.gains` tells them: from -1 on, and up to 2.
_NOT_UNLIKELY = bytes(range(NONE - GAIN_STEPS, 256))
_NOT_LIKELY = bytes(range(NONE + 2 * GAIN_STEPS + 1))


def _order(readings: Sequence[Reading], figures: Sequence[int]) -> Iterator[tuple[str, float]]:
    """How odd the words stand together, how well pairs of words go together, how rare they are.

    Args:
        figures: how odd each place is, in `oddness.STEPS`.
    """
    yield "odd", sum(figures) / STEPS
    odd = [figure for figure in figures if figure > 0]
    very = [figure - STEPS for figure in odd if figure > STEPS]
    yield "odd: above 0", sum(odd) / STEPS
    yield "odd: above 1", sum(very) / STEPS
    yield "odd: places above 1", len(very)
    yield "odd: places above 2", sum([figure > STEPS for figure in very])
    pairs = b"".join(_pairs(readings))
    known = pairs.translate(None, bytes((UNKNOWN,)))
    yield "pairs", (sum(known) - NONE * len(known)) / GAIN_STEPS
    yield "pairs: not known", len(pairs) - len(known)
    yield "pairs: unlikely", len(known.translate(None, _NOT_UNLIKELY))
    yield "pairs: likely", len(known.translate(None, _NOT_LIKELY))
    told = [two for reading in readings for two in zip(reading.texts, reading.words, strict=True)]
    usual = [word.usual for text, word in told if text.isalpha()]
    unusual = [one for one in usual if one < _UNUSUAL]
    yield "rareness", fsum(usual)
    yield "rare words", sum([one < _RARE for one in unusual])
    yield "unusual words", len(unusual)


def _length(source: str, target: str) -> Iterator[tuple[str, float]]:
    """How long the target should be, and how much it is shorter or longer; in words of five letters."""
    from mtqa.analysis.source.size import expected, letters  # start-up time, where there is no source for nothing

    due = expected(source)
    here = letters(target) if due else 0.0
    yield "due", due / _SPELT
    yield "due: a tenth short", max(0.0, 0.9 * due - here) / _SPELT
    yield "due: a third short", max(0.0, 0.7 * due - here) / _SPELT
    yield "due: a tenth over", max(0.0, here - 1.1 * due) / _SPELT


def _meaning(near: float | None, words: int) -> Iterator[tuple[str, float]]:
    """How far the target is from its source; nothing where nobody looked."""
    far = _USUALLY - (_USUALLY if near is None else near)
    yield "far", words * far
    for name, more in (("far: under 0.7", 0.1), ("far: under 0.6", 0.2), ("far: under 0.5", 0.3)):
        yield name, words * max(0.0, far - more)
