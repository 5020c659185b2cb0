"""Tables of earlier runs read back, from any kind of file, each column of its type: ids stay texts."""

from __future__ import annotations

import datetime
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.reporters.cells import defuse
from mtqa.tables.columns import DOCUMENT_COLUMNS, FINDING_COLUMNS, OF_FAMILY, RULE_COLUMNS, Table, Type
from mtqa.tables.files import Kind, TableError, kind_of, missing

if TYPE_CHECKING:
    import pandas

_Columns = dict[str, list[Any]]

#: By what a table is known, whatever version wrote it.
_KNOWN: Mapping[Table, tuple[str, ...]] = {
    "documents": ("id", "words", "verdict"),
    "findings": ("document", "rule", "segment"),
    "rules": ("document_key", "rule", "findings"),
}
#: What each column of ours holds, in whichever table.
_TYPES: Mapping[str, Type] = {**RULE_COLUMNS, **DOCUMENT_COLUMNS, **FINDING_COLUMNS, "score": "decimal"}

#: What pandas calls each type.
DTYPES: Mapping[Type, str] = {"text": "string", "integer": "Int64", "decimal": "Float64", "date": "datetime64[s]"}


def read_documents(path: str | os.PathLike[str]) -> pandas.DataFrame:
    """The documents that `mtqa report` wrote: CSV, workbook, Parquet or database, by what the name ends in.

    Texts are `string` (`007`, `1e5` and `NA` stay what they are), whole numbers `Int64`, decimals `Float64`, days
    `datetime64`; what is not known is missing. The apostrophe that keeps a spreadsheet from running a cell of a CSV is
    taken away.

    Raises:
        ValueError: a file that holds no such table, in one line.
        OSError: a file that cannot be read.
    """
    return _read(path, "documents")


def read_findings(path: str | os.PathLike[str]) -> pandas.DataFrame:
    """The findings, as `read_documents` reads the documents; those of `mtqa check --format csv`, too."""
    return _read(path, "findings")


def read_rules(path: str | os.PathLike[str]) -> pandas.DataFrame:
    """What `mtqa report --rules-table` wrote, as `read_documents` reads the documents."""
    return _read(path, "rules")


def typed(columns: Mapping[str, Iterable[Any]], types: Mapping[str, Type]) -> pandas.DataFrame:
    """Columns of values as a frame of theirs types."""
    import pandas

    return pandas.DataFrame(
        {name: pandas.Series(list(values), dtype=DTYPES[types[name]]) for name, values in columns.items()}
    )


def _read(path: str | os.PathLike[str], table: Table) -> pandas.DataFrame:
    file = os.fspath(path)
    kind = kind_of(file)
    if why := missing(kind):
        raise TableError(f"{file}: {why}")
    if not os.path.exists(file):  # a database would be made
        raise FileNotFoundError(2, "No such file or directory", file)
    columns = _READERS[kind](file, table)
    lacking = [name for name in _KNOWN[table] if name not in columns]
    if lacking:
        raise TableError(f"{file}: holds no {table} of mtqa: there is no column {lacking[0]!r}")
    types = {name: _type(name) for name in columns}
    try:
        return typed({name: [_VALUES[types[name]](one) for one in values] for name, values in columns.items()}, types)
    except (ValueError, TypeError, OverflowError) as error:
        raise TableError(f"{file}: a cell is not what its column holds ({str(error)[:100]})") from error


def _type(column: str) -> Type:
    return "integer" if column.startswith(OF_FAMILY) else _TYPES.get(column, "text")


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _integer(value: Any) -> int | None:
    return None if value is None else int(value)


def _decimal(value: Any) -> float | None:
    return None if value is None else float(value)


def _date(value: Any) -> datetime.date | None:
    if value is None or isinstance(value, datetime.date):
        return value.date() if isinstance(value, datetime.datetime) else value
    return datetime.date.fromisoformat(value)


_VALUES: Mapping[Type, Callable[[Any], Any]] = {"text": _text, "integer": _integer, "decimal": _decimal, "date": _date}


def _csv(file: str, _: Table) -> _Columns:
    import csv

    with open(file, encoding="utf-8-sig", newline="") as stream:
        limit = csv.field_size_limit(2**31 - 1)
        try:
            header, *rows = csv.reader(stream, strict=True)
        except (csv.Error, ValueError) as error:  # or not UTF-8, or empty
            raise TableError(f"{file}: is no CSV in UTF-8 with a header ({str(error)[:100]})") from error
        finally:
            csv.field_size_limit(limit)
    if any(len(row) != len(header) for row in rows):
        raise TableError(f"{file}: has rows that are shorter or longer than its header")
    cells = zip(*rows, strict=True) if rows else [[]] * len(header)
    return {_armed(name): [_armed(one) or None for one in column] for name, column in zip(header, cells, strict=True)}


def _armed(cell: str) -> str:
    """A cell without the apostrophe that `defuse` put before it."""
    bare = cell[1:]
    return bare if cell.startswith("'") and defuse(bare) == cell else cell


def _xlsx(file: str, table: Table) -> _Columns:
    from openpyxl import load_workbook
    from openpyxl.utils.escape import unescape

    try:
        book = load_workbook(file, read_only=True)
    except Exception as error:  # of whatever kind its parts raise
        raise TableError(f"{file}: is no workbook that can be read ({str(error)[:100]})") from error
    try:
        if table not in book.sheetnames:
            raise TableError(f"{file}: has no sheet {table!r} (sheets: {', '.join(book.sheetnames)[:200]})")
        rows = book[table].iter_rows(values_only=True)
        header = [unescape(str(name)) for name in next(rows, ())]
        columns: _Columns = {name: [] for name in header}
        for row in rows:
            for name, value in zip(header, row, strict=False):
                columns[name].append(unescape(value) if isinstance(value, str) else value)
            for name in header[len(row) :]:
                columns[name].append(None)
    finally:
        book.close()
    return columns


def _parquet(file: str, _: Table) -> _Columns:
    import pyarrow
    import pyarrow.parquet

    try:
        found: _Columns = pyarrow.parquet.ParquetFile(file).read().to_pydict()
    except pyarrow.ArrowException as error:
        raise TableError(f"{file}: is no Parquet file that can be read ({str(error)[:100]})") from error
    return found


def _sqlite(file: str, table: Table) -> _Columns:
    base = sqlite3.connect(f"{Path(file).resolve().as_uri()}?mode=ro", uri=True)
    try:
        found = base.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608 (one of our names)
        rows = found.fetchall()
        names = [column[0] for column in found.description]
    except sqlite3.Error as error:
        raise TableError(f"{file}: has no table {table!r} that can be read ({str(error)[:100]})") from error
    finally:
        base.close()
    columns = zip(*rows, strict=True) if rows else [[]] * len(names)
    return {name: list(column) for name, column in zip(names, columns, strict=True)}


_READERS: Mapping[Kind, Callable[[str, Table], _Columns]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "parquet": _parquet,
    "sqlite": _sqlite,
}
