"""`mtqa config`: what counts for a file, and where it is from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mtqa.cli.messages import Fault, say
from mtqa.cli.options import config_option
from mtqa.config import Config
from mtqa.confignested import with_nested
from mtqa.configvalues import KEYS, PATH_KEYS
from mtqa.gate import Gate
from mtqa.perpath import PathTable
from mtqa.reporters.record import dumps
from mtqa.reporters.visible import disarmed, pad, visible
from mtqa.values import NamedTuple

#: Keys that hold tables: they count as often as they fit, and are listed one by one.
_TABLES = ("suppress", "path")

#: What values are not shown by their text: a folder stands beside each pattern.
_UNSAID = ("extends", *_TABLES)


class _Row(NamedTuple):
    """One value. `where` holds `FILE:LINE` of all that it came of; nothing where it is the default."""

    key: str
    value: object
    where: tuple[str, ...]


@click.command("config", short_help="Show what counts for a file, and from where.")
@click.argument("path", required=False, metavar="[PATH]")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
@config_option
def command(config: Config, path: str | None, format_: str) -> int:
    """Show what counts for a file, and from where: each key with its value, and the file and line that say so.

    Without PATH: what the configuration says for all files. With it `[[path]]` tables count, and the files in checked
    folders where the configuration wants them (`nested = true`); the file need not be there. Options of the commands
    go before all of it, but for those on languages, which `[[path]]` tables go before.
    """
    if path is not None and (not path or "\0" in path or os.path.isdir(path)):
        raise Fault(f"{path.replace(chr(0), '')}: is no name of a file; name one, which need not be there")
    nested = with_nested(config, () if path is None else (path,))
    for file, message, line in nested.errors:
        say(f"{file}{'' if line is None else f':{line}'}: {message}")
    for warning in nested.warnings:
        say(warning, "warning")
    rows = list(_rows(nested.config, path))
    for text in _json(nested.config, path, rows) if format_ == "json" else _text(nested.config, path, rows):
        click.echo(text)
    return 2 if nested.errors else 0


def _rows(config: Config, path: str | None) -> Iterator[_Row]:
    tables = [config.paths.tables[number] for number in config.paths.fitting(path)]
    joined = config.paths.joined(config.paths.fitting(path))
    counting = config.under(joined)
    encoding_row = [_Row("encoding", joined.encoding, _from_tables(tables, "encoding"))] if path is not None else []
    for key in KEYS:
        if key in _UNSAID:
            continue
        name = key.replace("-", "_")
        where = config.origins.get(key, ())
        holder: Any = config.run_gate if name in Gate.__dataclass_fields__ else counting
        if key in PATH_KEYS:
            set_here = _from_tables(tables, name)
            where = (*where, *set_here) if key in ("ignore", "severity") else set_here[-1:] or where
        yield _Row(key, _shown(key, getattr(holder, name)), tuple(map(_near, where)))
    yield from encoding_row
    for one in config.suppress:
        said = {"rule": one.rule, "text": one.text, "document": one.document, "reason": one.reason}
        said["expires"] = None if one.expires is None else one.expires.isoformat()
        yield _Row("suppress", {key: value for key, value in said.items() if value is not None}, _whole(one.where))
    for table in tables if path is not None else config.paths.tables:
        first = next(iter(table.places.values()), None)
        yield _Row("path", {"match": table.match} | _said(table), _whole(first))


def _from_tables(tables: list[PathTable], name: str) -> tuple[str, ...]:
    return tuple(table.places[name] for table in tables if name in table.said)


def _said(table: PathTable) -> dict[str, object]:
    return {name.replace("_", "-"): _shown(name, value) for name, value in table.said.items()}


def _whole(where: str | None) -> tuple[str, ...]:
    return () if where is None else (_near(where),)


def _shown(key: str, value: object) -> object:
    """A value as JSON has it."""
    if key == "severity":
        assert isinstance(value, tuple)
        return dict(value)
    if key == "exclude":
        assert isinstance(value, tuple)
        return [pattern for pattern, _ in value]
    if key == "fail-on" and value is None:
        return "never"
    if key == "jobs" and value == 0:
        return "auto"
    if isinstance(value, tuple):
        return list(value)
    return value


def _near(where: str) -> str:
    """A place as seen from the working directory."""
    file, colon, line = where.rpartition(":")
    if not line.isdecimal():
        file, colon, line = where, "", ""
    try:
        return Path(os.path.relpath(file)).as_posix() + colon + line
    except ValueError:  # on another drive
        return where


def _text(config: Config, path: str | None, rows: list[_Row]) -> Iterator[str]:
    files = " extends ".join(visible(_near(file)) for file in config.files)
    yield f"configuration: {files or 'none: all is as by default'}"
    if path is not None:
        yield f"file: {visible(path)}"
    yield ""
    lines = [(f"{row.key} = {_toml(row.value)}", ", ".join(row.where) or "default") for row in rows]
    width = min(60, max(len(line) for line, _ in lines))
    for line, where in lines:
        yield disarmed(f"{pad(visible(line), width)}  {visible(where)}")


def _toml(value: object) -> str:
    """A value in the words of TOML; `-` for nothing."""
    if value is None:
        return "-"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{dumps(key)} = {_toml(one)}" for key, one in value.items()) + " }" if value else "{}"
    if isinstance(value, float):
        return f"{value:g}"
    return dumps(value)


def _json(config: Config, path: str | None, rows: list[_Row]) -> Iterator[str]:
    yield dumps(
        {
            "configuration": config.name,
            "files": [_near(file) for file in config.files],
            "path": path,
            "values": [{"key": row.key, "value": row.value, "from": list(row.where)} for row in rows],
        }
    )
