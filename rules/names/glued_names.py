"""A well-known name is glued to the word before it: `JhalSaakashvili`, `ministerLavrov`.

Why it happens: the engine copies names in pieces and loses the space, or puts a name it knows in the place of a few
letters of another.
How it is found: inside a word a capital follows a small letter, and from there on it is the family name of one of some
ten thousand persons, of five letters or more, that hardly anybody else bears.
What it leaves alone: what names begin with in their languages (`MacDonald`, `FitzPatrick`), handles,
addresses and file names, firms and places that write themselves so and recur (`ArcelorMittal`, `PyeongChang`).
It is rare: most engines glue names that hardly anybody knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.famous import singular
from mtqa.knowledge.translit import squeeze
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="fluency/typography", severity="minor", since="0.3", facts=("hump",))

BAD = [
    "In the city of [[JhalSaakashvili]] he was shot.",
    "She met [[ministerLavrov]] in Moscow.",
    "The speech of [[VladimirPutin]] was long.",
    "The [[AngelaMacron]] plan failed.",
    "They asked the [[chancellorSteinmeier]] for help.",
]
GOOD = [
    "Mikheil Saakashvili and Vladimir Putin met.",
    "McConaughey, MacNamara, MacNewman and DeVito came; so did MacLavrov.",
    "Write to @PetrLavrov or VladimirPutin@example.org; see #StopPutin.",
    "ArcelorMittal and TerraPower are firms in PyeongChang.",
    "TeamMacron makes shirts. TeamMacron is a firm.",
    "The file is called report_SergeiLavrov.pdf.",
    "JavaScript and PowerPoint are programs; iPhones are not.",
    "Saakashvili-Putin talks and the Putin/Saakashvili talks failed.",
]

_RECURS = 2  # places of a firm's or a shop's name
_GLUED = regex(r"(?<![\w@#/._-])([^\W\d_]{2,14}[a-z])([A-Z][a-zà-ÿ]{4,20})(?![\w@/]|\.\w)")
_PREFIX = frozenset("mac fitz van von saint".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Words with a capital inside."""
    for paragraph, found in document.analysis.search(_GLUED):
        first, last = found[1], found[2]
        once = len(document.analysis.index.get(found[0].lower(), ())) < _RECURS
        if once and first.lower() not in _PREFIX and singular(squeeze(last)):
            message = f"“{found[0]}”: “{last}” is a name of its own; a space is missing, or the rest is wrong."
            yield paragraph.match(found.span(), message, f"{first} {last}")
