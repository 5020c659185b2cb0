"""A unit is written with spaces round its stroke, or in one sign of East Asian type: `150 km / h`, `300㎡`.

Why it happens: the tokeniser cut the unit at its stroke, and the pieces were not joined again. Chinese, Japanese and
Korean type has whole units in one sign, which the engine copies.

How it is found: a number, one of the units that are written with a stroke, and white space before or behind the
stroke; the usual ones of the signs ㎀ to ㏟ behind a number (`㎡`, `㎥`, `㎞`).

What it leaves alone: two measures of one thing (`10 km / 6 miles`), units without a number.
"""

import unicodedata
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="minor", since="0.3", facts=("digit",), fix="safe")

BAD = [
    "The wind reached 150 [[km / h]] on the coast.",
    "The limit is 60[[km / h]], he said.",
    "The ball flew at 40 [[m / s]].",
    "The stream moves at 30 [[km /s]].",
    "The water held 5 [[mg / l]] of iron.",
    "It is a tank of 174,000 [[㎥]], on a field of 300[[㎡]].",
]
GOOD = [
    "The wind reached 150 km/h on the coast.",
    "The race is 10 km / half marathon.",
    "It is 5 km / 3 miles to the coast.",
    "Sizes: 3 m / 4 m / 5 m; S 5 m / small.",
    "The switch reads km / h or mph.",
    "He lifts 100 kg / 220 lb.",
    "Distance 5 km / height 300 m.",
    "They sell 500 g / 250 g packs.",
]

_SPACED = regex(
    r"(?<=\d) ?(?P<unit>(?:km|m)(?: /|/ | / )[hs]|(?:mg|g|kg)(?: /|/ | / )(?:l|ml|kg|day)"
    r"|(?:Mb|Gb|MB)(?: /|/ | / )s)\b|(?<=\d) ?(?P<sign>[㎀-㏟])"
)
#: The usual ones of the signs.
_TYPE = ("㎡", "㎥", "㎞", "㎏", "㎝", "㎜", "㎎", "㎖", "㎢", "㎾", "㎿", "㏊", "㏄", "㎐", "㎒", "㎓")
_RAISED = str.maketrans("23", "²³")

rule.only_on(signs=(" /", "/ ", *_TYPE))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the unit."""
    for paragraph, found in document.analysis.search(_SPACED, " /", "/ ", *_TYPE):
        name = found.lastgroup or ""
        right = unicodedata.normalize("NFKC", found[name]).replace(" ", "").translate(_RAISED)
        yield paragraph.match(found.span(name), f"The unit is written “{right}”.", right)
