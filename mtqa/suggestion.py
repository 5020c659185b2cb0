"""Suggestions put in place of the span: what is taken out takes its space along."""

from __future__ import annotations

import dataclasses

from mtqa.finding import Match
from mtqa.lazy import regex

#: Marks that no space stands before.
_CLINGING = frozenset(",.;:!?…)]”’")
_OPENING = frozenset("([“‘")
#: Spaces left over: two in a row, one at either end, one before a mark.
_LEFT_OVER = regex(r"(?<![^\S\n])[^\S\n]{2}|\A\s|(?<!\s)\s+\Z|(?<!\s)\s(?=[,.;:!?](?:\s|\Z))")


def fitted(match: Match, text: str) -> Match:
    """The match with a span that its suggestions can replace as they stand.

    A suggestion to leave the span out, and one that begins with a mark, need the space beside the span as well. Other
    suggestions of the same match are given that space.

    Args:
        match: of a rule.
        text: the target of its segment.
    """
    start, end = match.start, match.end
    if "" in match.suggestions:
        first = _before(text, start)
        if not first:
            end = _behind(text, end)
        elif end == len(text) or text[end].isspace() or text[end] in _CLINGING:
            start = first
        elif text[first - 1] in _OPENING:
            end = _behind(text, end)
    elif any(one[0] in _CLINGING for one in match.suggestions):
        start = _before(text, start) or start
    if (start, end) == (match.start, match.end):
        return match
    lead, tail = text[start : match.start], text[match.end : end]
    suggestions = tuple(
        one if not one or (lead and one[0] in _CLINGING) else lead + one + tail for one in match.suggestions
    )
    return dataclasses.replace(match, start=start, end=end, suggestions=suggestions)


def _before(text: str, place: int) -> int:
    """Where the white space that ends at a place begins."""
    while place and text[place - 1].isspace():
        place -= 1
    return place


def _behind(text: str, place: int) -> int:
    """Where the white space that begins at a place ends."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def replaced(text: str, match: Match) -> str:
    """The text with the first suggestion in place of the span."""
    return text[: match.start] + match.suggestions[0] + text[match.end :]


def spaces_left_over(text: str) -> int:
    """How many places of a text have a space too many."""
    return len(_LEFT_OVER.findall(text))
