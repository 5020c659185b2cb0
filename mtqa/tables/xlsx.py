"""A workbook: a sheet a table. Texts are written as texts: nothing is a formula, a link or a number by its looks."""

from __future__ import annotations

import datetime
import io
import shutil
import tempfile
import weakref
from collections.abc import Mapping
from typing import IO, Any

from mtqa.tables.columns import Table, Type
from mtqa.tables.files import TableError
from mtqa.tables.rows import Row

#: What a sheet holds: rows, the header included, and UTF-16 units in a cell.
_ROWS = 1_048_576
_LONGEST = 32_767
#: Before this day a sheet knows no dates.
_FIRST = datetime.date(1900, 3, 1)
#: Always the same, so that two runs write the same bytes.
_CREATED = datetime.datetime(2000, 1, 1)


class Workbook:
    """All tables given to it, each a sheet, written as their rows come."""

    def __init__(self, stream: IO[bytes], tables: Mapping[Table, Mapping[str, Type]]) -> None:
        import xlsxwriter

        self._stream = stream
        self._whole = io.BytesIO()
        # rows wait in files, which go away however the run ends
        folder = tempfile.mkdtemp(prefix="mtqa-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._book: Any = xlsxwriter.Workbook(self._whole, {"constant_memory": True, "tmpdir": folder})
        self._book.set_properties({"created": _CREATED, "comments": "Tables of mtqa"})
        bold = self._book.add_format({"bold": True})
        self._date = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._decimal = self._book.add_format({"num_format": "0.00"})
        self._sheets: dict[Table, Any] = {}
        self._next: dict[Table, int] = {}
        self._cut = 0
        for table, columns in tables.items():
            sheet = self._sheets[table] = self._book.add_worksheet(table)
            for place, name in enumerate(columns):
                sheet.write_string(0, place, name, bold)
            sheet.freeze_panes(1, 0)
            self._next[table] = 1

    @property
    def notes(self) -> list[str]:
        """What could not be written as it is."""
        if not self._cut:
            return []
        cells = "a cell was" if self._cut == 1 else f"{self._cut:,} cells were"
        return [f"{cells} cut to the {_LONGEST:,} characters that a workbook holds; CSV has all of them"]

    def add(self, table: Table, row: Row) -> None:
        """Write a row.

        Raises:
            TableError: the sheet is full.
        """
        sheet = self._sheets.get(table)
        if sheet is None:
            return
        number = self._next[table]
        if number == _ROWS:
            self._book.close()
            raise TableError(
                f"more than the {_ROWS - 1:,} {table} that a sheet holds; write .parquet, .sqlite or .csv instead"
            )
        self._next[table] += 1
        for place, value in enumerate(row):
            if isinstance(value, str):
                if value:
                    sheet.write_string(number, place, self._short(value))
            elif isinstance(value, datetime.date):
                if value >= _FIRST:
                    sheet.write_datetime(number, place, value, self._date)
                else:
                    sheet.write_string(number, place, value.isoformat())
            elif isinstance(value, float):
                sheet.write_number(number, place, value, self._decimal)
            elif value is not None:
                sheet.write_number(number, place, value)

    def close(self, run: Mapping[str, str]) -> None:
        """Write a sheet on the run, and the file."""
        sheet = self._book.add_worksheet("run")
        for number, (name, value) in enumerate(run.items()):
            sheet.write_string(number, 0, name)
            sheet.write_string(number, 1, self._short(value))
        self._book.close()
        self._stream.write(self._whole.getbuffer())

    def _short(self, text: str) -> str:
        """The text as far as a cell holds it."""
        if len(text) * 2 > _LONGEST:  # else it fits, whatever its signs
            data = text.encode("utf-16-le")
            if len(data) > 2 * _LONGEST:
                self._cut += 1
                return data[: 2 * _LONGEST].decode("utf-16-le", "ignore")
        return text
