"""The verb does not agree with a subject that opens the sentence: a pronoun, a noun with its determiner, a plural.

Why it happens: as with `grammar/agreement`; here for verbs whose base form is a noun too (`she need`, `the firm
face`), for what `every`, `each` and `most` want, and for nouns with a relative clause between them and the verb.

How it is found: `he` or `she` where a clause begins, with a verb in its base form, adverbs passed over; `every`,
`each`, `a` and a noun with a plural verb; a lone given name that opens the sentence with `have`, `are`, `don't` or a
verb in its base form and its object; `many`, `most`, `several`, `some` and a plural with a singular one; plurals that
are people or things (`men`, `children`, `feet`) before `is`, `was`, `has`, `does`.

What it leaves alone: the subjunctive (`suggest that he go`), inversion, collectives, quantities, names that look like
plurals, two subjects with `and`, and words that may go on as a noun (`the customer survey`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.verbs import DEMANDING
from mtqa.knowledge.words import MIDDLE_ADVERBS, PLURAL_AUXILIARIES, SINGULAR_AUXILIARIES, SINGULAR_DETERMINERS
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import is_adjective, is_plural, may_be_singular, tags
from mtqa_rules.grammar._given import MEN, WOMEN
from mtqa_rules.grammar._numbers import COLLECTIVE, QUANTITY

rule = Rule(
    category="fluency/grammar",
    severity="minor",
    measured=(
        "JFLEG 2 in learners' sentences, 0 in the corrected; DEMETR 0 damaged, 0 undamaged; BLiMP 96 bad, 2 good",
        "clean news and commentary: 0 in 112k words; newstest2020 0",
    ),
)

BAD = [
    "[[She need]] a car.",
    "Because [[he also want]] a house, he works.",
    "[[Every river have]] a name.",
    "[[Most countries has]] a law for it.",
    "[[Men has]] come to the town.",
    "[[Some drivers seems]] to like it.",
    "[[A ship worry]] the sailors.",
    "[[The people is]] here.",
    "[[Robert have]] written to the firm.",
    "[[Patricia reference]] this book in her letter.",
]
GOOD = [
    "They insisted that he need not go, and if need be she help.",
    "Does she need a car? Let him want it. Neither does he want it.",
    "Every man and woman have a vote; each of the men have one.",
    "Most of the country has a law, and most politics is local.",
    "The government face a test; a number of ships worry him.",
    "A customer survey the firm made was read.",
    "Some news is good; some ten years is long; some people are here.",
    "The people's house is large, and the people business is hard.",
    "A lot have come, a few worry the others, a third have left.",
    "Victoria have won the match, and Robert and Mary have lost.",
    "Robert put the book down. Mary let them go. Mark the place. Grace the house.",
    "“Robert have a look at this.” Mary have you seen it?",
    "Sports is big, and Starbucks has a house; Ten years has passed.",
]

_ADVERBS = MIDDLE_ADVERBS | {"sometimes"}
_CLAUSE = frozenset("because when although while but where which what".split()) | {"whenever", "unless", "until"}
_PEOPLE = frozenset("men women children people mice feet teeth geese students teachers persons workers".split())
_MANY = ("many", "most", "several", "some", "few", "all", "these", "those", "both")
_ONE = SINGULAR_DETERMINERS | {"that"}
_UNREAL = DEMANDING | frozenset("lest let make whether".split())
#: Given names that are no words, states or teams besides.
_MORE = frozenset(
    "meredith tina paula bethany erin regina kendra allison stacey caroline aaron joel tracy veronica deanna sabrina "
    "vanessa beth wendy rhonda kristin kristen kirsten emma olivia chloe lucy ellen anne helen irene dorothy shirley "
    "lauren adam noah nathan zachary tyler jacob oliver liam lucas albert ralph leonard stuart neil graham colin "
    "trevor nigel kyle travis clara claire becca jenna melanie valerie sonia nina sheila cindy tanya".split()
)
_NAMES = (MEN | WOMEN | _MORE) - frozenset(
    "mark frank jack guy grace amber rose holly heather joyce victoria dawn will bill pat eve gene sean".split()
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the subject with its verb."""
    if document.analysis.archaic:
        return
    find = document.analysis.find
    for sentence, i in find(*sorted(_NAMES)):
        if not i and _named(sentence):
            yield _match(sentence, 0, 1)
    for sentence, i in find("he", "she", "it"):
        at = _pronoun(sentence, i)
        if at:
            yield _match(sentence, i, at)
    for sentence, i in find(*sorted(_ONE)):
        if i and not _opens(sentence, i):
            continue
        yield from _one(sentence, i)
    for sentence, i in find(*_MANY):
        if i == 0 or _opens(sentence, i):
            yield from _many(sentence, i)
    for sentence, i in find(*sorted(_PEOPLE)):
        tokens = sentence.tokens
        plain = i == 0 or (i == 1 and tokens[0].lower == "the")
        if (
            plain
            and i + 2 < len(tokens)
            and tokens[i + 1].text in SINGULAR_AUXILIARIES
            and tokens[i + 2].text not in ("'s", "a")
        ):
            yield _match(sentence, 0, i + 1)


