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
from mtqa.knowledge.words import CLAUSE_PREPOSITIONS, SUBORDINATORS
from mtqa.lazy import regex
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
    "The state of the house, [[was unfair is never corrected]].",
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
    "He was convinced his son was ill. It was clear the team was tired. It seems this house was sold.",
    "The man has the necessary political will, and they must hand in the plan by 3 may. He remembers Ann was there.",
    "The runs are single while testing is done by team. It has been closed so will not be back.",
    "The pain everybody had felt was great. This is the kind of respect one soldier pays to another.",
    "We include a promise only the firm can make. She let the song the man had sung be sung again.",
    "The names on the list were seized in raids against IS in the north.",
    "The mayor acknowledged the tax cut would be small. The firm conceded its plan was late.",
]

#: What may open a clause, or end one (just in case).
_OPENING = CLAUSE_PREPOSITIONS | SUBORDINATORS | frozenset("case so that then yet".split())
_PLAIN = regex("[dhmjcnsPSier'$]*")  # noun phrases, prepositions, adverbs
_COMPLEMENT = regex("[rje]*[dhm][^i,]*")  # the reason is | the road was closed; sure | his son was
_RELATIVE = regex("j[dhm]|[ns][PS]$")  # the longest | the bank has waited; the loans | Smith had taken


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the first verb to the second."""
    analysis = document.analysis
    for sentence in analysis.sentences:
        reading = analysis.reading(sentence)
        if len(reading.clauses) < 2 or sentence.tokens[-1].text == "?" or sentence.tokens[0].lower == "that":
            continue
        for one, other in pairwise(reading.clauses):
            if _first(reading, one) and _second(reading, one, other):
                message = f"Nothing joins “{one.verb.text}” and “{other.verb.text}”, two verbs for one subject."
                yield sentence.match(one.verb.first, other.verb.last, message)


def _first(reading: Reading, one: Clause) -> bool:
    """Whether a clause surely opens the sentence, or goes on behind its comma, and none hangs on its verb."""
    if reading.tokens[one.verb.head].lower in CLAUSAL | REPORTING:
        return False  # he said the law is
    opens = one.first == 0 if one.subject is not None else reading.tagged.signs[one.verb.first - 1] == ","
    return opens and one.opener is None and (_tensed(reading, one.verb.first) or _rejects(reading, one.verb))


def _rejects(reading: Reading, verb: VerbGroup) -> bool:
    """Whether a past tense has its object behind it; else the plan rejected in May may be one that was rejected."""
    signs = reading.tagged.signs[verb.last + 1 : verb.last + 3]
    owned = signs[:1] in ("d", "h") or signs == "P'"
    return verb.tense == "past" and owned and reading.tokens[verb.head].lower not in GIVING


def _tensed(reading: Reading, place: int) -> bool:
    """Whether a verb is finite whatever stands beside it."""
    return reading.tagged.signs[place] in "AM" or reading.only(place, "VBD", "VBZ", "VBD-A", "VBZ-A")


def _second(reading: Reading, one: Clause, other: Clause) -> bool:
    """Whether a verb has no subject between it and the first, and no clause begins there."""
    first, last = one.verb.last + 1, other.verb.first
    between = reading.tagged.signs[first:last]
    if not _PLAIN.fullmatch(between) or not _tensed(reading, last) or not reading.tokens[last].text.islower():
        return False
    if not _OPENING.isdisjoint(token.lower for token in reading.tokens[first:last]):
        return False
    if not between.strip("r"):
        return one.verb.passive or one.verb.copula  # what they wanted | was
    if _RELATIVE.search(between) or (between[-1] in "jdhmc" and reading.tokens[last].lower in ("may", "will")):
        return False
    if (one.verb.passive or one.verb.copula) and _COMPLEMENT.fullmatch(between):
        return False
    nouns = [noun for noun in reading.noun_phrases if first <= noun.first < last]
    side = any(noun.last + 1 == following.first for noun, following in pairwise(nouns))
    return not side and reading.sure(one.verb.first, other.verb.last)
