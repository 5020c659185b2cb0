"""An office is given to somebody who holds another one.

Why it happens: an engine attaches the title of one person to the next, or takes the more usual title.
How it is found: the title names its state or can mean one only; the table of people knows the holders of that
office and knows the person behind it, but only in other offices. Where the document has a date, a title that
the person got long after it counts too.
What it leaves alone: former, acting, deputy and future holders; people the table does not know; family names
that many people bear; past offices, for a former president is still called president.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mtqa.analysis.people import People, Term
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.names._offices import USUAL, Bearer, bearers, rarity, table

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    measured=(
        "newstest2020: 0 in 520k words",
        "clean news and commentary: 0 in 112k words",
    ),
)

BAD = [
    "German Chancellor [[Macron]] spoke in Berlin.",
    "Russian Defense Minister [[Lavrov]] said the missiles were safe.",
    "French President [[Angela Merkel]] arrived in Brussels.",
    "U.S. Secretary of State [[Sergei Lavrov]] flew to Geneva.",
    "Japan's Prime Minister [[Barack Obama]] answered in Tokyo.",
    "Russian Foreign Minister [[Shoigu]] visited the islands.",
    Example("U.S. President [[Donald Trump]] opened the session.", date=datetime.date(2009, 5, 1)),
]
GOOD = [
    "German Chancellor Angela Merkel met French President Emmanuel Macron.",
    "Russian Foreign Minister Sergei Lavrov and Defense Minister Sergei Shoigu stood together.",
    "Former German Chancellor Gerhard Schroder joined the board.",
    "Then-Russian Prime Minister Vladimir Putin signed the order.",
    "President Hillary Clinton would have been the first woman.",
    "The German Foreign Minister's guest, Macron, left early.",
    "German Chancellor Helmut Schmidt kept smoking; French Prime Minister Raymond Barre did not.",
    "Soviet Foreign Minister Andrei Gromyko was known as Mr. Nyet.",
    "Ohio Secretary of State John Husted and Kansas Governor Laura Kelly agreed.",
    "Chinese President Li was not reached.",
    Example("U.S. President Obama, who left in 2017, spoke in Chicago.", date=datetime.date(2019, 5, 1)),
    Example("U.S. President-elect Donald Trump chose him.", date=datetime.date(2016, 12, 1)),
]

#: Nations where a family name alone says little.
_SHARED = frozenset({"CN", "KR", "KP", "JP", "VN", "IN", "PK", "TW", "HK", "MM", "KH", "LA", "TH", "BD", "SG", "MY"})
_LAST = datetime.date(2025, 12, 31)  # the table's last day
_EARLY = datetime.timedelta(days=150)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Every title the table knows, with a person it knows."""
    people = table(document)
    for bearer in bearers(document):
        if len(bearer.offices) != 1:
            continue
        ((office, body),) = bearer.offices
        terms = _person(people, bearer)
        if not terms:
            continue
        held = [term for term in terms if (term.office, term.body) == (office, body)]
        day = document.date
        if held:
            if day is None or any(term.start <= day + _EARLY for term in held):
                continue
        elif not _known_office(people, office, body, day) or (day is not None and day > _LAST):
            continue
        # whoever is in office when the table ends may have changed office since
        unsure = day is None and any(term.body == body and term.end > _LAST for term in terms)
        own = next((term for term in terms if day is not None and term.covers(day)), terms[-1])
        verb = "was not yet" if held else "has never been"
        offices = own.titles[0] + ("" if any(own.body in title for title in own.titles[:1]) else f" ({own.body})")
        yield Match(
            bearer.name.segment,
            bearer.name.start,
            bearer.name.end,
            f"{own.full_name} {verb} {bearer.title}; the table knows the name as {offices}.",
            evidence={"title": bearer.title, "known_as": own.titles[0], "body": own.body},
            severity="minor" if unsure else None,
        )


def _person(people: People, bearer: Bearer) -> tuple[Term, ...]:
    """Terms of the one person meant; empty where more than one may be."""
    if bearer.given:
        terms = people.by_full_name(bearer.full)
        return terms if len({term.full_name for term in terms}) == 1 else ()
    terms = bearer.terms
    if len({term.full_name for term in terms}) != 1 or bearer.family in USUAL or rarity(bearer.family) < 11.5:
        return ()
    if terms[0].order == "family-first" or any(term.body in _SHARED for term in terms):
        return ()
    # a family name that stands for one person in the press: only heads and ministers of large states
    if any(term.body == bearer.body for term in terms):
        return terms
    return terms if any(term.office in ("head_of_state", "head_of_government") for term in terms) else ()


def _known_office(people: People, office: str, body: str, day: datetime.date | None) -> bool:
    """Whether the table can be trusted to know the holders of an office."""
    if day is not None:
        return bool(people.holders(office, body, day))
    holders = [term for term in people.terms if (term.office, term.body) == (office, body)]
    return len({term.full_name for term in holders}) >= 4
