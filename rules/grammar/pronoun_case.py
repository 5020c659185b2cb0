"""A pronoun stands in the wrong case: “him research”, “because her followed”, “helps they to”.

Why it happens: the source has one form for he, him and his, or the engine takes the form of another reading.

How it is found: an object or reflexive pronoun where a clause needs its subject (behind `because`, `when`, before a
finite verb) or a noun its possessive; one that opens the sentence or a clause and has a verb of its own; a subject
pronoun right behind a verb that takes an object, or behind a preposition and before a noun; a possessive
before a verb and its object; `yours` or `ours` before a noun.

What it leaves alone: verbs with two objects (`gave them success`), `her`, `than him`, `It is me`, quoted speech in
dialect, and every place where another reading is open.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import ARTICLES, COMMON_PREPOSITIONS, OBJECTS, POSSESSIVES, REFLEXIVES
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import closes, tags

rule = Rule(
    category="fluency/grammar",
    severity="minor",
)

BAD = [
    "[[Him research]] shows that it is late.",
    "He was angry because [[her was]] late.",
    "The secret of [[themselves success]] is hard work.",
    "The plan [[helps they]] to learn.",
    "When [[your call]] him, be kind.",
    "He left, but [[them were]] happy.",
    "It is a part of [[they history]].",
    "If [[them have]] time, they come.",
    "[[Myself hope]] that it will be fine.",
    "[[Them usually]] offer food and drink to the guests.",
    "It hurts that [[them still]] find things to blame us for.",
    "He is sad because [[him missed]] four months.",
    "They were on [[they way]] to the town, in [[he beloved]] town.",
    "She went back to [[yours home]] country.",
]
GOOD = [
    "The plan gave them success and made him president.",
    "For them success is all, and to him history was alive.",
    "Because her injured leg hurt, she left; because his failed, he paid.",
    "They let him go; help us understand; it is me who knows.",
    "The men themselves were late, and the king himself is ill; in themselves unions are no danger.",
    "When your call comes, be kind.",
    "He is older than them; him and me are out.",
    "The help they got and the ideas of what they need help.",
    "The man she gave it to is here, and some of us are.",
    "Myself included, they all came. Itself a product of the war, it ended. Me, I think so.",
    "Them and us: it is so. Us two went. Him being ill, we left. Me personally, no.",
    "He said that him leaving was wrong; all that them lot did; give that him. It is that them again?",
    "It is a friend of mine home from school, and as to yours, good. It was for we few to say.",
    "Because him winning the cup was news, they came.",
    "Between us lies a wall, and beneath them was the sea.",
]

_REFLEXIVE = REFLEXIVES - {"yourselves"}
_SUBJECT = ("they", "he", "she", "we")
_OPENERS = frozenset("because although when while but whereas".split()) | {"if", "since"}
_FINITE = frozenset(
    "is was were are has had have does did will would can could should must may might isn't wasn't doesn't "
    "didn't don't won't can't".split()
)
_OBJECTS = ARTICLES | POSSESSIVES | frozenset("it that them this".split())
_TAKES_OBJECT = frozenset(
    "help helps helped let lets allow allows allowed tell tells told teach teaches taught enable enables enabled force "
    "forces forced encourage encourages encouraged".split()
)
_PREPOSITIONS = COMMON_PREPOSITIONS | {"about"}
_OTHERS = frozenset("someone him them it me us somebody everyone".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the pronoun with the word that shows what it should have been."""
    find = document.analysis.find
    for sentence, i in find(*sorted(OBJECTS | {"her"})):
        yield from _object(sentence, i)
    for sentence, i in find(*sorted(_REFLEXIVE)):
        yield from _reflexive(sentence, i)
    for sentence, i in find(*_SUBJECT):
        yield from _subject(sentence, i)
    for sentence, i in find("yours", "ours", "theirs"):
        yield from _absolute(sentence, i)
    for sentence, i in find("your", "their", "our", "my"):
        yield from _possessive(sentence, i)


def _object(sentence: Sentence, i: int) -> Iterator[Match]:
    """“Him research”, “because him was”: an object form where a subject or possessive is due."""
    tokens = sentence.tokens
    if i + 2 >= len(tokens):
        return
    following = tokens[i + 1]
    if (i and tokens[i - 1].lower in _OPENERS and following.lower in _FINITE and _clause(sentence, i)) or _has_verb(
        sentence, i
    ):
        yield _match(sentence, i, "The clause needs a subject: “{}” is an object.")
    elif (
        not i
        and tokens[i].lower in ("him", "them")
        and _noun(sentence, 1)
        and (tokens[2].lower in _FINITE or tags(tokens[2])[:1] in ("Z", "D"))
    ):
        yield _match(sentence, i, "The noun needs a possessive: “{}” is an object.")


