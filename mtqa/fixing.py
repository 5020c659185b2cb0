"""Puts suggestions into files, where they are sure and the file holds the text as it stands.

A suggestion is sure where its rule says so (`Rule.fix`), it is the only one of its finding, and no letter of a name
changes. What comes out is read again: the texts must be those that were meant, and all else as before.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import partial

from mtqa.config import Config
from mtqa.document import Document, Problem
from mtqa.engine import Engine
from mtqa.finding import Finding
from mtqa.readers.base import ReadOptions
from mtqa.readers.one import read_data
from mtqa.readers.raw import Raw
from mtqa.readers.tidy import unique_ids
from mtqa.report import DocumentReport
from mtqa.segment import Segment
from mtqa.values import dataclass

#: Times a document is looked at anew, for a fix may make room for another.
ROUNDS = 50

#: What stands inside names.
_JOINERS = frozenset(" \u00a0'’‘`-‐‑")

#: Why a fix was not made.
_FORM = "stands in the file in another form (markup, entities, line breaks)"
_BYTES = "has no bytes in the encoding of the file"
_READ = "would be read in another way"
_ENDLESS = f"stands in a document whose fixes do not come to an end in {ROUNDS} rounds"


@dataclass(slots=True)
class Fixed:
    """What became of a file.

    Attributes:
        data: of the file, mended.
        mended: places, by rule.
        left: places that could not be mended, by why.
        problems: what there is to say of the input. Of a file with an error among them nothing is changed.
    """

    data: bytes
    mended: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)


def sure_rules(engine: Engine) -> tuple[str, ...]:
    """The ids of an engine's rules whose suggestions are always right."""
    return tuple(rule.id for rule in engine.rules if rule.fix == "safe")


def fixer(config: Config) -> Engine:
    """An engine that runs the sure rules alone of those that a configuration selects."""
    sure = sure_rules(Engine(config))
    return Engine(dataclasses.replace(config, select=sure, ignore=()))


def fix(path: str, data: bytes, options: ReadOptions, engine: Engine, jobs: int = 1) -> Fixed:
    """The content of a file with all that is sure mended. Mended again, it stays as it is.

    Args:
        path: what the file is called.
        data: all of it.
        options: what the user says of it.
        engine: see `fixer`.
        jobs: number of processes.

    Raises:
        UnwritableError: there is something to mend, but the file is of a kind that is not written back exactly.
    """
    documents, problems = _documents(path, data, options)
    done = Fixed(data, problems=problems)
    if any(problem.severity == "error" for problem in problems):
        return done
    reports = engine.run(documents, jobs)
    faulty = [
        number
        for number, report in enumerate(reports)
        if isinstance(report, DocumentReport) and any(map(partial(sure, report.document), report.findings))
    ]
    if not faulty:
        return done
    raw = Raw(path, data, options)
    raw.refuse_unwritten()
    drafts = {number: _draft(raw, documents, number, engine, done.left) for number in faulty}
    while drafts := {number: draft for number, draft in drafts.items() if draft.edits}:
        changed = raw.changed([edit for draft in drafts.values() for edit in draft.edits])
        wrong = _differing(path, changed, options, documents, drafts)
        if not wrong:
            done.data = changed
            done.mended.update(rule for draft in drafts.values() for rule in draft.rules)
            break
        done.left[_READ] += sum(len(drafts.pop(number).rules) for number in wrong)
    return done


def _documents(path: str, data: bytes, options: ReadOptions) -> tuple[list[Document], list[Problem]]:
    items = list(unique_ids(read_data(path, data, options)))
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [item for item in items if isinstance(item, Problem)]


def sure(document: Document, finding: Finding) -> bool:
    """Whether a sure rule's finding can be mended: one suggestion, of one line, that changes no letter of a name."""
    if len(finding.suggestions) != 1 or finding.suggestions[0] == finding.text or "\n" in finding.suggestions[0]:
        return False
    start, end, _ = _trimmed(finding)
    names = [name for name in document.analysis.names if name.segment == finding.segment]
    if any(name.start < end and start < name.end for name in names):
        return False
    # a mark or space between two names may be of one name: Dato’ Seri, Al -Jaber
    target = document.segments[finding.segment].target
    while start and target[start - 1] in _JOINERS:
        start -= 1
    while end < len(target) and target[end] in _JOINERS:
        end += 1
    return not (any(name.end == start for name in names) and any(name.start == end for name in names))


def _trimmed(finding: Finding) -> tuple[int, int, str]:
    """What a suggestion changes: start, end, and what stands there then."""
    old, new = finding.text, finding.suggestions[0]
    least = min(len(old), len(new))
    head = next((i for i in range(least) if old[i] != new[i]), least)
    tail = next((i for i in range(least - head) if old[-1 - i] != new[-1 - i]), least - head)
    return finding.start + head, finding.end - tail, new[head : len(new) - tail]


