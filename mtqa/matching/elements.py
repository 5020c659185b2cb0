"""What an element of a pattern means: the tokens it takes, or what it looks at."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from mtqa.analysis.extents import KINDS
from mtqa.analysis.tokens import Token
from mtqa.analysis.wordclasses import SIGNS
from mtqa.knowledge import nouns, verbs, words
from mtqa.knowledge.lexicon import WORD_CLASSES, english
from mtqa.knowledge.places import MONTHS, WEEKDAYS
from mtqa.lazy import regex
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.analysis.reading import Reading

__all__ = ["CLASSES", "LONGEST", "READ", "Element", "parsed"]

Test = Callable[[Token], bool]

#: Most tokens an element takes, and most elements of a pattern.
LONGEST = 40
_QUANTIFIER = regex(r"(?P<body>.+?)(?:(?P<optional>\?)|\{(?P<low>\d{1,2}),(?P<high>\d{1,2})\})", re.DOTALL)
_ALTERNATIVE = regex(r"<[^<>|][^<>]*>|[^|]+|(?<![^|])(?=\||$)")
_DAY = regex(r"(?:[1-9]|[12]\d|3[01])")
_ORDINAL = regex(r"\d{1,3}(?:st|nd|rd|th)")
_YEAR = regex(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern.

    Attributes:
        test: of a token; None for a phrase and the edges of the sentence.
        low, high: how many tokens or phrases in a row it takes; 0 and 0 for what only looks at the place.
        words: lower-cased words it can be looked up by; empty where it cannot be.
        strict: whether the test asks more of a token than being one of the words (`=May`, `<month>`).
        phrase: the kind of phrase it takes; "" for elements that take single tokens.
        tags: Penn tags that satisfy it beside `test`; the token has to be read surely.
        barred: whether it wants, or does not want, a token that satisfies neither `test` nor `tags`.
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
    tags: frozenset[str] = frozenset()
    barred: bool = False

    @property
    def fixed(self) -> bool:
        """Whether it always takes the same number of tokens."""
        return self.low == self.high and not self.phrase

    def holds(self, tokens: Sequence[Token], read: Callable[[], Reading], at: int) -> bool:
        """Whether an element that takes one token, or none, holds at token index `at`.

        Args:
            read: the reading of the sentence, asked for only where a word class matters.
        """
        wanted = not self.barred
        if self.look:
            if self.look == "start":
                return at == 0
            if self.look == "end":
                return at == len(tokens)
            at -= self.look == "behind"
            wanted = self.barred
        if not 0 <= at < len(tokens):
            return self.look != ""
        if self.test is not None and self.test(tokens[at]):
            return wanted
        if not self.tags:
            return not wanted
        tag = read().tag(at)
        return tag is not None and (tag in self.tags) is wanted  # a doubtful class is neither the one nor the other

    def beyond(self, tokens: Sequence[Token], read: Callable[[], Reading], at: int, step: int) -> int:
        """The place behind the token or phrase it takes at the place `at`, or -1 if it takes none.

        Args:
            read: the reading of the sentence.
            step: 1 to take what stands behind `at`, -1 to take what stands before it.
        """
        if self.phrase:
            extents = read().extents(self.phrase)
            return (extents.ends if step > 0 else extents.starts).get(at, -1)
        return at + step if self.holds(tokens, read, at if step > 0 else at - 1) else -1


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
        look = "ahead" if body[0] == "~" else "behind"
        body = body.strip("~")
        barred = len(body) > 1 and body[0] == "!"
        test, tags, _ = _test(body[barred:], part)
        return Element(test, 0, 0, (), look, tags=tags, barred=barred)
    if body[0] + body[-1] == "<>" and body[1:-1] in KINDS:
        return Element(None, low, high, phrase=body[1:-1])
    barred = len(body) > 1 and body[0] == "!"
    test, tags, words = _test(body[barred:], part)
    if barred and not tags and test is not None:
        return Element(_none_of(test), low, high)
    strict = len(body) > 1 and (body[0] == "=" or (body[0] == "<" and not body.startswith("<class:")))
    return Element(test, low, high, () if barred else words, strict=strict, tags=tags, barred=barred)


def _none_of(test: Test) -> Test:
    return lambda token: not test(token)


def _test(body: str, part: str) -> tuple[Test | None, frozenset[str], tuple[str, ...]]:
    """The test of an element, the tags that satisfy it too, and the words it is looked up by, none for a class."""
    if len(body) == 1:
        return (lambda token: token.lower == body), frozenset(), (body,)
    cased = body[0] == "="
    plain: list[str] = []
    classes: list[Test] = []
    tags: frozenset[str] = frozenset()
    for form in _ALTERNATIVE.findall(body[1:] if cased else body):
        if form[:1] == "<" and form[-1:] == ">" and len(form) > 2:
            found = _class(form[1:-1], part)
            if isinstance(found, tuple):
                plain += found
            elif isinstance(found, frozenset):
                tags |= found
            else:
                classes.append(found)
        elif form:
            plain += [form, form.replace("'", "\u2019")] if "'" in form else [form]
        else:
            raise ValueError(f"element {part!r}: an alternative is empty")
    forms = frozenset(plain if cased else (form.lower() for form in plain))
    test = _any_of(forms, cased, classes) if forms or classes else None
    return test, tags, () if classes or tags else tuple(sorted({form.lower() for form in forms}))


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


#: Word classes as read in the sentence, by name: the Penn tags each stands for.
READ: dict[str, frozenset[str]] = {
    name: frozenset(tags.split())
    for name, tags in {
        "noun": "NN NNS NNP NNPS",
        "noun:one": "NN NNP",
        "noun:many": "NNS NNPS",
        "noun:common": "NN NNS",
        "verb": "VB VBP VBZ VBD VBN VBG",
        "verb:base": "VB VBP",
        "verb:s": "VBZ",
        "verb:past": "VBD",
        "verb:participle": "VBN",
        "verb:ing": "VBG VBG-A",
        "verb:finite": "VBP VBZ VBD VBP-A VBZ-A VBD-A MD",
        "auxiliary": "VB-A VBP-A VBZ-A VBD-A VBN-A VBG-A MD",
        "modal": "MD",
        "adjective": "JJ JJR JJS",
        "adjective:plain": "JJ",
        "comparative": "JJR RBR",
        "superlative": "JJS RBS",
        "adverb": "RB RBR RBS",
        "determiner": "DT PDT PRP$ WP$",
        "pronoun": "PRP",
        "preposition": "IN",
        "particle": "RP",
        "subordinator": "IN-S",
        "conjunction": "CC",
    }.items()
}

#: The lists of `mtqa.knowledge`, as `<class:sure-prepositions>`.
_LISTS: dict[str, frozenset[str]] = {
    name.lower().replace("_", "-"): value
    for module in (words, verbs, nouns)
    for name, value in vars(module).items()
    if name.isupper() and isinstance(value, frozenset)
}


def _class(name: str, part: str) -> Test | frozenset[str] | tuple[str, ...]:
    """What `<name>` stands for: a test of the token, tags it is to be read as, or words."""
    kind, colon, argument = name.partition(":")
    if name in READ:
        return READ[name]
    if colon and argument and kind == "is":
        tags = frozenset(argument.split("|"))
        if unknown := sorted(tags - SIGNS.keys()):
            raise ValueError(f"element {part!r}: no tag {unknown[0]!r}; there are {', '.join(sorted(SIGNS))}")
        return tags
    if colon and kind == "class":
        if argument not in _LISTS:
            import difflib  # costs start-up time

            near = difflib.get_close_matches(argument, _LISTS, 5, 0.4)
            known = ", ".join(near or sorted(_LISTS))
            raise ValueError(f"element {part!r}: mtqa.knowledge has no list {argument!r}; there are {known}")
        return tuple(sorted(_LISTS[argument]))
    if colon and argument and kind in _LEXICAL:
        return _LEXICAL[kind](argument, part)
    if name in KINDS:  # what is not read is not known to be missing
        raise ValueError(f"element {part!r}: <{name}> takes a phrase, so it stands alone: without `|`, `!` or `~`")
    if name not in CLASSES:
        known = ", ".join(f"<{known}>" for known in sorted([*CLASSES, *KINDS, *READ]))
        raise ValueError(
            f"unknown class <{name}>; known: {known}, <class:…>, <is:…>, <tag:…>, <tags:…>, <only:…>, <ends:…>"
        )
    return CLASSES[name]


def _ends(argument: str, _part: str) -> Test:
    endings = tuple(argument.lower().split("|"))
    return lambda token: token.kind == "word" and token.lower.endswith(endings)


def _letters(argument: str, part: str) -> frozenset[str]:
    """The letters of a class of the lexicon.

    Raises:
        ValueError: one that it does not have.
    """
    letters = frozenset(argument)
    if unknown := sorted(letters - WORD_CLASSES.keys()):
        known = ", ".join(f"{letter} ({what})" for letter, what in WORD_CLASSES.items())
        raise ValueError(f"element {part!r}: no word class has the letter {unknown[0]!r}; there are {known}")
    return letters


# The lexicon is called at the match: its tables are not read before a text is.


def _usual(argument: str, part: str) -> Test:
    letters = _letters(argument, part)
    return lambda token: token.kind == "word" and english().tags(token.lower)[:1] in letters


def _possible(argument: str, part: str) -> Test:
    letters = _letters(argument, part)
    return lambda token: token.kind == "word" and not letters.isdisjoint(english().tags(token.lower))


def _only(argument: str, part: str) -> Test:
    letters = _letters(argument, part)

    def test(token: Token) -> bool:
        tags = english().tags(token.lower) if token.kind == "word" else ""
        return bool(tags) and letters.issuperset(tags) and not _mixed(token.text)  # deCODE: a name

    return test


def _mixed(text: str) -> bool:
    """Whether a word has capitals inside beside small letters."""
    return not text[1:].islower() and not text[1:].isupper() and len(text) > 1


_LEXICAL: dict[str, Callable[[str, str], Test]] = {"tag": _usual, "tags": _possible, "only": _only, "ends": _ends}
