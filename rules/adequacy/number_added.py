"""The target has a number that its source has not.

Why it happens: a language model fills a sentence up with a figure that it has read elsewhere, or a piece of another
sentence is copied in.

How it is found: a number of two digits or more, in digits, renders nothing of the source, in whatever form; and no
number of the source is missing, so that it was not changed but added.

Languages: all; the words for numbers of the source's language must be known, and of the target's those for magnitudes.

What it leaves alone: sources in languages whose words for numbers are not known; years, days, times and ordinals,
which translators add to make plain what was meant; round numbers (20, 300) and set phrases (`24 hours`, `360
degrees`); units and currencies beside each other (`10 miles (16 km)`); what the neighbouring segments hold; targets
in which something stands in brackets as an explanation; what stands beside letters (B-52).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.figures import SET_PHRASE, Figure, significant
from mtqa.analysis.source.matched import Compared, compared
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/addition", severity="major", since="0.3", needs=("source",), languages=())

BAD = [
    Example(
        "The company employs [[4,312]] people in the town.",
        source="Die Firma beschäftigt Leute in der Stadt.",
        source_language="de",
    ),
    Example("Prices rose by [[3.7 percent]].", source="Les prix ont augmenté.", source_language="fr"),
    Example("The police held [[27]] men and 14 women.", source="Полиция держала 14 женщин.", source_language="ru"),
    Example("The bridge is [[382]] metres long.", source="这座桥很长。", source_language="zh"),
    Example("The fine was [[$1,250]].", source="Der Verein musste eine Strafe zahlen.", source_language="de"),
    Example(
        "Die Firma beschäftigt [[4312]] Leute.", source="The company has staff.", source_language="en", language="de"
    ),
]
GOOD = [
    Example("Le 2 h 13 min 38 est un record.", source="2:13:38 is a record.", source_language="en", language="fr"),
    Example("GÜNLÜK 2,9 MİLYON VARİL", source="2.9 MILLION BARRELS PER DAY", source_language="en", language="tr"),
    Example("The company employs 4,312 people.", source="Die Firma beschäftigt 4312 Leute."),
    Example("He ran 10 miles (16 km).", source="Il a couru 16 km.", source_language="fr"),
    Example("The company, founded in 1987, left.", source="Die Firma ging.", source_language="de"),
    Example("Twenty-seven people came, 30 percent of them women.", source="Es kamen Frauen.", source_language="de"),
    Example("He left at 6:42 p.m. on the 23rd.", source="Он ушёл.", source_language="ru"),
    Example("It has 1,543 seats.", source="В нём 1 534 места.", source_language="ru"),
    Example("The B-52 flew over the F16.", source="Das Flugzeug flog.", source_language="de"),
    Example("It holds 382 litres.", source="Nó rất lớn.", source_language="xx"),
    Example("He came.\n\nThe 358 people stayed.", source="358人中有他。\n\n他们留下来了。", source_language="zh"),
    Example("The first case in 24 hours; help is there 24/7.", source="Впервые за сутки.",
            source_language="ru"),
    Example("It is 412.5 metres long; 75,000 people saw it.", source="梁长四百一十二点五米，七点五万人看到了。",
            source_language="zh"),
    Example("Yields rose to 3,482%.", source="Le rendement est passé à 3,482%.", source_language="fr"),
    Example("Call +49 30 1234567.", source="Rufen Sie 030/1234567 an.", source_language="de"),
    Example("The law (section 218) was passed.", source="Das Gesetz wurde beschlossen.", source_language="de"),
]  # fmt: skip


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Numbers of each target that are nowhere in its source."""
    for pair in compared(document.analysis, document.source_analysis):
        if pair.lost or not pair.read.scaled:
            continue
        for figure in pair.extra:
            if _added(pair, figure):
                message = f"The source has no {pair.said(figure)}."
                yield pair.paragraph.match((figure.start, figure.end), message)


def _added(pair: Compared, figure: Figure) -> bool:
    """Whether a number says something that cannot have been in the source in another form."""
    if not figure.written or figure.kind not in ("", "%") or len(significant(figure.value)) < 2:
        return False
    text = pair.paragraph.text
    if SET_PHRASE.match(text, figure.start) or text[: figure.start].endswith("+"):
        return False
    return text.count("(", 0, figure.start) <= text.count(")", 0, figure.start)
