"""The lines of a document, and what its body is: what an assistant or a tool writes takes lines of its own."""

from __future__ import annotations

import re
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
        signs: what stands before the first word.
        headline: whether the segment is declared one.
        first, last: whether it is the first or last line of the body, or a headline.
        ends: whether it is the last of its segment.
    """

    segment: int
    start: int
    text: str
    signs: str
    headline: bool
    first: bool
    last: bool
    ends: bool

    @property
    def end(self) -> int:
        """Code point behind its last character."""
        return self.start + len(self.text)


def read_lines(analysis: Analysis) -> tuple[Line, ...]:
    """All lines with text, in reading order."""
    return analysis.view(_lines)


def _lines(analysis: Analysis) -> tuple[Line, ...]:
    headlines = frozenset(paragraph.index for paragraph in analysis.paragraphs if paragraph.declared == "headline")
    made: list[tuple[int, int, str, str]] = []
    for paragraph in analysis.paragraphs:
        text, position = paragraph.text, 0
        for raw in text.split("\n") if "\n" in text else (text,):
            signs = _SIGNS.match(raw)
            skip = signs.end() if signs else 0
            if not raw[skip:].strip():
                skip = len(raw) - len(raw.lstrip())
            if raw.strip():
                made.append((paragraph.index, position + skip, raw[skip:].rstrip(), raw[:skip].strip()))
            position += len(raw) + 1
    body = [i for i, line in enumerate(made) if line[0] not in headlines]
    first, last = (body[0], body[-1]) if body else (-1, -1)
    return tuple(
        Line(
            *line,
            line[0] in headlines,
            i == first or line[0] in headlines,
            i == last or line[0] in headlines,
            i + 1 == len(made) or made[i + 1][0] != line[0],
        )
        for i, line in enumerate(made)
    )


def lines(document: Document) -> tuple[Line, ...]:
    """All lines with text, in reading order, split once for all rules."""
    return read_lines(document.analysis)


def is_whole(document: Document, line: Line) -> bool:
    """Whether the body begins with this line and is so short that nothing else is in it."""
    if not line.first or document.segments[line.segment].kind == "headline":
        return False
    return sum(len(s.target) for s in document.segments if s.kind != "headline") <= _SHORT
