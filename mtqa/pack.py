"""Pattern packs: rules written as token patterns in TOML, no code needed.

A pack is a file `family/pack.toml` with one `[[pattern]]` table a rule; `name` makes its id
`family/pack/name`. A pattern is a list of elements, each matching one token:

    "although"          the word, in any casing;  "a|b|c" one of several;  "!a|b" any token but these
    "=May"              the word in exactly this casing
    "<word>" "<number>" "<name>" "<any>"     a word, number, capitalised word, any token
    "<tag:NS>"          a word whose most usual part of speech is one of these letters
    "<tags:NS>"         a word that can be one of these parts of speech
    "<month>" "<weekday>" "<start>" "<end>"  a month, weekday, the edge of the sentence
    "…?" "…{2,8}"       the element may be missing; is repeated between 2 and 8 times
    "[[" "]]"           around the elements that make the span; without them the whole match is the span

A pattern needs one word element (`although`, `a|b`, `=May`) with nothing of variable length before it: its
places are looked up instead of searched for. Matching visits every (element, token) pair once at most, so it
is linear in the length of the sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtqa.analysis.lexicon import english
from mtqa.analysis.places import MONTHS, WEEKDAYS
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Check, Rule, examples

Test = Callable[[Token], bool]

_QUANTIFIER = re.compile(
    r"^(?P<body>.*?)(?:(?P<optional>\?)|\{(?P<low>\d{1,2}),(?P<high>\d{1,2})\})$", re.DOTALL
)
_KEYS = frozenset(
    {
        "name",
        "title",
        "why",
        "message",
        "category",
        "severity",
        "status",
        "since",
        "measured",
        "tokens",
        "any_of",
        "unless",
        "suggestions",
        "bad",
        "good",
    }
)
_REQUIRED = ("name", "title", "message", "category", "severity", "bad", "good")


class PackError(ValueError):
    """A pack that cannot be loaded; the message names the file, the pattern and what to do."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern: a test and how often it may hold."""

    test: Test | None  # None: the edge of the sentence
    low: int
    high: int
    words: tuple[str, ...]  # the words it is looked up by; empty where it cannot be
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    Attributes:
        elements: in order.
        anchor: index of the element whose words are looked up; all before it match exactly one token.
        span: indexes of the first element of the span and of the one behind it.
    """

    elements: tuple[Element, ...]
    anchor: int
    span: tuple[int, int]

    def places(self, document: Document) -> Iterator[tuple[Sentence, int, int]]:
        """Where it matches: the sentence and the token indexes of the span, end exclusive."""
        before = sum(element.high for element in self.elements[: self.anchor])
        for sentence, position in document.analysis.find(*self.elements[self.anchor].words):
            begin = position - before
            if begin >= 0:
                span = self.match(sentence, begin)
                if span is not None and span[1] > span[0]:
                    yield sentence, span[0], span[1]

    def match(self, sentence: Sentence, begin: int) -> tuple[int, int] | None:
        """The span's token indexes if the pattern matches from token `begin` on."""
        tokens = sentence.tokens
        dead: set[tuple[int, int]] = set()

        def walk(number: int, at: int) -> list[int] | None:
            """Token index each element from `number` on begins at, with the end of the match last."""
            if number == len(self.elements):
                return [at]
            if (number, at) in dead:
                return None
            element = self.elements[number]
            if element.test is None:
                if at == (0 if element.edge == "start" else len(tokens)):
                    rest = walk(number + 1, at)
                    if rest is not None:
                        return [at, *rest]
            else:
                upto = at
                limit = min(len(tokens), at + element.high)
                while upto < limit and element.test(tokens[upto]):
                    upto += 1
                for end in range(at + element.low, upto + 1):
                    rest = walk(number + 1, end)
                    if rest is not None:
                        return [at, *rest]
            dead.add((number, at))
            return None

        starts = walk(0, begin)
        return None if starts is None else (starts[self.span[0]], starts[self.span[1]])


def compile_pattern(parts: Sequence[str]) -> Pattern:
    """A pattern from its elements as written in a pack.

    Raises:
        ValueError: what is wrong with which element.
    """
    elements: list[Element] = []
    opened = closed = -1
    for part in parts:
        if part == "[[":
            opened = len(elements)
        elif part == "]]":
            closed = len(elements)
        else:
            elements.append(_element(part))
    if not elements:
        raise ValueError("a pattern needs at least one element")
    if (opened < 0) != (closed < 0) or closed < opened:
        raise ValueError("'[[' and ']]' do not pair")
    anchor = -1
    for number, element in enumerate(elements):
        if element.words and element.low == element.high == 1:
            anchor = number
            break
        if element.low != element.high:
            break
    if anchor < 0:
        raise ValueError("needs a word with nothing of variable length before it, to be looked up by")
    return Pattern(tuple(elements), anchor, (opened, closed) if opened >= 0 else (0, len(elements)))


