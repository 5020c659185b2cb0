"""Reads the configuration: `[tool.mtqa]` in pyproject.toml, or mtqa.toml with the same keys at its top."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mtqa.config import EMPTY, Config, ConfigError
from mtqa.configplace import place
from mtqa.finding import SEVERITIES
from mtqa.gate import Gate
from mtqa.perpath import PathTable, PathTables
from mtqa.readers.encoding import known_encoding
from mtqa.readers.one import named_pipe
from mtqa.score import POOR
from mtqa.segment import REGISTERS
from mtqa.suppress import Suppression

#: Reads one value: (value, folder of the configuration) -> value of the field. Raises ValueError: what it should be.
_Reader = Callable[[Any, Path], Any]

NAMES = ("mtqa.toml", "pyproject.toml")


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
        table = _table(explicit)
        if table is None:
            raise ConfigError(f"{explicit}: has no table [tool.mtqa]; add one, or name another file")
        return _config(explicit, table)
    if start is not None:
        start = start.absolute()
        for folder in (start, *start.parents):
            for name in NAMES:
                path = folder / name
                if path.is_file():
                    table = _table(path)
                    if table is not None:
                        return _config(path, table)
    return Config()


def _table(path: Path) -> Mapping[str, Any] | None:
    """The file's table for mtqa, or `None` where a pyproject.toml has none."""
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


def _config(path: Path, table: Mapping[str, Any]) -> Config:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _READERS:
            raise ConfigError(f"{place(path, key)}: unknown key {key!r}; {_nearest(key, _READERS)}")
        try:
            values[_FIELDS.get(key, key.replace("-", "_"))] = _READERS[key](value, path.parent)
        except ValueError as error:
            table_number = re.match(r"table ([0-9]{1,9}):", str(error))
            where = place(path, key, int(table_number[1]) if table_number else 1)
            raise ConfigError(f"{where}: {key}: {error}") from error
    if "suppress" in values:
        values["suppress"] = tuple(
            dataclasses.replace(one, where=place(path, "suppress", number))
            for number, one in enumerate(values["suppress"], 1)
        )
    gate = {field.name: values.pop(field.name) for field in dataclasses.fields(Gate) if field.name in values}
    config = Config(**values, run_gate=Gate(**gate), file=str(path))
    if config.warn_under < config.fail_under and "warn-under" in table:
        where = place(path, "warn-under")
        raise ConfigError(f"{where}: warn-under: must not be below fail-under ({config.fail_under:g})")
    return config


def _nearest(key: str, known: Mapping[str, object]) -> str:
    from difflib import get_close_matches  # costs start-up time

    near = get_close_matches(key.replace("_", "-").lower(), list(known), 1, 0.5)
    return f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"


