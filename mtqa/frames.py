"""Texts in a data frame checked: a row a text in, a row a document and a row a finding out. pandas and Polars alike."""

from __future__ import annotations

import datetime
import difflib
import numbers
import warnings
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mtqa.document import Document, Problem
from mtqa.lazy import regex
from mtqa.readers.base import MAX_LINE, ReadError, ReadOptions
from mtqa.readers.jsonl import document_from_record
from mtqa.tables.columns import Layout, Type
from mtqa.tables.rows import Row, Rows
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from mtqa.config import Config
    from mtqa.engine import Engine
    from mtqa.report import DocumentReport

#: The file that the documents of a frame are said to come from.
PATH = "frame"

_HALF = regex("[\ud800-\udfff]")


class Tables(NamedTuple):
    """What was found in a frame.

    Attributes:
        documents: a row for each row of the frame, in its order and with its index; columns as in docs/csv.md.
        findings: a row a finding; `row` is the place of its text in the frame, from 0.
    """

    documents: Any
    findings: Any

    def _repr_html_(self) -> str:
        """Both tables, as notebooks show frames."""
        parts = []
        for name, table in zip(self._fields, self, strict=True):
            parts += [f"<p><b>{name}</b></p>", table._repr_html_()]
        return "".join(parts)


def frame(
    table: Any,
    text: Hashable = "text",
    source: Hashable | None = None,
    *,
    id: Hashable | None = None,
    reference: Hashable | None = None,
    title: Hashable | None = None,
    date: Hashable | None = None,
    language: str = "en",
    source_language: str | None = None,
    keep: Sequence[Hashable] = (),
    config: Config | None = None,
    jobs: int = 1,
) -> Tables:
    """Check the texts of a data frame; the frame itself is not changed.

    Args:
        table: of pandas or Polars; what comes back is of the same kind.
        text: column of the translations, a story or a translation unit each.
        source, reference, title, date: columns of what belongs to them, `None` for none.
        id: column of the ids; `None` to take those of the index, or the number of the row.
        language, source_language: BCP 47 tags of the translations and of their sources.
        keep: columns to carry along into both tables, as they are.
        config: how to check.
        jobs: number of processes.

    A row whose text is missing (NaN, None, NA) or empty is `unchecked`. Numbers are read as people write them.

    Raises:
        TypeError: no data frame, or a cell that is no text.
        ValueError: a column that is not there, or twice.
    """
    from mtqa.engine import Engine

    made = _Polars(table) if _kind(table) == "polars" else _Pandas(table)
    engine = Engine(config)
    named = {"text": text, "source": source, "reference": reference, "title": title, "date": date, "id": id}
    columns = {role: _texts(made.values(name), name) for role, name in named.items() if name is not None}
    columns.setdefault("id", made.ids())
    aside = dict(zip((str(name) for name in keep), (made.column(name) for name in keep), strict=True))
    layout = Layout.of(engine, list(aside))
    options = ReadOptions(language=language, source_language=source_language)
    rows = Rows(layout, engine.signature)
    whole: list[Row] = [(None,) * len(layout.columns("documents"))] * made.height
    found: list[Row] = []
    places: list[int] = []
    for place, item in examined(engine, columns, made.height, options, jobs):
        if isinstance(item, Problem):
            warnings.warn(f"mtqa: {item}", RuntimeWarning, stacklevel=2)
            continue
        for failure in item.failures:
            what = (
                f"mtqa: rule {failure.rule} crashed on {failure.document!r} ({failure.error}): its findings are missing"
            )
            warnings.warn(what, RuntimeWarning, stacklevel=2)
        for of, row in rows.of(item):
            if of == "documents":
                whole[place] = row
            elif of == "findings":
                found.append(row)
                places.append(place)
    kept = {layout.kept[name]: column for name, column in aside.items()}
    return Tables(
        made.made(whole, layout.columns("documents"), kept),
        made.made(found, layout.columns("findings"), kept, places),
    )


def examined(
    engine: Engine,
    columns: Mapping[str, Sequence[str | None]],
    height: int,
    options: ReadOptions,
    jobs: int = 1,
    unread: Mapping[int, str] | None = None,
) -> Iterator[tuple[int, DocumentReport | Problem]]:
    """Rows and what came of them, in order; a row that the configuration leaves out is not among them.

    Args:
        engine: made ready.
        columns: texts by role: `id`, `text`, and `source`, `reference`, `title`, `date` where there are any.
        height: number of rows.
        options: language of the texts and of their sources.
        jobs: number of processes.
        unread: rows that are nothing to check, and why.
    """
    why = unread or {}
    documents = (
        Problem(PATH, why[row], entry=row + 1) if row in why else _document(columns, row, options)
        for row in range(height)
    )
    for item in engine.run(documents, jobs):
        entry = item.entry if isinstance(item, Problem) else item.document.entry
        assert entry is not None  # each was given one above
        yield entry - 1, item


def _kind(table: Any) -> str:
    return type(table).__module__.partition(".")[0]


