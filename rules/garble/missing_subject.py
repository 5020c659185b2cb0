"""A finite verb has no subject before or behind it: `At the same time, has signed the law`.

Why it happens: Chinese, Japanese, Korean, Russian, Turkish and Spanish leave out a subject that is clear; the engine
keeps the gap, or turns a subject into a phrase with a preposition.

How it is found: a sentence that begins with a phrase with a preposition, or an adverb and a comma, and goes on with a
finite verb and no noun phrase that could be its subject; one that begins with an auxiliary and its verb, or with a verb
in -s (`Attends the meeting`: minor); a whole clause, one comma, an auxiliary with its verb, and no conjunction in all
the sentence. Diaries and notes leave out `I` by right: minor there. `garble/subjects` has the gaps behind conjunctions
and verbs of saying.

What it leaves alone: relative clauses, questions, inversion (`on the hill is a house`, `had he known`), quotations,
`given that`, a clause inserted between commas (`the plan, he said, will cost`), lists of verbs that end with `and`, a
text that opens three sentences so, as manuals do (`Is read by the program.`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.phrases import NounPhrase, VerbGroup
from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.verbs import PLACING, REPORTING, SAYING, TRANSITIVE
from mtqa.knowledge.words import CLAUSE_PREPOSITIONS
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major", registers=("news",))

BAD = [
    "[[In the meantime, has asked]] for a transfer to another office.",
    "[[At the company has not said]] what it wants.",
    "[[On the balance beam accomplishes]] a task with ease.",
    "[[Are expected]] to range in price from 20 to 130 yen.",
    "[[Does not]] want foreign control, above all before the elections.",
    "[[Attends the]] meeting of the leaders in the capital, and will speak there.",
    "[[Strengthens relations]] with the firms on the road to the harbour.",
    "[[Would also]] take over the custody of the captured fighters.",
    "The project team was shot after a few years[[, has never made]] a film.",
    "The minister spoke at the meeting[[, will sign]] the agreement with the company.",
    "The minister spoke at the meeting[[, will sign]] the agreement if the firm pays.",
    "When the work is done[[, can be opened]] the road to the harbour.",
]
GOOD = [
    "The minister, in Paris for talks, said Spain will pay; the envoy, who was ill, added France has paid.",
    "“They will come,” stressed Spain will be there. Do come to the house in the town with us.",
    "At the end of the road is a house, and in the house lives a man of some means.",
    "Among them, at the top of the list is Northern Rails, with a share of ten per cent.",
    "In the north was a farm, in the south, of course, were many.",
    "The plan, he said in February this year, will add a division.",
    "And on the hill is a house; but at the heart of it is the question of money.",
    "The man police said on Friday would be charged has died.",
    "Had a man of his age known it, he would not have gone there.",
    "Sets the name under which the rule is kept.\n\nRemoves the rule from the list of all rules.\n\n"
    "Specifies the file that the rule is read from.\n\nActivates the rule for all of the files in the list.",
    "Seems a fair price for a house by the sea. Promises that cannot be kept. Comes the day when the king is gone.",
    "Comprises: a hall, a garden and a large kitchen. Hates: rain.",
    "Offers have come in from the clubs. Details of the plan are not known.",
    "Is an army of ten men enough for the defence of the town?",
    "Do not go there. Will Smith has been there. May has been cold. Can also be eaten cold.",
    "Includes the best of her essays on the history of the town. Contains a map of the old harbour.",
    "Does anyone still remember the days when the town was full of sailors.",
    "On the wall hangs a map of a country that is no more.",
    "Given that it is late, as is known, they left. Unlike the others had said, it was open.",
    "The firm, which is small, has rejected the offer. He was there, has left the town and will be back.",
    "Where the king is buried, is still unclear. On the wall has hung a map for years.",
    "After the war had ended the town was rebuilt. Basically, they’ve tried to keep it.",
    "In the method used the samples are dried. In the attic was found a box of old letters.",
    "On occasion makers may change the lists. Must get the car to the shop before the end of the week?",
    "I’ve looked into it and can see that your street is in the plan. Could you please try to pay for it on the page.",
    "In the defence office people have changed. The deeds of Hansen Bt. were signed by the two sons of the founder.",
    "In no way do we think that he could have done it. Under no circumstances should the first step be missed.",
    "Could not bear the thought of it any more,” she said to the man.",
    "Behind my house, would be a pool, he said. For the best is yet to come.",
]

LEAVE = [("might|should|could have known", "Might have known we would get this sort of comment from the firm.")]

#: Before a noun phrase with its verb they are conjunctions, or near it.
_NEARLY = CLAUSE_PREPOSITIONS | {"for", "unlike"}
_MANNER = 3  # sentences that open with a verb: the manner of manuals and of diaries
_SHORTEST = 9  # tokens
#: What a writer who leaves out `it` opens a sentence with, or puts before its subject (`Comes the day …`).
_SPOKEN = frozenset(
    "comes contains costs depends features feels gets goes includes looks makes means proves remains says seems serves "
    "smells sounds takes works".split()
)
_NOUNS = tuple("dhmncsjPS")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the verb that has no subject, with what stands before it."""
    analysis = document.analysis
    openings: list[Match] = []
    for sentence in analysis.sentences:
        if sentence.tokens[-1].text != ".":
            continue
        reading = analysis.reading(sentence)
        if '"' in reading.tagged.signs:
            continue
        verbs = {verb.first: verb for verb in reading.verb_groups if verb.finite is not None and not verb.inverted}
        opening = verbs.get(0)
        if opening is not None and _opens(reading, opening):
            note = analysis.register.seen or reading.tagged.signs[0] == "Z"  # who writes as he speaks
            lighter: Severity | None = "minor" if note else None
            openings.append(sentence.match(0, 1, f"“{sentence.tokens[0].text}” has no subject.", severity=lighter))
            continue
        for first, verb in (*_behind_phrases(reading, verbs), *_behind_clause(reading)):
            text = sentence.text(verb.first, verb.last)
            yield sentence.match(first, verb.last, f"“{text}” has no subject.")
    if len(openings) < _MANNER:
        yield from openings


