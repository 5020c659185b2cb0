"""The score of a game is written with a colon: `beat the Netherlands 3: 1`.

Why it happens: Chinese, Russian, German and many others write scores with a colon; English writes `3-1`.

How it is found: two numbers of one or two digits with a colon between them behind a word of winning, losing or
scoring, with at most five words between, or joined to another such pair (`25: 19 and 25: 16`).

What it leaves alone: times of day and of races (`won in 2:05`, `at 9:30`), verses (`John 3: 16`), ratios, scales and
odds, shapes of screens (`16:9`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.numbers._scores import scores, something_else

rule = Rule(
    category="locale-convention/number-format",
    severity="neutral",
    since="0.2",
    facts=("digit",),
    signs=frozenset((":",)),
)

BAD = [
    "They beat the Netherlands [[3: 1]] and went on to win the cup.",
    "The team won the first two sets [[25: 19 and 25:16]].",
    "Serbia lost [[0:3]] to China.",
    "The home side won the match [[2:1]] on Sunday.",
    "They drew [[2: 2]] at home.",
    "They won [[3:2]] in the end.",
    "They won [[3:1]] while the town watched on a screen.",
]
GOOD = [
    "They beat the Netherlands 3-1 and Serbia 3–0.",
    "She won in 2:05 and he lost at 9:30 on Monday.",
    "He beat the record of 1:59.40 by a second; he won the race on the 12: 30 ferry.",
    "They won odds of 3:1 and a ratio of 2:1 in the vote.",
    "They lost the case; see John 3: 16 and Psalm 23: 10.",
    "The team won gold with a time of 3:41.",
    "Their score was 3-1, then 3–2.",
    "The games are shown at 16:9 on the screen; the winning picture was 4:3.",
    "He lost the set at 10:12; they won from 11:15.",
    "He won with Mark 4:9 and lost to 2 Samuel 1:3.",
    "They won a model on a scale of 1:8, and he scores a ratio of 2:1.",
    "The home side won at 9:15 p.m. and lost the 10:45 train.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag scores with a colon."""
    for paragraph in document.analysis.paragraphs:
        if ":" not in paragraph.text:  # cheap
            continue
        for found in scores(paragraph.text):
            if not something_else(found):
                written = re.sub(r": ?", "-", found["score"])
                message = f"English writes a score with a hyphen: “{written}”."
                yield Match(paragraph.index, *found.span("score"), message, (written,))
