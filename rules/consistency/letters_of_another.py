"""Behind the name of a body stand the letters of another, or those it has in another language.

Why it happens: the engine translates the name and copies the letters (`European Central Bank (EZB)`), or takes the
letters for those of a body it has seen more often (`World Trade Organization (WHO)`).

How it is found: by a list of some sixty bodies (`rules/data/acronyms.csv`), with their letters in English and in other
languages: a name of the list right before or in brackets, and beside it the letters of another body, its own letters in
another order, or those of another language.

What it leaves alone: letters that the list does not have (a department, a party, a seat on an exchange), letters that
English uses beside the usual ones (`CAS` and `TAS`), names that go on or begin before (`East African Union`), letters
of a word of their own (`the World Bank (UN)`, which says whose it is), and texts that give letters in two languages
(`WHO/OMS`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import COMMON_PREPOSITIONS
from mtqa.rule import Rule
from mtqa_rules.data import DATA

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", signs=frozenset("("))

BAD = [
    "The World Trade Organization ([[WHO]]) met in Geneva.",
    "Rates stay low, the European Central Bank ([[EZB]]) said.",
    "He praised the International Monetary Fund ([[FMI]]).",
    "The North Atlantic Treaty Organisation ([[OTAN]]) has grown.",
    "He works for [[OMS]] (World Health Organization) in Geneva.",
    "The ruling of the European Court of Human Rights ([[EGMR]]) is final.",
    "The Organisation for Economic Co-operation and Development ([[OEDC]]) warned.",
]
GOOD = [
    "The World Trade Organization (WTO) met in Geneva; the World Health Organisation (WHO) did not.",
    "The Court of Arbitration for Sport (TAS) has ruled. The court (CAS) met.",
    "The East African Union (UA) is a firm. The World Bank Group (WBG) lends.",
    "The European Commission (DG COMP) and the European Commission (OLAF) wrote. The European Union (Brexit) is old.",
    "It is a matter for the World Bank (UN).",
    "The World Health Organization (WHO/OMS) and the OMS (Oficina de Medio Sur) are two.",
    "The International Monetary Fund (New York) and FMI (a firm) met. The Fund (FMI) lends.",
    "The Asian Development Bank (ADB), the African Development Bank (ADB) and the European Union met.",
    "The European Union (OMS is not part of it) met. He said that (FMI).",
    "The WHO (not the World Trade Organization) met, and OMS (the World Trade Organization had left) too.",
    "FMI (the International Monetary Fund Workers' Union) met.",
]

#: Words that names are written with and without.
_SMALL = COMMON_PREPOSITIONS | {"the", "and"}
_LONGEST = 10  # words of a name
_SPELLINGS = (("isation", "ization"), ("programme", "program"), ("labour", "labor"), ("co-operation", "cooperation"))
#: A body that others belong to: behind their names its letters say so.
_ABOVE = frozenset(("UN", "EU", "AU"))


@cache
def _table() -> tuple[Mapping[tuple[str, ...], tuple[frozenset[str], frozenset[str]]], Mapping[str, str]]:
    """The letters of a body in English and elsewhere by the words of its name; and whose English letters are whose."""
    bodies: dict[tuple[str, ...], tuple[frozenset[str], frozenset[str]]] = {}
    owners: dict[str, str] = {}
    with (DATA / "acronyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = row["name"].split("|")
            letters, elsewhere = (frozenset(filter(None, row[key].split("|"))) for key in ("letters", "elsewhere"))
            owners.update(dict.fromkeys(letters, names[0]))
            bodies.update((_key(name.split()), (letters, elsewhere)) for name in names)
    return bodies, owners


def _key(words: list[str]) -> tuple[str, ...]:
    """The words of a name without small ones, in one spelling."""
    found = []
    for word in words:
        plain = word.lower().replace("’", "'")
        for was, now in _SPELLINGS:
            plain = plain.replace(was, now)
        if plain not in _SMALL:
            found.append(plain)
    return tuple(found)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag letters in brackets behind a name, and before a name in brackets."""
    for sentence, i in document.analysis.find("("):
        if sentence.at(i + 2).text == ")":
            yield from _wrong(sentence, i + 1, _before(sentence, i))
        elif sentence.at(i - 1).text.isupper():
            close = next((k for k in range(i + 2, i + _LONGEST) if sentence.at(k).text == ")"), 0)
            yield from _wrong(sentence, i - 1, _words(sentence, i + 1, close))


def _words(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """The key of the tokens from one to another, the last outside."""
    return _key([token.text for token in sentence.tokens[first:last]])


def _before(sentence: Sentence, end: int) -> tuple[str, ...]:
    """The key of the capitalised name right before a place, with all that belongs to it."""
    for first in range(max(0, end - _LONGEST), end):
        key = _words(sentence, first, end)
        if key in _table()[0] and not sentence.at(first - 1).capitalised:
            return key
    return ()


def _wrong(sentence: Sentence, i: int, name: tuple[str, ...]) -> Iterator[Match]:
    """The letters at a place, if they are not those of a name."""
    bodies, owners = _table()
    shown = sentence.tokens[i].text
    if name not in bodies or shown in bodies[name][0]:
        return
    letters, elsewhere = bodies[name]
    right = min(letters, key=len) if len(letters) == 1 else ""
    whole = " ".join(word.capitalize() for word in name)
    if shown in owners and shown not in _ABOVE:
        message = f"“{shown}” is the {owners[shown]}, not the body named here."
    elif shown in elsewhere or any(sorted(shown) == sorted(one) for one in letters):
        message = f"“{shown}” are not the letters this body has in English."
    else:
        return
    yield sentence.match(i, i, message, *filter(None, (right,)), evidence={"name": whole})
