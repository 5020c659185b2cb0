"""What tools leave inside a text, out of `data/artefact_marks.toml`: one look-up of their signs for all rules."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from mtqa.analysis.placeholder_pairs import difference
from mtqa.analysis.text import Analysis, Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.kept import kept
from mtqa.segment import Segment
from mtqa.values import NamedTuple
from mtqa_rules.artefacts._code import speaks_of_code
from mtqa_rules.artefacts._wording import ALIKE, digest, load, made_beforehand, spelt_out
from mtqa_rules.data import DATA

MARKS = "artefact_marks.toml"


class Row(NamedTuple):
    """Patterns of a rule, the place of its table in the file, and texts in small letters of which all have one."""

    number: int
    rule: str
    source: str
    needs: tuple[str, ...] = ()


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


def _unpacked(plain: dict[str, list[list[Any]]]) -> dict[str, list[Row]]:
    return {
        sign: [Row(number, rule, source, tuple(needs)) for number, rule, source, needs in rows]
        for sign, rows in plain.items()
    }


@kept("marks", None, _unpacked, of=str(DATA))
def signed() -> dict[str, list[Row]]:
    """By the signs of which one stands in all that the patterns match: characters, or words in small letters."""
    data, pieces = load(MARKS)
    stored = made_beforehand()
    needs = stored["marks"] if stored.get("of_marks") == digest(MARKS) else {}
    rows: dict[str, list[Row]] = {}
    for number, (rule, table) in enumerate((rule, table) for rule, tables in data.items() for table in tables):
        source = "|".join(spelt_out(one, pieces) for one in table["any"])
        for sign in table["signs"]:
            rows.setdefault(sign, []).append(Row(number, rule, source, tuple(needs.get(str(number), ()))))
    return rows


_pattern = cache(re.compile)  # when a text first has one of its signs


@cache
def _signs() -> tuple[frozenset[str], frozenset[str], dict[str, int]]:
    """The signs of one character, the words, and the place of each among all of them."""
    places = {sign: place for place, sign in enumerate(signed())}
    words = frozenset(sign for sign in places if len(sign) > 1)
    return frozenset(places) - words, words, places


def marked(analysis: Analysis) -> dict[str, list[Mark]]:
    chars, words, order = _signs()
    index = analysis.index
    there = set(chars & analysis.chars)
    there |= words & index.keys()
    odd = [token for token in index if len(token) > 1 and not token.isalpha()]  # cheap
    together = " ".join(odd)
    inside = {sign for sign in words if sign in together}
    places: dict[Row, dict[int, Paragraph]] = defaultdict(dict)
    for sign in sorted(there | inside, key=order.__getitem__):
        if sign in words:
            tokens = [sign, *(token for token in odd if sign in token)] if sign in inside else [sign]
            numbers = {sentence.segment for sentence, _ in analysis.find(*tokens)}
            with_it = {number: analysis.paragraphs[number] for number in sorted(numbers)}
        else:
            with_it = {one.index: one for one in analysis.paragraphs if sign in one.text}
        for row in signed()[sign]:
            places[row].update(with_it)
    found: dict[str, list[Mark]] = defaultdict(list)
    small = {one.index: one.text.lower() for paragraphs in places.values() for one in paragraphs.values()}
    sure = {index: lower for index, lower in small.items() if lower.isascii() or not ALIKE.search(lower)}  # cheap
    for row, paragraphs in places.items():
        for paragraph in paragraphs.values():
            lower = sure.get(paragraph.index)
            if row.needs and lower is not None and not any(need in lower for need in row.needs):  # cheap
                continue
            matches = _pattern(row.source).finditer(paragraph.text)
            found[row.rule] += (Mark(paragraph, *one.span(), one.group()) for one in matches)
    for marks in found.values():
        marks.sort(key=lambda mark: (mark.paragraph.index, mark.start))
    return found


def _told(segment: Segment, mark: Mark) -> bool:
    """Whether the rules that compare placeholders and tags with those of the source name it."""
    found = difference(segment)
    places = (*found.added, *found.added_tags, *found.unpaired, *(new for new, _ in (*found.changed, *found.moved)))
    return any(place.start < mark.end and mark.start < place.end for place in places)


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
        if _told(document.segments[mark.paragraph.index], mark):
            continue
        if not copied and mark.text in (document.segments[mark.paragraph.index].source or ""):
            continue
        if in_code or not speaks_of_code(document, mark.paragraph):
            end = (mark.paragraph.index, mark.end)
            yield mark
