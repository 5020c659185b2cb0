"""A letter stands alone where a short word has lost one: `it i one of`, `will b signed`.

Why it happens: pieces of words are lost on the way, or a slip of the keyboard.

How it is found: a single letter in lower case between two words, where `is`, `be`, `or` and the like, which have that
letter, are often written between those very words.

What it leaves alone: variables, grades, vitamins, lists with letters, letters spoken of, `a`, initials, letters that
the text uses twice, and marks beside the letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import LETTERED
from mtqa.knowledge.words import ARTICLES
from mtqa.rule import Rule

rule = Rule(
    category="fluency/spelling",
    severity="minor",
    registers=("news",),
    since="0.2",
)

BAD = [
    "It [[i]] one of the main attractions of the country.",
    "The agreement will [[b]] signed on Tuesday.",
    "One in six [[r]] eight owns a boat.",
    "The region [[i]] home to many birds.",
    "The task should [[e]] easier for the team.",
]
GOOD = [
    "Plan b for the town, vitamin e in the food and hepatitis b in the blood.",
    "The letter s is the last; the x axis and the y axis; a t test of the n values.",
    "He and i went home, as i think. It is so under s 772 of the act. The points a, b and c are clear.",
    "Let e be the number and e the sum; rock n roll.",
    "The c of the word and the o of the other.",
    "The “i” in team is none, and one d is enough.",
    "He lives in flat b on the third floor. (b) be kind; (e) go home.",
    "Group b is to play, and group b will win.",
]

_MEANT = {
    "b": ("be", "by"), "e": ("be", "he"), "i": ("is", "in", "it"), "s": ("is", "as"), "o": ("of", "to", "or", "on"),
    "r": ("or",), "f": ("of", "if"), "t": ("to", "it", "at"), "h": ("he",),
}  # fmt: skip
_LETTERED = (LETTERED - {"league", "side"}) | ARTICLES | frozenset("and let letter or".split())
_USUAL = 15.5


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the letter."""
    index = document.analysis.index
    for letter, words in _MEANT.items():
        places = index.get(letter, ())
        if len(places) != 1:
            continue
        sentence, i = places[0]
        tokens = sentence.tokens
        if not i or i + 1 >= len(tokens) or tokens[i].text != letter or not tokens[i + 1].space or not tokens[i].space:
            continue
        before, behind = tokens[i - 1], tokens[i + 1]
        if before.kind == "punct" or behind.kind == "punct" or before.lower in _LETTERED or len(behind.text) == 1:
            continue
        if behind.kind == "number" and letter == "s":
            continue  # s 772 of the act
        if letter == "i" and english().tags(behind.lower)[:1] in tuple("VDZMA"):
            continue  # the pronoun: grammar/small-i
        for word in words:
            if _suits(before.lower, word, behind.lower, behind.kind == "number"):
                message = f"“{letter}” is no word; “{word}” is probably meant."
                yield Match(sentence.segment, tokens[i].start, tokens[i].end, message, (word,))
                break


def _suits(before: str, word: str, behind: str, number: bool) -> bool:
    """Whether people write a word between two others."""
    pair = english().pair
    return pair(before, word) > _USUAL and (number or pair(word, behind) > _USUAL)
