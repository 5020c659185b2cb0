"""A finite verb has no subject before or behind it: `because is an old man`, `At the same time, has signed the law`.

Why it happens: Chinese, Japanese, Korean, Russian, Turkish and Spanish leave out a subject that is clear; the engine
keeps the gap, or turns a subject into a phrase with a preposition.

How it is found: a conjunction and at once a finite verb; a sentence that begins with a phrase with a preposition, or an
adverb and a comma, and goes on with a finite verb and no noun phrase that could be its subject; one that begins with a
past tense and `that`, or with an auxiliary and a participle or `not`; a whole clause, one comma, an auxiliary with its
verb, and no conjunction in all the sentence. Diaries and notes open with `Has a` and `Adds the` by right: neutral.

What it leaves alone: relative clauses, questions, inversion (`on the hill is a house`, `had he known`), quotations,
`given that`, `as is known`, a clause inserted between commas (`the plan, he said, will cost`), lists of verbs that end
with `and`, a text that opens three sentences so, as manuals do (`Specifies the name.`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.phrases import NounPhrase, VerbGroup
from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.verbs import REPORTING, SAYING, TRANSITIVE
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major", registers=("news",))

BAD = [
    "The minister met the press and [[said “will]] continue to support small firms”.",
    "They agreed to urge restraint, [[stressed Russia will]] maintain close cooperation.",
    "The sides agreed on trade, but [[on the issue of security is]] still very obvious differences.",
    "According to him, it is fine, [[because is]] an experienced politician.",
    "The firms, [[while prefer]] the port of the north, pay more.",
    "[[In the meantime, has asked]] for a transfer to another office.",
    "[[At the company has not said]] what it wants.",
    "[[On the balance beam accomplishes]] a task with ease.",
    "[[Explained that]] the meeting would be in May.",
    "[[Are expected]] to range in price from 20 to 130 yen.",
    "[[Does not]] want foreign control, above all before the elections.",
    "[[Would also]] take over the custody of the captured fighters.",
    "The project team was shot after a few years[[, has never made]] a film.",
    "The minister spoke at the meeting[[, will sign]] the agreement with the company.",
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
    "Is an army of ten men enough for the defence of the town?",
    "Do not go there. Will Smith has been there. May has been cold. Can also be eaten cold.",
    "The flight was late because missed connections and closed roads kept the crew away.",
    "Includes the best of her essays on the history of the town. Contains a map of the old harbour.",
    "Does anyone still remember the days when the town was full of sailors.",
    "On the wall hangs a map of a country that is no more. Asked if he was sorry, he left; told that it was late, too.",
    "He said it “will be hard”, and in the seat of the car as her husband was driving, it was; a while is long.",
    "Given that it is late, as is known, they left. Unlike the others had said, it was open.",
    "The firm, which is small, has rejected the offer. He was there, has left, and will be back.",
    "Behind my house, would be a pool, he said. For the best is yet to come.",
    "While away, he wrote. If need be, they come. If not, they go.",
]

LEAVE = [("might|should|could have known", "Might have known we would get this sort of comment from the firm.")]

#: Before a noun phrase with its verb they are conjunctions, or near it.
_NEARLY = frozenset("after before until till since as like unlike but than once for because except".split())
#: Behind these a subject may stand that comes last: in the corner stood a bed.
_PLACING = frozenset(
    "appeared arose began begins came come comes emerged followed go goes hung lay lie lies live lived lives remain "
    "remained remains sat sit sits stand stands stood went".split()
)
#: Verbs of saying whose participle has no object: mentioned that, not told that.
_SAID = REPORTING - {"asked", "told", "warned"} | {"mentioned"}
_MANNER = 3  # sentences that open with a verb: the manner of manuals and of diaries
_SHORTEST = 9  # tokens
_TOLD = re.compile('[De]P{1,3}[MA]|[DZ][,:]?"[MA](?=r?[BIe])')
_NOUNS = tuple("dhmncsjPS")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the verb that has no subject, with what stands before it."""
    analysis = document.analysis
    for sentence, i in analysis.find("although", "because", "if", "though", "unless", "while"):
        reading = analysis.reading(sentence)
        at = reading.over(i + 1)
        if _wants_subject(reading, i, at) and not analysis.speech.mentioned(sentence, i):
            yield sentence.match(i, at, f"“{sentence.tokens[at].text}” has no subject.")
    for sentence, i in analysis.find(*sorted(REPORTING)):
        reading = analysis.reading(sentence)
        told = _TOLD.match(reading.tagged.signs, i)
        quotes = told is not None and '"' in told.group()
        if told is not None and (quotes or _told_by_nobody(reading, i)):
            verb = sentence.tokens[told.end() - 1 if quotes else i].text  # said "will go"
            yield sentence.match(i, told.end() - 1, f"“{verb}” has no subject.")
    openings: list[Match] = []
    for sentence in analysis.sentences:
        running = analysis.paragraphs[sentence.segment].running
        if len(sentence.tokens) < 4 or sentence.tokens[-1].text != "." or not running:
            continue
        reading = analysis.reading(sentence)
        signs = reading.tagged.signs
        if '"' in signs:
            continue
        if sentence.tokens[0].capitalised and _opens(reading):
            lighter: Severity | None = "minor" if analysis.register.seen else None  # who writes as he speaks
            openings.append(sentence.match(0, 1, f"“{sentence.tokens[0].text}” has no subject.", severity=lighter))
            continue
        starts = [0, *(place + 1 for place, sign in enumerate(signs[:-3]) if sign in ",&")]
        for found in (*(_behind_phrases(reading, start) for start in starts), _behind_clause(reading)):
            if found is not None:
                yield sentence.match(*found, f"“{sentence.tokens[found[1]].text}” has no subject.")
    if len(openings) < _MANNER:
        yield from openings