@dataclass(slots=True)
class _Draft:
    """A document that is being mended.

    Attributes:
        document: as it stands now.
        rules: of each place that was mended.
        origins: of a segment's characters, their places in the target it had; -1 for those put in.
        edits: what that comes to in the file.
    """

    document: Document
    rules: list[str] = field(default_factory=list)
    origins: dict[int, list[int]] = field(default_factory=dict)
    edits: list[tuple[range, str]] = field(default_factory=list)

    def put(self, findings: Iterable[Finding]) -> None:
        """Put in suggestions, none of which touches another."""
        segments = list(self.document.segments)
        title = self.document.title
        for finding in sorted(findings, key=Finding.order, reverse=True):
            before = segments[finding.segment]
            start, end, new = _trimmed(finding)
            after = segments[finding.segment] = _replaced(before, start, end, new)
            if before.kind == "headline" and title == before.target:
                title = after.target
            origins = self.origins.setdefault(finding.segment, list(range(len(before.target))))
            origins[start:end] = [-1] * len(new)
            self.rules.append(finding.rule)
        self.document = dataclasses.replace(self.document, segments=tuple(segments), title=title)

    def changes(self, before: Document) -> list[tuple[int, int, int, str]]:
        """What has changed since `before`: (segment, start, end, what stands there now)."""
        found = []
        for segment, origins in sorted(self.origins.items()):
            last, new = 0, ""
            end = len(before.segments[segment].target)
            for char, origin in zip((*self.document.segments[segment].target, ""), (*origins, end), strict=True):
                if origin < 0:
                    new += char
                    continue
                if origin != last or new:
                    found.append((segment, last, origin, new))
                last, new = origin + 1, ""
        return found


def _replaced(segment: Segment, start: int, end: int, new: str) -> Segment:
    """A segment with a piece of its target replaced."""

    def moved(place: int) -> int:
        return place if place <= start else max(place, end) + len(new) - (end - start)

    return dataclasses.replace(
        segment,
        target=segment.target[:start] + new + segment.target[end:],
        code=tuple((moved(first), moved(last)) for first, last in segment.code),
        tags=tuple(tag._replace(start=moved(tag.start), end=moved(tag.end)) for tag in segment.tags),
    )


def _draft(raw: Raw, documents: Sequence[Document], number: int, engine: Engine, left: Counter[str]) -> _Draft:
    """A document mended as far as the file can take it; what it cannot is counted in `left`."""
    frozen: set[int] = set()
    while True:
        draft = _mended(documents[number], engine, frozen)
        if draft is None:
            left[_ENDLESS] += 1
            return _Draft(documents[number])
        changes = draft.changes(documents[number])
        places = raw.spans(documents, [(number, segment, start, end) for segment, start, end, _ in changes])
        draft.edits = []
        before = len(frozen)
        for (segment, *_, new), place in zip(changes, places, strict=True):
            written = raw.escaped(new)
            if place is None or not raw.encodable(written):
                left[_FORM if place is None else _BYTES] += segment not in frozen
                frozen.add(segment)
            else:
                draft.edits.append((place, written))
        if len(frozen) == before:
            return draft


def _mended(document: Document, engine: Engine, frozen: set[int]) -> _Draft | None:
    """A document with all that is sure mended but in some segments; `None` where that does not come to an end."""
    draft = _Draft(document)
    for _ in range(ROUNDS):
        report = engine.examine(draft.document)
        chosen: list[Finding] = []
        ends: dict[int, int] = {}
        every = [other for finding in report.findings for other in (finding, *finding.throughout)]
        for finding in sorted(every, key=Finding.order):
            free = finding.segment not in frozen and finding.start >= ends.get(finding.segment, 0)
            if free and sure(report.document, finding):
                chosen.append(finding)
                ends[finding.segment] = finding.end + (finding.start == finding.end)
        if not chosen:
            return draft
        draft.put(chosen)
    return None


def _differing(
    path: str, data: bytes, options: ReadOptions, documents: Sequence[Document], drafts: Mapping[int, _Draft]
) -> set[int]:
    """The drafts that are not read as they were meant; all of them where it cannot be told which."""
    again, problems = _documents(path, data, options)
    if len(again) != len(documents) or any(problem.severity == "error" for problem in problems):
        return set(drafts)
    wrong = set()
    for number, (before, after) in enumerate(zip(documents, again, strict=True)):
        meant = drafts[number].document if number in drafts else before
        if _placeless(meant) != _placeless(after):
            wrong.add(number)
    return wrong if wrong <= drafts.keys() else set(drafts)


def _placeless(document: Document) -> Document:
    """The document without the columns of its segments, which a change moves."""
    segments = tuple(dataclasses.replace(segment, column=None) for segment in document.segments)
    return dataclasses.replace(document, segments=segments)
