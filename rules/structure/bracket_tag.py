"""A label in square brackets was left in the text.

Why it happens: portals put the kind or column of a story in brackets before it (`【综合报道】`, `[Видео]`); the label
was translated as if it were text.

How it is found: at the head of a paragraph, square or lenticular brackets round a few words one of which names a kind
of story or medium (`Roundup`, `Video`, `Photo`, `Exclusive`), or any lenticular brackets; square brackets with a place
and an agency of Japan, also where its name was translated (`[New York joint]` for Kyodo); the end mark `(End)`.

What it leaves alone: editorial insertions in quotations (`[the minister]`), references (`[1]`), `[sic]`,
elisions, check boxes, brackets inside the paragraph.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told

rule = Rule(category="accuracy/addition", severity="minor", among=(told, "bracket-tag"))

BAD = [
    "[[【Observer network Roundup】]] Japan issued a document on Monday.",
    "[[【Global Times report】]] Japan issued a document on Monday.",
    "[[【Text】]] Japan issued a document on Monday.",
    "The talks ended at noon. [[(End)]]",
    "[[(Video)]] The talks ended at noon.",
    "[[【Photo】]] Ministers at the talks",
    "[[［New York joint］]] Shares fell on Monday.",
    "[[［Gaziantep (Southern Turkey), Kyodo］]] The search for the lost goes on.",
    "[[［Joint New York］]] Shares fell on Monday.",
]

GOOD = [
    "[The minister] will go, he said.",
    "[1] See the report of the ministry.",
    "[…] and that is why we are here.",
    "[ ] I agree to the terms.",
    "He said the video [of the raid] was real.",
    "(In the end, they met.)",
    "The talks (see photo) ended at noon.",
    "(Reuters) - The talks ended at noon.",
    "[The joint] was full, he said.",
    "[The hip joint] is old, he said.",
    "[Joint talks] will be held on Monday.",
    "[sic] is Latin for so.",
    "[Video shows the minister leaving the hall.] “No,” he says.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the label with its brackets."""
    for mark in marks(document, "bracket-tag", in_code=True):
        yield mark.match("The label “{}” was left in the text.", suggestions=("",))
