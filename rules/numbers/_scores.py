"""Scores written with a colon, which look like times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SCORE = re.compile(
    r"\b(?:beats?|beating|beaten|defeat(?:s|ed|ing)?|won|wins?|winning|lost|loses?|losing|score[ds]?|sets?|games?|"
    r"opponents?|led|trailed|drew|swept)\b(?: (?!in\b|odds|ratio|time|record|race|see\b)[\w'’-]+){0,5},? "
    r"(?P<score>\d{1,2}: ?\d{1,2}(?:(?:,| and|, and) \d{1,2}: ?\d{1,2}){0,4})"
    r"(?!\d|[:.]\d| ?(?:[ap]\.?m|o.clock|local|GMT|seconds|minutes))"
)
_PAIR = re.compile(r"(\d{1,2}): ?(\d{1,2})")


def scores(text: str) -> Iterator[re.Match[str]]:
    """Matches whose group `score` is one score, or several in a row, behind a word of winning or losing."""
    for found in _SCORE.finditer(text):
        if all(_plausible(one, two) for one, two in _PAIR.findall(found["score"])):
            yield found


def _plausible(one: str, two: str) -> bool:
    """Whether a pair of numbers is a score rather than a time: `3: 1`, `25: 19`, not `2:05`, `9:30`."""
    if two[0] == "0" and len(two) == 2:
        return False
    return len(one) == len(two) and (len(one) == 1 or abs(int(one) - int(two)) < 20)
