"""Settings that the configuration gives for some of the files: `[[path]]` tables."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping, Sequence
from dataclasses import field
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Literal

from mtqa.finding import Severity
from mtqa.segment import Register
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.score import Poor

#: Rule id or family -> what its findings weigh; sorted, so that it can be told from others.
Severities = tuple[tuple[str, Severity], ...]


def steps(path: str, folder: str) -> list[str] | None:
    """The names a path is made of, as seen from a folder (empty: the current one); `None` on another drive."""
    try:
        return os.path.relpath(path, folder or None).split(os.sep)
    except ValueError:
        return None


def fits(pattern: str, parts: Sequence[str]) -> bool:
    """Whether a path, given by its names, matches a pattern.

    Args:
        pattern: with `/`: `*`, `?` and `[…]` within a name, `**` for any number of folders below; one that ends in `/`
            stands for all in that folder.
    """
    places = {0}
    for name in (pattern + "**" if pattern.endswith("/") else pattern).split("/"):
        if name == "**":
            last = next((i for i in range(min(places), len(parts)) if parts[i] == ".."), len(parts))
            places = set(range(min(places), last + 1))
        elif name != ".":
            places = {i + 1 for i in places if i < len(parts) and _named(parts[i], name)}
        if not places:
            return False
    return len(parts) in places


def _named(part: str, name: str) -> bool:
    """Whether a name matches; only `..` leads out of a folder."""
    return part == name if part == ".." else fnmatchcase(part, name)


def overlaid(below: Severities | None, above: Severities | None) -> Severities:
    """Severities of rules, those above in place of those below."""
    return tuple(sorted((dict(below or ()) | dict(above or ())).items()))


@dataclass(frozen=True, slots=True)
class PathTable:
    """What is set for the files that match.

    Args:
        match: pattern of paths, see `fits`.
        register: of the texts; `None`, as for the others: not set here.
        language: that the targets must be in, BCP 47.
        source_language: the same of the sources.
        encoding: of the files, where they do not say themselves.
        select: rules that run, in place of those for all.
        ignore: rules that do not run, beside those for all.
        severity: of rules, before that for all.
        min_severity, fail_under, warn_under, poor: see `mtqa.config.Config`.
        fail_on: the same, or "never".
        folder: the pattern begins at, absolute; "" for the current one.
        places: `FILE:LINE` of each key; changes no result.
    """

    match: str = "**"
    register: Register | None = None
    language: str | None = None
    source_language: str | None = None
    encoding: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Severities | None = None
    min_severity: Severity | None = None
    fail_under: float | None = None
    warn_under: float | None = None
    fail_on: Severity | Literal["never"] | None = None
    poor: Poor | None = None
    folder: str = ""
    places: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def said(self) -> dict[str, object]:
        """What is set, by the name of the field."""
        values = ((name, getattr(self, name)) for name in SETTINGS)
        return {name: value for name, value in values if value is not None}

    def over(self, below: PathTable) -> PathTable:
        """Both tables in one; where both set something this one counts, but for what adds up."""
        said = self.said
        if self.ignore is not None:
            said["ignore"] = (*(below.ignore or ()), *self.ignore)
        if self.severity is not None:
            said["severity"] = overlaid(below.severity, self.severity)
        return dataclasses.replace(below, **said)  # type: ignore[arg-type]


#: What a table may set.
SETTINGS = tuple(one.name for one in dataclasses.fields(PathTable) if one.name not in ("match", "folder", "places"))

_NOTHING = PathTable()

#: Files whose tables are remembered.
_FILES = 64


@dataclass(frozen=True, slots=True)
class PathTables:
    """All tables.

    Args:
        tables: a later one goes before an earlier one, key by key.
    """

    tables: tuple[PathTable, ...] = ()
    _fitting: dict[str, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def fitting(self, path: str | None) -> tuple[int, ...]:
        """The numbers of the tables that are for a file.

        Args:
            path: as the user named it; "-" (standard input) and `None` match nothing.
        """
        if not self.tables or path is None or path == "-":
            return ()
        found = self._fitting.get(path)
        if found is None:
            if len(self._fitting) >= _FILES:
                self._fitting.clear()
            parts = {folder: steps(path, folder) for folder in {table.folder for table in self.tables}}
            found = tuple(
                number
                for number, table in enumerate(self.tables)
                if (names := parts[table.folder]) is not None and fits(table.match, names)
            )
            self._fitting[path] = found
        return found

    def joined(self, numbers: Sequence[int]) -> PathTable:
        """What some of the tables come to."""
        made = _NOTHING
        for number in numbers:
            made = self.tables[number].over(made)
        return made

    def at(self, path: str | None) -> PathTable:
        """Everything that is set for a file."""
        return self.joined(self.fitting(path))

    def without(self, names: Sequence[str]) -> PathTables:
        """The tables without some settings, which were made in another way."""
        if not names or not self.tables:
            return self
        return PathTables(tuple(dataclasses.replace(one, **dict.fromkeys(names)) for one in self.tables))  # type: ignore[arg-type]
