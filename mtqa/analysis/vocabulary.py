"""What is known of each word of a text wherever it stands, looked up at once and remembered."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from sys import intern

from mtqa.analysis.order import kinds_of, small
from mtqa.analysis.wordclasses import ALL_SIGNS
from mtqa.knowledge import company
from mtqa.knowledge.data import DATA
from mtqa.knowledge.lexicon import english
from mtqa.values import NamedTuple

__all__ = ["CONTENT", "NOUNS", "Word", "alike", "kinds", "used", "vocabulary"]

#: Signs of words that have a class of like use: nouns, verbs, adjectives, adverbs.
CONTENT = frozenset("nsjBVZDegr")
NOUNS = frozenset("nsPS")
_LIMIT = 1 << 15  # words remembered
_UNSEEN = -22.0  # the natural log probability of a word without one


@cache
def alike() -> dict[str, str]:
    """The class of like use of each word, as a character."""
    words, classes = gzip.decompress((DATA / "alike.txt.gz").read_bytes()).decode("utf-8").split("\n")
    return dict(zip(words.split(" "), map(intern, classes), strict=True))  # one object for all words of a class


class Word(NamedTuple):
    """A lower-cased token.

    Attributes:
        small: itself, if it has small letters; else "".
        alpha: whether it is all letters.
        known: whether the lexicon knows it.
        usual: the natural log probability of the very form.
        number, straight: for `company.gains`: as it is written, and with straight apostrophes.
        alike: the character of its class of like use; "" without one.
        kinds: by the sign of its word class, its kind (see `order`).
        used: the same, what stands for it in a row of classes of like use (see `used`).
    """

    small: str
    alpha: bool
    known: bool
    usual: float
    number: int
    straight: int
    alike: str
    kinds: Mapping[str, str]
    used: Mapping[str, str]


class _Memory(dict[str, Word]):
    def __missing__(self, lower: str) -> Word:
        if len(self) >= _LIMIT:
            self.clear()
        lexicon, like, number = english(), alike().get(lower, ""), company.number(lower)
        made = self[lower] = Word(
            lower if lower.islower() else "",
            lower.isalpha(),
            lexicon.known(lower),
            lexicon.logprob(lower) or _UNSEEN,
            number,
            company.number(lower.replace("’", "'")) if "’" in lower else number,
            like,
            kinds_of(lower if lower in small() else ""),
            _used(small().get(lower, ""), like),
        )
        return made


_memory = _Memory()


def vocabulary(words: Iterable[str]) -> list[Word]:
    """What is known of some lower-cased words."""
    return list(map(_memory.__getitem__, words))


def kinds(words: Sequence[Word], signs: str) -> str:
    """The kinds of a sentence's words, a character each (see `order`); `signs` are those of their classes."""
    return "".join([word.kinds[sign] for word, sign in zip(words, signs, strict=True)])


def used(words: Sequence[Word], signs: str) -> str:
    """Small words themselves, nouns, verbs, adjectives and adverbs by the class of words of like use, else signs."""
    return "".join([word.used[sign] for word, sign in zip(words, signs, strict=True)])


@cache
def _used(own: str, like: str) -> Mapping[str, str]:
    """By sign, of words with a character of their own, of words of a class of like use, and of others."""
    return {
        sign: own if own and sign not in NOUNS else like if like and sign in CONTENT else sign for sign in ALL_SIGNS
    }
