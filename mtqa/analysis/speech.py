"""Who says a word, and what is no running text: quotations, headlines, titles of works, words that are mentioned.

One answer each, for all rules. A place is a sentence and the index of one of its tokens, as `Analysis.find` gives it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtqa.analysis.quotes import Pair, Pairing, cited
from mtqa.finding import Match
from mtqa.knowledge.nouns import AROUND_WORKS, MENTIONING, WORKS
from mtqa.lazy import lazy, regex
from mtqa.segment import Kind
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from mtqa.analysis.sentences import Sentence
    from mtqa.analysis.text import Paragraph
    from mtqa.analysis.tokens import Token

__all__ = ["WORK", "Quotation", "Ranges", "Speech"]

#: Beside a quoted name: it is the title of a work.
WORK = regex(rf"\b(?:{'|'.join(sorted(WORKS | AROUND_WORKS))})\b", re.IGNORECASE)
_BEFORE, _BEHIND = 60, 40  # characters beside a quotation in which its noun may stand

_MENTION_BEFORE = regex(rf"\b(?:{'|'.join(sorted(MENTIONING))})\W{{1,3}}(?:(?:is|was|are|as|of|like)\W{{1,3}})?$")
_MENTION_BEHIND = regex(rf"\W{{0,2}}\s(?:(?:the|a|is|was|as|an?)\s){{0,2}}(?:{'|'.join(sorted(MENTIONING))})\b")
_MENTION = 40  # characters of what is mentioned rather than said, and round it

#: An opening and a closing single mark; 'em, '90s and the like are none.
_SINGLE_OPEN = regex(r"(?<![^\s(\[“\"—–])[‘'](?!(?:em|tis|twas|til|cause|n|bout|cos|round)\b)(?=[^\W\d_])")
_SINGLE_CLOSE = regex(r"(?<=[\w.,!?…])[’'](?=[\s).,;:?!\]”\"—–]|$)")
_SINGLE_LONGEST = 400

#: Small words inside a title in capitals.
_SMALL = frozenset("a an and as at by de del der du for from in la le of on or the to upon with".split())
_EMPHASIS = regex(r"(?<![\w*])\*(?=[^\s*])(?:[^*\n.;:,]{1,80}?(?<=\S)\*(?![\w*])|[^*\n.;:,]{1,80}(?=[.;:,\n]|$))")


class Ranges:
    """Ranges of a text, apart and in order, and whether a place lies in one."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]


_NOWHERE = Ranges(())
_FOR_EVER = 1 << 30


