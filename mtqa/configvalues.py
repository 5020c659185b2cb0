"""What the keys of a configuration may say: each with how it is read, and with a line for the reference."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mtqa.config import EMPTY
from mtqa.finding import SEVERITIES
from mtqa.perpath import PathTable, Severities
from mtqa.readers.encoding import known_encoding
from mtqa.score import POOR
from mtqa.segment import REGISTERS
from mtqa.suppress import Suppression
from mtqa.values import NamedTuple

#: Reads one value: (value, folder of the configuration) -> value of the field. Raises ValueError: what it should be.
Reader = Callable[[Any, Path], Any]

#: Processes that a configuration may ask for; more cores than that are left alone.
_MOST_JOBS = 999


class Key(NamedTuple):
    """A key of the configuration.

    Attributes:
        read: its value.
        kind: of the value, in the words of TOML.
        default: what counts where it is not set.
        about: what it does, for the reference.
    """

    read: Reader
    kind: str
    default: str
    about: str


def shown(value: object) -> str:
    """A wrong value in the words of TOML, short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "…"


def nearest(key: str, known: Mapping[str, object]) -> str:
    """What to say of an unknown key: the one that was meant, or all there are."""
    from difflib import get_close_matches  # costs start-up time

    near = get_close_matches(key.replace("_", "-").lower(), list(known), 1, 0.5)
    return f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"


def _string(value: Any, _: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"must be a string that is not empty, not {shown(value)}")
    return value


def _strings(value: Any, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f'must be an array of strings, such as ["…", "…"], not {shown(value)}')
    return tuple(_string(item, folder) for item in value)


def _paths(kind: str) -> Reader:
    def read(value: Any, folder: Path) -> tuple[str, ...]:
        found = []
        for item in _strings(value, folder):
            path = (folder / Path(item).expanduser()).absolute()
            if not (path.is_dir() if kind == "folder" else path.is_file()):
                raise ValueError(f"no such {kind}: {item!r} (relative paths begin at {folder})")
            found.append(str(path))
        return tuple(found)

    return read


def _file(value: Any, folder: Path) -> str:
    return str((folder / Path(_string(value, folder)).expanduser()).absolute())


def _output(value: Any, folder: Path) -> str:
    """A file that the run writes: below the folder of the configuration, wherever links lead."""
    path = _file(value, folder)
    real, home = os.path.realpath(path), os.path.realpath(folder)
    if real == home or os.path.commonpath((real, home)) != home:
        raise ValueError(f"must lie in {folder} or below, not {shown(value)}; options of the command write elsewhere")
    return path


def _formats(value: Any, folder: Path) -> tuple[str, ...]:
    made = []
    for item in _strings(value, folder):
        name, equals, file = item.partition("=")
        made.append(f"{name}={_output(file, folder)}" if equals else name)
    return tuple(made)


def _one_of(allowed: Collection[str]) -> Reader:
    def read(value: Any, _: Path) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}, not {shown(value)}")
        return value

    return read


def _fail_on(value: Any, _: Path) -> str:
    if value != "never" and value not in SEVERITIES:
        raise ValueError(f"must be one of {', '.join(SEVERITIES)} or never, not {shown(value)}")
    return str(value)


