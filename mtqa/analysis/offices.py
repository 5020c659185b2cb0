"""People by their offices: which office the title before a name stands for, and whom the table knows under the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.analysis.names import Name, is_title
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.holders import body_of, title_offices
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import People, Term
from mtqa.knowledge.places import party
from mtqa.knowledge.words import POSSESSIVES

#: Words that take an office away from its holder or lend it to somebody else.
_ASIDE = frozenset(
    "former ex then deputy acting vice shadow late future designate elect incoming outgoing next caretaker interim "
    "assistant under previous one-time onetime ex-president ex-prime adviser aide spokesman spokeswoman wife "
    "husband son daughter brother sister alternate rival predecessor successor state regional provincial".split()
)
#: Whoever these stand for has a president, a chairman, a minister of its own.
_OWNERS = POSSESSIVES | {"whose"}
#: What goes on a name that looks ended: Abdul Hamid al-Dbeibah.
_GOES_ON = re.compile(r"[a-z]{1,5}[-'’][A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name behind a title the table knows.

    Attributes:
        name: as the story has it.
        title: the title's words.
        offices: (office, body) pairs it may stand for.
        body: code of the state or body the title names, or `None`.
        given: the words before the family name; empty if there is only a family name.
        family: the last word.
        terms: all terms the table has under the family name.
    """

    name: Name
    title: str
    offices: frozenset[tuple[str, str]]
    body: str | None
    given: tuple[str, ...]
    family: str
    terms: tuple[Term, ...]

    @property
    def fitting(self) -> tuple[Term, ...]:
        """Terms of the family name in the office named."""
        return tuple(term for term in self.terms if (term.office, term.body) in self.offices)

    @property
    def full(self) -> str:
        """Given and family name."""
        return " ".join((*self.given, self.family))


def find_bearers(analysis: Analysis, people: People) -> Iterator[Bearer]:
    """Names with an office the table knows, former, acting and deputy ones left out, in reading order."""
    for name in analysis.names:
        if not name.titles:
            continue
        words = name.words
        terms = people.families.get(words[-1], ()) if 1 <= len(words) <= 4 else ()
        if terms:
            offices, body = office_of(people, name)
            if offices:
                title = " ".join(token.text for token in name.sentence.tokens[slice(*name.titles)])
                yield Bearer(name, title, offices, body, tuple(words[:-1]), words[-1], terms)


def office_of(people: People, name: Name) -> tuple[frozenset[tuple[str, str]], str | None]:
    """What the title of a name stands for: (office, body) pairs and the body it names; nothing for former holders."""
    tokens = name.sentence.tokens
    if name.titles is None or _set_aside(tokens, *name.titles, name.last):
        return frozenset(), None
    return _offices(people, tokens, *name.titles)


def _set_aside(tokens: list[Token], lead: int, first: int, last: int) -> bool:
    """Whether the title is said of somebody who does not hold it, or of a part of a state."""
    for token in tokens[max(0, lead - 3) : first]:
        if token.lower in _ASIDE and not (token.lower == "state" and token.index >= lead):
            return True
        if token.lower.startswith(("ex-", "vice-", "then-")) or token.lower in ("vice", "deputy"):
            return True
    if lead:
        before = tokens[lead - 1]
        if not tokens[lead].capitalised and (before.lower in _OWNERS or english().usually(before.lower, "singular")):
            return True  # its president, the party president, the defence committee chairman
        # Kansas Secretary of State, Exxon President: a body the table does not hold
        if before.kind == "word" and before.capitalised and before.text not in STARTERS and party(before.text) is None:
            return True
        if before.text in ("-", "–") and not before.space:
            return True
        # press secretary of the Russian president Dmitry Peskov: another office stands before
        of = lead - 2 if before.lower == "the" else lead - 1
        if of > 0 and tokens[of].lower in ("of", "to", "for") and is_title(tokens[of - 1]):
            return True
    after = tokens[last : last + 2]
    if after and after[0].space and _GOES_ON.match(after[0].text):
        return True
    if after and after[0].text in ("-", "–", "and", "&", "/") and not after[0].space:
        return True
    # President Bush of Harvard: another body follows
    return len(after) > 1 and after[0].lower == "of" and after[1].capitalised


def _offices(
    people: People, tokens: list[Token], lead: int, first: int
) -> tuple[frozenset[tuple[str, str]], str | None]:
    """What a title stands for: (office, body) pairs, and the body it names."""
    words = [token.text for token in tokens[lead:first] if token.text != "."]
    if lead > 1 and tokens[lead - 1].kind == "clitic":
        body = body_of([token.text for token in tokens[max(0, lead - 4) : lead - 1]], last=True)
        # the bank's president, Ohio's secretary of state: none the table knows
        return (frozenset(), None) if body is None else title_offices(people, words, body)
    return title_offices(people, words)
