"""The pronoun “I” is written small.

Why it happens: the source copies chat or learner English, or the engine lower-cases what it does not know.

How it is found: a lone `i` right before a verb, an auxiliary or an adverb and a verb, where a clause may begin.

What it leaves alone: `i` as a number of a list, a letter, a variable or part of a foreign phrase, `i.e.`, and
anything beside a bracket, a full stop or a sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import MIDDLE_ADVERBS
from mtqa.rule import Rule

rule = Rule(
    category="fluency/spelling",
    severity="minor",
    registers=("news",),
)

BAD = [
    "When [[i]] was young, it was cold.",
    "He said that [[i]] can go.",
    "In the end [[i]] think it is late.",
    "It is late and [[i]] also want to leave.",
    "She knows what [[i]] have done.",
    "This is why [[i]] do not agree.",
]
GOOD = [
    "Article i is of value, and point (i) was read.",
    "It is i.e. the best and i, j are numbers.",
    "The variable i was set to zero.",
    "If i = 1, the sum is small.",
    "He met i Solisti Veneti in Rome.",
    "The letter i has a dot.",
    "The “i” is small; the 'i was' too.",
    "He bought an iPhone, and I can see it.",
]

_NOUNS = frozenset("letter variable article point part item section index chapter paragraph clause the an a no".split())
_DIRECT = frozenset("am was have had do did can could will would should must may might".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the small pronoun."""
    words = english()
    for sentence, i in document.analysis.find("i"):
        tokens = sentence.tokens
        token = tokens[i]
        if token.text != "i" or i + 1 >= len(tokens) or (i and not token.space):
            continue
        at = i + 2 if tokens[i + 1].lower in MIDDLE_ADVERBS and i + 2 < len(tokens) else i + 1
        verb = tokens[at]
        if verb.kind != "word" or not verb.space or not verb.text.islower():
            continue
        classes = words.tags(verb.lower)
        if verb.lower not in _DIRECT and classes[:1] not in ("V", "D", "M"):
            continue
        before = tokens[i - 1] if i else None
        if before is not None and (
            before.lower in _NOUNS
            or (before.kind != "word" and before.text not in (",", ";"))
            or (before.kind == "word" and not words.tags(before.lower))
            or (not before.text.islower() and i > 1 and before.kind == "word")
        ):
            continue
        yield Match(sentence.segment, token.start, token.end, "The pronoun “I” takes a capital.", ("I",))
