"""The lines of a document, and what its body is: what an assistant or a tool writes takes lines of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtqa.analysis.text import Analysis, Paragraph
from mtqa.document import Document

#: Emphasis, quotation and heading signs of Markdown before the first word of a line.
_SIGNS = re.compile(r"[\s>*_#~-]{0,12}")
#: A body up to so many characters that begins with a refusal or an error holds nothing else.
_SHORT = 900
#: So many letters of its beginning tell which wordings a line can be.
HEAD = 4


class Line(NamedTuple):
    """A line with text.

    Attributes:
        segment: index of its segment.
        start: code point of its first word in the segment's target, behind the signs of Markdown.
        text: from there to the end of the line, without white space at the end.
        first, last: whether it is the first or last line of the body, or a headline.
        head: whether it opens its segment.
        bare: whether no sign of Markdown stands before it.
    """

    segment: int
    start: int
    text: str
    first: bool
    last: bool
    head: bool
    bare: bool

    @property
    def end(self) -> int:
        """Code point behind its last character."""
        return self.start + len(self.text)


class _Lines(NamedTuple):
    """Lines in reading order, and the numbers of those that begin with up to so many letters."""

    all: tuple[Line, ...]
    heads: dict[str, list[int]]


def _lines(analysis: Analysis) -> _Lines:
    headlines = frozenset(paragraph.index for paragraph in analysis.paragraphs if paragraph.declared == "headline")
    made: list[tuple[int, int, str, bool, bool]] = []
    for paragraph in analysis.paragraphs:
        text, position, head = paragraph.text, 0, True
        for raw in text.split("\n") if "\n" in text else (text,):
            signs = _SIGNS.match(raw)
            skip = signs.end() if signs else 0
            line = raw[skip:].rstrip()
            if not line and raw.strip():
                line, skip = raw.strip(), len(raw) - len(raw.lstrip())
            if line:
                made.append((paragraph.index, position + skip, line, head, not raw[:skip].strip()))
                head = False
            position += len(raw) + 1
    body = [i for i, line in enumerate(made) if line[0] not in headlines]
    first, last = (body[0], body[-1]) if body else (-1, -1)
    heads: dict[str, list[int]] = {}
    for i, (_, _, text, _, _) in enumerate(made):
        start = text[:HEAD].lower()
        for length in range(1, len(start) + 1):
            heads.setdefault(start[:length], []).append(i)
    return _Lines(
        tuple(
            Line(
                segment, start, text, i == first or segment in headlines, i == last or segment in headlines, head, bare
            )
            for i, (segment, start, text, head, bare) in enumerate(made)
        ),
        heads,
    )


def lines(document: Document) -> tuple[Line, ...]:
    """All lines with text, in reading order, split once for all rules."""
    return document.analysis.view(_lines).all


def beginning(document: Document, heads: frozenset[str]) -> list[tuple[int, Line]]:
    """Number and line of those that begin with one of the heads (lower case, at most `HEAD` letters)."""
    read = document.analysis.view(_lines)
    return [(i, read.all[i]) for i in sorted({i for head in read.heads.keys() & heads for i in read.heads[head]})]


def words(text: str) -> frozenset[str]:
    """The heads of lines that begin with one of the words; what stands behind a short word is looked at too."""
    return frozenset(
        head[:HEAD]
        for word in text.split()
        for head in ([word] if len(word) >= HEAD else [word + mark for mark in " ,.!:;-'’*…)"])
    )


def is_whole(document: Document, line: Line) -> bool:
    """Whether the body begins with this line and is so short that nothing else is in it."""
    if not line.first or document.segments[line.segment].kind == "headline":
        return False
    return sum(len(s.target) for s in document.segments if s.kind != "headline") <= _SHORT


_CLAUSE = re.compile(r"[^.!?:。！？：।؟\n]{0,160}[.!?:。！？：।؟]{1,3}")


def clause_end(text: str, end: int) -> int:
    """Where the clause in which `end` lies is closed; `end` itself where nothing closes it soon."""
    if text[end - 1 : end] in ".!?:。！？：।؟":
        return end
    found = _CLAUSE.match(text, end)
    return found.end() if found else end


def _whole(analysis: Analysis) -> str:
    return "\n".join([paragraph.text for paragraph in analysis.paragraphs])


def holds(document: Document, signs: str, spelt: Iterable[str] = ()) -> bool:
    """Whether any of the characters, or of the words (in small letters), stands in the targets.

    It is what rules ask before they look closer: most texts have none.
    """
    whole = document.analysis.view(_whole)
    index = document.analysis.index
    return any(sign in whole for sign in signs) or any(word in index for word in spelt)


def not_in_source(
    document: Document, quick: re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """What a pattern finds in the targets and the source of the segment does not hold as well.

    Args:
        quick: finds something in every text that `pattern` can find something in, at less cost.
    """
    for paragraph in document.analysis.paragraphs:
        if quick.search(paragraph.text):
            source = document.segments[paragraph.index].source or ""
            for found in pattern.finditer(paragraph.text):
                if found.group() not in source:
                    yield paragraph, found
