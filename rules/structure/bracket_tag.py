"""A label in square brackets was left in the text.

Why it happens: portals put the kind or column of a story in brackets before it (`【综合报道】`, `[Видео]`); the label
was translated as if it were text.

How it is found: at the head of a paragraph, square or lenticular brackets round a few words one of which names a kind
of story or medium (`Roundup`, `Video`, `Photo`, `Exclusive`), or any lenticular brackets; the end mark `(End)`.

What it leaves alone: editorial insertions in quotations (`[the minister]`), references (`[1]`), `[sic]`,
elisions, check boxes, brackets inside the paragraph.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="accuracy/addition", severity="minor")

BAD = [
    "[[【Observer network Roundup】]] Japan issued a document on Monday.",
    "[[【Global Times report】]] Japan issued a document on Monday.",
    "[[【Text】]] Japan issued a document on Monday.",
    "The talks ended at noon. [[(End)]]",
    "[[(Video)]] The talks ended at noon.",
    "[[【Photo】]] Ministers at the talks",
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
    "[sic] is Latin for so.",
    "[Video shows the minister leaving the hall.] “No,” he says.",
]

_KIND = (
    r"round-?up|video|photos?|pictures?|gallery|graphics?|infographic|exclusive|column|commentary|comment|opinion|"
    r"editorial|analysis|reports?|reporter|news|newsletter|live|update[ds]?|breaking|special|feature|series|interview|"
    r"review|text|headlines?|topic|observer|observation|correspondent|compiled|article|audio|podcast|reprint|original"
)
_TAG = re.compile(
    rf"\s{{0,4}}(?:\[(?=[^\[\]]{{0,40}}\b(?:{_KIND})\b)[^\[\]]{{2,48}}(?<![.!?])\]|\((?:{_KIND})\)|【[^【】]{{1,48}}】)",
    re.IGNORECASE,
)
_END = re.compile(
    r"[(（\[【](?:(?:The )?End(?: of (?:text|article|report))?|Finish(?:ed)?)[)）\]】]\s{0,3}$", re.IGNORECASE
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the label with its brackets."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        found = _TAG.match(text) or _END.search(text, max(0, len(text) - 40))
        if found:
            tag = found.group().strip()
            start = found.start() + found.group().index(tag)
            yield Match(paragraph.index, start, start + len(tag), f"The label “{tag}” was left in the text.", ("",))
