"""Words that no list has because anybody makes them of others."""

from mtqa.knowledge.lexicon import english
from mtqa_rules.data import wordlist

__all__ = ["UNSEEN", "base", "made"]

UNSEEN = -20.0  # natural log probability
_SUFFIXES = wordlist("spelling/misspelling", "suffixes")
_PREFIXES = wordlist("spelling/misspelling", "prefixes")


def base(word: str) -> bool:
    """Whether a word is one that others may be made of: not rare."""
    return len(word) > 2 and (english().logprob(word) or UNSEEN) > -14.5


def made(lower: str) -> bool:
    """Whether the word is regularly made from a known one, or two written as one."""
    words = english()
    for stem in (lower.removesuffix(suffix) for suffix in _SUFFIXES if lower.endswith(suffix)):
        other = stem[:-1] + "y" if stem.endswith("i") else stem[:-1] if stem[-2:-1] == stem[-1:] else stem + "e"
        if base(stem) or base(other):
            return True
    return any(base(lower[len(prefix) :]) for prefix in _PREFIXES if lower.startswith(prefix)) or any(
        all((words.logprob(part) or UNSEEN) > -12 for part in (lower[:cut], lower[cut:]))
        for cut in range(3, len(lower) - 2)
    )
