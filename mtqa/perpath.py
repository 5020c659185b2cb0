"""Settings that the configuration gives for some of the files: `[[path]]` tables."""

from __future__ import annotations

import dataclasses
import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache

from mtqa.segment import Register


@dataclass(frozen=True, slots=True)
class PathTable:
    """What is set for the files that match.

    Args:
        match: pattern of paths relative to the configuration's folder, with `/`: `*`, `?` and `[…]` within a name,
            `**` for any number of folders; one that ends in `/` stands for all in that folder.
        register: of the texts; `None`, as for the others: not set here.
        language: that the targets must be in, BCP 47.
        source_language: the same of the sources.
        encoding: of the files, where they do not say themselves.
    """

    match: str = "**"
    register: Register | None = None
    language: str | None = None
    source_language: str | None = None
    encoding: str | None = None

    def fits(self, parts: list[str]) -> bool:
        """Whether a path, given by its names, matches."""
        places = {0}
        for name in (self.match + "**" if self.match.endswith("/") else self.match).split("/"):
            if name == "**":
                places = set(range(min(places), len(parts) + 1))
            elif name != ".":
                places = {i + 1 for i in places if i < len(parts) and fnmatchcase(parts[i], name)}
            if not places:
                return False
        return len(parts) in places


@dataclass(frozen=True, slots=True)
class PathTables:
    """All tables, and the folder their patterns begin at.

    Args:
        tables: as they stand in the configuration; a later one goes before an earlier one, key by key.
        folder: of the configuration; "" for the current one.
    """

    tables: tuple[PathTable, ...] = ()
    folder: str = ""

    def at(self, path: str | None) -> PathTable:
        """Everything that is set for a file.

        Args:
            path: as the user named it; "-" (standard input) and `None` match nothing.
        """
        return _at(self, path) if self.tables and path not in (None, "-") else _NOTHING


_NOTHING = PathTable()


@lru_cache(maxsize=64)
def _at(tables: PathTables, path: str) -> PathTable:
    try:
        parts = os.path.relpath(path, tables.folder or None).split(os.sep)
    except ValueError:  # on another drive
        return _NOTHING
    found = _NOTHING
    for table in tables.tables:
        if table.fits(parts):
            values = ((field.name, getattr(table, field.name)) for field in dataclasses.fields(table))
            found = dataclasses.replace(found, **{name: value for name, value in values if value is not None})
    return found
