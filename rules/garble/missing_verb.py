"""A clause has lost its verb: `When you someone far away, they call`, `decided that his chance in this project.`.

Why it happens: the engine drops the verb, or takes it for a noun, and goes on with the next clause.

How it is found: a conjunction (`because`, `that`, `whether`), a relative word or a pronoun that can only be a subject,
or a whole noun phrase at the beginning and a participle behind it; and from there to the full stop, or to a comma with
the next subject behind it, no word that could be a finite verb. `There` with an article or `no`, where the sentence has
no verb; a sentence inside a paragraph that has no verb but the infinitive it opens with.

What it leaves alone: headlines, captions and items of lists, `if necessary`, `although tired`, `of which two`,
names cut by their dot (`in flat No. 4`), plurals before what may be their verb (`that many
people smoke`), a second half (`he went to Rome, she to Pisa`), aims and definitions (`To compare two drugs in
adults.` at the head of a paragraph or behind a question).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import NOMINATIVES
from mtqa.rule import Example, Rule

rule = Rule(category="fluency/grammar", severity="major")

BAD = [
    "[[If the talks between Spain and the others on trade]], it should be said, they will lose.",
    "He left early, [[because his father at the hospital of the town]].",
    "They decided [[that his chance of a place in this project]].",
    "When [[he someone thousands of miles away]], they use satellites.",
    "It is a plan in [[which the growth the result of new roads]].",
    "The paper noted [[that the prospectus prior to the sale]].",
    "They said [[that the letter for him from the town]].",
    "Nobody knows [[whether the price of the house]]. He fears [[that the parties to join a new state]].",
    "[[They now at the top of the group]].",
    "[[He gone]] home in May.",
    "[[The ministers forgotten]] their promise.",
    "At the station [[there no]] danger for the people.",
    "The house shows prints. [[To collect]] classic works from more than 20 institutions in the country.",
]
GOOD = [
    "It is clear that the small firms and the large one report a profit, and that the media report the truth.",
    "He came because of the rain. She asked whether to go by train or not to go.",
    "We sincerely welcome more firms to come to the town.",
    "Many know that in the north of the country, but who in the town of all people?",
    "It depends on which one of them the people like, he said of those who in May voted.",
    "Notes on the plan that the committee of the town\n\nWho the people of the town",
    "If the first of its kind in the country, it would be of use to them.",
    "Her aim is clear. To win the title in front of a crowd of her own people in May.",
    "When you call someone far away, satellites are used.",
    "If you yourself want it, we the undersigned agree.",
    "They came, if necessary by train, and whether near or far.",
    "Twenty people came, of which twelve women. He knows that song by heart.",
    "It is clear that many people smoke, and a plan which houses the students.",
    "He lives in flat No. 4, and they said that the firm of Dr. Smith is old.",
    "The road not taken. A promise broken. The book taken from the shelf.",
    "To join visit the office on the second floor with a friend.",
    "To sum up in a few plain words of one syllable: nonsense.",
    "To compare the effect of two drugs on the blood pressure of adults with diabetes. We took 60 patients.",
    "What for? To look for work in one of the many new plants of the region.",
    "To sleep. To dream of a better life in one of the many new towns of the region.",
    "The trip was long. To London and back in less than one day of the new year.",
    "The trip was long. Always take one of the new maps of the town with you.",
    "Behind the house hidden here for years, a garden. The house hidden here for years is old.",
    "Ann Miller: quite the best of the lot.",
    "He hopes that the party, government and media of the town report the truth.",
    "You do feel that extra pressure. They shared that on Thursday.",
    "You mean that the man in the old hat?",
    "He ran as if stolen. I know the town, because I always buy from Amazon.",
    "Because the targets link against these static libraries, they are parts of them.",
    "He and they the people. She, the elder of the two, left.",
    "He was taken to hospital, she to prison and the dog to the vet.",
    "There a man stood. Is there a way? Neither there nor here.",
    "The man seen this week. The houses hidden by the trees and the roads taken by the army.",
    Example("The ship is small.", title="Ship given the name of the old king"),
    "Never have I seen so many hats. Hardly had she gone when it rang.",
    "He said that the man in the red hat knows the way.",
    "He won the cup, she the prize of the year and their son a goldfish.",
]

_OPENERS = frozenset("because if that whether unless which who".split())
_BEGINNINGS = sorted(_OPENERS | NOMINATIVES)
#: By the sign of what opens a clause, of what may stand behind it where the verb is lost.
_BEHIND = {"p": "dhnjroe"} | dict.fromkeys("bwq", "dhjnPp")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the clause from its opener to its end, or the words between which the verb is missing."""
    analysis = document.analysis
    for sentence, i in analysis.find(*_BEGINNINGS):
        if i or len(sentence.tokens) > 4:
            last = _last(analysis.reading(sentence), i)
            if last is not None:
                yield sentence.match(i, last, f"The clause that begins with “{sentence.tokens[i].text}” has no verb.")
    for sentence, i in analysis.find("there"):
        lacking = sentence.at(i + 1).lower in ("a", "an", "no", "many") and len(sentence.tokens) > 4
        if lacking and not _finite(analysis.reading(sentence), 0):
            yield sentence.match(i, i + 1, "A verb is missing: “there is”, “there are”.")
    for paragraph in analysis.paragraphs:
        for sentence in paragraph.sentences if paragraph.running else ():
            yield from _whole(analysis.reading(sentence), paragraph.sentences)


