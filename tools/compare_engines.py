"""The same rows through Arrow, DuckDB, Dask, Spark and Ray: `python tools/compare_engines.py --documents 20000`.

Every engine must give the same digest of what was found. Among the rows are hostile ones: empty and missing texts, NUL,
markup, other scripts, right-to-left marks, long ones, ids that stand twice, days that are none. Engines that are not
installed are named and left out. Exit status 1 where a digest differs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from typing import Any

import pyarrow

from mtqa import batch
from mtqa.config import Config
from mtqa.duck import COLUMNS

_GOOD = (
    "The minister said on Friday that the talks in Geneva would go on.",
    "U.S. Secretary of State Condoleezza Tillerson visited Japan.",
    "He saw the the dog, and and ran.",
    "Prices rose by 3 percent in May, the bank reported.",
    "東京はすべて順調です。",
    "All is well in Tokyo.",
)
_HOSTILE = (
    None,
    "",
    " \t\n",
    "\x00",
    "a\x00b the the",
    "<script>alert(1)</script> the the",
    "=HYPERLINK(1)",
    "\u202eevil\u202c the the",
    "\ufffe\uffff\U0010ffff",
    "\u0301" * 500,
    "the " * 2000,
    "x" * 20_000,
    "\r\n\r\n\u2028\u2029\x85",
    "&lt;p&gt; &amp;amp; \ufeff",
    "👩‍👩‍👧‍👦" * 200,
    "12345678901234567890" * 50,
)
_DAYS = (None, "2024-02-29", "2024-03-01", "yesterday", "2024-02-30")


def rows(number: int) -> pyarrow.Table:
    """Rows of good and hostile texts, the same for the same number: `n`, `key`, `day`, `body`."""
    chance = random.Random(number)
    bodies: list[str | None] = []
    for place in range(number):
        if place % 8 == 7:
            hostile = chance.choice(_HOSTILE) if number > 2000 else _HOSTILE[place // 8 % len(_HOSTILE)]
            bodies.append(hostile if hostile is None or len(hostile) < 1000 or place % 40 == 7 else hostile[:300])
        else:
            bodies.append(" ".join(chance.choices(_GOOD, k=chance.randint(1, 3))))
    return pyarrow.table(
        {
            "n": pyarrow.array(range(number), pyarrow.int64()),
            "key": [f"same-{place % 50}" if place % 3 else f"id-{place}" for place in range(number)],
            "day": [_DAYS[place % 5] if place % 9 == 4 else None for place in range(number)],
            "body": pyarrow.array(bodies, pyarrow.string()),
        }
    )


def digest(found: Iterable[Mapping[str, Any]], columns: Iterable[str]) -> str:
    """A short name for what was found, in whatever order."""
    ordered = sorted(found, key=lambda row: row["n"])
    cells = [[row[column] for column in ("n", *columns)] for row in ordered]
    return hashlib.sha256(json.dumps(cells, default=str).encode()).hexdigest()[:16]


_OPTIONS: dict[str, Any] = {"id": "key", "keep": ("n",)}
_Found = list[dict[str, Any]]


def arrow(table: pyarrow.Table, config: Config | None, **more: Any) -> _Found:
    """What mtqa.batch finds."""
    found: _Found = batch.nested(table, "body", **_OPTIONS, **more, config=config).to_pylist()
    return found


def pieces(table: pyarrow.Table, config: Config | None, **more: Any) -> _Found:
    """The same in small pieces, the last first."""
    parts = table.to_batches(max_chunksize=7 if table.num_rows < 2000 else 1000)
    return [row for part in reversed(parts) for row in arrow(part, config, **more)]


def duckdb(table: pyarrow.Table, config: Config | None) -> _Found:
    """The same in SQL; it knows no days, and gives only some columns."""
    import duckdb as engine

    import mtqa.duck

    with engine.connect() as connection:
        connection.register("input", table)
        mtqa.duck.register(connection, config=config)
        found = connection.execute("SELECT n, mtqa_check(body) FROM input").fetchall()
    return [{"n": n, **struct} for n, struct in found]


def dask(table: pyarrow.Table, config: Config | None, **more: Any) -> _Found:
    """The same in four partitions."""
    import pandas
    from dask import dataframe

    import mtqa.dask

    frame = dataframe.from_pandas(table.to_pandas(types_mapper=pandas.ArrowDtype), npartitions=4)
    made = mtqa.dask.check(frame, "body", **_OPTIONS, **more, config=config).compute()
    found: _Found = pyarrow.Table.from_pandas(made, preserve_index=False).to_pylist()
    return found


def spark(table: pyarrow.Table, config: Config | None, **more: Any) -> _Found:
    """The same in four partitions of Spark."""
    import pyarrow.parquet

    import mtqa.spark

    with tempfile.TemporaryDirectory() as folder:
        pyarrow.parquet.write_table(table, f"{folder}/rows.parquet")
        frame = session().read.parquet(f"{folder}/rows.parquet").repartition(4)
        made = mtqa.spark.check(frame, "body", **_OPTIONS, **more, config=config)
        return [row.asDict(recursive=True) for row in made.collect()]


def ray(table: pyarrow.Table, config: Config | None, **more: Any) -> _Found:
    """The same in four blocks of Ray."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    import ray as engine

    engine.init(num_cpus=2, include_dashboard=False, log_to_driver=False, ignore_reinit_error=True)
    data = engine.data.from_arrow(table).repartition(4)
    options = {"text": "body", **_OPTIONS, **more, "config": config}
    found: _Found = data.map_batches(batch.nested, batch_format="pyarrow", fn_kwargs=options).take_all()
    return found


def session() -> Any:
    """A Spark of two cores that asks for no address."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    return builder.config("spark.log.level", "ERROR").getOrCreate()


#: Name -> what it needs, and how it is run.
ENGINES: Mapping[str, tuple[str, Callable[..., _Found]]] = {
    "arrow": ("pyarrow", arrow),
    "pieces": ("pyarrow", pieces),
    "duckdb": ("duckdb", duckdb),
    "dask": ("dask", dask),
    "spark": ("pyspark", spark),
    "ray": ("ray", ray),
}


def main() -> int:
    """Run what is installed, and compare."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=20_000, metavar="N")
    parser.add_argument("--engines", default=",".join(ENGINES), metavar="NAMES")
    said = parser.parse_args()
    table = rows(said.documents)
    seen: dict[str, set[str]] = {"whole": set(), "some": set()}
    for name in said.engines.split(","):
        module, run = ENGINES[name]
        if find_spec(module) is None:
            print(f"{name:8} is not installed")
            continue
        began = time.perf_counter()
        if name == "duckdb":
            found = run(table, None)
        else:
            found = run(table, None, date="day")
            seen["whole"].add(digest(found, batch.nested_schema().names))
        some = digest((row for row in found if table["day"][row["n"]].as_py() is None), COLUMNS)
        seen["some"].add(some)  # rows without a day: SQL knows of none
        print(f"{name:8} {len(found)} rows  {some}  {time.perf_counter() - began:.1f} s", flush=True)
    equal = all(len(digests) == 1 for digests in seen.values())
    print("equal" if equal else "NOT equal")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
