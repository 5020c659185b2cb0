"""Translation units made documents.

A file is a document, or each of the files it holds; a long one is cut after so many units, so that memory is bounded,
several processes share the work, and score and verdict speak of a place that somebody can look at.
"""

from __future__ import annotations

from collections import deque

from mtqa.document import Document, Problem, Segment
from mtqa.lazy import regex
from mtqa.readers.base import Notes, ReadOptions
from mtqa.readers.inline import Text
from mtqa.segment import Unit
from mtqa.unicode import has_text

#: Units of a document, and characters of its targets.
UNITS, CHARACTERS = 500, 200_000
#: Longest note that is carried on.
_NOTE = 500
#: States that say a unit is finished: it should have a translation.
FINISHED = frozenset("translated final signed-off reviewed approved needs-review-translation".split())
_WORD = regex(r"[^\W\d_]{2}")


def tidy_note(text: str) -> str | None:
    """A note in one line, cut where it is long."""
    note = " ".join(text[: 4 * _NOTE].split())
    return (note if len(note) <= _NOTE else note[: _NOTE - 1] + "…") or None


class Gathered:
    """Units on their way to documents, which wait in `ready`.

    Args:
        path: of the file.
        options: what the user says of it.
        notes: of the file.
    """

    def __init__(self, path: str, options: ReadOptions, notes: Notes) -> None:
        self.ready: deque[Document | Problem] = deque()
        self._path = path
        self._options = options
        self._notes = notes
        self._segments: list[Segment] = []
        self._characters = 0
        self._name = path
        self._language, self._source_language = options.language, options.source_language
        self._number = 0
        self._first = 1
        self._files = 0
        self._parts = 0

    @property
    def units(self) -> int:
        """Units of the document so far."""
        return len(self._segments)

    def begin(self, name: str | None = None, language: str = "", source_language: str = "") -> None:
        """Begin a document; the one before ends.

        Args:
            name: what its texts are called in the file; `None`: as the file.
            language, source_language: BCP 47, as the file says; "" where it does not.
        """
        self.end()
        self._files += 1
        self._name = name or (self._path if self._files == 1 else f"{self._path}#{self._files}")
        self._language = tag(language) or self._options.language
        self._source_language = tag(source_language) or self._options.source_language
        self._number, self._first = 0, 1

    def add(self, source: Text | None, target: Text | None, unit: Unit, line: int) -> None:
        """Add a unit; one without a translation is passed over, unless it is said to be finished.

        Args:
            line: of the unit.
        """
        self._number += 1
        empty = target is None or not (has_text(target.text) or target.tags)
        if empty:
            if source is None or not _WORD.search(source.text):
                return
            if (unit.state or "").lower() not in FINISHED:
                self._notes.add("a unit without a translation: passed over", line)
                return
        target = target or Text("", line=line)
        self._segments.append(
            Segment(
                target.text,
                source=(source.text or None) if source else None,
                code=target.code,
                line=target.line or line,
                column=target.column,
                element=f"unit {unit.id}" if unit.id else "unit",
                source_code=source.code if source else (),
                tags=target.tags,
                source_tags=source.tags if source else (),
                unit=unit,
            )
        )
        self._characters += len(target.text)
        if len(self._segments) >= UNITS or self._characters >= CHARACTERS:
            self.end()

    def end(self) -> None:
        """The document is complete."""
        if self._segments:
            self._parts += 1
            self.ready.append(
                Document(
                    self._name if self._first == 1 else f"{self._name}#{self._first}",
                    tuple(self._segments),
                    path=self._path,
                    language=self._language,
                    source_language=self._source_language,
                    entry=self._parts if self._parts > 1 else None,
                )
            )
        self._segments, self._characters, self._first = [], 0, self._number + 1


def tag(language: str) -> str:
    """A language tag as BCP 47 has it: `en-US` for `en_US.UTF-8`."""
    return language.strip().partition(".")[0].partition("@")[0].replace("_", "-")[:40]
