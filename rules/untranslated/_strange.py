"""Words that nothing in English comes near: neither made from a word of it nor a slip away from one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mtqa.knowledge.lexicon import english
from mtqa_rules.data import wordlist

__all__ = ["strange"]

_SUFFIXES = wordlist("spelling/misspelling", "suffixes")
_PREFIXES = wordlist("spelling/misspelling", "prefixes")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 3  # letters of what a word may be made from


@lru_cache(maxsize=1 << 14)
def strange(word: str) -> bool:
    """Whether a word that no English list has is neither made from a word nor a slip away from one."""
    return not _made(word) and not _slip(word)


def _known(words: Iterable[str]) -> bool:
    """Whether one of some strings is a word, in any casing."""
    return bool(english().among([_plain(word) for word in words if len(word) >= _SHORTEST]))


def _plain(word: str) -> str:
    return word.lower().replace("\u2019", "'")


def _stems(word: str) -> list[str]:
    """What endings leave of a word, and what it may be short for: happi, happy, hop(p), mak(e)."""
    stems = [word.removesuffix(suffix) for suffix in _SUFFIXES if word.endswith(suffix)]
    return [made for stem in stems for made in (stem, stem + "e", stem[:-1], stem[:-1] + "y")]


def _made(word: str) -> bool:
    """Whether any word of English, rare ones too, is in it: looser than what spelling asks, which wants usual ones."""
    if _known(_stems(word)):
        return True
    rests = [word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)]
    if _known(part for rest in rests for part in (rest, *_stems(rest))):
        return True
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    heads = set(english().among([_plain(word[:cut]) for cut in cuts]))
    return _known(word[cut:] for cut in cuts if _plain(word[:cut]) in heads)


def _slip(word: str) -> bool:
    """Whether a letter put in, left out, put for another or put before its neighbour gives a word."""
    for i in range(min(len(word), english().reach(word)) + 1):  # nothing begins with a longer head
        head, tail = word[:i], word[i:]
        fewer = (head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:])
        if _known((*fewer, *(head + letter + rest for letter in _LETTERS for rest in (tail, tail[1:])))):
            return True
    return False
