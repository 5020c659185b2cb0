"""Two finite verbs for one subject, and nothing that joins them: `Germany is a haven had already written of it`.

Why it happens: the engine puts the pieces of two readings behind each other, or does not see where a clause ends.

How it is found: a clause at the beginning of a sentence, of which subject and verb are sure, and a second finite verb
whose subject does not show; between the two nothing but noun phrases, prepositions and adverbs.

What it leaves alone: verbs that a clause follows without “that” (`he said the law was`), relative clauses without a
pronoun (`the first the town has had`: two noun phrases side by side), `until`, `while`, `as`, questions, quotations and
words that may be nouns or participles.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtqa.analysis.clauses import Clause
from mtqa.analysis.phrases import VerbGroup
from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.verbs import CLAUSAL, GIVING, REPORTING
from mtqa.knowledge.words import PERSONS
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major", since="0.3")

BAD = [
    "The bridge [[was closed for the repairs will be finished]] in May.",
    "Germany [[is a haven for the agents of the service had already written]] to the minister.",
    "The difference between the two groups [[was therefore seems]] small.",
    "The minister [[rejected the expansion of the plant is]] an answer to cheap steel.",
    "The threat is small, [[refuted Japan's so-called deployment of missiles is]] a response to it.",
    "The ship [[is hit has sunk]] near the coast.",
    "The firm [[has a new plan will change]] the market.",
]
GOOD = [
    "The question is will he come? The men he had in the house were ill.",
    "It is understood the suit will be heard next week, and he was told the road is closed.",
    "The number of loans Smith had taken was large. He gave details of the loans Smith had taken.",
    "He did have concerns Labour will see. The man offered the job is ill.",
    "The minister refuted the statement that the deployment of missiles is a response.",
    "Officials have said the missiles were fired from the north.",
    "The cycle is by far the longest the bank has waited.",
    "The bridge was closed until the repairs were finished.",
    "All they can do now is wait.",
    "The man who was hit has died. The man he saw was ill.",
    "Is the house you bought has a garden a question?",
    "He believes the bridge is closed, and hopes it will be open.",
    "That sugar is involved has long been known.",
    "The reason is the road was closed.",
    "The town is where he was born; what he is has changed.",
    "Posters are sent in a sturdy carded envelope.",
]

_OPENING = frozenset(
    "until while as so then because like once till before after since whereas than except but case yet that which "
    "who what where when how why if whether".split()
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the first verb to the second."""
    analysis = document.analysis
    for sentence in analysis.sentences:
        reading = analysis.reading(sentence)
        if "?" in sentence.tokens[-1].text or len(reading.clauses) < 2:
            continue
        for one, other in pairwise(reading.clauses):
            if _first(reading, one) and _second(reading, one, other):
                message = f"Nothing joins “{one.verb.text}” and “{other.verb.text}”, two verbs for one subject."
                yield sentence.match(one.verb.first, other.verb.last, message)


def _first(reading: Reading, one: Clause) -> bool:
    verb = one.verb
    if reading.tokens[0].lower in _OPENING or reading.tokens[verb.head].lower in CLAUSAL | REPORTING:
        return False  # that he left | is known; he said the law is
    if one.subject is None and reading.tagged.signs[verb.first - 1] == ",":
        return _rejects(reading, verb)
    if one.first != 0 or one.subject is None or one.opener is not None:
        return False
    if len(one.subject.tokens) > 1 and not PERSONS.isdisjoint(token.lower for token in one.subject.tokens):
        return False  # the pain everybody felt
    return _tensed(reading, verb.first) or _rejects(reading, verb)


def _rejects(reading: Reading, verb: VerbGroup) -> bool:
    """Whether a past tense has its object behind it; else the plan rejected in May may be one that was rejected."""
    signs = reading.tagged.signs[verb.last + 1 : verb.last + 3]
    owned = signs[:1] in ("d", "h") or signs == "P'"
    return verb.tense == "past" and owned and reading.tokens[verb.head].lower not in GIVING


def _tensed(reading: Reading, place: int) -> bool:
    """Whether a verb is finite whatever stands beside it."""
    return reading.tagged.signs[place] in "AM" or reading.only(place, "VBD", "VBZ", "VBD-A", "VBZ-A")


def _second(reading: Reading, one: Clause, other: Clause) -> bool:
    signs = reading.tagged.signs
    first, last = one.verb.last + 1, other.verb.first
    between = signs[first:last]
    if not _tensed(reading, last) or not reading.sure(one.verb.first, other.verb.last):
        return False
    if any(sign not in "dhmjcnsPSier'$" for sign in between):
        return False
    if any(token.lower in _OPENING for token in reading.tokens[first:last]):
        return False
    if not between.strip("r"):
        return one.verb.passive or one.verb.copula  # what they wanted | was
    if one.verb.copula and between[0] in "dmh" and between.isalpha() and "i" not in between:
        return False  # the reason is the road was closed
    if "jd" in between or between[-2:] in ("sP", "nP", "sS", "nS"):
        return False  # the longest | the bank has waited; the loans | Smith had taken
    # two noun phrases side by side: the longest | the bank has waited
    nouns = [noun for noun in reading.noun_phrases if first <= noun.first < last]
    return not any(noun.last + 1 == following.first for noun, following in pairwise(nouns))
