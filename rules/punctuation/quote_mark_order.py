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

from mtqa.analysis.text import Paragraph
from mtqa.analysis.variety import spells_british
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="neutral",
    registers=("news",),
    since="0.2",
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
    paragraphs = [one for one in document.analysis.paragraphs if '"' in one.text or "”" in one.text]
    outside = [(paragraph, found) for paragraph in paragraphs for found in _OUTSIDE.finditer(paragraph.text)]
    inside = sum(1 for paragraph in paragraphs for _ in _INSIDE.finditer(paragraph.text)) if outside else 0
    if not outside or inside < (min(_HABIT, len(outside)) if len(outside) <= _FEW else _TIMES * len(outside)):
        return
    if document.analysis.variety == "UK" or spells_british(document.analysis.index):
        return
    fragments = _fragment_inside(document)
    for paragraph, found in outside:
        quote, mark = found.group()[0], found.group()[1]
        if fragments or (mark == "." and _whole(document, paragraph, found.start())):
            name = "comma" if mark == "," else "full stop"
            message = f"The {name} stands behind the quotation mark here; elsewhere the story sets it inside."
            yield Match(paragraph.index, *found.span(), message, (mark + quote,))


def _fragment_inside(document: Document) -> bool:
    """Whether a quoted fragment, no whole sentence and no speech, holds the comma or full stop behind it."""
    for pair in document.analysis.quotes.pairs:
        text, start, end = document.segments[pair.open.segment].target, pair.open.start, pair.close.start
        before = text[max(0, start - 16) : start]
        if pair.open.segment != pair.close.segment or text[end - 1] not in ",." or not re.search(r"\w $", before):
            continue
        inner = text[start + 1 : min(end - 1, start + _PHRASE * 16)]
        short = len(inner.split()) <= (_PHRASE if inner[:1].islower() else _FRAGMENT)
        if pair.open.quotes and short and not _SPEAKS.search(before) and not _SPOKEN.match(text, end + 1):
            return True
    return False


def _whole(document: Document, paragraph: Paragraph, close: int) -> bool:
    """Whether a quotation is a whole sentence, or its opening is lost: it holds its stop in any style."""
    pair = document.analysis.speech.quotation(paragraph.index, close - 1)
    if pair is None or pair.close.start != close:
        return any((m.segment, m.start) == (paragraph.index, close) for m in document.analysis.quotes.unpaired)
    text, start = document.segments[pair.open.segment].target, pair.open.start
    return text[max(0, start - 3) : start].rstrip()[-1:] in (":", ",") and text[start + 1 : start + 2].isupper()
