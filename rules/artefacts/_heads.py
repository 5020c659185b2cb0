"""What a text can begin with to match a regular expression, so that most lines are never tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.lazy import regex

#: So many letters of its beginning tell which wordings a line can be; of a beginning that many have, a few more.
HEAD, LONG = 4, 6
_MOST = 16  # members of a class that are told apart
#: A bracket, a stroke or what takes one character; and how often.
_TOKEN = regex(
    r"(\(\?<?[=!]|\(\?[-a-z]{0,4}:|[()|]|\\.|\[\^?(?:\\.|[^\]\\])+\]|.)([?*+]|\{\d+(?:,\d*)?\})?\??", re.DOTALL
)
_MEMBER = regex(r"\\.|.", re.DOTALL)
#: What takes nothing; what takes any character, or one of many.
_NOTHING = regex(r"[$^]|\\[bB]|\(\?<?[=!]")
_ANY = regex(r"\.|\\[wWSD]|\[\^|\[.*(?:[^\[\\]-[^\]]|\\[wWSD])", re.DOTALL)
_ESCAPES = {r"\s": " ", r"\n": "\n", r"\t": "\t", r"\d": "0"}
_DIGITS = str.maketrans("123456789", "000000000")
_State = tuple[int, str]  # a place in a pattern, and what was taken up to there


def beginning(text: str) -> str:
    """What a text begins with, in small letters, each digit as 0."""
    return text[:LONG].lower().translate(_DIGITS)


def beginnings(lead: str, pattern: str, many: frozenset[str] = frozenset()) -> set[str]:
    """What matches begin with, as `beginning` gives it or shorter; `""` where it may be anything.

    Args:
        lead: a pattern that stands before the other.
        many: beginnings of `HEAD` letters that are told by `LONG` ones.
    """
    heads, left = _walk(lead, "", many)
    heads = heads.union(*[found for head in left for found in _walk(pattern, head, many)])
    return {head for head in heads if not any(head[:i] in heads for i in range(len(head)))}


@lru_cache(maxsize=64)
def _walk(pattern: str, before: str, many: frozenset[str]) -> tuple[set[str], set[str]]:
    """Beginnings of what it matches behind some text: told as far as can be; and whole matches that are shorter."""
    tokens: list[tuple[str, str]] = _TOKEN.findall(f"(?:{pattern})")
    ends = _ends(tokens)
    told, whole = set[str](), set[str]()
    seen: set[_State] = {(0, before)}
    states = list(seen)
    while states:
        place, head = states.pop()
        if place == len(tokens):
            whole.add(head)
            continue
        enough = len(head) >= (LONG if head[:HEAD] in many else HEAD)
        following = [] if enough else list(_steps(tokens, ends, place, head))
        if not following:
            told.add(head)
        states += [state for state in following if state not in seen]
        seen.update(following)
    return told, whole


def _ends(tokens: list[tuple[str, str]]) -> dict[int, list[int]]:
    """For every bracket and stroke the bracket that opens its group, the strokes in it and the one that closes it."""
    ends: dict[int, list[int]] = {}
    opened: list[list[int]] = []
    for place, (sign, _) in enumerate(tokens):
        if sign[0] == "(":
            opened.append([])
        if sign[0] == "(" or sign in "|)":
            opened[-1].append(place)
            ends[place] = opened[-1]
        if sign == ")":
            opened.pop()
    return ends


def _steps(tokens: list[tuple[str, str]], ends: dict[int, list[int]], place: int, head: str) -> Iterator[_State]:
    """Where a match can be one step on; nowhere if what stands there takes any character."""
    sign = tokens[place][0]
    first, *strokes, last = ends.get(place, (place, place))
    often = tokens[last][1]
    may_lack, may_return = often.startswith(("?", "*", "{0")), often not in ("", "?")
    behind = (last + 1, head)
    if sign in ("|", ")"):
        yield behind
        if may_return:
            yield first, head
    elif _NOTHING.match(sign):
        yield behind
    elif sign[0] == "(":
        yield from ((start + 1, head) for start in (first, *strokes))
        if may_lack:
            yield behind
    elif members := _members(sign):
        for member in members:
            taken = (head + member)[:LONG]
            yield last + 1, taken
            if may_return:
                yield first, taken
        if may_lack:
            yield behind


def _members(sign: str) -> set[str]:
    """The characters that an escape, a class or a sign by itself takes; none where they are too many to tell."""
    if _ANY.match(sign):
        return set()
    members = _MEMBER.findall(sign[1:-1] if sign[0] == "[" else sign)
    found = {_ESCAPES.get(member, member[-1].lower().translate(_DIGITS)) for member in members}
    return found if len(found) <= _MOST else set()
