"""What was found in documents, kept from run to run: one that has not changed is not checked again.

A report is known again by all that it depends on: every field of the document, what is installed, the files of mtqa and
of the rules, the configuration. It lies in a database (SQLite) in the user's own folder of caches, as plain data. Any
number of runs may use it at once, and one that is killed leaves it whole. Nothing here fails: without the cache the
same is found again.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from mtqa import kept, shelf
from mtqa.document import Document
from mtqa.plaindata import plainer, unpacker
from mtqa.report import DocumentReport, SkippedRule
from mtqa.values import dataclass

__all__ = ["LIMIT", "ResultCache", "Stats", "clear", "place", "stats"]

#: Bytes of the database; of one that grows beyond, what was not asked for the longest goes first.
LIMIT = 1 << 30
_LEFT = 0.8  # of the limit, after that
_FORMAT = 2
_WAIT = 5.0  # seconds for other runs
#: Reports written at once: one that is killed loses no more.
_HELD, _HELD_BYTES = 200, 4_000_000
_LARGEST = 4_000_000  # bytes of one report

#: The rest is written once for the many reports that have it alike.
_APART = ("document", "skipped_rules")
#: What is left out of a report that has it by default.
_DEFAULTS = {
    field.name: field.default if field.default is not dataclasses.MISSING else ...
    for field in dataclasses.fields(DocumentReport)
    if field.name not in _APART
}
#: Different sets of skipped rules that are remembered.
_ALIKE = 100

#: What comes of data that are not as they were written.
_WRONG = (zlib.error, LookupError, TypeError, ValueError, AttributeError, RecursionError)

_TABLES = """
CREATE TABLE IF NOT EXISTS reports (
    key BLOB PRIMARY KEY, day INTEGER NOT NULL, skipped BLOB NOT NULL, report BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS skipped (digest BLOB PRIMARY KEY, rules BLOB NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Stats:
    """What the cache holds.

    Attributes:
        path: of the database.
        reports: number of them.
        bytes: of the database.
    """

    path: str
    reports: int
    bytes: int


def place() -> str | None:
    """The path of the database, whether or not it is there; `None` where nothing is kept."""
    folder = shelf.folder()
    return None if folder is None else os.path.join(folder, f"results-{_FORMAT}.sqlite")


class ResultCache:
    """The reports of one engine.

    Args:
        signature: of the engine: what its reports depend on, beside the files it is made of.
        now: the state of these files; `None` where it cannot be told, and nothing is kept.

    Attributes:
        trouble: what was wrong with the cache, in one line, or `None`.
    """

    def __init__(self, signature: str, now: kept.State | None) -> None:
        self.trouble: str | None = None
        self._held: list[tuple[bytes, int, bytes, bytes]] = []
        self._size = 0
        self._asked: list[bytes] = []
        self._skipped = _SkippedRules()
        self._today = datetime.datetime.now(datetime.UTC).date().toordinal()
        self._base: sqlite3.Connection | None = None
        if now is None or not kept.settled(now):  # files are being written: nobody knows which of them run
            return
        scope = (signature, now.key, kept.installation(*kept.distributions()))
        self._scope = hashlib.sha256("\0".join(scope).encode("utf-8", "surrogateescape"))
        path = place()
        if path is not None and shelf.ready(path):
            self._open(path)

    def _open(self, path: str) -> None:
        for again in (True, False):
            try:
                self._base = _connected(path)
                return
            except sqlite3.OperationalError:  # in use, or no room
                return
            except sqlite3.DatabaseError as error:
                self._drop(path, error)
                if not again:
                    return

    def _drop(self, path: str, error: Exception) -> None:
        self.close()
        _remove(path)
        self.trouble = f"{path}: the cache was broken ({error}) and is begun anew"

    def _key(self, document: Document, counting: str) -> bytes:
        digest = self._scope.copy()
        digest.update(f"{counting}\0{_DOCUMENT.encode(document)}".encode("utf-8", "surrogatepass"))
        return digest.digest()

    def get(self, document: Document, counting: str = "") -> DocumentReport | None:
        """The report of a document, or `None`.

        Args:
            counting: hash of what of the configuration counts for the document.
        """
        if self._base is None:
            return None
        key = self._key(document, counting)
        try:
            row = self._base.execute("SELECT day, skipped, report FROM reports WHERE key = ?", (key,)).fetchone()
            skipped = None if row is None else self._skipped.get(self._base, row[1])
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError as error:
            self._drop(str(place()), error)
            return None
        if row is None or skipped is None:
            return None
        try:
            report = _read(row[2], document, skipped)
        except _WRONG:
            return None
        if row[0] != self._today:
            self._asked.append(key)
            if len(self._asked) >= _HELD:
                self._flush()
        return report

    def put(self, document: Document, report: DocumentReport, counting: str = "") -> None:
        """Keep a report; one with failures is not kept."""
        if self._base is None or report.failures:
            return
        data = _written(report)
        if data is None:
            return
        self._held.append((self._key(document, counting), self._today, self._skipped.put(report.skipped_rules), data))
        self._size += len(data)
        if len(self._held) >= _HELD or self._size >= _HELD_BYTES:
            self._flush()

    def _flush(self) -> None:
        base, self._size = self._base, 0
        held, self._held = self._held, []
        asked, self._asked = self._asked, []
        skipped, self._skipped.new = self._skipped.new, {}
        if base is None or not (held or asked):
            return
        try:
            with base:
                base.execute("BEGIN IMMEDIATE")
                base.executemany("INSERT OR REPLACE INTO reports VALUES (?, ?, ?, ?)", held)
                base.executemany("INSERT OR REPLACE INTO skipped VALUES (?, ?)", skipped.items())
                base.executemany("UPDATE reports SET day = ? WHERE key = ?", [(self._today, key) for key in asked])
        except sqlite3.OperationalError:
            self._skipped = _SkippedRules()  # another run is writing for long, or there is no room
        except sqlite3.DatabaseError as error:
            self._drop(str(place()), error)

    def close(self) -> None:
        """Write what is held, and see that it grows no larger than it may."""
        self._flush()
        base, self._base = self._base, None
        if base is not None:
            with contextlib.suppress(sqlite3.Error):
                _bounded(base)
            with contextlib.suppress(sqlite3.Error):
                base.close()


def _connected(path: str) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        base.execute("PRAGMA auto_vacuum = INCREMENTAL")
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        base.execute("PRAGMA trusted_schema = OFF")
        base.executescript(_TABLES)
        for columns in ("key, day, skipped, report FROM reports", "digest, rules FROM skipped"):
            base.execute(f"SELECT {columns} LIMIT 1").fetchall()
    except BaseException:
        base.close()
        raise
    return base


def _bounded(base: sqlite3.Connection) -> None:
    if _bytes(base) <= LIMIT:
        return
    with base:
        base.execute("BEGIN IMMEDIATE")
        by_day = base.execute("SELECT day, sum(length(report)) FROM reports GROUP BY day ORDER BY day").fetchall()
        total = sum(size for _, size in by_day)
        over = total - total * _LEFT * LIMIT / _bytes(base)  # a page holds more than the reports in it
        for day, size in by_day:
            if over <= 0:
                break
            base.execute("DELETE FROM reports WHERE day = ?", (day,))
            over -= size
        base.execute("DELETE FROM skipped WHERE digest NOT IN (SELECT skipped FROM reports)")
    base.executescript("PRAGMA incremental_vacuum")  # as a statement it frees but one page


def _bytes(base: sqlite3.Connection) -> int:
    pages, size = (base.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size"))
    return int(pages * size)


class _SkippedRules:
    """Sets of skipped rules, which most reports of a run have alike: named by the hash of their text.

    Attributes:
        new: texts to be written, by hash.
    """

    def __init__(self) -> None:
        self.new: dict[bytes, bytes] = {}
        self._by_digest: dict[bytes, tuple[SkippedRule, ...]] = {}
        self._digests: dict[tuple[SkippedRule, ...], bytes] = {}

    def get(self, base: sqlite3.Connection, digest: bytes) -> tuple[SkippedRule, ...] | None:
        """The rules of a hash; `None` where there is no such text, or it is another now.

        Raises:
            sqlite3.Error: the database cannot be read.
        """
        known = self._by_digest.get(digest)
        if known is not None:
            return known
        row = base.execute("SELECT rules FROM skipped WHERE digest = ?", (digest,)).fetchone()
        try:
            if row is None or hashlib.sha256(row[0]).digest() != digest:
                return None
            found: tuple[SkippedRule, ...] = unpacker(tuple[SkippedRule, ...])(json.loads(row[0]))
        except _WRONG:
            return None
        self._note(digest, found)
        return found

    def put(self, rules: tuple[SkippedRule, ...]) -> bytes:
        """The hash of rules."""
        digest = self._digests.get(rules)
        if digest is None:
            text = json.dumps(rules, separators=(",", ":")).encode()
            digest = hashlib.sha256(text).digest()
            self.new[digest] = text
            self._note(digest, rules)
        return digest

    def _note(self, digest: bytes, rules: tuple[SkippedRule, ...]) -> None:
        if len(self._digests) >= _ALIKE:
            self._digests.clear()
            self._by_digest.clear()
        self._by_digest[digest] = rules
        self._digests[rules] = digest


def _told(value: object) -> object:
    """What a document is told from others by, of what JSON cannot write."""
    try:
        return plainer(value)
    except TypeError:
        return str(value)


_DOCUMENT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_told)
_REPORT = json.JSONEncoder(separators=(",", ":"), allow_nan=False, default=plainer)


def _written(report: DocumentReport) -> bytes | None:
    told = {name: value for name, usual in _DEFAULTS.items() if (value := getattr(report, name)) != usual}
    try:  # the engine may have told the language
        data = _REPORT.encode([report.document.language, told]).encode()
    except ValueError:
        return None
    return zlib.compress(data, 1) if len(data) <= _LARGEST else None


def _read(data: bytes, document: Document, skipped: tuple[SkippedRule, ...]) -> DocumentReport:
    unpacked = zlib.decompressobj()
    language, told = json.loads(unpacked.decompress(data, _LARGEST).decode())
    if not unpacked.eof:
        raise ValueError("cut off")
    if language != document.language:
        document = dataclasses.replace(document, language=language)
    readers = _readers()
    return DocumentReport(
        document=document, skipped_rules=skipped, **{name: readers[name](value) for name, value in told.items()}
    )


@lru_cache(maxsize=1)
def _readers() -> dict[str, Callable[[Any], Any]]:
    from typing import get_type_hints

    hints = get_type_hints(DocumentReport)
    return {name: unpacker(hints[name]) for name in _DEFAULTS}


def _remove(path: str) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            os.unlink(path + end)


def stats() -> Stats | None:
    """What the cache holds, or `None` where there is none."""
    path = place()
    if path is None or not Path(path).is_file() or not shelf.ready(path):
        return None
    try:
        base = _connected(path)
    except sqlite3.Error:
        return Stats(path, 0, Path(path).stat().st_size)
    with contextlib.closing(base):
        return Stats(path, base.execute("SELECT count(*) FROM reports").fetchone()[0], _bytes(base))


def clear() -> None:
    """Forget all reports; another run that uses them goes on without."""
    path = place()
    if path is not None:
        _remove(path)
