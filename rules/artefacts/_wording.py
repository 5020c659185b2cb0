"""What assistants and tools say at the head of a line, out of `data/artefact_lines.toml`: one look-up for all rules."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa_rules.artefacts._heads import HEAD, beginnings
from mtqa_rules.artefacts._lines import Line, is_whole, read_lines

_DATA = Path(__file__).resolve().parent.parent / "data"
_PIECE = re.compile(r"<([A-Z_]{3,12})>")
#: What a line of its own may stand in.
_BRACKETS = "([{<（【*"


@cache
def pattern(source: str) -> re.Pattern[str]:
    """A compiled wording; case does not count but in `(?-i:…)`."""
    return re.compile(source, re.IGNORECASE)


class Kind(NamedTuple):
    """A table of the file: what is said, where it counts, and what shows that it is something else.

    Attributes:
        rule, name: `prompt-leaked/order` is the kind `order` of the rule `prompt-leaked`.
        where: "any" line, one at an "edge" of the text, the "first", the "last" ones, or one "alone".
        within: whether it may begin any sentence of a line.
        unless: what is searched for in the line.
    """

    rule: str
    name: str
    where: str
    within: bool
    unless: str


class Said(NamedTuple):
    """A wording in a text.

    Attributes:
        kind: name of its kind, empty for the plain one of the rule.
        number: of the line among all lines.
        line: that it stands in.
        start: code point in the segment's target where the wording begins.
        found: the match, in the text from `start` on.
    """

    kind: str
    number: int
    line: Line
    start: int
    found: re.Match[str]

    @property
    def end(self) -> int:
        """Code point behind the wording."""
        return self.line.start + self.found.start() + len(self.found.group().rstrip())

    @property
    def spoken(self) -> bool:
        """Whether it is somebody's speech: a quotation mark closes behind it."""
        behind = self.found.string[self.found.start() :]
        return "”" in behind or "»" in behind or behind.count('"') % 2 == 1

    def lost(self, document: Document) -> bool:
        """Whether it stands in place of the story."""
        return is_whole(document, self.line)

    def match(self, message: str, severity: Severity | None = None, suggestions: tuple[str, ...] = ("",)) -> Match:
        """The match of a rule from the wording to the end of its line."""
        return Match(self.line.segment, self.start, self.line.end, message, suggestions, severity=severity)

    def instead(self, document: Document, message: str) -> Match:
        """The same, critical where the story is missing."""
        if self.lost(document):
            return self.match(f"{message}: the story is missing.", "critical", ())
        return self.match(f"{message}.", "major", ())


def load(name: str) -> tuple[dict[str, Any], Mapping[str, str]]:
    """A table of wordings, and the pieces its patterns name in angle brackets."""
    with (_DATA / name).open("rb") as file:
        data = tomllib.load(file)
    pieces: dict[str, str] = {}
    for piece, found in data.pop("pieces").items():
        pieces[piece] = f"(?:{'|'.join(spelt_out(one, pieces) for one in found)})"
    return data, pieces


def spelt_out(source: str, pieces: Mapping[str, str]) -> str:
    """A pattern with its pieces put in."""
    return _PIECE.sub(lambda name: pieces.get(name[1], name[0]), source)


