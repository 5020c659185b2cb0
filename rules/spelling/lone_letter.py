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
    "One in six [[r]] 9,400 owns a boat.",
    "The region [[i]] home to many birds.",
    "The task should [[e]] easier for the team.",
]
GOOD = [
    "Plan b for the town, vitamin e in the food and hepatitis b in the blood.",
    "The letter s is the last; the x axis and the y axis; a t test of the n values.",
    "He and i went home, as i think. It is so under s 772 of the act. The points a, b and c are clear.",
    "If I post something about how they live, they laugh. This is s 12 of the act.",
    "You can e mail them or call. There I one day met him.",
    "Such is the world I love, and so it is.",
    "Let e be the number and e the sum; rock n roll.",
    "The c of the word and the o of the other.",
    "The “i” in team is none, and one d is enough.",
    "Say the letters r and rr well, among people i love so.",
    "He lives in flat b on the third floor. (b) be kind; (e) go home.",
    "Group b is to play, and group b will win.",
]

_MEANT = {
    "b": ("be", "by"), "e": ("be", "he"), "i": ("is", "in", "it"), "s": ("is", "as"), "o": ("of", "to", "or", "on"),
    "r": ("or",), "f": ("of", "if"), "t": ("to", "it", "at"), "h": ("he",),
}  # fmt: skip
_LETTERED = (LETTERED - {"league", "side"}) | ARTICLES | {"and", "let", "letter", "letters", "or"}
_USUAL = 15.5

rule.only_on(words=_MEANT)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the letter."""
    index = document.analysis.index
    for letter in (letter for letter in _MEANT if len(index.get(letter, ())) == 1):
        sentence, i = index[letter][0]
        token, before, behind = sentence.tokens[i], sentence.at(i - 1), sentence.at(i + 1)
        if token.text != letter or before.lower in _LETTERED:
            continue
        if letter == "i" and document.analysis.reading(sentence).tagged.tags[behind.index].startswith(("V", "MD")):
            continue  # the pronoun
        number = behind.kind == "number" and letter != "s"  # s 772 of the act
        pair = english().pair
        meant = (word for word in _MEANT[letter] if pair(before.lower, word) > _USUAL)
        word = next((word for word in meant if number or pair(word, behind.lower) > _USUAL), None)
        if word is not None:
            yield sentence.match(i, i, f"“{letter}” is no word; “{word}” is probably meant.", word)
