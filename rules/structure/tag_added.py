"""The target has a tag that the source has not.

Why it happens: a tag is repeated, or comes from a like text of a memory; markup is made where the source has none. A
translation tool refuses the file, or the page looks other than meant.

How it is found: tags, in the text (`<b>`) or kept apart by the format (XLIFF, TMX), are compared with those of the
source by name or number.

What it leaves alone: other attributes; tags of typography (`<sup>`, `<q>`), which languages need or do not; tags that
do not pair, which are `structure/tag-pairing`. It runs on every target language: tags are of none.

Not met in the measured texts: they are news without markup; catalogues of messages were read instead
(docs/rules/adequacy.md).
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._placeholders import differences

rule = Rule(category="design/markup", severity="minor", languages=(), needs=("source",), since="0.3")

BAD = [
    Example("The [[<b>]]talks[[</b>]] ended on Monday.", source="Die Gespräche endeten am Montag."),
    Example("One.<br/>Two.[[<br/>]]", source="Eins.<br/>Zwei."),
    Example("Die [[<i>]]Gespräche[[</i>]] endeten.", source="The talks ended.", language="de"),
    Example('Write to [[<a href="/en">]]the office[[</a>]].', source="Schreiben Sie dem Amt."),
    Example("<b>One</b> [[<b>]]two[[</b>]]", source="<b>Eins</b> zwei"),
]
GOOD = [
    Example("The <b>talks</b> ended on Monday.", source="Die <b>Gespräche</b> endeten am Montag."),
    Example("It holds that a < b and b > c.", source="Es gilt, dass a kleiner ist."),
    Example("He <the minister> said so.", source="Er sagte es."),
    Example("Le {}<sup>e</sup>", source="The {}th", language="fr"),
    Example("A &lt; B", source="A < B"),
    Example('<a href="/en">Office</a>', source='<a href="/de">Amt</a>'),
    Example("The talks ended.", source="Die <b>Gespräche</b> endeten."),
    Example("One.<br>Two.", source="Eins.<br/>Zwei."),
    "The talks ended on Monday.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each tag."""
    for index, _, found in differences(document):
        for place in found.added_tags:
            yield Match(index, place.start, place.end, f"The source has no tag “{place.text}” here.")
