"""Which clause of a sentence stands by itself, and which hangs on which."""

from __future__ import annotations

from mtqa.analysis.clauses import Clause
from mtqa.analysis.phrases import NounPhrase
from mtqa.analysis.sentences import Sentence
from mtqa.knowledge.verbs import CLAUSAL
from mtqa.lazy import regex

__all__ = ["hang"]

_MARK = regex('[,.:;"()&]')
_FIRM = frozenset('.:;"')
#: Words that open a clause though they may be prepositions.
_OPENING = frozenset("after before since until till as than once".split())


def hang(sentence: Sentence, signs: str, nouns: list[NounPhrase], made: list[Clause]) -> None:
    """Enter `main`, `governor` and `antecedent` of the clauses of a sentence, where they are sure."""
    ends = {noun.last: noun for noun in nouns}
    before: Clause | None = None
    waiting: list[Clause] = []  # subordinate clauses that open the sentence, until their main clause comes
    for clause in made:
        _enter(sentence, signs, ends, clause, before)
        if clause.main is False and clause.governor is None and clause.antecedent is None:
            if before is None or waiting:
                waiting.append(clause)
            elif before.main and clause.opener is not None and signs[clause.opener] in "bk":
                clause.governor = before  # he left | because
        elif clause.main and waiting:
            if len(waiting) == 1 and _comma_between(signs, waiting[0], clause):
                waiting[0].governor = clause
            waiting = []
        before = clause


def _comma_between(signs: str, one: Clause, other: Clause) -> bool:
    begin = other.verb.first if other.subject is None else other.subject.first
    return "," in signs[one.last + 1 : begin]


def _enter(sentence: Sentence, signs: str, ends: dict[int, NounPhrase], clause: Clause, before: Clause | None) -> None:
    opener = clause.opener
    if opener is not None and signs[opener] != "&":
        _subordinate(signs, ends, clause, opener, before)
        return
    subject = clause.subject
    if opener is not None:  # and, but, or
        if before is None:
            clause.main = opener == 0 or None
        elif subject is not None or before.last >= opener - 1:
            clause.main = before.main if "," not in signs[before.verb.last : opener] else before.main or None
        return
    if subject is None:
        return
    first = subject.first if not clause.inverted else clause.verb.first
    edge = first - 1
    while edge >= 0 and signs[edge] == "r":
        edge -= 1
    noun = ends.get(edge)
    word = sentence.tokens[edge].lower if edge >= 0 else ""
    if edge < 0:
        clause.main = True
    elif signs[edge] == "i":
        clause.main = False if word in _OPENING else None
    elif noun is not None and edge == first - 1 and not clause.inverted:
        if signs[noun.first] in "wqQ" or _introduces(signs, noun):
            return
        clause.main = False  # the house | Jack built
        clause.antecedent = noun
        clause.governor = _holder(signs, before, noun)
    elif before is not None and word in CLAUSAL and edge == before.verb.last:
        clause.main = False  # he said | she left
        clause.governor = before
    elif signs[edge] in _FIRM:
        clause.main = True
    elif signs[edge] == ",":
        clause.main = _behind_comma(signs, clause, before)


def _behind_comma(signs: str, clause: Clause, before: Clause | None) -> bool | None:
    """Whether a clause behind a comma stands by itself: what stands before the comma hangs on it, or on nothing."""
    if before is None or before.main is False:
        return True
    return True if before.main and signs[clause.verb.first] != "b" else None


def _introduces(signs: str, noun: NounPhrase) -> bool:
    """Whether a phrase belongs to a preposition that opens the clause: in China | the rule is; last year | it was."""
    place = noun.first - 1
    if place >= 0 and signs[place] == "i":
        place -= 1
        return place < 0 or signs[place] in ',b":'
    return signs[noun.head] in "WYT"


def _subordinate(signs: str, ends: dict[int, NounPhrase], clause: Clause, opener: int, before: Clause | None) -> None:
    sign = signs[opener]
    if clause.question and (opener == 0 or signs[opener - 1] in ',:"&'):
        clause.main = True  # who is he?
        return
    clause.main = False
    first = clause.first if clause.first is not None else opener
    comma = first > 0 and signs[first - 1] == ","
    noun = ends.get(first - 1 - comma)
    if sign in "wqQ" and noun is not None:
        if comma and sign == "Q":
            return
        clause.antecedent = noun
        clause.governor = _holder(signs, before, noun)
    elif sign in "bmkwQ" and before is not None and before.verb.last == first - 1:
        clause.governor = before  # said that; asked who


def _holder(signs: str, before: Clause | None, noun: NounPhrase) -> Clause | None:
    """The clause before it, if the phrase is its subject or stands behind its verb with no mark between."""
    if before is None:
        return None
    apart = noun.first > before.verb.last and not _MARK.search(signs, before.verb.last, noun.first)
    return before if noun is before.subject or apart else None
