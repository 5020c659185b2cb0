"""The lines of a document, and what its body is: what an assistant or a tool writes takes lines of its own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mtqa.analysis.text import Analysis
from mtqa.document import Document

#: Emphasis, quotation and heading signs of Markdown before the first word of a line.
_SIGNS = re.compile(r"[\s>*_#~-]{0,12}")
#: A body up to so many characters that begins with a refusal or an error holds nothing else.
_SHORT = 900


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


@lru_cache(maxsize=1)
def _lines(analysis: Analysis, headlines: frozenset[int]) -> tuple[Line, ...]:
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
    return tuple(
        Line(segment, start, text, i == first or segment in headlines, i == last or segment in headlines, head, bare)
        for i, (segment, start, text, head, bare) in enumerate(made)
    )


def lines(document: Document) -> tuple[Line, ...]:
    """All lines with text, in reading order, split once for all rules."""
    headlines = frozenset(i for i, segment in enumerate(document.segments) if segment.kind == "headline")
    return _lines(document.analysis, headlines)


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
