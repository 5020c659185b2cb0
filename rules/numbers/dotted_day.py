"""A day of the month keeps the point of the source: `27. June`, `15.-18. September`.

Why it happens: German, Czech, Finnish, Estonian, Icelandic, Latvian, Danish and others write an ordinal as a figure
with a point; the engine copies the point, and to everything that reads on from there it ends a sentence.

How it is found: 1 to 31, a point and the name of a month; a first day before it (`15.-18.`, `8. and 11.`) belongs to
it. `May` must have a year behind it.

What it leaves alone: a month that begins a sentence (`The score was 12. March was late`, which a verb before or
behind it shows), page numbers, numbered lists.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import MONTH_NAMES
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/date-format",
    severity="minor",
    since="0.3",
    facts=("digit",),
)

BAD = [
    "The contract was signed on [[19. July]] in the town hall.",
    "The trade show runs until [[13. August]].",
    "The fair takes place [[15.-18. September]] this year.",
    "She was born on [[1. May 1956]] and died on [[30. March]], they said.",
    "She plays on [[8. and 11. October]].",
    "It fell on Wednesday, [[1. October 2008]].",
]

GOOD = [
    "The contract was signed on 19 July and ended on July 20. August was dry.",
    "The group was down to 12. March is the month in which they return.",
    "He was placed 3. June came after him.",
    "The months in order: 3. March is third.",
    "He was born in 1920. March was cold that year.",
    "It stands on page 12. March and April are named there.",
    "He asked for no. 7. June would be too late.",
    "They met on the 3rd. April showers followed.",
]

_MONTHS = "|".join(month for month in MONTH_NAMES if month != "May")
_DAY = r"(?:[1-9]|[12]\d|3[01])\."
_FIRST = rf"(?:{_DAY}(?: ?[-–] ?| (?:and|to) ))?"
_DOTTED = regex(
    rf"(?<![\d.,/-])\b{_FIRST}{_DAY} (?:(?:{_MONTHS})\b(?: (?:19|20)\d\d\b)?|May (?:19|20)\d\d\b)"
    r"(?! (?:is|was|were|are|has|had|will|came|would|brought|saw|said|who)\b)"
)
_SIGNS = tuple(f"{digit}. " for digit in range(10))
#: Before a figure that ends a sentence, or a number of a list.
_BEFORE = regex(
    r"(?:^|[.:;!?]|\b(?:is|was|were|are|page|pages|at|than|only|number|no|finished|came|group)) ?$", re.IGNORECASE
)

rule.only_on(signs=_SIGNS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag points between day and month."""
    for paragraph, found in document.analysis.search(_DOTTED, *_SIGNS):
        before = paragraph.text[max(0, found.start() - 10) : found.start()]
        if _BEFORE.search(before) is None:
            right = re.sub(r"(\d)\.", r"\1", found[0])
            yield paragraph.match(found.span(), f"English writes no point behind the day: “{right}”.", right)
