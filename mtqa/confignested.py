"""Configuration files in checked folders: what they may say, where the configuration of the run wants them (`nested`).

They lie beside the content, so whoever wrote that may have written them: they say how texts are to be read where the
run's configuration leaves it open, and they make the gate stricter. They run no code and loosen nothing.
"""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from mtqa.config import Config, ConfigError
from mtqa.configfile import NAMES, read_layer, read_table
from mtqa.configvalues import KEYS, NESTED_KEYS, PATH_KEYS, path_tables
from mtqa.finding import rank
from mtqa.perpath import PathTable, PathTables
from mtqa.values import dataclass

#: The name such a file has.
NAME = NAMES[0]

#: Files that are read, and bytes of each.
_MOST, _SIZE = 500, 2**16

_TABLE_KEYS = {"match": PATH_KEYS["match"], **NESTED_KEYS}
_KEYS = {**NESTED_KEYS, "path": KEYS["path"]._replace(read=partial(path_tables, keys=_TABLE_KEYS))}


@dataclass(frozen=True, slots=True)
class Nested:
    """The configuration of the run with what the files in checked folders add.

    Attributes:
        config: of the run, with their tables before its own.
        files: that were read.
        errors: (file, what is wrong, line) of those that cannot be used.
        warnings: lines of what they say and does not count.
    """

    config: Config
    files: tuple[str, ...] = ()
    errors: tuple[tuple[str, str, int | None], ...] = ()
    warnings: tuple[str, ...] = ()


def with_nested(config: Config, checked: Iterable[str]) -> Nested:
    """Add what files in the folders of the checked files say, below the folder of the run's configuration.

    Args:
        checked: files, as the user named them.
    """
    if not config.nested or config.file is None:
        return Nested(config)
    tables: list[PathTable] = []
    errors: list[tuple[str, str, int | None]] = []
    warnings: list[str] = []
    files = list(_files(os.path.dirname(os.path.abspath(config.file)), checked))
    if len(files) > _MOST:
        errors.append((files[_MOST], f"one of {len(files)} configurations in checked folders: {_MOST} are read", None))
    for file in files[:_MOST]:
        try:
            tables.extend(_allowed(table, config, warnings) for table in _tables(file))
        except ConfigError as error:
            found = re.match(r":([0-9]{1,9}): ", str(error).removeprefix(file))
            said = str(error).removeprefix(file).removeprefix(found[0] if found else ": ")
            errors.append((file, said, int(found[1]) if found else None))
    if not tables:
        return Nested(config, tuple(files), tuple(errors), tuple(warnings))
    paths = PathTables((*tables, *config.paths.tables))
    return Nested(dataclasses.replace(config, paths=paths), tuple(files), tuple(errors), tuple(warnings))


def _files(top: str, checked: Iterable[str]) -> Iterator[str]:
    """The files there are, the outer ones first."""
    folders: set[str] = set()
    for file in checked:
        if file == "-":
            continue
        folder = os.path.dirname(os.path.abspath(file))
        while folder not in folders and folder != top and folder.startswith(top.rstrip(os.sep) + os.sep):
            folders.add(folder)
            folder = os.path.dirname(folder)
    for folder in sorted(folders):
        path = os.path.join(folder, NAME)
        if os.path.lexists(path):
            yield os.path.relpath(path)


def _tables(file: str) -> list[PathTable]:
    """What a file says for its folder, then for files in it.

    Raises:
        ConfigError: a file that cannot be used.
    """
    path = Path(file)
    if not path.is_file():
        raise ConfigError(f"{file}: is no regular file; take it out")
    if path.stat().st_size > _SIZE:
        raise ConfigError(f"{file}: larger than {_SIZE >> 10} KiB; a configuration is not")
    layer = read_layer(path, read_table(path) or {}, _KEYS)
    inner: tuple[PathTable, ...] = layer.values.pop("paths", ())
    for table in inner:
        if ".." in table.match.split("/"):
            where = next(iter(table.places.values()), file)
            raise ConfigError(
                f"{where}: path: match: {table.match!r} leads out of the folder, for which alone it counts"
            )
    places = {key.replace("-", "_"): where for key, where in layer.places.items()}
    whole = PathTable(**layer.values, folder=str(path.parent.absolute()), places=places)
    return [whole, *inner] if layer.values else list(inner)


def _allowed(table: PathTable, config: Config, warnings: list[str]) -> PathTable:
    """The table without what the run's configuration says for all, and without what would loosen the gate."""
    drop: dict[str, str] = {}
    for name in ("language", "source_language", "register"):
        said = getattr(config, name)
        if getattr(table, name) not in (None, said) and said is not None:
            drop[name] = f"the configuration of the run says {said}"
    if table.register == "informal" and "register" not in drop:
        drop["register"] = "fewer rules would run than the configuration of the run wants"
    for name in ("fail_under", "warn_under"):
        value, least = getattr(table, name), getattr(config, name)
        if value is not None and value < least:
            drop[name] = f"{value:g} is below the {least:g} of the run's configuration"
    if table.fail_on is not None:
        mine = 99 if table.fail_on == "never" else rank(table.fail_on)
        if mine > (99 if config.fail_on is None else rank(config.fail_on)):
            drop["fail_on"] = (
                f"{table.fail_on} is milder than the {config.fail_on or 'never'} of the run's configuration"
            )
    strictest = {name: place for place, name in enumerate(("ignore", "warn", "fail"))}
    if table.poor is not None and strictest[table.poor] < strictest[config.poor]:
        drop["poor"] = f"{table.poor} is milder than the {config.poor} of the run's configuration"
    for name, why in sorted(drop.items()):
        key = name.replace("_", "-")
        where = table.places.get(name, NAME)
        warnings.append(f"{where}: {key}: does not count: {why}; a [[path]] table there can say so")
    return dataclasses.replace(table, **dict.fromkeys(drop))  # type: ignore[arg-type]
