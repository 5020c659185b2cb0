"""A minus sign of the source is lost, or put where the source has none.

Why it happens: engines take the sign for a hyphen or a dash and drop it, or make a sign of a dash: `−5 °C` becomes
`5 °C`, and frost becomes a mild day.

How it is found: a figure with degrees, per cent or a currency behind or before it stands in the source with a minus
sign or a word for it (`минус`, `minus`, `moins`, `零下`), and in the target with neither; or the other way about. Only
the figure itself is compared, in whatever decimal marks.

What it leaves alone: words that say the same: below zero, negative, of frost, fell, lost, down, short of; ranges
(5–8 %); items of a list that begin with a dash; a figure that the text has with and without a sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.source.digits import western
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",), facts=("digit",))

BAD = [
    Example(
        "At night it will be [[5 °C]] in the valley.", source="Nachts werden es im Tal −5 °C.", source_language="de"
    ),
    Example(
        "The coldest night had [[32 degrees]].", source="Самая холодная ночь: минус 32 градуса.", source_language="ru"
    ),
    Example("Growth was [[0.4%]] in the first quarter.", source="第一季度的增长率为-0.4%。", source_language="zh"),
    Example("It was [[12°C]] this morning.", source="今早气温零下12度。", source_language="zh"),
    Example("The interest rate is [[0.75 percent]].", source="Le taux est de moins 0,75 %.", source_language="fr"),
    Example("It was [[-7°C]] at noon.", source="Es war mittags 7 °C warm.", source_language="de"),
]
GOOD = [
    Example("It is 15% -26% of the whole.", source="占总量的15 % － 26 % 。", source_language="zh"),
    Example("It will be 5 °C.", source_language="de"),
    Example("At night it will be -5 °C in the valley.", source="Nachts werden es im Tal −5 °C.", source_language="de"),
    Example("It will be 5 degrees below zero.", source="Es werden −5 °C.", source_language="de"),
    Example("Output fell 0.4% in May.", source="5月产出-0.4%。", source_language="zh"),
    Example("There were 32 degrees of frost.", source="Минус 32 градуса.", source_language="ru"),
    Example("Between 5 and 8 percent came.", source="Es kamen 5 - 8 Prozent.", source_language="de"),
    Example("5% of the people came.", source="- 5 % der Leute kamen.", source_language="de"),
    Example("It rose from 5 °C to 9 °C.", source="Es stieg von -5 °C auf 5 °C und 9 °C.", source_language="de"),
    Example("The rate was minus 0.75 percent.", source="Le taux est de moins 0,75 %.", source_language="fr"),
    Example("It rose by 7 °C.", source="Es stieg - 7 °C in drei Stunden.", source_language="de"),
    Example("It costs at least 5%.", source="Cela coûte au moins 5 %.", source_language="fr"),
]

_NUMBER = r"\d{1,4}(?:[.,]\d{1,3})?"
_UNIT = (
    r"(?:\s?[°℃℉%٪]|\s?(?:degree|per ?cent|pct|градус|процент|отсот|Grad|Prozent|degré|pour cent|grado|por ciento"
    r"|gradi)|[度摄攝])"
)
_BEHIND = regex(rf"{_UNIT}\w*\s?[CF]?\b", re.IGNORECASE)
_WORDS = r"\bминус|\bмінус|\bminus|(?<!au )(?<!du )\bmoins(?: de)?|\bmenos|\bmeno|零下|氷点下|マイナス|영하"  # as words
#: A sign that is no hyphen, dash of a range or bullet: behind a space, bracket or a letter of a script without spaces.
_SIGNED = regex(
    rf"(?:(?<=[\s(（:：])(?<![\d%]\s)[-−–]|(?<=[\u3040-\u9fff])[-−]|(?:{_WORDS})\s?)({_NUMBER})(?={_UNIT})",
    re.IGNORECASE,
)
#: What every figure ends with: begun with a digit, it is found sooner.
_MEASURE = regex(rf"\d{_UNIT}", re.IGNORECASE)
_FIGURE = regex(rf"(?<![\w.,])({_NUMBER})(?={_UNIT})", re.IGNORECASE)
_SAID = regex(
    r"\b(?:minus|negative|below|sub-?zero|frost|freezing|under|f[ae]ll\w*|drop\w*|declin\w*|decreas\w*|los[st]\w*|down"
    r"|lower\w*|shr[aiu]nk\w*|short\w*|deficit|contract\w*|reduc\w*|slump\w*|slid\w*|dip\w*|cut\w*|discount\w*|off|less)\b",
    re.IGNORECASE,
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the figure of the target."""
    for index, segment in enumerate(document.segments):
        target = western(segment.target)
        if not _MEASURE.search(target):  # cheap
            continue
        source = western(segment.source or "")
        ours, theirs = _signs(source), _signs(target)
        if _SAID.search(target):
            continue
        signed = {found.start(1) for found in _SIGNED.finditer(source)}
        plain = {_value(found[1]) for found in _FIGURE.finditer(source) if found.start() not in signed}
        lost, put = ours - theirs - plain, (theirs - ours) & plain
        for found in _FIGURE.finditer(target):
            behind = _BEHIND.match(target, found.end())
            end = behind.end() if behind else found.end()
            shown = target[found.start() : end]
            if _value(found[1]) in lost:
                yield Match(index, found.start(), end, "The source has a minus sign here.", (f"−{shown}",))
            elif _value(found[1]) in put:
                yield Match(index, found.start() - 1, end, "The source has no minus sign here.", (shown,))


def _signs(text: str) -> set[str]:
    """The figures with a minus sign."""
    return {_value(found[1]) for found in _SIGNED.finditer(text)}


def _value(shown: str) -> str:
    return shown.replace(",", ".")
