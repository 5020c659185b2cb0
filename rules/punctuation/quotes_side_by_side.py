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

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    since="0.2",
    measured=("figures: docs/rules/punctuation.md",),
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


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two marks."""
    paragraphs = document.analysis.paragraphs
    closing = {
        (pair.close.segment, pair.close.start): pair
        for pair in document.analysis.quotes.pairs
        if pair.open.quotes and pair.open.segment == pair.close.segment
    }
    for pair in closing.values():
        segment, start = pair.open.segment, pair.open.start
        text = paragraphs[segment].text
        end = start
        while end and text[end - 1] in " \u00a0":
            end -= 1
        before = closing.get((segment, end - 1))
        if before is None or end < 2 or not text[end - 2].isalnum():
            continue
        if before.close.start - before.open.start < 3 or not text[start + 1 : start + 2].isalnum():
            continue
        if text[pair.close.start - 1] in ",.?!":
            continue  # speech that goes on behind quoted words: a “dream” “that will never come true,” she said
        message = "Two quotations stand side by side: a comma, “and” or “or” is missing between them."
        yield Match(segment, end - 1, start + 1, message)
