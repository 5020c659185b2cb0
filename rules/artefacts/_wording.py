"""Fixed wordings of assistants and tools in the commonest languages, out of `data/assistant_wording.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).resolve().parent.parent / "data" / "assistant_wording.toml"
#: What an entry begins with, up to the first sign of a regular expression.
_PLAIN = re.compile(r"[^\\\[\](){}.*+?|^$]{1,4}(?![?{*+])")


class Wording:
    """Patterns that a line may begin with, looked up by their first letters and compiled when first needed.

    Args:
        patterns: regular expressions, each beginning with a plain character.

    Raises:
        ValueError: a pattern that does not.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        by_head: dict[str, list[str]] = {}
        for pattern in patterns:
            head = _PLAIN.match(pattern)
            if head is None:
                raise ValueError(f"a wording begins with a plain character: {pattern!r}")
            by_head.setdefault(head.group().lower(), []).append(pattern)
        self._sources = {head: "|".join(f"(?:{pattern})" for pattern in found) for head, found in by_head.items()}
        self._patterns: dict[str, re.Pattern[str]] = {}

    @property
    def heads(self) -> tuple[str, ...]:
        """The first letters of its entries, each once."""
        return tuple(self._sources)

    def match(self, text: str) -> re.Match[str] | None:
        """The wording a line begins with."""
        for length in (4, 3, 2, 1):
            head = text[:length].lower()
            if head in self._sources:
                pattern = self._patterns.get(head)
                if pattern is None:
                    pattern = self._patterns[head] = re.compile(self._sources[head], re.IGNORECASE)
                found = pattern.match(text)
                if found:
                    return found
        return None


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with _TABLE.open("rb") as file:
        return tomllib.load(file)


@cache
def wording(kind: str) -> Wording:
    """The wordings of one kind, all languages but English together."""
    return Wording(pattern for patterns in _table()[kind].values() for pattern in patterns)
