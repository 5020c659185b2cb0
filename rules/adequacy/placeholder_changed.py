"""A placeholder is not written as in the source: `%S` for `%s`, `{nombre}` for `{name}`.

Why it happens: engines translate the name in the braces, change the case or put a space in. The program then finds no
value for it, shows it as it stands, or stops.

How it is found: one that the source has is missing, and the target has one that the source has not, written nearly
so, or the only one there is.

What it leaves alone: `%1$s` for `%s`; another precision of the same number (`%.1f` for `%.2f`). It runs on every
target language: placeholders are of none.

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
    Example("Welcome, [[{nombre}]]!", source="Bienvenido, {name}!"),
    Example("The file [[%d]] could not be opened.", source="Die Datei %s konnte nicht geöffnet werden."),
    Example("[[%(Datei)s]] was saved.", source="%(file)s wurde gespeichert."),
    Example("The file is in [[$HAUS]].", source="Die Datei ist in $HOME."),
    Example("Willkommen, [[{{ Name }}]]!", source="Welcome, {{ name }}!", language="de"),
]
GOOD = [
    Example("Welcome, {name}!", source="Bienvenido, {name}!"),
    Example("File %1$s could not be opened.", source="Die Datei %s konnte nicht geöffnet werden."),
    Example("It is %.1f long.", source="Es ist %.2f lang."),
    Example("Welcome, {{name}}!", source="Willkommen, {{ name }}!"),
    Example("There are %i files.", source="Es gibt %d Dateien."),
    Example("Welcome!", source="Willkommen, {name}!"),
    Example("Welcome, {name}!", source="Willkommen!"),
    "Welcome, {name}!",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each, and suggest that of the source."""
    for index, _, found in differences(document):
        for place, right in found.changed:
            message = f"The placeholder “{place.text}” is “{right.text}” in the source."
            yield Match(index, place.start, place.end, message, (right.text,))