def _reflexive(sentence: Sentence, i: int) -> Iterator[Match]:
    """“Himself was”, “of himself house”: a reflexive where a subject or possessive is due."""
    tokens = sentence.tokens
    if i + 2 >= len(tokens):
        return
    if not i:
        verb = tokens[1].text.islower() and not {"V", "Z"}.isdisjoint(tags(tokens[1]))
        if tokens[1].lower in _FINITE or (verb and tokens[2].lower in _OBJECTS):
            yield _match(sentence, i, "The clause needs a subject: “{}” is none.")
    elif tokens[i - 1].lower in ("of", "to", "from", "for", "with", "on"):
        if _noun(sentence, i + 1) and closes(tokens, i + 2) and tags(tokens[i + 1]) in ("N", "S"):
            yield _match(sentence, i, "The noun needs a possessive, not “{}”.")
    elif tokens[i + 1].lower in _FINITE and i and tokens[i - 1].lower in _OPENERS:
        yield _match(sentence, i, "The clause needs a subject: “{}” is none.")


def _subject(sentence: Sentence, i: int) -> Iterator[Match]:
    """“Help they to”, “of he house”: a subject form where an object or possessive is due."""
    tokens = sentence.tokens
    if not i or i + 1 >= len(tokens) or tokens[i].text != tokens[i].lower:
        return
    before = tokens[i - 1].lower
    if before in _TAKES_OBJECT and tags(tokens[i - 1])[:1] in ("V", "Z", "D", "E") and i > 1:
        if tokens[i + 1].lower == "to" and tags(tokens[i - 2])[:1] not in ("T", "H", "J", ""):
            yield Match(
                sentence.segment, tokens[i - 1].start, tokens[i].end,
                f"“{tokens[i - 1].text}” takes an object: “{tokens[i].text}” is a subject.",
            )  # fmt: skip
    elif before in _PREPOSITIONS and (
        (_noun(sentence, i + 1) and closes(tokens, i + 2) and tags(tokens[i + 1]) != "NV")
        or _no_verb(tokens[i + 1], tokens[i].lower)
    ):
        yield _match(sentence, i, "The noun needs a possessive: “{}” is a subject.")


def _absolute(sentence: Sentence, i: int) -> Iterator[Match]:
    """“In theirs house”: a possessive that stands alone before a noun."""
    tokens = sentence.tokens
    if not i or i + 1 == len(tokens) or tokens[i - 1].lower not in ("to", "in", "from", "into", "with", "on"):
        return
    if (tags(tokens[i + 1])[:1] in ("N", "J") and closes(tokens, i + 3)) or _no_verb(tokens[i + 1], ""):
        yield _match(sentence, i, "The noun needs a possessive: “{}” stands alone.")


def _possessive(sentence: Sentence, i: int) -> Iterator[Match]:
    """“When your see them”: a possessive where a subject is due."""
    tokens = sentence.tokens
    if not i or i + 2 >= len(tokens) or tokens[i - 1].lower not in ("when", "if", "because", "that", "while"):
        return
    if tokens[i + 2].lower in _OTHERS and "V" in tags(tokens[i + 1]) and tokens[i + 1].text.islower():
        yield _match(sentence, i, "The clause needs a subject: “{}” is a possessive.")


def _has_verb(sentence: Sentence, i: int) -> bool:
    """Whether an object pronoun opens a sentence or a clause and a finite verb with its object follows."""
    tokens = sentence.tokens
    if tokens[i].lower == "her":
        return False
    at = i + 1
    if tokens[at].lower.endswith("ly") or tokens[at].lower in ("still", "also", "never", "always", "often"):
        at += 1
    if at + 2 >= len(tokens) or not tokens[at].text.islower():
        return False
    classes = tags(tokens[at])
    if not i:
        return not {"V", "Z"}.isdisjoint(classes) and (
            tokens[at + 1].lower in _OBJECTS or (at > 1 and tags(tokens[at + 1])[:1] in ("N", "S", "J"))
        )
    before = tokens[i - 1].lower
    if before == "that" and i > 1 and tags(tokens[i - 2])[:1] in ("V", "Z", "D", "N", "J") and "V" in classes:
        return at > i + 1 and tokens[at + 1].kind == "word"
    if before != "because":
        return False
    return "D" in classes and tags(tokens[at + 1])[:1] in ("U", "T", "H")


def _no_verb(token: Token, pronoun: str) -> bool:
    """Whether a word is a noun or adjective and can be no verb that a subject would have."""
    classes = tags(token)
    if token.kind != "word" or not token.text.islower() or classes[:1] not in ("N", "S", "J") or not token.space:
        return False
    return not set(classes) & set("VZDMAERTP") - ({"R"} if classes[:1] == "N" else set()) and not (
        pronoun == "we" and classes[:1] in ("S", "J")
    )


def _clause(sentence: Sentence, i: int) -> bool:
    """Whether the conjunction before the pronoun opens a clause: not `nothing but them is`, `ever since them`."""
    opener = sentence.tokens[i - 1].lower
    if opener in ("but", "since"):
        return i == 1 or sentence.tokens[i - 2].text == ","
    return True


def _noun(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.kind == "word" and token.space and token.text.islower() and tags(token) in ("N", "S", "NV", "NVE")


def _match(sentence: Sentence, i: int, message: str) -> Match:
    tokens = sentence.tokens
    return Match(sentence.segment, tokens[i].start, tokens[i + 1].end, message.format(tokens[i].text))
