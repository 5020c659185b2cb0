"""CSV: UTF-8, a header, `\\n` at the ends of lines, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from typing import IO

from mtqa.reporters.cells import defuse
from mtqa.tables.columns import Table, Type
from mtqa.tables.rows import Row, Value


class CsvFile:
    """One table, written as its rows come."""

    def __init__(self, stream: IO[bytes], tables: Mapping[Table, Mapping[str, Type]]) -> None:
        self.notes: list[str] = []
        ((self._table, columns),) = tables.items()
        self._writer = csv.writer(_Encoded(stream), lineterminator="\n")
        self._writer.writerow([defuse(name) for name in columns])

    def add(self, table: Table, row: Row) -> None:
        """Write a row."""
        if table == self._table:
            self._writer.writerow([_cell(value) for value in row])

    def close(self, run: Mapping[str, str]) -> None:
        """There is nothing left to write."""


class _Encoded:
    """Takes text and writes bytes; leaves the stream open however the run ends."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(text.encode("utf-8", "backslashreplace"))


def _cell(value: Value) -> object:
    if isinstance(value, str):
        return defuse(value)
    return f"{value:.2f}" if isinstance(value, float) else value
