"""Scores written with a colon, which look like times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.lazy import regex

_SCORE = regex(
    r"\b(?:beats?|beating|beaten|defeat(?:s|ed|ing)?|won|wins?|winning|lost|loses?|losing|score[ds]?|sets?|games?|"
    r"opponents?|led|trailed|drew|swept)\b(?: (?!in\b|odds|ratio|time|record|race|see\b)[\w'’-]+){0,5},? "
    r"(?P<score>\d{1,2}: ?\d{1,2}(?:(?:,| and|, and) \d{1,2}: ?\d{1,2}){0,4})"
    r"(?!\d|[:.]\d| ?(?:[ap]\.?m|o.clock|local|GMT|seconds|minutes))"
)
#: Before two numbers of two digits: a time of day.
_TIME = regex(r"\b(?:at|by|until|till|from|to|around|about|before|after|since|between|past)\s?$", re.IGNORECASE)
#: Beside a pair: a ratio, a scale, a shape of screens, a dilution.
_RATIO = regex(r"\b(?:ratios?|scales?|odds|aspect|format|mix|diluted|dilution|split|gear|resolution)\b", re.IGNORECASE)
_SHAPES = frozenset(("16:9", "16:10", "21:9", "4:3", "3:2", "5:4", "1:1"))
_SCREEN = regex(r"\b(?:screens?|displays?|pictures?|images?|video|pixels?|TV|monitors?|photos?|widescreen)\b")
#: Books of the Bible and the Koran's chapters: what follows is a verse.
_BOOK = regex(
    r"\b(?:Gen(?:esis)?|Ex(?:odus)?|Lev(?:iticus)?|Num(?:bers)?|Deut(?:eronomy)?|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|"
    r"Ezra|Nehemiah|Esther|Job|Psalms?|Ps|Prov(?:erbs)?|Ecclesiastes|Isaiah|Isa|Jer(?:emiah)?|Lamentations|Ezekiel|"
    r"Daniel|Hosea|Joel|Amos|Jonah|Micah|Malachi|Matt(?:hew)?|Mark|Luke|John|Acts|Rom(?:ans)?|Cor(?:inthians)?|"
    r"Gal(?:atians)?|Eph(?:esians)?|Phil(?:ippians)?|Colossians|Thessalonians|Timothy|Titus|Heb(?:rews)?|James|Peter|"
    r"Jude|Rev(?:elation)?|[Ss]urahs?|[Qq]ur['’]?an|[Kk]oran|chapter|verse|version|release)\.? $"
)
_NEAR = 40  # characters on either side
_PAIR = regex(r"(\d{1,2}): ?(\d{1,2})")


def scores(text: str) -> Iterator[re.Match[str]]:
    """Matches whose group `score` is one score, or several in a row, behind a word of winning or losing."""
    for found in _SCORE.finditer(text):
        if all(_plausible(one, two) for one, two in _PAIR.findall(found["score"])):
            yield found


def something_else(found: re.Match[str]) -> bool:
    """Whether the words beside what `scores` found say that it is a time, a ratio, the shape of a screen or a verse."""
    start, end = found.span("score")
    before, behind = found.string[max(0, start - _NEAR) : start], found.string[end : end + _NEAR]
    pairs = _PAIR.findall(found["score"])
    if _BOOK.search(before) or _RATIO.search(before) or _RATIO.match(behind.lstrip()):
        return True
    if ":".join(pairs[0]) in _SHAPES and (_SCREEN.search(before) or _SCREEN.search(behind)):
        return True
    return len(pairs[0][0]) == 2 and _TIME.search(before) is not None


def _plausible(one: str, two: str) -> bool:
    """Whether a pair of numbers is a score rather than a time: `3: 1`, `25: 19`, not `2:05`, `9:30`."""
    if two[0] == "0" and len(two) == 2:
        return False
    return len(one) == len(two) and (len(one) == 1 or abs(int(one) - int(two)) < 20)
