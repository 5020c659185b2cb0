"""A placeholder of the source is not in the target: `%s`, `{name}`, `$HOME`, `<x id="1"/>`.

Why it happens: engines drop what is no word, and where the sentence is turned about a placeholder is forgotten. The
program then shows a text without the name or number, or stops.

How it is found: placeholders of printf, Python, ICU, shells and the like, and those that XLIFF and TMX keep apart
from the words, are compared with those of the source: the unnumbered ones of printf by how many there are of a kind,
the others by name.

What it leaves alone: a named one that the source has twice and the target once; `%1$s` for `%s`; the number in a form
of a message that has many (`one file` for `%d file`); entities, which may become characters; percentages; a value
that is written wrong, which is `adequacy/placeholder-changed`. It runs on every target language: placeholders are of
none.

Not met in the measured texts: they are news, which has no placeholders; catalogues of messages were read instead
(docs/rules/adequacy.md).
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._placeholders import differences
from mtqa_rules.adequacy._size import whole

rule = Rule(category="accuracy/omission", severity="major", languages=(), needs=("source",), since="0.3")

BAD = [
    Example("[[The file could not be opened.]]", source="Die Datei %s konnte nicht geöffnet werden."),
    Example("[[Welcome!]]", source="Willkommen, {name}!"),
    Example("[[%s was moved.]]", source="%s wurde nach %s verschoben."),
    Example("[[Die Datei ist in %s.]]", source="The file %1$s is in %2$s.", language="de"),
    Example("[[Files are kept at home.]]", source="Dateien liegen in $HOME."),
    Example("[[You have new letters.]]", source="您有 {{ count }} 封新信。"),
    Example("[[There are letters.]]", source="Es gibt {count, plural, one {# Brief} other {# Briefe}}."),
    Example("[[Saved.]]", source="%(file)s gespeichert."),
    Example("[[The site is closed.]]", source="Die Seite ${site.name} ist geschlossen."),
]
GOOD = [
    Example("File %1$s could not be opened.", source="Die Datei %s konnte nicht geöffnet werden."),
    Example("%2$s: %1$s", source="%s (%s)"),
    Example("Welcome, {name}!", source="Willkommen, {name}! Schön, dass du da bist, {name}."),
    Example("About 50 per cent of all.", source="Etwa 50 % der Menschen, 20 %d'entre eux."),
    Example("%sn aldoni", source="Add %s"),
    Example("A & B", source="A &amp; B"),
    Example("The price of the sign & so on.", source="Der Preis für $5 und R&D; usw."),
    Example("%s was moved to the folder.", source="%s wurde verschoben."),
    Example("{n, plural, one {# letter} other {# letters}}", source="{n, plural, other {# 封信}}"),
    Example("It is %(size).2f long.", source="Es ist %(size).2f lang."),
    "The file could not be opened.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the segment, once for each placeholder."""
    for index, segment, found in differences(document):
        for place in found.lost:
            message = f"The placeholder “{place.text}” of the source is missing."
            yield Match(index, *whole(segment.target), message, evidence={"placeholder": place.text})
