"""A SQLite database: a table each, what is kept of the input in long form, and the run; ready to be asked."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Mapping
from typing import IO

from mtqa.tables.columns import DOCUMENT_COLUMNS, Table, Type
from mtqa.tables.rows import Row

_TYPES: Mapping[Type, str] = {"text": "TEXT", "integer": "INTEGER", "decimal": "REAL", "date": "TEXT"}
#: Columns that are looked things up by.
_INDEXES: Mapping[Table, tuple[str, ...]] = {
    "documents": ("id", "date", "verdict"),
    "findings": ("document_key", "rule", "category", "severity"),
    "rules": ("document_key", "rule", "family"),
}
#: Rows that are held before they are put in.
_BATCH = 1000


class Database:
    """All tables given to it, written when it is closed: whole, or not at all."""

    def __init__(self, stream: IO[bytes], tables: Mapping[Table, Mapping[str, Type]]) -> None:
        self.notes: list[str] = []
        self._stream = stream
        self._tables = tables
        self._base = sqlite3.connect(":memory:", isolation_level=None)
        self._base.execute("BEGIN")
        self._insert: dict[Table, str] = {}
        self._waiting: dict[Table, list[tuple[object, ...]]] = {table: [] for table in tables}
        for table, columns in tables.items():
            parts = [f"{_quoted(name)} {_TYPES[type]}" for name, type in columns.items()]
            if table == "documents":
                parts.append("PRIMARY KEY (document_key)")
            elif "documents" in tables:
                parts.append("FOREIGN KEY (document_key) REFERENCES documents (document_key)")
            self._base.execute(f"CREATE TABLE {table} ({', '.join(parts)})")
            # the names are ours, the values are bound
            self._insert[table] = f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
        columns = tables.get("documents", {})  # those of families are numbers
        self._kept = [name for name, type in columns.items() if type == "text" and name not in DOCUMENT_COLUMNS]

    def add(self, table: Table, row: Row) -> None:
        """Put a row in, sooner or later."""
        waiting = self._waiting.get(table)
        if waiting is None:
            return
        waiting.append(tuple(value.isoformat() if isinstance(value, datetime.date) else value for value in row))
        if len(waiting) == _BATCH:
            self._flush(table)

    def close(self, run: Mapping[str, str]) -> None:
        """Put in what is left, then what is made of it, and write the file."""
        for table in self._tables:
            self._flush(table)
        if "documents" in self._tables:
            self._fields()
        self._base.execute("CREATE TABLE run (name TEXT PRIMARY KEY, value TEXT)")
        self._base.executemany("INSERT INTO run VALUES (?, ?)", run.items())
        for table in self._tables:
            for name in _INDEXES[table]:
                self._base.execute(f"CREATE INDEX {table}_{name} ON {table} ({_quoted(name)})")
        self._base.execute("COMMIT")
        self._stream.write(self._base.serialize())
        self._base.close()

    def _fields(self) -> None:
        """What was kept, a row a document and column, so that its names can be asked for, too."""
        self._base.execute("CREATE TABLE fields (document_key TEXT REFERENCES documents, field TEXT, value TEXT)")
        for name in self._kept:
            self._base.execute(
                f"INSERT INTO fields SELECT document_key, ?, {_quoted(name)} FROM documents "  # noqa: S608
                f"WHERE {_quoted(name)} IS NOT NULL ORDER BY rowid",
                (name,),
            )
        self._base.execute("CREATE INDEX fields_field ON fields (field, value)")
        self._base.execute("CREATE INDEX fields_document_key ON fields (document_key)")

    def _flush(self, table: Table) -> None:
        self._base.executemany(self._insert[table], self._waiting[table])
        self._waiting[table].clear()


def _quoted(name: str) -> str:
    """A name as SQL takes it, whatever stands in it."""
    return '"' + name.replace('"', '""') + '"'
