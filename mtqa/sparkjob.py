"""`mtqa-spark`: folders of Parquet, JSONL or CSV checked by Spark, file by file: a second run does what is missing."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn, get_args

import click

from mtqa import batch
from mtqa.config import Config
from mtqa.configfile import load_config
from mtqa.reporters.cells import one_line
from mtqa.spark import check
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Kind = Literal["parquet", "jsonl", "csv"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_ENDINGS: Mapping[str, Kind] = {
    ".parquet": "parquet",
    ".pq": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}
_PACKED = (".gz", ".bz2", ".zst")
#: What of a line of JSONL is no document.
_BROKEN = "_corrupt_record"
_Command = Callable[..., None]
_ROLES = ("text", "source", "id", "reference", "title", "date")
#: Letters that mean something else in a path that Spark reads.
_GLOB = str.maketrans({letter: f"\\{letter}" for letter in "\\*?[]{}"})


class JobError(Exception):
    """What ends the run, in one line."""


class File(NamedTuple):
    """A file of the input.

    Attributes:
        path: as Hadoop writes it.
        state: its length and the time of its last change.
        kind: how it is read.
    """

    path: str
    state: str
    kind: Kind


class Job:
    """Checks files, each into a folder of its own.

    A file's folder is called by the file, its state and all that the result depends on. It is written under another
    name and renamed when it is whole: a folder that is there is done.

    Args:
        spark: the session.
        output: folder of the folders; made where there is none.
        columns: role -> name, see `mtqa.batch.check`; `keep`, `language` and `source_language` with them.
        config: how to check.
    """

    def __init__(self, spark: SparkSession, output: str, columns: Mapping[str, Any], config: Config) -> None:
        self._spark = spark
        self._java: Any = spark._jvm
        self._conf: Any = spark._jsc.hadoopConfiguration()
        self._output = output
        self._columns = dict(columns)
        self._config = config
        self._depends = json.dumps([self._columns, batch.signature(config)], sort_keys=True)

    def files(self, paths: Sequence[str], kind: Kind | None) -> list[File]:
        """The files of folders, patterns and paths, in order; names that begin with `_` or `.` are none.

        Raises:
            JobError: a path that is not there; a file of an unknown kind, or one that lies in the output.
        """
        place = self._path(self._output)
        output = place.getFileSystem(self._conf).makeQualified(place).toString()
        found: dict[str, File] = {}
        for path in paths:
            place = self._path(path)
            system = place.getFileSystem(self._conf)
            matches = system.globStatus(place)
            if not matches:
                raise JobError(f"{path}: there is no such file or folder")
            for match in matches:
                for status in self._below(system, match):
                    name = status.getPath().toString()
                    if name.startswith(f"{output}/"):
                        raise JobError(f"{name}: lies in the output: name another folder by --output")
                    state = f"{status.getLen()} {status.getModificationTime()}"
                    found[name] = File(name, state, kind or _kind(name))
        return [found[name] for name in sorted(found)]

    def _below(self, system: Any, status: Any) -> Iterator[Any]:
        if not status.isDirectory():
            yield status
            return
        for inner in system.listStatus(status.getPath()):
            if not inner.getPath().getName().startswith(("_", ".")):
                yield from self._below(system, inner)

    def folder(self, file: File) -> str:
        """The folder of a file."""
        return f"part-{_short(file.path)}-{_short('|'.join((*file, self._depends)))}"

    def done(self, file: File) -> bool:
        """Whether a run before has checked it, as it is now."""
        place = self._path(self._output, self.folder(file))
        return bool(place.getFileSystem(self._conf).exists(place))

    def check(self, file: File) -> None:
        """Check a file.

        Raises:
            ValueError: a column that is not there.
            Exception: of Spark.
        """
        from pyspark.sql import functions

        name = self.folder(file)
        whole, begun = self._path(self._output, name), self._path(self._output, f"_{name}")
        system = whole.getFileSystem(self._conf)
        options = dict(self._columns) | {"config": self._config}
        if file.kind == "jsonl":
            options["broken"] = _BROKEN
        made = check(self._read(file), **options).withColumn("path", functions.lit(file.path))
        made.write.mode("overwrite").parquet(begun.toString())
        for old in system.globStatus(self._path(self._output, f"part-{_short(file.path)}-*")) or ():
            system.delete(old.getPath(), True)  # of the file as it was
        if not system.rename(begun, whole):
            raise JobError(f"{whole.toString()}: cannot be given its name")

    def _read(self, file: File) -> DataFrame:
        from pyspark.sql.types import StringType, StructField, StructType

        read, path = self._spark.read, file.path.translate(_GLOB)
        if file.kind == "parquet":
            return read.parquet(path)
        if file.kind == "csv":
            first = read.text(path).head()
            names = next(csv.reader([first["value"].removeprefix("\ufeff") if first else ""]), [])
            names = [name or f"_c{number}" for number, name in enumerate(names)]
        else:
            names = [self._columns[role] for role in _ROLES if self._columns.get(role)]
            names = list(dict.fromkeys([*names, *self._columns["keep"], _BROKEN]))
        read = read.schema(StructType([StructField(name, StringType()) for name in names]))
        if file.kind == "csv":
            return read.csv(path, header=True, multiLine=True, escape='"')
        return read.json(path, columnNameOfCorruptRecord=_BROKEN)

    def counts(self, files: Sequence[File]) -> dict[str, int]:
        """Documents of each verdict in what was written; `error` for those that could not be checked."""
        from pyspark.sql import functions

        paths = [f"{self._output}/{self.folder(file)}" for file in files]
        if not paths:
            return {}
        verdict = functions.coalesce("verdict", functions.lit("error")).alias("verdict")
        rows = self._spark.read.parquet(*paths).select(verdict).groupBy("verdict").count().collect()
        return {row["verdict"]: row["count"] for row in rows}

    def _path(self, *parts: str) -> Any:
        return self._java.org.apache.hadoop.fs.Path("/".join(parts))


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _kind(path: str) -> Kind:
    bare = path.lower()
    for packed in _PACKED:
        bare = bare.removesuffix(packed)
    kind = _ENDINGS.get(os.path.splitext(bare)[1])
    if kind is None:
        raise JobError(f"{path}: is no Parquet, JSONL or CSV by its name: say which by --format, or leave it out")
    return kind


def _column(role: str, usual: str | None = None) -> Callable[[_Command], _Command]:
    return click.option(f"--{role}-column", role, default=usual, metavar="NAME", help=f"Column of the {role}s.")


@click.command("mtqa-spark", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--output", required=True, metavar="FOLDER", help="Where the results are: a folder for each file.")
@click.option("--format", "kind", type=click.Choice(KINDS), help="Of all files; else told by their names.")
@_column("text", "text")
@_column("source")
@_column("id")
@_column("reference")
@_column("title")
@_column("date")
@click.option("--keep", default="", metavar="COLUMNS", help="Columns to carry along, parted by commas.")
@click.option("--language", default="en", metavar="TAG", help="Of the translations.")
@click.option("--source-language", metavar="TAG", help="Of the sources.")
@click.option("--config", "config_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--master", metavar="URL", help="Of Spark; by default this machine, or what spark-submit says.")
def command(
    paths: tuple[str, ...],
    output: str,
    kind: Kind | None,
    keep: str,
    config_file: Path | None,
    master: str | None,
    **columns: str | None,
) -> None:
    """Check the rows of Parquet, JSONL or CSV files: a row a document, its findings in the column `found`.

    Each file has a folder below --output, which is there whole or not at all. A second run checks what is missing or
    has changed since.
    """
    try:
        status = _run(paths, output, kind, {**columns, "keep": _names(keep)}, config_file, master)
    except (JobError, ValueError, ImportError) as error:
        _say(str(error))
        status = 2
    sys.exit(status)


def _run(
    paths: Sequence[str],
    output: str,
    kind: Kind | None,
    columns: Mapping[str, Any],
    config_file: Path | None,
    master: str | None,
) -> int:
    config = load_config(explicit=config_file) if config_file else Config()
    spark = _session(master)
    job = Job(spark, output, columns, config)
    files = job.files(paths, kind)
    todo = [file for file in files if not job.done(file)]
    failed: set[File] = set()

    def attempt(file: File) -> None:
        try:
            job.check(file)
        except Exception as error:  # of whatever kind Spark raises: the other files stand
            failed.add(file)
            _say(f"{file.path}: could not be checked: {_first(error)}")

    with ThreadPoolExecutor(max(1, spark.sparkContext.defaultParallelism)) as pool:
        list(pool.map(attempt, todo))
    counts = job.counts([file for file in files if file not in failed])
    verdicts = ", ".join(f"{number} {verdict}" for verdict, number in sorted(counts.items()))
    before = len(files) - len(todo)
    _say(
        f"{len(files)} files, {len(todo) - len(failed)} checked, {before} done before, {len(failed)} failed; "
        f"{sum(counts.values())} documents{': ' if verdicts else ''}{verdicts}"
    )
    judged = sum(counts.get(verdict, 0) for verdict in ("pass", "warn", "fail"))
    return 2 if failed or not judged else 0


def _session(master: str | None) -> SparkSession:
    """Spark as the user started it, or one on this machine."""
    if "PYSPARK_GATEWAY_PORT" not in os.environ:  # not by spark-submit
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        master = master or "local[*,4]"  # a task is tried four times, as on a cluster
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise ImportError("mtqa-spark needs the extra mtqa[spark]: pip install 'mtqa[spark]'") from None
    builder = SparkSession.builder.appName("mtqa")
    return (builder.master(master) if master else builder).getOrCreate()


def _names(said: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in said.split(",") if name.strip())


def _first(error: Exception) -> str:
    java = getattr(error, "java_exception", None)
    said = str(error) if java is None else java.toString()
    lines = [line for line in said.splitlines() if line.strip()] or [type(error).__name__]
    return one_line(lines[0].strip())[:300]


def _say(line: str) -> None:
    print(f"mtqa-spark: {line}", file=sys.stderr, flush=True)


def main() -> NoReturn:
    """What the console script runs."""
    command.main()
    raise AssertionError  # click exits


if __name__ == "__main__":
    main()
