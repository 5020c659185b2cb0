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

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.speech import Quotation
from mtqa.analysis.variety import spells_british
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="neutral",
    registers=("news",),
    since="0.2",
    facts=("quotes",),
)

BAD = [
    '"It is time," the envoy said. The paper wrote: "We have waited for this day for many years[[".]]',
    'He called it "shameful." It was taken down. She spoke of a "green channel[[",]] and left.',
    '"We are ready," he said. It was "done," she said. She joined "the club." They left the "Club of Rome[[".]]',
    "The “tiger hunt,” as it is known, is over. Few liked the “tiger hunt[[”.]]",
    'The plan was "bold," but late. Its critics called it "half-baked[[".]] "We know," he said.',
    'They joined "the club." He likes the "old guard" much. She left the "club." It is "dead wood[[",]] she said.',
    'It brings "peace," "order," and a "new dawn." The union wants "bread[[",]] "land[[",]] and "peace."',
]

GOOD = [
    '"We are ready," he said. "It is done," she said. He called it "shameful". They left the "Club of Rome".',
    'He said "we are ready," and she said "it is done." He called it "shameful". They left the "Club of Rome".',
    'He called it "shameful". It was taken down. She spoke of a "green channel", and left.',
    'He called it "shameful." It was taken down. She spoke of a "green channel," and left.',
    'On 22 March he called the plan "shameful." She spoke of a "green channel", and left.',
    'She asked "why?", and "when?", of the "old guard." He called it "shameful." It was over.',
    '"We are ready," he said. "It is done," she said. He wrote: "Leave me alone", and left.',
    '"We are ready," he said. "It is late," she said. He called it, all in all, "not the end".',
    'Then "we are ready," he said. Then "it is late," she said. She spoke of the "Club", and of the "Ring".',
    'On 22 March he called the colour "shameful." She spoke of a "green channel", and left.',
    '"We are ready," he said. She spoke of the "Club", the "Circle", the "Ring" and the "Band".',
    '"We are ready," he said. "It is late." The union spoke of "victory", the mayor of a "draw".',
    'They said: "We will go." He asked for "time", and wrote, "Leave me alone." It was "the end".',
    '"We are ready," he said. He is 6\'4", and she clicked "a", "b" and "c".',
    'The organiser of the labor fair called it "shameful." It was "easy." She spoke of a "channel", and left.',
    "“We are ready,” he said; she spoke of ‘Belt’, ‘Road’ and the rest.",
]

_HABIT = 2
#: Marks outside that a story's habit may break; in a longer text the marks inside must be that many times as many.
_FEW, _TIMES = 10, 3
#: A comma or full stop before a closing mark, behind a word; and behind it, no part of a word or an ellipsis.
_INSIDE, _OUTSIDE = regex(r"[^\W\d]{2}[,.]$"), regex(r"[,.](?![.\w])")
#: Words before a quotation and behind it that say it is speech.
_SPEAKS = regex(
    r"\b(?:sa(?:y|id|ys|ying)|ask(?:s|ed)?|shout(?:s|ed)?|cr(?:y|ied)|repl(?:y|ied)|add(?:s|ed)?|wr(?:ote|ites)|"
    r"tweet(?:s|ed)?|answer(?:s|ed)?|read(?:s|ing)?|told \w+) $"
)
_SPOKEN = regex(r" (?:(?:he|she|they|(?:M(?:r|s|rs)\.? )?[A-Z]\w+) )?(?:said|says|added|told|wrote|asked)\b")
#: Most words of a fragment; of one that begins small.
_FRAGMENT, _PHRASE = 5, 8


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag marks behind closing quotation marks that break the story's habit."""
    analysis = document.analysis
    quotations = analysis.speech.quotations
    outside = [one for one in quotations if one.text[-2:].isalpha() and _OUTSIDE.match(one.behind(2))]
    inside = [one for one in quotations if outside and _INSIDE.search(one.text)]
    if len(inside) < (min(_HABIT, len(outside)) if len(outside) <= _FEW else _TIMES * len(outside)):
        return
    if analysis.variety == "UK" or spells_british(analysis.index):
        return
    fragments = any(_fragment(one) for one in inside)
    for one in outside:
        marks = one.paragraph.text[one.end - 1 : one.end + 1]
        if fragments or (marks[1] == "." and one.text[0].isupper() and one.before(3).rstrip().endswith((":", ","))):
            name = "comma" if marks[1] == "," else "full stop"
            message = f"The {name} stands behind the quotation mark here; elsewhere the story sets it inside."
            yield one.paragraph.match((one.end - 1, one.end + 1), message, marks[::-1])


def _fragment(one: Quotation) -> bool:
    """Whether it is no whole sentence and no speech."""
    short = len(one.text.split()) <= (_PHRASE if one.text[0].islower() else _FRAGMENT)
    before = one.before(16)
    return short and before[-2:-1].isalnum() and not _SPEAKS.search(before) and not _SPOKEN.match(one.behind())
