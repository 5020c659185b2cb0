"""Files that hold tables: which kind a name stands for, and what writes it.

CSV and Parquet hold one table a file; a workbook and a database hold all that are written to them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from typing import IO, Literal, Protocol

from mtqa.extras import Extra
from mtqa.tables.columns import Table, Type
from mtqa.tables.rows import Row

Kind = Literal["csv", "xlsx", "parquet", "sqlite"]

#: What a name ends in, for each kind; any other name is CSV.
_SUFFIXES: Mapping[str, Kind] = {
    ".xlsx": "xlsx",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}
#: Kinds that take several tables.
MANY: frozenset[Kind] = frozenset(("xlsx", "sqlite"))

_EXTRAS: Mapping[Kind, Extra] = {
    "xlsx": Extra("mtqa[xlsx]", (("xlsxwriter", "XlsxWriter"), ("openpyxl", "openpyxl"))),
    "parquet": Extra("mtqa[parquet]", (("pyarrow", "pyarrow"),)),
}

_WRITERS: Mapping[Kind, str] = {
    "csv": "mtqa.tables.csvfile:CsvFile",
    "xlsx": "mtqa.tables.xlsx:Workbook",
    "parquet": "mtqa.tables.parquet:ParquetFile",
    "sqlite": "mtqa.tables.sqlite:Database",
}


class TableError(ValueError):
    """Tables that a file cannot hold, or that are not in it; the message says what to do, in one line."""


class Writer(Protocol):
    """Writes tables into one file."""

    def add(self, table: Table, row: Row) -> None:
        """Write a row.

        Raises:
            TableError: the file cannot hold it.
        """

    def close(self, run: Mapping[str, str]) -> None:
        """Write what is left; the stream stays open.

        Args:
            run: what is known of the run as a whole, for kinds that hold it.
        """

    @property
    def notes(self) -> list[str]:
        """What could not be written as it is, in lines for people."""


def kind_of(file: str) -> Kind:
    """The kind that a name stands for."""
    return _SUFFIXES.get(os.path.splitext(file)[1].lower(), "csv")


def missing(kind: Kind) -> str | None:
    """Why a kind cannot be written or read, or `None`: what it needs is there."""
    return _EXTRAS[kind].missing if kind in _EXTRAS else None


def writer(kind: Kind, stream: IO[bytes], tables: Mapping[Table, Mapping[str, Type]]) -> Writer:
    """What writes a file of a kind.

    Args:
        stream: at its beginning.
        tables: those that the file gets, with their columns.
    """
    module, _, name = _WRITERS[kind].partition(":")
    made: Writer = getattr(import_module(module), name)(stream, tables)
    return made
