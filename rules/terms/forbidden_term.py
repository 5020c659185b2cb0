"""A term that the glossary forbids is used.

Why it happens: an engine writes the commonest word, not the one that the user's house has chosen.

How it is found: a term of the glossary (status `forbidden`) stands in the target, in a form that is surely its own.
Where the row has a source, only if that stands in the source.

Languages: all. In English the plural is known, elsewhere a word of another ending (`Sitzung`, `Sitzungen`); where no
spaces part words, a part of the text counts. A capital counts only if the row says so. docs/terms.md tells more.

What it leaves alone: the forbidden term inside a longer word, or inside a longer term that the glossary has.

Not met in the measured texts: they come without a glossary; it finds what the user's names.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.terms._glossary import in_source, in_target, noted, wanted

rule = Rule(category="terminology/wrong-term", severity="major", needs=("terms",), languages=(), since="0.3")

_TABLE = """source,target,status,use,case,language
,migrant worker,forbidden,guest worker,,en
,illegal,forbidden,,,en
,illegal drug,required,,,en
Sitzung,sitting,forbidden,meeting,,en
,US,forbidden,U.S.,yes,en
,Illegal Records,name,,,en
,Flüchtling,forbidden,Geflüchtete,,de
,武汉病毒,forbidden,新冠病毒,,zh
""".replace(",illegal drug,required", "illegale Droge,illegal drug,required")

BAD = [
    Example("The [[migrant workers]] left.", terms=_TABLE),
    Example("It is [[illegal]] to stay here.", terms=_TABLE),
    Example("The [[Migrant Worker]] law passed.", terms=_TABLE),
    Example("The [[sitting]] was long.", "Die Sitzung war lang.", terms=_TABLE),
    Example("The [[US]] army left us.", terms=_TABLE),
    Example("Viele [[Flüchtlinge]] kamen an.", language="de", terms=_TABLE),
    Example("他们说到[[武汉病毒]]的事。", language="zh", terms=_TABLE),
]

GOOD = [
    Example("The guest workers left us in the U.S. at noon.", terms=_TABLE),
    Example("An illegal drug was found at Illegal Records.", terms=_TABLE),
    Example("The sitting room is small.", "Das Wohnzimmer ist klein.", terms=_TABLE),
    Example("The sitting room is small.", terms=_TABLE),
    Example("Illegality and legal migrants.", terms=_TABLE),
    Example("Die Fluchtwege sind offen.", language="de", terms=_TABLE),
    Example("The migrant workers left."),
    Example("They told us of it.", terms=_TABLE),
    Example("他们说到新冠病毒的事。", language="zh", terms=_TABLE),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the term."""
    ready = in_target(wanted(document, "forbidden", "required", "name"), document.analysis.expected, loose=False)
    for paragraph, segment in zip(document.analysis.paragraphs, document.segments, strict=True):
        for term, place in ready.find(segment.target):
            if term.status != "forbidden":
                continue
            if term.sources and not in_source((term,), document).find(segment.source or ""):
                continue
            said = segment.target[place.start : place.end]
            better = f": write “{term.use[0]}”" if term.use else ""
            message = noted(f"The glossary forbids “{said}”{better}.", term)
            evidence = {"glossary": term.place}
            yield Match(paragraph.index, place.start, place.end, message, term.use[:3], evidence, term.severity)
