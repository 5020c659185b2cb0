"""A phrase is said again at once, or over and over.

Why it happens: neural engines fall into loops on rare or long input; older ones translate overlapping source phrases
twice, and two words of a pair by one.

How it is found: two to eight tokens with at least two words that are repeated token for token right behind themselves
(with a comma or `and` inside only for three or more rounds); three words and more that come again behind a comma,
`and` or both; a noun phrase that is joined to itself by `and` or `or`.

What it leaves alone: rhetoric with a comma (`step by step, step by step`), what is quoted, cheers, chants and lyrics,
numbers and scores, names, enumerations with different items, one thing inside or after another (`a friend of a friend
of a friend`, `row upon row upon row`), plurals of one word (`years and years`), the first part of a longer phrase (`a
peach and a peach tree`), and a clause that answers its own condition (`when you're there you're there`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import CHANTS
from mtqa.knowledge.words import COORDINATORS, RELATIVES, SUBJECT_PRONOUNS
from mtqa.rule import Rule
from mtqa_rules.repetition._runs import repeated

rule = Rule(category="fluency/repetition", severity="major")

BAD = [
    "He said in order to [[in order to]] protect the children.",
    "The foreign ministry [[the foreign ministry]] declined to comment.",
    "We have to do it [[we have to do it]] today.",
    "It is one of the most [[of the most]] important cities.",
    "They do not want the peace, [[they do not want the peace, they do not want the peace,]] and so it goes.",
    "The union of farmers (UFO) [[(UFO)]] was founded in May.",
    "It grew on the hill [[on the hill on the hill on the hill]] for years.",
    "Both have shown good will in the talks[[, and both have shown good will in the talks]].",
    "Volunteers gave traffic guidance [[and traffic guidance]] at all the crossings.",
    "If the fishing does not go on[[, if the fishing does not go on]], the firms will close.",
    "The course in prices [[in prices in prices]] is slow.",
    "They need sharp knives [[and sharp knives]] for the kitchen.",
    "Steel lifted the land from poverty to prosperity [[and prosperity]].",
    "For this reason, the majority of [[the majority of]] the majority was left out.",
]

GOOD = [
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
    "“Build the wall, build the wall, build the wall,” they chanted. Let it be, let it be, let it be, let it be.",
]
LEAVE = [("neck and neck", "The vote is neck and neck with the other.")]

_JOINED = 16  # tokens of a phrase that comes again behind a comma or conjunction
#: What a clause hangs on that its main clause may repeat: what you see you see; if you can work at home work at home.
_CONDITIONS = RELATIVES | {"what", "all", "whatever", "whenever", "everything", "as", "because"}
_CONDITIONAL = frozenset(("if", "when", "once", "where", "wherever"))
_THOSE_THAT = (["those", "that"], ["they", "that"], ["things", "that"])
#: Those whose kin have kin, and what has degrees: the mother of the mother of the groom.
_KIN = frozenset("mother father son daughter brother sister cousin wife husband friend best worst part".split())
_LINKS = frozenset("of to in within on upon after by for about behind under over against from with inside".split())
#: What goes on from the second of two: the end and the end of.
_GOING_ON = ("of", "-", "who", "which", "that", "else")
_SUNG = 40  # tokens to either side in which singing may be named


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every round of a phrase but the first."""
    analysis = document.analysis
    for sentence, first, second, end in analysis.view(repeated):
        phrase = sentence.tokens[first:second]
        if _counts(phrase, (end - second) // len(phrase)) and not _meant(sentence, first, second, end):
            message = f"“{sentence.text(first, second - 1)}” is repeated at once."
            yield sentence.match(second, end - 1, message, "")
    for sentence, joint in analysis.find(",", *sorted(COORDINATORS)):
        begin = joint + 1 + (sentence.at(joint + 1).lower in COORDINATORS)
        if len(analysis.index.get(sentence.at(begin).lower, ())) < 2:  # cheap
            continue
        length = _again(sentence, joint, begin)
        if length and not analysis.speech.quoted(sentence, joint) and _whole(analysis.reading(sentence), joint, length):
            message = f"“{sentence.text(begin, begin + length - 1)}” is joined to itself."
            yield sentence.match(joint, begin + length - 1, message, "", severity=None if length > 3 else "minor")


def _again(sentence: Sentence, joint: int, begin: int) -> int:
    """How many words before a comma or conjunction stand behind it once more; 0 if they differ, are sung or a name."""
    start = max(0, joint - _JOINED - _SUNG)  # of what is looked at
    tokens = sentence.tokens[start : begin + _JOINED + _SUNG]
    words = [token.lower for token in tokens]
    joint, begin = joint - start, begin - start
    longest = min(joint, _JOINED)
    length = next((n for n in range(1, longest + 1) if words[joint - n : joint] == words[begin : begin + n]), 0)
    first, end = joint - length, begin + length
    before, behind = words[max(0, first - length - 1) : max(0, first - 1)], words[end + 1 : end + 1 + length]
    if words[first:joint] in (before, behind) or not CHANTS.isdisjoint(words[max(0, first - _SUNG) : end + _SUNG]):
        return 0
    plain = all(token.kind in ("word", "number") for token in tokens[first:joint])
    named = not any(token.text.islower() for token in tokens[first:joint])
    return length if plain and not named else 0


def _whole(reading: Reading, joint: int, length: int) -> bool:
    """Whether what stands twice is whole: one of one or two words a noun phrase, joined by `and` or `or`."""
    tags, sentence = reading.tagged.tags, reading.sentence
    behind = joint + 1 + length + (sentence.at(joint + 1).lower in COORDINATORS)
    before = tags[joint - length - 1] if joint > length else ""
    after = tags[behind] if behind < len(tags) else ""
    if length > 2:
        return not (after[:2] in ("VB", "MD") if tags[joint] == "," else after[:2] in ("NN", "JJ"))
    noun = tags[joint - 1] == "NN" or (length > 1 and tags[joint - 1] == "NNS")
    longer = before[:2] in ("NN", "JJ", "CD") or before in ("VBN", "VBG") or after[:2] in ("NN", "JJ", "PO", "VB")
    return noun and tags[joint] == "CC" and sentence.at(behind).lower not in _GOING_ON and not longer


def _meant(sentence: Sentence, first: int, second: int, end: int) -> bool:
    """Whether the phrase from `first`, said again from `second` to `end`, is said twice for a reason."""
    behind, phrase = sentence.at(end).lower, [token.lower for token in sentence.tokens[first:second]]
    before = [token.lower for token in sentence.tokens[max(0, first - 3) : first]]
    if before and end - second == len(phrase):
        hangs = before[-1] in _CONDITIONS or before[-2:] in _THOSE_THAT or not _CONDITIONAL.isdisjoint(before)
        contact = phrase[0] in SUBJECT_PRONOUNS and len(phrase) < 4  # the things he said he said in anger
        if hangs or contact or behind in ("can", "could"):  # as sad as sad can be
            return True
    marked = any(token.kind == "punct" for token in sentence.tokens[first:second])
    if marked and any(token.lower in CHANTS for token in sentence.tokens[max(0, first - 12) : end + 12]):
        return True
    if phrase[0] in _LINKS:  # a book about books about books
        return len(phrase) == 2 and sentence.at(first - 1).lower.rstrip("s") == phrase[1].rstrip("s")
    # a copy of a copy of a copy: the chain goes on with its first word, or its noun is one of a chain
    goes_on = behind == phrase[0] and (behind != "the" or end - second > 2 * len(phrase))  # what is longer is a loop
    return goes_on or not _KIN.isdisjoint(phrase)


def _counts(phrase: Sequence[Token], rounds: int) -> bool:
    """Whether the repetition of a phrase is a defect."""
    words = [token for token in phrase if token.kind == "word"]
    if phrase[-1].text == ")" and words and len(words[0].text) > 2:
        return True  # a bracket twice
    if len(words) < 2:
        return False
    if len(words) < len(phrase) or any(token.lower in ("and", "or", "is") for token in words):
        return (rounds >= 2 and len(words) >= 4) or (rounds >= 4 and len(words) >= 3)
    return len(words) > 3 or any(token.text[0].islower() for token in words)
