"""`import mtqa.polars` gives every DataFrame of Polars an `mtqa`: `df.mtqa.check(text="body")`."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import polars

from mtqa.frames import Tables, frame

__all__ = ["Checker"]


@polars.api.register_dataframe_namespace("mtqa")
class Checker:
    """What `df.mtqa` can do.

    Args:
        table: the DataFrame.
    """

    def __init__(self, table: polars.DataFrame) -> None:
        self._table = table

    def check(self, text: Hashable = "text", source: Hashable | None = None, **options: Any) -> Tables:
        """Check its texts; see `mtqa.frame` for what may be said."""
        return frame(self._table, text, source, **options)
