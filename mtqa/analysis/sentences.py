"""Sentences: where one ends and the next begins, lower-case starts included."""

from __future__ import annotations

from collections.abc import Mapping

from mtqa.analysis.tokens import EDGE, Token
from mtqa.finding import Match, Severity
from mtqa.knowledge.abbreviations import ANYWHERE, BEFORE_NAME, STARTERS

#: Marks behind which no space need stand: of Chinese and Japanese, Indian scripts, Urdu, Ethiopic, Burmese and Khmer.
_SURE = frozenset("。？！｡।॥۔።။។៕")
TERMINALS = _SURE | {".", "?", "!", "…", "؟", "։"}
CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "»", "」", "』", "}", "）", "】", "》"})
_ENDS = frozenset(mark[-1] for mark in TERMINALS)
OPENERS = frozenset({'"', "“", "‘", "'", "(", "[", "«", "「", "『", "{"})
_GLUE = frozenset("@#/\\_.=&:<>")


class Sentence:
    """A run of tokens between two sentence boundaries.

    Attributes:
        segment: index of its segment in the document.
        tokens: at least one.
        start, end: code points in the segment's target.
        first: whether it opens its segment.
    """

    __slots__ = ("end", "first", "segment", "start", "tokens")

    def __init__(self, segment: int, tokens: list[Token], first: bool) -> None:
        self.segment = segment
        self.tokens = tokens
        self.start = tokens[0].start
        self.end = tokens[-1].end
        self.first = first
        for index, token in enumerate(tokens):
            token.index = index

    def __repr__(self) -> str:
        return f"Sentence({self.segment}, {self.start}, {self.end})"

    def at(self, place: int) -> Token:
        """The token at an index; `EDGE`, which is empty, before the first and behind the last."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else EDGE

    def says(self, place: int, *words: str) -> bool:
        """Whether these lower-cased words stand from an index on: `says(i + 1, "as", "well", "as")`."""
        tokens = self.tokens
        if not 0 <= place < len(tokens) or tokens[place].lower != words[0]:  # mostly
            return False
        return tuple([token.lower for token in tokens[place : place + len(words)]]) == words

    def joined(self, first: int, last: int | None = None) -> bool:
        """Whether a mark ties a token, or all from one to another, to more: part of an address, path or handle."""
        before, behind = self.at(first - 1), self.at((first if last is None else last) + 1)
        if before.text in _GLUE and not self.tokens[first].space:
            return True
        beyond = self.at(behind.index + 1)
        return behind.text in _GLUE and not behind.space and not beyond.space and beyond.kind != "punct"

    def text(self, first: int, last: int) -> str:
        """The tokens from an index to another, both inside, with single spaces where there are any."""
        tokens = self.tokens[max(0, first) : last + 1]
        return "".join([" " + token.text if token.space else token.text for token in tokens]).lstrip(" ")

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Start and end, in the segment's target, of the tokens from an index to another, both inside.

        What lies outside the sentence is left out.
        """
        tokens = self.tokens
        return tokens[max(0, first)].start, tokens[min(last, len(tokens) - 1)].end

    def match(
        self,
        first: int,
        last: int,
        message: str,
        *suggestions: str,
        severity: Severity | None = None,
        category: str | None = None,
        evidence: Mapping[str, object] | None = None,
        wide: bool = False,
    ) -> Match:
        """A match over the tokens from an index to another, both inside; the rest as in `Match`."""
        start, end = self.span(first, last)
        return Match(self.segment, start, end, message, suggestions, evidence or {}, severity, category, wide=wide)

    @property
    def words(self) -> list[Token]:
        """Its words and numbers, without marks and clitics."""
        return [token for token in self.tokens if token.kind in ("word", "number")]

    @property
    def closed(self) -> bool:
        """Whether it ends with a terminal mark, closing quotes and brackets aside."""
        for token in reversed(self.tokens):
            if token.text in TERMINALS or token.text[:2] == "..":
                return True
            if token.text not in CLOSERS:
                return token.text.endswith(".") and token.kind == "word"
        return False


def split(segment: int, text: str, tokens: list[Token]) -> list[Sentence]:
    """Cut a segment's tokens into sentences.

    A full stop followed by white space ends a sentence even where the next word is in lower case, for that is
    what a broken engine writes, unless an abbreviation, an initial or a quotation that runs on explains it.
    A blank line always ends one.
    """
    sentences: list[Sentence] = []
    begin = 0
    count = len(tokens)
    lines = "\n" in text
    i = 0
    while i < count:
        token = tokens[i]
        if not lines and token.text[-1] not in _ENDS:
            i += 1
            continue
        cut = -1
        if token.kind == "punct":
            if token.text in TERMINALS or token.text[:2] == "..":
                j = i + 1
                while j < count and (
                    (
                        not tokens[j].space
                        and (tokens[j].text in CLOSERS or tokens[j].text in TERMINALS or tokens[j].text[:2] == "..")
                    )
                    or _spaced_closer(tokens, j)
                ):
                    j += 1
                if j < count and _boundary(tokens, i, j):
                    cut = j
                i = max(i, j - 1)
        elif token.kind == "word" and token.text[-1] == "." and i + 1 < count:
            # U.S., a.m.: ends the sentence only where the next word begins one beyond doubt
            j = i + 1
            while j < count and not tokens[j].space and tokens[j].text in CLOSERS:
                j += 1
            if j < count and tokens[j].space and tokens[j].text in STARTERS:
                cut = j
        if lines and cut < 0 and i + 1 < count and tokens[i + 1].space:
            gap = text[token.end : tokens[i + 1].start]
            if len(gap) > 1 and gap.count("\n") > 1:
                cut = i + 1
        if cut >= 0:
            sentences.append(Sentence(segment, tokens[begin:cut], begin == 0))
            begin = cut
        i += 1
    if begin < count:
        sentences.append(Sentence(segment, tokens[begin:], begin == 0))
    return sentences


def _spaced_closer(tokens: list[Token], i: int) -> bool:
    """Whether a token is a closing mark behind a space, as French writes it."""
    return tokens[i].text == "»" and (i + 1 == len(tokens) or tokens[i + 1].space or tokens[i + 1].kind == "punct")


def _boundary(tokens: list[Token], mark: int, following: int) -> bool:
    """Whether the terminal at `mark` ends a sentence, `following` being the first token behind its closers."""
    text = tokens[mark].text
    nxt = tokens[following]
    if text in _SURE:
        return True
    if not nxt.space:
        return False
    head = nxt
    ahead = following
    while head.text in OPENERS and ahead + 1 < len(tokens):
        ahead += 1
        head = tokens[ahead]
    if head.kind == "punct":
        if text == head.text == ".":
            return False  # . . .
        return head.text not in (",", ";", ":", "-", "–", "—") and text != "…" and text[:2] != ".."
    lower_next = head.text[0].islower()
    if text != ".":
        return not lower_next  # "Why?" he asked; Yahoo! said; and then ... nothing
    if following > mark + 1 and lower_next:
        return False  # ." he said
    before = tokens[mark - 1] if mark else None
    if before is None or tokens[mark].space:
        return not lower_next
    word = before.lower
    if before.kind == "number" and word.rpartition("-")[2] in ANYWHERE:
        return head.text in STARTERS  # a 16-oz. can
    if before.kind == "word":
        if word in BEFORE_NAME:
            return False
        if len(word) == 1 and lower_next and word != "i":
            return False  # b. 1761, d. young
        if len(word) == 1 and before.text.isupper() and word != "i":
            return head.text in STARTERS  # an initial, or Plan B.
        if word in ANYWHERE:
            return head.text in STARTERS
    return True