def _score(value: Any, _: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
        raise ValueError(f"must be a number from 0 to 100, not {shown(value)}")
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
        raise ValueError(f'must be a share such as "2%" or 0.02, not {shown(value)}')
    return float(number)


def _count(value: Any, _: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"must be a whole number, 0 or more, not {shown(value)}")
    return value


def _jobs(value: Any, _: Path) -> int:
    if value == "auto":
        return 0
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_JOBS:
        raise ValueError(f'must be a number of processes from 1 to {_MOST_JOBS}, or "auto", not {shown(value)}')
    return value


def _switch(value: Any, _: Path) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false, not {shown(value)}")
    return value


def language(value: Any, _: Path | None = None) -> str:
    """A BCP 47 tag. Raises ValueError: anything that cannot be one."""
    parts = value.split("-") if isinstance(value, str) else [""]
    head, rest = parts[0], parts[1:]
    good = head.isascii() and head.isalpha() and 2 <= len(head) <= 8
    if not good or not all(part.isascii() and part.isalnum() and len(part) <= 8 for part in rest):
        raise ValueError(f'must be a language tag such as "en" or "zh-Hans", not {shown(value)}')
    return str(value)


def _pattern(value: Any, folder: Path) -> str:
    pattern = _string(value, folder)
    if pattern.startswith("/") or "\\" in pattern:
        raise ValueError(f'must be relative to {folder} and written with "/", not {shown(value)}')
    return pattern


def _patterns(value: Any, folder: Path) -> tuple[tuple[str, str], ...]:
    """Patterns with the folder they begin at."""
    return tuple((_pattern(item, folder), str(folder.absolute())) for item in _strings(value, folder))


def _encoding(value: Any, folder: Path) -> str:
    return known_encoding(_string(value, folder))


def _day(value: Any, _: Path) -> datetime.date:
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise ValueError(f"must be a date without quotes, such as 2027-01-31, not {shown(value)}")
    return value


def _severities(value: Any, folder: Path) -> Severities:
    if not isinstance(value, dict):
        raise ValueError(f'must be a table of rules or families, such as "names/chimera" = "minor", not {shown(value)}')
    made = {}
    for name, one in value.items():
        if one not in SEVERITIES:
            hint = "; name in `ignore` what is not to run" if one in ("off", "none", "ignore", False) else ""
            raise ValueError(f"{name}: must be one of {', '.join(SEVERITIES)}, not {shown(one)}{hint}")
        made[_string(name, folder).rstrip("/")] = one
    return tuple(sorted(made.items()))


def _tables(name: str, value: Any, folder: Path, keys: Mapping[str, Key], first: str) -> list[dict[str, Any]]:
    """The values of an array of tables, each of which must have the key `first`."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError(f"must be tables, each headed [[tool.mtqa.{name}]] ([[{name}]] in mtqa.toml)")
    made = []
    for number, item in enumerate(value, 1):
        for key in item:
            if key not in keys:
                raise ValueError(f"table {number}: unknown key {key!r}; {nearest(key, keys)}")
        if first not in item:
            raise ValueError(f"table {number}: has no {first}; add it")
        values = {}
        for key, one in item.items():
            try:
                values[key.replace("-", "_")] = keys[key].read(one, folder)
            except ValueError as error:
                raise ValueError(f"table {number}: {key}: {error}") from None
        made.append(values)
    return made


def _suppressions(value: Any, folder: Path) -> tuple[Suppression, ...]:
    return tuple(Suppression(**one) for one in _tables("suppress", value, folder, SUPPRESS_KEYS, "rule"))


def _per_path(value: Any, folder: Path) -> tuple[PathTable, ...]:
    return path_tables(value, folder, PATH_KEYS)


def path_tables(value: Any, folder: Path, keys: Mapping[str, Key]) -> tuple[PathTable, ...]:
    """`[[path]]` tables of these keys. Raises ValueError: anything else."""
    made = _tables("path", value, folder, keys, "match")
    for number, table in enumerate(made, 1):
        if len(table) < 2:
            known = ", ".join(key for key in keys if key != "match")
            raise ValueError(f"table {number}: sets nothing; known keys: {known}")
        if table.get("warn_under", 100) < table.get("fail_under", 0):
            raise ValueError(f"table {number}: warn-under: must not be below fail-under ({table['fail_under']:g})")
    return tuple(PathTable(**table, folder=str(folder.absolute())) for table in made)


_TEXT, _NUMBER, _RULES = "string", "number", "array of strings"

SUPPRESS_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "rule": Key(_string, _TEXT, "must be given", "a rule, or a family: the beginning of ids up to a `/`"),
        "text": Key(_string, _TEXT, "any", "the flagged text, exactly"),
        "document": Key(_string, _TEXT, "any", "the id of the document; `*` and `?` are wild cards"),
        "reason": Key(_string, _TEXT, "", "why, for the next reader"),
        "expires": Key(_day, "date", "never", "the day from which on it silences nothing, such as `2027-01-31`"),
    }
)

#: What the configuration may say for all files and for some of them.
_BOTH: Mapping[str, Key] = MappingProxyType(
    {
        "select": Key(_strings, _RULES, '["default"]', "rules or families that run; preview rules need their full id"),
        "ignore": Key(_strings, _RULES, "[]", "rules or families that do not run"),
        "severity": Key(
            _severities,
            "table",
            "the rules' own",
            "what the findings of a rule or of a family weigh: `[severity]`, then lines such as "
            '`"names/chimera" = "minor"`. The longest name that fits counts. What is not to run belongs into `ignore`',
        ),
        "min-severity": Key(
            _one_of(SEVERITIES), _TEXT, '"neutral"', "findings below it are not shown; they count all the same"
        ),
        "fail-under": Key(_score, _NUMBER, "70", "a document with a lower score fails"),
        "warn-under": Key(_score, _NUMBER, "90", "one with a lower score is `warn`"),
        "fail-on": Key(
            _fail_on,
            _TEXT,
            '"critical"',
            "one with a finding of this severity, or a graver one, fails; or `never`",
        ),
        "poor": Key(
            _one_of(POOR),
            _TEXT,
            '"warn"',
            "what poor readability makes of a document: `warn`, `fail` or `ignore`",
        ),
        "language": Key(language, _TEXT, "what the input declares, or English", "what the text must be in"),
        "source-language": Key(language, _TEXT, "what the input declares", "language of the sources"),
        "register": Key(_one_of(REGISTERS), _TEXT, "each text shows its own", "`news` or `informal`"),
    }
)

PATH_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "match": Key(
            _pattern,
            _TEXT,
            "must be given",
            "of which files: a path from this file's folder on; `**` stands for any number of folders",
        ),
        **_BOTH,
        "encoding": Key(_encoding, _TEXT, "what the file says", "of the files, such as `gb18030`"),
    }
)

KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "extends": Key(_string, _TEXT, "", "another file whose values count where this one says nothing"),
        **_BOTH,
        "fail-share": Key(share, "string or number", "0", "share of the documents that may fail before the run does"),
        "max-findings": Key(_count, _NUMBER, "any", "more findings than that, neutral ones aside, fail the run"),
        "max-new": Key(_count, _NUMBER, "any", "the same without those that the baseline holds"),
        "allow-unreadable": Key(_count, _NUMBER, "0", "inputs that may be unreadable; else status 2"),
        "baseline": Key(_file, _TEXT, "none", "findings to leave out, written by `mtqa baseline`"),
        "exclude": Key(_patterns, _RULES, "[]", "files not to check: patterns as in `[[path]]`"),
        "formats": Key(_formats, _RULES, '["text"]', "reports of `mtqa check`, as `--format` takes them"),
        "output": Key(_output, _TEXT, "standard output", "where the report without a file of its own goes"),
        "jobs": Key(_jobs, "number", "1", 'processes, never more than there are cores; "auto": one a core'),
        "empty": Key(
            _one_of(EMPTY),
            _TEXT,
            "checked by the title",
            "what becomes of documents without text: left out (`skip`), failed or an error",
        ),
        "rules": Key(_paths("folder"), _RULES, "[]", "folders with rules of your own"),
        "people": Key(_paths("file"), _RULES, "[]", "further tables of people and offices"),
        "terms": Key(_paths("file"), _RULES, "[]", "glossaries"),
        "inline-marks": Key(_switch, "boolean", "false", "whether marks in the texts (`mtqa: ignore …`) count"),
        "nested": Key(_switch, "boolean", "false", "whether `mtqa.toml` files in checked folders count"),
        "suppress": Key(_suppressions, "tables", "none", "findings that are accepted: `[[suppress]]`"),
        "path": Key(_per_path, "tables", "none", "what counts for some of the files: `[[path]]`"),
    }
)

#: What a file in a checked folder may say: how its texts are to be read, and what makes the gate stricter.
NESTED_KEYS: Mapping[str, Key] = MappingProxyType(
    {
        name: PATH_KEYS[name]
        for name in (
            *("language", "source-language", "encoding", "register"),
            *("fail-under", "warn-under", "fail-on", "poor"),
        )
    }
)
