"""Tokens with exact code-point offsets, in one linear pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from mtqa.lazy import regex

TokenKind = Literal["word", "number", "clitic", "punct", "code", "edge"]

#: Marks written over, under or round letters, in all living scripts: parts of the word (they are no letters to `\w`).
_MARKS = (
    r"\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u093c"
    r"\u093e-\u094f\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2-\u09e3\u09fe"
    r"\u0a01-\u0a03\u0a3c-\u0a4d\u0a51\u0a70-\u0a71\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2-\u0ae3"
    r"\u0afa-\u0aff\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b62-\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04"
    r"\u0c3c\u0c3e-\u0c56\u0c62-\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2-\u0ce3\u0d00-\u0d03"
    r"\u0d3b-\u0d3c\u0d3e-\u0d4d\u0d57\u0d62-\u0d63\u0d81-\u0d83\u0dca\u0dcf-\u0ddf\u0df2-\u0df3\u0e31"
    r"\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f18-\u0f19\u0f35\u0f37\u0f39"
    r"\u0f3e-\u0f3f\u0f71-\u0f84\u0f86-\u0f87\u0f8d-\u0fbc\u102b-\u103e\u1056-\u1059\u105e-\u1060"
    r"\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f\u17b4-\u17d3"
    r"\u17dd\u180b-\u180d\u180f\u1885-\u1886\u18a9\ufb1e\ufe20-\ufe2f"
)
_L = rf"[\w{_MARKS}]"
#: What joins parts of a word: hyphens, the joiners of Persian and Indian scripts, the mark inside Hebrew abbreviations.
_J = r"""(?:[-‐‑\u200c\u200d]|(?<=[\u05d0-\u05ea])["״](?=[\u05d0-\u05ea]))"""

# Order matters: each alternative starts where the one before it cannot, and none repeats a repeated group
# over the same characters, so that the pass is linear on any input. The space and the first are there for speed alone.
_TOKEN = regex(
    rf"""
    [ ]?(
      [A-Za-z]{{2,}}+(?=[ ,.])                                      # most words
    | https?://[^\s<>"“”]{{1,2048}}                                  # address
    | [^\W\d_]\.(?:[^\W\d_]\.){{1,11}}(?:[^\W\d_](?!{_L}))?         # dotted abbreviation: U.S., a.m.
    | \d++(?:[.,:/–-]\d++)*{_L}*+(?:[-‐‑]{_L}++)*                   # number: 1,250.5, 2017-03-22, 21st, 5-year
    | ['’]s(?!{_L})                                                # clitic: the 's of Russia's
    | {_L}++(?:(?:{_J}|['’](?!s(?!{_L}))){_L}++)*                     # word: don't, Jean-Claude, COVID-19
    | \.\.+|--+|[^\w\s]                                            # mark
    )""",
    re.VERBOSE,
)
_LETTER = regex(_L)

_LIMIT = 30_000  # texts of tokens remembered, each once for all tokens that have it
_LONG = 40  # characters of the longest
_known: dict[str, tuple[str, str, TokenKind]] = {}


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

    def __init__(self, text: str, lower: str, start: int, end: int, kind: TokenKind, space: bool) -> None:
        self.text = text
        self.lower = lower
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
EDGE = Token("", "", 0, 0, "edge", True)


def tokenize(text: str, code: Sequence[tuple[int, int]] = ()) -> list[Token]:
    """The tokens of a text, in order; white space belongs to none.

    A possessive `'s` is a token of its own; other contractions and hyphenated compounds are one word.

    Args:
        code: ranges, in order, each of which is one token.
    """
    tokens: list[Token] = []
    known = _known
    behind = last = number = 0
    for found in _TOKEN.findall(text):
        start = text.find(found, behind)
        end = behind = start + len(found)
        if code:
            while number < len(code) and code[number][1] <= start:
                number += 1
            if number < len(code) and code[number][0] < end:
                if last <= code[number][0]:
                    first, last_of = code[number]
                    whole = text[first:last_of]
                    tokens.append(Token(whole, whole.lower(), first, last_of, "code", first > last or first == 0))
                    last = last_of
                continue
        same, lower, kind = known[found] if found in known else _met(found)
        tokens.append(Token(same, lower, start, end, kind, start > last or start == 0))
        last = end
    return tokens


def _met(text: str) -> tuple[str, str, TokenKind]:
    """A token's text, the same in lower case, and its kind."""
    if text[0].isdecimal():
        kind: TokenKind = "number"
    elif text in ("'s", "’s"):
        kind = "clitic"
    else:
        kind = "word" if _LETTER.match(text) else "punct"
    made = text, text.lower(), kind
    if len(text) <= _LONG:
        if len(_known) >= _LIMIT:
            _known.clear()
        _known[text] = made
    return made
