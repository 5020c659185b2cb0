"""What a text can begin with to match a regular expression, so that most lines are never tried."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

#: So many letters of its beginning tell which wordings a line can be.
HEAD = 4
_MOST = 2_000  # beginnings that are told apart; further ones are cut short
_MOST_MEMBERS = 16  # of a class that are told apart
#: A beginning without any sign of a regular expression, and no alternative to it behind.
_PLAIN = re.compile(r"[^\\\[\](){}.*+?|^$]{4}(?![?{*+])(?=[^|]*$)")
_BRACKET = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_MEMBER = re.compile(r"\\(.)|(.)", re.DOTALL)
_LOOK = re.compile(r"\(\?<?[=!]")
_BLANKS = {"b": [""], "B": [""], "s": [" "], "n": ["\n"], "t": ["\t"], "d": list("0123456789")}


class _Heads(NamedTuple):
    """Beginnings that are told, and those that more may be added to."""

    told: frozenset[str]
    open: frozenset[str]

    def then(self, other: _Heads, optional: bool, repeated: bool) -> _Heads:
        """These with what follows."""
        told = self.told | {(a + b)[:HEAD] for a in self.open for b in other.told}
        both = frozenset((a + b)[:HEAD] for a in self.open for b in other.open)
        if repeated or len(both) > _MOST:
            told, both = told | both, frozenset[str]()
        return _Heads(
            told | {head for head in both if len(head) == HEAD},
            frozenset(head for head in both if len(head) < HEAD) | (self.open if optional else frozenset()),
        )


_EMPTY = _Heads(frozenset(), frozenset([""]))
_ANYTHING = _Heads(frozenset([""]), frozenset())


def beginnings(lead: str, pattern: str) -> frozenset[str]:
    """Lower-cased beginnings of up to `HEAD` letters, one of which every match has; `""` where it may be anything.

    Args:
        lead: a pattern that stands before the other; many share one.
    """
    plain = _PLAIN.match(lead or pattern)
    if plain:
        return frozenset([plain.group().lower()])
    heads = _read(lead)
    if heads.open:
        heads = heads.then(_alternatives(pattern, 0)[0], False, False)
    found = heads.told | heads.open
    return frozenset(head for head in found if not any(head[:i] in found for i in range(len(head))))


@lru_cache
def _read(pattern: str) -> _Heads:
    return _alternatives(pattern, 0)[0]


def _alternatives(pattern: str, i: int) -> tuple[_Heads, int]:
    """The beginnings of what stands from `i` to the closing bracket, and where that is."""
    told, opened, here = frozenset[str](), frozenset[str](), _EMPTY
    while i < len(pattern) and pattern[i] != ")":
        if pattern[i] == "|":
            told, opened, here, i = told | here.told, opened | here.open, _EMPTY, i + 1
            continue
        if not here.open:  # no more to be told
            i = _end(pattern, i, "|)")
            continue
        atom, i = _atom(pattern, i)
        least, most, i = _repeat(pattern, i)
        here = here.then(atom, least == 0, most > 1)
    return _Heads(told | here.told, opened | here.open), i


def _end(pattern: str, i: int, signs: str) -> int:
    """Where the first of the signs stands behind `i` outside of brackets opened behind it; the length if none does."""
    depth = 0
    for found in _BRACKET.finditer(pattern, i):
        sign = found.group()
        if depth == 0 and sign in signs:
            return found.start()
        depth += (sign == "(") - (sign == ")")
    return len(pattern)


def _atom(pattern: str, i: int) -> tuple[_Heads, int]:
    sign = pattern[i]
    if sign == "\\":
        return _one_of(pattern[i : i + 2]), i + 2
    if sign == "(":
        if _LOOK.match(pattern, i):
            return _EMPTY, _end(pattern, i + 1, ")") + 1
        start = pattern.index(":", i) + 1 if pattern.startswith("(?", i) else i + 1
        heads, end = _alternatives(pattern, start)
        return heads, end + 1
    if sign == "[":
        end = pattern.index("]", i + 2)
        while pattern[end - 1] == "\\":
            end = pattern.index("]", end + 1)
        return _one_of(pattern[i + 1 : end]), end + 1
    if sign in "^$":
        return _EMPTY, i + 1
    return (_ANYTHING if sign == "." else _Heads(frozenset(), frozenset([sign.lower()]))), i + 1


def _one_of(members: str) -> _Heads:
    """What the members of a class, or an escape by itself, can begin with."""
    found: set[str] = set()
    for escaped, sign in _MEMBER.findall(members):
        if escaped.isalnum() and escaped not in _BLANKS:
            return _ANYTHING
        found.update(_BLANKS.get(escaped, (escaped or sign,)))
    if members[0] == "^" or "-" in members[1:-1] or len(found) > _MOST_MEMBERS:
        return _ANYTHING
    return _Heads(frozenset(), frozenset(one.lower() for one in found))


def _repeat(pattern: str, i: int) -> tuple[int, int, int]:
    """How often the atom before `i` stands, at least and at most, and what follows."""
    least = most = 1
    sign = pattern[i : i + 1]
    if sign and sign in "?*+":
        least, most, i = int(sign == "+"), 1 if sign == "?" else 2, i + 1
    elif sign == "{" and pattern[i + 1].isdigit():
        end = pattern.index("}", i)
        low, _, high = pattern[i + 1 : end].partition(",")
        least, most, i = int(low), int(high or low), end + 1
    else:
        return least, most, i
    return least, most, i + (pattern[i : i + 1] == "?")
