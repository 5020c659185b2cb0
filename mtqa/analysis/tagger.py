"""A light part-of-speech view: one letter a token, so that a rule is a regular expression over a sentence.

Each word gets the classes its lexicon entry allows; its neighbours then decide between them, in Brill's manner,
from left to right. Where they do not decide, the letter says so: a rule that needs a noun asks for `N`, a rule
that must not be fooled asks for `[Nwj]` too. `tag` returns a string as long as the sentence has tokens, so that
the span of a match is a span of tokens.

Beside the letters of the lexicon (N S P V Z D E G J K L R T H O W U I Q B C M Y F X) there are:

    t to              h that             ' the 's behind a word
    b is, are, was    a be, been, being  v has, have, had    d do, does, did
    m past tense or participle           s plural noun or verb in -s
    w noun or base form of a verb        j noun or adjective
    , . ? ! ; : ( ) " -                  marks; " stands for every quotation mark, - for every other mark
"""

from __future__ import annotations

from collections.abc import Callable

from mtqa.analysis.sentences import Sentence
from mtqa.knowledge.closed import CLOSED
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import FLOATING

__all__ = ["tag"]

_MARKS = {mark: mark for mark in ",.?!;:()"} | {
    "…": ".", "..": ".", "...": ".", "。": ".", "，": ",", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(",
    "）": ")", "[": "(", "]": ")", "“": '"', "”": '"', '"': '"', "‘": '"', "’": '"', "'": '"', "«": '"', "»": '"',
}  # fmt: skip


_LIMIT = 60_000  # distinct words remembered
_memory: dict[str, str] = {}


def _classes(lower: str) -> str:
    """The classes a word can have, most usual first."""
    if lower in CLOSED:
        return CLOSED[lower]
    tags = english().tags(lower).replace("A", "").replace("Y", "").replace("X", "").replace("F", "")
    return tags or _guess(lower)


def _guess(lower: str) -> str:
    """Classes of a word no list has, from its ending."""
    last = lower.rpartition("-")[2]
    if len(last) < len(lower):
        tags = english().tags(last)
        if tags[:1] in ("E", "D", "G", "J"):
            return "J"
        return "JN" if tags[:1] != "S" else "S"
    if lower.endswith("ing"):
        return "G"
    if lower.endswith("ed"):
        return "DE"
    if lower.endswith("ly"):
        return "R"
    if lower.endswith(("ous", "ful", "less", "able", "ive", "al", "ic")):
        return "J"
    return "SZ" if lower.endswith("s") and not lower.endswith("ss") else "N"


def _remember(text: str) -> str:
    if len(text) > 40:
        return "N"
    if len(_memory) >= _LIMIT:
        _memory.clear()
    found = _memory[text] = _classes(text.lower())
    return found


def tag(sentence: Sentence) -> str:
    """The letters of a sentence, one a token."""
    memory = _memory
    tokens = sentence.tokens
    options: list[str] = []
    opens = True
    for token in tokens:
        kind = token.kind
        text = token.text
        if kind == "word":
            if text[0].islower():
                found = memory.get(text) or _remember(text)
            elif opens or text == "I":
                lower = token.lower
                found = memory.get(lower) or _remember(lower)
                if found[0] not in "tbavdMTHOIBWCR" and english().capital_share(lower) > 0.8:
                    found = "P"
            else:
                found = "P"
            opens = False
        elif kind == "punct":
            found = _MARKS.get(text, "-")
            opens = opens or found in '":'
        elif kind == "number":
            found = "U"
            opens = False
        elif kind == "code":
            found = "P"
            opens = False
        else:
            found = "'"
        options.append(found)
    options.append(".")
    made: list[str] = []
    before = "."
    firm = "."  # the last letter that is no adverb
    for i in range(len(tokens)):
        found = options[i]
        if len(found) > 1:
            found = _decide(found, before, firm, options[i + 1])
        made.append(found)
        before = found
        if found != "R":
            firm = found if found != "T" or tokens[i].lower not in FLOATING else ""
    return "".join(made)


def _decide(classes: str, before: str, firm: str, behind: str) -> str:
    """The class that the neighbours leave of several."""
    if classes == "HO":  # her
        return "H" if behind[0] in "NSJPVDEGUKLR" else "O"
    rule = _BY_NEIGHBOUR.get(firm)
    if rule is not None:
        found = rule(classes, before, behind)
        if found:
            return found
    first = classes[0]
    if "D" in classes and "E" in classes and first in "DE":
        return "m"
    if first in "SZ" and "S" in classes and "Z" in classes:
        return "s"
    if first in "NV" and "V" in classes and "N" in classes:
        return "V" if first == "V" and behind[0] in "THO" else "w"
    if first in "NJ" and "N" in classes and "J" in classes:
        return "J" if first == "J" and behind[0] in "NSwsj" else "j"
    if first == "V" and ("D" in classes or "E" in classes):
        return "V" if "N" not in classes else "w"
    if first in "IQB":
        return "I" if behind[0] in 'THOPUNSGJ"(W' and "I" in classes else first
    return first


def _noun(classes: str, _: str, behind: str) -> str:
    """Behind a determiner: nouns and what stands before them."""
    nominal = behind[0] in "NSPJG"
    if "J" in classes and nominal and classes[0] != "N":
        return "J"
    for letter in "NSJ":
        if letter in classes:
            return letter
    if "E" in classes:
        return "E"
    return "G" if "G" in classes else ""


def _base(classes: str, _: str, __: str) -> str:
    """Behind `to`, a modal or `do`: the base form."""
    return "V" if "V" in classes else ""


def _finite(classes: str, _: str, __: str) -> str:
    """Behind a pronoun: a finite verb."""
    for letter in "ZDV":
        if letter in classes:
            return letter
    return ""


def _participle(classes: str, _: str, behind: str) -> str:
    """Behind `be`: a participle, an adjective or a noun."""
    for letter in "EGJ":
        if letter in classes:
            return letter if letter != "J" or classes[0] != "N" or behind[0] not in "NS" else "J"
    for letter in "IRN":
        if letter in classes:
            return letter
    return ""


def _perfect(classes: str, _: str, __: str) -> str:
    """Behind `have`: a participle, or what `have` owns."""
    if "E" in classes:
        return "E"
    return next((letter for letter in "NSJ" if letter in classes), "")


def _described(classes: str, _: str, behind: str) -> str:
    """Behind an adjective: a noun rather than a verb."""
    if classes[0] in "NV" and "N" in classes and "J" not in classes and behind[0] not in "THO":
        return "N"
    return "S" if classes[0] in "SZ" and "S" in classes and behind[0] not in "THO" else ""


_BY_NEIGHBOUR: dict[str, Callable[[str, str, str], str]] = {
    "T": _noun, "H": _noun, "'": _noun, "J": _described, "L": _described, "t": _base, "M": _base, "d": _base,
    "O": _finite, "b": _participle, "a": _participle, "v": _perfect,
}  # fmt: skip
