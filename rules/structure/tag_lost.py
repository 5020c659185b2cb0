"""A tag of the source is missing in the target.

Why it happens: an engine that works on words drops tags, or a step that puts them back finds no place for them.
Emphasis, a link or a line break is lost, and a translation tool refuses the file.

How it is found: tags, in the text (`<b>`) or kept apart by the format (XLIFF, TMX), are compared with those of the
source by name or number.

What it leaves alone: tags of typography (`<sup>`, `<q>`); other attributes (a link to the page of the other
language); tags that stand in another place; tags that no longer pair, which are `structure/tag-pairing`. It runs on
every target language: tags are of none.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._placeholders import differences
from mtqa_rules.adequacy._size import whole

rule = Rule(category="design/markup", severity="minor", languages=(), needs=("source",), since="0.3")

BAD = [
    Example("[[The talks ended on Monday.]]", source="Die <b>Gespräche</b> endeten am Montag."),
    Example("[[Write to the office.]]", source='Schreiben Sie <a href="/de">dem Amt</a>.'),
    Example("[[One. Two.]]", source="Eins.<br/>Zwei."),
    Example("[[<b>Die</b> Gespräche endeten.]]", source="<b>The</b> <i>talks</i> ended.", language="de"),
    Example("[[The talks ended.]]", source="Die <g1>Gespräche</g1> endeten."),
]
GOOD = [
    Example("The <b>talks</b> ended on Monday.", source="Die <b>Gespräche</b> endeten am Montag."),
    Example('Write to <a href="/en">the office</a>.', source='Schreiben Sie <a href="/de">dem Amt</a>.'),
    Example("On Monday the talks <b>ended</b>.", source="Die <b>Gespräche</b> endeten am Montag."),
    Example("It holds that a < b and b > c.", source="Es gilt a < b und b > c."),
    Example("He, the minister, said so.", source="Er <der Minister> sagte es."),
    Example("A &amp; B", source="A & B"),
    Example("One.<br>Two.", source="Eins.<br/>Zwei."),
    "The talks ended on Monday.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the segment, once for all tags."""
    for index, segment, found in differences(document):
        if found.lost_tags:
            tags = " ".join(dict.fromkeys(place.text for place in found.lost_tags[:8]))
            message = f"Tags of the source are missing: {tags}"
            yield Match(index, *whole(segment.target), message, evidence={"tags": tags})
