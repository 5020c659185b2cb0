"""Reference metrics: sacrebleu's BLEU, chrF and TER, with sacrebleu's own signatures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtqa.document import Document


@dataclass(frozen=True, slots=True)
class Metrics:
    """Scores of a document's targets against its references, 0 to 100 (TER: 0 is best, may pass 100).

    Attributes:
        bleu, chrf, ter: corpus scores over the document's segments that have a reference.
        segments: number of those segments.
        signatures: sacrebleu's signature of each metric.
    """

    bleu: float
    chrf: float
    ter: float
    segments: int
    signatures: Mapping[str, str]


def document_metrics(document: Document) -> Metrics | None:
    """The metrics of a document, or `None` where no segment has a reference."""
    pairs = [(segment.target, segment.reference) for segment in document.segments if segment.reference]
    if not pairs:
        return None
    # here, for the import costs start-up time
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    targets, references = [target for target, _ in pairs], [[reference for _, reference in pairs]]
    values, signatures = {}, {}
    for name, metric in (("bleu", BLEU()), ("chrf", CHRF()), ("ter", TER())):
        values[name] = round(float(metric.corpus_score(targets, references).score), 2)
        signatures[name] = str(metric.get_signature())
    return Metrics(values["bleu"], values["chrf"], values["ter"], len(pairs), signatures)
