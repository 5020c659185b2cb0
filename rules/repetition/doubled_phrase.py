"""A phrase is said again at once, or over and over.

Why it happens: neural engines fall into loops on rare or long input; older ones translate overlapping source phrases
twice, and two words of a pair by one.

How it is found: two to sixteen words that stand again right behind themselves; three and more that come again behind a
comma, and with a verb behind `and` or `but`; a bracket that says again what stands before it; a name in quotation marks
beside itself. What comes three times is `repetition/loop`, a noun phrase joined to itself `roles/twice-listed`.

What it leaves alone: rhetoric with a comma (`step by step, step by step`), what is quoted, cheers, chants and lyrics,
numbers and scores, names, enumerations with different items, one thing inside or after another (`a friend of a friend
of a friend`, `row upon row upon row`), plurals of one word (`years and years`), the first part of a longer phrase (`a
peach and a peach tree`), and a clause that answers its own condition (`when you're there you're there`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import CHANTS
from mtqa.knowledge.phrases import OWN_KIND, PAIRED, SAID_AGAIN
from mtqa.knowledge.words import (
    CLAUSE_PREPOSITIONS,
    COMMON_PREPOSITIONS,
    COORDINATORS,
    DIRECTIONS,
    FREE_RELATIVES,
    QUESTION_WORDS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SURE_PREPOSITIONS,
)
from mtqa.rule import Rule
from mtqa_rules.repetition._runs import Row, rows

rule = Rule(category="fluency/repetition", severity="major")

BAD = [
    "He said in order to [[in order to]] protect the children.",
    "The foreign ministry [[the foreign ministry]] declined to comment.",
    "We have to do it [[we have to do it]] today.",
    "It is one of the most [[of the most]] important cities.",
    "The union of farmers (UFO) [[(UFO)]] was founded in May.",
    "It grew on the hill [[on the hill]] for years.",
    "Both have shown good will in the talks[[, and both have shown good will in the talks]].",
    "If the fishing does not go on[[, if the fishing does not go on]], the firms will close.",
    "The course in prices [[in prices]] is slow.",
    "He met the director of the school, Maria Lopez [[(Maria Lopez)]].",
    "The show is open on Monday[[, but the show is open on Monday]].",
    "It is part of the plan “Green Valley”[[ and “Green Valley”]], he said. It means “property”[[ or “property”]].",
    "For this reason, the owners of [[the owners of]] the owners were left out.",
]

GOOD = [
    "The songs are “Hey” and “Hey”. They hold “man” and “man” to be two words, and Alta, and Alta.",
    "They tell “property” and “property” apart by the tone.",
    "I am as sad as sad can be. May those that love us love us.",
    "Step by step, step by step, they climbed.",
    "He won 6-4 6-4 and then 7 5 7 5.",
    "New York New York is a hotel, Baden Baden a town.",
    "They shouted no more, no more and went home.",
    "It went on and on and on for hours.",
    "It is being followed up and followed up by the police. They sang that it was late, it was late in the hills.",
    "Again and again he tried, day after day.",
    "The price of the chip and the chip implant; a peach and a peach tree. They looked for years and years.",
    "As it gets stronger and stronger, a taxi driver and the driver of the bus look into the universe, the universe.",
    "He said: “It is for all of us, it is for all of us.” They need an artist or artist collective.",
    "She tried to lift it, and she tried, and she tried, and sat.",
    "He sold a car (car dealers know him) and wrote to the B&B (B).",
    "They went from door to door to ask. The “end of history” is the failure of the “failure of plans”.",
    "It is a billionth of a billionth of a metre.",
    "He said what he meant: he said what he meant. They sang that it was late, it was late, and went home.",
    "Her mother’s mother, nor her mother’s mother.",
    "He tried and tried, and Poland and Poland met. It was between more or less everybody and everybody else.",
    "They asked about the cost of living, the cost of living and the cost of living. Canada sells it to the United "
    "States, the United States turns it into cans. They play in the city and in the city park.",
    "He knew what he knew and said what he said.",
    "A rose is a rose is a rose, she wrote.",
    "For better or worse, for richer or poorer.",
    "He was a man of the people, by the people, for the people.",
    "A friend of a friend of a friend told me it was a copy of a copy of a copy.",
    "It is a book about books about books.",
    "The mother of the mother of the groom, the best of the best of the best, row upon row upon row of graves.",
    "The things he said he said in anger. The little I know I know from books.",
    "When you're there you're there, and what you see you see. Once you've seen it you've seen it.",
    "It went up year after year and year after year.",
    "Red lorry, yellow lorry, red lorry, yellow lorry.",
    "“Build the wall, build the wall, build the wall,” they chanted. Let it be, let it be, let it be, let it be.",
]
#: What a clause hangs on that its main clause may repeat: what you see you see; if you can work at home work at home.
_CONDITIONS = RELATIVES | FREE_RELATIVES | {"all", "as", "because"}
_CONDITIONAL = QUESTION_WORDS | {"if", "once"}
_THOSE_THAT = (["those", "that"], ["they", "that"], ["things", "that"])
#: What one thing stands in to another of its kind: a book about books, row upon row.
_LINKS = DIRECTIONS | SURE_PREPOSITIONS | COMMON_PREPOSITIONS | CLAUSE_PREPOSITIONS | {"about", "behind", "inside"}
_SUNG = 40  # tokens to either side in which singing may be named
_QUOTED = frozenset((mark, joint, opener) for mark, opener in ("””", "”“", '""', "»«") for joint in ("and", "or"))
_SHORT, _SURE = 3, 6  # words


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the second round of a phrase, with what joins it to the first."""
    analysis = document.analysis
    for row in analysis.view(rows):
        if row.rounds > 2:
            continue
        if row.joint[-1:] == ("(",):
            if row.sentence.at(row.end + 1).text == ")" and len("".join(row.words)) >= _SHORT:
                message = f"The bracket says “{row.sentence.text(row.second, row.end)}” again."
                yield row.sentence.match(*row.rest, message, "", severity="minor")
        elif len(row.words) > 1 and not row.joint:
            if not _name(row) and not _meant(row):
                message = f"“{row.sentence.text(row.first, row.last)}” is repeated at once."
                yield row.sentence.match(*row.rest, message, "")
        elif (len(row.words) >= _SHORT and _joined(row, analysis)) or _two_names(row):
            message = f"“{row.sentence.text(row.second, row.end)}” is joined to itself."
            yield row.sentence.match(*row.rest, message, "")