def _wants_subject(reading: Reading, opener: int, at: int) -> bool:
    """Whether a finite verb that is nothing else stands right behind a conjunction."""
    sign = reading.tagged.signs[at : at + 1]
    for_a_while = reading.tokens[opener].lower != "while" or reading.tagged.signs[opener - 1 : opener] in tuple("djr")
    named = reading.tagged.signs[opener] != "b" and for_a_while
    if named or sign not in tuple("AZDVMB") or reading.tag(at) is None:
        return False
    asks = sign in "AM" and reading.tokens[-1].text == "?"
    return not asks and reading.tokens[at].text.islower() and not reading.may_be(at, "VBN", "NN", "NNS", "JJ", "VB-A")


def _told_by_nobody(reading: Reading, place: int) -> bool:
    """Whether a verb of saying stands right behind a comma and a whole clause: `they agreed, stressed Russia will`."""
    signs = reading.tagged.signs
    before = [one for one in reading.clauses if one.verb.last < place - 1]
    if signs[place - 1 : place] != "," or '"' in signs[:place] or not any(one.subject is not None for one in before):
        return False
    return all(one.opener is None and not one.relative for one in before)


def _opens(reading: Reading) -> bool:
    """Whether a sentence opens with a finite verb: `Mentioned that`, `Does not want`."""
    signs, first = reading.tagged.signs, reading.tokens[0].lower
    if signs[:2] == "Db" and first in _SAID:
        return True
    group = reading.verb_groups[0] if reading.verb_groups else None
    if group is None or group.first or group.last == 0 or group.inverted or len(signs) < _SHORTEST:
        return False
    return signs[0] in "AM" and first[:3] != "don" and not reading.may_be(0, "VB", "VB-A")


def _verb(reading: Reading, at: int) -> VerbGroup | None:
    """The finite verb that begins at a place, adverbs skipped; `None` where its subject stands inside it."""
    at = reading.over(at)
    verb = next((one for one in reading.verb_groups if one.first == at and one.finite is not None), None)
    return None if verb is None or verb.inverted or reading.tagged.signs[at] == "F" else verb


def _behind_phrases(reading: Reading, start: int) -> tuple[int, int] | None:
    """A finite verb behind phrases with prepositions that open a clause: from where to where to mark."""
    signs = reading.tagged.signs
    phrases = {phrase.preposition: phrase.noun for phrase in reading.prepositional_phrases}
    place = start + (signs[start] == "r")
    place += start == 0 and signs[place] == ","
    noun: NounPhrase | None = None
    while place in phrases:
        if reading.tokens[place].lower in _NEARLY:
            return None
        noun = phrases[place]
        place = noun.last + 1
    if noun is None and (start or place < 2):
        return None
    comma = signs[place] == ","
    verb = _verb(reading, place + comma)
    if verb is None or not reading.sure(start, verb.last):
        return None
    behind = reading.over(verb.last + 1)
    if verb.copula and not comma and reading.tokens[verb.first].lower in ("is", "was"):
        many = next((one for one in reading.noun_phrases if one.first == behind), None)
        named = many is not None and "P" in signs[many.first : many.last + 1]
        lacking = many is not None and not named and signs[many.head] == "s" and signs[many.last + 1] in ".,"
        return (start, verb.first) if lacking else None  # on trade is still differences
    helped = signs[verb.first] in "AM" and verb.last > verb.first
    if start and (comma or not helped or signs[start - 1] == "&"):
        return None
    inverted = signs[behind : behind + 1] in _NOUNS
    if reading.tokens[verb.head].lower in _PLACING or (verb.copula and inverted):
        return None
    if comma or noun is None:
        return (start, verb.last) if helped else None
    alone = reading.only(verb.first, "VBD", "VBZ") and (not inverted or reading.tokens[verb.head].lower in TRANSITIVE)
    plain = (helped or alone) and not verb.copula and not verb.passive
    return (start, verb.last) if plain and _single(signs, noun) else None


def _single(signs: str, noun: NounPhrase) -> bool:
    """Whether a noun phrase is one and not two: not `with the system | users can`."""
    inner = signs[noun.first : noun.last + 1]
    return noun.determiner is not None and len(inner) <= 4 and not re.search("[nsPSWc][sPSc]", inner)


def _behind_clause(reading: Reading) -> tuple[int, int] | None:
    """An auxiliary with its verb behind a clause and a comma, and no conjunction: from where to where to mark."""
    signs = reading.tagged.signs
    if len(reading.clauses) < 2 or any(one.opener and signs[one.opener] == "&" for one in reading.clauses):
        return None
    one, other = reading.clauses[:2]
    at = other.verb.first
    opens = one.first == 0 or (one.subject is not None and one.subject.first == 1 and signs[0] == "i")
    if not opens or one.subject is None or one.inverted or other.subject is not None:
        return None
    joined = re.search("[&,bwqQk:()]", signs[1 : at - 1]) is not None
    if joined or signs[at - 1] != "," or signs[at] not in "AM" or other.verb.last == at:
        return None
    said = other.verb.tense != "modal" and reading.tokens[other.verb.head].lower in SAYING | REPORTING
    inserted = said or signs[other.verb.last + 1] == "," or signs[one.verb.first] == "V"
    return (at - 1, other.verb.last) if not inserted and reading.sure(one.verb.first, other.verb.last) else None
