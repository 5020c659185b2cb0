"""A person's name put together from two people.

Why it happens: an engine that has seen one holder of an office a thousand times writes her given name before
the family name of her successor; the reader is told of a person who does not exist.
How it is found: behind an office that the family name has held (in the table of people), the given name belongs to
another holder of that office and to nobody of this family name. Without an office both names must be rare, each
must belong to one person of the table only.
What it leaves alone: relatives and namesakes (Jill Biden, George Clinton), nicknames, initials, other spellings;
usual family names (Brown, Rice) unless the title names the state; family names that come first (Chinese, Korean).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.people import People, Term
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.names._offices import USUAL, bearers, borne_with, givens, key, rarity, table

rule = Rule(
    category="accuracy/mistranslation",
    severity="critical",
    measured=(
        "newstest2020: 1 finding in 520k words, met by a human mark",
        "founding story: 1, right",
        "clean news and commentary: 0 in 112k words",
    ),
)

BAD = [
    "U.S. Secretary of State [[Condoleezza Tillerson]] visited Japan.",
    "US Secretary of State [[Hillary Kerry]] arrived in Moscow on Friday.",
    "British Prime Minister [[Boris Cameron]] resigned after the vote.",
    "He was received by French President [[Emmanuel Hollande]] in Paris.",
    "Treasury Secretary [[Janet Mnuchin]] spoke to reporters.",
    "The delegation met German Chancellor [[Angela Scholz]].",
    "Analysts said [[Condoleezza Tillerson]] would not attend.",
]
GOOD = [
    "Secretary of State Rex Tillerson met his predecessor Condoleezza Rice.",
    "President Joe Biden's son Hunter Biden and First Lady Jill Biden were there.",
    "Melania Trump, Ivanka Trump and Jared Kushner flew in; so did Jeb Bush and Laura Bush.",
    "Vice President George Clinton died in office in 1812.",
    "Former Prime Minister Tony Abbott wrote to Brigitte Macron and Akie Abe.",
    "Kansas Secretary of State Hillary Kerry is a name I made up.",
    "Prime Minister John Brown of the school parliament spoke first.",
    "Secretary of State John Kerry, Secretary Hillary Clinton and Secretary Colin Powell signed the letter.",
    "French President Francois Hollande and British Prime Minister Dave Cameron met.",
    "John Rice and Michael Brown met Angela Scholz at the bakery.",
    "Kim Yo Jong, the sister of leader Kim Jong Un, met President Moon Jae-in.",
    Example("Canadian Prime Minister Pierre Trudeau opened the Games.", title="Olympics in Montreal"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Offices first; then names without one."""
    people = table(document)
    seen: set[tuple[int, int]] = set()
    for bearer in bearers(document):
        if not bearer.given or not bearer.fitting or (bearer.body is None and bearer.family in USUAL):
            continue
        if borne_with(people, bearer.given, bearer.family):
            continue
        others = [
            term
            for term in givens(people).get(key(bearer.given[0]), ())
            if any(term.office == fit.office and (bearer.body in (None, term.body)) for fit in bearer.fitting)
        ]
        if others:
            seen.add((bearer.name.segment, bearer.name.start))
            yield _match(bearer.name, bearer.full, others[0], bearer.fitting[0])
    for name in document.analysis.names:
        pair = _blend(people, name)
        if pair is not None and (name.segment, name.start) not in seen:
            yield _match(name, name.text, *pair)


def _blend(people: People, name: Name) -> tuple[Term, Term] | None:
    """The two people a name without a title is put together from."""
    if name.last - name.first != 2:
        return None
    given, family = name.tokens
    terms = people.families.get(family.text)
    if terms is None or family.text in USUAL or rarity(family.text) < 13:
        return None
    others = givens(people).get(key(given.text), ())
    if len({term.full_name for term in terms}) != 1 or len({term.full_name for term in others}) != 1:
        return None
    # a given name of the same nation may well be borne by a relative
    if rarity(given.text) < (16 if others[0].body == terms[0].body else 15.5) or rarity(given.text) >= 22:
        return None
    if terms[0].order == "family-first" or borne_with(people, (given.text,), family.text):
        return None
    return others[0], terms[0]


def _match(name: Name, full: str, other: Term, holder: Term) -> Match:
    return Match(
        name.segment,
        name.start,
        name.end,
        f"Nobody is called “{full}”: the name mixes {other.full_name} and {holder.full_name}.",
        suggestions=(holder.full_name,),
        evidence={"given_of": other.full_name, "family_of": holder.full_name, "office": holder.office},
    )
