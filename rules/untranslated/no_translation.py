"""A segment has a source and no translation.

Why it happens: the engine gave nothing back, a step of the pipeline lost it, or a translator confirmed it by mistake.

How it is found: the source has at least three letters, the target has none and no figure; whatever the format.

What it leaves alone: segments whose neighbour took the text over; sources of signs and figures alone; units of a file
that does not say that they are finished, of which the reader tells how many there are. It runs on every target
language.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._size import ratios

rule = Rule(category="accuracy/untranslated", severity="major", languages=(), needs=("source",), since="0.3")

BAD = [
    Example("He left.\n\n[[]]\n\nIt rained.", source="他走了。\n\n没有人知道他去了哪里。\n\n下雨了。"),
    Example("[[]]\n\nNobody came.", source="Eine neue Brücke\n\nNiemand kam."),
    Example("Er ging.\n\n[[-]]", source="He left.\n\nNobody knew where he was.", language="de"),
    Example("[[...]]\n\nIt rained.", source="Никто не пришёл.\n\nШёл дождь."),
    Example("He left.\n\n[[ ]]", source="他走了。\n\n没有人来。"),
]
GOOD = [
    Example("He left.\n\n***\n\nIt rained.", source="他走了。\n\n***\n\n下雨了。"),
    Example("He left, and nobody knew where he had gone to.\n\n", source="Er ging.\n\nNiemand wusste, wohin."),
    Example("\n\nHe left, and nobody knew where he had gone to.", source="Niemand wusste, wohin.\n\nEr ging."),
    Example("He left.\n\n5", source="Er ging.\n\nfünf"),
    Example("He left.\n\n", source="Er ging.\n\n(a)"),
    Example("He left.\n\n...", source="Er ging.\n\n..."),
    Example("他走了。\n\n没有人来。", source="He left.\n\nNobody came.", language="zh"),
    "He left.\n\n\n\nIt rained.",
]

_LETTERS = regex(r"[^\W\d_]")
_LEAST = 3  # letters
_TAKEN_OVER = 1.4  # a neighbour so much too long may hold the text


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the place where the translation should be."""
    sizes: list[tuple[float, float]] = []
    for number, segment in enumerate(document.segments):
        if any(map(str.isalnum, segment.target)):
            continue
        if len(_LETTERS.findall((segment.source or "")[:200])) < _LEAST:
            continue
        sizes = sizes or ratios(document)
        if any(ratio > _TAKEN_OVER for _, ratio in sizes[max(0, number - 1) : number + 2]):
            continue
        yield Match(number, 0, len(segment.target), "The source of this segment has no translation.")
