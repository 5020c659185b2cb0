"""A store of the entries that earlier runs have judged (SQLite), so that a feed is judged by its new ones.

It is written once, at the end of a run, in one transaction: a run that is killed leaves it as it was, and two runs at
once add to each other.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import closing, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

#: Written into the file's header: a database of ours.
_MARK = 0x6D747161
_MAGIC = b"SQLite format 3\0"

#: Seconds to wait for another run that writes.
_PATIENCE = 60.0


class SeenError(ValueError):
    """A file that cannot be used as a store; the message names it and what to do."""


class Seen:
    """The store.

    Args:
        path: of the file; made at the end of the run where it is not there.

    Attributes:
        broken: why what was there is dropped, or `None`.

    Raises:
        SeenError: a file that is something else, or cannot be read.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.broken: str | None = None
        self._new: dict[bytes, None] = {}
        self._database: sqlite3.Connection | None = None
        head = self._head()
        folder = os.path.dirname(os.path.realpath(path))
        if not os.path.isdir(folder):
            raise SeenError(f"{path}: cannot write the seen entries: there is no such folder; make it first")
        if not os.access(folder, os.W_OK) or (head and not os.access(path, os.W_OK)):
            raise SeenError(f"{path}: cannot write the seen entries: permission denied; choose another place")
        if head and not (head.startswith(_MAGIC[: len(head)]) and (len(head) < 100 or head[68:72] == _mark())):
            raise SeenError(f"{path}: is no store of seen entries; name another file")
        if head and len(head) < 100:
            self.broken = "is cut off"
        elif head:
            self._open()

    def _head(self) -> bytes:
        try:
            if not stat.S_ISREG(os.stat(self.path).st_mode):
                raise SeenError(f"{self.path}: is no regular file; name another file for the seen entries")
            with open(self.path, "rb") as file:
                return file.read(100)
        except FileNotFoundError:
            return b""
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            if isinstance(error, SeenError):
                raise
            raise SeenError(f"{self.path}: cannot read the seen entries: {why}") from error

    def _open(self) -> None:
        import sqlite3  # costs start-up time

        try:
            self._database = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
            self._database.execute("SELECT count(*) FROM (SELECT 1 FROM seen LIMIT 1)").fetchone()
        except sqlite3.DatabaseError as error:
            self._drop(error)

    def _drop(self, error: Exception) -> None:
        import sqlite3

        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise SeenError(f"{self.path}: another run has held the seen entries for a minute; try again") from error
        self.broken = f"is damaged ({error})"
        if self._database is not None:
            self._database.close()
        self._database = None

    def knows(self, key: bytes) -> bool:
        """Whether an earlier run saw an entry. A store that turns out to be damaged knows nothing from then on."""
        if self._database is None:
            return False
        import sqlite3

        try:
            return self._database.execute("SELECT 1 FROM seen WHERE key = ?", (key,)).fetchone() is not None
        except sqlite3.DatabaseError as error:
            self._drop(error)
            return False

    def add(self, key: bytes) -> None:
        """Note an entry, for the end of the run."""
        self._new[key] = None

    def save(self) -> None:
        """Write what was noted.

        Raises:
            SeenError: the file cannot be written.
        """
        import sqlite3

        if self._database is not None:
            self._database.close()
            self._database = None
        try:
            if self.broken is not None:
                for left in (self.path, f"{self.path}-journal", f"{self.path}-wal", f"{self.path}-shm"):
                    with suppress(FileNotFoundError):
                        os.unlink(left)
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)) as database:
                _write(database, self._new)
        except (sqlite3.Error, OSError) as error:
            raise SeenError(f"{self.path}: cannot write the seen entries: {error}") from error


def _write(database: sqlite3.Connection, keys: Iterable[bytes]) -> None:
    database.execute("BEGIN IMMEDIATE")
    database.execute(f"PRAGMA application_id = {_MARK}")
    database.execute("CREATE TABLE IF NOT EXISTS seen (key BLOB PRIMARY KEY) WITHOUT ROWID")
    database.executemany("INSERT OR IGNORE INTO seen VALUES (?)", ((key,) for key in keys))
    database.execute("COMMIT")


def _mark() -> bytes:
    return _MARK.to_bytes(4, "big")
