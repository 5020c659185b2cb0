"""How well the word classes of a sentence follow one another.

Every token has a kind: the word itself where it is small and frequent (`of`, `the`, `has`), else its class. A table
says by how much the two kinds before a token make its own more likely than it is anywhere (above 0), or less (below 0).
English goes from one to the next at about 13; words in no order have 0 on average, and `of of` has -60.
"""

from __future__ import annotations

import gzip
from functools import cache
from typing import NamedTuple

from mtqa.analysis.tokens import Token
from mtqa.knowledge.data import DATA

__all__ = ["EDGE", "STEPS", "Table", "fits", "kinds", "small"]

STEPS = 10  # to one unit of natural logarithm
EDGE = "!"  # the kind of a sentence's beginning, and of its end
_ZERO = 512  # the character of the value 0 in the file


class Table(NamedTuple):
    """The figures, kinds written as one character each.

    Attributes:
        words: kinds of single words, by the sign of their class; of "" that of the class itself.
        seen: the figures of three kinds that were seen in a row, and of two.
        unseen: by two kinds, and by one: what is added where the kind behind them was never seen there.
    """

    words: dict[str, dict[str, str]]
    seen: dict[str, int]
    unseen: dict[str, int]


@cache
def _table() -> Table:
    data = DATA.joinpath("order.txt.gz").read_bytes()
    names, *blocks = gzip.decompress(data).decode("utf-8").split("\n")
    words: dict[str, dict[str, str]] = {}
    for i, name in enumerate(names.split("\t")):
        words.setdefault(name[-1], {})[name[:-1]] = chr(ord(EDGE) + 1 + i)
    seen: dict[str, int] = {}
    unseen: dict[str, int] = {}
    for i, (size, into) in enumerate(((3, seen), (2, seen), (2, unseen), (1, unseen))):
        keys, values = blocks[2 * i : 2 * i + 2]
        into.update((keys[size * k : size * (k + 1)], ord(value) - _ZERO) for k, value in enumerate(values))
    return Table(words, seen, unseen)


def kinds(tokens: list[Token], signs: str) -> str:
    """The kinds of tokens, one character each; `signs` are those of their classes."""
    words = _table().words
    made = [
        of_sign[token.lower] if token.lower in (of_sign := words[sign]) else of_sign[""]
        for token, sign in zip(tokens, signs, strict=True)
    ]
    return "".join(made)


@cache
def small() -> dict[str, str]:
    """A character for each word with a kind of its own, whatever the sign of its class."""
    names = sorted({word for of_sign in _table().words.values() for word in of_sign if word})
    return {name: chr(_OWN + i) for i, name in enumerate(names)}


_OWN = 0x400  # behind the characters of all signs and kinds
_LIMIT = 60_000  # figures remembered
_memory: dict[str, int] = {}


def fits(kinds: str) -> list[int]:
    """How well each token of a sentence follows the two before it, by their kinds; last how well it ends there."""
    row = EDGE + EDGE + kinds + EDGE
    memory = _memory
    return [memory[three] if (three := row[i - 2 : i + 1]) in memory else _remember(three) for i in range(2, len(row))]


def _remember(three: str) -> int:
    """The figure of the last of three kinds."""
    _, seen, unseen = _table()
    figure = seen.get(three)
    if figure is None:
        pair = three[1:]
        figure = unseen.get(three[:2], 0) + (seen[pair] if pair in seen else unseen.get(three[1], 0))
    if len(_memory) >= _LIMIT:
        _memory.clear()
    _memory[three] = figure
    return figure
