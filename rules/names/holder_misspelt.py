"""The holder of an office is spelt as nobody spells him.

Why it happens: the source writes the name in another script; the engine spells the sound back into Latin letters
(`Egyptian President Sessi`, `Indian Finance Minister Sitaraman`).
How it is found: the title names its state, the table of people has holders of that office, the family name in the
text is none of theirs but sounds like one of theirs and differs by a letter or two; no other person of the table
and no word of the lexicon is so spelt. Where the given name is a holder's own, more may be wrong: `Toshimitsu Mogi`
for Motegi, `Nguyen Phu Trung` for Trong.
What it leaves alone: spellings in use (`Zelenskiy`, `Gadhafi`, with or without accents, y for i, kh for h, doubled
letters), words grown onto a name (`Steinmeier-ed`), offices the table does not hold, names known to the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.offices import office_of
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import OTHER_SCRIPT, holders, key, plain_spelling, shortened_to
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import People, Term
from mtqa.knowledge.places import party
from mtqa.knowledge.similar import distance, skeleton
from mtqa.rule import Rule
from mtqa_rules.names._offices import table

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
)

BAD = [
    "U.S. Secretary of State [[Tilerson]] visited Japan.",
    "Japanese Prime Minister [[Kisida]] bowed.",
    "Russian Foreign Minister [[Lavlov]] objected.",
    "German Chancellor Angela [[Melkel]] spoke.",
    "U.S. President [[Obema]] signed the bill.",
    "Japanese Foreign Minister Toshimitsu [[Mogi]] bowed. [[Mogi]] left.",
    "Vietnamese President Nguyen Phu [[Trung]] agreed.",
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
    "Indonesian President Soeharto resigned; Saudi Finance Minister Mohammed Aljadaan spoke.",
    "Japanese Foreign Minister Okita served in 1980.",
    "Japanese Foreign Minister Toshimitsu Hanada is nobody we know.",
    "Vietnamese President Nguyen Xuan Phuc met President Nguyen Phu Trong.",
    "Vietnamese President Nguyen Van Linh died in 1998.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Titles with a state, and the word the person is called by."""
    people = table(document)
    found: dict[str, Term] = {}
    for name in document.analysis.names:
        if name.titles is None or name.last - name.first > 3 or name.tokens[-1].text in found:
            continue
        family = name.tokens[-1]
        if len(family.text) < 4 or not family.text.isalpha() or not _unknown(people, name):
            continue
        offices, body = office_of(people, name)
        if body is None or not offices:
            continue
        holder = _meant(people, offices, family.text) or _namesake(people, offices, name.words)
        if holder is not None:
            found[family.text] = holder
    for text, holder in found.items():
        for sentence, i in document.analysis.find(text.lower()):
            token = sentence.tokens[i]
            if token.text == text:
                yield Match(
                    sentence.segment,
                    token.start,
                    token.end,
                    f"“{text}” is probably {holder.full_name}: check the spelling.",
                    suggestions=(holder.full_name.split()[-1] if holder.order == "family-first" else holder.family,),
                    evidence={"holder": holder.full_name, "office": holder.office},
                )


def _unknown(people: People, name: Name) -> bool:
    """Whether a name and its last word are in no table and no lexicon."""
    text = name.tokens[-1].text
    if people.by_full_name(name.text):
        return False
    logprob = english().logprob(text)
    return (
        text not in people.families
        and (logprob is None or logprob < -17)
        and not english().logprob(text.lower())
        and party(text) is None
    )


def _meant(people: People, offices: frozenset[tuple[str, str]], text: str) -> Term | None:
    sound, letters = skeleton(text), key(text)
    for term in holders(people, offices):
        if len(term.family) < 4 or term.order != "given-first":
            continue
        for family in term.family_names:
            other = key(family)
            limit = 1 if min(len(other), len(letters)) < 6 else 2
            if other == letters or distance(letters, other, limit) > limit:
                continue
            if skeleton(family) != sound:
                if len(letters) < 6 or distance(letters, other, 1) > 1:
                    continue
            elif term.body in OTHER_SCRIPT and plain_spelling(letters) == plain_spelling(other):
                return None
            return term
    return None


def _namesake(people: People, offices: frozenset[tuple[str, str]], words: list[str]) -> Term | None:
    """The holder whose other names these are: given name and sound of the family name, or all words but the last."""
    for term in holders(people, offices) if len(words) > 1 else ():
        full = term.full_name.split()
        if term.order == "family-first":
            fits = len(full) == len(words) >= 3 and [key(word) for word in full[:-1]] == [
                key(word) for word in words[:-1]
            ]
        else:
            one, other = key(words[-1]), key(term.family)
            near = one[0] == other[0] and shortened_to(skeleton(one), skeleton(other))
            fits = near and key(words[0]) == key(full[0]) and len(full[0]) > 4
        if fits and key(words[-1]) not in (key(full[-1]), key(term.family)):
            return term
    return None
