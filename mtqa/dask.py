"""Texts in a frame of Dask checked, partition by partition: `mtqa.dask.check(df)`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mtqa import batch
from mtqa.config import Config

if TYPE_CHECKING:
    import pandas
    import pyarrow
    from dask import dataframe

__all__ = ["check"]

#: Column that says why a row is none.
_WRONG = "mtqa: wrong"


def check(
    df: dataframe.DataFrame,
    text: str = "text",
    source: str | None = None,
    *,
    keep: Sequence[str] = (),
    config: Config | None = None,
    **options: Any,
) -> dataframe.DataFrame:
    """Check the texts of a frame of Dask: a row a document, with its findings as the column `found`.

    Args:
        df: the frame; what comes back has its partitions and its index.
        text, source, keep, config, options: as for `mtqa.batch.check`, without `jobs`.

    Columns have Arrow's types, so that a missing number stays one.

    Raises:
        TypeError, ValueError, ImportError: as `mtqa.batch.check` does.
    """
    options |= {"source": source, "keep": tuple(keep), "config": config}
    meta = _checked(df._meta, text, options)
    return df.map_partitions(_checked, text, options, meta=meta)


def _checked(table: pandas.DataFrame, text: str, options: dict[str, Any]) -> pandas.DataFrame:
    """What is done with a partition."""
    import pandas

    rows, unread = _arrow(table)
    if unread:
        import pyarrow

        broken = options.get("broken")
        said = rows[broken].to_pylist() if broken else [None] * len(table)
        rows = rows.append_column(_WRONG, pyarrow.array([one or unread.get(row) for row, one in enumerate(said)]))
        options = {**options, "broken": _WRONG}
    made: pandas.DataFrame = batch.nested(rows, text, **options).to_pandas(types_mapper=pandas.ArrowDtype)
    made.index = table.index
    return made


def _arrow(table: pandas.DataFrame) -> tuple[pyarrow.Table, dict[int, str]]:
    """A partition as an Arrow table, and why rows are nothing to check; what Arrow has no type for is text there."""
    import pyarrow

    columns = {}
    unread: dict[int, str] = {}
    for name in table.columns:
        try:
            columns[name] = pyarrow.array(table[name], from_pandas=True)
        except (pyarrow.ArrowException, TypeError, ValueError):  # cells of several types, half a character
            columns[name] = pyarrow.array(batch.texts(table[name].tolist(), name, unread), pyarrow.string())
    return pyarrow.table(columns), unread
