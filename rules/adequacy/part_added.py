"""A sentence or clause of the target is not in its source.

Why it happens: the engine goes on by itself, with what often follows (`This site uses cookies.`) or with what it takes
for the rest of the story.

How it is found: a sentence encoder (the extra `mtqa[semantic]`) compares each sentence of a target of several, and each
clause between its commas, with the source and the sources beside it. A part that is near none of them, and without
which source and target are nearer to each other, was added.

The target must be longer than the source makes expect, by half of the part at least, and none of the source's own
sentences and clauses may be near the part.

What it leaves alone: parts of less than some twenty letters; a part that is in the source of a neighbour; what a
translator explains, which is near its source; segments of more than 1,500 characters or 24 parts; languages the encoder
does not know, see `adequacy/unrelated-text`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.meaning import LANGUAGES, SEMANTIC, meaning, out_of_reach
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._parts import sides, spare

rule = Rule(
    category="accuracy/addition",
    severity="major",
    since="0.3",
    needs=("source",),
    languages=tuple(sorted(LANGUAGES)),
    extra=SEMANTIC,
)
rule.limit(out_of_reach)

_ONE = "Der Fluss ist am Montag nach tagelangem Regen über die Ufer getreten."
BAD = [
    Example("After days of rain the river burst its banks on Monday. [[The staff were very friendly and helpful.]]",
            source=_ONE, source_language="de"),
    Example("The stream is 6,387 km long. [[By continuing to browse the site you are agreeing to our use of cookies.]]",
            source="아마존 강 주류는 그 길이가 6,387km에 달한다.", source_language="ko"),
    Example("[[We hope that you enjoy your stay at our hotel.]] The talks failed on Monday.",
            source="Переговоры провалились в понедельник.", source_language="ru"),
    Example("The board has not presented the accounts, [[and the weather will be sunny and warm on Sunday.]]",
            source="Le conseil n'a pas présenté les comptes.", source_language="fr"),
    Example("The team plays in Madrid on Sunday. [[Please subscribe to our channel and share this video.]]",
            source="球队周日在马德里比赛。", source_language="zh"),
]  # fmt: skip
GOOD = [
    Example("After days of rain the river burst its banks on Monday.", source=_ONE, source_language="de"),
    Example("After days of rain the river burst its banks on Monday. The staff were very friendly and helpful.",
            source=_ONE + " Das Personal war sehr freundlich und hilfsbereit.", source_language="de"),
    Example("The river burst its banks on Monday. It had rained for days.", source=_ONE, source_language="de"),
    Example("The river burst its banks. The staff were very friendly and helpful.\n\nThank you.",
            source="Der Fluss trat über die Ufer.\n\nDas Personal war sehr freundlich und hilfsbereit.",
            source_language="de"),
    Example("The staff were very friendly and helpful.", source=_ONE, source_language="de"),
    Example("The river burst its banks. He left.", source="Der Fluss trat über die Ufer.", source_language="de"),
    Example("The river burst its banks. The staff were very friendly and helpful.",
            source="A folyó kilépett a medréből.", source_language="hu"),
    Example("Hiyashi chuka, a dish of chilled noodles, is eaten in summer.", source="冷やし中華は夏に食べられる。",
            source_language="ja"),
]  # fmt: skip

#: How near an added part is at most to what is there, and what is gained without it: a sentence, a clause.
_SENTENCE, _CLAUSE = (0.3, 0.05), (0.2, 0.1)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the part."""
    view = document.analysis.view(meaning)
    sources, targets = sides(document)
    for part in spare(view, targets, sources, sentence=_SENTENCE, clause=_CLAUSE):
        text = targets.texts[part.segment][part.start : part.end].rstrip(" ,;:")
        yield Match(
            part.segment, part.start, part.start + len(text), "The source says nothing of this.",
            evidence={"likeness": part.near, "gain": part.gain},
        )  # fmt: skip
