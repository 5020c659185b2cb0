"""What the rules on repetition share: rows, where the same words stand again at once, marks and `and` aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from mtqa.analysis.sentences import CLOSERS, OPENERS, Sentence
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.knowledge.words import COORDINATORS
from mtqa.values import NamedTuple

_WIDEST = 16  # words of what is said again
_MARKS = frozenset((*",;:.!?…。，、|/*•·–—-'", *CLOSERS, *OPENERS))
_PHRASE = 5  # words of a phrase that nobody says three times in a row for emphasis
_LOOKS = 3  # earlier places of a word that are looked at


class Row(NamedTuple):
    """The same words two times or more in a row. Places are indices of the sentence's tokens.

    Attributes:
        sentence: they stand in.
        first, last: of the first round.
        second: where the second round begins.
        end: the last token of the last round.
        rounds: how often they stand there.
        words: of a round, in lower case, without marks and coordinators.
    """

    sentence: Sentence
    first: int
    last: int
    second: int
    end: int
    rounds: int
    words: tuple[str, ...]

    @property
    def joint(self) -> tuple[str, ...]:
        """The marks and coordinators between the first round and the second, in lower case."""
        return tuple([token.lower for token in self.sentence.tokens[self.last + 1 : self.second]])

    @property
    def rest(self) -> tuple[int, int]:
        """First and last token of all rounds but the first, with what joins them and the brackets round them."""
        joint = self.joint
        closed = bool(joint) and joint[0] in CLOSERS
        opened = bool(joint) and joint[-1] in OPENERS and self.sentence.at(self.end + 1).text in CLOSERS
        return self.last + 1 + closed, self.end + opened

    @property
    def unit(self) -> list[Token]:
        """The tokens of the first round."""
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def marked(self) -> bool:
        """Whether a mark or coordinator stands inside a round."""
        joints = (self.rounds - 1) * len(self.joint)
        return self.end + 1 - self.first > self.rounds * len(self.words) + joints

    @property
    def looped(self) -> bool:
        """Whether it comes so often that the engine went round in a circle; two or three rounds may be a slip."""
        size = len(self.words)
        needed = 4 if size == 1 else 3
        if self.rounds > 2 and self.sentence.tokens[self.end - 1].lower == "or":
            return True  # cook, cook or cook
        parted = self.marked or self.joint not in ((), (")", "("))
        return self.rounds >= needed + (parted and size < _PHRASE)


def rows(analysis: Analysis) -> list[Row]:
    """The rows of a text, in reading order: a view. A word is in one row at most."""
    found: list[Row] = []
    doubled = {word for word in COORDINATORS for sentence, i in analysis.find(word) if sentence.says(i, word, word)}
    joints = _MARKS | (COORDINATORS - doubled)  # said and and went
    for sentence in analysis.sentences:
        lower = [token.lower for token in sentence.tokens if token.lower not in joints]
        if len(set(lower)) == len(lower):  # cheap
            continue
        if len(set(pairwise(lower))) == len(lower) - 1 and not any(map(eq, lower, lower[1:])):  # cheap
            continue
        said = [token for token in sentence.tokens if token.lower not in joints]
        for first, second, end in runs(lower, _WIDEST):
            first, second, end = _at_joint(said, first, second, end)
            one, last, two, close = [said[i].index for i in (first, second - 1, second, end - 1)]
            words = tuple(lower[first:second])
            found.append(Row(sentence, one, last, two, close, (end - first) // len(words), words))
    return found


def runs(keys: Sequence[str], widest: int) -> Iterator[tuple[int, int, int]]:
    """Where a unit of up to so many keys begins, where it begins again, and where its last round ends."""
    earlier: list[int] = []  # of every place the one before with the same key
    seen: dict[str, int] = {}
    for i, key in enumerate(keys):
        earlier.append(seen.get(key, -1))
        seen[key] = i
    i = free = 0
    while i < len(keys):
        start = earlier[i]
        if start >= free and i - start <= widest:  # cheap
            start = _begun(keys, earlier, i, max(free, i - widest))
            if start >= 0:
                end = 2 * i - start
                while keys[end : end + i - start] == keys[start:i]:
                    end += i - start
                yield start, i, end
                i = free = end
                continue
        i += 1


def _begun(keys: Sequence[str], earlier: Sequence[int], i: int, least: int) -> int:
    """Where a unit begins, not before the least place, that ends before a place and stands again there; or -1."""
    start = earlier[i]
    behind = keys[i + 1 : i + 2]
    for _ in range(_LOOKS):
        if start < least:
            break
        near = start == i - 1 or keys[start + 1 : start + 2] == behind  # cheap
        if near and keys[start:i] == keys[i : 2 * i - start]:
            return start
        start = earlier[start]
    return -1


def _at_joint(said: Sequence[Token], first: int, second: int, end: int) -> tuple[int, int, int]:
    """The same run, begun later where its rounds then part at a mark or conjunction: to be, | or not to be."""
    for shift in range(second - first):
        behind = end + shift
        if shift and (behind > len(said) or said[behind - 1].lower != said[first + shift - 1].lower):
            break
        if said[second + shift].index - said[second + shift - 1].index > 1:
            return first + shift, second + shift, behind
    return first, second, end
