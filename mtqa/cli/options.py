"""Options that commands share, and what they come to: a `Request`."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import math
import os
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import Any

import click

from mtqa.baseline import Baseline, BaselineError
from mtqa.cli.entries import Entries
from mtqa.cli.messages import Fault, say
from mtqa.cli.output import Reads
from mtqa.cli.trust import comes_with, from_content, keep_off_content
from mtqa.config import EMPTY, Config, ConfigError
from mtqa.configfile import load_config
from mtqa.confignested import with_nested
from mtqa.configvalues import language, share
from mtqa.document import Problem
from mtqa.finding import SEVERITIES
from mtqa.gate import Gate
from mtqa.readers import FORMATS, ReadOptions
from mtqa.readers.choice import Choice
from mtqa.readers.encoding import known_encoding
from mtqa.readers.paths import expand
from mtqa.readers.sniff import PAIRED
from mtqa.rulefiles import rule_files
from mtqa.score import POOR
from mtqa.values import dataclass

Command = Callable[..., int]


def _score(_: click.Context, __: click.Parameter, value: str | None) -> float | None:
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not 0 <= number <= 100:  # not a number, too
        raise click.BadParameter(f"{value!r} is not a number from 0 to 100")
    return number


def _read_by(reader: Callable[[str], Any]) -> Callable[[click.Context, click.Parameter, str | None], Any]:
    """A callback that reads a value as the configuration does; what is wrong with it is a usage error."""

    def callback(_: click.Context, __: click.Parameter, value: str | None) -> Any:
        try:
            return None if value is None else reader(value)
        except ValueError as error:
            raise click.BadParameter(str(error)) from error

    return callback


def _today(_: click.Context, __: click.Parameter, value: str | None) -> datetime.date:
    if value is None:
        return today()
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date such as 2027-01-31") from None


def today() -> datetime.date:
    """The day that counts as today: of SOURCE_DATE_EPOCH, else of the clock, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Fault(f"SOURCE_DATE_EPOCH is {epoch!r:.60}, no number of seconds since 1970; mend or unset it") from None


