"""A verb that wants something behind it is the last word: `the ministry answer did not give`.

Why it happens: Persian, Turkish, Hindi, Japanese, Korean and German put the verb last, and the engine leaves it there.

How it is found: right before a full stop or semicolon, a verb that has no sense without its object (`give`,
`make`, `contain`), or a form of `be` with its adjective or measure before it; and no word that stands in for an object.

What it leaves alone: passives, questions, relative clauses with or without pronoun (`all he has`, `the house they
built`), comparisons (`as it was`, `more than they give`), verbs that stand for others (`the queen was.`, `before they
did.`), infinitives.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.verbs import TRANSITIVE
from mtqa.knowledge.words import BE, CLAUSE_PREPOSITIONS, FINITE_DO, OBJECTS
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major", since="0.3")

BAD = [
    "The town for the good of the lake [[expense has done]]; it was in vain.",
    "The ministry to the questions of reporters [[answer did not give]].",
    "The level of the lake today 1270 [[metres is]].",
    "A fifth of the people feel their [[power has strengthened]].",
    "The station of the talks [[distribution did not do]].",
    "The water in five years quite [[cold will be]].",
    "The next meeting in May in the [[city becomes]].",
]
GOOD = [
    "This is the position we hold, and that is all he has.",
    "She knows who they are. They left as it was. It is what it is.",
    "He gives more than they give.",
    "Is he there? He is. They did not know where the keys were.",
    "Every newspaper they could find was sold, and they saved each one they could find.",
    "He took the papers the ministers gave.",
    "God gives and God takes.",
    "Beyond such aid, however, reaching these targets will require new policies and more money.",
    "He said in a report that the bank was also planning to repay the aid received.",
    "The more famous London and Paris are in the world, the more glamorous they become.",
    "The king was no king; the queen was. They left before the others did, and nobody did.",
    "A dull pain is no reason; a sharp pain in one spot is. The judge ordered him held.",
    "The bridge was built, and the plans have been made.",
    "The house is easy to find, and there is much to give.",
    "“The power is.” he wrote.",
    "Build on the gains already achieved, and move on. In this town the old are weak and in that the young are.",
    "Nine miles is not nearly as far as twelve miles is.",
    "The firm will not change the terms unless the law so requires.",
    "They know who of the men in the town really gives. These are the sums for the north Spain gives.",
]

#: Before the verb they stand in for what would follow it.
_STAND_IN = CLAUSE_PREPOSITIONS | {"that", "all", "every", "so"}
_SHORTEST = 6
_VERBS = sorted(BE | TRANSITIVE)

rule.only_on(words=_VERBS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the verb with the word before it."""
    analysis = document.analysis
    for sentence, place in analysis.find(*_VERBS):
        tokens = sentence.tokens
        if place < _SHORTEST or sentence.at(place + 1).text not in (".", ";"):
            continue
        reading = analysis.reading(sentence)
        begin = 1 + max(reading.tagged.signs.rfind(mark, 0, place) for mark in ',:"')
        first = _bare(reading, begin, place)
        if first is not None and _STAND_IN.isdisjoint(token.lower for token in tokens[begin:place]):
            message = f"“{tokens[place].text}” wants something behind it; it may belong further to the front."
            yield sentence.match(first, place, message)


def _bare(reading: Reading, begin: int, place: int) -> int | None:
    """Where to begin a match that ends with the last verb, if nothing before it can be what it wants behind it."""
    signs = reading.tagged.signs
    verb = next((one for one in reading.verb_groups if one.last == place and one.finite is not None), None)
    if verb is None or verb.passive or any(sign in "wqQkF" for sign in signs[begin:place]):
        return None
    before, token = signs[verb.first - 1 : verb.first], reading.tokens[verb.first - 1]
    if verb.copula:  # the others are; but 12 metres is, dry will be
        measure = reading.sentence.at(verb.first - 2).kind == "number"
        # the old are weak, the young are
        return verb.first - 1 if before == "j" or measure else None
    if verb.first == place and (token.lower in OBJECTS or reading.tokens[place].lower in FINITE_DO):
        return None
    noun = next((one for one in reading.noun_phrases if one.last == verb.first - 1), None)
    if noun is None:
        return max(0, verb.first - 1) if before in tuple("rg") else None
    bare = noun.determiner is None and signs[noun.head] == "n"
    if not bare and signs[noun.first - 1] in "nsPSWYTmcojw":
        return None  # the newspapers | they find
    return noun.head
