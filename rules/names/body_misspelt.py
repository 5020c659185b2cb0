"""The name of a known club, body, firm, paper, work or town of several words has a word with a slip: `Real Madrit`.

Why it happens: the source writes the name in another script, or by its own spelling, and the engine spells the sound
back, or makes a word of it that it knows (`Manchester Unite`, `Coupe Dou La League`).
How it is found: of some 8,000 names of clubs, contests, bodies, universities, firms, papers and works, and 7,000 of
towns, all words but one stand in their places, and that one, which English does not know, is a letter off, or two in a
long word. A word that is known counts only where it is the right one without its end (`Unite`), outside headlines. Of
a longer name that sounds the same as a whole, several words may be off.
What it leaves alone: British and American spellings, accents, plurals, other ways a town is spelt, and whatever bears a
name of its own that is nearly the same (Mudan is no slip of Fudan: a short word must begin with the same sound).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.analysis.names import Name, strange
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.bodies import LONGEST, Slip, nearly
from mtqa.rule import Rule

rule = Rule(category="fluency/spelling", severity="minor", since="0.3", facts=("names",))

BAD = [
    "He left for Real [[Madrit]] in May.",
    "The fans of Manchester [[Unite]] were sad.",
    "They met in the final of the [[Coupe Dou La League]] in Paris.",
    "The [[Europian]] Commission said no.",
    "She reads the Washington [[Poust]].",
    "He works at Goldman [[Zachs]].",
    "He flew from Rio de [[Janiero]] to Addis [[Ababba]].",
    "She studied at [[Dalhouji]] University and reads the [[Hurriet]] Daily News.",
    "The Frankfurter [[Algemeine]] Zeitung said so.",
]
GOOD = [
    "He left Real Madrid for Manchester United and read the Washington Post.",
    "Borussia Mönchengladbach, the World Health Organisation and the Atlético Madrid fans met.",
    "Manchester Unite For Peace is a song.",
    "The Green Parry is a firm; the World Ban was lifted.",
    "Union Berliner and Real Madrids of this world met.",
    "Fans of Manchester Unite\n\nThe team met in London.",
    "Goldman Zach is a painter.",
    "Mudan University is in Peking; the Gili Group is from Kimpo.",
    "They met in Buenos Ayres and on Tian'anmen Square.",
    "The Labor Party and the World Anti-Doping Agency met at Trinity Colleges.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the wrong word, or the whole."""
    for name in document.analysis.names:
        words = [token for token in name.tokens if token.kind == "word"]
        if len(words) < 2:  # of most names
            continue
        for first in range(len(words) - 1):
            match = _found(name, words[first : first + LONGEST])
            if match is not None:
                yield match
                break


def _found(name: Name, words: list[Token]) -> Match | None:
    """A slip in some neighbouring words of a name, the first of them in it."""
    for size in range(len(words), 1, -1):
        part = words[:size]
        slip = _nearly(*[token.text for token in part])
        if slip is None:
            continue
        begin, end = part[0].index, part[-1].index
        if slip.place is not None:
            begin = end = part[slip.place].index
            if not _wrong(name, part[slip.place].text, slip.right):
                continue
        message = f"“{name.sentence.text(part[0].index, part[-1].index)}” is spelt {slip.name}."
        return name.sentence.match(begin, end, message, slip.right)
    return None


@lru_cache(maxsize=4096)  # names come back, in a text and in others
def _nearly(*words: str) -> Slip | None:
    return nearly(list(words))


def _wrong(name: Name, word: str, right: str) -> bool:
    """Whether a word can only be a slip of the right one."""
    if strange(word):
        return True
    lost = right.lower().removeprefix(word.lower())
    return 0 < len(lost) < len(right) and not name.headline and name.words[-1] == word
