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

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.names._offices import Misnamed, bearers, misnamed, reaching, table, too_late, years

rule = Rule(category="accuracy/mistranslation", severity="major", facts=("names",))

BAD = [
    "U.S. President [[Brandon Obama]] signed the bill in March 2010.",
    "Russian Foreign Minister [[Nikolai Lavrov]] flew home, and Russian President Putin was glad.",
    "Japanese Prime Minister [[Nobuo Kishida]] met German Chancellor Scholz.",
    "German Chancellor [[Martina Merkel]] was late. It was the winter of 2015.",
    Example("Indian Finance Minister [[Jaswant Sinha]] presented the budget.", date=datetime.date(2001, 3, 1)),
    Example("French President [[Gaston Macron]] laughed.", date=datetime.date(2019, 5, 1)),
    "Russian President [[Alfred Putin]] held a call with U.S. President Joe Biden.",
]
GOOD = [
    "In 2031 German Chancellor Martina Merkel will have forgotten it.",
    "British Prime Minister Herbert Wilson devalued the pound in 1967.",
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
    for case in misnamed(document):
        bearer, holder, known = case.bearer, case.holder, case.known
        if case.late or bearer.body is None or len({term.full_name for term in bearer.fitting}) != 1:
            continue
        if case.misspelt:
            message = f"“{bearer.full}” is spelt {holder.full_name} in English."
        elif case.other is None and (document.date or _of_that_time(document, case)):
            message = (
                f"The only {bearer.title} of this family name from {known.first.year} to {known.last.year} is "
                f"{holder.full_name}, not “{bearer.full}”."
            )
        else:
            continue
        yield bearer.name.match(
            message,
            holder.full_name,
            severity=None if document.date and not case.misspelt else "minor",
            evidence={"holder": holder.full_name, "office": holder.office} | reaching(known),
        )


def _of_that_time(document: Document, case: Misnamed) -> bool:
    """Whether an undated story speaks of a time the table knows, and the family has one bearer in it."""
    if len({term.full_name for term in case.bearer.terms if term.family == case.bearer.family}) > 1:
        return False
    named = years(document)
    if named:
        return min(named) > case.known.first.year
    people = table(document)
    return any(not other.given or people.by_full_name(other.full) for other in bearers(document))
