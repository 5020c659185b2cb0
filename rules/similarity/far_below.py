"""A segment is far less like its reference than the rest of its document.

Why it happens: the engine lost the sentence, or the reference says it freely.

How it is found: sacrebleu's chrF of the segment is under 30 and under half of the median of its document, which has
five segments with a reference at least.

Languages: all, since letters and words are compared with those of the reference, and no word need be known.

What it leaves alone: references of less than 30 characters; documents that are unlike their references throughout. It
is a place to look at, no defect, and costs no points: on newstest2020 zh-en (2,582 segments of eight engines in 25
documents) 1.3 % of the segments are flagged, 0.9 % of another human translation's, and people found the flagged ones no
worse than others (MQM -4.7 against -5.4 a segment).

Not met in the measured texts: they are measured without references.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from mtqa.analysis.reference import likeness
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="neutral", since="0.3", needs=("reference",), languages=())

_REFERENCE = (
    "The river burst its banks on Monday.\n\nForty residents were brought to safety.\n\n"
    "The mayor thanked the fire brigade for its work.\n\nThe bridge stays closed until Friday.\n\n"
    "More rain is expected in the course of the week."
)
_TARGET = (
    "The river burst its banks Monday.\n\nForty residents were brought to safety.\n\n"
    "{}\n\nThe bridge remains closed until Friday.\n\nMore rain is expected during the course of the week."
)
BAD = [
    Example(_TARGET.format("[[Do not you stop to.]]"), reference=_REFERENCE),
    Example(_TARGET.format("[[With it all we go on.]]"), reference=_REFERENCE),
    Example(_TARGET.format("[[12 35 07 – 18]]"), reference=_REFERENCE),
    Example(_TARGET.format("[[Up! Up! Up!]]"), reference=_REFERENCE),
    Example(_TARGET.format("[[Cup, final: Spain wins]]"), reference=_REFERENCE),
]
GOOD = [
    Example(_TARGET.format("The mayor thanked the firefighters for their work."), reference=_REFERENCE),
    Example(_TARGET.format("The mayor gave thanks to the fire brigade."), reference=_REFERENCE),
    Example(_TARGET.format("Do not you stop to."),
            reference=_REFERENCE.replace("The mayor thanked the fire brigade for its work.", "Thanks were given.")),
    Example(_TARGET.format("Do not you stop to.")),
    Example("Do not you stop to.", reference="The mayor thanked the fire brigade for its work."),
    Example("Do not you stop to.\n\nForty residents were brought to safety.",
            reference="The mayor thanked the fire brigade for its work.\n\nForty residents were brought to safety."),
    Example("\n\n".join(["Do not you stop to."] * 5), reference=_REFERENCE),
    Example(_REFERENCE, reference=_REFERENCE),
]  # fmt: skip

_SHARE, _LIKE = 0.5, 30.0
_FEWEST = 5
_SHORT = 30


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the whole segment."""
    references = document.analysis.references
    rows = [row for row in document.analysis.view(likeness) if len(references[row.index]) >= _SHORT]
    if len(rows) < _FEWEST:
        return
    middle = round(median(row.chrf for row in rows), 1)
    for row in rows:
        if row.chrf >= min(_LIKE, _SHARE * middle):
            continue
        target = document.segments[row.index].target
        yield Match(
            row.index, len(target) - len(target.lstrip()), len(target.rstrip()),
            f"This is far less like its reference (chrF {row.chrf:.0f}) than the rest of the document ({middle:.0f}).",
            evidence={"chrf": row.chrf, "document": middle},
        )  # fmt: skip
