"""A colon brings in a quotation of one sentence in an American text.

Why it happens: Chinese, Russian and German set a colon between the verb of saying and what is said; the engine keeps
it. American papers set a comma (`He said, “We will go on.”`) and keep the colon for quotations of several sentences.

How it is found: `said`, `added` or another verb of saying, a colon, and a quotation that opens with a capital and is
one sentence long, in a document that spells the American way in running text (`center`, `labor`).

What it leaves alone: British texts, where the colon is usual; quotations of several sentences or of words that go on
in the next paragraph; words from a law or sign (`Article 5 says:`, `a sign read:`), and questions and answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.variety import spells_american
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import WRITTEN_THINGS
from mtqa.knowledge.verbs import REPORTING
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    since="0.2",
    signs=frozenset((': "', ": “")),
)

BAD = [
    'The labor market is strong. The minister said[[:]] "We will go on with the reform."',
    "The center opened in May. She added[[:]] “It was a long road.”",
    'They traveled to Paris, and he said again[[:]] "Nobody was hurt."',
    'The neighbors were asleep. The driver, 54, explained[[:]] "I did not see the gray van."',
    "It is a matter of honor. Asked about it, Mr. Smith replied[[:]] “There is no deal.”",
]
GOOD = [
    'The labour market is strong. The minister said: "We will go on with the reform."',
    'The labor market is strong. The minister said, "We will go on with the reform."',
    'The labor market is strong. The minister said: "We will go on. It will take years."',
    'The Kennedy Space Center reported no fault. A spokesman said: "All is well."',
    "The center opened in May. Article 5 says: “An attack on one is an attack on all.”",
    "The color is red. A sign on the door said: “Keep Out.”",
    'The center opened in May. He said: "a long road".',
    "The center opened in May. He said: “It was a long road,” and left.",
]

#: A verb of saying, a colon and a quotation of one sentence, with which the sentence or paragraph ends.
_QUOTATION = regex(
    rf"\b(?:{'|'.join(sorted(REPORTING))})(?: \w{{2,12}})?(?P<colon>:) [\"“](?=[A-Z])"
    r"(?:[^\"“”.?!…]|\.(?! [A-Z]|[\"”.])){8,500}(?:[.?!][\"”]|[\"”]\.)(?=\s*$|\s+[\"“A-Z])"
)
#: Things that say: a quotation from a text is set off by a colon everywhere.
_TEXTS = WRITTEN_THINGS | {"letter", "report", "statement"}
_IT = (["it"], ["which"], ["that"])
_BEFORE = 60  # characters


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the colon."""
    for paragraph, found in document.analysis.search(_QUOTATION, ': "', ": “"):
        before = paragraph.text[max(0, found.start() - _BEFORE) : found.start()].lower().split()
        by_text = not _TEXTS.isdisjoint(before) or before[-1:] in _IT
        if not by_text and spells_american(document.analysis.index):
            message = "American papers set a comma before a quotation of one sentence, a colon before a longer one."
            yield paragraph.match(found.span("colon"), message, ",")
