"""The columns of the tables; docs/csv.md says what each holds. New ones come last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from mtqa.reporters.cells import UNIT_COLUMNS, one_line
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.engine import Engine

#: What a column holds; a decimal has two places.
Type = Literal["text", "integer", "decimal", "date"]
Table = Literal["documents", "findings", "rules"]
TABLES: tuple[Table, ...] = get_args(Table)

DOCUMENT_COLUMNS: Mapping[str, Type] = MappingProxyType(
    {
        "id": "text",
        "path": "text",
        "entry": "integer",
        "title": "text",
        "language": "text",
        "source_language": "text",
        "date": "date",
        "words": "integer",
        "segments": "integer",
        "findings": "integer",
        "neutral": "integer",
        "minor": "integer",
        "major": "integer",
        "critical": "integer",
        "penalty": "integer",
        "score": "decimal",
        "verdict": "text",
        "readability": "text",
        "readability_value": "decimal",
        "readability_low": "decimal",
        "readability_high": "decimal",
        "estimate": "decimal",
        "estimate_low": "decimal",
        "estimate_high": "decimal",
        "bleu": "decimal",
        "chrf": "decimal",
        "ter": "decimal",
        "signature": "text",
        "document_key": "text",
        "penalty_per_100": "decimal",
        "rules_run": "integer",
        "rules_skipped": "integer",
        "rules_set": "text",
    }
)

FINDING_COLUMNS: Mapping[str, Type] = MappingProxyType(
    {
        "document": "text",
        "path": "text",
        "rule": "text",
        "category": "text",
        "severity": "text",
        "segment": "integer",
        "start": "integer",
        "end": "integer",
        "line": "integer",
        "column": "integer",
        "text": "text",
        "message": "text",
        "suggestions": "text",
        "evidence": "text",
        **dict.fromkeys(UNIT_COLUMNS, "text"),
        "document_key": "text",
        "sentence": "text",
    }
)

RULE_COLUMNS: Mapping[str, Type] = MappingProxyType(
    {
        "document_key": "text",
        "document": "text",
        "path": "text",
        "rule": "text",
        "family": "text",
        "findings": "integer",
        "neutral": "integer",
        "minor": "integer",
        "major": "integer",
        "critical": "integer",
        "penalty": "integer",
    }
)

#: Before the name of a family, in the documents.
OF_FAMILY = "findings_"
#: Before the name of a kept column that would be called as one of ours.
OF_INPUT = "input_"
#: Columns of the input that may be kept.
MOST_KEPT = 100
_LONGEST = 100
#: Names that mean something else in a table: of frames, of batches, and of SQLite.
_TAKEN = ("row", "error", "found", "rowid", "oid", "_rowid_")


class ColumnError(ValueError):
    """Columns that cannot stand in one table; the message says why, in one line."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the tables of one run have beside their fixed columns.

    Args:
        keep: columns, or fields, of the input that are carried along, as the user names them.
        families: of all rules that are installed, so that the columns do not depend on the selection.
        rules: ids of the rules of the run.
    """

    keep: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    rules: frozenset[str] = frozenset()

    @classmethod
    def of(cls, engine: Engine, keep: Sequence[str] = ()) -> Layout:
        """The layout of an engine's run.

        Raises:
            ColumnError: two kept columns would be called the same, or there are too many.
        """
        families = sorted({rule.id.partition("/")[0] for rule in engine.rule_set.rules})
        made = cls(tuple(keep), tuple(families), frozenset(rule.id for rule in engine.rules))
        _ = made.kept
        return made

    @property
    def kept(self) -> dict[str, str]:
        """Name in the input -> name of the column.

        Raises:
            ColumnError: see `of`.
        """
        if len(self.keep) > MOST_KEPT:
            raise ColumnError(f"{len(self.keep)} columns to keep; {MOST_KEPT} are the most")
        ours = {*DOCUMENT_COLUMNS, *FINDING_COLUMNS, *_TAKEN}
        named: dict[str, str] = {}
        for name in self.keep:
            column = one_line(name).strip()[:_LONGEST] or "column"
            if column.lower() in ours or column.lower().startswith(OF_FAMILY):
                column = OF_INPUT + column
            for other, taken in named.items():
                if taken.lower() == column.lower():
                    raise ColumnError(f"the kept columns {other!r} and {name!r} would both be called {column!r}")
            named[name] = column
        return named

    def columns(self, table: Table) -> dict[str, Type]:
        """Name -> type, in order."""
        if table == "rules":
            return dict(RULE_COLUMNS)
        kept: dict[str, Type] = dict.fromkeys(self.kept.values(), "text")
        if table == "findings":
            return {**FINDING_COLUMNS, **kept}
        families: dict[str, Type] = dict.fromkeys(self._families, "integer")
        return {**DOCUMENT_COLUMNS, **families, **kept}

    @property
    def _families(self) -> Iterable[str]:
        return [OF_FAMILY + family for family in self.families]
