"""A compound is torn apart by spaces around its hyphen.

Why it happens: the tokeniser cut at the hyphen and the pieces were not joined again.

How it is found: word, space, hyphen, space, word, where the second part only ends compounds (`state - owned`), the
two are halves of a usual compound (`long - term`, `well - known`), or two states stand before a noun (`U.S. - Japan
relations`); the name of a state (`Great - Britain`, `States - United`); two names behind an article that go on
together (`the London - Dover line`); what is no word without its hyphen (`non - profit`, `40 - year - old`); a word
that the lexicon has with just this hyphen (`three - dimensional`); and spaces inside `and / or`.

What it leaves alone: hyphens used as dashes, alone or in pairs, ranges, scores, and datelines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import CONTINENTS
from mtqa.knowledge.places import kind
from mtqa.knowledge.words import COMMON_PREPOSITIONS, COORDINATORS
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    signs=frozenset((" - ", "and / or")),
)

BAD = [
    "Russia hopes to set barriers in the [[U.S. - Japan]] relations.",
    "He is a [[well - known]] writer of novels.",
    "The [[state - owned]] company was sold.",
    "They plan for the [[long - term]] growth of trade.",
    "The Act [[and / or]] the dismissal is unlawful.",
    "The [[China - Africa]] talks go on.",
    "Relations between [[Great - Britain]] and Japan are good.",
    "They export their goods to the [[States - United]] and to Japan.",
    "A new train runs on the [[London - Dover]] line.",
    "He never set foot in a [[Wal - Mart]].",
    "It is a [[non - profit]] firm that was founded in Paris.",
    "They met a [[40 - year - old]] teacher and his son.",
    "Tourists from [[high - tax]] countries can save a lot.",
    "The [[three - dimensional]] map is kept - or was kept - in the hall.",
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
    "Players move through the whole of the World - No loading times are left.",
    "The picture of the old town was taken by Günther Bauer - Photographer.",
    "Life in the Woods - Trees and men\n\nIt was late. They met in the woods.",
    "The best of the Beatles - Yesterday seems so far away.",
    "They stand by the United States - United they are strong - in this.",
    "It was there - danger was everywhere.",
    "Prices will fall - in summer they rise again.",
    "He was born in the euro - this was true of all of them. It was the end of issues - such as these.",
    "The map is long - term ends in May - and wide.",
    "They came home at night - time to sleep, they said - and left at noon.",
]

#: Compounds by their halves: what only ends them, a measure and the thing measured, a degree and a participle; two
#: regions with the noun they have in common.
_TORN = regex(
    r"(?<![\w.-])(?:[a-z]{2,25} - (?:owned|based|oriented|called|sized|funded|backed|style|scale)"
    r"|(?:high|low|long|short|medium|large|small|mid|full|part|real|top|first|second) - (?:term|speed|quality|tech|"
    r"level|scale|cost|income|end|time|rise|range|size|sized|class|profile|ranking)"
    r"|(?:well|best|so|world|ill|self|hard|man|home|state) - (?:known|called|famous|renowned|being|made|established|"
    r"respected|documented|deserved|run|led)"
    r"|(?P<one>[A-Z](?:\w|\.){1,24}) - (?P<two>[A-Z](?:\w|\.(?=\w)){1,24})(?= (?:[a-z]{3,20} )?(?P<noun>[a-z]{3,20}))"
    r"|(?P<choice>and / or))(?![\w'’-])"
)
#: Two names with a stroke between them, the article before and what follows.
_NAMES = regex(
    r"(?P<article>\b(?:[Tt]he|[Aa]n?) )?\b(?P<one>[A-Z]\w{1,24}) - (?P<two>[A-Z]\w{1,24})"
    r"(?P<behind>[.,;)]| [a-z]{2,20}\b)(?![-’'])"
)
#: What no word is made of but with its hyphen; halves of which the lexicon may have the whole.
_NO_WORD = regex(
    r"(?<![\w.’'-])(?:(?:[Nn]on|[Aa]nti|[Ss]emi|[Pp]re|[Mm]ulti|[Ii]nter|[Nn]eo|[Qq]uasi|[Pp]seudo) - [a-z]{3,25}"
    r"|\d{1,3} - (?:year|month|week|day) - olds?)(?![\w’'-])"
)
_HALVES = regex(r"(?<![\w.’'-])(?P<one>[A-Za-z][a-z]{1,20}) - (?=(?P<two>[a-z]{2,20})(?![\w’'-]))")
_OPEN = frozenset("NSJLEGDV")  # tags of the words that end compounds
_NEAR = 80  # characters to either side in which another spaced stroke makes the two a pair of dashes


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the torn compound."""
    for paragraph, found in document.analysis.search(_TORN, " - ", "and / or"):
        if not found["one"] or _relation(found):
            joined = found.group().replace(" ", "")
            yield from _torn(paragraph, found.span(), joined)
    for paragraph, found in document.analysis.search(_NAMES, " - "):
        one, two = found["one"], found["two"]
        span = found.start("one"), found.end("two")
        names = [name for name in (f"{one} {two}", f"{two} {one}") if kind(name) == "name"]
        if names:
            yield from _torn(paragraph, span, names[0])  # the order of French: States - United
        elif found["article"] and paragraph.running and _one_name(two, found["behind"].strip()):
            yield from _torn(paragraph, span, f"{one}-{two}", f"{one} {two}")

    for paragraph, found in document.analysis.search(_NO_WORD, " - "):
        yield _match(paragraph, found.span(), found.group().replace(" - ", "-"))
    for paragraph, found in document.analysis.search(_HALVES, " - "):
        one, two = found["one"], found["two"]
        whole = f"{one}-{two}"
        seen = _TORN.match(paragraph.text, found.start()) or paragraph.text[: found.start()].endswith(" - ")
        if english().tags(two)[:1] in _OPEN and english().known(whole.lower()) and not seen:
            yield from _torn(paragraph, (found.start(), found.end("two")), whole)


def _match(paragraph: Paragraph, span: tuple[int, int], *due: str) -> Match:
    return paragraph.match(span, f"Spaces tear the compound “{due[0]}” apart.", *due)


def _torn(paragraph: Paragraph, span: tuple[int, int], *due: str) -> Iterator[Match]:
    """The compound, unless one of two dashes stands in it."""
    if paragraph.text.count(" - ", max(0, span[0] - _NEAR), span[1] + _NEAR) != 2:
        yield _match(paragraph, span, *due)


def _one_name(two: str, behind: str) -> bool:
    """Whether the second name begins nothing of its own, and what follows goes on from both."""
    joins = not behind.isalpha() or behind in COMMON_PREPOSITIONS | COORDINATORS or english().usually(behind, "noun")
    return joins and two not in STARTERS


def _relation(found: re.Match[str]) -> bool:
    """Whether both names are of states or regions, and a noun follows that they may have in common."""
    regions = all(
        word.lower() in CONTINENTS or kind(word) in ("name", "adjective") for word in (found["one"], found["two"])
    )
    return regions and english().usually(found["noun"], "noun")
