"""A courtesy title goes without the full stop that the story's American English gives it.

Why it happens: engines learn from papers of both sides of the ocean: “Mr Wang said the labor market …”.

How it is found: `Mr`, `Mrs`, `Ms` and `Dr` before a capitalised name in a story with American spellings (`labor`,
`U.S.`, `percent`) and no British one.

What it leaves alone: British stories; stories whose dates alone look American, as those of British popular papers do.
"""

from collections.abc import Iterator

from mtqa.analysis.variety import spelling
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/inconsistency",
    severity="neutral",
    measured=(
        "newstest2020, 8 systems: 43 findings in 6 stories, met 0.98, chance 0.16",
        "clean English, 112 k words: 0 findings",
    ),
)

BAD = [
    "The color of the flag is new. [[Mrs]] Park sewed it.",
    "U.S. exports fell. [[Dr]] Lee was not surprised.",
    "The defense budget grew by 3 percent, and [[Mr]] Diaz, who wrote it, was pleased.",
    "The labor market is tight, [[Mr]] Wang said.",
    "He told [[Ms]] Ayton that U.S. sales rose by 5 percent.",
]

GOOD = [
    "Dr. Lee and Mrs. Park live in the neighboring town.",
    "The Ms of the alphabet and the color of the Dr sign are new.",
    "The labour market is tight, Mr Wang said.",
    "The labor market is tight, Mr. Wang said.",
    "On March 22 the chancellor told Mr Wang that prices would fall.",
    "The labour organisation told Mr Wang that U.S. sales rose.",
    "The US organization told Mr Wang about its realized gains.",
    "The labor union paid the Dr fee; a Ms was found in the archive.",
]

_TITLES = ("mr", "mrs", "ms", "dr")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag titles without a full stop in stories of American spelling."""
    places = document.analysis.find(*_TITLES)
    if not places or spelling(document.analysis.index) != "US":
        return
    for sentence, i in places:
        token = sentence.tokens[i]
        name = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
        if token.capitalised and name is not None and name.is_word and name.capitalised:
            message = f"“{token.text}” takes a full stop in American English, which the story is written in."
            yield Match(sentence.segment, token.start, token.end, message, (f"{token.text}.",))