class Wordings:
    """All kinds of a table, looked up by the first letters of a text."""

    def __init__(self, data: Mapping[str, Mapping[str, Any]], pieces: Mapping[str, str]) -> None:
        sources: dict[str, dict[Kind, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._frames: dict[Kind, tuple[str, str]] = {}
        for title, table in data.items():
            rule, _, name = title.partition("/")
            where = (table.get("where", "any"), table.get("within", False), spelt_out(table.get("unless", ""), pieces))
            kind = Kind(rule, name, *where)
            lead, tail = (spelt_out(table.get(key, ""), pieces) for key in ("lead", "tail"))
            self._frames[kind] = (lead, tail)
            for one in (one for found in table.values() if isinstance(found, list) for one in found):
                source = spelt_out(one, pieces)
                if table.get("case"):
                    source = f"(?-i:{source})"
                for head in beginnings(lead, source):
                    sources[head][kind].append(source)
        self._sources = sources
        self._at: dict[str, tuple[tuple[Kind, str], ...]] = {}

    @property
    def heads(self) -> list[str]:
        """The beginnings it knows, of up to `HEAD` letters."""
        return sorted(self._sources)

    def at(self, head: str) -> tuple[tuple[Kind, str], ...]:
        """What a text that begins so can be: kinds, each with the source of its pattern."""
        found = self._at.get(head)
        if found is None:
            kinds: dict[Kind, list[str]] = defaultdict(list)
            for length in range(len(head) + 1):
                for kind, sources in self._sources.get(head[:length], {}).items():
                    kinds[kind] += sources
            order = [kind for kind in self._frames if kind in kinds]
            found = self._at[head] = tuple((kind, self._joined(kind, kinds[kind])) for kind in order)
        return found

    def _joined(self, kind: Kind, sources: list[str]) -> str:
        lead, tail = self._frames[kind]
        return f"{lead}(?:{'|'.join(dict.fromkeys(sources))}){tail}"


@cache
def wordings() -> Wordings:
    """The shipped table."""
    return Wordings(*load("artefact_lines.toml"))


_EDGE, _LAST = 3, 4  # lines at either end that a prompt stands in; last lines that an assistant's offer stands in


def _places(read: tuple[Line, ...]) -> Iterator[tuple[int, Line, int, frozenset[str]]]:
    """Number and line, the places in its text where a wording may begin, and what the line is."""
    body = sum(not line.headline for line in read)
    for number, line in enumerate(read):
        where = {"any"}
        if number < _EDGE or number >= len(read) - _EDGE:
            where.add("edge")
        if number >= len(read) - _LAST:
            where.add("last")
        if line.first:
            where.add("first")
        if line.first and body <= 1 and not line.headline:
            where.add("alone")
        inside = len(line.text) - len(line.text.lstrip(_BRACKETS))
        for offset in sorted({0, inside}):
            yield number, line, offset, frozenset(where)


def _said(analysis: Analysis) -> dict[str, list[Said]]:
    known, read = wordings(), read_lines(analysis)
    found: dict[str, dict[tuple[int, str], Said]] = defaultdict(dict)

    def look(number: int, line: Line, offset: int, where: frozenset[str], inside: bool) -> None:
        text = line.text
        for kind, source in known.at(text[offset : offset + HEAD].lower()):
            if kind.where in where and (kind.within or not inside):
                match = pattern(source).match(text, offset)
                if match and not (kind.unless and pattern(kind.unless).search(text, offset)):
                    one = Said(kind.name, number, line, line.start + offset * inside, match)
                    found[kind.rule].setdefault((number, kind.name), one)

    for number, line, offset, where in _places(read):
        look(number, line, offset, where, False)
    starts = [(line.segment, line.start) for line in read]
    for sentence in analysis.sentences:
        number = bisect(starts, (sentence.segment, sentence.start)) - 1
        if number >= 0 and starts[number] != (sentence.segment, sentence.start):
            line = read[number]
            if line.segment == sentence.segment and sentence.start < line.end:
                look(number, line, sentence.start - line.start, frozenset({"any"}), True)
    return {rule: sorted(kinds.values(), key=lambda said: said.number) for rule, kinds in found.items()}


def said(document: Document, rule: str) -> list[Said]:
    """What the document says of the wordings of a rule, line by line, at most one of each kind a line."""
    return document.analysis.view(_said).get(rule, [])


def lines_said(document: Document, rule: str) -> Iterator[Said]:
    """The same, one a line: the first kind of the file goes before."""
    last = -1
    for one in said(document, rule):
        if one.number > last:
            last = one.number
            yield one
