"""Tokens with exact code-point offsets, in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

TokenKind = Literal["word", "number", "clitic", "punct", "code", "edge"]

_L = r"[\w\u0300-\u036F]"

# Order matters: each alternative starts where the one before it cannot, and none repeats a repeated group
# over the same characters, so that the pass is linear on any input.
_TOKEN = re.compile(
    rf"""
      (https?://[^\s<>"“”]{{1,2048}})                              # 1 address
    | ((?:[^\W\d_]\.){{2,12}}(?:[^\W\d_](?!{_L}))?)                # 2 dotted abbreviation: U.S., a.m.
    | (\d+(?:[.,:/–-]\d+)*{_L}*(?:[-‐‑]{_L}+)*)                    # 3 number: 1,250.5, 2017-03-22, 21st, 5-year
    | (['’]s(?!{_L}))                                              # 4 clitic: the 's of Russia's
    | ({_L}+(?:(?:[-‐‑]|['’](?!s(?!{_L}))){_L}+)*)                 # 5 word: don't, Jean-Claude, COVID-19
    | (\.\.+|--+|[^\w\s])                                          # 6 mark
    """,
    re.VERBOSE,
)

_KINDS: tuple[TokenKind, ...] = ("punct", "word", "word", "number", "clitic", "word", "punct")


class Token:
    """A word, number, clitic (`'s`) or mark.

    Attributes:
        text: as it stands in the segment.
        lower: the same in lower case.
        start, end: code points in the segment's target.
        kind: "word", "number", "clitic", "punct" or "code"; "edge" of the empty one beside a sentence (`EDGE`).
        space: whether white space (or the segment's beginning) stands before it.
        index: place in its sentence's tokens.
    """

    __slots__ = ("end", "index", "kind", "lower", "space", "start", "text")

    def __init__(self, text: str, start: int, end: int, kind: TokenKind, space: bool) -> None:
        self.text = text
        self.lower = text.lower()
        self.start = start
        self.end = end
        self.kind = kind
        self.space = space
        self.index = 0

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start}, {self.end}, {self.kind!r})"

    @property
    def is_word(self) -> bool:
        """A word, not a number or mark."""
        return self.kind == "word"

    @property
    def capitalised(self) -> bool:
        """Whether the first letter is upper case."""
        return self.text[:1].isupper()


#: What stands before the first token of a sentence and behind its last: no text, no place.
EDGE = Token("", 0, 0, "edge", True)


def tokenize(text: str, code: Sequence[tuple[int, int]] = ()) -> list[Token]:
    """The tokens of a text, in order; white space belongs to none.

    A possessive `'s` is a token of its own; other contractions and hyphenated compounds are one word.

    Args:
        code: ranges, in order, each of which is one token.
    """
    tokens: list[Token] = []
    last = number = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while number < len(code) and code[number][1] <= start:
            number += 1
        if number < len(code) and code[number][0] < end:
            if last <= code[number][0]:
                first, behind = code[number]
                tokens.append(Token(text[first:behind], first, behind, "code", first > last or first == 0))
                last = behind
            continue
        tokens.append(Token(match.group(), start, end, _KINDS[match.lastindex or 0], start > last or start == 0))
        last = end
    return tokens