def _last(reading: Reading, opener: int) -> int | None:
    """The end of a clause without a verb that a word opens; `None` where it may have one, or nothing is sure."""
    sentence, signs = reading.sentence, reading.tagged.signs
    word, sign = sentence.tokens[opener].lower, signs[opener]
    before, behind = signs[opener - 1] if opener else "^", signs[opener + 1 : opener + 2]
    if sign == "p" and reading.participle(opener + 1) and before in "^bk":
        return opener + 1  # he gone home
    if sign == "p" and sentence.says(opener + 1, "the"):
        return None  # he won the cup, she the prize
    if not behind or behind not in _BEHIND.get(sign, "") or (sign == "p" and before not in "^,bk"):
        return None  # he went to Rome, she to Pisa
    if word == "that" and (sign != "b" or behind not in "dhp"):
        return None  # he knows that song
    if word == "if" and (behind not in "dh" or before not in '^,"' or reading.may_be(opener + 2, "JJ", "RB")):
        return None  # if necessary; if the first of its kind
    plural = word in ("which", "who") or sign == "p"  # whose verb a noun behind it may be
    for place in range(opener + 1, len(signs)):
        sign = signs[place]
        if sign == "." or (sign == "," and signs[place + 1 : place + 2] in ("p", "o")):
            whole = sign == "," or (len(sentence.tokens[place - 1].text) > 2 and place >= len(signs) - 2)
            return place - 1 if whole and sentence.tokens[place].text in (".", "!", ",") else None
        if reading.tag(place) is None or reading.may_be_finite(place):
            return None
        subject = plural or signs[place + 1 : place + 2] in tuple("dhopjr")
        if subject and signs[place - 1] != "t" and reading.may_be_base(place):
            return None  # many people smoke; the media report the truth
        plural = sign in "sSPop" or (plural and sign == "r")
    return None


def _whole(reading: Reading, sentences: list[Sentence]) -> Iterator[Match]:
    """A sentence with no finite verb: an infinitive, or a noun phrase with its participle and object."""
    sentence, signs = reading.sentence, reading.tagged.signs
    if sentence.tokens[0].lower == "to" and reading.may_be(1, "VB") and len(signs) > 9:
        finite = any(signs[place] != "s" and reading.may_be_finite(place) for place in range(2, len(signs)))
        if not finite and _goes_on(sentences, sentence):
            yield sentence.match(0, 1, "The sentence has no verb but an infinitive.", severity="minor")
    noun = reading.noun_phrases[0] if reading.noun_phrases else None
    if noun is None or noun.first > 0:
        return
    verb = noun.last + 1
    goes_on = signs[verb + 1 : verb + 2] in tuple("dhor") and len(signs) > verb + 3
    if goes_on and reading.participle(verb) and not _finite(reading, 0):
        yield sentence.match(0, verb, f"“{sentence.tokens[verb].text}” is a participle; the sentence has no verb.")


_AIMS = frozenset("aim aims goal goals purpose task mission plan idea reason why how hope ambition".split())


def _goes_on(sentences: list[Sentence], sentence: Sentence) -> bool:
    """Whether a statement stands before the sentence that no infinitive answers: neither a question nor an aim."""
    at = bisect_left(sentences, sentence.start, key=lambda one: one.start)
    before = sentences[at - 1].tokens if at else []
    stated = bool(before) and before[-1].text == "." and before[0].lower != "to"
    return stated and _AIMS.isdisjoint(token.lower for token in before)


def _finite(reading: Reading, first: int) -> bool:
    """Whether a word from a place on may be a finite verb."""
    return any(map(reading.may_be_finite, range(first, len(reading.tokens))))
