"""A comma or full stop stands behind the closing quotation mark, where the story elsewhere sets it inside.

Why it happens: Chinese, Japanese, Russian and most other languages close the quotation first and then set the comma;
the engine carries some marks over in the order of the source and turns others round.

How it is found: closing double quotation marks behind a word, with a comma or full stop right behind them or right
before them; the story must set the mark inside at least twice, or as often as outside, and once at least behind a
fragment (`a "green channel," and left`): whole quoted sentences take it inside in any house style. So full stops
behind whole sentences, and behind a closing mark that nothing opened, are named without such a fragment. In a long
text, where more than ten stand outside, inside must be three times as often: a habit is a share.

What it leaves alone: British texts, where the order depends on the sense, those among them that quote Americans in
their own spelling; stories that always set the mark behind, or inside in speech only; single quotation marks,
semicolons and colons; inches, letters, file names.
"""

import re
from collections.abc import Iterator

from mtqa.analysis.variety import spells_british
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="neutral",
    registers=("news",),
    since="0.2",
    measured=("figures: docs/rules/punctuation.md",),
)

BAD = [
    '"It is time," the envoy said. The paper wrote: "We have waited for this day for many years[[".]]',
    'He called it "shameful." It was taken down. She spoke of a "green channel[[",]] and left.',
    '"We are ready," he said. It was "done," she said. She joined "the club." They left the "Club of Rome[[".]]',
    "The “tiger hunt,” as it is known, is over. Few liked the “tiger hunt[[”.]]",
    'The plan was "bold," but late. Its critics called it "half-baked[[".]] "We know," he said.',
    'It brings "peace," "order," and a "new dawn." The union wants "bread[[",]] "land[[",]] and "peace."',
]

GOOD = [
    '"We are ready," he said. "It is done," she said. He called it "shameful". They left the "Club of Rome".',
    'He said "we are ready," and she said "it is done." He called it "shameful". They left the "Club of Rome".',
    'He called it "shameful". It was taken down. She spoke of a "green channel", and left.',
    'He called it "shameful." It was taken down. She spoke of a "green channel," and left.',
    'On 22 March he called the colour "shameful." She spoke of a "green channel", and left.',
    '"We are ready," he said. She spoke of the "Club", the "Circle", the "Ring" and the "Band".',
    '"We are ready," he said. "It is late." The union spoke of "victory", the mayor of a "draw".',
    'They said: "We will go." He asked for "time", and wrote, "Leave me alone." It was "the end".',
    '"We are ready," he said. He is 6\'4", and she clicked "a", "b" and "c".',
    'The organiser of the labor fair called it "shameful." It was "easy." She spoke of a "channel", and left.',
    "“We are ready,” he said; she spoke of ‘Belt’, ‘Road’ and the rest.",
]

_OUTSIDE = re.compile(r"(?<=[^\W\d]{2})[\"”][,.](?![.\w])")
_INSIDE = re.compile(r"(?<=[^\W\d]{2})[,.][\"”](?!\w)")
_HABIT = 2
#: Marks outside that a story's habit may break; in a longer text the marks inside must be that many times as many.
_FEW, _TIMES = 10, 3
#: Words before a quotation and behind it that say it is speech.
_SPEAKS = re.compile(
    r"\b(?:sa(?:y|id|ys|ying)|ask(?:s|ed)?|shout(?:s|ed)?|cr(?:y|ied)|repl(?:y|ied)|add(?:s|ed)?|wr(?:ote|ites)|"
    r"tweet(?:s|ed)?|answer(?:s|ed)?|read(?:s|ing)?|told \w+) $"
)
_SPOKEN = re.compile(r" (?:(?:he|she|they|(?:M(?:r|s|rs)\.? )?[A-Z]\w+) )?(?:said|says|added|told|wrote|asked)\b")
#: Most words of a fragment; of one that begins small.
_FRAGMENT, _PHRASE = 5, 8


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
    if document.analysis.variety == "UK" or spells_british(document.analysis.index):
        return
    if not _fragment_inside(document):
        whole = _whole_sentences(document)
        outside = [place for place in outside if (place[0], place[1].start()) in whole and place[1].group()[1] == "."]
    for segment, found in outside:
        quote, mark = found.group()[0], found.group()[1]
        name = "comma" if mark == "," else "full stop"
        message = f"The {name} stands behind the quotation mark here; elsewhere the story sets it inside."
        yield Match(segment, found.start(), found.end(), message, (mark + quote,))


def _fragment_inside(document: Document) -> bool:
    """Whether a quoted fragment, no whole sentence and no speech, holds the comma or full stop behind it."""
    for pair in document.analysis.quotes.pairs:
        if pair.open.segment != pair.close.segment or not pair.open.quotes:
            continue
        text = document.segments[pair.open.segment].target
        start, end = pair.open.start, pair.close.start
        before = text[max(0, start - 16) : start]
        if text[end - 1] not in ",." or not (before[-1:] == " " and before[-2:-1].isalnum()):
            continue
        inner = text[start + 1 : min(end - 1, start + _PHRASE * 16)]
        most = _PHRASE if inner[:1].islower() else _FRAGMENT
        if len(inner.split()) <= most and not _SPEAKS.search(before) and not _SPOKEN.match(text, end + 1):
            return True
    return False


def _whole_sentences(document: Document) -> set[tuple[int, int]]:
    """Where quotations close that are whole sentences, or whose opening is lost: they hold their stop in any style."""
    closes = {(mark.segment, mark.start) for mark in document.analysis.quotes.unpaired if mark.side == "close"}
    for pair in document.analysis.quotes.pairs:
        text = document.segments[pair.open.segment].target
        start = pair.open.start
        if text[max(0, start - 3) : start].rstrip()[-1:] in (":", ",") and text[start + 1 : start + 2].isupper():
            closes.add((pair.close.segment, pair.close.start))
    return closes
