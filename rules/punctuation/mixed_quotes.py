"""A quotation opens with one kind of quotation mark and closes with another.

Why it happens: the opening and the closing mark come from different passes of the engine, or one from the source.

How it is found: in the paired marks of the document, a curly mark whose partner is straight.

What it leaves alone: quotations inside quotations, each with its own kind; texts that use both kinds in turn;
inches and seconds; what people write to one another (every second sentence says `I` or `you`).
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    facts=("quotes",),
)

BAD = [
    'He called it “a great day[["]] for the country.',
    'The paper “China Daily[["]] said so.',
    'He called it "a great day[[”]] for the country.',
    'The “green channel[["]] was opened on Monday.',
    'She said: "We will go.[[”]] Nobody did.',
]

GOOD = [
    "He called it “a great day” for the country.",
    'He called it "a great day" for the country.',
    'He said “no” and she said "yes".',
    "„So“ is German for so.",
    'A 27" screen shows “the best” picture.',
    "“He told me “never” twice,” she said.",
    "He is 5'10\" tall and “thin”.",
    "«Oui», he said, or “yes”.",
    'Open your account. Choose "Settings”. Then tell us if you see the name.',
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the closing mark of a mixed pair."""
    for pair in () if document.talk else document.analysis.quotes.pairs:
        if '"' in (pair.open.text, pair.close.text) and pair.open.text != pair.close.text:
            due = "”" if pair.close.text == '"' else '"'
            yield Match(
                pair.close.segment,
                pair.close.start,
                pair.close.start + 1,
                f"The quotation opens with {pair.open.text} but closes with {pair.close.text}.",
                (due,),
            )
