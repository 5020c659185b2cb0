"""The baseline: findings that were there when the gate was set up, left out until they are mended.

A finding is known again by its file, its document, its rules and the flagged text; of equal ones in a document the
first ones in reading order, as many as there were. Lines and offsets play no part, so that an edit elsewhere in the
document brings no old finding back.

The file counts by its place as seen from the folder of the baseline, however the user spells it: both may move
together. In the file a document counts by its id; ids change, as where they are numbers of entries, so one that
carries another document's title and words is that document. No two documents share what was accepted of one.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.again import Counted, Fault, faults, name_of
from mtqa.document import Document
from mtqa.finding import Finding
from mtqa.readers.one import named_pipe
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.report import DocumentReport

VERSION = 2

#: Hashes kept of a document's words, of four hexadecimal digits each.
_SKETCH = 12

#: Share of the words two versions of a document have in common: under the same id; under another one with the same
#: title; under another one without. Two stories share a fifth, however different; an edited one keeps most.
_SAME_ID, _SAME_TITLE, _SAME_WORDS = 0.4, 0.5, 0.8

#: Documents of a file looked at for one whose id is not known.
_TRIES = 500

_MARKS = ".,;:!?()\"'“”‘’"

_AGAIN = "write it with `mtqa baseline PATHS --output FILE`"


class BaselineError(ValueError):
    """A baseline file that cannot be used; the message names the file and what to do."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What tells a document from all others, from one run to the next.

    Args:
        path: of its file, from the folder of the baseline, with `/`; "-" for standard input; `None` where it is not
            known: in baselines of version 1.
        document: its id, without the path it may begin with; empty for a file that is one document.
        title: as it was.
        sketch: the smallest hashes of its words.
    """

    path: str | None
    document: str
    title: str = ""
    sketch: str = ""

    def likeness(self, other: Origin) -> float:
        """Share of their words that two documents have in common, 0 to 1, as far as the sketches tell."""
        one, two = _hashes(self.sketch), _hashes(other.sketch)
        both = sorted(one | two)[:_SKETCH]
        return sum(word in one and word in two for word in both) / len(both) if both else 0.0


def _hashes(sketch: str) -> set[str]:
    return {sketch[i : i + 4] for i in range(0, len(sketch), 4)}


def origin(document: Document, folder: str) -> Origin:
    """Where a document comes from.

    Args:
        folder: of the baseline.
    """
    path = document.path
    name = document.id if path == "-" else name_of(document.id, path)
    place = "" if path is None else "-" if path == "-" else _relative(path, folder)
    if not name:
        return Origin(place, "")
    words = {
        word.strip(_MARKS).encode("utf-8", "surrogatepass").lower()  # ASCII only, the same for all versions of Unicode
        for segment in document.segments
        for word in segment.target.split()
    }
    hashes = sorted({hashlib.sha256(word).hexdigest()[:4] for word in words})
    return Origin(place, name, (document.title or "")[:200], "".join(hashes[:_SKETCH]))


_NOWHERE = Origin(None, "")


@lru_cache(maxsize=16)
def _relative(path: str, folder: str) -> str:
    real = os.path.realpath(path)
    try:
        return Path(os.path.relpath(real, os.path.realpath(folder))).as_posix()
    except ValueError:  # on another drive
        return Path(real).as_posix()


@dataclass(frozen=True, slots=True)
class Entry:
    """Equal findings of a document that are accepted: one line of the file.

    Args:
        origin: of the document.
        rule: id of the rule.
        text: the flagged text.
        count: number of such findings in the document.
        reason: why they are accepted, in the user's words; `mtqa baseline` keeps it.
    """

    origin: Origin
    rule: str
    text: str
    count: int = 1
    reason: str | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """Sort key: file by file, so that changes are easy to review."""
        place = self.origin
        return (place.path or "", place.document, self.rule, self.text, place.title, place.sketch)

    def record(self) -> dict[str, object]:
        """The entry as a JSON object."""
        place = self.origin
        values = {
            "path": place.path,
            "document": place.document or None,
            "title": place.title or None,
            "sketch": place.sketch or None,
            "rule": self.rule,
            "text": self.text,
            "count": self.count,
            "reason": self.reason,
        }
        return {key: value for key, value in values.items() if value is not None}


class Baseline:
    """Findings that are accepted.

    Args:
        entries: in any order; of equal ones the counts are added up.
        folder: the baseline lies in, or will.
    """

    def __init__(self, entries: Iterable[Entry] = (), folder: str = ".") -> None:
        self.folder = folder
        merged: dict[tuple[Origin, str, str], Entry] = {}
        for entry in entries:
            key = (entry.origin, entry.rule, entry.text)
            known = merged.get(key)
            if known is not None:
                reason = known.reason or entry.reason
                entry = dataclasses.replace(entry, count=known.count + entry.count, reason=reason)
            merged[key] = entry
        self.entries: tuple[Entry, ...] = tuple(sorted(merged.values(), key=lambda entry: entry.order))

    def __len__(self) -> int:
        """Number of findings accepted; one that two rules name counts twice."""
        return sum(entry.count for entry in self.entries)

    @property
    def hash(self) -> str:
        """Short hash of what it holds, reasons aside, for the signature of a report."""
        facts = [dataclasses.replace(entry, reason=None).record() for entry in self.entries]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:8]

    @property
    def dated(self) -> bool:
        """Whether it is of version 1, which did not say what file a finding was in."""
        return any(entry.origin.path is None for entry in self.entries)

    def dumps(self) -> str:
        """The text of the baseline file: sorted, one entry a line."""
        # `##[` would be a command to CI systems, printed in a log
        lines = [json.dumps(entry.record()).replace("##", "#\\u0023") for entry in self.entries]
        body = "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"
        return f'{{"version": {VERSION}, "findings": {body}}}\n'

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """Read a baseline file, of this version or the first.

        Raises:
            BaselineError: it cannot be read or is no baseline.
        """
        if named_pipe(str(path)):
            raise BaselineError(f"{path}: cannot read the baseline: it is a named pipe")
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise BaselineError(f"{path}: cannot read the baseline: {error.strerror}") from error
        except (ValueError, RecursionError) as error:
            raise BaselineError(f"{path}: is not a baseline (not valid JSON: {error}); {_AGAIN}") from error
        if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
            raise BaselineError(f"{path}: is not a baseline; {_AGAIN}")
        version = data.get("version")
        if version not in (1, VERSION) or isinstance(version, bool):
            raise BaselineError(f"{path}: is a baseline of version {version!r}, not {VERSION}; {_AGAIN}")
        entries = []
        for number, item in enumerate(data["findings"], 1):
            entry = _entry(item, version)
            if entry is None:
                raise BaselineError(f"{path}: entry {number} is not a finding of a baseline; {_AGAIN}")
            entries.append(entry)
        return cls(entries, os.path.dirname(os.path.realpath(path)))


def _entry(item: Any, version: int) -> Entry | None:
    if not isinstance(item, dict):
        return None
    texts = {key: item.get(key, "") for key in ("path", "document", "title", "sketch", "rule", "text")}
    count, reason = item.get("count"), item.get("reason")
    if not all(isinstance(text, str) for text in texts.values()) or not isinstance(reason, str | None):
        return None
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        return None
    if not {"rule", "text", "path" if version > 1 else "document"} <= item.keys():
        return None
    place = Origin(texts["path"] if version > 1 else None, texts["document"], texts["title"], texts["sketch"])
    return Entry(place, texts["rule"], texts["text"].strip(), count, reason)


class Comparison:
    """A run held against a baseline, document by document in their order.

    Args:
        baseline: what is accepted.
        ran: ids of the rules that run.
        known: ids of all rules there are.
    """

    def __init__(self, baseline: Baseline, ran: Collection[str], known: Collection[str]) -> None:
        self._baseline = baseline
        self._ran, self._known = frozenset(ran), frozenset(known)
        self._groups: dict[Origin, dict[Fault, Entry]] = {}
        self._by_name: dict[tuple[str | None, str], list[Origin]] = {}
        self._by_fault: dict[tuple[str, str, str], list[Origin]] = {}
        for entry in baseline.entries:
            place = entry.origin
            if place not in self._groups:
                self._groups[place] = {}
                name = place.document if place.path is not None else os.path.normpath(place.document)
                self._by_name.setdefault((place.path, name), []).append(place)
            self._groups[place][entry.rule, entry.text] = entry
            if place.path is not None:
                self._by_fault.setdefault((place.path, entry.rule, entry.text), []).append(place)
        self._owners: dict[Origin, Origin] = {}  # group -> document of this run that took it
        self._group: dict[Origin, Origin] = {}  # and back
        self._found: dict[Origin, Counter[Fault]] = {}
        self._unasked: dict[Origin, set[str]] = {}
        self._read: set[str] = set()
        self._broken: set[str] = set()

    def new(self, report: DocumentReport) -> list[Finding]:
        """The findings of a document that the baseline does not hold, in reading order."""
        mine = origin(report.document, self._baseline.folder)
        self._read.add(mine.path or "")
        found: Counter[Fault] = Counter()
        for finding in report.all_findings:
            found.update(_faults(finding))
        group = self._claim(mine, report.document.id, found)
        if group is None:
            return report.all_findings
        self._found[group] = found
        self._unasked[group] = {skipped.rule for skipped in report.skipped_rules} | {
            one.rule for one in report.failures
        }
        held = Counted({fault: entry.count for fault, entry in self._groups[group].items()})
        return [finding for finding in report.all_findings if not held.known(_faults(finding))]

    def unread(self, path: str) -> None:
        """Say that a file could not be read whole: what was not found in it may still be there."""
        self._broken.add("-" if path == "-" else _relative(path, self._baseline.folder))

    def reason(self, document: Document, rule: str, text: str) -> str | None:
        """The reason why findings of a document were accepted; only once `new` has seen it."""
        entry = self._groups.get(self._group.get(origin(document, self._baseline.folder), _NOWHERE), {}).get(
            (rule, text)
        )
        return None if entry is None else entry.reason

    def gone(self) -> list[Entry]:
        """What was accepted and is no longer found, with how many are missing."""
        missing = ((entry, entry.count - self._kept(entry)) for entry in self._baseline.entries)
        return [dataclasses.replace(entry, count=count) for entry, count in missing if count]

    def pruned(self) -> list[Entry]:
        """What is left of the baseline without that."""
        kept = ((entry, self._kept(entry)) for entry in self._baseline.entries)
        left = [dataclasses.replace(entry, count=count) for entry, count in kept if count]
        return [one for one in map(self._with_path, left) if one.origin.path is not None]

    def unexamined(self) -> list[Entry]:
        """What the run cannot speak of: of files it did not read, or rules that did not run."""
        kept = (entry for entry in self._baseline.entries if not self._examined(entry))
        return [one for one in map(self._placed, kept) if one.origin.path is not None]

    def _kept(self, entry: Entry) -> int:
        if not self._examined(entry):
            return entry.count
        return min(entry.count, self._found.get(entry.origin, Counter())[entry.rule, entry.text])

    def _examined(self, entry: Entry) -> bool:
        path = entry.origin.path
        if entry.rule in self._known - self._ran or entry.rule in self._unasked.get(entry.origin, ()):
            return False
        if path is None:
            return True
        if path in self._read:
            return path not in self._broken
        return path != "-" and not os.path.lexists(os.path.join(self._baseline.folder, path))

    def _placed(self, entry: Entry) -> Entry:
        """The entry, of its document as it is now."""
        return dataclasses.replace(entry, origin=self._owners.get(entry.origin, entry.origin))

    def _with_path(self, entry: Entry) -> Entry:
        """The entry as it is, but for one of version 1, which is told its file."""
        return self._placed(entry) if entry.origin.path is None else entry

    def _claim(self, mine: Origin, name: str, found: Mapping[Fault, int]) -> Origin | None:
        """The document of the baseline that this one is, or `None`; it is taken from then on."""
        named = [
            *self._by_name.get((mine.path, mine.document), ()),
            *self._by_name.get((None, os.path.normpath(name)), ()),
        ]
        if not mine.document:  # the file itself
            group = next((one for one in named if self._owners.get(one, mine) == mine), None)
        else:
            others = [
                one for rule, text in found for one in self._by_fault.get((mine.path or "", rule, text), ())[:_TRIES]
            ]
            free = [one for one in dict.fromkeys(others) if self._owners.get(one, mine) == mine and one not in named]
            rated = [(self._rated(mine, one, one in named), one) for one in (*named, *free[:_TRIES])]
            best = max((rate for rate, _ in rated if rate is not None), default=None)
            group = next((one for rate, one in rated if rate is not None and rate == best), None)
        if group is not None:
            self._owners[group], self._group[mine] = mine, group
        return group

    def _rated(self, mine: Origin, other: Origin, same_id: bool) -> tuple[bool, bool, float] | None:
        """How well a document of the baseline fits: the same in all, then the same id, then the likest."""
        if other.path is None and self._owners.get(other, mine) != mine:
            return None
        if not other.sketch:  # version 1, or written by hand
            return (False, True, 0.0) if same_id else None
        like = mine.likeness(other)
        titled = bool(mine.title) and mine.title == other.title
        if not (same_id and titled) and like < (_SAME_ID if same_id else _SAME_TITLE if titled else _SAME_WORDS):
            return None
        return (mine.title == other.title and mine.sketch == other.sketch, same_id, like)


def accepted(report: DocumentReport, folder: str, before: Comparison | None = None) -> list[Entry]:
    """The entries that accept all findings of a document.

    Args:
        folder: of the baseline.
        before: whose reasons are kept; it has seen the report.
    """
    counts: Counter[Fault] = Counter()
    for finding in report.all_findings:
        counts.update(_faults(finding))
    place = origin(report.document, folder) if counts else None
    return [
        Entry(place, rule, text, count, before.reason(report.document, rule, text) if before is not None else None)
        for (rule, text), count in counts.items()
        if place is not None
    ]


def _faults(finding: Finding) -> list[Fault]:
    return faults(finding.rules or (finding.rule,), finding.text)
