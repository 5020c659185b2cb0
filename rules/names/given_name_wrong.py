"""The holder of an office is given a wrong given name.

Why it happens: an engine that meets a family name alone fills in a given name, or takes one from its neighbour.
How it is found: the title names its state, the family name is in the table of people as a holder of that office,
and the given name is none of the table's for this family name, nor a nickname, initial or other spelling of it.
A given name that is nearly the right one is another spelling, and minor.
How far it reaches: each finding says the years for which the table knows the office. A sentence about a time before
them is left alone. A document without a date counts where it names a later year or a later holder of an office, and a
finding in it is minor; a document dated after the end of the table gets a line in the report that says so.
What it leaves alone: namesakes and relatives, in a document without a date also family names of several people of
the table (Khan, Dimitrov), family names that come first, titles that leave the state open; a given
name of another holder (that is a chimera, told by its own rule).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mtqa.analysis.offices import Bearer
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import borne_with, givens, key, other_spelling, reach
from mtqa.knowledge.people import Reach
from mtqa.rule import Example, Rule
from mtqa_rules.names._offices import bearers, table, told, too_late, years

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
)

BAD = [
    "U.S. President [[Brandon Obama]] signed the bill in March 2010.",
    "Russian Foreign Minister [[Nikolai Lavrov]] flew home, and Russian President Putin was glad.",
    "Japanese Prime Minister [[Nobuo Kishida]] met German Chancellor Scholz.",
    "German Chancellor [[Martina Merkel]] was late. It was the winter of 2015.",
    Example("French President [[Gaston Macron]] laughed.", date=datetime.date(2019, 5, 1)),
    "Russian President [[Alfred Putin]] held a call with U.S. President Joe Biden.",
]
GOOD = [
    "U.S. President Barack Hussein Obama signed the bill.",
    "U.S. President B. Obama and Russian Foreign Minister S. Lavrov met.",
    "Russian Foreign Minister Sergey Lavrov met British Prime Minister Dave Cameron.",
    "U.S. President Lyndon Johnson and British Foreign Secretary George Brown talked.",
    "U.S. Defense Secretary Harold Brown and Canadian Prime Minister Pierre Trudeau were there.",
    "Japanese Prime Minister Kishida Fumio met Chinese Premier Li Keqiang.",
    "Japanese Foreign Minister Shintaro Abe died in 1991.",
    "Prime Minister Nobuo Kishida of the model parliament sat down.",
    "U.S. President George H.W. Bush and his son U.S. President George W. Bush fished.",
    "Israeli Prime Minister Bibi Netanyahu and Russian President Dmitri Medvedev agreed.",
    "Pakistani Prime Minister Liaquat Ali Khan was shot. The park got his name in 2004.",
    "British Defence Secretary Denis Healey withdrew troops; Malian President Modibo Keïta died in prison.",
    "Ghanaian President Atta Mills died in office.",
    "U.S. Attorney General William Barr and U.S. Attorney General Bill Barr are one.",
]


@rule.limit
def limit(document: Document) -> str | None:
    """Where the table ends."""
    return too_late(document)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Titles that name their state."""
    people = table(document)
    for bearer in bearers(document):
        fitting = bearer.fitting
        if not bearer.given or bearer.body is None or not fitting or len({t.full_name for t in fitting}) != 1:
            continue
        if borne_with(people, bearer.given, bearer.family):
            continue
        others = givens(people).get(key(bearer.given[0]), ())
        if any(other.office == fit.office and other.body == bearer.body for other in others for fit in fitting):
            continue
        holder = fitting[0]
        known = reach(people, holder.office, holder.body)
        days = told(document, bearer.name.sentence)
        if known is None or (days is not None and (days[0] < known.first or days[1] > known.last)):
            continue
        spelling = other_spelling(bearer.given[0], holder.given.split()[0])
        dated = document.date is not None
        if not (spelling or dated or _of_that_time(document, bearer, known)):
            continue
        yield Match(
            bearer.name.segment,
            bearer.name.start,
            bearer.name.end,
            f"“{bearer.full}” is spelt {holder.full_name} in English."
            if spelling
            else f"The only {bearer.title} of this family name from {known.first.year} to {known.last.year} is "
            f"{holder.full_name}, not “{bearer.full}”.",
            suggestions=(holder.full_name,),
            evidence={
                "holder": holder.full_name,
                "office": holder.office,
                "known_from": known.first.isoformat(),
                "known_to": known.last.isoformat(),
            },
            severity=None if dated and not spelling else "minor",
        )


def _of_that_time(document: Document, bearer: Bearer, known: Reach) -> bool:
    """Whether an undated story speaks of a time the table knows, and the family has one bearer in it."""
    if len({term.full_name for term in bearer.terms if term.family == bearer.family}) > 1:
        return False
    named = years(document)
    if named:
        return min(named) > known.first.year
    people = table(document)
    return any(other.fitting and (not other.given or people.by_full_name(other.full)) for other in bearers(document))
