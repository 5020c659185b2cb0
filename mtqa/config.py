"""The user's configuration as values; `mtqa.configfile` reads it from a file."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Literal

from mtqa.document import Settings
from mtqa.finding import Severity
from mtqa.gate import Gate
from mtqa.perpath import PathTable, PathTables, Severities, overlaid
from mtqa.score import Poor
from mtqa.segment import Register
from mtqa.suppress import Suppression
from mtqa.values import dataclass

Empty = Literal["skip", "fail", "error"]

#: What may become of a document without text, beside the default.
EMPTY: tuple[Empty, ...] = ("skip", "fail", "error")


class ConfigError(ValueError):
    """A configuration that cannot be used; the message names the file, the key and what to do."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a run can be told.

    Args:
        select, ignore: rule selectors, see `mtqa.registry.RuleSet.select`.
        min_severity: findings below it are not shown; they count in score and verdict all the same.
        fail_under: a document with a score below it fails.
        warn_under: a document with a score below it is marked `warn`.
        fail_on: a document with a finding of this severity or above fails; `None` for never.
        poor: what becomes of a document of poor readability: at least a warning, a failure, or nothing.
        run_gate: what a whole run may hold and still pass.
        rules: folders with rules of the user's own.
        people: further people-and-offices tables (CSV).
        terms: glossaries (CSV, TSV, TBX).
        language: that the targets must be in, BCP 47; `None`: the one the input declares, or else English.
        source_language: of the sources where the input does not say; BCP 47.
        register: of all texts; `None`: each text shows its own.
        paths: the same and more for some of the files; goes before what is set for all.
        empty: what becomes of a document without text: left out, failed, or an error; `None`: checked by its
            title where it has one, else counted as unchecked.
        severity: what the findings of rules and families weigh, in place of what the rules say; sorted.
        baseline: file of the findings to leave out.
        exclude: patterns of files not to check, each with the folder it begins at.
        formats: reports of `mtqa check`, as `--format` takes them.
        output: file of the report that has none of its own.
        jobs: processes; 0: one a core.
        inline_marks: whether marks in the texts count, see `mtqa.marks`.
        nested: whether files in checked folders count, see `mtqa.confignested`.
        suppress: findings the user has looked at and does not want to see again.
        expired: of these, those that silence nothing any more, see `on`.
        file: the configuration file all this is from, or `None`; changes no result.
        files: the same and those it extends.
        origins: `FILE:LINE` of each key, of several where they add up.
    """

    select: tuple[str, ...] = ("default",)
    ignore: tuple[str, ...] = ()
    min_severity: Severity = "neutral"
    fail_under: float = 70.0
    warn_under: float = 90.0
    fail_on: Severity | None = "critical"
    poor: Poor = "warn"
    run_gate: Gate = field(default_factory=Gate)
    rules: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    language: str | None = None
    source_language: str | None = None
    register: Register | None = None
    paths: PathTables = field(default_factory=PathTables)
    empty: Empty | None = None
    severity: Severities = ()
    baseline: str | None = None
    exclude: tuple[tuple[str, str], ...] = ()
    formats: tuple[str, ...] = ()
    output: str | None = None
    jobs: int = 1
    inline_marks: bool = False
    nested: bool = False
    suppress: tuple[Suppression, ...] = ()
    expired: tuple[Suppression, ...] = ()
    file: str | None = field(default=None, compare=False)
    files: tuple[str, ...] = field(default=(), compare=False)
    origins: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    @property
    def settings(self) -> Settings:
        """The part of the configuration that rules may read; for the files of a table see `under`."""
        return Settings(people=self.people, terms=self.terms, register=self.register, language=self.language)

    def under(self, table: PathTable) -> Config:
        """The configuration for the files of a table: what it sets in place of what is said for all, and no tables."""
        said = {name: value for name, value in table.said.items() if name != "encoding"}
        if table.fail_on == "never":
            said["fail_on"] = None
        if table.ignore is not None:
            said["ignore"] = (*self.ignore, *table.ignore)
        if table.severity is not None:
            said["severity"] = overlaid(self.severity, table.severity)
        return dataclasses.replace(self, **said, paths=PathTables())  # type: ignore[arg-type]

    def on(self, day: datetime.date) -> Config:
        """The configuration as it is on a day: what has expired by then silences nothing."""
        over = tuple(one for one in self.suppress if one.over(day))
        if not over:
            return self
        left = tuple(one for one in self.suppress if not one.over(day))
        return dataclasses.replace(self, suppress=left, expired=(*self.expired, *over))

    @property
    def name(self) -> str | None:
        """The configuration file as seen from the working directory, or `None` where there is none."""
        if self.file is None:
            return None
        try:
            return Path(os.path.relpath(self.file)).as_posix()
        except ValueError:  # on another drive
            return self.file

    @property
    def gate(self) -> tuple[str, ...]:
        """What decides of pass and fail and is not as by default, each as `fail-under=50`; for the report.

        What counts for some of the files alone stands behind their pattern: `[zh/**]fail-under=50`.
        """
        said = {
            "fail-under": f"{self.fail_under:g}",
            "warn-under": f"{self.warn_under:g}",
            "fail-on": self.fail_on or "never",
            "poor": self.poor,
            "fail-share": f"{100 * self.run_gate.fail_share:g}%",
            "max-findings": _number(self.run_gate.max_findings),
            "max-new": _number(self.run_gate.max_new),
            "allow-unreadable": _number(self.run_gate.allow_unreadable),
            "empty": self.empty or "",
            "select": "+".join(self.select),
            "ignore": "+".join(self.ignore),
            "severity": _severities(self.severity),
            "suppress": str(len(self.suppress)),
            "exclude": str(len(self.exclude)),
            "inline-marks": str(self.inline_marks).lower(),
        }
        lines = [f"{name}={value}" for name, value in said.items() if value != _GATE[name]]
        tables = [line for table in self.paths.tables for line in _table_gate(table, self._from(table))]
        more = [f"[[path]]={len(tables) - _TABLE_LINES} more"] if len(tables) > _TABLE_LINES else []
        return (*lines, *tables[:_TABLE_LINES], *more)

    @property
    def hash(self) -> str:
        """Short hash of everything that changes results, the same on every machine; for the signature.

        Paths are left out: people tables and glossaries count by what they say, rule folders are in the hash of the
        rule set.

        Raises:
            ConfigError: a table or glossary that cannot be read.
        """
        values = {
            "select": sorted(set(self.select)),
            "ignore": sorted(set(self.ignore)),
            "min_severity": self.min_severity,
            "fail_under": float(self.fail_under),
            "warn_under": float(self.warn_under),
            "fail_on": self.fail_on,
            "poor": self.poor,
            "people": _contents(self.people, "people table"),
            **({"terms": _contents(self.terms, "glossary")} if self.terms else {}),
            **({"severity": self.severity} if self.severity else {}),
            **({"inline_marks": True} if self.inline_marks else {}),
            "language": self.language,
            "source_language": self.source_language,
            "register": self.register,
            "paths": [[self._from(table), table.match, table.said] for table in self.paths.tables],
            "empty": self.empty,
            "suppress": sorted({one.key for one in self.suppress}),
        }
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:8]

    def _from(self, table: PathTable) -> str:
        """Where the pattern of a table begins, as seen from the configuration; the same wherever both are moved."""
        if self.file is None:
            return ""
        try:
            return Path(os.path.relpath(table.folder, os.path.dirname(os.path.abspath(self.file)))).as_posix()
        except ValueError:  # on another drive
            return table.folder


#: The gate by default, in the words of `Config.gate`.
_GATE = {
    "fail-under": "70",
    "warn-under": "90",
    "fail-on": "critical",
    "poor": "warn",
    "fail-share": "0%",
    "max-findings": "",
    "max-new": "",
    "allow-unreadable": "0",
    "empty": "",
    "select": "default",
    "ignore": "",
    "severity": "",
    "suppress": "0",
    "exclude": "0",
    "inline-marks": "false",
}

#: Values of tables that are named; more are counted.
_TABLE_LINES = 20

#: What of a table for some of the files decides of pass and fail.
_TABLE_GATE = ("fail_under", "warn_under", "fail_on", "poor", "select", "ignore", "severity")


def _table_gate(table: PathTable, folder: str) -> list[str]:
    match = re.sub(r"[^\w./*?!\[\]-]", "_", f"{folder}/{table.match}" if folder not in ("", ".") else table.match)
    said = table.said
    lines = []
    for name in _TABLE_GATE:
        value = said.get(name)
        if isinstance(value, float):
            value = f"{value:g}"
        elif name == "severity" and table.severity is not None:
            value = _severities(table.severity)
        elif isinstance(value, tuple):
            value = "+".join(value)
        if value is not None:
            lines.append(f"[{match}]{name.replace('_', '-')}={value}")
    return lines


def _severities(severities: Severities) -> str:
    return "+".join(f"{name}:{severity}" for name, severity in severities)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _contents(paths: Sequence[str], what: str) -> list[str]:
    hashes = []
    for path in paths:
        try:
            content = Path(path).read_bytes()
        except OSError as error:
            raise ConfigError(f"{path}: cannot read the {what}: {error.strerror}") from error
        hashes.append(hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest())
    return hashes