def _element(part: str) -> Element:
    low = high = 1
    body = part
    quantified = _QUANTIFIER.match(part) if len(part) > 1 else None
    if quantified and quantified["body"]:
        body = quantified["body"]
        low, high = (0, 1) if quantified["optional"] else (int(quantified["low"]), int(quantified["high"]))
        if not low <= high or not 1 <= high <= 40:
            raise ValueError(f"element {part!r}: repeat between 0 and 40 times, low before high")
    if body in ("<start>", "<end>"):
        return Element(None, 0, 0, (), body[1:-1])
    if body.startswith("<") and body.endswith(">") and len(body) > 2:
        return Element(_class(body[1:-1]), low, high, ())
    if body.startswith("=") and len(body) > 1:
        forms = frozenset(body[1:].split("|"))
        words = tuple(sorted({form.lower() for form in forms}))
        return Element(lambda token: token.text in forms, low, high, words)
    if body.startswith("!") and len(body) > 1:
        barred = frozenset(body[1:].lower().split("|"))
        return Element(lambda token: token.lower not in barred, low, high, ())
    allowed = frozenset(body.lower().split("|")) if len(body) > 1 else frozenset({body})
    return Element(lambda token: token.lower in allowed, low, high, tuple(sorted(allowed)))


def _class(name: str) -> Test:
    kind, _, letters = name.partition(":")
    lexicon = english
    tests: dict[str, Test] = {
        "any": lambda _: True,
        "word": lambda token: token.kind == "word",
        "number": lambda token: token.kind == "number",
        "name": lambda token: token.kind == "word" and token.text[0].isupper(),
        "lower": lambda token: token.kind == "word" and token.text[0].islower(),
        "month": lambda token: token.text in MONTHS,
        "weekday": lambda token: token.text in WEEKDAYS,
    }
    if letters and kind == "tag":
        return lambda token: token.kind == "word" and lexicon().tags(token.lower)[:1] in set(letters)
    if letters and kind == "tags":
        wanted = frozenset(letters)
        return lambda token: token.kind == "word" and not wanted.isdisjoint(lexicon().tags(token.lower))
    if name not in tests:
        raise ValueError(
            f"unknown class <{name}>; known: {', '.join(f'<{known}>' for known in sorted(tests))}"
        )
    return tests[name]


def load_pack(path: Path, prefix: str) -> list[Rule]:
    """The rules of a pack.

    Args:
        path: the TOML file.
        prefix: of the ids: `family/pack`.

    Raises:
        PackError: the file is not a pack.
    """
    try:
        with path.open("rb") as handle:
            data = tomllib.load(handle)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: cannot read the pattern pack: {error}") from error
    unknown = set(data) - {"pattern", "title"}
    if unknown or not isinstance(data.get("pattern"), list):
        raise PackError(f"{path}: a pattern pack holds [[pattern]] tables and nothing else")
    return [_rule(path, prefix, number, table) for number, table in enumerate(data["pattern"], 1)]


def _rule(path: Path, prefix: str, number: int, table: Mapping[str, Any]) -> Rule:
    name = table.get("name", f"number {number}")
    here = f"{path}: pattern {name}"
    missing = [key for key in _REQUIRED if key not in table]
    unknown = sorted(set(table) - _KEYS)
    if missing or unknown:
        raise PackError(
            f"{here}: "
            + "; ".join([f"missing {key}" for key in missing] + [f"unknown key {key}" for key in unknown])
        )
    if ("tokens" in table) == ("any_of" in table):
        raise PackError(f"{here}: give either tokens (one pattern) or any_of (several)")
    try:
        patterns = [compile_pattern(parts) for parts in table.get("any_of", [table.get("tokens")])]
        unless = [compile_pattern(parts) for parts in table.get("unless", [])]
        rule = Rule(
            category=table["category"],
            severity=table["severity"],
            status=table.get("status", "stable"),
            since=table.get("since", "0.1"),
            measured=tuple(table.get("measured", ())),
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise PackError(f"{here}: {error}") from error
    rule.id = f"{prefix}/{name}"
    rule.page = table["title"] + ("\n\n" + table["why"].strip() if table.get("why") else "") + "\n"
    rule.bad = examples(table["bad"])
    rule.good = examples(table["good"])
    rule.run = _check(patterns, unless, table["message"], tuple(table.get("suggestions", ())))
    return rule


def _check(
    patterns: Sequence[Pattern], unless: Sequence[Pattern], message: str, suggestions: tuple[str, ...]
) -> Check:
    def check(document: Document) -> Iterator[Match]:
        barred: set[tuple[int, int, int]] = set()
        for exception in unless:
            for sentence, first, last in exception.places(document):
                barred.update((sentence.segment, sentence.start, i) for i in range(first, last))
        for pattern in patterns:
            for sentence, first, last in pattern.places(document):
                if any((sentence.segment, sentence.start, i) in barred for i in range(first, last)):
                    continue
                tokens = sentence.tokens
                text = " ".join(token.text for token in tokens[first:last])
                yield Match(
                    sentence.segment,
                    tokens[first].start,
                    tokens[last - 1].end,
                    message.replace("{text}", text),
                    tuple(suggestion.replace("{text}", text) for suggestion in suggestions),
                )

    return check
