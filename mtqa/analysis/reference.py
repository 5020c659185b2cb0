"""How like its reference each segment is: sacrebleu's chrF and BLEU of one segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.analysis.text import Analysis

__all__ = ["SegmentLikeness", "likeness"]

#: Characters of one segment that is compared, and of all of a document together.
_LONGEST, _MOST = 20_000, 1_000_000


@dataclass(frozen=True, slots=True)
class SegmentLikeness:
    """Scores of one segment against its reference, 0 to 100, two decimals.

    Attributes:
        index: of the segment in the document.
        bleu: sacrebleu's sentence BLEU, orders without a match left out (`eff:yes`).
        chrf: sacrebleu's chrF2.
    """

    index: int
    bleu: float
    chrf: float


def likeness(analysis: Analysis) -> list[SegmentLikeness]:
    """For each segment with a reference how like it is: `document.analysis.view(likeness)`.

    Segments of more than 20,000 characters, and what comes after a million of them, are left out.
    """
    pairs = [
        (paragraph.index, paragraph.text, reference)
        for paragraph, reference in zip(analysis.paragraphs, analysis.references, strict=True)
        if reference and paragraph.text.strip() and max(len(reference), len(paragraph.text)) <= _LONGEST
    ]
    if not pairs:
        return []
    # here, for the import costs start-up time
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    bleu, chrf = BLEU(effective_order=True), CHRF()
    found = []
    left = _MOST
    for index, target, reference in pairs:
        left -= len(target) + len(reference)
        if left < 0:
            break
        scores = [metric.sentence_score(target, [reference]).score for metric in (bleu, chrf)]
        found.append(SegmentLikeness(index, *(round(float(score), 2) for score in scores)))
    return found
