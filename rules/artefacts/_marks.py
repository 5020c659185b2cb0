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
    """Patterns of a rule; in all that they match stands one of these characters, or of these words in small letters."""

    rule: str
    chars: frozenset[str]
    words: frozenset[str]
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
    def quoted(self) -> bool:
        """Whether back quotes stand round it."""
        text = self.paragraph.text
        return text[self.start - 1 : self.start] == "`" or text[self.end : self.end + 1] == "`"

    def match(self, message: str, category: str | None = None, suggestions: tuple[str, ...] = ()) -> Match:
        """The match of a rule; `{}` in the message is the text."""
        text = message.format(self.text[:40])
        return Match(self.paragraph.index, self.start, self.end, text, suggestions, category=category)


@cache
def _rows() -> list[_Row]:
    data, pieces = load("artefact_marks.toml")
    rows = []
    for rule, tables in data.items():
        for table in tables:
            chars = frozenset(sign for sign in table["signs"] if len(sign) == 1)
            pattern = re.compile("|".join(spelt_out(one, pieces) for one in table["any"]))
            rows.append(_Row(rule, chars, frozenset(table["signs"]) - chars, pattern))
    return rows


def _marks(analysis: Analysis) -> dict[str, list[Mark]]:
    signs = set("".join([paragraph.text for paragraph in analysis.paragraphs]))
    odd = " ".join([token for token in analysis.index if not token.isalpha()])
    signs |= {word for row in _rows() for word in row.words if word in analysis.index or word in odd}
    found: dict[str, list[Mark]] = defaultdict(list)
    for rule, chars, words, pattern in _rows():
        there, worded = chars & signs, not words.isdisjoint(signs)
        if there or worded:
            for paragraph in analysis.paragraphs:
                if worded or any(char in paragraph.text for char in there):
                    found[rule] += (Mark(paragraph, *m.span(), m.group()) for m in pattern.finditer(paragraph.text))
    for marks in found.values():
        marks.sort(key=lambda mark: (mark.paragraph.index, mark.start))
    return found


def marks(document: Document, rule: str, in_code: bool = False, copied: bool = True) -> Iterator[Mark]:
    """What the patterns of a rule find, the leftmost of what overlaps, without what stands in back quotes.

    Args:
        in_code: whether what stands in a text about software counts.
        copied: whether what stands in the source too counts.
    """
    end = (-1, 0)
    for mark in document.analysis.view(_marks).get(rule, ()):
        if (mark.paragraph.index, mark.start) < end or mark.quoted:
            continue
        if not copied and mark.text in (document.segments[mark.paragraph.index].source or ""):
            continue
        if in_code or not speaks_of_code(document, mark.paragraph):
            end = (mark.paragraph.index, mark.end)
            yield mark
