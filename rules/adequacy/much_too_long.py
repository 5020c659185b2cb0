"""The target is more than two and a half times as long as its source makes expect.

Why it happens: the engine has lost the source and goes on by itself, repeats itself, or took in the next segment.

How it is found: letters of the target against those of the source, by script.

What it leaves alone: targets of a line or less, explanations (human translators hardly ever double the length),
segments beside one that is far too short, sources in the language of the target.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._size import ratios, whole

rule = Rule(category="accuracy/addition", severity="major", since="0.2", needs=("source",))

_LONG_TEXT = (
    "They have to spread their genes, so that they can have access to all of the reviews, books and interviews of "
    "the year."
)
BAD = [
    Example(f"[[{_LONG_TEXT}]]", source="Die Evolution wirkt eben so."),
    Example(f"[[{_LONG_TEXT}]]", source="进化就是这样。"),
    Example(f"[[{_LONG_TEXT}]]", source="Так работает эволюция."),
    Example(f"[[{_LONG_TEXT}]]", source="هكذا يعمل التطور."),
    Example(f"He left.\n\n[[{_LONG_TEXT}]]", source="Er ging.\n\nDie Evolution wirkt so."),
]
GOOD = [
    Example("And so evolution works, slowly and in ways nobody had thought of.", source="Die Evolution wirkt so."),
    Example("Thank you very much for all that you have done for us.", source="Danke!"),
    Example("Is it true that sport tires both the body and the mind of all who do it?", source="运动累人也累脑？"),
    Example(_LONG_TEXT, source="Evolution.", source_language="en"),
    Example(_LONG_TEXT),
    Example("And this is how all of evolution works in the end.", source="Die Evolution wirkt so."),
    Example("The press of Hong Kong marks the 70th anniversary of the founding of the People's Republic of China.",
            source="香港新闻界迎国庆70周年。"),
    Example(f"Yes.\n\n{_LONG_TEXT}",
            source="Die Gene müssen verbreitet werden, und so geht es eben zu in der Natur.\n\nUnd so ist es."),
]  # fmt: skip

_LONG = 2.5
_LEAST = 80  # letters of the target: a short question may well double
_HANDED_ON = 0.6  # a neighbour so much too short may have lost its text to this one


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the whole segment."""
    sizes = ratios(document)
    for number, (due, ratio) in enumerate(sizes):
        if ratio <= _LONG or due * ratio < _LEAST:
            continue
        if any(due and other < _HANDED_ON for due, other in sizes[max(0, number - 1) : number + 2]):
            continue
        yield Match(
            number, *whole(document.segments[number].target),
            "Much of this cannot be in the source: the target is far too long for it.",
            evidence={"part": round(ratio, 2)},
        )  # fmt: skip
