"""Quotation marks and brackets of a document, each with its partner.

Marks are paired over the whole document, since a quotation may run over several paragraphs, with the opening
mark repeated at the head of each, and since some formats cut a paragraph into sentences. Single quotation marks
are not paired: nothing tells them from apostrophes for certain.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal

from mtqa.knowledge.verbs import REPORTING, TELLING
from mtqa.lazy import regex
from mtqa.values import NamedTuple

__all__ = ["MARKS", "Mark", "Pair", "Pairing", "cited", "pair_marks", "strays"]

#: Quotation marks and brackets.
MARKS = frozenset('"“”„‟«»()[]{}')
_MARKS = regex(r"[\"“”„‟«»()\[\]{}]")
#: Class of a mark: marks of one class pair with each other. A straight mark may close a curly one.
_QUOTES = '"“”„‟'
_CLASS = {
    **dict.fromkeys(_QUOTES, "“”"),
    **{mark: pair for pair in ("«»", "()", "[]", "{}") for mark in pair},
}
_SIDE: dict[str, Literal[-1, 1]] = {"„": 1, "‟": 1}
for _pair in sorted(set(_CLASS.values())):
    _SIDE[_pair[0]], _SIDE[_pair[1]] = 1, -1

#: How many segments further a quotation or bracket may be closed: paragraphs, and segments of one sentence.
_REACH, _REACH_SENTENCES = 1, 6
#: How many paragraphs a quotation may run over from the head of one; behind its end may stand its source in brackets.
_FURTHEST = 20
_ENDS = regex(r"\s*(?:[\[(].*[\])]\.?\s*)?\Z")
_OPENING_CONTEXT = frozenset("([{（【—–-/‘'“«")
_CLOSING_CONTEXT = frozenset(",.;:?!)]}…’'")
_INCHES = regex(r"(?:\d['′’]\s?|\d\s?[x×]\s?)[\d.]{1,4}$")
#: a), 1), iv): an enumeration, not a bracket that lacks its partner.
_ENUMERATOR = regex(r"(?:^|[\s,;:(])(?:[A-Za-z]|\d{1,3}(?:\.\d{1,3}){0,3}|[ivxIVX]{1,5})$")
#: A title between a citation's author or bracket and its pages or volume.
_CITED_BEFORE = regex(r"\[(?:[^][\"]{0,60}, )?$")
_CITED_BEHIND = regex(r",? (?:pp?\. ?\d|Op\. ?[Cc]it|[Vv]ol\. ?\w|[Nn]os?\. ?\d)")
#: What a quotation whose marks stand on the wrong side of the spaces holds: a few words of one sentence.
_FEW = regex(r"\s?[^\s.;:!?\"“”„«»()]{1,30}(?:\s[^\s.;:!?\"“”„«»()]{1,30}){0,7}\s?")
#: The same beyond doubt: both marks cling to what stands outside.
_TURNED = regex(r"\"(?<=[^\W\d_].) (?:[^\W_][^\s\"“”,.;:!?()']{0,30} ){1,5}\"(?=[^\W\d_]{2})")
#: What is said ends before the space, its mark stands behind it: it is late, "said the mayor.
_SAYS = "|".join(sorted(REPORTING - {"believe", "say", "think"}))
_BEFORE_SPEAKER = regex(rf"(?:{_SAYS}) (?!who|that|it\b)[^\W\d_]|(?:he|she|they) (?:{_SAYS})\b")
_LAST_WORD = regex(r"([^\W_]{1,30})['’\])]?[,!?…] $")
#: The other way about: he said," It is late.
_BEHIND_SPEAKER = regex(rf"\b(?:{_SAYS})[,:]$")
_SOON = 1000  # characters in which a quotation inside a quotation is closed, and the outer one
_SMILEY = regex(r"[:;=8][-o^']?$")
#: Ask me anything) Well done!)): a smiley without eyes, as posts have it.
_GRIN = regex(r"\){1,8}\s*(?:$|\n)|\){2,8}(?=\s)")


class Mark(NamedTuple):
    """A quotation mark or bracket: its segment, code point in the segment's target, and text."""

    segment: int
    start: int
    text: str
    side: Literal["open", "close"]

    @property
    def quotes(self) -> bool:
        """Whether it is a quotation mark rather than a bracket."""
        return self.text in '"“”„‟«»'


class Pair(NamedTuple):
    """An opening mark and the mark that closes it."""

    open: Mark
    close: Mark


class Pairing(NamedTuple):
    """Pairs and partnerless marks of a document, all in reading order of their first mark.

    Attributes:
        pairs: each mark with its partner.
        unpaired: marks without one.
        turned: pairs of which a mark or both stand on the wrong side of a space: the" Big Bang "theory.
        strayed: marks beside words of saying that do: it is late, "said the mayor.
    """

    pairs: tuple[Pair, ...]
    unpaired: tuple[Mark, ...]
    turned: tuple[Pair, ...] = ()
    strayed: tuple[Mark, ...] = ()


