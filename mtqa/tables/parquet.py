"""Parquet: one table a file, each column of one type, whatever the rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO

from mtqa.tables.arrow import fields
from mtqa.tables.columns import Table, Type
from mtqa.tables.rows import Row

#: Rows that are held before they are written.
_GROUP = 65_536


class ParquetFile:
    """One table, written in groups of rows."""

    def __init__(self, stream: IO[bytes], tables: Mapping[Table, Mapping[str, Type]]) -> None:
        import pyarrow
        import pyarrow.parquet

        self.notes: list[str] = []
        ((self._table, columns),) = tables.items()
        self._schema = pyarrow.schema(fields(columns))
        self._writer = pyarrow.parquet.ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, table: Table, row: Row) -> None:
        """Write a row, sooner or later."""
        if table == self._table:
            self._rows.append(row)
            if len(self._rows) == _GROUP:
                self._flush()

    def close(self, run: Mapping[str, str]) -> None:
        """Write what is left, and what is known of the run into the file's metadata."""
        if self._rows:
            self._flush()
        self._writer.add_key_value_metadata({f"mtqa.{name}": value for name, value in run.items()})
        self._writer.close()

    def _flush(self) -> None:
        import pyarrow

        columns = zip(*self._rows, strict=True)
        arrays = [pyarrow.array(values, type=field.type) for values, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []
