"""Texts in a frame of Spark checked: `mtqa.spark.check(df)`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from mtqa import batch
from mtqa.config import Config
from mtqa.cycles import look_rarely
from mtqa.frames import no_column

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

__all__ = ["check"]


def check(
    df: DataFrame,
    text: str = "text",
    source: str | None = None,
    *,
    keep: Sequence[str] = (),
    config: Config | None = None,
    exploded: bool = False,
    **options: Any,
) -> DataFrame:
    """Check the texts of a frame of Spark; each worker loads the rules once.

    Args:
        df: the frame.
        text, source, keep, config: as for `mtqa.batch.check`.
        options: what else `mtqa.batch.check` takes: `id`, `reference`, `title`, `date`, `broken`, `language`,
            `source_language`.
        exploded: a row a finding, with the document's id and what is kept; else a row a document, with its findings as
            the column `found`.

    Raises:
        TypeError: an option that there is not.
        ValueError: a column that is not there; a configuration that cannot be used.
        ImportError: a package that is not installed.
    """
    import pyarrow
    from pyspark.sql import functions, types
    from pyspark.sql.pandas.types import from_arrow_schema

    wanted = [text, source, *keep, *(options.get(role) for role in _COLUMNS)]
    columns = list(dict.fromkeys(name for name in wanted if name is not None))
    for name in columns:
        if name not in df.columns:
            raise ValueError(no_column(name, df.columns))
    options |= {"source": source, "keep": tuple(keep), "config": config}
    batch.check(pyarrow.table({name: pyarrow.array([], pyarrow.string()) for name in columns}), text, **options)
    own = from_arrow_schema(batch.nested_schema(None, config)).fields
    names = batch.nested_schema(pyarrow.schema([(name, pyarrow.string()) for name in keep]), config).names
    kept = [
        types.StructField(new, df.schema[name].dataType)
        for name, new in zip(keep, names[len(own) - 1 : -1], strict=True)
    ]
    taken = [functions.col(_quoted(name)).alias(f"c{number}") for number, name in enumerate(columns)]
    made = df.select(
        *taken
    ).mapInArrow(  # whose names must be plain
        partial(_checked, columns, text, options), types.StructType([*own[:-1], *kept, own[-1]])
    )
    if not exploded:
        return made
    shown = [functions.col(_quoted(field.name)) for field in kept]
    return made.select(functions.col("id").alias("document"), functions.inline("found"), *shown)


#: Options that name a column.
_COLUMNS = ("id", "reference", "title", "date", "broken")


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


def _checked(
    columns: list[str], text: str, options: dict[str, Any], batches: Iterable[pyarrow.RecordBatch]
) -> Iterator[pyarrow.RecordBatch]:
    """What a worker does with the batches of a partition."""
    look_rarely()
    for one in batches:
        yield from batch.nested(one.rename_columns(columns), text, **options).to_batches()