def pair_marks(texts: Sequence[str], sentencewise: bool = False) -> Pairing:
    """Pair the marks of a document's segments, in one pass.

    A straight mark's side is told by the white space around it; where that tells nothing, it closes an open
    quotation or opens one. A mark behind a figure with no quotation open stands for inches or seconds.

    Args:
        texts: of the segments, in order.
        sentencewise: whether segments are single sentences, so that a quotation may run over several of them.
    """
    reach = _REACH_SENTENCES if sentencewise else _REACH
    pairs: list[Pair] = []
    unpaired: list[Mark] = []
    turned: list[Pair] = []
    strayed: list[Mark] = []
    stacks: dict[str, list[Mark]] = {name: [] for name in dict.fromkeys(_CLASS.values())}
    for number, text in enumerate(texts):
        places = [(found.start(), found.group()) for found in _MARKS.finditer(text)]
        if not places:
            continue
        for stack in stacks.values():
            if stack and number - stack[-1].segment > reach:
                unpaired.extend(stack)
                stack.clear()
        head = len(text) - len(text.lstrip())
        astray = _both_turned(text, places)
        carried = {name for name, stack in stacks.items() if stack}
        for at, char in places:
            name = _CLASS[char]
            stack = stacks[name]
            if at in astray and (not stack or astray[at] < at):
                if astray[at] > at:
                    turned.append(Pair(Mark(number, at, char, "open"), Mark(number, astray[at], char, "close")))
                continue
            stray = strays(text, at)
            if stray > 0 and stack:
                stray = 0  # “that is what he said,” she says
            side = stray or _side(text, at, char, bool(stack), head)
            if not side:
                continue
            if stray:
                strayed.append(Mark(number, at, char, "open" if side > 0 else "close"))
            if side > 0 and stack:
                before = text[max(0, at - 3) : at].strip()
                if char == "“" and _again(stack[-1], number, before) and text.count("”", at, at + _SOON) < 2:
                    unpaired.append(Mark(number, at, char, "open"))
                    continue
                if char in _QUOTES and _resumed(stack[-1], number, before, at):
                    stack.pop()  # the mark repeated at the head of a continued quotation stands for the first one
                elif name in carried and not sentencewise and not _closed_here(text, places, name, head):
                    unpaired.extend(stack)
                    stack.clear()
            carried.discard(name)
            if side > 0:
                stack.append(Mark(number, at, char, "open"))
            elif stack:
                pairs.append(Pair(stack.pop(), Mark(number, at, char, "close")))
            elif not _no_bracket(text, at, char):
                unpaired.append(Mark(number, at, char, "close"))
    for stack in stacks.values():
        unpaired.extend(stack)
    unpaired.sort(key=lambda mark: (mark.segment, mark.start))
    pairs += _running(texts, unpaired)
    pairs.sort(key=lambda pair: (pair.open.segment, pair.open.start))
    found = list(_turned(texts, unpaired))
    taken = {(mark.segment, mark.start) for pair in found for mark in (pair.open, pair.close)}
    taken |= {(mark.segment, mark.start) for mark in strayed}
    turned = sorted([*turned, *found], key=lambda pair: (pair.open.segment, pair.open.start))
    left = tuple(mark for mark in unpaired if (mark.segment, mark.start) not in taken)
    return Pairing(tuple(pairs), left, tuple(turned), tuple(strayed))


def _running(texts: Sequence[str], unpaired: list[Mark]) -> list[Pair]:
    """Quotations from the head of a paragraph to the end of a later one, taken out of the marks without a partner."""
    marks = [mark for mark in unpaired if mark.quotes]
    pairs = [
        Pair(one, other)
        for one, other in pairwise(marks)
        if one.side == "open"
        and other.side == "close"
        and other.segment - one.segment <= _FURTHEST
        and not texts[one.segment][: one.start].strip()
        and _ENDS.match(texts[other.segment], other.start + 1)
    ]
    taken = {mark for pair in pairs for mark in (pair.open, pair.close)}
    unpaired[:] = [mark for mark in unpaired if mark not in taken]
    return pairs


def _both_turned(text: str, places: Sequence[tuple[int, str]]) -> dict[int, int]:
    """Pairs of straight marks that both cling to what stands outside, each mark with its partner.

    An even number of straight marks stands before them and behind, so that neither closes or opens anything else.
    """
    if '" ' not in text or "“" in text:
        return {}
    straight = [at for at, char in places if char == '"']
    found: dict[int, int] = {}
    for turned in _TURNED.finditer(text) if len(straight) % 2 == 0 else ():
        first, last = turned.start(), turned.end() - 1
        if bisect_left(straight, first) % 2 == 0:
            found |= {first: last, last: first}
    return found


