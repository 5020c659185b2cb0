"""“Mr”, “Ms”, “Mrs” or “Dr” lacks its full stop in an American text.

Why it happens: engines are trained on British and American papers alike and mix their habits.

How it is found: the title without a full stop before a name, in a document that spells the American way in running
text (`center`, `labor`), or that writes the same title with its full stop, and mostly so.

What it leaves alone: British and Indian papers, which write no full stop; judges (`Mr Justice Lane`) and names of
things (`Dr Martens boots`, `Mr Men`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.variety import spells_american
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import SHORT_COURTESY
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    since="0.2",
    measured=("figures: docs/rules/punctuation.md",),
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
    "Mr Justice Lane said so. Mr. Wang did not.",
    "Mr Wang said so, and Mr Li agreed; “Mr. Big” is a song.",
    "His color is red, and Dr Martens boots are his trade mark.",
    "The center shows Mr Men cartoons, and MR JONES is on the label.",
    "Dr. Green met Mr Wang in London.",
]

_NO_PERSON = frozenset("justice martens pepper no price bean big robot men universe fox".split())
Place = tuple[Sentence, int]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag titles without their full stop."""
    index = document.analysis.index
    american: bool | None = None
    for title in sorted(SHORT_COURTESY):
        places = index.get(title, ())
        bare = [place for place in places if _bare(place)]
        if not bare:
            continue
        dotted = sum(_dotted(place) for place in places)
        if american is None:
            american = spells_american(index)
        if not american and dotted < 2 * len(bare):
            continue
        for sentence, i in bare:
            token = sentence.tokens[i]
            message = f"“{token.text}” here, but the story is American, which writes “{token.text}.”"
            if dotted:
                message = f"“{token.text}” here, but “{token.text}.” elsewhere in the story."
            yield Match(sentence.segment, token.start, token.end, message, (f"{token.text}.",))


def _bare(place: Place) -> bool:
    """Whether a title stands without a full stop before a name."""
    sentence, i = place
    tokens = sentence.tokens
    if not tokens[i].capitalised or tokens[i].text[1:].isupper() or i + 1 >= len(tokens):
        return False
    name = tokens[i + 1]
    return name.kind == "word" and name.capitalised and name.space and name.lower not in _NO_PERSON


def _dotted(place: Place) -> bool:
    sentence, i = place
    tokens = sentence.tokens
    return tokens[i].capitalised and i + 2 < len(tokens) and tokens[i + 1].text == "." and tokens[i + 2].capitalised
