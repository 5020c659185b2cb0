"""A result of a match is written with a colon and a space: `beat the Netherlands 3: 1`.

Why it happens: Chinese, Russian and German write results with a colon; the engine takes it for the colon of a sentence.

How it is found: two small numbers parted by a colon with white space at one side, in a sentence that speaks of winning,
losing, sets, goals or a match before them.

What it leaves alone: results with a hyphen or dash, and with a tight colon, which some sports use; verses, ratios,
lists, times.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/number-format",
    severity="minor",
    measured=("figures: docs/rules/numbers.md",),
)

BAD = [
    "The Chinese women beat the Dutch team [[3: 1]] on Sunday.",
    "They lost the first two sets [[23: 25]] and [[19 : 25]].",
    "The second team came back to win [[3: 2]].",
]

GOOD = [
    "The Chinese women beat the Dutch team 3-1 on Sunday.",
    "They lost the first two sets 23:25 and 19:25.",
    "He won the verse contest with John 3: 16.",
    "The winners of group 3: 12 boys and four girls.",
    "The match begins at 7: 30.",
    "Won by: 1. Lost by: 3. The ratio was 3: 1.",
    "They won in round 2: 30 points for a start.",
]

_SPORT = frozenset(
    "beat beats beating defeat defeats defeated defeating win wins won winning lose loses lost losing draw drew drawn "
    "reversed score scores scored goals set sets match game games final series".split()
)
_REACH = 14
_SMALL = 3  # digits


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag results with a spaced colon."""
    for sentence, i in document.analysis.find(":"):
        tokens = sentence.tokens
        if i < 2 or i + 1 >= len(tokens) or not (tokens[i].space or tokens[i + 1].space):
            continue
        one, two = tokens[i - 1], tokens[i + 1]
        if not all(t.text.isascii() and t.text.isdigit() and len(t.text) < _SMALL for t in (one, two)):
            continue
        before, behind = tokens[i - 2], tokens[i + 2] if i + 2 < len(tokens) else None
        if before.lower in ("at", "from", "until", "ratio", "was") or before.capitalised:
            continue
        if behind is not None and behind.kind == "word" and behind.lower not in _BEHIND:
            continue
        if any(token.lower in _SPORT for token in tokens[max(0, i - 1 - _REACH) : i - 1]):
            text = f"{one.text}–{two.text}"
            yield Match(sentence.segment, one.start, two.end, f"English writes the result “{text}”.", (text,))


_BEHIND = frozenset("and in on to at against with after before last thus but for".split())