def _turned(texts: Sequence[str], unpaired: Sequence[Mark]) -> Iterator[Pair]:
    """Straight marks without partner that make pairs once the spaces beside them are not believed.

    Those of one segment make pairs together or not at all: of three nobody can tell which belong together.
    """
    quotes = [mark for mark in unpaired if mark.quotes]
    for segment, group in groupby(quotes, key=lambda mark: mark.segment):
        marks, text = list(group), texts[segment]
        pairs = list(zip(marks[::2], marks[1::2], strict=False))
        if len(marks) % 2 == 0 and all(_astray(text, one, two) for one, two in pairs):
            yield from (Pair(_as(one, "open"), _as(two, "close")) for one, two in pairs)


def _as(mark: Mark, side: Literal["open", "close"]) -> Mark:
    return Mark(mark.segment, mark.start, mark.text, side)


def _astray(text: str, one: Mark, two: Mark) -> bool:
    """Whether of two straight marks around a few words the first, if it seems to close, and the second, if it seems
    to open, clings to what stands outside."""
    first, last = one.start, two.start
    if not one.text == two.text == '"' or not _FEW.fullmatch(text, first + 1, last):
        return False
    opens = one.side == "open" or (first > 0 and text[first - 1].isalnum() and text[first + 1].isspace())
    return opens and (two.side == "close" or (text[last - 1].isspace() and text[last + 1 : last + 2].isalnum()))


def cited(text: str, start: int, behind: int) -> bool:
    """Whether a quotation, from its opening mark to behind its closing one, is a title in a citation: `["A", p. 3]`."""
    return bool(_CITED_BEFORE.search(text[max(0, start - 64) : start]) or _CITED_BEHIND.match(text, behind))


def _side(text: str, at: int, char: str, inside: bool, head: int) -> Literal[-1, 0, 1]:
    """1 for an opening mark, -1 for a closing one, 0 for a sign of measure or a mangled apostrophe.

    `head` is where the text begins, white space left out.
    """
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if char == "”":
        return 1 if not inside and after.isalpha() and before.isspace() else -1  # ”Hej”
    if char == "“":
        # „so“ closes with what opens elsewhere
        return -1 if inside and not before.isspace() and (after.isspace() or after in _CLOSING_CONTEXT) else 1
    if char != '"':
        return _SIDE[char]
    if at == head:
        return 1  # nothing before it to close
    if not inside and (
        before.isdigit() or (before in "sz" and after == " " and text[at + 2 : at + 3].islower())  # workers" rights
    ):
        return 0
    if before.isdigit() and _INCHES.search(text[max(0, at - 12) : at]):
        return 0
    if at + 1 == len(text):
        return -1
    opens = (before.isspace() or before in _OPENING_CONTEXT) and not after.isspace() and after not in ".,;)]}"
    closes = not before.isspace() and (after.isspace() or after in _CLOSING_CONTEXT or after in "—–-/")
    if opens == closes:
        return -1 if inside else 1
    return 1 if opens else -1


def strays(text: str, at: int) -> Literal[-1, 0, 1]:
    """1 for an opening mark that clings to the words of saying before it, -1 for a closing one to those behind it."""
    if text[at] not in "\"“'" or not at:
        return 0
    if text[at - 1] in ",:":
        return 1 if text[at + 1 : at + 2] == " " and _BEHIND_SPEAKER.search(text, max(0, at - 20), at) else 0
    if text[at - 1] != " " or not _BEFORE_SPEAKER.match(text, at + 1):
        return 0
    last = _LAST_WORD.search(text, max(0, at - 34), at)
    return -1 if last is not None and last[1].lower() not in TELLING else 0


def _resumed(last: Mark, segment: int, before: str, at: int) -> bool:
    """Whether an opening mark with a quotation open repeats that quotation's mark at a paragraph's head."""
    if segment > last.segment:
        return not before and at < 3
    return before[-1:] in (".", "?", "!") and last.text != "“"


def _again(last: Mark, segment: int, before: str) -> bool:
    """Whether a curly mark opens a sentence in the middle of a paragraph whose quotation goes on."""
    return segment == last.segment and last.text == "“" and before[-1:] in (".", "?", "!")


def _closed_here(text: str, places: Sequence[tuple[int, str]], name: str, head: int) -> bool:
    """Whether a segment closes more marks of a class than it opens."""
    balance = 0
    for at, char in places:
        if _CLASS[char] == name:
            balance += _side(text, at, char, balance > 0, head)
    return balance < 0


def _no_bracket(text: str, at: int, char: str) -> bool:
    """Whether a closing bracket without an opening one is an enumerator or part of a smiley."""
    if char not in ")）]":
        return False
    before = text[max(0, at - 8) : at]
    if _ENUMERATOR.search(before) or _SMILEY.search(before):
        return True
    if char != ")" or "(" in text[max(0, at - 400) : at]:
        return False
    return _GRIN.match(text, at - len(before) + len(before.rstrip(")"))) is not None
