"""Quotation marks and brackets without a partner, in a text of any language.

The pairing of `mtqa.analysis.quotes` knows how English sets its marks. Elsewhere “ may open or close a quotation, ” do
both, » stand before it: here marks are counted by paragraph, and a side is told by the spaces round a mark.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from mtqa.analysis.quotes import Mark
from mtqa.lazy import regex

__all__ = ["lonely_marks"]

_QUOTES = '"“”„‟«»＂'
_BRACKETS = ("（）", "【】", "「」", "『』", "《》", "〈〉", "[]", "{}", "〔〕")
_CLASS = {**{mark: pair for pair in _BRACKETS for mark in pair}, "(": "（）", ")": "（）", "［": "[]", "］": "[]"}
_OPENING = frozenset(pair[0] for pair in _BRACKETS) | {"(", "［"}
_ANY = regex(f"[{re.escape(''.join((_QUOTES, *_CLASS)))}]")
#: How many paragraphs further a bracket may close, and a quotation: some formats cut a paragraph into sentences.
_REACH, _FAR = 3, 8
#: What stands before a closing bracket that is none: a), 1), iv), а); a smiley.
_NO_BRACKET = regex(r"(?:^|[\s,;:.。；(（）])(?:\w{1,2}|\d{1,3}(?:\.\d{1,3}){0,3}|[ivxIVX]{1,5})[.]?$|[:;=8][-o^']?$")
_GRIN = regex(r"\){1,8}\s*$|\){2,8}")

Side = Literal["open", "close"]


def lonely_marks(texts: Sequence[str], sentencewise: bool = False) -> list[Mark]:
    """The marks that no other answers to, in reading order.

    Args:
        texts: of the paragraphs; "" for one that is not to be looked at.
        sentencewise: whether they are single sentences: then a lone mark that begins or ends speech may have its
            partner far away.
    """
    brackets: dict[str, list[Mark]] = defaultdict(list)
    quotes: list[tuple[Mark, str]] = []
    for number, text in enumerate(texts):
        places = [(found.start(), found.group()) for found in _ANY.finditer(text)]
        if not places:
            continue
        for mark in _left_in(number, text, [place for place in places if place[1] in _CLASS]):
            brackets[_CLASS[mark.text]].append(mark)
        said = _quotes(text, [place for place in places if place[1] in _QUOTES])
        if len(said) % 2 and not (sentencewise and len(said) == 1 and _of_speech(text, *said[0])):
            quotes.append((_odd_one(number, text, said), text))
    left = [mark for marks in brackets.values() for mark in _unanswered(marks)]
    left += _alone(quotes)
    return sorted(left, key=lambda mark: (mark.segment, mark.start))


def _left_in(number: int, text: str, places: Iterable[tuple[int, str]]) -> list[Mark]:
    """The brackets that nothing answers in their own paragraph."""
    stacks: dict[str, list[Mark]] = defaultdict(list)
    left: list[Mark] = []
    for at, char in places:
        stack = stacks[_CLASS[char]]
        if char == text[at + 1 : at + 2] == "(" or text[at - 1 : at + 1] in ("((", "))"):
            continue  # smileys
        if char in _OPENING:
            stack.append(Mark(number, at, char, "open"))
        elif stack:
            stack.pop()
        elif char not in ")）]］" or not (_NO_BRACKET.search(text, max(0, at - 10), at) or _GRIN.match(text, at)):
            left.append(Mark(number, at, char, "close"))
    return left + [mark for stack in stacks.values() for mark in stack]


def _unanswered(marks: Iterable[Mark]) -> list[Mark]:
    """Without the pairs of an opening bracket and a closing one a few paragraphs on."""
    left: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.segment, mark.start)):
        if mark.side == "close" and left and left[-1].side == "open" and mark.segment - left[-1].segment <= _REACH:
            left.pop()
        else:
            left.append(mark)
    return left


def _quotes(text: str, places: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Without signs of measure (`27"`), lone marks (the `"` key), marks of code and those inside words (`צה"ל`)."""
    found: list[tuple[int, str]] = []
    inside: list[tuple[int, str]] = []  # an apostrophe perhaps: Güneş"in
    for at, char in places:
        if char == '"' and at:
            before, after = text[at - 1], text[at + 1 : at + 2]
            hebrew = "\u05d0" <= before <= "\u05ea" and "\u05d0" <= after <= "\u05ea"
            alone = before.isspace() and (after.isspace() or after in tuple(",:;"))
            if hebrew or alone or before in "\\=" or (before.isdigit() and len(found) % 2 == 0):
                continue
            if before.isalpha() and after.isalpha():
                inside.append((at, char))
        found.append((at, char))
    if len(inside) == 1 and len(found) % 2:
        found.remove(inside[0])
    return found


def _of_speech(text: str, at: int, char: str) -> bool:
    """Whether speech of several sentences may begin or end at a mark."""
    before, after = text[:at].rstrip()[-1:], text[at + 1 :].lstrip()[:1]
    side = _side(text, at, char) or ("open" if char in "“«" else "close")
    if side == "open":
        return before in ("", *":：,，)-–—")
    return before in tuple(".?!…,。？！，।") or after in ("", *",.-–—，。")


def _side(text: str, at: int, char: str) -> Side | None:
    """Opening or closing by the spaces and marks round it; `None` where these tell nothing."""
    if char in "„‟":
        return "open"
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    head = not before or before.isspace() or before in "([（【—–-«„“‘¿¡/"
    tail = not after or after.isspace() or after in ".,;:!?…)]）】»”’。，、；：！？،؛؟।-—–"
    if head == tail:
        return None
    return "open" if head else "close"


def _odd_one(number: int, text: str, places: Sequence[tuple[int, str]]) -> Mark:
    """Of an odd number of quotation marks the one that has no partner, as far as that can be told."""
    stack: list[Mark] = []
    lonely: list[Mark] = []
    for at, char in places:
        side = _side(text, at, char) or ("close" if stack else "open")
        if side == "open":
            stack.append(Mark(number, at, char, "open"))
        elif stack:
            stack.pop()
        else:
            lonely.append(Mark(number, at, char, "close"))
    lonely += stack
    at, char = places[-1]
    return lonely[0] if lonely else Mark(number, at, char, "close")


def _alone(odd: Sequence[tuple[Mark, str]]) -> list[Mark]:
    """Of paragraphs with an odd number of marks those in which no quotation began or ended that runs over several."""
    left: list[Mark] = []
    i = 0
    while i < len(odd):
        mark, _ = odd[i]
        if i + 1 < len(odd) and odd[i + 1][0].segment - mark.segment <= _FAR:
            i += 2  # it runs on to there
            while i < len(odd) and odd[i][1].lstrip()[:1] in _QUOTES and odd[i][0].segment - odd[i - 1][0].segment <= 1:
                i += 1  # and repeats its mark at the head of each paragraph
            continue
        left.append(mark)
        i += 1
    return left
