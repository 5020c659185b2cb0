"""Two quotations or quoted names stand side by side with no comma and no word between them.

Why it happens: Chinese and Japanese set quoted items of a list mark to mark (“A”“B”), or part them with a mark that the
engine drops.

How it is found: a closing quotation mark, white space, and the opening mark of the next quotation, where no comma, full
stop or other mark stands before the closing one.

What it leaves alone: quoted items with their comma inside the marks (`"A," "B"`), sentences of speech (`"No." "Yes."`),
speech that goes on behind a quoted
word (`a "dream" "that will never come true," she said`), and a segment whose marks do not pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    since="0.2",
)

BAD = [
    'They spread the "Chinese spirit[[" "]]Chinese wisdom" and more.',
    "She won the “Order of the Republic[[” “]]Order of Friendship” in May.",
    'Many "post-80[[" "]]post-90" and "post-00" workers came.',
    'They "bring in[[" "]]go out" and prosper.',
    "He named the “Red Star Shop[[” “]]Photo Gallery” and so on.",
]
GOOD = [
    'They sang "Evening," "Morning" and "Noon".',
    'The "Order of the Republic" and "Order of Friendship" were given.',
    '"Who is it?" "Me."',
    '"It was late -" "No!"',
    'He said "yes" , "no" and "perhaps".',
    "The so-called “two-state solution” “remains the only way,” he said.",
    'It is a "dream" "that will never come true," she said.',
    'The film is "long, too long"; "short" it is not.',
]


#: The end of a quotation without a mark of its own, and the opening mark of the next.
_SIDES = re.compile(r"(?<=\w)[\"”][ \u00a0]{1,3}[\"“](?=\w)")
_SPOKEN = frozenset(",.?!")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two marks."""
    analysis = document.analysis
    for paragraph in analysis.paragraphs:
        for found in _SIDES.finditer(paragraph.text):
            start, end = found.span()
            one, two = (
                analysis.speech.quotation(paragraph.index, start - 1),
                analysis.speech.quotation(paragraph.index, end),
            )
            if one is None or two is None or one.close.start != start or two.open.start != end - 1:
                continue
            if start - one.open.start > 2 and paragraph.text[two.close.start - 1] not in _SPOKEN:
                message = "Two quotations stand side by side: a comma, “and” or “or” is missing between them."
                yield Match(paragraph.index, start, end, message)
