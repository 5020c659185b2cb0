"""What Arrow calls the columns of the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mtqa.tables.columns import Type

if TYPE_CHECKING:
    import pyarrow


def fields(columns: Mapping[str, Type]) -> list[pyarrow.Field]:
    """The fields of columns."""
    import pyarrow

    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "decimal": pyarrow.float64(),
        "date": pyarrow.date32(),
    }
    return [pyarrow.field(name, types[type]) for name, type in columns.items()]
