"""What assistants and tools say at the head of a line, out of `data/artefact_lines.toml`: one look-up for all rules."""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.kept import kept
from mtqa.lazy import regex
from mtqa.values import NamedTuple
from mtqa_rules.artefacts._heads import HEAD, LONG, beginning, beginnings
from mtqa_rules.artefacts._lines import Line, read_lines
from mtqa_rules.data import DATA

_LINES = "artefact_lines.toml"
#: What `grouped` gives, made beforehand.
HEADS = "artefact_heads.json"
_MANY = 25  # wordings that begin alike: more letters tell them apart
_PIECE = regex(r"<([A-Z_]{3,12})>")
#: What a line of its own may stand in.
_BRACKETS = "([{<（【*"


@lru_cache(maxsize=4096)
def pattern(source: str) -> re.Pattern[str]:
    """A compiled wording; case does not count but in `(?-i:…)`."""
    return re.compile(source, re.IGNORECASE)


class Kind(NamedTuple):
    """A table of the file: what is said, where it counts, and what shows that it is something else.

    Attributes:
        number: of the table in the file.
        rule, name: `prompt-leaked/order` is the kind `order` of the rule `prompt-leaked`.
        where: the places a `Line` must have.
        within: whether it may begin any sentence of a line.
        unless: what is searched for in the line.
        lead, tail: what stands before and behind each of its wordings.
    """

    number: int
    rule: str
    name: str
    where: frozenset[str]
    within: bool
    unless: str
    lead: str
    tail: str


class Said(NamedTuple):
    """A wording in a text.

    Attributes:
        kind: name of its kind, empty for the plain one of the rule.
        number: of the line among all lines.
        line: that it stands in.
        start: code point in the segment's target where the wording begins.
        found: the match, in the text of the line.
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

    def match(self, message: str, severity: Severity | None = None, suggestions: tuple[str, ...] = ("",)) -> Match:
        """The match of a rule from the wording to the end of its line."""
        return Match(self.line.segment, self.start, self.line.end, message, suggestions, severity=severity)

    def instead(self, message: str) -> Match:
        """The same, critical where it stands in place of the story."""
        if self.line.whole:
            return self.match(f"{message}: the story is missing.", "critical", ())
        return self.match(f"{message}.", "major", ())


@cache
def load(name: str) -> tuple[dict[str, Any], Mapping[str, str]]:
    """A table of wordings, and the pieces its patterns name in angle brackets."""
    import tomllib  # costs start-up time

    with (DATA / name).open("rb") as file:
        data = tomllib.load(file)
    pieces: dict[str, str] = {}
    for piece, found in data.pop("pieces").items():
        pieces[piece] = f"(?:{'|'.join(spelt_out(one, pieces) for one in found)})"
    return data, pieces


def spelt_out(source: str, pieces: Mapping[str, str]) -> str:
    """A pattern with its pieces put in."""
    return _PIECE.sub(lambda name: pieces.get(name[1], name[0]), source)


class Wording(NamedTuple):
    """A wording of the file: its kind, its pattern, and texts in small letters of which it has one, if known."""

    kind: Kind
    source: str
    needs: tuple[str, ...] = ()


@cache
def wordings() -> dict[str, list[Wording]]:
    """All wordings, by what a text begins with to be one, see `beginnings`."""
    known = listed()
    stored = made_beforehand()
    if stored["of"] == digest():
        groups = stored["groups"]
        known = [one._replace(needs=tuple(needs)) for one, needs in zip(known, stored["needs"], strict=True)]
    else:
        groups = grouped()  # of other wordings: slow, but right
    return {head: found for heads, numbers in groups for found in [[known[i] for i in numbers]] for head in heads}


def _unpacked(plain: list[Any]) -> list[Wording]:
    kinds = [Kind._make([*one[:3], frozenset(one[3]), *one[4:]]) for one in plain[0]]
    return [Wording(kinds[kind], source) for kind, source in plain[1]]


def _plain(known: list[Wording]) -> list[Any]:
    kinds = {one.kind.number: one.kind for one in known}
    return [
        [[*kind[:3], sorted(kind.where), *kind[4:]] for kind in kinds.values()],
        [[list(kinds).index(one.kind.number), one.source] for one in known],
    ]


@kept("wordings", _plain, _unpacked, of=str(DATA))
def listed() -> list[Wording]:
    """All wordings, in the order of the file."""
    data, pieces = load(_LINES)
    found: list[Wording] = []
    for number, (title, table) in enumerate(data.items()):
        rule, _, name = title.partition("/")
        unless, lead, tail = (spelt_out(table.get(key, ""), pieces) for key in ("unless", "lead", "tail"))
        kind = Kind(
            number,
            rule,
            name,
            frozenset(table.get("where", "").split()),
            table.get("within", False),
            unless,
            lead,
            tail,
        )
        for one in (one for language in table.values() if isinstance(language, list) for one in language):
            source = spelt_out(one, pieces)
            found.append(Wording(kind, f"(?-i:{source})" if table.get("case") else source))
    return found


def grouped() -> list[tuple[list[str], list[int]]]:
    """Beginnings of texts, and the numbers of the wordings that these may be: what `tools/build_heads.py` stores."""
    many = frozenset(head for head, those in _begun().items() if len(head) == HEAD and len(those) >= _MANY)
    numbers = _begun(many)
    groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for head in sorted(numbers):
        groups[tuple(numbers[head])].append(head)
    return [(heads, list(group)) for group, heads in sorted(groups.items())]


def _begun(many: frozenset[str] = frozenset()) -> dict[str, list[int]]:
    """The numbers of the wordings by what they begin with, see `beginnings`."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(listed()):
        for head in beginnings(one.kind.lead, one.source, many):
            numbers[head].append(number)
    return numbers


