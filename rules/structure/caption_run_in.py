"""A picture's caption or credit stands in the running text.

Why it happens: captions are paragraphs or brackets like any other in the page; the engine translates them in
passing, without the picture.

How it is found: a paragraph that opens with `from left to right for …` or its like, which only captions say; a bracket
with `Photo:` or `Photo by` inside a sentence.

What it leaves alone: sentences about pictures, reading order and film (`written from left to right`), photo credits
that stand as a paragraph of their own.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told

rule = Rule(category="fluency/punctuation", severity="minor", among=(told, "caption-run-in"))

BAD = [
    '" [[from left to right for]] the Russian Defense Minister Shoigu, Lavrov and Kishida',
    "[[From left to right is]] the minister, his wife and his son.",
    "The talks ended [[(Photo: Xinhua)]] at noon on Monday.",
    "The minister left [[(photo by Li Ming)]] for Paris.",
    "[[From right to left are]] Wang, Li and Zhao",
    "[[Photo =]] Boats on their way to the port of Kesen last autumn",
    "Workers pack fish at a plant in the south [[Photo: Minh An]]",
]

GOOD = [
    "The text is written from left to right for the reader's sake.",
    "Arabic is read from right to left.",
    "From left to right, the ministers stood in line.",
    "(Photo: Xinhua)",
    "Ministers at the talks. (Photo by Li Ming)",
    "The photo by Li Ming shows the minister.",
    "He moved from left to right for a year, then back.",
    "The talks (photo below) ended.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the caption's first words, or the credit."""
    for mark in marks(document, "caption-run-in", in_code=True):
        yield mark.match("“{}” belongs to a picture, not to a sentence of the story.")
