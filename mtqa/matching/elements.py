"""What an element of a pattern means: the tokens it takes, or what it looks at."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.analysis.extents import KINDS
from mtqa.analysis.lexicon import WORD_CLASSES, english
from mtqa.analysis.places import MONTHS, WEEKDAYS
from mtqa.analysis.tokens import Token

if TYPE_CHECKING:
    from mtqa.analysis.reading import Reading

__all__ = ["CLASSES", "LONGEST", "Element", "parsed"]

Test = Callable[[Token], bool]

#: Most tokens an element takes, and most elements of a pattern.
LONGEST = 40
_QUANTIFIER = re.compile(r"(?P<body>.+?)(?:(?P<optional>\?)|\{(?P<low>\d{1,2}),(?P<high>\d{1,2})\})", re.DOTALL)
_ALTERNATIVE = re.compile(r"<[^<>|][^<>]*>|[^|]+|(?<![^|])(?=\||$)")
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern.

    Attributes:
        test: of a token; None for a phrase and the edges of the sentence.
        low, high: how many tokens or phrases in a row it takes; 0 and 0 for what only looks at the place.
        words: lower-cased words it can be looked up by; empty where it cannot be.
        strict: whether the test asks more of a token than being one of the words (`=May`, `<month>`).
        phrase: the kind of phrase it takes; "" for elements that take single tokens.
        look: "" for elements that take tokens; "start", "end": the place is an edge of the sentence;
            "ahead", "behind": the token behind or before the place fails the test, or there is none.
    """

    test: Test | None
    low: int
    high: int
    words: tuple[str, ...] = ()
    look: str = ""
    strict: bool = False
    phrase: str = ""

    @property
    def fixed(self) -> bool:
        """Whether it always takes the same number of tokens."""
        return self.low == self.high and not self.phrase

    def holds(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether an element that takes one token, or none, holds at token index `at`."""
        if self.look == "start":
            return at == 0
        if self.look == "end":
            return at == len(tokens)
        at -= self.look == "behind"
        inside = 0 <= at < len(tokens)
        assert self.test is not None
        if self.look:
            return not (inside and self.test(tokens[at]))
        return inside and self.test(tokens[at])

    def beyond(self, tokens: Sequence[Token], read: Callable[[], Reading], at: int, step: int) -> int:
        """The place behind the token or phrase it takes at the place `at`, or -1 if it takes none.

        Args:
            read: the reading of the sentence.
            step: 1 to take what stands behind `at`, -1 to take what stands before it.
        """
        if self.phrase:
            extents = read().extents(self.phrase)
            return (extents.ends if step > 0 else extents.starts).get(at, -1)
        assert self.test is not None
        following = at if step > 0 else at - 1
        return at + step if 0 <= following < len(tokens) and self.test(tokens[following]) else -1


@lru_cache(maxsize=4096)  # packs say the same few hundred elements again and again
def parsed(part: str) -> Element:
    """An element as written in a pack.

    Raises:
        ValueError: what is wrong with it.
    """
    quantified = _QUANTIFIER.fullmatch(part) if len(part) > 1 else None
    low = high = 1
    body = part
    if quantified:
        body = quantified["body"]
        low, high = (0, 1) if quantified["optional"] else (int(quantified["low"]), int(quantified["high"]))
        if not low <= high or not 1 <= high <= LONGEST:
            raise ValueError(f"element {part!r}: repeat between 0 and {LONGEST} times, low before high")
    if not body:
        raise ValueError("an element is empty")
    if body in ("<start>", "<end>") or (len(body) > 1 and (body[0] == "~" or body[-1] == "~")):
        if quantified:
            raise ValueError(f"element {part!r}: takes no token, so it cannot be repeated")
        if body[0] == "<" and body[-1] == ">":
            return Element(None, 0, 0, (), body[1:-1])
        test, _ = _test(body.strip("~"), part)
        return Element(test, 0, 0, (), "ahead" if body[0] == "~" else "behind")
    if body[0] + body[-1] == "<>" and body[1:-1] in KINDS:
        return Element(None, low, high, phrase=body[1:-1])
    test, words = _test(body, part)
    return Element(test, low, high, words, strict=body[0] in "=<" and len(body) > 1)


def _test(body: str, part: str) -> tuple[Test, tuple[str, ...]]:
    """The test of an element and the words it is looked up by, none where it holds a class."""
    if len(body) == 1:
        return (lambda token: token.lower == body), (body,)
    barred = body[0] == "!"
    cased = body[0] == "="
    plain: list[str] = []
    classes: list[Test] = []
    for form in _ALTERNATIVE.findall(body[1:] if barred or cased else body):
        if form[:1] == "<" and form[-1:] == ">" and len(form) > 2:
            classes.append(_class(form[1:-1], part))
        elif form:
            plain += [form, form.replace("'", "\u2019")] if "'" in form else [form]
        else:
            raise ValueError(f"element {part!r}: an alternative is empty")
    forms = frozenset(plain if cased else (form.lower() for form in plain))
    test = _any_of(forms, cased, classes)
    if barred:
        return (lambda token: not test(token)), ()
    return test, () if classes else tuple(sorted({form.lower() for form in forms}))


def _any_of(forms: frozenset[str], cased: bool, classes: Sequence[Test]) -> Test:
    if classes and not forms:
        if len(classes) == 1:
            return classes[0]
        return lambda token: any(test(token) for test in classes)
    if classes:
        return lambda token: (token.text if cased else token.lower) in forms or any(test(token) for test in classes)
    if cased:
        return lambda token: token.text in forms
    return lambda token: token.lower in forms


#: The classes without an argument, as `<class>`.
CLASSES: dict[str, Test] = {
    "any": lambda _: True,
    "word": lambda token: token.kind == "word",
    "number": lambda token: token.kind == "number",
    "name": lambda token: token.kind == "word" and token.text[0].isupper(),
    "lower": lambda token: token.kind == "word" and token.text[0].islower(),
    "month": lambda token: token.text in MONTHS,
    "weekday": lambda token: token.text in WEEKDAYS,
    "day": lambda token: token.kind == "number" and _DAY.fullmatch(token.text) is not None,
    "ordinal": lambda token: token.kind == "number" and _ORDINAL.fullmatch(token.lower) is not None,
    "year": lambda token: token.kind == "number" and _YEAR.fullmatch(token.text) is not None,
}


def _class(name: str, part: str) -> Test:
    kind, colon, argument = name.partition(":")
    if colon and argument and kind in ("tag", "tags", "only", "ends"):
        if kind == "ends":
            endings = tuple(argument.lower().split("|"))
            return lambda token: token.kind == "word" and token.lower.endswith(endings)
        letters = frozenset(argument)
        unknown = sorted(letters - WORD_CLASSES.keys())
        if unknown:
            known = ", ".join(f"{letter} ({what})" for letter, what in WORD_CLASSES.items())
            raise ValueError(f"element {part!r}: no word class has the letter {unknown[0]!r}; there are {known}")
        lexicon = english  # called at the match: its tables are not read before a text is
        if kind == "tag":
            return lambda token: token.kind == "word" and lexicon().tags(token.lower)[:1] in letters
        if kind == "tags":
            return lambda token: token.kind == "word" and not letters.isdisjoint(lexicon().tags(token.lower))
        return lambda token: token.kind == "word" and _only(lexicon().tags(token.lower), letters)
    if name in KINDS:  # what is not read is not known to be missing
        raise ValueError(f"element {part!r}: <{name}> takes a phrase, so it stands alone: without `|`, `!` or `~`")
    if name not in CLASSES:
        known = ", ".join(f"<{known}>" for known in sorted([*CLASSES, *KINDS]))
        raise ValueError(f"unknown class <{name}>; known: {known}, <tag:…>, <tags:…>, <only:…>, <ends:…>")
    return CLASSES[name]


def _only(tags: str, letters: frozenset[str]) -> bool:
    return bool(tags) and letters.issuperset(tags)