def digest(name: str = _LINES) -> str:
    """Of a file of wordings or marks, to tell whether what is stored was made of it."""
    return hashlib.sha256((DATA / name).read_bytes()).hexdigest()[:16]


@cache
def made_beforehand() -> dict[str, Any]:
    """What `tools/build_heads.py` stores."""
    found: dict[str, Any] = json.loads((DATA / HEADS).read_bytes())
    return found


_Kinds = list[tuple[Kind, list[Wording]]]


def at(head: str) -> _Kinds:
    """What a text that begins so can be: kinds in the order of the file, each with its wordings."""
    found: dict[Kind, list[Wording]] = defaultdict(list)
    for length in range(len(head) + 1):
        for one in wordings().get(head[:length], ()):
            found[one.kind].append(one)
    return sorted(found.items())


class Head(NamedTuple):
    """What a text that begins in some way can be.

    Attributes:
        kinds: in the order of the file, each with its wordings.
        needs: those of all of them together.
        bare: of each kind one pattern for the wordings that need nothing.
    """

    kinds: _Kinds
    needs: frozenset[str]
    bare: list[tuple[Kind, str]]


@lru_cache(maxsize=1 << 14)
def _head(text: str, within: bool) -> Head:
    """What a line that begins so can be, or a sentence within a line."""
    known, head = wordings(), beginning(text)
    while head and head not in known:  # as most are
        head = head[:-1]
    return _of(head, within)


@lru_cache(maxsize=8192)
def _of(head: str, within: bool) -> Head:
    """The same of a beginning that the longest of those known is."""
    kinds = [(kind, ones) for kind, ones in at(head) if kind.within or not within]
    bare = [(kind, [one for one in ones if not one.needs]) for kind, ones in kinds]
    return Head(
        kinds,
        frozenset(need for _, ones in kinds for one in ones for need in one.needs),
        [(kind, joined(kind, ones)) for kind, ones in bare if ones],
    )


def joined(kind: Kind, ones: Iterable[Wording]) -> str:
    """One pattern for several wordings of a kind."""
    return f"{kind.lead}(?:{'|'.join([one.source for one in ones])}){kind.tail}"


def _starts(analysis: Analysis) -> Iterator[tuple[int, Line, int, int, bool]]:
    """Where a wording may begin: number and line, the place in its text, where it is marked from, whether within it."""
    read = read_lines(analysis)
    for number, line in enumerate(read):
        yield number, line, 0, line.start, False
        if line.text[0] in _BRACKETS:
            yield number, line, len(line.text) - len(line.text.lstrip(_BRACKETS)), line.start, False
    begins = [(line.segment, line.start - len(line.signs)) for line in read]
    for sentence in analysis.sentences:
        number = bisect(begins, (sentence.segment, sentence.start)) - 1
        yield number, read[number], sentence.start - read[number].start, sentence.start, True


#: Letters that a pattern takes for one of ASCII where case does not count.
ALIKE = regex("[\u0130\u0131\u017f\u212a]")


def _tried(head: Head, held: set[str] | None) -> Iterator[tuple[Kind, str]]:
    """Of each kind one pattern for the wordings that have what they need, as far as that is known."""
    for kind, ones in head.kinds:
        left = [one for one in ones if held is None or not one.needs or not held.isdisjoint(one.needs)]
        if left:
            yield kind, joined(kind, left)


def worded(analysis: Analysis) -> dict[str, list[Said]]:
    """What a text says of the wordings, by rule: a view."""
    found: dict[str, dict[tuple[int, Kind], Said]] = defaultdict(dict)
    last, lower, sure = -1, "", False
    asked, held = set[str](), set[str]()  # of what is needed: many sentences may stand in one line
    for number, line, offset, start, within in _starts(analysis):
        head = _head(line.text[offset : offset + LONG], within)
        if not head.kinds:  # cheap
            continue
        if number != last:
            last, lower, asked, held = number, line.text.lower(), set(), set()
            sure = line.text.isascii() or not ALIKE.search(line.text)
        if sure:
            new = head.needs - asked
            asked |= new
            held.update([need for need in new if need in lower])
        plain = sure and held.isdisjoint(head.needs)
        for kind, source in head.bare if plain else _tried(head, held if sure else None):
            if not within and not kind.where <= line.where:
                continue
            match = pattern(source).match(line.text, offset)
            if match and not (kind.unless and pattern(kind.unless).search(line.text, offset)):
                found[kind.rule].setdefault((number, kind), Said(kind.name, number, line, start, match))
    return {rule: [said for _, said in sorted(places.items())] for rule, places in found.items()}


def said(document: Document, rule: str) -> list[Said]:
    """What the document says of the wordings of a rule, line by line, at most one of each kind a line."""
    return document.analysis.view(worded).get(rule, [])


def lines_said(document: Document, rule: str) -> Iterator[Said]:
    """The same, one a line: the first kind of the file goes before."""
    last = -1
    for one in said(document, rule):
        if one.number > last:
            last = one.number
            yield one
