"""A quotation mark or bracket has no partner.

Why it happens: engines translate sentence by sentence and lose the mark that stood in another sentence, or they
set the source's marks (「」, 《》) down once too few.

How it is found: the marks of the whole document are paired, with nesting; what is left over is named.


What it leaves alone: a quotation that runs over several paragraphs, its opening mark repeated at each or not, and over
many where it opens at the head of one and closes at the end of another (demands, scenes); inches, seconds and minutes
(`5'10"`); apostrophes and single quotation marks; enumerations (`a)`, `1)`); smileys, with eyes or without (`Ask me
anything)`); a document of a single sentence, whose quotation may go on outside it, unless the mark stands in the middle
of a sentence in which nobody speaks.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mtqa.analysis.quotes import Mark
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
)

BAD = [
    'He called it [["]]a great day for the country. The minister did not agree.',
    'The paper said it should be understood[["]]. Nobody replied to that.',
    "The film [[“]]Under the White Cloud was shown. The public liked it.",
    'The minister said: [["]]now, our policy is clear, the "2+2" talks go on.\n\nHe left the room after that.',
    "The treaty [[(]]signed in 1993 was never ratified. It is forgotten.",
    "The treaty signed in 1993[[)]] was never ratified. It is forgotten.",
    'The authorities also[["]] take over the custody of the prisoners.',
    'The old church,[["]] which had become rich, came under scrutiny.',
    "The mayor of Lyon[[}]] and the council (all of it) met. It was late.",
]

GOOD = [
    'He said: "We will go.\n\n"We will not come back."\n\nShe nodded.',
    'He said: "We will go.\n\nWe will not come back," and left.\n\nShe nodded.',
    'He is 5\'10" tall. His brother is 6\'2" tall and owns a 27" screen.',
    '"First, we demand bread.\n\nSecond, we demand peace.\n\nThird, we demand land." [Quoted by Day, p. 3]\n\nHe left.',
    "The workers' union rejected '90s music and rock 'n' roll. It was late.",
    "The points are: a) peace, b) trade and 3) sport. That is all :)",
    "She said \"he told me 'no'\" and left. He stayed.",
    "“He told me “never” twice,” she said. He (the judge [a man]) agreed.",
    '"It was a great day for the country.',
    "Das heißt „so“ in German. He said it twice.",
    "Come on, show them what you can do))) I work in tech support. Ask me anything)",
    'we shall never surrender," he said on Monday.',
    'there is no power on earth like it," the president of the country concluded.',
    'and we shall never go there again", according to the minister.',
    'The workers" compensation is said to be low.',
    'A 27" screen is shown.',
    "He ran 5\u2032 30\u2033. It was late (and dark).",
]


#: How many paragraphs a quotation may run over; behind its end may stand its source in brackets.
_FURTHEST = 20


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every mark the pairing left over."""
    unpaired = document.analysis.quotes.unpaired
    if not unpaired:
        return
    alone = len(document.analysis.sentences) < 2
    long = _long_quotations(document, unpaired)
    for mark in unpaired:
        if mark in long or (alone and mark.quotes and not _inside(document.segments[mark.segment].target, mark.start)):
            continue
        what = "quotation mark" if mark.quotes else "bracket"
        lack = "opened but never closed" if mark.side == "open" else "closed but never opened"
        yield Match(
            mark.segment,
            mark.start,
            mark.start + 1,
            f"The {what} is {lack}: “{_context(document, mark.segment, mark.start)}”.",
        )


_LATER = re.compile(
    r"\b(?:sa(?:id|ys)|sa(?:y|w)ing|told|tells|add(?:ed|s)|according|wrote|writes|asked|quoted|called|calls?|noted|stat\w+|explain\w*)\b"
)
_GOES_ON = re.compile(r" [a-z]+")
#: What no report of a speaker begins with behind a comma and a mark.
_NO_SPEAKER = re.compile(r" (?:which|who|whose|was|were|is|are|has|have|despite|or)\b")
_CLOSES = re.compile(r"[\w)]$|[\w),][,:]$")


def _inside(text: str, at: int) -> bool:
    """Whether a mark stands behind a word or comma in mid-sentence, where no quotation begun earlier can have ended."""
    if (
        text[at] not in '"”'
        or text.find(text[at], at + 1) > 0  # not count(): a text of nothing but marks takes linear time
        or text.find(text[at]) != at
        or "“" in text
        or "„" in text
        or not _GOES_ON.match(text, at + 1)
    ):
        return False
    before = text[max(0, at - 2) : at]
    if before.endswith(",") and not _NO_SPEAKER.match(text, at + 1):
        return False
    return at > 12 and _CLOSES.search(before) is not None and not before[-1].isdigit() and not _LATER.search(text)


def _long_quotations(document: Document, unpaired: Sequence[Mark]) -> set[Mark]:
    """Marks that open a quotation at the head of a paragraph and close it at the end of a later one."""
    marks = [mark for mark in unpaired if mark.quotes]
    found: set[Mark] = set()
    for first, last in pairwise(marks):
        if (first.side, last.side) == ("open", "close") and 1 < last.segment - first.segment <= _FURTHEST:
            head = document.segments[first.segment].target[: first.start]
            tail = document.segments[last.segment].target[last.start + 1 :].strip()
            if not head.strip() and (not tail or (tail[0] in "[(" and tail.rstrip(".")[-1:] in ("]", ")"))):
                found |= {first, last}
    return found


def _context(document: Document, segment: int, at: int) -> str:
    """The word or two the mark stands at, so that the message can be read by itself."""
    text = document.segments[segment].target
    around = text[max(0, at - 16) : at + 17]
    words = around.split()
    if at > 16 and len(words) > 2:
        words = words[1:]
    if at + 17 < len(text) and len(words) > 2:
        words = words[:-1]
    return " ".join(words)
