"""A translation and its source in two files: entries joined by id or link, texts by paragraph or by line."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from itertools import groupby

from mtqa.document import Document, Problem, Segment
from mtqa.lazy import regex
from mtqa.readers.base import Notes, ReadOptions
from mtqa.readers.one import read_one
from mtqa.readers.subtitles import joined

#: Parts of texts that do not fit each other of which it is looked where.
_ALIGNED = 3000
#: What it costs, in the measure of lengths, to leave one out, and to join two; and how far lengths may differ.
_OUT, _JOIN, _SPREAD = 3.0, 3.0, 4.0
_FIGURE = regex(r"\d+")
_SCHEME = regex(r"^https?://(?:www\.)?|[/#]+$|[?#].*$")


def read_pair(path: str, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of a file, each with its source out of `options.source_file`, which is of the same format.

    What cannot be joined is checked without a source, and a Problem says so.
    """
    assert options.source_file is not None
    name = options.source_file
    # the language of the source is its own, or the user's word; never that of the target
    asked = dataclasses.replace(
        options, source_file=None, language=options.source_language or "", wanted=options.source_language, keep=()
    )
    items = list(read_one(name, asked))
    sources = [item for item in items if isinstance(item, Document) and item.segments]
    yield from (item for item in items if isinstance(item, Problem))
    targets = read_one(path, dataclasses.replace(options, source_file=None))
    if not sources:
        if not any(isinstance(item, Problem) and item.severity == "error" for item in items):
            yield Problem(name, "holds no text, so that nothing can be compared with it")
        yield from targets
        return
    first: list[Document | Problem] = []
    documents = 0
    for item in targets:
        first.append(item)
        documents += isinstance(item, Document)
        if documents > 1:
            break
    texts = [item for item in first if isinstance(item, Document)]
    if len(sources) == 1 and len(texts) == 1 and sources[0].entry is None and texts[0].entry is None:
        for item in first:
            yield from _joined(item, sources[0], name) if isinstance(item, Document) else [item]
        return
    yield from _Entries(path, name, sources).joined(_chain(first, targets))


def _chain(first: Sequence[Document | Problem], rest: Iterator[Document | Problem]) -> Iterator[Document | Problem]:
    yield from first
    yield from rest


def _joined(document: Document, source: Document, name: str) -> Iterator[Document | Problem]:
    """A text with its source, or why not and the text without."""
    if document.has_source:
        yield Problem(document.path or "-", "has its source with it: leave --source out")
        yield document
        return
    cues = [one.element == "cue" for one in (*document.segments, *source.segments)]
    if all(cues):
        yield with_source(document, joined(list(document.segments), list(source.segments)), source)
        return
    paired = _by_line(document.segments, source.segments) or _by_number(document.segments, source.segments)
    if paired is not None:
        yield with_source(document, paired, source)
        return
    yield _parting(document, source, name)
    yield document


def with_source(document: Document, segments: Sequence[Segment], source: Document) -> Document:
    """A document with segments that have their sources."""
    language = document.source_language or source.language or None
    return dataclasses.replace(document, segments=tuple(segments), source_language=language)


def _by_number(targets: Sequence[Segment], sources: Sequence[Segment]) -> list[Segment] | None:
    """Each segment with the source of its number; `None` where there are not as many."""
    if len(targets) != len(sources):
        return None
    return [
        dataclasses.replace(one, source=other.target or None, source_code=other.code, source_tags=other.tags)
        for one, other in zip(targets, sources, strict=True)
    ]


def _by_line(targets: Sequence[Segment], sources: Sequence[Segment]) -> list[Segment] | None:
    """The lines of two plain texts, where line stands beside line; `None` where paragraphs are what they share."""
    ours, theirs = _lines(targets), _lines(sources)
    if ours is None or theirs is None or [one.line for one in ours] != [one.line for one in theirs]:
        return None
    numbers = [one.line or 0 for one in ours]
    if len(ours) == len(targets) == len(sources) or numbers == list(range(1, len(ours) + 1)):
        return _by_number(ours, theirs)
    return None


def _lines(segments: Sequence[Segment]) -> list[Segment] | None:
    """Paragraphs of a plain text cut into its lines; `None` for a text with markup."""
    lines: list[Segment] = []
    for segment in segments:
        if segment.line is None or segment.column is None:
            return None
        if "\n" not in segment.target:
            lines.append(segment)
            continue
        for number, text in enumerate(segment.target.split("\n")):
            column = (segment.column if not number else 1) + len(text) - len(text.lstrip())
            lines.append(Segment(text.strip(), line=segment.line + number, column=column))
    return lines


