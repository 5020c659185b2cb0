"""A person's name put together from two people.

Why it happens: an engine that has seen one holder of an office a thousand times writes her given name before
the family name of her successor; the reader is told of a person who does not exist.
How it is found: behind an office that the family name has held (in the table of people), the given name belongs to
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
from mtqa.analysis.offices import Bearer
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.holders import USUAL, borne_with, givens, key, other_spelling, rarity, reach
from mtqa.knowledge.people import People, Reach, Term
from mtqa.knowledge.places import label
from mtqa.rule import Example, Rule
from mtqa_rules.names._offices import bearers, table, told

rule = Rule(
    category="accuracy/mistranslation",
    severity="critical",
)

BAD = [
    "U.S. Secretary of State [[Condoleezza Tillerson]] visited Japan.",
    "US Secretary of State [[Hillary Kerry]] arrived in Moscow on Friday.",
    "British Prime Minister [[Boris Cameron]] resigned after the vote.",
    "He was received by French President [[Emmanuel Hollande]] in Paris.",
    "Treasury Secretary [[Janet Mnuchin]] spoke to reporters.",
    "The delegation met German Chancellor [[Angela Scholz]].",
    "Secretary of State Tillerson landed. Analysts said [[Condoleezza Tillerson]] would not attend.",
    "Kenya: [[Uhuru Odinga]] calls for calm. Uhuru Kenyatta and Raila Odinga spoke on Friday.",
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
    people = table(document)
    seen: set[tuple[int, int]] = set()
    named: dict[str, list[Bearer]] = {}
    for bearer in bearers(document):
        if not bearer.fitting or (bearer.body is None and bearer.family in USUAL):
            continue
        if not bearer.given:
            named.setdefault(bearer.family, []).append(bearer)
            continue
        if borne_with(people, bearer.given, bearer.family):
            continue
        pair = _mixed(document, people, bearer.given[0], bearer)
        if pair is None:
            continue
        other, holder = pair
        known = reach(people, holder.office, holder.body)
        days = told(document, bearer.name.sentence)
        assert known is not None  # the table knows the two
        if days is not None and days[0] < known.first:
            continue
        seen.add((bearer.name.segment, bearer.name.start))
        late = days is not None and days[1] > known.last
        yield _match(bearer.name, bearer, other, holder, known, "major" if late else "critical")
    for name in document.analysis.names:
        if (name.segment, name.start) not in seen and name.last - name.first == 2:
            yield from _untitled(document, people, name, named)


def _mixed(document: Document, people: People, given: str, bearer: Bearer) -> tuple[Term, Term] | None:
    """The holder of this given name and the one of this family name, in one office of one state.

    A title that many states have (president) and that names none needs the state elsewhere in the story.
    """
    for term in givens(people).get(key(given), ()):
        for fit in bearer.fitting:
            if (term.office, term.body) == (fit.office, fit.body) and (
                bearer.body is not None
                or len(bearer.offices) == 1
                or any(mention.code == fit.body for mention in document.analysis.mentions)
            ):
                return term, fit
    return None


def _untitled(document: Document, people: People, name: Name, named: dict[str, list[Bearer]]) -> Iterator[Match]:
    """A rare name without an office, where the story itself names the office or the two people."""
    given, family = (token.text for token in name.tokens)
    terms = people.families.get(family, ())
    if not terms or family in USUAL or rarity(family) < _RARE or rarity(given) < _RARE:
        return
    if terms[0].order == "family-first" or borne_with(people, (given,), family):
        return
    for bearer in named.get(family, ()):
        pair = _mixed(document, people, given, bearer)
        if pair is not None:
            other, holder = pair
            known = reach(people, holder.office, holder.body)
            assert known is not None  # the table knows the two
            yield _match(name, bearer, other, holder, known, "major")
            return
    for other in givens(people).get(key(given), ()):
        for holder in terms:
            if other.body == holder.body and all(_in_full(document.analysis, term) for term in (other, holder)):
                yield Match(
                    name.segment,
                    name.start,
                    name.end,
                    f"“{name.text}” mixes {other.full_name} and {holder.full_name}, both named in the story.",
                    suggestions=(holder.full_name, other.full_name),
                    evidence={"given_of": other.full_name, "family_of": holder.full_name},
                    severity=None if name.titles else "major",
                )
                return


def _in_full(analysis: Analysis, term: Term) -> bool:
    """Whether a story has the full name of a person, in any casing."""
    words = [word.casefold() for word in term.full_name.split()]
    return any(
        [token.lower for token in sentence.tokens[i : i + len(words)]] == words
        for sentence, i in analysis.find(words[0])[:_PLACES]
    )


def _match(name: Name, bearer: Bearer, other: Term, holder: Term, known: Reach, severity: Severity) -> Match:
    full = name.text
    title = bearer.title if len(bearer.offices) == 1 else f"{bearer.title} of {label(holder.body)}"
    office = f"{title} (known from {known.first.year} to {known.last.year})"
    message = f"No {office} is called “{full}”: the name mixes {other.full_name} and {holder.full_name}."
    if holder.given and other_spelling(full.split()[0], holder.given.split()[0]):
        message, severity = f"“{full}” is spelt {holder.full_name} in English.", "minor"
    return Match(
        name.segment,
        name.start,
        name.end,
        message,
        suggestions=(holder.full_name,),
        evidence={
            "given_of": other.full_name,
            "family_of": holder.full_name,
            "office": holder.office,
            "known_from": known.first.isoformat(),
            "known_to": known.last.isoformat(),
        },
        severity=severity,
    )
