"""The target translates the source of another segment.

Why it happens: a step of the pipeline lost a segment, or parted one in two, and all that follows moved up or down by
one; or a cache gave back the wrong entry.

How it is found: a sentence encoder (the extra `mtqa[semantic]`) compares each target with all sources of the document.
A target far from its own source and near another one stands in the wrong place. Segments in a row that moved by the
same number are one finding. It is sure, and critical, where several moved alike or two changed places; one that moved
alone is major.

What it leaves alone: targets that may as well translate their own source, such as the refrain of a headline; sources
near each other (`an hour ago`, `an hour from now`); a target that moved alone and has less than eight words, or stands
in a catalogue of messages (PO, XLIFF, TMX), which are alike by nature; targets of three words or less; languages the
encoder does not know, see `adequacy/unrelated-text`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.meaning import LANGUAGES, SEMANTIC, meaning, out_of_reach
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._elsewhere import runs
from mtqa_rules.adequacy._size import whole

rule = Rule(
    category="accuracy/mistranslation",
    severity="critical",
    since="0.3",
    needs=("source",),
    languages=tuple(sorted(LANGUAGES)),
    extra=SEMANTIC,
)
rule.limit(out_of_reach)

_SOURCE = (
    "Der Vorstand hat die Bilanz des vergangenen Jahres noch nicht vorgelegt.\n\n"
    "Die Feuerwehr brachte vierzig Bewohner in Sicherheit.\n\n"
    "Der Fluss ist über die Ufer getreten.\n\n"
    "Am Sonntag spielt die Mannschaft in Madrid."
)
BAD = [
    Example(
        "The board has not yet presented the accounts of last year.\n\n"
        "[[The river has burst its banks.]]\n\nOn Sunday the team plays in Madrid.\n\nThat is all for today.",
        source=_SOURCE,
        source_language="de",
    ),
    Example(
        "[[On Sunday the team plays in Madrid.]]\n\nThe fire brigade brought forty residents to safety.\n\n"
        "The river has burst its banks.\n\n[[The board has not yet presented last year's accounts.]]",
        source=_SOURCE,
        source_language="de",
    ),
    Example("The river burst its banks after the rain.\n\n[[The river burst its banks after the rain.]]",
            source="После дождя река вышла из берегов.\n\nПожарные вывели сорок жильцов.", source_language="ru"),
    Example("[[On Sunday the football team plays in Madrid.]]\n\nThe team will play in Madrid on Sunday.",
            source="董事会尚未公布去年的财务报表。\n\n球队周日在马德里比赛。", source_language="zh"),
    Example("[[The council of the city met on Monday.]]\n\nThe council met on Monday.",
            source="La rivière a débordé.\n\nLe conseil de la ville s'est réuni lundi.", source_language="fr"),
]  # fmt: skip
GOOD = [
    Example("He said no.\n\nThe river has burst its banks.\n\nThe river has burst its banks again.",
            source="Er sagte nein.\n\nDer Fluss ist über die Ufer getreten.\n\nDer Fluss trat erneut über die Ufer."),
    Example("an hour from now, perhaps\n\nan hour ago, perhaps",
            source="vor einer Stunde vielleicht\n\nin einer Stunde vielleicht", source_language="de"),
    Example("The river has burst its banks.", source="Пожарные вывели из дома сорок жильцов."),
    Example("Firefighters rescue forty\n\nForty residents were brought to safety by the fire brigade.",
            source="Los bomberos rescatan a cuarenta\n\nLos bomberos pusieron a salvo a cuarenta vecinos.",
            source_language="es"),
    Example(
        "The board has not yet presented the accounts of last year.\n\n"
        "The fire brigade brought forty residents to safety.\n\n"
        "The river has burst its banks.\n\nOn Sunday the team plays in Madrid.",
        source=_SOURCE,
        source_language="de",
    ),
    Example("The river bursts its banks\n\nThe river has burst its banks.",
            source="Der Fluss tritt über die Ufer\n\nDer Fluss ist über die Ufer getreten.", source_language="de"),
    Example("The staff were friendly and helpful.\n\nThe river has burst its banks.",
            source="Der Vorstand hat die Bilanz noch nicht vorgelegt.\n\nDer Fluss ist über die Ufer getreten."),
    Example("Yes, on Sunday.\n\nThe team plays on Sunday.",
            source="Der Fluss ist über die Ufer getreten.\n\nDie Mannschaft spielt am Sonntag.", source_language="de"),
    Example("The river has burst its banks.\n\nThe river has burst its banks.",
            source="A folyó kilépett a medréből.\n\nA tűzoltók negyven lakót mentettek ki.", source_language="hu"),
]  # fmt: skip


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the first segment of each run that moved alike, for all of the run."""
    view = document.analysis.view(meaning)
    for run in runs(document):
        first, far = run.segments[0], abs(run.moved)
        where = f"{far} {'segment' if far == 1 else 'segments'} {'further on' if run.moved > 0 else 'before'}"
        message = f"This translates another segment: the one {where}."
        if len(run.segments) > 1:
            message = f"{len(run.segments)} segments from here on translate others: each the one {where}."
        yield Match(
            first, *whole(document.segments[first].target), message,
            severity="critical" if run.sure else "major",
            evidence={"segment": first + run.moved, "likeness": view.near[first]},
            lost=tuple((at, document.analysis.paragraphs[at].words) for at in run.segments) if run.sure else (),
        )  # fmt: skip
