"""Which documents of a run are new: those that changed since a commit, and those that no earlier run has seen."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

from mtqa.again import entry_key
from mtqa.cli.messages import Fault, say
from mtqa.document import Document
from mtqa.readers import ReadOptions
from mtqa.readers.one import read_data
from mtqa.readers.tidy import unique_ids

if TYPE_CHECKING:
    from mtqa.cli.git import Changes
    from mtqa.seen import Seen


class Entries:
    """Tells document by document, in the order they are read.

    Args:
        changes: since the commit; `None`: no commit was named.
        seen: the store; `None`: none was named.
        reading: how the files are read, for what they were before.

    Attributes:
        old: how many documents are not new.
    """

    def __init__(self, changes: Changes | None, seen: Seen | None, reading: ReadOptions) -> None:
        self._changes = changes
        self._seen = seen
        self._reading = reading
        self._path: str | None = None
        self._before: Set[bytes] = frozenset()
        self.old = 0

    def new(self, document: Document) -> bool:
        """Whether a document is new."""
        if self._changes is not None and document.path != self._path:
            self._path = document.path
            self._before = self._entries_before(document.path, self._changes)
        key = entry_key(document)
        known = key in self._before or (self._seen is not None and self._seen.knows(key))
        self.old += known
        return not known

    def judged(self, document: Document) -> None:
        """Note a document that was judged."""
        if self._seen is not None:
            self._seen.add(entry_key(document))

    def save(self) -> None:
        """Write the store.

        Raises:
            Fault: it cannot be written.
        """
        if self._seen is None:
            return
        if self._seen.broken is not None:
            say(f"{self._seen.path}: {self._seen.broken}: begun anew, all entries counted as new", "warning")
        from mtqa.seen import SeenError

        try:
            self._seen.save()
        except SeenError as error:
            raise Fault(str(error)) from error

    def _entries_before(self, path: str | None, changes: Changes) -> Set[bytes]:
        """The entries that a file had; of packed files nothing is known."""
        if path is None or path == "-" or path.lower().endswith(".gz"):
            return frozenset()
        data = changes.before(path)
        if data is None:
            return frozenset()
        items = unique_ids(read_data(path, data, self._reading.at(path)))
        return {entry_key(item) for item in items if isinstance(item, Document)}
