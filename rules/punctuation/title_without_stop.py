"""“Mr”, “Ms”, “Mrs” or “Dr” lacks its full stop in an American text.

Why it happens: engines are trained on British and American papers alike and mix their habits.

How it is found: the title without a full stop before a name, in a document that spells the American way in running
text (`center`, `labor`), or that writes the same title with its full stop, and mostly so.

What it leaves alone: British and Indian papers, which write no full stop; judges (`Mr Justice Lane`) and names of
things (`Dr Martens boots`, `Mr Men`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.analysis.variety import spells_american
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import SHORT_COURTESY
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="neutral",
    registers=("news",),
    since="0.2",
)

BAD = [
    "The labor market is strong, [[Mr]] Wang said.",
    "Mr. Sams said so. The reasons [[Mr]] Wang gave were weak, Mr. Sams found.",
    "The center opened in May. [[Dr]] Alice Green spoke.",
    "The neighbors knew [[Mrs]] Jones well.",
    "Ms. Ayton wrote to Ms. Li. Her letter to [[Ms]] Li was lost.",
]
GOOD = [
    "The labour market is strong, Mr Wang said.",
    "Mr Wang visited the Kennedy Space Center and came home on July 25.",
    "The labor market is strong, Mr. Wang said.",
    "Mr Wang said so, and Mr Li agreed; “Mr. Big” is a song.",
    "MR JONES is on the label. Mr. Wang is at the center.",
    "Dr. Green met Mr Wang in London.",
    "His color is red. Mr. Wang and Mrs. Li met at the center; Ms. Ayton did not.",
    "The labor is hard, Mr president.",
]

LEAVE = [
    ("mr|dr justice|martens|pepper|bean|big|men|universe|fox", "His color is red, and Dr Martens boots are dear."),
]

rule.only_on(words=SHORT_COURTESY)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag titles without their full stop."""
    analysis = document.analysis
    for title in sorted(SHORT_COURTESY):
        places = [(sentence, i) for sentence, i in analysis.find(title) if sentence.tokens[i].text == title.title()]
        bare = [(sentence, i) for sentence, i in places if _named(sentence.at(i + 1))]
        dotted = sum(sentence.at(i + 1).text == "." for sentence, i in places)
        if not bare or (dotted < 2 * len(bare) and not spells_american(analysis.index)):
            continue
        for sentence, i in bare:
            text = sentence.at(i).text
            message = f"“{text}” here, but the story is American, which writes “{text}.”"
            if dotted:
                message = f"“{text}” here, but “{text}.” elsewhere in the story."
            yield sentence.match(i, i, message, f"{text}.")


def _named(token: Token) -> bool:
    return token.capitalised