def _named(sentence: Sentence) -> bool:
    """Whether a lone given name opens a statement, and a plural verb stands right behind it."""
    tokens = sentence.tokens
    if len(tokens) < 4 or tokens[-1].text != "." or not tokens[0].text[0].isupper() or not tokens[1].text.islower():
        return False
    verb, behind = tokens[1], tokens[2]
    if verb.text in PLURAL_AUXILIARIES:
        return behind.lower not in ("you", "a") and behind.kind != "punct"
    classes = tags(verb)
    if "V" not in classes or not set(classes) <= set("VN"):
        return False
    return tags(behind)[:1] in ("T", "H") and behind.text.islower()


def _opens(sentence: Sentence, i: int) -> bool:
    """Whether the word before token `i` opens a clause."""
    before = sentence.tokens[i - 1].lower
    return before in ("because", "when", "although", "while")


def _pronoun(sentence: Sentence, i: int) -> int:
    """Index of the base form behind a pronoun; 0 where there is none that is wrong."""
    tokens = sentence.tokens
    if i and tokens[i - 1].lower not in _CLAUSE and not (i > 1 and tokens[i - 1].text == ","):
        return 0
    if i and tokens[i].lower == "it" and tokens[i - 1].text == ",":
        return 0
    at = i + 1
    if at < len(tokens) and tokens[at].lower in _ADVERBS:
        at += 1
    if at + 1 >= len(tokens):
        return 0
    verb, behind = tokens[at], tokens[at + 1]
    classes = tags(verb)
    if verb.lower == "need":
        wrong = tags(behind)[:1] in ("T", "H", "O")
    else:
        wrong = classes[:1] == "V" and verb.text.islower() and set(classes) <= set("VNM") and verb.lower != "dare"
    if not wrong:
        return 0
    if tags(behind)[:1] not in tuple("THOI") and behind.text not in (".", ","):
        return 0
    earlier = {token.lower for token in tokens[max(0, i - 10) : i]}
    inverts = earlier & {"do", "does", "did", "can", "could", "will", "would", "should", "may", "might", "must", "nor"}
    return 0 if inverts or earlier & _UNREAL or tokens[-1].text == "?" else at


def _phrase(tokens: list[Token], at: int) -> int:
    """Index of the noun of a phrase whose determiner stands before `at`; 0 if not plain."""
    last = min(at + 3, len(tokens) - 2)
    while at < last and is_adjective(tokens[at]):
        at += 1
    return at if at <= last and tokens[at].kind == "word" and tokens[at].text.islower() else 0


def _one(sentence: Sentence, i: int) -> Iterator[Match]:
    tokens = sentence.tokens
    at = _phrase(tokens, i + 1)
    if not at or not may_be_singular(tokens[at]) or tags(tokens[at])[:1] != "N":
        return
    if tokens[at].lower in COLLECTIVE or tokens[at].lower in QUANTITY:
        return
    verb, behind = tokens[at + 1], tokens[at + 2] if at + 2 < len(tokens) else None
    if verb.lower in PLURAL_AUXILIARIES:
        if verb.lower[:3] != "wer" or tokens[i].lower in ("every", "each"):
            yield _match(sentence, i, at + 1)
    elif (
        tags(verb) in ("V", "VN")
        and behind is not None
        and verb.text.islower()
        and (tags(behind)[:1] in tuple("THO") or (behind.text[0].isupper() and behind.kind == "word"))
        and i == 0
        and not _finite_follows(tokens, at + 2)
    ):
        yield _match(sentence, i, at + 1)


def _finite_follows(tokens: list[Token], at: int) -> bool:
    """Whether another verb stands further on, so that the word may be a noun: `a customer survey the firm made`."""
    return any(tags(token)[:1] in tuple("ADZMV") for token in tokens[at : at + 25])


def _many(sentence: Sentence, i: int) -> Iterator[Match]:
    tokens = sentence.tokens
    at = _phrase(tokens, i + 1)
    if not at or not is_plural(tokens[at]) or tokens[at].lower in QUANTITY:
        return
    verb = tokens[at + 1]
    if verb.text in SINGULAR_AUXILIARIES or (
        tags(verb) == "Z" and at + 2 < len(tokens) and tokens[at + 2].lower != "and"
    ):
        yield _match(sentence, i, at + 1)


def _match(sentence: Sentence, first: int, last: int) -> Match:
    tokens = sentence.tokens
    subject = sentence.tokens[last - 1].text if tokens[last - 1].lower not in _ADVERBS else tokens[first].text
    return Match(
        sentence.segment,
        tokens[first].start,
        tokens[last].end,
        f"“{tokens[last].text}” does not agree with “{subject}”.",
    )
