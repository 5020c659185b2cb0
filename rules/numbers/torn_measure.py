"""A measure before its noun is torn apart at its hyphens: `13 -year-old`, `16 - year - old`, `a 90 -minute flight`.

Why it happens: the tokeniser cut at the hyphens and the pieces were not joined again, or the engine puts the number
and the rest together out of two tables.

How it is found: a number, a unit in the singular and `old`, `long`, `high` with a space at one of the two hyphens; a
number, a space and a hyphen that leans on the unit; the hyphen on the number before a unit and a noun.

What it leaves alone: `13-year old` and `13 year-old`, which people write; a dash that goes on with more
(`5 - year after year`).
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation", severity="minor", since="0.3", facts=("digit",), signs=frozenset(("-",)), fix="safe"
)

BAD = [
    "The [[13 -year-old]] was at home, as was a man, [[25 - year - old]], and a dog.",
    "They took a [[90 -minute]] flight to the island and its [[750 -year old]] tower.",
    "In the [[31- minute]] game he made 13 points.",
    "He plans a 2- or [[3- day]] trip, a 5- to [[6- day]] one at best.",
    "The [[40- year-old]] ran; the [[12 - foot - long]] snake did not.",
    "He is a [[52-year -old]] clerk with a [[10-year - old]] son.",
]

GOOD = [
    "In 2015 - year of the sheep - he was 13 - older than most.",
    "He is 13 years old - old enough, and the wall 5 feet high.",
    "It lasted 90 minutes -minutes that cost them the match.",
    "The $5 -day pass and the 12.5 - year - old whisky.",
    "The 13-year-old, a 13 year-old and a 13-year old took a 90-minute flight.",
    "They came at 5 - year after year, 90 -minute by minute.",
    "It rose by 3- year by year; a 3- day and a 5-day trip cost 12.5 -day wages.",
    "He stayed for 10 - years in all; pages 3 - page one on.",
]

_UNIT = (
    "(?:second|minute|hour|day|week|month|year|decade|mile|kilomet(?:er|re)|met(?:er|re)|inch|foot|yard|page|point|seat|"
    "room|member|storey|story)"
)
_ALONG = "(?:old|long|high|wide|deep|tall|thick)"
_TORN = regex(
    rf"(?<![\w.,$£€-])\d{{1,4}}(?: - ?{_UNIT} ?- ?{_ALONG}|-{_UNIT}(?: - ?|- ){_ALONG}|- {_UNIT}-{_ALONG}"
    rf"| -{_UNIT}(?: old)?(?! by| after)|- {_UNIT}(?= (?!and|or|by|after)[a-z]{{3}}))(?![\w-])"
)
_MAYBE = regex(rf"-(?: {_UNIT}|(?<= -){_UNIT}|{_UNIT}(?: - ?|- ){_ALONG})")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the measure."""
    for paragraph, found in document.analysis.search(_TORN, maybe=_MAYBE):
        right = found.group().replace(" -", "-").replace("- ", "-").replace(" ", "-")
        yield paragraph.match(found.span(), f"Spaces tear the measure “{right}” apart.", right)
