"""Fixed wordings of assistants and tools in the commonest languages, out of `data/assistant_wording.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from mtqa_rules.artefacts._english import PIECES
from mtqa_rules.artefacts._lines import HEAD

_TABLE = Path(__file__).resolve().parent.parent / "data" / "assistant_wording.toml"
#: What an entry begins with, up to the first sign of a regular expression.
_PLAIN = re.compile(r"[^\\\[\](){}.*+?|^$]{1,4}(?![?{*+])")
_PIECE = re.compile(r"<([A-Z]{3,12})>")


class Wording:
    """Patterns that a line may begin with, looked up by their first letters and compiled when first needed.

    Args:
        patterns: regular expressions, each beginning with plain characters or with alternatives that do.

    Raises:
        ValueError: a pattern that does not.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        by_head: dict[str, list[str]] = {}
        for pattern in patterns:
            for single in _spread(pattern):
                head = _PLAIN.match(single)
                if head is None:
                    raise ValueError(f"a wording begins with a plain character: {pattern!r}")
                by_head.setdefault(head.group().lower(), []).append(single)
        self._sources = {head: "|".join(f"(?:{single})" for single in found) for head, found in by_head.items()}
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def heads(self) -> frozenset[str]:
        """The first letters of its entries."""
        return frozenset(self._sources)

    def match(self, text: str) -> re.Match[str] | None:
        """The wording a line begins with."""
        for length in range(HEAD, 0, -1):
            head = text[:length].lower()
            if head in self._sources:
                pattern = self._patterns.get(head)
                if pattern is None:
                    pattern = self._patterns[head] = re.compile(self._sources[head], re.IGNORECASE)
                found = pattern.match(text)
                if found:
                    return found
        return None


def _spread(pattern: str) -> Iterator[str]:
    """A pattern that begins with alternatives, `(?:a|b)c` or `(?:a)?c`, as one pattern each: `ac`, `bc`."""
    if not pattern.startswith("(?:"):
        yield pattern
        return
    depth, cuts, i = 0, [3], 0
    while i < len(pattern):
        if pattern[i] == "\\":
            i += 1
        elif pattern[i] == "[":
            i = pattern.index("]", i + 2)
        elif pattern[i] == "(":
            depth += 1
        elif pattern[i] == ")":
            depth -= 1
            if depth == 0:
                break
        elif pattern[i] == "|" and depth == 1:
            cuts.append(i + 1)
        i += 1
    rest = pattern[i + 1 :]
    if rest.startswith("?"):
        rest = rest[1:]
        yield from _spread(rest)
    for start, end in pairwise([*cuts, i + 1]):
        yield from _spread(pattern[start : end - 1] + rest)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    with _TABLE.open("rb") as file:
        return tomllib.load(file)


@cache
def wording(kind: str) -> Wording:
    """The wordings of one kind, all languages together; `<TEXT>` and the like stand for what `_english` lists."""
    return Wording(_PIECE.sub(_piece, pattern) for patterns in _table()[kind].values() for pattern in patterns)


def _piece(name: re.Match[str]) -> str:
    return PIECES[name[1]]


@cache
def heads(kind: str, english: frozenset[str] = frozenset()) -> frozenset[str]:
    """What lines of a kind begin with: its wordings, and the words of the English shapes a rule adds."""
    return wording(kind).heads | english
