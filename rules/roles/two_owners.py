"""One ally, neighbour or government is said to be of two states: `Japan's allies of the United States`.

Why it happens: the source puts both states before the noun; the engine makes one of them the owner with `'s` and the
other with `of`, and who is whose is lost.

How it is found: a state with `'s`, a noun that ties one state to another or belongs to one (`ally`, `partner`,
`neighbour`, `government`, `president`), and at once `of` and another state.

What it leaves alone: one state twice (`Britain's allies of the UK's navy`), bodies (`China's ambassador of the UN`),
titles with something else behind `of` (`China's Minister of Finance`), and adjectives (`Japanese allies of Germany`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.places import ambiguous, kind, label, party
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    measured=("clean English, 125 k words, TED and newstest2020: 0 findings; it lives on older engines' stories",),
)

BAD = [
    "The paper said [[Japan's allies of the United States]] were worried about it.",
    "[[Poland's partners of Canada]] have been afraid of higher tariffs.",
    "He met [[Germany's neighbours of France]] in May.",
    "They spoke with [[India's government of Pakistan]] about water.",
    "[[China's rival of Japan]] will not take part.",
]
GOOD = [
    "The United States, Japan's ally, was worried.",
    "Japan's allies in the United States and Japanese allies of Germany were worried.",
    "China's Minister of Finance and France's president of the council met.",
    "The People's Government of China said so.",
    "Britain's neighbours of old, and Germany's partners of choice, stayed away.",
    "Smith's friends of Canada raised money.",
    "China's ambassador of the UN left.",
    "Georgia's governor and Jordan's king of Israel fame met.",
]

_NOUNS = (
    "ally", "allies", "partner", "partners", "neighbor", "neighbors", "neighbour", "neighbours", "rival", "rivals",
    "enemy", "enemies", "government", "governments", "president", "ambassador", "army", "capital", "border", "borders",
)  # fmt: skip


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the noun with both owners."""
    for sentence, i in document.analysis.find(*_NOUNS):
        tokens = sentence.tokens
        if i < 2 or tokens[i - 1].kind != "clitic" or i + 2 >= len(tokens) or tokens[i + 1].lower != "of":
            continue
        first, owner = _state(tokens, i - 2, -1)
        begin = i + 3 if tokens[i + 2].text == "the" else i + 2
        last, other = _state(tokens, begin, 1)
        if not owner or not other or owner == other:
            continue
        if last + 1 < len(tokens) and (tokens[last + 1].kind == "clitic" or tokens[last + 1].text[0].isupper()):
            continue
        names = f"{label(owner)} or {label(other)}"
        yield Match(
            sentence.segment,
            tokens[first].start,
            tokens[last].end,
            f"“{tokens[i].text}” has two owners; is it of {names}, or what is one to the other?",
            evidence={"parties": [label(owner), label(other)]},
        )


def _state(tokens: list[Token], i: int, step: int) -> tuple[int, str]:
    """Index of the farther end and code of the state whose name begins (or ends) at a token; "" if there is none."""
    for size in (3, 2, 1):
        j = i + step * (size - 1)
        if 0 <= j < len(tokens):
            text = " ".join(token.text for token in tokens[min(i, j) : max(i, j) + 1])
            if kind(text) == "name" and not ambiguous(text):
                code = party(text) or ""
                return j, code if "-" in code or (len(code) == 2 and code not in ("EU", "UN")) else ""
    return i, ""