def _shown(value: object) -> str:
    """A wrong value in the words of TOML, short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "…"


def _string(value: Any, _: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"must be a string that is not empty, not {_shown(value)}")
    return value


def _strings(value: Any, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f'must be an array of strings, such as ["…", "…"], not {_shown(value)}')
    return tuple(_string(item, folder) for item in value)


def _paths(kind: str) -> _Reader:
    def read(value: Any, folder: Path) -> tuple[str, ...]:
        found = []
        for item in _strings(value, folder):
            path = (folder / Path(item).expanduser()).absolute()
            if not (path.is_dir() if kind == "folder" else path.is_file()):
                raise ValueError(f"no such {kind}: {item!r} (relative paths begin at {folder})")
            found.append(str(path))
        return tuple(found)

    return read


def _one_of(allowed: Collection[str]) -> _Reader:
    def read(value: Any, _: Path) -> str:
        if value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}, not {_shown(value)}")
        return str(value)

    return read


def _fail_on(value: Any, _: Path) -> str | None:
    if value == "never":
        return None
    if value not in SEVERITIES:
        raise ValueError(f"must be one of {', '.join(SEVERITIES)} or never, not {_shown(value)}")
    return str(value)


def _score(value: Any, _: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
        raise ValueError(f"must be a number from 0 to 100, not {_shown(value)}")
    return float(value)


def share(value: Any, _: Path | None = None) -> float:
    """A share, as `2%` or 0.02. Raises ValueError: anything else, or more than all."""
    number = value
    if isinstance(value, str):
        text, per_cent = value.strip().removesuffix("%").strip(), value.strip().endswith("%")
        try:
            number = float(text) / (100 if per_cent else 1)
        except ValueError:
            number = None
    if isinstance(number, bool) or not isinstance(number, (int, float)) or not 0 <= number <= 1:
        raise ValueError(f'must be a share such as "2%" or 0.02, not {_shown(value)}')
    return float(number)


def _count(value: Any, _: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"must be a whole number, 0 or more, not {_shown(value)}")
    return value


def language(value: Any, _: Path | None = None) -> str:
    """A BCP 47 tag. Raises ValueError: anything that cannot be one."""
    parts = value.split("-") if isinstance(value, str) else [""]
    head, rest = parts[0], parts[1:]
    good = head.isascii() and head.isalpha() and 2 <= len(head) <= 8
    if not good or not all(part.isascii() and part.isalnum() and len(part) <= 8 for part in rest):
        raise ValueError(f'must be a language tag such as "en" or "zh-Hans", not {_shown(value)}')
    return str(value)


def _pattern(value: Any, folder: Path) -> str:
    pattern = _string(value, folder)
    if pattern.startswith("/") or "\\" in pattern:
        raise ValueError(f'must be relative to {folder} and written with "/", not {_shown(value)}')
    return pattern


def _encoding(value: Any, folder: Path) -> str:
    return known_encoding(_string(value, folder))


def _day(value: Any, _: Path) -> datetime.date:
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise ValueError(f"must be a date without quotes, such as 2027-01-31, not {_shown(value)}")
    return value


def _tables(name: str, value: Any, folder: Path, readers: Mapping[str, _Reader], first: str) -> list[dict[str, Any]]:
    """The values of an array of tables, each of which must have the key `first`."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError(f"must be tables, each headed [[tool.mtqa.{name}]] ([[{name}]] in mtqa.toml)")
    made = []
    for number, item in enumerate(value, 1):
        for key in item:
            if key not in readers:
                raise ValueError(f"table {number}: unknown key {key!r}; {_nearest(key, readers)}")
        if first not in item:
            raise ValueError(f"table {number}: has no {first}; add it")
        values = {}
        for key, one in item.items():
            try:
                values[key.replace("-", "_")] = readers[key](one, folder)
            except ValueError as error:
                raise ValueError(f"table {number}: {key}: {error}") from None
        made.append(values)
    return made


def _suppressions(value: Any, folder: Path) -> tuple[Suppression, ...]:
    return tuple(Suppression(**one) for one in _tables("suppress", value, folder, _SUPPRESS_READERS, "rule"))


def _per_path(value: Any, folder: Path) -> PathTables:
    tables = _tables("path", value, folder, _PATH_READERS, "match")
    for number, table in enumerate(tables, 1):
        if len(table) < 2:
            known = ", ".join(key for key in _PATH_READERS if key != "match")
            raise ValueError(f"table {number}: sets nothing; known keys: {known}")
    return PathTables(tuple(PathTable(**table) for table in tables), str(folder.absolute()))


_SUPPRESS_READERS: Mapping[str, _Reader] = MappingProxyType(
    dict.fromkeys(("rule", "text", "document", "reason"), _string) | {"expires": _day}
)

_PATH_READERS: Mapping[str, _Reader] = MappingProxyType(
    {
        "match": _pattern,
        "register": _one_of(REGISTERS),
        "language": language,
        "source-language": language,
        "encoding": _encoding,
    }
)

#: Keys whose field has another name.
_FIELDS = {"path": "paths"}

_READERS: Mapping[str, _Reader] = MappingProxyType(
    {
        "select": _strings,
        "ignore": _strings,
        "min-severity": _one_of(SEVERITIES),
        "fail-under": _score,
        "warn-under": _score,
        "fail-on": _fail_on,
        "poor": _one_of(POOR),
        "fail-share": share,
        "max-findings": _count,
        "max-new": _count,
        "allow-unreadable": _count,
        "rules": _paths("folder"),
        "people": _paths("file"),
        "terms": _paths("file"),
        "language": language,
        "source-language": language,
        "register": _one_of(REGISTERS),
        "path": _per_path,
        "empty": _one_of(EMPTY),
        "suppress": _suppressions,
    }
)
