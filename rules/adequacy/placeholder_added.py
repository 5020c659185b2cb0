"""The target has a placeholder that the source has not, or one more of them.

Why it happens: an engine repeats one in a loop, or takes it from a like message of its memory. The program has no
value for it.

How it is found: placeholders are compared with those of the source, see `adequacy/placeholder-lost`; none of the
source is missing for it.

What it leaves alone: a named one that the target has twice; in a form of a message that has many, those of the other
forms; percentages. It runs on every target language: placeholders are of none.

Not met in the measured texts: they are news, which has no placeholders; catalogues of messages were read instead
(docs/rules/adequacy.md).
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._placeholders import differences

rule = Rule(category="design/markup", severity="major", languages=(), needs=("source",), since="0.3")

BAD = [
    Example("%s was moved to [[%s]].", source="%s wurde verschoben."),
    Example("Welcome, [[{name}]]!", source="Willkommen!"),
    Example("The file [[%(file)s]] was saved.", source="Die Datei wurde gespeichert."),
    Example("Dateien liegen in [[$HOME]].", source="Files are kept at home.", language="de"),
    Example("[[{0}]] of {1} files", source="{1} Dateien"),
]
GOOD = [
    Example("%s was moved.", source="%s wurde verschoben."),
    Example("Welcome, {name}! Good to see you, {name}.", source="Willkommen, {name}!"),
    Example("50 % of all, 20 % of them", source="die Hälfte"),
    Example("He has $5 and $USD.", source="Er hat 5 Dollar."),
    Example(
        "{n, plural, one {{name} wrote} other {{name} wrote # letters}}", source="{n, plural, other {{name} 写了}}"
    ),
    Example("Welcome, %(name)s!", source="Willkommen, %(name)s!"),
    Example("Use {braces for this}.", source="Klammern dafür."),
    "Welcome, {name}!",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each."""
    for index, _, found in differences(document):
        for place in found.added:
            yield Match(index, place.start, place.end, f"The source has no placeholder “{place.text}” here.")
