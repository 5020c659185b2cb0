"""A phrase is said again at once, or over and over.

Why it happens: neural engines fall into loops on rare or long input; older ones translate overlapping source
phrases twice.

How it is found: two to eight tokens with at least two words that are repeated token for token right behind
themselves (a comma or `and` between them allowed only for three or more rounds).

What it leaves alone: rhetoric with a comma (`step by step, step by step`), cheers and lyrics of one-syllable
words, numbers and scores, names, and enumerations with different items.
"""

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/repetition",
    severity="major",
    measured=("figures: docs/rules/repetition.md",),
)

BAD = [
    "He said in order to [[in order to]] protect the children.",
    "The foreign ministry [[the foreign ministry]] declined to comment.",
    "We have to do it [[we have to do it]] today.",
    "It is one of the most [[of the most]] important cities.",
    "They want peace, [[they want peace, they want peace,]] he said.",
    "It grew on the hill [[on the hill on the hill on the hill]] for years.",
]

GOOD = [
    "Step by step, step by step, they climbed.",
    "He won 6-4 6-4 and then 7 5 7 5.",
    "New York New York is a hotel, Baden Baden a town.",
    "They shouted no more, no more and went home.",
    "It went on and on and on for hours.",
    "Again and again he tried, day after day.",
    "He knew what he knew and said what he said.",
    "A rose is a rose is a rose, she wrote.",
    "For better or worse, for richer or poorer.",
    "He was a man of the people, by the people, for the people.",
]

_LONGEST = 8


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every round of a phrase but the first."""
    for sentence in document.analysis.sentences:
        tokens = sentence.tokens
        count = len(tokens)
        if count < 4:
            continue
        lower = [token.lower for token in tokens]
        last_place: dict[str, int] = {}
        i = 0
        while i < count:
            word = lower[i]
            width = i - last_place.get(word, -100)
            last_place[word] = i
            if 2 <= width <= _LONGEST and lower[i - width : i] == lower[i : i + width]:
                end = i + width
                while lower[end : end + width] == lower[i - width : i]:
                    end += width
                if _counts(tokens[i - width : i], (end - i) // width):
                    yield Match(
                        sentence.segment,
                        tokens[i].start,
                        tokens[end - 1].end,
                        f"“{_text(tokens[i - width : i])}” is repeated at once.",
                        ("",),
                    )
                last_place.clear()
                i = end
                continue
            i += 1


def _text(tokens: list[Token]) -> str:
    """The phrase as it is read."""
    return "".join((" " if token.space and k else "") + token.text for k, token in enumerate(tokens))


def _counts(phrase: list[Token], rounds: int) -> bool:
    """Whether the repetition of a phrase is a defect."""
    words = [token for token in phrase if token.kind == "word"]
    marks = sum(token.kind == "punct" for token in phrase)
    if len(words) < 2 or any(token.kind == "number" for token in phrase):
        return False
    if any(token.text in '"“”()[]|' for token in phrase):
        return False
    if marks or any(token.lower in ("and", "or", "is") for token in words):
        return rounds >= 2 and len(words) >= 3
    return not all(token.text[0].isupper() for token in words) or len(words) > 3
