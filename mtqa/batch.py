"""Texts in an Arrow table checked: a row a text in, a row a document and a row a finding out; the schema is fixed.

What comes of a row depends on nothing but the row: however a table is cut into pieces, the rows are the same. DuckDB,
Spark, Ray and Dask are served by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from mtqa.config import Config
from mtqa.document import Problem
from mtqa.engine import Engine
from mtqa.extras import Extra
from mtqa.frames import as_text, examined, no_column
from mtqa.readers.base import ReadOptions
from mtqa.reporters.cells import UNIT_COLUMNS, one_line
from mtqa.tables.arrow import fields
from mtqa.tables.columns import DOCUMENT_COLUMNS, FINDING_COLUMNS, OF_FAMILY, Layout, Type
from mtqa.tables.rows import Row, Rows, Value
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    import pyarrow

__all__ = ["DOCUMENTS", "FINDINGS", "Tables", "check", "nested", "nested_schema", "schema", "signature"]

#: What a row of an Arrow table has not: a file, a place in it, and rows before it.
_ABSENT = frozenset(("path", "entry", "document_key", "line", "column", *UNIT_COLUMNS))
#: Columns of the documents; behind them those of the families of rules (`findings_…`), and what is kept.
DOCUMENTS: dict[str, Type] = {
    **{name: type for name, type in DOCUMENT_COLUMNS.items() if name not in _ABSENT},
    "error": "text",
}
#: Columns of the findings; behind them what is kept.
FINDINGS: dict[str, Type] = {
    **{name: type for name, type in FINDING_COLUMNS.items() if name not in _ABSENT},
    "row": "integer",
}
#: Of these, what stands with the document where its findings stand in it.
_OF_DOCUMENT = ("document", "row")
#: Column of the findings of a document, as `nested` gives them.
FOUND = "found"

_LEFT_OUT = "has no text: the configuration leaves it out"
_ENGINES = 8
_NEEDED = Extra("mtqa[parquet]", (("pyarrow", "pyarrow"),))


class Tables(NamedTuple):
    """Two tables, or the schemas of two tables, of pyarrow.

    Attributes:
        documents: a row for each row of the input, in its order.
        findings: a row a finding; `row` is the place of its text in the input, from 0.
    """

    documents: Any
    findings: Any


def check(
    table: pyarrow.Table | pyarrow.RecordBatch,
    text: str = "text",
    source: str | None = None,
    *,
    id: str | None = None,
    reference: str | None = None,
    title: str | None = None,
    date: str | None = None,
    broken: str | None = None,
    language: str = "en",
    source_language: str | None = None,
    keep: Sequence[str] = (),
    config: Config | None = None,
    jobs: int = 1,
) -> Tables:
    """Check the texts of an Arrow table.

    Args:
        table: a table or a batch of records.
        text: column of the translations, a story or a translation unit each.
        id, source, reference, title, date: columns of what belongs to them, `None` for none.
        broken: column in which a reader says why a row is none; a row that has a value there is not checked.
        language, source_language: BCP 47 tags of the translations and of their sources.
        keep: columns to carry along into both tables, as they are.
        config: how to check. The rules of one configuration are loaded once in a process.
        jobs: number of processes.

    A row that cannot be checked has its reason in `error`, and nothing but its id and what is kept beside it: a cell
    that is no text, a date that is none, a rule that crashed. A missing text is an empty one, and `unchecked`.

    Raises:
        TypeError: no table of pyarrow.
        ValueError: a column that is not there, or twice; a configuration that cannot be used.
        ImportError: pyarrow is not installed.
    """
    arrow = _pyarrow()
    if isinstance(table, arrow.RecordBatch):
        table = arrow.Table.from_batches([table])
    if not isinstance(table, arrow.Table):
        raise TypeError(f"a Table or a RecordBatch of pyarrow is wanted, found {type(table).__name__}")
    height = table.num_rows
    unread: dict[int, str] = {}
    if broken is not None:
        said = _texts(_column(table, broken), broken, unread)
        unread |= {row: f"could not be read: {one_line(what[:200])}" for row, what in enumerate(said) if what}
    named = {"text": text, "source": source, "reference": reference, "title": title, "date": date, "id": id}
    columns = {role: _texts(_column(table, name), name, unread) for role, name in named.items() if name is not None}
    ids = columns.get("id") or [None] * height
    columns["id"] = [id or "-" for id in ids]  # one of ours would depend on the other rows
    kept = [_column(table, name) for name in keep]
    schemas = schema(arrow.schema([table.schema.field(name) for name in keep]), config)
    whole: list[Row | None] = [None] * height
    errors: dict[int, str] = dict.fromkeys(range(height), _LEFT_OUT)
    found: list[Row] = []
    with _LOCK:
        engine = _engine(config)
        rows = Rows(Layout.of(engine), engine.signature)
        options = ReadOptions(language=language, source_language=source_language)
        for place, item in examined(engine, columns, height, options, jobs, unread):
            if isinstance(item, Problem):
                errors[place] = one_line(item.message)
            elif item.failures:
                crash = item.failures[0]
                errors[place] = one_line(f"rule {crash.rule} crashed ({crash.error}): please report it")
            else:
                del errors[place]
                for of, row in rows.of(item):
                    if of == "documents":
                        whole[place] = row
                    elif of == "findings":
                        found.append((*row, place))
    own = tuple(rows.layout.columns("documents"))
    document_cells = _cells(own, whole)
    document_cells["id"] = [one_line(id) if id else None for id in ids]
    document_cells["error"] = [errors.get(row) for row in range(height)]
    finding_cells = _cells((*FINDING_COLUMNS, "row"), found)
    places: list[int] = finding_cells["row"]  # type: ignore[assignment]
    finding_cells["document"] = [document_cells["id"][place] for place in places]
    at = arrow.array(places, type=arrow.int64())
    return Tables(
        _made(schemas.documents, document_cells, kept),
        _made(schemas.findings, finding_cells, [column.take(at) for column in kept]),
    )


def nested(
    table: pyarrow.Table | pyarrow.RecordBatch, text: str = "text", source: str | None = None, **options: Any
) -> pyarrow.Table:
    """The same as one table: the documents, and as their last column `found`, a list of structs.

    Args:
        table, text, source, options: as for `check`.

    Raises:
        TypeError, ValueError, ImportError: as `check` does.
    """
    arrow = _pyarrow()
    documents, findings = check(table, text, source, **options)
    type = nested_schema(arrow.schema([]), options.get("config")).field(FOUND).type
    counts = [0] * documents.num_rows
    for place in findings["row"].to_pylist():
        counts[place] += 1
    ends = [0]
    for count in counts:
        ends.append(ends[-1] + count)
    children = [findings[field.name].combine_chunks() for field in type.value_type]
    lists = arrow.ListArray.from_arrays(
        arrow.array(ends, type=arrow.int32()),
        arrow.StructArray.from_arrays(children, fields=list(type.value_type)),
        type=type,
        mask=documents["error"].combine_chunks().is_valid(),
    )
    return documents.append_column(arrow.field(FOUND, type), lists)


def schema(keep: pyarrow.Schema | None = None, config: Config | None = None) -> Tables:
    """The schemas of what `check` gives, without checking anything.

    Args:
        keep: of the columns that are kept.
        config: how to check.

    Raises:
        ValueError: columns that cannot be kept together; a configuration that cannot be used.
        ImportError: pyarrow is not installed.
    """
    arrow = _pyarrow()
    with _LOCK:
        layout = Layout.of(_engine(config), [field.name for field in keep or ()])
    names = layout.kept
    kept = [field.with_name(names[field.name]) for field in keep or ()]
    families = {name: type for name, type in layout.columns("documents").items() if name.startswith(OF_FAMILY)}
    return Tables(arrow.schema([*fields({**DOCUMENTS, **families}), *kept]), arrow.schema([*fields(FINDINGS), *kept]))


def nested_schema(keep: pyarrow.Schema | None = None, config: Config | None = None) -> pyarrow.Schema:
    """The schema of what `nested` gives; see `schema`."""
    arrow = _pyarrow()
    inner = fields({name: type for name, type in FINDINGS.items() if name not in _OF_DOCUMENT})
    return schema(keep, config).documents.append(arrow.field(FOUND, arrow.list_(arrow.struct(inner))))


def signature(config: Config | None = None) -> str:
    """What the results of a configuration depend on; `signature` of the documents."""
    with _LOCK:
        return _engine(config).signature


_LOCK = Lock()  # threads of one process share its engines; they would take turns all the same


def _engine(config: Config | None) -> Engine:
    used = config or Config()
    return _made_ready(used, used.file, used.hash)


@lru_cache(_ENGINES)
def _made_ready(config: Config, _file: str | None, _hash: str) -> Engine:
    """The engine of a configuration; its file and what its tables say are more than it compares."""
    return Engine(config)


def _pyarrow() -> Any:
    if why := _NEEDED.missing:
        raise ImportError(f"mtqa.batch {why}")
    import pyarrow

    return pyarrow


def _column(table: pyarrow.Table, name: str) -> pyarrow.ChunkedArray:
    """A column.

    Raises:
        ValueError: it is not there, or twice.
    """
    places = table.schema.get_all_field_indices(name)
    if len(places) != 1:
        raise ValueError(f"several columns are called {name!r}" if places else no_column(name, table.column_names))
    return table.column(places[0])


def _texts(column: pyarrow.ChunkedArray, name: str, unread: dict[int, str]) -> list[str | None]:
    """Cells as texts; rows with a cell that is none are added to those that are nothing to check."""
    try:
        values = column.to_pylist()
    except Exception:  # one cell that Python cannot hold: broken UTF-8, a day beyond its calendar
        values = [_value(cell) for cell in column]
    return texts(values, name, unread)


def texts(values: Sequence[Any], name: str, unread: dict[int, str]) -> list[str | None]:
    """Values as texts.

    Args:
        values: of a column.
        name: of the column.
        unread: row -> why it is nothing to check; rows with a value that is no text are added.
    """
    made: list[str | None] = []
    for row, value in enumerate(values):
        try:
            made.append(as_text(value))
        except TypeError:
            kind = "what cannot be read" if isinstance(value, _Unread) else type(value).__name__
            unread.setdefault(row, one_line(f"column {name[:100]!r} must be a text, found {kind}"))
            made.append(None)
    return made


class _Unread:
    """A cell without a value in Python."""


def _value(cell: Any) -> Any:
    try:
        return cell.as_py()
    except Exception:  # see _texts
        return _Unread()


def _cells(names: Sequence[str], rows: Sequence[Row | None]) -> dict[str, list[Value]]:
    """Columns of rows; a row that is not there has no values."""
    none = (None,) * len(names)
    cells = zip(*(row or none for row in rows), strict=True) if rows else [()] * len(names)
    return {name: list(values) for name, values in zip(names, cells, strict=True)}


def _made(schema: pyarrow.Schema, cells: dict[str, list[Value]], kept: Sequence[pyarrow.ChunkedArray]) -> pyarrow.Table:
    """A table of columns of ours and, behind them, of others."""
    arrow = _pyarrow()
    own = len(schema) - len(kept)
    columns = [arrow.array(cells[field.name], type=field.type) for field in list(schema)[:own]]
    return arrow.Table.from_arrays([*columns, *kept], schema=schema)
