"""A figure that stands beside letters changed: the A4 became the A3, a B-52 a B-25, 3D became 2D.

Why it happens: engines cut such names into pieces and put a usual piece in the place of a rare one.

How it is found: letters and figures written together in the source (A4, B-52, iPhone6, 3D) are nowhere in the target,
and the same letters with other figures are there, but not in the source.

What it leaves alone: names that are left out or written apart (Boeing 737), measures and currencies (50km, RMB20),
ordinals and parts of the day.

Not met in the measured texts: engines mostly copy such names whole; a wrong one is a wrong road, aircraft or summit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from mtqa.analysis.source.digits import western
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._pairs import pairs

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("The new signs begin on the [[A3]] motorway.", source="Nowe oznakowanie zaczyna się na autostradzie A4."),
    Example("It shows the place in [[2D]] space.", source="Pokazuje miejsce w przestrzeni 3D."),
    Example("The army has no [[iPhone7]] yet.", source="L'armée n'a pas encore adopté l'iPhone6."),
    Example("Two [[B-25]] bombers took off.", source="两架B-52轰炸机起飞。"),
    Example("The [[G7]] met in Osaka.", source="G20は大阪で開かれた。"),
]
GOOD = [
    Example("The new signs begin on the A4 motorway.", source="Nowe oznakowanie zaczyna się na autostradzie A4."),
    Example("A B52 bomber took off.", source="一架B-52轰炸机起飞。"),
    Example("Both the G7 and the G20 met.", source="G7とG20が開かれた。"),
    Example("The summit was held in Osaka.", source="G20は大阪で開かれた。"),
    Example("He ran 26km on the 2nd day.", source="Il a couru 16km."),
    Example("The group of twenty met, the G7 did not.", source="A G7 nem ülésezett, a G20 igen."),
    Example("It cost RMB30 and 20RMB.", source="价格为RMB20。"),
    Example("At 5pm he took the M4.", source="Um 4pm nahm er die M5 und die M6."),
]

_DIGIT = regex(r"\d")
_CODE = regex(r"(?<![A-Za-z\d])(?:([A-Za-z]{1,10})[-‐]?(\d{1,4})|(\d{1,3})([A-Z]))(?![A-Za-z\d])")
#: Letters that belong to a currency, a list or a size.
_OTHERS = frozenset("rmb usd eur gbp hkd nt us hk no nr am pm p pp vol page rs #k #m #b #v #w #h #s".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Names with figures of each segment, source against target."""
    for paragraph, segment in pairs(document):
        theirs = _codes(paragraph.text)
        if not theirs:  # cheap
            continue
        ours = _codes(western(segment.text))
        for letters in ours.keys() & theirs.keys():
            left = {figures for figures, _ in ours[letters]} - {figures for figures, _ in theirs[letters]}
            extra = [one for one in theirs[letters] if one[0] not in {figures for figures, _ in ours[letters]}]
            if len(left) == len(extra) == 1 and len(ours[letters]) == len(theirs[letters]):
                shown = next(text for figures, text in _spans(segment.text, letters) if figures in left)
                found = extra[0][1]
                said = paragraph.text[slice(*found)]
                yield paragraph.match(found, f"The source says {shown}, the target {said}.", shown)


def _codes(text: str) -> dict[str, list[tuple[str, tuple[int, int]]]]:
    """By their letters, the figures of names and where each name stands."""
    found: dict[str, list[tuple[str, tuple[int, int]]]] = defaultdict(list)
    if not _DIGIT.search(text):  # cheap
        return found
    for one in _CODE.finditer(text):
        letters, figures = (one[1], one[2]) if one[1] else (f"#{one[4]}", one[3])
        if letters.lower() not in _OTHERS:
            found[letters.upper()].append((figures.lstrip("0"), one.span()))
    return found


def _spans(text: str, letters: str) -> Iterator[tuple[str, str]]:
    for figures, (start, end) in _codes(western(text))[letters]:
        yield figures, text[start:end]