def _opens(reading: Reading, verb: VerbGroup) -> bool:
    """Whether an auxiliary with its verb opens the sentence, or a verb in -s: `Does not want`, `Attends the talks`."""
    signs, first = reading.tagged.signs, reading.tokens[0]
    helped = signs[0] in "AM" and verb.last > 0 and len(signs) >= _SHORTEST
    tensed = signs[1] in "dh" or "S" not in english().tags(first.lower)
    alone = signs[0] == "Z" and signs[1] not in ":," and tensed and first.lower not in _SPOKEN
    return (helped or alone) and not reading.may_be(0, "VB", "VB-A") and first.capitalised


def _behind_phrases(reading: Reading, verbs: dict[int, VerbGroup]) -> Iterator[tuple[int, VerbGroup]]:
    """Finite verbs behind phrases with prepositions that open a sentence, or follow a comma; and where to mark."""
    signs = reading.tagged.signs
    phrases = {phrase.preposition: phrase.noun for phrase in reading.prepositional_phrases}
    for start in (0, *(place for place in phrases if signs[place - 1 : place] == ",")):
        place = start if start or signs[0] != "r" else 1 + (signs[1] == ",")
        noun: NounPhrase | None = None
        while place in phrases and reading.tokens[place].lower not in _NEARLY:
            noun = phrases[place]
            place = noun.last + 1
        comma = signs[place] == ","
        verb = verbs.get(reading.over(place + comma))
        if verb is None or place < 2:
            continue
        helped = signs[verb.first] in "AM" and verb.last > verb.first
        inverted = signs[reading.over(verb.last + 1)] in _NOUNS
        head = reading.tokens[verb.head].lower
        if head in PLACING or (verb.copula and inverted):
            continue  # on the hill is a house
        if comma or noun is None:
            lost = helped and not start
        else:
            alone = reading.only(verb.first, "VBD", "VBZ") and not start and (not inverted or head in TRANSITIVE)
            lost = (helped or alone) and not verb.passive and _single(signs, noun)
        if lost:
            yield start, verb


def _single(signs: str, noun: NounPhrase) -> bool:
    """Whether a noun phrase is one and not two: not `with the system | users can`."""
    inner = signs[noun.first : noun.last + 1]
    return noun.determiner is not None and len(inner) <= 4 and not re.search("[nsPSWc][sPSc]", inner)


def _behind_clause(reading: Reading) -> Iterator[tuple[int, VerbGroup]]:
    """An auxiliary with its verb behind a clause and a comma, if no conjunction stands in all the sentence."""
    signs = reading.tagged.signs
    if len(reading.clauses) < 2 or any(one.opener and signs[one.opener] == "&" for one in reading.clauses):
        return
    one, other = reading.clauses[:2]
    verb, place = other.verb, other.verb.first - 1
    if one.subject is None or other.subject is not None or signs[place] != ",":
        return
    joined = re.search("[&,bwqQk:()]", signs[1:place]) is not None
    said = reading.tokens[verb.head].lower in SAYING | REPORTING
    inserted = said or signs[verb.last + 1] == "," or signs[one.verb.first] == "V"
    if not joined and not inserted and verb.last > verb.first:
        yield place, verb
