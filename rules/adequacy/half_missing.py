"""The target is less than half as long as its source makes expect.

Why it happens: the engine stops at an abbreviation it takes for the end of the sentence (`Co., Ltd.`), translates one
of two sentences, or jumps over the middle of a long one.

How it is found: letters of the target against those of the source, by script; and only where the source is a whole
sentence, of some sixty English letters at least.

What it leaves alone: terse translations (human translators go down to half), segments whose neighbour took the
text over, sources in the language of the target.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._size import ratios, whole

rule = Rule(category="accuracy/omission", severity="major", since="0.2", needs=("source",))

_SOURCE = "新华社昆明9月27日电据中铁隧道局集团有限公司消息，我国铁路第一长隧1号竖井主井27日成功掘进到底。"
BAD = [
    Example("[[According to China Railway Tunnel Group Co., Ltd.]]", source=_SOURCE),
    Example(
        "[[Not at all.]]",
        source="Der Minister sagte am Freitag vor Journalisten in Berlin, davon könne keine Rede sein.",
        source_language="de",
    ),
    Example(
        "[[“Why?”]]", source="«Почему вы не приходите?» С таким вопросом директор школы обратился к учителю математики."
    ),
    Example(
        "[[The film is shown.]]",
        source="Le film, tourné en Tunisie par une équipe de cent personnes, est montré en mai.",
    ),
    Example(
        "He left.\n\n[[It was late.]]",
        source="Il part.\n\nIl était tard, et personne ne savait où il était allé avec la voiture de sa sœur.",
    ),
]
GOOD = [
    Example("The minister said on Friday: not at all.", source="Der Minister sagte am Freitag: davon keine Rede."),
    Example("Thank you!", source="Herzlichen Dank!"),
    Example("But I have faith in China.", source="但我本人却对中国充满信心。"),
    Example("It was Trudeau himself who dug the pit.", source="这个大坑正是特鲁多自己一点点挖出来的。"),
    Example("He left late,\n\nand nobody knew where he had gone to that day.",
            source="Er ging spät, und niemand wusste, wohin er an jenem Tag gegangen war.\n\nEr ging."),
    Example("Half of it.", source="Half of the house is to be sold by the bank in the course of the year, it was said.",
            source_language="en-GB"),
    Example(
        "He knew.\n\nThe film, which a team of one hundred people has made in Tunisia, is shown in May.",
        source="Le film, tourné en Tunisie par une équipe de cent personnes, est montré en mai.\n\nIl le savait.",
    ),
    Example("Why? I hear you ask.", source="为什么要这么做？我听到你们问。"),
    Example("Russia's President Putin spoke.", source="Президент России Путин выступил с речью."),
]  # fmt: skip

_SHORT = 0.42
_LEAST = 60  # letters expected
_TAKEN_OVER = 1.6  # a neighbour so much too long may hold the rest


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the whole segment."""
    sizes = ratios(document)
    for number, (due, ratio) in enumerate(sizes):
        if due < _LEAST or ratio >= _SHORT or not ratio:
            continue
        if any(other > _TAKEN_OVER for _, other in sizes[max(0, number - 1) : number + 2]):
            continue
        yield Match(
            number, *whole(document.segments[number].target),
            "Half of the source or more seems to be missing: the target is too short for it.",
            evidence={"part": round(ratio, 2)},
        )  # fmt: skip
