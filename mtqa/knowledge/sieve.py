"""Which of a text's words a judgement has something to say of: most words are judged once in the life of a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import filterfalse
from typing import Generic, TypeVar

__all__ = ["Sieve"]

T = TypeVar("T")
_LIMIT = 1 << 16  # harmless words remembered


class Sieve(Generic[T]):
    """Remembers the words that a judgement finds harmless, so that a text's usual words cost one look each.

    Args:
        judge: of a word alone, wherever it stands; `None` or `False` if there is nothing to say of it.
    """

    def __init__(self, judge: Callable[[str], T | None]) -> None:
        self._judge = judge
        self._harmless: set[str] = set()

    def __call__(self, words: Iterable[str]) -> Iterator[tuple[str, T]]:
        """The words that are not harmless, in their order, with what is said of them."""
        harmless = self._harmless
        for word in list(filterfalse(harmless.__contains__, words)):
            found = self._judge(word)
            if found:
                yield word, found
            else:
                if len(harmless) >= _LIMIT:
                    harmless.clear()
                harmless.add(word)

    def cache_clear(self) -> None:
        """Forget the harmless words, as where the judgement has changed."""
        self._harmless.clear()