def names(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """A callback that reads names parted by commas; one that holds a comma stands in double quotes."""
    found = dict.fromkeys(name.strip() for value in values for name in next(csv.reader([value]), []))
    if values and not any(found):
        raise click.BadParameter("names no column")
    return tuple(filter(None, found))


def _jobs(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    if value is None:
        return None
    if value != "auto" and not (value.isascii() and value.isdecimal() and len(value) < 4):
        raise click.BadParameter(f"{value!r} is not a number of processes below 1000, 0 or 'auto'")
    return int(value) if value.strip("auto0") else _cores()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Request:
    """What a command is asked to read and how to check it.

    Attributes:
        paths: as the user named them; empty for commands that read nothing.
        config: the configuration file's, overridden by options.
        reading: of the input.
        baseline: findings to leave out, or `None`.
        baseline_file: they are from.
        entries: which documents are new; `None` where all count.
        report_unused: say which suppressions and marks leave nothing out.
        nested: configuration files in checked folders that were read.
        problems: those of them that cannot be used.
        jobs: number of processes, 1 or more.
        exit_zero: a failed gate ends with status 0.
        quiet: only errors are said.
        cached: what earlier runs found in documents that have not changed need not be found again.
    """

    paths: tuple[str, ...]
    config: Config
    reading: ReadOptions
    baseline: Baseline | None = None
    jobs: int = 1
    exit_zero: bool = False
    quiet: bool = False
    baseline_file: Path | None = None
    entries: Entries | None = None
    report_unused: bool = False
    nested: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    cached: bool = True

    def reads(self) -> Reads:
        """Everything that a run reads and no output may replace."""
        files = [(path, "a people table of this run") for path in self.config.people]
        files += [(path, "a glossary of this run") for path in self.config.terms]
        files += [(str(file), "a rule of this run") for folder in self.config.rules for file in rule_files(folder)]
        source = self.reading.source_file
        if source is not None and os.path.isdir(source):
            files += [(str(file), "a source of this run") for file in expand([source], PAIRED)]
            files += [(str(file), "an input") for file in expand(self.paths, PAIRED)]
        elif source is not None:
            files.append((source, "the source of this run"))
        files += [(file, "the configuration of this run") for file in (*self.config.files, *self.nested)]
        if self.baseline_file is not None:
            files.append((str(self.baseline_file), "the baseline of this run"))
        return Reads(self.paths, files)


_CONFIG = (
    click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Configuration to use instead of the nearest mtqa.toml or pyproject.toml.",
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file, whatever lies about."),
)

_READING = (
    click.option(
        "--input-format", type=click.Choice(FORMATS), help="Format of the input; told by content and name if not given."
    ),
    click.option(
        "--text-format",
        type=click.Choice(("html", "text")),
        help="What cells of a table and strings of JSON hold; told by content if not given.",
    ),
    click.option("--text-column", metavar="NAME", help="Column of a table, or field of JSON, of the translated text."),
    click.option("--id-column", metavar="NAME", help="Column of a table, or field of JSON, of the document ids."),
    click.option("--source-column", metavar="NAME", help="Column of a table, or field of JSON, of the source text."),
    click.option(
        "--reference-column", metavar="NAME", help="Column of a table, or field of JSON, of a reference translation."
    ),
    click.option("--title-column", metavar="NAME", help="Column of a table, or field of JSON, of the titles."),
    click.option("--date-column", metavar="NAME", help="Column of a table, or field of JSON, of the dates."),
    click.option(
        "--source",
        "source_file",
        metavar="PATH",
        help="The source text of the one file that is checked, in its format: entries are joined by id or link, "
        "texts by paragraph or line. Or a folder of sources: files are joined by their names.",
    ),
    click.option(
        "--encoding",
        callback=_read_by(known_encoding),
        metavar="NAME",
        help="Encoding of the input, such as gb18030, where no byte order mark says it.",
    ),
    click.option(
        "--language",
        callback=_read_by(language),
        metavar="TAG",
        help="Language the text must be in. [what the input declares, or English]",
    ),
    click.option("--source-language", callback=_read_by(language), metavar="TAG", help="The same of the source."),
    click.option(
        "--terms",
        multiple=True,
        type=click.Path(),
        metavar="FILE",
        help="A glossary (CSV, TSV, TBX) beside those of the configuration; again for more.",
    ),
    click.option(
        "--empty",
        type=click.Choice(EMPTY),
        help="Leave out, fail or refuse documents without text. [checked by the title, else counted as unchecked]",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        help="Rules or families to run, parted by commas, in place of the configuration's; 'default' and 'all' too.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="RULES",
        help="Rules or families not to run, parted by commas, in place of the configuration's.",
    ),
    click.option(
        "--min-severity",
        type=click.Choice(SEVERITIES),
        help="Do not show findings below this severity; they count all the same.",
    ),
    *_CONFIG,
    click.option(
        "--trust-config",
        is_flag=True,
        help="Run the Python rules of a configuration that lies inside what is checked.",
    ),
    click.option(
        "--today",
        callback=_today,
        metavar="DATE",
        help="The day by which suppressions expire. [SOURCE_DATE_EPOCH, or else the date in UTC]",
    ),
    click.option("--jobs", callback=_jobs, metavar="N", help="Processes; 0 or 'auto': one a core. [1]"),
    click.option("--no-cache", is_flag=True, help="Check all anew; keep nothing for later runs (`mtqa cache`)."),
    click.option("-q", "--quiet", is_flag=True, help="Nothing on standard output, no progress; errors are still said."),
)

_KEEP = (
    click.option(
        "--keep",
        multiple=True,
        callback=names,
        metavar="NAMES",
        help="Columns of a table, fields of JSON or elements of a feed's entries, parted by commas, to carry along "
        "into the tables and the JSON reports.",
    ),
)

_GATE = (
    click.option("--fail-under", callback=_score, metavar="SCORE", help="A document with a lower score fails. [70]"),
    click.option("--warn-under", callback=_score, metavar="SCORE", help="One with a lower score is 'warn'. [90]"),
    click.option(
        "--fail-on",
        type=click.Choice((*SEVERITIES, "never")),
        help="A document with a finding of this severity, or a graver one, fails. [critical]",
    ),
    click.option(
        "--poor",
        type=click.Choice(POOR),
        help="What a document of poor readability gets, whatever was found in it: at least 'warn', or 'fail'. [warn]",
    ),
    click.option(
        "--fail-share",
        callback=_read_by(share),
        metavar="SHARE",
        help="The share of the documents, such as 2%, that may fail before the run does. [0%]",
    ),
    click.option(
        "--max-findings",
        type=click.IntRange(0),
        metavar="N",
        help="More findings than that, neutral ones aside, fail the run, whatever its documents come to.",
    ),
    click.option(
        "--max-new", type=click.IntRange(0), metavar="N", help="The same without those that the baseline holds."
    ),
    click.option(
        "--allow-unreadable",
        type=click.IntRange(0),
        metavar="N",
        help="Inputs that may be unreadable before the run ends with status 2; each is named all the same. [0]",
    ),
    click.option("--exit-zero", is_flag=True, help="Exit with status 0 even if the gate fails (not if it broke)."),
    click.option(
        "--report-unused", is_flag=True, help="Name the suppressions and the marks in texts that silence nothing."
    ),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Leave out the findings written down by `mtqa baseline`.",
    ),
)


_NEW = (
    click.option(
        "--changed",
        is_flag=True,
        help="Only what changed since the last commit in git, and what git does not know yet: of files with many "
        "documents those that are new in it.",
    ),
    click.option(
        "--since",
        metavar="REF",
        help="The same since the last commit that REF and HEAD have in common, such as origin/main.",
    ),
    click.option(
        "--seen",
        metavar="FILE",
        help="Only documents that no run before has judged with this store of seen ones, which is written at the end.",
    ),
)


def config_option(function: Command) -> Command:
    """--config for commands that read no documents; the command gets `config`, a Config."""

    @wraps(function)
    def wrapper(*, config_file: Path | None, isolated: bool, **rest: Any) -> int:
        return function(config=_load(config_file, isolated), **rest)

    return _decorated(wrapper, _CONFIG)


def _decorated(function: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        function = option(function)
    return function


def request_options(
    *, gate: bool = True, keep: bool = False, new: bool = False, required: bool = True
) -> Callable[[Command], Command]:
    """PATHS and all options of reading and selection, --keep, and those of the gate; the command gets `request`.

    Args:
        new: also the options that leave out what is not new.
        required: whether there must be PATHS.
    """
    paths = click.argument("paths", nargs=-1, required=required, metavar="PATHS..." if required else "[PATHS]...")
    options = (paths, *_READING, *(_KEEP if keep else ()), *(_GATE if gate else ()), *(_NEW if new else ()))

    def decorate(function: Command) -> Command:
        @wraps(function)
        def wrapper(**values: Any) -> int:
            names = {option.name for option in click.get_current_context().command.params} & _REQUEST_NAMES
            request = _request({name: values.pop(name) for name in sorted(names) if name in values})
            return function(request=request, **values)

        return _decorated(wrapper, options)

    return decorate


_COLUMNS = ("text_column", "id_column", "source_column", "reference_column", "title_column", "date_column")
_OVERRIDES = ("min_severity", "fail_under", "warn_under", "poor", "language", "source_language", "empty")
#: Options that go before what a `[[path]]` table sets.
_TABLE_OVERRIDES = ("select", "ignore", "min_severity", "fail_under", "warn_under", "fail_on", "poor")
_GATE_NAMES = tuple(field.name for field in dataclasses.fields(Gate))
_REQUEST_NAMES = frozenset(
    {
        "text_format",
        "today",
        "keep",
        "terms",
        "paths",
        "config_file",
        "input_format",
        "encoding",
        "select",
        "ignore",
        "fail_on",
        "exit_zero",
        "report_unused",
        "changed",
        "since",
        "seen",
        "baseline",
        "jobs",
        "no_cache",
        "quiet",
        "source_file",
        "isolated",
        "trust_config",
    }
    | {*_COLUMNS, *_OVERRIDES, *_GATE_NAMES}
)


def _request(values: dict[str, Any]) -> Request:
    config = _load(values["config_file"], values["isolated"])
    content = (*values["paths"], *filter(None, (values["source_file"],)))
    if values["config_file"] is None and not values["trust_config"]:
        _refuse_code(config, content)
    keep_off_content(content)
    changes = {name: values[name] for name in _OVERRIDES if values.get(name) is not None}
    for name in ("select", "ignore"):
        if values[name]:
            changes[name] = _selectors(name, values[name])
    if values["terms"]:
        changes["terms"] = (*config.terms, *values["terms"])
    if values.get("fail_on") is not None:
        changes["fail_on"] = None if values["fail_on"] == "never" else values["fail_on"]
    gate = {name: values[name] for name in _GATE_NAMES if values.get(name) is not None}
    changes["run_gate"] = dataclasses.replace(config.run_gate, **gate)
    paths = config.paths.without([name for name in _TABLE_OVERRIDES if name in changes])
    config = dataclasses.replace(config, **changes, paths=paths).on(values["today"])
    nested = with_nested(config, _read_files(config, content) if config.nested else ())
    for warning in nested.warnings:
        say(warning, "warning")
    config = nested.config
    baseline = values.get("baseline")
    if baseline is None and "baseline" in values and config.baseline is not None:
        baseline = Path(os.path.relpath(config.baseline))
    if config.run_gate.max_new is not None and baseline is None and "exit_zero" in values:
        raise Fault("--max-new counts what the baseline does not hold; name one with --baseline")
    columns = {name: values[name] for name in _COLUMNS}
    reading = ReadOptions(
        input_format=values["input_format"],
        encoding=values["encoding"],
        source_file=values["source_file"],
        text_format=values["text_format"],
        language=config.language or "en",
        wanted=config.language,
        source_language=config.source_language,
        paths=config.paths,
        keep=values.get("keep", ()),
        choice=Choice(config.exclude),
        inline_marks=config.inline_marks,
        **columns,
    )
    reading, entries = _only_new(values, reading, config)
    try:
        return Request(
            paths=tuple(values["paths"]),
            config=config,
            reading=reading,
            baseline=None if baseline is None else Baseline.load(baseline),
            jobs=values["jobs"] or min(config.jobs or _cores(), _cores()),
            exit_zero=values.get("exit_zero", False),
            quiet=values["quiet"],
            baseline_file=baseline,
            entries=entries,
            report_unused=values.get("report_unused", False),
            nested=nested.files,
            problems=tuple(Problem(*error) for error in nested.errors),
            cached=not values["no_cache"],
        )
    except BaselineError as error:
        raise Fault(str(error)) from error


def _read_files(config: Config, paths: Sequence[str]) -> Iterator[str]:
    """The files that paths name, those aside that are excluded."""
    choice = Choice(config.exclude)
    return (item for item in expand(paths) if isinstance(item, str) and choice.takes(item))


def _only_new(values: dict[str, Any], reading: ReadOptions, config: Config) -> tuple[ReadOptions, Entries | None]:
    """What --changed, --since and --seen come to: which files are read, and which of their documents count."""
    store, since = values.get("seen"), values.get("since")
    if not (store or since or values.get("changed")):
        return reading, None
    if since and values.get("changed"):
        raise Fault("--changed and --since exclude each other; give one of them")
    found = None
    if since or values.get("changed"):
        from mtqa.cli.git import changes  # of use to few runs

        found = changes(since)
        reading = dataclasses.replace(reading, choice=Choice(config.exclude, found.files, found.top))
    seen = None
    if store:
        if comes_with(store, values["paths"]):
            raise Fault(f"{store}: lies inside what is checked, whose writers could then say what is seen; move it")
        from mtqa.seen import Seen, SeenError

        try:
            seen = Seen(store)
        except SeenError as error:
            raise Fault(str(error)) from error
    return reading, Entries(found, seen, reading)


def _selectors(name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    selectors = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    if not selectors:
        raise Fault(f"--{name} names no rule; see `mtqa rules`")
    return selectors


def _load(path: Path | None, isolated: bool) -> Config:
    if isolated:
        if path is not None:
            raise Fault("--config and --isolated exclude each other; give one of them")
        return Config()
    try:
        return load_config(Path.cwd(), path)
    except ConfigError as error:
        raise Fault(str(error)) from error


def _refuse_code(config: Config, paths: Sequence[str]) -> None:
    """Raises Fault: the configuration was found, and what it runs or writes may have come with what is checked."""
    what = from_content(config, paths)
    if what is not None:
        raise Fault(
            f"{config.file}: {what}; if they are yours, say --trust-config or name the file with --config; --isolated "
            "goes without it"
        )
