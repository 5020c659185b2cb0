"""The lines of a document: what an assistant or a tool writes takes lines of its own."""

from __future__ import annotations

import re
from functools import cache
from itertools import compress

from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.lazy import regex
from mtqa.values import NamedTuple

#: Emphasis, quotation and heading signs of Markdown, then what the line says.
_LINE = regex(r"^((?:[^\S\n]|[>*_#~-]){0,12})([^\n]*\S)", re.MULTILINE)
#: A body up to so many characters that begins with a refusal or an error holds nothing else.
_SHORT = 900
_EDGE, _LAST = 3, 4  # lines at either end that a prompt stands in; last lines that an assistant's offer stands in


class Line(NamedTuple):
    """A line with text.

    Attributes:
        segment: index of its segment.
        start: code point of its first word in the segment's target, behind the signs of Markdown.
        text: from there to the end of the line, without white space at the end.
        signs: what stands before the first word.
        where: the names of its places: an "edge" of the text; one of the "last" lines; the "first" or the "final" line
            of the body, or a headline; "alone" in the body; a "heading" with the signs of Markdown.
        whole: whether the body begins with this line and is so short that nothing else is in it.
    """

    segment: int
    start: int
    text: str
    signs: str
    where: frozenset[str]
    whole: bool

    @property
    def end(self) -> int:
        """Code point behind its last character."""
        return self.start + len(self.text)


def _lines(analysis: Analysis) -> list[Line]:
    found = [(paragraph, line) for paragraph in analysis.paragraphs for line in _LINE.finditer(paragraph.text)]
    body = [number for number, (paragraph, _) in enumerate(found) if paragraph.declared != "headline"]
    short = sum(len(one.text) for one in analysis.paragraphs if one.declared != "headline") <= _SHORT
    lines = []
    for number, (paragraph, line) in enumerate(found):
        headline = paragraph.declared == "headline"
        first = not headline and number == body[0]
        signs, text = line.groups()
        where = _places(
            number < _EDGE or number >= len(found) - _EDGE,
            number >= len(found) - _LAST,
            first or headline,
            headline or number == body[-1],
            first and len(body) == 1,
            "#" in signs,
        )
        lines.append(Line(paragraph.index, line.start(2), text, signs, where, first and short))
    return lines


@cache
def _places(*holds: bool) -> frozenset[str]:
    """The names of the places of a line, see `Line.where`; made once for all lines of the same."""
    return frozenset(compress(("edge", "last", "first", "final", "alone", "heading"), holds))


def read_lines(analysis: Analysis) -> list[Line]:
    """All lines with text, in reading order."""
    return analysis.view(_lines)


def lines(document: Document) -> list[Line]:
    """The same of a document."""
    return read_lines(document.analysis)
