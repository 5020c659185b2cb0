"""A determiner or number and its noun disagree: one is singular, the other plural.

Why it happens: many source languages do not mark number, and an engine that copies `these` or `many` from one
reading and the noun from another leaves `these country`, `many thing`, `each countries`.

How it is found: the determiner, adjectives passed over, and a noun the lexicon knows in one number only, where
the noun phrase must end (a verb, preposition or full stop follows), so that the noun cannot be the modifier of
another. `One of the` wants a plural.

What it leaves alone: nouns with one form (`series`, `staff`, `aircraft`), modifiers (`these country houses`,
`a sports team`, `two car families`), lists, units, `that` as a conjunction, pronouns with their verb (`each acts
alone`, `in this most scholars agree`), adjectives used as nouns (`the more an individual cuts the ties`), and
`numerous` before a body (`the most numerous class`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import COLLECTIVES as COLLECTIVE
from mtqa.knowledge.words import (
    BE,
    COMMON_PREPOSITIONS,
    FINITE_DO,
    HAVE,
    PLURAL_DETERMINERS,
    POSSESSIVES,
    SINGULAR_DETERMINERS,
    SMALL_COUNTS,
)
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import (
    closes,
    in_code,
    is_adjective,
    is_plural,
    is_plural_only,
    is_singular,
    may_be_singular,
    tags,
)

rule = Rule(
    category="fluency/grammar",
    severity="minor",
    measured=(
        "newstest2020: 3 findings, all met by a human mark, chance 0.65",
        "clean news and commentary: 0 in 112k words",
    ),
)

BAD = [
    "The talks will affect [[these country]] in the future.",
    "He took part in [[many important meeting]] with the allies.",
    "[[Each countries]] has its own law.",
    "He met [[several minister]] of state.",
    "[[This houses]] were built in 1950.",
    "It is [[one of the biggest problem]] in Asia.",
    "She bought [[a houses]] in the town.",
    "The army has [[two brigade]] on the border.",
    "They fear [[another attacks]] on the base.",
    "He paid for [[that students]] with gold.",
]
GOOD = [
    "This key changes the brush; the object is a types.SimpleNamespace with two attributes.",
    "These country houses, those university and school budgets, and this series of news.",
    "He saw that houses were cheap and that means a lot.",
    "Many a man has many more water bottles.",
    "Each country's leaders and every other day's news count.",
    "One of the company's founders is one of the few who know.",
    "It was a two car family and a ten day trip with two school friends.",
    "Several hundred people and many staff came by two aircraft.",
    "He bought a sports car and a sales force.",
    "In 2020 president Xi met the 12 member states.",
    "These are the country and the city; those in charge know.",
    "Section 5 rule and Article 9 clause stand.",
    "All this costs money; this matters.",
    "Both country and town suffer, and few doubt it.",
    "The peasants were the most numerous class, a rather numerous group; they avoid a numerous democracy.",
    "If another attempts to use it, each acts alone; the more an individual cuts the ties, the freer he lives.",
    "She has heard this more times than she can count.",
    "In this most scholars agree; society as a whole teachers expect to change; by this socialists mean the product.",
    "These latter will serve it, and he was one of the latter; he was relieved, as it relieves one of the duty.",
]

#: What may stand before a number that counts the noun behind it.
_BEFORE_NUMBER = frozenset(
    "of in about over than the these those last past next first nearly almost and with by to has have had were are "
    "is was for from at between into its their his her our my some all other only around against killed".split()
)
#: `One of the first batch`: one of its members.
_BODIES = COLLECTIVE | {"group", "wave", "list", "set", "batch", "crop", "line", "lineup", "field", "breed", "lineage"}
#: What is done to somebody, of something: `relieve one of the responsibility`; without -s and -d.
_RID = frozenset("relieve rid deprive remind rob inform warn convince assure accuse cure".split())
_OBJECT_WANTED = frozenset("of for with from about by to".split())
_CLAUSE = frozenset("and but or if while that when because whether until as".split())
_BEFORE_THIS = (COMMON_PREPOSITIONS - {"into", "of"}) | {"after", "through"}
_OF_WHICH = (POSSESSIVES - {"your"}) | {"the", "these", "those"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    find = document.analysis.find
    for sentence, i in find(*sorted(PLURAL_DETERMINERS)):
        at = _noun(sentence, i + 1)
        if at and _lone_singular(sentence, i, at):
            determiner = sentence.tokens[i].lower
            if determiner == "few" and i and sentence.tokens[i - 1].lower in ("the", "very", "too", "so"):
                continue
            if determiner == "numerous" and (
                sentence.tokens[at].lower in COLLECTIVE | _BODIES or _has_article(sentence, i)
            ):
                continue  # the most numerous class
            yield _match(sentence, i, at, "a plural")
    for sentence, i in find(*sorted(SINGULAR_DETERMINERS)):
        at = _noun(sentence, i + 1)
        if at and is_plural(sentence.tokens[at]) and closes(sentence.tokens, at + 1) and _singular(sentence, i, at):
            yield _match(sentence, i, at, "a singular")
    for sentence, i in find("that"):
        tokens = sentence.tokens
        if not i or i + 2 >= len(tokens) or tokens[i - 1].lower not in _OBJECT_WANTED:
            continue
        # not `of that companies know little`
        finite = tags(tokens[i + 2])[:1] in tuple("VZDEAM")
        if is_plural_only(tokens[i + 1]) and closes(tokens, i + 2) and not finite:
            yield _match(sentence, i, i + 1, "a singular")
    for sentence, i in find("one"):
        tokens = sentence.tokens
        if i + 3 < len(tokens) and tokens[i + 1].lower == "of" and tokens[i + 2].lower in _OF_WHICH:
            at = _noun(sentence, i + 3)
            if i and tokens[i - 1].lower.rstrip("sd") in _RID:
                continue  # to relieve one of the duty
            if at and tokens[at].lower not in _BODIES and _lone_singular(sentence, i + 2, at):
                yield _match(sentence, i, at, "a plural")
    for sentence, i in find(*sorted(SMALL_COUNTS)):
        tokens = sentence.tokens
        if i and tokens[i - 1].lower not in _BEFORE_NUMBER:
            continue
        at = _noun(sentence, i + 1)
        if at and _lone_singular(sentence, i, at):
            yield _match(sentence, i, at, "a plural")


def _noun(sentence: Sentence, index: int) -> int:
    """Index of the noun of a phrase whose determiner ends before `index`; 0 if it is not plain to see."""
    tokens = sentence.tokens
    last = min(index + 3, len(tokens))
    while index < last:
        token = tokens[index]
        if token.kind != "word" or not token.space or not token.text[0].islower():
            return 0
        if token.lower in ("more", "most", "very", "other", "such", "own", "different", "own") or is_adjective(token):
            index += 1
            continue
        return index
    return 0


def _verb(tokens: list[Token], index: int) -> bool:
    """Whether the word at `index` may be the verb of a plural subject, an adverb passed over."""
    while index < len(tokens) and tags(tokens[index])[:1] == "R":
        index += 1
    return index < len(tokens) and tags(tokens[index])[:1] in tuple("VDMA")


def _has_article(sentence: Sentence, index: int) -> bool:
    """Whether an article stands before `numerous`, a word or two between: `a rather numerous democracy`."""
    return any(token.lower in ("a", "an", "the") for token in sentence.tokens[max(0, index - 2) : index])


def _lone_singular(sentence: Sentence, index: int, noun: int) -> bool:
    """Whether the phrase of the determiner at `index` ends in a noun that is surely singular."""
    tokens = sentence.tokens
    if not closes(tokens, noun + 1):
        return False
    if is_singular(tokens[noun]):
        return True
    # a noun that may be a verb: `several minister of`, but `many work in`
    sure = noun > index + 1 or (noun + 1 < len(tokens) and tokens[noun + 1].lower == "of")
    return sure and may_be_singular(tokens[noun])


def _singular(sentence: Sentence, index: int, noun: int) -> bool:
    """Whether the determiner at `index` wants a singular here."""
    tokens = sentence.tokens
    determiner = tokens[index].text
    if determiner == "A" and index:
        return False
    may_be_verb = not is_plural_only(tokens[noun])
    if determiner.lower() in ("each", "another") and noun == index + 1 and may_be_verb:
        # `to each signal, each acts alone`; `if another attempts to`
        opens = not index or tokens[index - 1].kind == "punct" or tokens[index - 1].lower in _CLAUSE
        return not opens and determiner.lower() == "another"
    if in_code(tokens, noun):
        return False  # a types.SimpleNamespace
    if may_be_verb and noun > index + 1 and "N" in tags(tokens[noun - 1]):
        behind = tokens[noun + 1].lower if noun + 1 < len(tokens) else "."
        if behind not in BE | HAVE | FINITE_DO | {"of"}:
            return False  # the more an individual cuts the ties
    if determiner.lower() == "this":
        if tokens[index + 1].lower == "more" and noun + 1 < len(tokens) and tokens[noun + 1].lower == "than":
            return False  # I have heard this more times than I care to count
        if index and tokens[index - 1].lower in _BEFORE_THIS and _verb(tokens, noun + 1):
            return False  # in this most scholars agree
        # `this costs money`, `all this means`: a pronoun and its verb
        return (
            is_plural_only(tokens[noun])
            or noun > index + 1
            or (noun + 1 < len(tokens) and tokens[noun + 1].lower in ("is", "are", "was", "were", "have", "has"))
        )
    words = {token.lower for token in tokens[index + 1 : noun]}
    return words.isdisjoint(("few", "many", "dozen", "hundred", "great", "good", "other", "half", "whole")) and (
        tokens[noun].lower not in ("thumbs", "thanks", "cheers")
    )


def _match(sentence: Sentence, first: int, last: int, due: str) -> Match:
    tokens = sentence.tokens
    return Match(
        sentence.segment,
        tokens[first].start,
        tokens[last].end,
        f"“{tokens[first].text}” wants {due}, but “{tokens[last].text}” is none.",
    )
