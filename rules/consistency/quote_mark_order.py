"""A comma or full stop stands behind the closing quotation mark, where the story elsewhere sets it inside.

Why it happens: Chinese, Japanese, Russian and most other languages close the quotation first and then set the comma;
the engine carries some marks over in the order of the source and turns others round.

How it is found: closing double quotation marks behind a word, with a comma or full stop right behind them; the story
must set the mark inside behind a word or phrase it quotes (`a "green channel," and`) at least twice, or as often as
outside. In a long text, where more than ten stand outside, inside must be three times as often: a habit is a share.

What it leaves alone: British texts, where the order depends on the sense: whole sentences and speech, which take the
mark inside everywhere, show no habit; stories that always set the mark behind; single quotation marks, semicolons and
colons; inches, letters, file names.
"""

import re
from collections.abc import Iterator

from mtqa.analysis.variety import british
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
    'They spoke of a "new era," a "long road," and "hope." "We can," he said. They joined the "Club of Rome[[".]]',
]

GOOD = [
    'He called it "shameful". It was taken down. She spoke of a "green channel", and left.',
    'He called it "shameful." It was taken down. She spoke of a "green channel," and left.',
    'On 22 March he called the colour "shameful." She spoke of a "green channel", and left.',
    '"We are ready," he said. She spoke of the "Club", the "Circle", the "Ring" and the "Band".',
    '"We are ready," he said. "It is done," she said. He called it "shameful". They left the "Club of Rome".',
    'He said "we are ready," and she said "it is done." He called it "shameful". They left the "Club of Rome".',
    '"We are ready," he said. He is 6\'4", and she clicked "a", "b" and "c".',
    'He called it "shameful." She spoke of a "channel." ' + 'They joined the "Club". ' * 11,
    'The organiser of the labor fair called it "shameful." It was "easy." She spoke of a "channel", and left.',
    "“We are ready,” he said; she spoke of ‘Belt’, ‘Road’ and the rest.",
]

_OUTSIDE = re.compile(r"(?<=[^\W\d]{2})[\"”][,.](?![.\w])")
#: A word, phrase or name that is quoted inside a clause, and by no verb of saying.
_INSIDE = re.compile(
    r"(?<=\w)(?<!said)(?<!says)(?<!saying)(?<!asked)(?<!added)(?<!that)(?<!wrote) [\"“]"
    r"(?:[a-z][\w'’-]*(?: [\w'’-]+){0,4}|[A-Z][\w'’-]*(?: (?:of|the|and|in|for|[A-Z][\w'’-]*)){1,6})[,.][\"”](?!\w)"
)
_HABIT = 2
#: Marks outside that a story's habit may break; in a longer text the marks inside must be that many times as many.
_FEW, _TIMES = 10, 3


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
    if inside < (min(_HABIT, len(outside)) if len(outside) <= _FEW else _TIMES * len(outside)):
        return
    if document.analysis.variety == "UK" or british(document.analysis.index):
        return
    for segment, found in outside:
        quote, mark = found.group()[0], found.group()[1]
        name = "comma" if mark == "," else "full stop"
        message = f"The {name} stands behind the quotation mark here; elsewhere the story sets it inside."
        yield Match(segment, found.start(), found.end(), message, (mark + quote,))
