"""A name of the source is nowhere in the target, though all others of the segment came.

Why it happens: engines leave out what they cannot place, and small ones end too early.

How it is found: a state, a large town, a name in the same letters that English has as a name only, or a person in full
(a given name and a name behind it) is not in the target of the segment, in no form or spelling; no more than three
names are missing, and no stranger stands in their place.

What it leaves alone: a name that the segment before or behind has, for there a pronoun may do; the state that the
language of the source is of, which the story at home takes for granted; people and bodies known by a table, who are
called otherwise in many ways; names that were translated.

Preview: of 153,000 words of references it was not read on, it finds 321 in a million, of 475,000 of engines 288.
Translators add and leave out names, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.twins import dropped
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(status="preview", category="accuracy/omission", severity="minor", since="0.3", needs=("source",))

BAD = [
    Example(
        "[[The ministers of Poland met in Oslo.]]",
        source="Министры Швеции и Польши встретились в Осло.",
        source_language="ru",
    ),
    Example(
        "[[It was sold to Canada and again to Norway.]]",
        source="Es wurde nach Kanada, Australien und wieder nach Norwegen verkauft.",
        source_language="de",
    ),
    Example("[[The company employs 300 people.]]", source="该公司在美国有300名员工。", source_language="zh"),
    Example("[[He wrote on the same evening.]]", source="Il a écrit sur Twitter le même soir.", source_language="fr"),
    Example(
        "[[The members have to agree.]]",
        source="Los miembros de la Unión Europea deben estar de acuerdo.",
        source_language="es",
    ),
]
GOOD = [
    Example(
        "The ministers of Sweden and Poland met in Oslo.",
        source="Министры Швеции и Польши встретились в Осло.",
        source_language="ru",
    ),
    Example(
        "Swedish and Polish ministers met in Oslo.",
        source="Министры Швеции и Польши встретились в Осло.",
        source_language="ru",
    ),
    Example("The Americans employ 300 people.", source="该公司在美国有300名员工。", source_language="zh"),
    Example(
        "The company is in America.\n\nIt has 300 people.",
        source="该公司在美国。\n\n它在美国有300名员工。",
        source_language="zh",
    ),
    Example("The country has 300 such firms.", source="中国有300家这样的公司。", source_language="zh"),
    Example("He wrote on Twitter that evening.", source="Il a écrit sur Twitter le même soir.", source_language="fr"),
    Example("The EU has to agree.", source="La Unión Europea debe estar de acuerdo.", source_language="es"),
    Example("UN member states agree.", source="国連加盟国が同意した。", source_language="ja"),
    Example("Brussels agrees.", source="Евросоюз согласен.", source_language="ru"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Segments that lost a name."""
    for side, names in dropped(pairing(document.analysis, document.source_analysis)):
        first, last = side.sentences[0], side.sentences[-1]
        listed = ", ".join(f"“{name.text}”" + (f" ({name.right})" if name.right else "") for name in names[:3])
        yield Match(
            side.index,
            first.start,
            last.end,
            f"The source names {listed}; the target does not.",
            evidence={"source": [name.text for name in names]},
        )
