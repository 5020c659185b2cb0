"""A tag of the target opens and is not closed, or closes what is not open.

Why it happens: an engine loses one of a pair, writes an opening tag for the closing one, or turns the two about. The
text behind it is bold or a link to its end, and a translation tool refuses the file.

How it is found: the tags of the source are in pairs, those of the target are not: an opening tag has no closing one
behind it, or the other way round.

What it leaves alone: tags that need no partner (`<br>`); a source whose own tags do not pair, for such segments are
parts of one; pairs that cross. It runs on every target language: tags are of none.

Not met in the measured texts: they are news without markup; catalogues of messages were read instead
(docs/rules/adequacy.md).
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._placeholders import differences

rule = Rule(category="design/markup", severity="major", languages=(), needs=("source",), since="0.3")

BAD = [
    Example("The [[<b>]]talks ended on Monday.", source="Die <b>Gespräche</b> endeten am Montag."),
    Example("The [[</b>]]talks[[<b>]] ended.", source="Die <b>Gespräche</b> endeten."),
    Example("The [[<b>]]talks[[<b>]] ended.", source="Die <b>Gespräche</b> endeten."),
    Example("Die Gespräche[[</i>]] endeten.", source="The talks ended.", language="de"),
    Example('Write to [[<a href="/en">]]the office.', source='Schreiben Sie <a href="/de">dem Amt</a>.'),
]
GOOD = [
    Example("The <b>talks</b> ended on Monday.", source="Die <b>Gespräche</b> endeten am Montag."),
    Example("One.<br>Two.", source="Eins.<br>Zwei."),
    Example("The <b>talks ended.", source="Die <b>Gespräche endeten."),
    Example("The talks ended.", source="Die <b>Gespräche</b> endeten."),
    Example("<b>The <i>talks</b> ended</i>.", source="<b>Die <i>Gespräche</i></b> endeten."),
    Example("He <the minister> said so.", source="Er sagte es."),
    Example("A < b.", source="<b>A</b> kleiner b."),
    "The <b>talks ended on Monday.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each tag without its partner."""
    for index, _, found in differences(document):
        for place in found.unpaired:
            what = "closes nothing" if place.kind == "close" else "is not closed"
            yield Match(index, place.start, place.end, f"The tag “{place.text}” {what}.")
