"""A comma or full stop stands behind the closing quotation mark, where the story elsewhere sets it inside.

Why it happens: Chinese, Japanese, Russian and most other languages close the quotation first and then set the comma;
the engine carries some marks over in the order of the source and turns others round.

How it is found: closing double quotation marks behind a word, with a comma or full stop right behind them or right
before them; the story must set the mark inside at least twice, or as often as outside.

What it leaves alone: British texts, where the order depends on the sense; stories that always set the mark behind;
single quotation marks, semicolons and colons; inches, letters, file names.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="neutral",
    measured=("figures: docs/rules/consistency.md",),
)

BAD = [
    'He called it "shameful." It was taken down. She spoke of a "green channel[[",]] and left.',
    '"We are ready," he said. "It is done," she said. They joined the "Club of Rome[[".]]',
]

GOOD = [
    'He called it "shameful". It was taken down. She spoke of a "green channel", and left.',
    'He called it "shameful." It was taken down. She spoke of a "green channel," and left.',
    'On 22 March he called the colour "shameful." She spoke of a "green channel", and left.',
    '"We are ready," he said. She spoke of the "Club", the "Circle", the "Ring" and the "Band".',
    '"We are ready," he said. He is 6\'4", and she clicked "a", "b" and "c".',
    "“We are ready,” he said; she spoke of ‘Belt’, ‘Road’ and the rest.",
]

_OUTSIDE = re.compile(r"(?<=[^\W\d]{2})[\"”][,.](?![.\w])")
_INSIDE = re.compile(r"(?<=[^\W\d]{2})[,.][\"”](?!\w)")
_HABIT = 2


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag marks behind closing quotation marks that break the story's habit."""
    paragraphs = [
        paragraph for paragraph in document.analysis.paragraphs if '"' in paragraph.text or "”" in paragraph.text
    ]
    outside = [(paragraph.index, found) for paragraph in paragraphs for found in _OUTSIDE.finditer(paragraph.text)]
    if not outside:
        return
    inside = sum(1 for paragraph in paragraphs for _ in _INSIDE.finditer(paragraph.text))
    if inside < min(_HABIT, len(outside)) or document.analysis.variety == "UK":
        return
    for segment, found in outside:
        quote, mark = found.group()
        name = "comma" if mark == "," else "full stop"
        message = f"The {name} stands behind the quotation mark here; elsewhere the story sets it inside."
        yield Match(segment, found.start(), found.end(), message, (mark + quote,))
