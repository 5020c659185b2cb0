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

from collections.abc import Iterator
from itertools import pairwise

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    since="0.2",
    facts=("quotes",),
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
    "“Yes” is one word.\n\nHe is “no” man of many.",
    '"It was late -" "No!"',
    'He said "yes" , "no" and "perhaps".',
    "The so-called “two-state solution” “remains the only way,” he said.",
    'It is a "dream" "that will never come true," she said.',
    'The film is "long, too long"; "short" it is not.',
]

_SPACES = regex(r"[ \u00a0]{1,3}")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two marks."""
    for one, two in pairwise(document.analysis.speech.quotations):
        beside = one.paragraph is two.paragraph and _SPACES.fullmatch(one.paragraph.text, one.end, two.start)
        spoken = two.text.endswith((",", ".", "?", "!"))
        if beside and not spoken and len(one.text) > 1 and one.text[-1].isalnum():
            message = "Two quotations stand side by side: a comma, “and” or “or” is missing between them."
            yield one.paragraph.match((one.end - 1, two.start + 1), message)