def _document(columns: Mapping[str, Sequence[str | None]], row: int, options: ReadOptions) -> Document | Problem:
    """The document of a row; a unit where there is a source or a reference, else a story."""
    record: dict[str, object] = {role: texts[row] for role, texts in columns.items()}
    record["id"] = record["id"] or str(row + 1)
    long = next((role for role, texts in columns.items() if len(texts[row] or "") > MAX_LINE), None)
    if long is not None:
        return Problem(PATH, f"the {long} is longer than {MAX_LINE:,} characters: part it", entry=row + 1)
    text = record.pop("text") or ""
    record["target" if "source" in columns or "reference" in columns else "text"] = text
    try:
        return document_from_record(record, PATH, options, entry=row + 1)
    except ReadError as error:
        return error.problem(PATH)


def _texts(values: Sequence[Any], name: Hashable) -> list[str | None]:
    """Cells as texts.

    Raises:
        TypeError: a cell that is no text.
    """
    texts = []
    for row, value in enumerate(values):
        try:
            texts.append(as_text(value))
        except TypeError:
            what = f"column {name!r}, row {row}: must be a text, found {type(value).__name__}"
            raise TypeError(what) from None
    return texts


def as_text(value: Any) -> str | None:
    """A cell as people write it; `None` where it is missing.

    Raises:
        TypeError: no text, number or time.
    """
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return None
    if isinstance(value, datetime.date):  # and datetime
        return value.isoformat()[:10]
    if type(value).__name__ == "datetime64":  # numpy's
        return None if str(value) == "NaT" else str(value)[:10]
    if isinstance(value, numbers.Number):
        if value != value:  # not a number
            return None
        if isinstance(value, numbers.Integral) and not isinstance(value, bool):
            return str(int(value))
        if isinstance(value, numbers.Real) and not isinstance(value, bool):
            number = float(value)
            return str(int(number)) if number.is_integer() else str(number)
        return str(value)
    raise TypeError


class _Pandas:
    """A frame of pandas."""

    def __init__(self, table: Any) -> None:
        import pandas

        if not isinstance(table, pandas.DataFrame):
            raise TypeError(f"a DataFrame of pandas or Polars is wanted, found {type(table).__name__}")
        self._table = table
        self.height = len(table)

    def column(self, name: Hashable) -> Any:
        """A column.

        Raises:
            ValueError: it is not there, or twice.
        """
        if name not in self._table.columns:
            raise ValueError(no_column(name, [str(one) for one in self._table.columns]))
        column = self._table[name]
        if column.ndim != 1:
            raise ValueError(f"several columns are called {name!r}: rename them, or give the whole name")
        return column

    def values(self, name: Hashable) -> list[Any]:
        """The cells of a column."""
        found: list[Any] = self.column(name).astype(object).tolist()
        return found

    def ids(self) -> list[str | None]:
        """The labels of the rows."""
        labels = self._table.index.tolist()
        return [
            "/".join(as_text(part) or "" for part in label) if isinstance(label, tuple) else as_text(label)
            for label in labels
        ]

    def made(
        self, rows: Sequence[Row], types: Mapping[str, Type], kept: Mapping[str, Any], places: list[int] | None = None
    ) -> Any:
        """A frame of rows, with the index of the texts that they are of."""
        from mtqa.tables.reading import typed

        cells = zip(*rows, strict=True) if rows else [()] * len(types)
        table = typed(dict(zip(types, cells, strict=True)), types)
        at = list(range(self.height)) if places is None else places
        for name, column in kept.items():
            table[name] = column.iloc[at].array
        if places is not None:
            table["row"] = places
            table["row"] = table["row"].astype("Int64")
        table.index = self._table.index.take(at)
        return table


class _Polars:
    """A frame of Polars."""

    def __init__(self, table: Any) -> None:
        import polars

        if isinstance(table, polars.LazyFrame):
            table = table.collect()
        if not isinstance(table, polars.DataFrame):
            raise TypeError(f"a DataFrame of pandas or Polars is wanted, found {type(table).__name__}")
        self._table = table
        self.height = table.height

    def column(self, name: Hashable) -> Any:
        """A column.

        Raises:
            ValueError: it is not there.
        """
        if name not in self._table.columns:
            raise ValueError(no_column(name, self._table.columns))
        return self._table.get_column(str(name))

    def values(self, name: Hashable) -> list[Any]:
        """The cells of a column."""
        found: list[Any] = self.column(name).to_list()
        return found

    def ids(self) -> list[str | None]:
        """The numbers of the rows."""
        return [str(row) for row in range(self.height)]

    def made(
        self, rows: Sequence[Row], types: Mapping[str, Type], kept: Mapping[str, Any], places: list[int] | None = None
    ) -> Any:
        """A frame of rows."""
        import polars

        of = {"text": polars.String, "integer": polars.Int64, "decimal": polars.Float64, "date": polars.Date}
        cells = zip(*rows, strict=True) if rows else [()] * len(types)
        columns = [
            kept[name].gather(range(self.height) if places is None else places).alias(name)
            if name in kept
            else polars.Series(name, values, dtype=of[type])
            for (name, type), values in zip(types.items(), cells, strict=True)
        ]
        if places is not None:
            columns.append(polars.Series("row", places, dtype=polars.Int64))
        return polars.DataFrame(columns)


def no_column(name: Hashable, columns: Sequence[str]) -> str:
    """What to say of a column that is not there."""
    near = difflib.get_close_matches(str(name), columns, 1, 0.5)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    shown = ", ".join(column[:40] for column in columns[:20]) + (", …" if len(columns) > 20 else "")
    return f"no column {name!r}{hint} (columns: {shown})"