def _name(row: Row) -> bool:
    """Whether nothing but a short name stands there: New York New York."""
    return len(row.words) <= _SHORT and not any(token.text[0].islower() for token in row.unit)


def _joined(row: Row, analysis: Analysis) -> bool:
    """Whether a phrase is joined to itself, and nothing behind makes it another: neither sung nor quoted."""
    sentence, joint = row.sentence, row.joint
    behind = sentence.at(row.end + 1)
    closed = behind.kind in ("punct", "edge") or behind.lower in COORDINATORS or len(row.words) >= _SURE
    if not closed or not {",", *COORDINATORS}.issuperset(joint):
        return False
    around = sentence.tokens[max(0, row.first - _SUNG) : row.end + _SUNG]
    if not CHANTS.isdisjoint([token.lower for token in around]) or analysis.speech.quoted(sentence, row.second):
        return False
    tags = analysis.reading(sentence).tagged.tags[row.first : row.last + 1]
    # red lorry, yellow lorry, red lorry, yellow lorry
    return row.first > 0 or any(tag[:2] in ("VB", "MD") for tag in tags)


def _two_names(row: Row) -> bool:
    """Whether two names, or two long words, stand in quotation marks beside themselves: the firms “Alta” and “Alta”."""
    named = row.unit[0].capitalised or (row.joint[1:2] == ("or",) and len(row.words[0]) > _SURE)
    return row.joint in _QUOTED and named and row.words[0] not in SAID_AGAIN


def _meant(row: Row) -> bool:
    """Whether a phrase is said again for a reason."""
    sentence, first = row.sentence, row.first
    behind, phrase = sentence.at(row.end + 1).lower, row.words
    before = [token.lower for token in sentence.tokens[max(0, first - 3) : first]]
    if before:
        hangs = before[-1] in _CONDITIONS or before[-2:] in _THOSE_THAT or not _CONDITIONAL.isdisjoint(before)
        contact = phrase[0] in SUBJECT_PRONOUNS and len(phrase) <= _SHORT  # the things he said he said in anger
        if hangs or contact or behind in ("can", "could"):  # as sad as sad can be
            return True
    if row.marked or "is" in phrase:
        return len(phrase) <= _SHORT
    if not OWN_KIND.isdisjoint(phrase):
        return True  # the mother of the mother of the groom
    if phrase[-1] in _LINKS and len(phrase) == 2:
        return phrase[0] in PAIRED or behind == phrase[0]  # from door to door to ask; layers of layers of layers
    if phrase[0] in _LINKS:  # a book about books about books
        return len(phrase) == 2 and sentence.at(first - 1).lower.rstrip("s") == phrase[1].rstrip("s")
    return behind == phrase[0] != "the"  # a copy of a copy of a copy
