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
    """Patterns of a rule, and the place of its table in the file."""

    number: int
    rule: str
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
def _rows() -> dict[str, list[_Row]]:
    """By the signs of which one stands in all that the patterns match: characters, or words in small letters."""
    data, pieces = load("artefact_marks.toml")
    rows: dict[str, list[_Row]] = defaultdict(list)
    for number, (rule, table) in enumerate((rule, table) for rule, tables in data.items() for table in tables):
        pattern = re.compile("|".join(spelt_out(one, pieces) for one in table["any"]))
        for sign in table["signs"]:
            rows[sign].append(_Row(number, rule, pattern))
    return rows


def marked(analysis: Analysis) -> dict[str, list[Mark]]:
    chars = set("".join([paragraph.text for paragraph in analysis.paragraphs]))
    odd = " ".join([token for token in analysis.index if not token.isalpha()])
    places: dict[_Row, dict[int, Paragraph]] = defaultdict(dict)
    for sign, rows in _rows().items():
        if sign in chars:
            there = {one.index: one for one in analysis.paragraphs if sign in one.text}
        elif len(sign) > 1 and (sign in analysis.index or sign in odd):  # cheap
            there = {one.index: one for one in analysis.paragraphs}
        else:
            continue
        for row in rows:
            places[row].update(there)
    found: dict[str, list[Mark]] = defaultdict(list)
    for row, paragraphs in places.items():
        for paragraph in paragraphs.values():
            found[row.rule] += (Mark(paragraph, *m.span(), m.group()) for m in row.pattern.finditer(paragraph.text))
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
    for mark in document.analysis.view(marked).get(rule, ()):
        if (mark.paragraph.index, mark.start) < end or mark.quoted:
            continue
        if not copied and mark.text in (document.segments[mark.paragraph.index].source or ""):
            continue
        if in_code or not speaks_of_code(document, mark.paragraph):
            end = (mark.paragraph.index, mark.end)
            yield mark
