"""Texts checked in SQL: `mtqa.duck.register(connection)`, then `SELECT mtqa_check(body).score FROM stories`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mtqa import batch
from mtqa.config import Config

if TYPE_CHECKING:
    import duckdb

__all__ = ["COLUMNS", "register"]

#: Fields of what the functions give; docs/csv.md says what each holds.
COLUMNS = ("words", "findings", "penalty", "score", "verdict", "error", "found")


def register(
    connection: duckdb.DuckDBPyConnection,
    name: str = "mtqa_check",
    *,
    language: str = "en",
    source_language: str | None = None,
    config: Config | None = None,
) -> None:
    """Give a connection `NAME(text)` and, for texts beside their source, `NAME_pair(text, source)`.

    Both give a struct of `COLUMNS`; `found` is a list of structs, a finding each.

    Args:
        connection: of DuckDB.
        name: of the function.
        language, source_language, config: as for `mtqa.batch.check`.

    Raises:
        ValueError: a configuration that cannot be used.
        ImportError: a package that is not installed.
        duckdb.CatalogException: there is a function of that name.
    """
    schema = batch.nested_schema(None, config)
    type = _struct([schema.field(column) for column in COLUMNS])
    options = {"language": language, "source_language": source_language, "config": config}
    for called, roles in ((name, ("text",)), (f"{name}_pair", ("text", "source"))):
        connection.create_function(
            called,
            _of(roles, options),
            ["VARCHAR"] * len(roles),
            type,
            type="arrow",
            null_handling="special",  # a missing text is unchecked
        )


def _of(roles: tuple[str, ...], options: dict[str, Any]) -> Any:
    """What DuckDB calls with columns of texts."""
    if len(roles) == 1:
        return lambda text: _checked((text,), roles, options)
    return lambda text, source: _checked((text, source), roles, options)


def _checked(columns: tuple[Any, ...], roles: tuple[str, ...], options: dict[str, Any]) -> Any:
    import pyarrow

    made = batch.nested(pyarrow.table(list(columns), names=list(roles)), *roles, **options)
    return made.select(COLUMNS).to_struct_array()


def _struct(fields: Any) -> Any:
    import duckdb

    return duckdb.struct_type({field.name: _type(field.type) for field in fields})


def _type(type: Any) -> Any:
    """What DuckDB calls a type of Arrow."""
    import duckdb
    from pyarrow import types

    if types.is_list(type):
        return duckdb.list_type(_type(type.value_type))
    if types.is_struct(type):
        return _struct(type)
    return duckdb.type({"int64": "BIGINT", "double": "DOUBLE", "date32[day]": "DATE"}.get(str(type), "VARCHAR"))