def quoted(marks: Pairing) -> dict[int, Ranges]:
    """What stands between double quotation marks, by segment, with the opening mark."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for pair in marks.pairs:
        opens, closes = pair.open, pair.close
        if opens.quotes:
            for segment in range(opens.segment, closes.segment + 1):
                start = opens.start if segment == opens.segment else 0
                end = closes.start if segment == closes.segment else _FOR_EVER
                spans.setdefault(segment, []).append((start, end))
    return {segment: Ranges(found) for segment, found in spans.items()}


class Quotation(NamedTuple):
    """What stands between two double quotation marks of one paragraph.

    Attributes:
        paragraph: it stands in.
        start, end: code points of the opening mark, and behind the closing one.
    """

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """What is quoted."""
        return self.paragraph.text[self.start + 1 : self.end - 1]

    @property
    def name(self) -> str:
        """The same without a comma or full stop that ends it."""
        return self.text.rstrip(",. ")

    def before(self, length: int = 60) -> str:
        """So many code points before the opening mark."""
        return self.paragraph.text[max(0, self.start - length) : self.start]

    def behind(self, length: int = 40) -> str:
        """So many code points behind the closing mark."""
        return self.paragraph.text[self.end : self.end + length]

    @property
    def cited(self) -> bool:
        """Whether it is a title in a citation: `["A", p. 3]`."""
        return cited(self.paragraph.text, self.start, self.end)

    def match(self, message: str, *suggestions: str) -> Match:
        """A match over it and its marks."""
        return self.paragraph.match((self.start, self.end), message, *suggestions)


class Speech:
    """What of a document is quoted, and what is a headline, a title of a work or a mention.

    Args:
        paragraphs: of the document.
        marks: its quotation marks and brackets.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], marks: Pairing) -> None:
        self._paragraphs = paragraphs
        self._marks = marks
        self._double = quoted(marks)
        self._single: dict[int, Ranges] = {}
        self._open = {mark.segment for mark in marks.unpaired if mark.quotes}
        self._quotes = [pair for pair in marks.pairs if pair.open.quotes]
        #: Indexes of the segments that are headlines.
        self.headlines: frozenset[int] = frozenset(one.index for one in paragraphs if one.kind == "headline")

    @lazy
    def quotations(self) -> list[Quotation]:
        """Quotations that begin and end in one paragraph, in order; one may stand inside another."""
        return [
            Quotation(self._paragraphs[pair.open.segment], pair.open.start, pair.close.start + 1)
            for pair in self._quotes
            if pair.open.segment == pair.close.segment
        ]

    def kind(self, sentence: Sentence) -> Kind:
        """What it stands in: "body", "headline", "list", "caption", "table" or "verse" (see `Segment`)."""
        return self._paragraphs[sentence.segment].kind

    def headline(self, sentence: Sentence) -> bool:
        """Whether it is a headline or heading."""
        return sentence.segment in self.headlines

    def quoted(self, sentence: Sentence, place: int) -> bool:
        """Whether a token stands inside quotation marks, those of a quotation of several paragraphs among them."""
        return self.quoted_at(sentence.segment, sentence.tokens[place].start)

    def quoted_at(self, segment: int, start: int) -> bool:
        """The same of a code point."""
        if start in self._double.get(segment, _NOWHERE):
            return True
        found = self._single.get(segment)
        if found is None:
            found = self._single[segment] = Ranges(list(_singles(self._paragraphs[segment].text)))
        return start in found

    def maybe_quoted(self, sentence: Sentence, place: int) -> bool:
        """Whether it is quoted, or its segment has a quotation mark without a partner, so that it may be."""
        return sentence.segment in self._open or self.quoted(sentence, place)

    def quotation(self, segment: int, start: int) -> Pair | None:
        """The innermost pair of double quotation marks round a code point."""
        here = (segment, start)
        at = bisect_left(self._quotes, here, key=lambda pair: (pair.open.segment, pair.open.start))
        for pair in reversed(self._quotes[max(0, at - _NESTED) : at]):
            if here < (pair.close.segment, pair.close.start):
                return pair
        return None

    def work(self, pair: Pair) -> bool:
        """Whether a short quotation is the title of a film, book, song and the like: one is named beside it."""
        opens, closes = pair.open, pair.close
        if opens.segment != closes.segment or closes.start - opens.start > _LONGEST_TITLE:
            return False
        text = self._paragraphs[opens.segment].text
        start, end = opens.start, closes.start + 1
        if not text[start + 1 : start + 2].isupper() and not text[start + 1 : start + 2].isdigit():
            return False
        near = text[max(0, start - _BEFORE) : start] + text[end : end + _BEHIND]
        return WORK.search(near) is not None or cited(text, start, end)

    def title(self, sentence: Sentence, place: int) -> bool:
        """Whether a token stands in the title of a work: quoted, or in capitals behind its noun (the film Red Sun)."""
        pair = self.quotation(sentence.segment, sentence.tokens[place].start)
        if pair is not None:
            return self.work(pair)
        first = place
        while first and (_in_title(sentence.tokens[first - 1])):
            first -= 1
        if not first or not _in_title(sentence.tokens[place]):
            return False
        while first < place and not sentence.tokens[first].capitalised:
            first += 1
        before = sentence.tokens[first - 1]
        return before.lower in WORKS and before.text.islower() and sentence.tokens[first].capitalised

    def mentioned(self, sentence: Sentence, place: int) -> bool:
        """Whether a word is spoken of, not used: the word "is"; *he don't*, with the asterisk of what nobody says."""
        token = sentence.tokens[place]
        text = self._paragraphs[sentence.segment].text
        pair = self.quotation(sentence.segment, token.start)
        if pair is not None and pair.open.segment == pair.close.segment:
            start, end = pair.open.start, pair.close.start + 1
        else:
            start, end = next(
                (span for span in _singles(text) if span[0] < token.start < span[1]), (token.start, token.end)
            )
            end += start != token.start
        if start < token.start and end - start <= _MENTION:
            near = text[max(0, start - _MENTION) : start], text[end : end + _MENTION]
            if _MENTION_BEFORE.search(near[0]) or _MENTION_BEHIND.match(near[1]):
                return True
        if "*" not in text:
            return False
        return any(found.start() < token.start < found.end() for found in _EMPHASIS.finditer(text))


_NESTED = 4  # quotations hardly nest: of those that open before a place, so many are looked at
_LONGEST_TITLE = 100


def _in_title(token: Token) -> bool:
    return (token.kind in ("word", "number") and not token.text.islower()) or token.lower in _SMALL


def _singles(text: str) -> Iterator[tuple[int, int]]:
    """What stands between single quotation marks, where one opens and one closes beyond doubt."""
    if "'" not in text and "‘" not in text:
        return
    last = 0
    for opens in _SINGLE_OPEN.finditer(text):
        start = opens.start()
        if start < last:
            continue
        behind = _SINGLE_OPEN.search(text, opens.end())
        limit = min(behind.start() if behind is not None else len(text), start + _SINGLE_LONGEST)
        closing = [mark.start() for mark in _SINGLE_CLOSE.finditer(text, opens.end() + 1, limit)]
        if closing:
            # the boys' : an apostrophe, if a mark follows that can be none
            sure = [at for at in closing if text[at - 1] not in "sS"]
            last = (sure or closing)[0]
            yield start, last
