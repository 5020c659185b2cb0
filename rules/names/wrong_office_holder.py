"""An office is given to somebody who holds another one.

Why it happens: an engine attaches the title of one person to the next, or takes the more usual title.
How it is found: the title names its state or can mean one only; the table of people knows the holders of that
office without a gap on the day of the document, or, where it has no date, for as long as the person may have held it;
and it knows the person, but only in other offices. A title that the person got long after the date of the document
counts too.
How far it reaches: each finding says the years for which the table knows the office. Before the first of them, in a gap
and after the last an office is unknown, and so it is where a story names an earlier year: the rule is silent. A
document dated after the end of the table gets a line in the report that says so.
What it leaves alone: former, acting, deputy and future holders; people the table does not know; family names
that many people bear; past offices, for a former president is still called president; another ministry of the same
state, but for foreign affairs and defence. Within one government somebody may have stood in for a colleague: such a
finding is minor.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from mtqa.analysis.offices import Bearer
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.holders import USUAL, reach
from mtqa.knowledge.naming import FEW_FAMILIES, NEW_STATES
from mtqa.knowledge.people import People, Reach, Term
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordset
from mtqa_rules.names._offices import bearers, reaching, table, told, too_late, years

rule = Rule(category="accuracy/mistranslation", severity="major", facts=("names",))

BAD = [
    "German Chancellor [[Macron]] spoke in Berlin.",
    "Russian Defense Minister [[Lavrov]] said the missiles were safe.",
    "French President [[Angela Merkel]] arrived in Brussels.",
    "U.S. Secretary of State [[Sergei Lavrov]] flew to Geneva.",
    "Secretary of State [[Angela Merkel]] flew to Geneva.",
    "Japan's Prime Minister [[Barack Obama]] answered in Tokyo.",
    "Russian Foreign Minister [[Shoigu]] visited the islands.",
    "The council asked Chief Cabinet Secretary [[Kan Naoto]] for help.",
    Example("German Chancellor [[Vladimir Putin]] spoke in Berlin.", date=datetime.date(2014, 5, 1)),
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
    "In 1986 French Prime Minister Jacques Chirac shared power with a Socialist.",
    "French Prime Minister Jacques Chirac lost the election of 1988.",
    "The preacher spoke against Sultan Abdul Hamid, and defence committee chairman Ilkka Kanerva agreed.",
    "Chinese President Xi Jinping met Chief Cabinet Secretary Suga Yoshihide and Prime Minister Kan Naoto.",
    "Congolese President Pascal Lissouba and Libyan Prime Minister Abdul Hamid al-Dbeibah were heard.",
    "Yemeni President Hadi was a general in 1994; in 2004 nobody had heard of Yemeni President Hadi.",
    "French Economy Minister Emmanuel Macron opened up long-distance buses.",
    "Japanese Finance Minister Kiichi Miyazawa resigned over the affair.",
    Example("Norwegian Prime Minister Gro Harlem Brundtland won.", date=datetime.date(1981, 6, 1)),
    Example("French Prime Minister Jacques Chirac went. That was in 1987.", date=datetime.date(2006, 6, 1)),
    "French President Angela Merkel in 2031 would be a surprise.",
    "Estonian Foreign Minister Lennart Meri came with few bags.",
    "The press secretary of the Russian president Dmitry Peskov declined to comment.",
    "Emperor Macron, the satirists call him.",
    "Japanese Foreign Minister Abe, the father of Shinzo Abe, agreed; British Foreign Secretary May answered.",
    Example("German Chancellor Macron spoke in Berlin.", date=datetime.date(2031, 5, 1)),
    Example("U.S. President-elect Donald Trump chose him.", date=datetime.date(2016, 12, 1)),
]

_EARLY = datetime.timedelta(days=150)
#: Offices that no minister of something else holds besides; economy, finance and treasury are often one or three.
_ALONE = wordset("names/wrong-office-holder", "alone")
_BEGAN = 1993
_CAREER = 15  # years before the first office that is known


@rule.limit
def limit(document: Document) -> str | None:
    """Where the table ends."""
    return too_late(document)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Every title the table knows, with a person it knows."""
    people, day = table(document), document.date
    for bearer in bearers(document):
        if len(bearer.offices) != 1 or (bearer.body is None and " " not in bearer.title):
            continue  # sultan, chairman: of what?
        ((office, body),) = bearer.offices
        known, terms = reach(people, office, body), _person(people, bearer)
        if not terms or known is None:
            continue
        own = next((term for term in terms if day and term.covers(day)), terms[-1])
        held = [term.start for term in terms if (term.office, term.body) == (office, body)]
        here = any(term.body == body for term in terms)
        if held:
            message = f"{own.full_name} became {bearer.title} only in {held[0].year}, after the date of the document."
            wrong = day is not None and known.first <= day < min(held) - _EARLY
        else:
            other = own.titles[0] + ("" if own.body in own.titles[0] else f" ({own.body})")
            message = (
                f"No {bearer.title} (known from {known.first.year} to {known.last.year}) is called so; "
                f"the table knows {own.full_name} as {other}."
            )
            wrong = (office in _ALONE or not here) and _certain(document, bearer, known, terms)
        if wrong:
            evidence = {"title": bearer.title, "known_as": own.titles[0], "body": own.body} | reaching(known)
            severity: Severity | None = "minor" if here and not held else None
            yield bearer.name.match(message, severity=severity, evidence=evidence)


def _certain(document: Document, bearer: Bearer, known: Reach, terms: tuple[Term, ...]) -> bool:
    """Whether the table knows the office's holders on the day of the document, or for all of a person's career."""
    days = told(document, bearer.name.sentence)
    if any(year < known.first.year for year in years(document)) or (days is not None and days[1] > known.last):
        return False
    if document.date is not None:
        return known.knows(document.date, document.date)
    start = min(term.start for term in terms)
    start = start.replace(year=start.year - _CAREER, day=1)
    if known.first.year <= _BEGAN and not NEW_STATES.isdisjoint(body for _, body in bearer.offices):
        start = max(start, known.first)
    return known.knows(start, known.last)


def _person(people: People, bearer: Bearer) -> tuple[Term, ...]:
    """Terms of the one person meant; empty where more than one may be."""
    terms = people.by_full_name(bearer.full) if bearer.given else bearer.terms
    if len({term.full_name for term in terms}) != 1:
        return ()
    if bearer.given:
        return terms
    if bearer.family in USUAL or any(term.body in FEW_FAMILIES for term in terms):
        return ()
    # a family name that stands for one person in the press: only heads and ministers of large states
    heads = any(term.office in ("head_of_state", "head_of_government") for term in terms)
    return terms if heads or any(term.body == bearer.body for term in terms) else ()
