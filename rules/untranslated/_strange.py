"""Words that nothing in English comes near: neither made from a word of it nor a slip away from one."""

from __future__ import annotations

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


def _known(word: str) -> bool:
    return len(word) >= _SHORTEST and english().known(word)


def _stem(stem: str) -> bool:
    """Whether what an ending leaves is a word: happi, hop(p), mak(e)."""
    return any(map(_known, (stem, stem + "e", stem[:-1], stem[:-1] + "y")))


def _made(word: str) -> bool:
    """Whether any word of English, rare ones too, is in it: looser than what spelling asks, which wants usual ones."""
    if any(_stem(word.removesuffix(suffix)) for suffix in _SUFFIXES if word.endswith(suffix)):
        return True
    rests = [word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)]
    if any(
        _known(rest) or any(_stem(rest.removesuffix(end)) for end in _SUFFIXES if rest.endswith(end)) for rest in rests
    ):
        return True
    return any(_known(word[:cut]) and _known(word[cut:]) for cut in range(_SHORTEST, len(word) - _SHORTEST + 1))


def _slip(word: str) -> bool:
    """Whether a letter put in, left out, put for another or put before its neighbour gives a word."""
    for i in range(min(len(word), english().reach(word)) + 1):  # nothing begins with a longer head
        head, tail = word[:i], word[i:]
        if _known(head + tail[1:]) or _known(head + tail[1:2] + tail[:1] + tail[2:]):
            return True
        if any(_known(head + letter + tail) or _known(head + letter + tail[1:]) for letter in _LETTERS):
            return True
    return False
