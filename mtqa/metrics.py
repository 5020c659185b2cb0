"""Reference metrics: sacrebleu's BLEU, chrF and TER, with sacrebleu's own signatures. What takes too long is left out.

The cost of TER grows with every way a word may be moved, so that a page in another order takes minutes. It is counted
while it runs, not timed: the same input gives the same result everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from typing import TYPE_CHECKING, Any

from mtqa.analysis.reference import SegmentLikeness, likeness
from mtqa.guard import described
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.document import Document

#: In the order they are shown.
NAMES = ("bleu", "chrf", "ter")

#: Characters of one segment: n-grams of more fill the memory.
_LONGEST = 200_000

#: Steps of TER for a document: to begin with, for each word of the references, and at most. Of 100 real documents by
#: segments the costliest took 7,400 a word; six millions take one second and a half.
_STEPS, _STEPS_A_WORD, _MOST_STEPS = 1_000_000, 20_000, 6_000_000

#: Cells of TER's table of a segment, words by words.
_MOST_CELLS = 4_000_000

#: Half the words about the diagonal that sacrebleu looks at, twice.
_BAND = 50


@dataclass(frozen=True, slots=True)
class Metrics:
    """Scores of a document's targets against its references, 0 to 100 (TER: 0 is best, may pass 100).

    Attributes:
        bleu, chrf, ter: corpus scores over the document's segments that have a reference; `None` where it was not
            computed.
        segments: number of those segments.
        signatures: sacrebleu's signature of each metric that was.
        skipped: metric -> why it was not.
        statistics: metric -> what its score was made of, summed over the segments: those of several documents can be
            summed.
        by_segment: BLEU and chrF of each segment with a reference; TER takes too long for that. Segment BLEU has a
            signature of its own, `segment_bleu`.
    """

    bleu: float | None
    chrf: float | None
    ter: float | None
    segments: int
    signatures: Mapping[str, str]
    skipped: Mapping[str, str] = field(default_factory=dict)
    by_segment: tuple[SegmentLikeness, ...] = ()
    statistics: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


class RunMetrics:
    """Sums up documents, so that the metrics of a whole run are those of one corpus. Keeps no text."""

    def __init__(self) -> None:
        self.documents = 0
        self._segments = 0
        self._sums: dict[str, list[float]] = {}
        self._lacking: Counter[str] = Counter()

    def add(self, metrics: Metrics) -> None:
        """Count one document."""
        self.documents += 1
        self._segments += metrics.segments
        for name in NAMES:
            values = metrics.statistics.get(name)
            if values is None:
                self._lacking[name] += 1
                continue
            sums = self._sums.setdefault(name, [0.0] * len(values))
            self._sums[name] = [total + value for total, value in zip(sums, values, strict=True)]

    def metrics(self) -> Metrics | None:
        """The metrics so far, `None` where no document has any; one that a document lacks is not computed."""
        if not self._sums:
            return None
        values: dict[str, float | None] = dict.fromkeys(NAMES)
        signatures, skipped = {}, {}
        for name, kind in _kinds().items():
            if missing := self._lacking[name]:
                skipped[name] = f"not computed for {missing} of {self.documents} documents"
                continue
            metric = _with_signature(kind())
            values[name] = round(float(metric._compute_score_from_stats(self._sums[name]).score), 2)
            signatures[name] = str(metric.get_signature())
        return Metrics(values["bleu"], values["chrf"], values["ter"], self._segments, signatures, skipped)


class _TooMuch(Exception):  # noqa: N818 - no error of anyone
    """A metric that would take too long."""


def document_metrics(document: Document) -> Metrics | None:
    """The metrics of a document, or `None` where no segment has a reference."""
    pairs = [(segment.target, segment.reference) for segment in document.segments if segment.reference]
    if not pairs:
        return None
    targets, references = [target for target, _ in pairs], [[reference for _, reference in pairs]]
    values: dict[str, float | None] = dict.fromkeys(NAMES)
    signatures, skipped, statistics = {}, {}, {}
    longest = max(len(text) for pair in pairs for text in pair)
    for name, kind in _kinds().items():
        try:
            if longest > _LONGEST:
                raise _TooMuch(f"not for a segment of more than {_LONGEST:,} characters: give shorter ones")
            metric = kind()
            words = sum(reference.count(" ") + 1 for reference in references[0])
            with _counted(min(_STEPS + _STEPS_A_WORD * words, _MOST_STEPS)):
                # in two steps, as its `corpus_score` does it: the sums make the metrics of the run
                rows = metric._extract_corpus_statistics(targets, references)
            values[name] = round(float(metric._aggregate_and_compute(rows).score), 2)
            statistics[name] = tuple(float(sum(column)) for column in zip(*rows, strict=True))
            signatures[name] = str(metric.get_signature())
        except _TooMuch as reason:
            skipped[name] = str(reason)
        except Exception as error:
            skipped[name] = f"sacrebleu failed ({described(error)})"
    by_segment: tuple[SegmentLikeness, ...] = ()
    try:
        by_segment = tuple(document.analysis.view(likeness))
    except Exception as error:
        skipped["segments"] = f"sacrebleu failed ({described(error)})"
    if by_segment:
        from sacrebleu.metrics.bleu import BLEU

        signatures["segment_bleu"] = str(_with_signature(BLEU(effective_order=True)).get_signature())
    scores = values["bleu"], values["chrf"], values["ter"]
    return Metrics(*scores, len(pairs), signatures, skipped, by_segment, statistics)


def _kinds() -> dict[str, Any]:
    """The metrics by name."""
    # here, for the import costs start-up time
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    return dict(zip(NAMES, (BLEU, CHRF, TER), strict=True))


def _with_signature(metric: Any) -> Any:
    """A metric whose signature knows that there is one reference a segment."""
    metric.corpus_score(["a"], [["a"]])
    return metric


@contextmanager
def _counted(steps: int) -> Iterator[None]:
    """Have sacrebleu's TER give up with _TooMuch after so many steps."""
    from sacrebleu.metrics import lib_ter

    plain: Any = lib_ter.BeamEditDistance
    left = steps

    class Counted(plain):  # type: ignore[misc]
        """The edit distance that TER asks for at every way it tries."""

        def __call__(self, words: list[str]) -> tuple[int, str]:
            nonlocal left
            cells = len(words) * self._n_words_ref
            left -= len(words) * min(self._n_words_ref + 1, _BAND) + cells // 8
            if left < 0 or cells > _MOST_CELLS:
                raise _TooMuch("the order of the words is too far from the reference's, or a segment too long")
            distance: tuple[int, str] = super().__call__(words)
            return distance

    lib_ter.BeamEditDistance = Counted  # type: ignore[misc]
    try:
        yield
    finally:
        lib_ter.BeamEditDistance = plain  # type: ignore[misc]
