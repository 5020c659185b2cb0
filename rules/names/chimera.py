"""A person's name put together from two people.

Why it happens: an engine that has seen one holder of an office a thousand times writes her given name before
the family name of her successor; the reader is told of a person who does not exist.
How it is found: beside an office that the family name has held (in the table of people), the given name belongs to
another holder of that office and to nobody of this family name. Without an office before it a rare name counts only
with evidence in the same story: it names the holder by that office elsewhere, or it names both people in full.
A given name that is nearly the holder's own is a spelling, and minor.
How far it reaches: each finding says the years for which the table knows the office. A sentence that names a year
before them is left alone; behind them, where a new holder may be called so, and without an office a finding is major,
not critical.
What it leaves alone: a usual given name with a usual family name and nothing beside it, whoever else bears them;
relatives and namesakes (Jill Biden, George Clinton), nicknames, initials, other spellings; usual family names (Brown,
Rice) unless the title names the state; family names that come first (Chinese, Korean).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.holders import USUAL, borne_with, givens, key, rarity
from mtqa.knowledge.people import Term
from mtqa.knowledge.places import label
from mtqa.rule import Example, Rule
from mtqa_rules.names._offices import Misnamed, bearers, misnamed, mixed, reaching, table

rule = Rule(category="accuracy/mistranslation", severity="critical", facts=("names",))

BAD = [
    "U.S. Secretary of State [[Condoleezza Tillerson]] visited Japan.",
    "US Secretary of State [[Hillary Kerry]] arrived in Moscow on Friday.",
    "British Prime Minister [[Boris Cameron]] resigned after the vote.",
    "He was received by French President [[Emmanuel Hollande]] in Paris.",
    "Treasury Secretary [[Janet Mnuchin]] spoke to reporters.",
    "The president of France, [[Emmanuel Hollande]], spoke, and so did [[Angela Scholz]], the German chancellor.",
    "The delegation met German Chancellor [[Angela Scholz]].",
    "Secretary of State Tillerson landed. Analysts said [[Condoleezza Tillerson]] would not attend.",
    "French President [[Emmanuel Hollande]] left. Emmanuel Macron and François Hollande had met.",
    "Kenya: president [[Uhuru Odinga]] calls for calm. Uhuru Kenyatta and Raila Odinga spoke on Friday.",
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
    "Osamu Suzuki led the car maker for forty years; Sajid Mahmood bowled for Lancashire.",
    "Contributors: Anna Petrova, Cristian Popescu, Imran Hussain, Farooq Sattar, Jürgen Schulz.",
    "Analysts said Condoleezza Tillerson would not attend.",
    "Czech Prime Minister Václav Klaus opposed it. Josef Klaus had governed Austria long before.",
    "Angela Merkel retired. Angela Scholz opened a bakery.",
    "Olaf Scholz retired. Angela Scholz opened a bakery.",
    "Secretary of State Pompeo landed. The novelist Condoleezza Barroso was there.",
    "Indian Finance Minister Jaswant Sinha presented the budget.",
    "Secretary of State Hillary Rice of class 4b spoke for the pupils.",
    "Colin Powell and Madeleine Albright met. Madeleine Powell, a teacher, watched them.",
    "Joe Biden and Antony Blinken waved. Joe Blinken, a plumber, did not.",
    "Emmanuel Macron wrote to Olaf Scholz. Emmanuel Scholz, a baker in Bonn, was not asked.",
    "British Prime Minister Benazir Wilson is a name of a novel.",
    "Turkey banned the party, including its president Ahmet Türk and the lawmaker Aysel Tugluk.",
    "The party president Nicolas Hollande and the president Nicolas Hollande are names without a state.",
    "In 1952 French President Vincent Hollande is a name from before the table.",
    "Kim Yo Jong, the sister of leader Kim Jong Un, met President Moon Jae-in.",
    Example("Canadian Prime Minister Pierre Trudeau opened the Games.", title="Olympics in Montreal"),
]

_RARE = 12.5  # log-probability: rarer than Hillary
_PLACES = 50  # where a full name is looked for


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Offices first; then names without one."""
    found: set[Name] = set()
    for case in misnamed(document):
        if case.other is None:
            continue
        found.add(case.bearer.name)
        if not case.misspelt and (case.bearer.body or case.bearer.family not in USUAL):
            yield _match(case, case.other)
    families = table(document).families
    for name in document.analysis.names:
        family = name.sentence.tokens[name.last - 1].text
        if name.last - name.first == 2 and family in families and name not in found:
            yield from _untitled(document, name)


def _match(case: Misnamed, other: Term) -> Match:
    name, holder, known = case.bearer.name, case.holder, case.known
    title = case.bearer.title if len(case.bearer.offices) == 1 else f"{case.bearer.title} of {label(holder.body)}"
    return name.match(
        f"No {title} (known from {known.first.year} to {known.last.year}) is called “{name.text}”: "
        f"the name mixes {other.full_name} and {holder.full_name}.",
        holder.full_name,
        severity="major" if case.late else None,
        evidence=_parents(other, holder) | {"office": holder.office} | reaching(known),
    )


def _untitled(document: Document, name: Name) -> Iterator[Match]:
    """A rare name without an office, where the story itself names the holder by the office, or both people in full."""
    people = table(document)
    given, family = (token.text for token in name.tokens)
    if family in USUAL or min(rarity(family), rarity(given)) < _RARE or borne_with(people, (given,), family):
        return
    pairs = [
        (other, holder)
        for other in givens(people).get(key(given), ())
        for holder in people.families[family]
        if other.body == holder.body and _in_full(document, other) and _in_full(document, holder)
    ]
    pairs += [
        pair
        for bearer in bearers(document)
        if bearer.family == family and not bearer.given and (pair := mixed(document, bearer, given))
    ]
    for other, holder in pairs[:1]:
        message = f"“{name.text}” mixes {other.full_name} and {holder.full_name}."
        names = (holder.full_name, other.full_name)
        severity: Severity | None = None if name.titles else "major"
        yield name.match(message, *names, severity=severity, evidence=_parents(other, holder))


def _parents(other: Term, holder: Term) -> dict[str, object]:
    return {"given_of": other.full_name, "family_of": holder.full_name}


def _in_full(document: Document, term: Term) -> bool:
    """Whether a story has the full name of a person, in any casing."""
    words = term.full_name.casefold().split()
    return any(sentence.says(i, *words) for sentence, i in document.analysis.find(words[0])[:_PLACES])
