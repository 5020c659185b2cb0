"""Reads the configuration: `[tool.mtqa]` in pyproject.toml, or mtqa.toml with the same keys at its top."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mtqa.config import Config, ConfigError
from mtqa.configplace import Way, at, lines
from mtqa.configvalues import KEYS, Key, nearest
from mtqa.gate import Gate
from mtqa.perpath import PathTable, PathTables, overlaid
from mtqa.readers.one import named_pipe
from mtqa.suppress import Suppression
from mtqa.values import dataclass

NAMES = ("mtqa.toml", "pyproject.toml")

#: Files that may stand behind one another by `extends`.
_CHAIN = 8

#: Keys whose field has another name.
_FIELDS = MappingProxyType({"path": "paths"})


def load_config(start: Path | None = None, explicit: Path | None = None) -> Config:
    """The configuration of a run.

    Args:
        start: folder the search begins in; the nearest folder upward that has an mtqa.toml, or a pyproject.toml
            with a table `[tool.mtqa]`, decides. `None` searches nowhere.
        explicit: read this file instead, either kind.

    Returns:
        The configuration, relative paths made absolute; the defaults where no file is found.

    Raises:
        ConfigError: a file that cannot be used: its name, the key, and what to do.
    """
    if explicit is not None:
        table = read_table(explicit)
        if table is None:
            raise ConfigError(f"{explicit}: has no table [tool.mtqa]; add one, or name another file")
        return _config(explicit, table)
    if start is not None:
        start = start.absolute()
        for folder in (start, *start.parents):
            for name in NAMES:
                path = folder / name
                if path.is_file():
                    table = read_table(path)
                    if table is not None:
                        return _config(path, table)
    return Config()


def read_table(path: Path) -> Mapping[str, Any] | None:
    """The file's table for mtqa, or `None` where a pyproject.toml has none.

    Raises:
        ConfigError: a file that cannot be read, or is not TOML.
    """
    if named_pipe(str(path)):
        raise ConfigError(f"{path}: cannot read the configuration: it is a named pipe")
    try:
        with path.open("rb") as handle:
            import tomllib  # costs start-up time

            data = tomllib.load(handle)
    except OSError as error:
        raise ConfigError(f"{path}: cannot read the configuration: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except RecursionError as error:
        raise ConfigError(f"{path}: is not valid TOML: it is nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits is no TOMLDecodeError
        raise ConfigError(f"{path}: is not valid TOML: {error}") from error
    if path.name == "pyproject.toml" or "tool" in data:
        tool = data.get("tool")
        table = tool.get("mtqa") if isinstance(tool, dict) else None
        if table is not None and not isinstance(table, dict):
            raise ConfigError(f"{path}: tool.mtqa must be a table: [tool.mtqa]")
        return table
    return data


@dataclass(slots=True)
class Layer:
    """What one file says.

    Attributes:
        path: of the file.
        values: by the name of the field of `Config`.
        places: `FILE:LINE` of each key.
    """

    path: Path
    values: dict[str, Any]
    places: dict[str, str]


def read_layer(path: Path, table: Mapping[str, Any], keys: Mapping[str, Key] = KEYS) -> Layer:
    """The values of a file, each as the field of `Config` holds it.

    Args:
        table: as `read_table` gives it.
        keys: that it may have.

    Raises:
        ConfigError: an unknown key or a wrong value, with its line.
    """
    known = lines(str(path))
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in keys:
            where = at(path, (key,), known)
            if key in KEYS:
                raise ConfigError(
                    f"{where}: {key}: a file in a checked folder may not say that, only the configuration of the run; "
                    f"here may stand {', '.join(keys)}"
                )
            raise ConfigError(f"{where}: unknown key {key!r}; {nearest(key, keys)}")
        try:
            values[_FIELDS.get(key, key.replace("-", "_"))] = keys[key].read(value, path.parent)
        except ValueError as error:
            raise ConfigError(f"{at(path, (key, *_way(str(error))), known)}: {key}: {error}") from error
    if "suppress" in values:
        values["suppress"] = _placed(path, values["suppress"], known)
    if "paths" in values:
        values["paths"] = tuple(
            dataclasses.replace(one, places=_places(path, ("path", number), one, known))
            for number, one in enumerate(values["paths"], 1)
        )
    return Layer(path, values, {key: at(path, (key,), known) for key in table})


def _way(complaint: str) -> Way:
    """Where in the value of a key that lies which is complained of: in which table, under which name."""
    found = re.match(r"(?:table ([0-9]{1,9}): )?(?:unknown key '([^']+)'|([^ :]+): )?", complaint)
    assert found is not None  # it may be empty
    name = found[2] or found[3]
    return (*([int(found[1])] if found[1] else []), *([name] if name else []))


def _placed(path: Path, tables: tuple[Suppression, ...], known: Mapping[Way, int]) -> tuple[Suppression, ...]:
    return tuple(
        dataclasses.replace(one, where=at(path, ("suppress", number), known)) for number, one in enumerate(tables, 1)
    )


def _places(path: Path, way: Way, table: PathTable, known: Mapping[Way, int]) -> dict[str, str]:
    return {name: at(path, (*way, name.replace("_", "-")), known) for name in table.said}


def _config(path: Path, table: Mapping[str, Any]) -> Config:
    layers = list(reversed(_chain(path, table)))  # what is extended comes first
    values: dict[str, Any] = {}
    origins: dict[str, tuple[str, ...]] = {}
    for layer in layers:
        for name, value in layer.values.items():
            adds = name in ("paths", "suppress", "severity")
            if name == "severity":
                value = overlaid(values.get(name), value)
            elif adds:
                value = (*values.get(name, ()), *value)
            values[name] = value
        for key, where in layer.places.items():
            together = key in ("path", "suppress", "severity")
            origins[key] = (*origins.get(key, ()), where) if together else (where,)
    values.pop("extends", None)
    values["paths"] = PathTables(values.get("paths", ()))
    if values.get("fail_on") == "never":
        values["fail_on"] = None
    gate = {field.name: values.pop(field.name) for field in dataclasses.fields(Gate) if field.name in values}
    files = tuple(str(layer.path) for layer in reversed(layers))
    config = Config(**values, run_gate=Gate(**gate), file=str(path), files=files, origins=origins)
    if config.warn_under < config.fail_under and "warn-under" in origins:
        raise ConfigError(
            f"{origins['warn-under'][0]}: warn-under: must not be below fail-under ({config.fail_under:g})"
        )
    return config


def _chain(path: Path, table: Mapping[str, Any]) -> list[Layer]:
    """The file and those it extends, from it on.

    Raises:
        ConfigError: also where they go in a circle, or too far.
    """
    layers = [read_layer(path, table)]
    while "extends" in layers[-1].values:
        last = layers[-1]
        base = Path(last.values["extends"]).expanduser()
        base = last.path.parent / base
        where = last.places["extends"]
        names = " extends ".join(str(layer.path) for layer in layers) + f" extends {base}"
        if any(_same(base, layer.path) for layer in layers):
            raise ConfigError(f"{where}: extends: goes in a circle: {names}; take one of them out")
        if len(layers) == _CHAIN:
            raise ConfigError(f"{where}: extends: more than {_CHAIN} files: {names}; join some of them")
        if not base.is_file():
            raise ConfigError(
                f"{where}: extends: no such file: {last.values['extends']!r} "
                f"(relative paths begin at {last.path.parent})"
            )
        found = read_table(base)
        if found is None:
            raise ConfigError(f"{where}: extends: {base} has no table [tool.mtqa]; name another file")
        layers.append(read_layer(base, found))
    return layers


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
