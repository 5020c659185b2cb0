"""What tools leave inside a text, out of `data/artefact_marks.toml`: one look-up of their signs for all rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtqa.analysis.text import Analysis, Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa_rules.artefacts._code import speaks_of_code
from mtqa_rules.artefacts._wording import load, spelt_out


class _Row(NamedTuple):
    """Patterns of a rule; one of the signs stands in all that they match: a character, or a word in small letters."""

    rule: str
    signs: tuple[str, ...]
    pattern: re.Pattern[str]


class Mark(NamedTuple):
    """What a pattern found.

    Attributes:
        paragraph: that it stands in.
        start, end: code points in the paragraph's text.
        text: the same words.
    """

    paragraph: Paragraph
    start: int
    end: int
    text: str

    @property
    def segment(self) -> int:
        """Index of its segment."""
        return self.paragraph.index

    @property
    def quoted(self) -> bool:
        """Whether back quotes stand round it."""
        text = self.paragraph.text
        return text[self.start - 1 : self.start] == "`" or text[self.end : self.end + 1] == "`"

    def match(self, message: str, category: str | None = None, suggestions: tuple[str, ...] = ()) -> Match:
        """The match of a rule; `{}` in the message is the text."""
        text = message.format(self.text[:40])
        return Match(self.segment, self.start, self.end, text, suggestions, category=category)


@cache
def _rows() -> tuple[_Row, ...]:
    data, pieces = load("artefact_marks.toml")
    return tuple(
        _Row(rule, tuple(table["signs"]), re.compile("|".join(spelt_out(one, pieces) for one in table["any"])))
        for rule, tables in data.items()
        for table in tables
    )


def _marks(analysis: Analysis) -> dict[str, list[Mark]]:
    whole = "\n".join([paragraph.text for paragraph in analysis.paragraphs])
    index = analysis.index
    odd = " ".join([token for token in index if not token.isalpha()])
    found: dict[str, list[Mark]] = defaultdict(list)
    for rule, wanted, pattern in _rows():
        if any(sign in whole if len(sign) == 1 else sign in index or sign in odd for sign in wanted):
            chars = [sign for sign in wanted if len(sign) == 1]
            for paragraph in analysis.paragraphs:
                if len(chars) < len(wanted) or any(sign in paragraph.text for sign in chars):
                    found[rule] += (Mark(paragraph, *m.span(), m.group()) for m in pattern.finditer(paragraph.text))
    for marks in found.values():
        marks.sort(key=lambda mark: (mark.segment, mark.start))
    return found


def marks(document: Document, rule: str, in_code: bool = False, copied: bool = True) -> Iterator[Mark]:
    """What the patterns of a rule find, the leftmost of what overlaps, without what stands in back quotes.

    Args:
        in_code: whether what stands in a text about software counts.
        copied: whether what stands in the source too counts.
    """
    end = (-1, 0)
    for mark in document.analysis.view(_marks).get(rule, ()):
        if (mark.segment, mark.start) < end or mark.quoted:
            continue
        if not copied and mark.text in (document.segments[mark.segment].source or ""):
            continue
        if in_code or not speaks_of_code(document, mark.paragraph):
            end = (mark.segment, mark.end)
            yield mark
