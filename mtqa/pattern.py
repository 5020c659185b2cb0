"""Token patterns: what an element of a pattern pack means, and where a pattern matches.

The way to write them is in `docs/pattern-packs.md`. A pattern is looked up by its rarest word; the elements at
a fixed distance from it are tested next, cheapest first; only then is anything of variable length walked
through, within windows of 40 tokens an element and at a bounded number of places in a sentence, no way twice.
So the cost is linear in the text, whatever the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtqa.analysis.lexicon import english
from mtqa.analysis.places import MONTHS, WEEKDAYS
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document

__all__ = ["CLASSES", "Element", "Pattern", "compile_pattern"]

Test = Callable[[Token], bool]

_QUANTIFIER = re.compile(r"(?P<body>.+?)(?:(?P<optional>\?)|\{(?P<low>\d{1,2}),(?P<high>\d{1,2})\})", re.DOTALL)
_ALTERNATIVE = re.compile(r"<[^<>|][^<>]*>|[^|]+|(?<![^|])(?=\||$)")
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Rough number of places in a thousand words; what is not listed stands at one place at most.
_FREQUENCY = dict.fromkeys("the , .".split(), 50) | dict.fromkeys('of and to a in " “ ”'.split(), 25) | dict.fromkeys(
    "is that for it on with as was be by are at from he i you this have has had not they his an but will we or which "
    "were said their".split(), 7
)  # fmt: skip
_LONGEST = 40
#: Places of one sentence at which a pattern of variable length is tried for each of its words: more than any
#: sentence somebody wrote has, few enough for a line of 200,000 of them.
_TRIES = 100


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern.

    Attributes:
        test: of a token; None for the edges of the sentence.
        low, high: how many tokens in a row it takes; 0 and 0 for what only looks at the place.
        words: lower-cased words it can be looked up by; empty where it cannot be.
        strict: whether the test asks more of a token than being one of the words (`=May`, `<month>`).
        look: "" for elements that take tokens; "start", "end": the place is an edge of the sentence;
            "ahead", "behind": the token behind or before the place fails the test, or there is none.
    """

    test: Test | None
    low: int
    high: int
    words: tuple[str, ...] = ()
    look: str = ""
    strict: bool = False

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


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    Attributes:
        elements: in order.
        anchor: index of the element whose words are looked up.
        fixed: (distance from the anchor, element) to test first: the run of elements around the anchor that
            take a fixed number of tokens.
        near: indexes of the first element of that run and of the one behind it.
        span: indexes of the first element of the span and of the one behind it.
    """

    elements: tuple[Element, ...]
    anchor: int
    fixed: tuple[tuple[int, Element], ...]
    near: tuple[int, int]
    span: tuple[int, int]

    def places(self, document: Document) -> Iterator[tuple[Sentence, list[int]]]:
        """Where it matches: the sentence, and the token index each element begins at with the end last."""
        words = self.elements[self.anchor].words
        if document.analysis.index.keys().isdisjoint(words):  # far quicker than looking each of them up
            return
        fixed = self.fixed
        plain = self.near == (0, len(self.elements))
        current, tried = None, 0
        for sentence, position in document.analysis.find(*words):
            tokens = sentence.tokens
            for distance, element in fixed:  # written out: this loop is what a pattern costs
                at = position + distance
                if element.look:
                    if not element.holds(tokens, at):
                        break
                elif not 0 <= at < len(tokens) or not element.test(tokens[at]):  # type: ignore[misc]
                    break
            else:
                if not plain:
                    if sentence is not current:
                        current, tried = sentence, 0
                    tried += 1
                    if tried > _TRIES:
                        continue
                starts = self._starts(tokens, position)
                if starts is not None and starts[self.span[0]] < starts[self.span[1]]:
                    yield sentence, starts

    def _starts(self, tokens: Sequence[Token], position: int) -> list[int] | None:
        first, last = self.near
        at = position - sum(element.high for element in self.elements[first : self.anchor])
        starts: list[int] = []
        if first:
            before = _walk(self.elements[first - 1 :: -1], tokens, 0, at, -1, set())
            if before is None:
                return None
            starts = before[:0:-1]
        for element in self.elements[first:last]:
            starts.append(at)
            at += element.high
        if last == len(self.elements):
            return [*starts, at]
        after = _walk(self.elements[last:], tokens, 0, at, 1, set())
        return None if after is None else starts + after


def _walk(
    elements: Sequence[Element],
    tokens: Sequence[Token],
    number: int,
    at: int,
    step: int,
    dead: set[tuple[int, int]],
) -> list[int] | None:
    """The edges between the elements from `number` on, the place `at` first, as few tokens for each as will do.

    Args:
        step: 1 to read on from `at`, -1 to read back from it.
        dead: (number, place) that lead nowhere; so each is tried once.
    """
    if number == len(elements):
        return [at]
    if (number, at) in dead:
        return None
    element = elements[number]
    rest: list[int] | None = None
    if element.look:
        if element.holds(tokens, at):
            rest = _walk(elements, tokens, number + 1, at, step, dead)
    else:
        assert element.test is not None
        taken = 0
        while True:
            if taken >= element.low:
                rest = _walk(elements, tokens, number + 1, at + step * taken, step, dead)
                if rest is not None:
                    break
            following = at + step * taken - (step < 0)
            if taken == element.high or not 0 <= following < len(tokens) or not element.test(tokens[following]):
                break
            taken += 1
    if rest is None:
        dead.add((number, at))
        return None
    return [at, *rest]


def compile_pattern(parts: Sequence[str]) -> Pattern:
    """A pattern from its elements as written in a pack.

    Raises:
        ValueError: what is wrong with which element.
    """
    elements: list[Element] = []
    opened = closed = -1
    for part in parts:
        if part == "[[" and opened < 0:
            opened = len(elements)
        elif part == "]]" and opened >= 0 and closed < 0:
            closed = len(elements)
        elif part in ("[[", "]]"):
            raise ValueError("'[[' and ']]' do not pair")
        else:
            elements.append(_element(part))
    if not elements:
        raise ValueError("a pattern needs at least one element")
    if len(elements) > _LONGEST:
        raise ValueError(f"{len(elements)} elements; at most {_LONGEST}")
    if (opened < 0) != (closed < 0) or (opened >= 0 and opened == closed):
        raise ValueError("'[[' and ']]' do not pair, or hold nothing")
    anchors = [n for n, element in enumerate(elements) if element.words and element.low == element.high == 1]
    if not anchors:
        raise ValueError("needs a word that is neither optional nor repeated, to be looked up by")
    anchor = min(anchors, key=lambda n: _weight(elements[n].words))
    first, last = anchor, anchor + 1
    while first and elements[first - 1].low == elements[first - 1].high:
        first -= 1
    while last < len(elements) and elements[last].low == elements[last].high:
        last += 1
    distance, fixed = -sum(element.high for element in elements[first:anchor]), []
    for number in range(first, last):
        element = elements[number]
        if number != anchor or element.strict:
            fixed += [(distance + k, element) for k in range(element.high or 1)]
        distance += element.high
    fixed.sort(key=lambda item: (not item[1].words, abs(item[0])))
    span = (opened, closed) if opened >= 0 else (0, len(elements))
    return Pattern(tuple(elements), anchor, tuple(fixed), (first, last), span)


def _weight(words: Sequence[str]) -> int:
    """How often an element is looked up in a thousand words, roughly."""
    return sum(_FREQUENCY.get(word, 1) for word in words)


@lru_cache(maxsize=4096)  # packs say the same few hundred elements again and again
def _element(part: str) -> Element:
    quantified = _QUANTIFIER.fullmatch(part) if len(part) > 1 else None
    low = high = 1
    body = part
    if quantified:
        body = quantified["body"]
        low, high = (0, 1) if quantified["optional"] else (int(quantified["low"]), int(quantified["high"]))
        if not low <= high or not 1 <= high <= _LONGEST:
            raise ValueError(f"element {part!r}: repeat between 0 and {_LONGEST} times, low before high")
    if not body:
        raise ValueError("an element is empty")
    if body in ("<start>", "<end>") or (len(body) > 1 and (body[0] == "~" or body[-1] == "~")):
        if quantified:
            raise ValueError(f"element {part!r}: takes no token, so it cannot be repeated")
        if body[0] == "<" and body[-1] == ">":
            return Element(None, 0, 0, (), body[1:-1])
        test, _ = _test(body.strip("~"), part)
        return Element(test, 0, 0, (), "ahead" if body[0] == "~" else "behind")
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
        unknown = sorted(letters - set("NSPVZDEGJKLRTHOWUIQBCMAYFX"))
        if unknown:
            raise ValueError(f"element {part!r}: no part of speech has the letter {unknown[0]!r}")
        lexicon = english  # called at the match: its tables are not read before a text is
        if kind == "tag":
            return lambda token: token.kind == "word" and lexicon().tags(token.lower)[:1] in letters
        if kind == "tags":
            return lambda token: token.kind == "word" and not letters.isdisjoint(lexicon().tags(token.lower))
        return lambda token: token.kind == "word" and _only(lexicon().tags(token.lower), letters)
    if name not in CLASSES:
        known = ", ".join(f"<{known}>" for known in sorted(CLASSES))
        raise ValueError(f"unknown class <{name}>; known: {known}, <tag:…>, <tags:…>, <only:…>, <ends:…>")
    return CLASSES[name]


def _only(tags: str, letters: frozenset[str]) -> bool:
    return bool(tags) and letters.issuperset(tags)
