"""A name that the source writes with the same letters is spelt otherwise.

Why it happens: engines that put words together from pieces lose or change one: `Medel` becomes `Mendel`.

How it is found: source and target are both in Latin letters; a name of the source is not in the target of the
segment, but an unknown name a letter or two from it that begins with the same letter.

What it leaves alone: names that English spells its own way or without accents, what lists know as a name, spellings
of one given name, names of languages that put the endings of cases to them.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.twins import miscopied
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("In Berlin [[Zemskowol]] spoke.", source="A Berlin, Zemskowal a parlé.", source_language="fr"),
    Example(
        "Then [[Gebrsolassie]] scored.",
        source="Entonces Gebrselassie marcó.",
        source_language="es",
    ),
    Example("The coach praised [[Morawatski]].", source="El entrenador elogió a Morawetski.", source_language="es"),
    Example(
        "The minister thanked [[Brandomini]].", source="Il ministro ha ringraziato Brandolini.", source_language="it"
    ),
    Example("He gave it to [[Quaresna]].", source="Ele deu-o a Quaresma.", source_language="pt"),
]
GOOD = [
    Example("In Berlin Zemskowal spoke.", source="A Berlin, Zemskowal a parlé.", source_language="fr"),
    Example("In Berlin he spoke.", source="A Berlin, Zemskowal a parlé.", source_language="fr"),
    Example("Putin and Zelensky spoke.", source="Poutine et Zelenski ont parlé.", source_language="fr"),
    Example("The coach praised Mendel and Medel.", source="Der Trainer lobte Mendel und Medel.", source_language="de"),
    Example("The coach praised Müller.", source="Der Trainer lobte Mueller.", source_language="de"),
    Example("He gave it to Wladimir.", source="Ele deu-o a Vladimir.", source_language="pt"),
    Example("The minister thanked Brandolina.", source="Ministr poděkoval Brandolinovi.", source_language="cs"),
    Example("Minister Lutfi Elvan left.", source="Bakan Lütfi Elvan ayrıldı.", source_language="tr"),
    Example("Mayor Buyukersen left.", source="Başkan Büyükerşen'e veda edildi.", source_language="tr"),
    Example("Milinkevich, he said, left.", source="Milinkevitch, dit-il, est parti.", source_language="fr"),
    Example("They met Yulia Tymoshenko.", source="Ils ont vu Ioulia Timochenko.", source_language="fr"),
    Example("London was far.", source="Londres era lejos.", source_language="es"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Names a slip away from one of their source."""
    for span, name in miscopied(pairing(document.analysis, document.source_analysis)):
        message = f"The source spells this name “{name}”."
        yield span.sentence.match(span.first, span.last, message, name, evidence={"source": name})
