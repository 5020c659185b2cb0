"""Three states are joined by two `and`s: `Japan and the United States and Russia`.

Why it happens: Chinese and Japanese have one word for `and` and `with`; where one state deals with two others the
engine makes a chain of it, and who deals with whom is lost.

How it is found: three different states by name, with nothing but `and` and articles between them.

What it leaves alone: lists with commas (`Japan, China and Russia`), pairs of pairs with `between`, `both` or `either`
before or `with` inside, places somebody lived in or went through (`in Ghana and Kenya and Canada`), quotations
(people speak so), and names of bodies (`Trinidad and Tobago and Cuba`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import ambiguous, kind, party
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation", severity="minor", since="0.2", measured=("figures: docs/rules/roles.md",)
)

BAD = [
    "He believes that [[Japan and the United States and Russia]] will cooperate.",
    "[[China and Indonesia and Malaysia]] will work together.",
    "The agency wrote that [[Thailand and India and Vietnam]] want to trade.",
    "Relations of [[the United States and Iran and Russia]] are tense.",
    "It is a treaty of [[Spain and France and Italy]] from last year.",
]
GOOD = [
    "Japan, the United States and Russia will cooperate with China and India.",
    "“We play Germany and France and Spain in one month,” he said.",
    "Trinidad and Tobago and Cuba are islands.",
    "China and Japan and their neighbours met.",
    "Talks between China and Japan and between Japan and Russia went on.",
    "Trade between both China and Japan and Russia fell. Ties of Japan and China, and Russia's role, matter.",
    "It lies on the borders of Peru and Chile and of Bolivia.",
    "She has since lived in Ghana and Kenya and Canada, and cycled across France and Spain and Portugal.",
    "There are wars in Syria and Yemen and Ukraine and Sudan.",
]

_REACH = 60  # tokens before the chain that are read


#: What makes the states places, which deal with nobody.
_WHERE = frozenset("in across through throughout around into".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the chain."""
    done: set[tuple[int, int]] = set()
    for sentence, i in document.analysis.find("and"):
        tokens = sentence.tokens
        if (sentence.segment, tokens[i].start) in done:
            continue
        first, one = _before(tokens, i)
        if not one:
            continue
        states, last, at = [one], i, i
        while at < len(tokens) and tokens[at].lower == "and":
            done.add((sentence.segment, tokens[at].start))
            end, code = _behind(tokens, at + 1)
            if not code:
                break
            states.append(code)
            last, at = end, end + 1
        if len(states) != 3 or len(set(states)) != 3 or _goes_on(tokens, last + 1):
            continue
        if first and tokens[first - 1].lower in _WHERE:
            continue
        before = tokens[max(0, first - _REACH) : first]
        if any(token.lower in ("between", "both", "either") or token.text in '"“”' for token in before):
            continue
        message = "Three states are joined by two “and”s: who deals with whom? Use commas, or “with”."
        yield Match(sentence.segment, tokens[first].start, tokens[last].end, message)


def _goes_on(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and (
        tokens[at].kind == "clitic" or tokens[at].text[0].isupper() or tokens[at].text in "-’'"
    )


def _before(tokens: list[Token], i: int) -> tuple[int, str]:
    """Where the state right before a token begins, its article included, and its code."""
    for size in (4, 3, 2, 1):
        if i >= size:
            code = _code(tokens[i - size : i])
            if code:
                first = i - size
                return (first - 1 if first and tokens[first - 1].lower == "the" else first), code
    return i, ""


def _behind(tokens: list[Token], i: int) -> tuple[int, str]:
    """Where the state that begins at a token ends, and its code."""
    if i < len(tokens) and tokens[i].text == "the":
        i += 1
    for size in (3, 2, 1):
        code = _code(tokens[i : i + size]) if i + size <= len(tokens) else ""
        if code:
            return i + size - 1, code
    return i, ""


def _code(tokens: list[Token]) -> str:
    text = " ".join(token.text for token in tokens)
    return (party(text) or "") if kind(text) == "name" and not ambiguous(text) else ""