class _Entries:
    """Entries of a feed, or records, joined with those of the source."""

    def __init__(self, path: str, name: str, sources: Sequence[Document]) -> None:
        self._path = path
        self._name = name
        self._by_id = {source.id: source for source in reversed(sources)}
        self._by_link = {_address(source.link): source for source in reversed(sources) if source.link}
        self._left = {source.id: source for source in sources}
        self._notes = Notes()

    def joined(self, items: Iterator[Document | Problem]) -> Iterator[Document | Problem]:
        """The entries, and at the end what could not be joined."""
        found = 0
        alone: list[Document] = []
        for item in items:
            if isinstance(item, Problem):
                yield item
                continue
            source = self._by_id.get(item.id) or (self._by_link.get(_address(item.link)) if item.link else None)
            if source is None or item.has_source:
                alone.append(item)
                yield item
                continue
            found += 1
            self._left.pop(source.id, None)
            yield with_source(item, self._parts(item, source), source)
        if not found:
            what = f"no entry has the id or link of one in {self._name}: are these the same stories?"
            yield Problem(self._path, what)
            return
        yield from self._notes.problems(self._path)
        if alone:
            what = (
                f"{_entries(len(alone))} without a source in {self._name} (first {alone[0].id[:80]!r}): checked alone"
            )
            line = alone[0].segments[0].line if alone[0].segments else None
            yield Problem(self._path, what, line, entry=alone[0].entry, severity="warning")
        if self._left:
            source = next(iter(self._left.values()))
            what = f"{_entries(len(self._left))} without a translation in {self._path} (first {source.id[:80]!r})"
            yield Problem(self._name, what, entry=source.entry, severity="warning")

    def _parts(self, item: Document, source: Document) -> list[Segment]:
        """The segments of an entry with their sources: element by element, where these have as many paragraphs."""
        parts = {name: list(group) for name, group in groupby(source.segments, key=_part)}
        segments: list[Segment] = []
        for name, group in groupby(item.segments, key=_part):
            targets = list(group)
            paired = _by_number(targets, parts.get(name, []))
            if paired is None:
                self._notes.add(
                    "an entry whose paragraphs are not those of its source (of {}): compared as far as they are",
                    targets[0].line,
                    f"{name}: {len(targets)} here, {len(parts.get(name, []))} there",
                )
            segments += paired or targets
        return segments


def _part(segment: Segment) -> str:
    """The part of an entry that a segment stands in."""
    return "title" if segment.kind == "headline" and segment.element in ("title", None) else segment.element or ""


def _entries(number: int) -> str:
    return f"{number} entr{'y' if number == 1 else 'ies'}"


def _address(link: str | None) -> str:
    return _SCHEME.sub("", (link or "").strip().lower())


def _parting(document: Document, source: Document, name: str) -> Problem:
    """The error for texts of different lengths: says how long they are and where they part."""
    ours, theirs = list(document.segments), list(source.segments)
    what = "paragraph"
    our_lines, their_lines = _lines(ours), _lines(theirs)
    if our_lines and their_lines and all("\n" not in one.target for one in (*ours, *theirs)):
        what = "line"
    here = parting([one.target for one in ours], [one.target for one in theirs])
    first, second = (
        row[min(place, len(row) - 1)] if row else None for row, place in zip((ours, theirs), here, strict=True)
    )
    there = f"line {second.line}" if second and second.line else f"{what} {here[1] + 1}"
    quoted = " ".join(second.target[:60].split()) if second else ""
    if first is not None and first.line is None:  # a Word document has no lines
        there = f"paragraph {here[0] + 1} “{' '.join(first.target[:60].split())}”; {name}, {there}"
    else:
        there = f"{name}, {there}"
    return Problem(
        document.path or "-",
        f"{len(ours)} {what}s, but {len(theirs)} in {name}: they part about here ({there}: “{quoted}”); "
        "make them even; checked without the source",
        first.line if first else None,
    )


def parting(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """Where two texts, paragraph by paragraph, cease to be each other's: the numbers of the first that are not alike.

    By their lengths, as Gale and Church have it, and by the figures in them.
    """
    if min(len(ours), len(theirs)) == 0 or max(len(ours), len(theirs)) > _ALIGNED:
        least = min(len(ours), len(theirs))
        return least, least
    share = (sum(map(len, theirs)) + 1) / (sum(map(len, ours)) + 1)
    figures = [set(_FIGURE.findall(text)) for text in ours], [set(_FIGURE.findall(text)) for text in theirs]

    def cost(i: int, j: int, wide: int, high: int) -> float:
        mine = sum(len(text) for text in ours[i : i + wide]) * share + 1
        other = sum(len(text) for text in theirs[j : j + high]) + 1
        value = min((mine - other) ** 2 / (_SPREAD * (mine + other)), 2 * _OUT)
        if wide == high and figures[0][i] and figures[1][j]:
            value += -1.0 if figures[0][i] & figures[1][j] else 2.0
        return value

    band = abs(len(ours) - len(theirs)) + 20
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    steps = ((1, 1, 0.0), (1, 0, _OUT), (0, 1, _OUT), (2, 1, _JOIN), (1, 2, _JOIN))
    for i in range(len(ours) + 1):
        middle = i * len(theirs) // len(ours)
        for j in range(max(0, middle - band), min(len(theirs), middle + band) + 1):
            if (i, j) not in best:
                continue
            for wide, high, price in steps:
                place = i + wide, j + high
                if place[0] > len(ours) or place[1] > len(theirs):
                    continue
                total = best[i, j][0] + price + (cost(i, j, wide, high) if wide and high else 0.0)
                if place not in best or total < best[place][0]:
                    best[place] = total, (i, j)
    place = len(ours), len(theirs)
    first = place
    while place != (0, 0) and place in best:
        before = best[place][1]
        if (place[0] - before[0], place[1] - before[1]) != (1, 1):
            first = before
        place = before
    return first
