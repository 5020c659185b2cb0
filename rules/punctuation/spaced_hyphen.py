"""A compound is torn apart by spaces around its hyphen.

Why it happens: the tokeniser cut at the hyphen and the pieces were not joined again.

How it is found: word, space, hyphen, space, word, where the second part only ends compounds (`state - owned`), the
two are halves of a usual compound (`long - term`, `well - known`), or two states stand before a noun (`U.S. - Japan
relations`); and spaces inside `and / or`.

What it leaves alone: hyphens used as dashes, alone or in pairs, ranges, scores, and datelines.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import kind
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    measured=("figures: docs/rules/punctuation.md",),
)

BAD = [
    "Russia hopes to set barriers in the [[U.S. - Japan]] relations.",
    "He is a [[well - known]] writer of novels.",
    "The [[state - owned]] company was sold.",
    "They plan for the [[long - term]] growth of trade.",
    "The Act [[and / or]] the dismissal is unlawful.",
    "The [[China - Africa]] talks go on.",
]

GOOD = [
    "SEATTLE - After weeks of talks they met again.",
    "The bank was blamed by both sides - from the West, and from home.",
    "The lake - along with the garbage - was cleaned.",
    "Japan - China 2 - 1.",
    "The hard - made harder by rain - climb took a day. They went on for miles, and in all that time nobody, not even "
    "the guide, said a word - which was best - until the top came into view.",
    "Opening hours: Monday - Friday, 9 - 5.",
    "He came home - late, as ever.",
    "Two partners remain: Japan - China left in May.",
    "Paris - France is a country he loves.",
    "It was there - danger was everywhere.",
]

_TORN = re.compile(r"(?<![\w.-])([^\W\d_](?:[^\W\d_]|\.){1,24}) [-‐‑] ([^\W\d_](?:[^\W\d_]|\.(?=\w)){1,24})(?![\w'’-])")
_AND_OR = re.compile(r"\band / or\b")
_SECOND = frozenset("owned based oriented called sized funded backed style scale".split())
_MEASURE = frozenset("high low long short medium large small mid full part real top first second".split())
_MEASURED = frozenset(
    "term speed quality tech level scale cost income end time rise range size sized class profile ranking".split()
)
_DEGREE = frozenset("well best so world ill self hard man home state".split())
_DONE = frozenset("known called famous renowned being made established respected documented deserved run led".split())
_NOUN = re.compile(r"(?: [a-z]{3,20}){0,1} ([a-z]{3,20})")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the torn compound."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if " - " in text or " ‑ " in text or " ‐ " in text:
            for found in _TORN.finditer(text):
                one, two = found.groups()
                # two spaced strokes near each other set off words in between; far apart they have nothing to do
                dashes = text.count(" - ", max(0, found.start() - 80), found.end() + 80)
                if _compound(text, one, two, found.end(), dashes):
                    joined = f"{one}-{two}"
                    yield Match(
                        paragraph.index, *found.span(), f"Spaces tear the compound “{joined}” apart.", (joined,)
                    )
        if "and / or" in text:
            for found in _AND_OR.finditer(text):
                yield Match(paragraph.index, *found.span(), "“and/or” is written without spaces.", ("and/or",))


def _compound(text: str, one: str, two: str, end: int, dashes: int) -> bool:
    if two in _SECOND:
        return one.islower() and dashes != 2
    if _region(one) and _region(two):
        noun = _NOUN.match(text, end)
        return noun is not None and english().tags(noun.group(1))[:1] in ("N", "S") and dashes == 1
    return dashes != 2 and ((one in _MEASURE and two in _MEASURED) or (one in _DEGREE and two in _DONE))


def _region(word: str) -> bool:
    return word in ("Africa", "Asia", "Europe", "ASEAN") or kind(word) in ("name", "adjective")
