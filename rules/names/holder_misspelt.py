"""The holder of an office is spelt as nobody spells him.

Why it happens: the source writes the name in another script; the engine spells the sound back into Latin letters
(`Egyptian President Sessi`, `Indian Finance Minister Sitaraman`).
How it is found: the title names its state, before the name or behind it, or the story tells of no state more; the
table of people has holders of that office, the family name in the text is none of theirs but sounds like one of theirs
and differs by a letter or two; no other person of the table and no word of the lexicon is so spelt. Where the given
name is a holder's own, any family name near his counts (`Joe Baden`), and more may be wrong: `Toshimitsu Mogi` for
Motegi, `Taro Kawano` for Kono, `Nguyen Phu Trung` for Trong.
What it leaves alone: spellings in use (`Zelenskiy`, `Gadhafi`, with or without accents, y for i, kh for h, doubled
letters), words grown onto a name (`Steinmeier-ed`), offices the table does not hold, names known to the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name, strange
from mtqa.analysis.offices import Held, held_by
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import OTHER_SCRIPT, holders, key, plain_spelling, shortened_to
from mtqa.knowledge.people import People, Term
from mtqa.knowledge.similar import distance, skeleton, slip
from mtqa.rule import Rule
from mtqa_rules.names._offices import table

rule = Rule(category="accuracy/mistranslation", severity="major", facts=("names",))

BAD = [
    "U.S. Secretary of State [[Tilerson]] visited Japan.",
    "Japanese Prime Minister [[Kisida]] bowed.",
    "Russian Foreign Minister [[Lavlov]] objected.",
    "German Chancellor Angela [[Melkel]] spoke.",
    "U.S. President [[Obema]] signed the bill.",
    "Japanese Foreign Minister Toshimitsu [[Mogi]] bowed. [[Mogi]] left.",
    "Vietnamese President Nguyen Phu [[Trung]] agreed.",
    "US President Joe [[Baden]] spoke in Washington. President Joe [[Baden]] will pay.",
    "Foreign Minister Taro [[Kawano]] left for Seoul. Japan wants talks.",
    "The chancellor of Germany Olaf [[Sholts]] spoke.",
    "The president of France, Emmanuel [[Macrow]], left.",
    "The French president, Emmanuel [[Makron]], left.",
    "Olaf [[Sholz]], the German chancellor, agreed.",
]
GOOD = [
    "Russian Foreign Minister Lavrov met Ukrainian President Zelenskiy.",
    "German Chancellor Schroder met German Chancellor Schröder.",
    "Russian Prime Minister Dmitri Medvedyev resigned.",
    "Japanese Prime Minister Fumio Kishida and U.S. President Obama talked.",
    "U.S. President Tyler died in 1862; U.S. President Taylor in 1850.",
    "Kansas Secretary of State Tilerson is nobody we know.",
    "German Chancellor Brandt and Chancellor Schmidt belonged to one party.",
    "German President Steinmeier-ed talks, as the reporters called them.",
    "Italian Prime Minister Renki and German Chancellor Merdek are nobody, either.",
    "Irish Prime Minister Cowan is a figure of the play.",
    "German President Frank-Walter Steinmeier-ed, as they called it.",
    "Indonesian President Soeharto resigned; Saudi Finance Minister Mohammed Aljadaan spoke.",
    "Japanese Foreign Minister Okita served in 1980.",
    "Japanese Foreign Minister Toshimitsu Hanazaki is nobody we know.",
    "Japanese Foreign Minister Toshimitsu Mabasaki is nobody, too.",
    "Vietnamese President Nguyen Xuan Phuc met President Nguyen Phu Trong.",
    "Vietnamese President Nguyen Van Linh died in 1998.",
    "Chancellor Olaf Schulz of the university spoke in Germany.",
    "Belgian Prime Minister Miceli is a name of Brazil. Swedish Foreign Minister Ann Lindh is nobody.",
    "Japanese Foreign Minister Toshimitsu Nodaki is nobody we know.",
    "President Joe Badenovich spoke. Foreign Minister Taro Kawano left.",
    "He met the French president, Emmanuel Makronovski, and the German chancellor, Angela Merket, and Boris Johnson.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Titles with a state, and the word the person is called by."""
    people = table(document)
    found: dict[str, Term] = {}
    for name in document.analysis.names:
        held = held_by(people, name)
        if held is None or not _odd(people, held.name):
            continue
        offices = held.offices
        if held.body is None:
            told = {mention.code for mention in document.analysis.mentions}
            offices = frozenset(pair for pair in offices if pair[1] in told)
        holder = _meant(people, offices, held)
        if holder is not None:
            found[held.name.words[-1]] = holder
    for text, holder in found.items():
        right = holder.full_name.split()[-1] if holder.order == "family-first" else holder.family
        for sentence, i in document.analysis.find(text.lower()):
            if sentence.tokens[i].text == text:
                message = f"“{text}” is probably {holder.full_name}: check the spelling."
                evidence = {"holder": holder.full_name, "office": holder.office}
                yield sentence.match(i, i, message, right, evidence=evidence)


def _odd(people: People, name: Name) -> bool:
    """Whether nobody of the table bears a name whose last word has four letters or more."""
    word = name.tokens[-1].text
    return len(word) > 3 and word.isalpha() and not people.by_full_name(name.text)


def _meant(people: People, offices: frozenset[tuple[str, str]], held: Held) -> Term | None:
    """The holder whose last word is misspelt: by that word, or, where the others are right, by what is left of it."""
    name, stated = held.name, held.body is not None
    word = name.tokens[-1].text
    clear = stated or " " in held.title  # a president may be a company's
    unknown = strange(word) and word not in people.families
    *before, last = map(key, name.words)
    for term in holders(people, offices):
        if term.order == "family-first":
            if unknown and before == [key(word) for word in term.full_name.split()[:-1]] and len(before) > 1:
                return term
            continue
        own = before[:1] == [key(term.full_name.split()[0])]
        for family in map(key, term.family_names):
            if last == family or (term.body in OTHER_SCRIPT and plain_spelling(last) == plain_spelling(family)):
                return None  # Zelenskiy: a matter of taste
            near = len(family) > 3 and slip(last, family, long=6)
            if near and (
                (own and len(family) > 4 and (clear or unknown)) or (unknown and stated and _alike(last, family))
            ):
                return term
        family = key(term.family)
        shorter = shortened_to(skeleton(last), skeleton(family)) and last[0] == family[0]
        if shorter and own and unknown:
            return term
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two words sound alike, or are long and differ by one letter."""
    return skeleton(one) == skeleton(other) or (len(one) > 5 and distance(one, other, 1) == 1)
