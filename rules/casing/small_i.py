"""The pronoun “I” is written small.

Why it happens: the source copies chat or learner English, or the engine lower-cases what it does not know.

How it is found: `i` before a verb in the form of the first person, or a modal.

What it leaves alone: chats and posts; the letter, the variable, the article of a law; a text without a single capital,
which somebody put into small letters as a whole.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import MIDDLE_ADVERBS
from mtqa.rule import Rule

rule = Rule(
    category="fluency/spelling", severity="minor", registers=("news",), words=frozenset(("i",)), since="0.3", fix="safe"
)

BAD = [
    "When [[i]] was young, it was cold.",
    "He said that [[i]] can go.",
    "In the end [[i]] think it is late.",
    "It is late and [[i]] also want to leave.",
    "She knows what [[i]] have done.",
]
GOOD = [
    "Article i is of value, and point (i) was read.",
    "It is i.e. the best and i, j are numbers.",
    "If i = 1, the sum is small.",
    "He met i Solisti Veneti in Rome.",
    "The letter i has a dot.",
    "The “i” is small.",
    "He bought an iPhone, and I can see it.",
    "the town is old. the men left it. the road is long. the snow is deep. they knew what i have done.",
]
LEAVE = [
    ("<class:lettered>|<class:code-nouns>|letter|the|article i", "The variable i was set to zero."),
]

_VERBS = frozenset(("VBP", "VBD", "VBD-A", "VBP-A", "MD"))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the pronoun."""
    analysis = document.analysis
    if all(paragraph.text.islower() for paragraph in analysis.paragraphs):
        return
    for sentence, i in analysis.find("i"):
        token, behind = sentence.tokens[i], i + 1 + (sentence.at(i + 1).lower in MIDDLE_ADVERBS)
        tags = analysis.reading(sentence).tagged.tags if token.text == "i" else []
        if tags[behind : behind + 1] and tags[behind] in _VERBS:
            yield sentence.match(i, i, "The pronoun “I” takes a capital.", "I")
