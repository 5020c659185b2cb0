"""People by their offices: which office the title before a name stands for, and whom the table knows under the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mtqa.analysis.names import Name, is_title
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.holders import stated, title_offices
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import People, Term
from mtqa.knowledge.places import party
from mtqa.knowledge.words import POSSESSIVES
from mtqa.lazy import regex
from mtqa.values import NamedTuple

#: Words that take an office away from its holder or lend it to somebody else.
_ASIDE = frozenset(
    "former ex then deputy acting vice shadow late future designate elect incoming outgoing next caretaker interim "
    "assistant under previous one-time onetime ex-president ex-prime adviser aide spokesman spokeswoman wife "
    "husband son daughter brother sister alternate rival predecessor successor state regional provincial".split()
)
#: Whoever these stand for has a president, a chairman, a minister of its own.
_OWNERS = POSSESSIVES | {"whose"}
#: What goes on a name that looks ended: Abdul Hamid al-Dbeibah.
_GOES_ON = regex(r"[a-z]{1,5}[-'’][A-ZÀ-Þ]")


class Bearer(NamedTuple):
    """A name behind a title the table knows.

    Attributes:
        name: as the story has it.
        title: the title's words.
        offices: (office, body) pairs it may stand for.
        body: code of the state or body the title names, or `None`.
        given: the words beside the family name; empty if there is only a family name.
        family: the last word, or that of the person known by the whole name, whose family name comes first.
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


class Held(NamedTuple):
    """A person and the office that the words beside the name give to him.

    Attributes:
        name: of the person; where a state stood before it (of France Emmanuel Macron), without that.
        title: the words of the office.
        offices: (office, body) pairs they may stand for.
        body: code of the state or body they name, or `None`.
    """

    name: Name
    title: str
    offices: frozenset[tuple[str, str]]
    body: str | None


def find_bearers(analysis: Analysis, people: People) -> Iterator[Bearer]:
    """Names with an office the table knows, former, acting and deputy ones left out, in reading order."""
    for name in analysis.names:
        held = held_by(people, name) if 1 <= len(name.words) <= 6 else None
        if held is None:
            continue
        words = held.name.words
        terms = people.families.get(words[-1], ()) if 1 <= len(words) <= 4 else ()
        if terms:
            yield Bearer(held.name, held.title, held.offices, held.body, tuple(words[:-1]), words[-1], terms)
            continue
        own = people.by_full_name(" ".join(words)) if 2 <= len(words) <= 4 else ()
        if len({term.full_name for term in own}) == 1:  # family name first
            given = tuple(own[0].given.split())
            yield Bearer(held.name, held.title, held.offices, held.body, given, own[0].family, own)


def held_by(people: People, name: Name) -> Held | None:
    """The office before a name or behind it: `French President`, `the president of France,`, `, the French president,`.

    Nothing for former holders, and where the table does not know the office.
    """
    if name.titles is not None:
        offices, body = office_of(people, name)
        title = " ".join(token.text for token in name.sentence.tokens[slice(*name.titles)])
        return Held(name, title, offices, body) if offices else None
    if name.headline:
        return None
    return _of_state(people, name) or _ahead(people, name) or _behind(people, name)


def _of_state(people: People, name: Name) -> Held | None:
    """`The president of France(,) Emmanuel Macron`: the state before the name may be taken for its first word."""
    sentence, first = name.sentence, name.first
    if "of" not in [token.lower for token in sentence.tokens[max(0, first - 6) : first]]:  # cheap
        return None
    state = stated([token.text for token in sentence.tokens[first : name.last - 1]])
    if state is not None:
        begin, first = first, first + state[1]
    else:
        end = first - (sentence.at(first - 1).text == ",")
        state = stated([token.text for token in sentence.tokens[max(1, end - 3) : end]], last=True)
        if state is None:
            return None
        begin = end - state[1]
    code = state[0]
    if not sentence.tokens[first].is_word:
        return None
    of = begin - 2 if sentence.at(begin - 1).lower == "the" else begin - 1
    if of < 1 or sentence.tokens[of].lower != "of" or not is_title(sentence.tokens[of - 1]):
        return None
    for lead in range(max(0, of - 3), of):
        words = [token.text for token in sentence.tokens[lead:of]]
        offices = title_offices(people, words, code)[0]
        if offices:
            if _set_aside(sentence.tokens, lead, of, name.last) or not _ended(name):
                return None
            person = replace(
                name, first=first, start=sentence.tokens[first].start, titles=(lead, first), opens=False,
                text=" ".join(token.text for token in sentence.tokens[first : name.last] if token.is_word),
            )  # fmt: skip
            return Held(person, sentence.text(lead, of - 1), offices, code)
    return None


def _ahead(people: People, name: Name) -> Held | None:
    """`The French president, Emmanuel Macron, …`."""
    sentence, comma = name.sentence, name.first - 1
    if sentence.at(comma).text != "," or not is_title(sentence.at(comma - 1)) or not _ended(name):
        return None
    for lead in range(max(0, comma - 6), comma - 1):
        words = [token.text for token in sentence.tokens[lead:comma]]
        offices, body = title_offices(people, words)
        if body is not None and offices and not _set_aside(sentence.tokens, lead, comma, name.last):
            return Held(name, " ".join(words), offices, body)
    return None


def _behind(people: People, name: Name) -> Held | None:
    """`Emmanuel Macron, the French president, …`, `Emmanuel Macron, president of France, …`."""
    sentence, lead = name.sentence, name.last + 1
    if sentence.at(name.last).text != ",":
        return None
    lead += sentence.at(lead).lower == "the"
    end = lead
    while end < lead + 6 and sentence.at(end).is_word and sentence.at(end).lower != "of":
        end += 1
    if end == lead or not is_title(sentence.at(end - 1)):
        return None
    words, body, stop = [token.text for token in sentence.tokens[lead:end]], None, end
    if sentence.at(end).lower == "of":
        start = end + 1 + (sentence.at(end + 1).lower == "the")
        state = stated([token.text for token in sentence.tokens[start : start + 3]])
        if state is None:
            return None
        body, stop = state[0], start + state[1]
    if sentence.at(stop).text not in _STOPS or not _ASIDE.isdisjoint(word.lower() for word in words):
        return None
    offices, body = title_offices(people, words, body)
    return Held(name, sentence.text(lead, stop - 1), offices, body) if offices and body is not None else None


def _ended(name: Name) -> bool:
    """Whether nothing behind a name joins it to another: `, and Boris Johnson`."""
    sentence, last = name.sentence, name.last
    if sentence.at(last).lower in ("and", "or", "&"):
        return False
    return not (
        sentence.at(last).text == ","
        and (sentence.at(last + 1).lower in ("and", "or") or sentence.at(last + 1).capitalised)
    )


#: Where what is said behind a name ends.
_STOPS = frozenset((",", ".", ";", ")", "", "-", "–", "—"))


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
        state = stated([token.text for token in tokens[max(0, lead - 4) : lead - 1]], last=True)
        # the bank's president, Ohio's secretary of state: none the table knows
        return (frozenset(), None) if state is None else title_offices(people, words, state[0])
    return title_offices(people, words)
