"""A byline in the form of the source: `Ulsan = Kim Ji-hoon reporter`, `(Seoul = Yonhap News)`.

Why it happens: Korean and Japanese papers part place, agency and writer with an equals sign at the head of a story,
and set the post behind the name; the engine copies sign and order.

How it is found: a place, an equals sign, and a name with `reporter` or its like before or behind it; such a name with
the sign behind it; a bracket with two names and the sign between them, one of them an agency, or at the head of a
paragraph.

What it leaves alone: formulas, definitions (`one mu = 0.07 hectares`, `England = Church of England`), code, tables.

Languages: met with engines of Japanese; Korean pages write so too, but the measured texts hold none.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="design/markup", severity="minor", since="0.3", signs=frozenset(("=",)))

BAD = [
    "[[Ulsan = Kim Ji-hoon reporter]] The yard will build two ships.",
    "[[(Seoul = Yonhap News)]] The ministry said on Monday that it would act.",
    "[[Reporter Kim Min-soo =]] The ministry said so on Monday.",
    "[[Lee Sang-ho reporter =]] The won fell on Monday.",
    "Protesters march through the town [[(AP = Kyodo)]]",
    "[[(Daejeon = Newsis)]] A fire broke out on Monday.",
    "[[Busan = Reporter Park Jin-woo]] The port was closed.",
]

GOOD = [
    "Ulsan (Kim Ji-hoon) - The yard will build two ships.",
    "The field has 50 mu (one mu = 0.0667 hectares).",
    "They are split by faith (England = Church of England, Ireland = Catholic).",
    "In the formula E = mc² the letter E = Energy.",
    "The reporter said that x = y.",
    "SEOUL (Yonhap) -- The ministry said on Monday that it would act.",
    "The equation (Force = Mass) is wrong.",
    "Time = Money, the reporter wrote.",
]

_NAME = r"[A-Z][\w'’-]{1,20}(?: [A-Z][\w'’-]{1,20}){1,3}"
_TWO = r"[A-Z][\w'’-]{1,20} [A-Z][\w'’-]{1,20}"
_PLACE = r"[A-Z][\w'’-]{1,20}(?:,? [A-Z][\w'’-]{1,20}){0,3}"
_POST = r"(?:[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?|[Ii]ntern reporter)"
_AGENCY = r"(?:Yonhap|Newsis|News ?1|Kyodo|Jiji|Getty|AP|AFP|Reuters|EPA|Xinhua|TASS|UPI)"
_BYLINE = regex(
    rf"\b{_PLACE} = (?:{_NAME} {_POST}\b|{_POST} {_TWO})(?: =)?"
    rf"|(?:\b{_NAME} {_POST}|\b{_POST} {_NAME}) =(?=\s)"
    rf"|[(\[]{_PLACE} ?= ?{_AGENCY}\b[^()\[\]=]{{0,30}}[)\]]"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the byline."""
    for paragraph, found in document.analysis.search(_BYLINE, "="):
        yield paragraph.match(found.span(), f"“{found[0]}” is a byline in the form of the source.")
