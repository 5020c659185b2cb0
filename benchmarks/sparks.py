"""Spark on one core and on two: records a second, and a second and core."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from benchmarks.clock import MissingError, measured
from benchmarks.figures import Figure, figure
from benchmarks.setting import Setting
from benchmarks.text import count, many

#: Checks the Parquet files of a folder on so many cores, the first one apart, for the start of the workers; says the
#: seconds by the clock, and those that all processes of its session took of the processor: of Java and of the workers.
_WORK = """
import glob, json, os, sys, time
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
os.environ["MTQA_CACHE"] = "off"
import pyspark
from pyspark.sql import SparkSession
from mtqa import spark
from mtqa.engine import Engine

assert Engine().rules, "no rules are installed there"

def used():
    total = 0
    for path in glob.glob("/proc/[0-9]*/stat"):
        try:
            fields = open(path).read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == os.getsid(0):
            total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")

cores, folder = sys.argv[1:]
session = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
session = session.config("spark.log.level", "ERROR").config("spark.python.worker.reuse", "true").getOrCreate()
first, *rest = sorted(glob.glob(f"{folder}/*.parquet"))
for files in ([first] * int(cores), rest):
    wall, cpu = time.perf_counter(), used()
    spark.check(session.read.parquet(*files), "text", id="id").write.format("noop").mode("overwrite").save()
print(json.dumps([pyspark.__version__, time.perf_counter() - wall, used() - cpu]))
"""
_FILES = 9  # the first to begin with


def environment(folder: Path, root: Path) -> str:
    """The interpreter of an environment with Spark and this version; where there is none, it is made."""
    import sys

    python = folder / "bin" / "python"
    if not python.exists():
        print(f"installing mtqa[spark] into {folder} …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--editable", f"{root}[spark]"], check=True)
    return str(python)


def spark(setting: Setting) -> list[Figure]:
    """Short documents out of Parquet, the same on one core and on two."""
    if setting.spark is None:
        setting.lacking["Spark"] = setting.lacking.get("Spark", "no --spark FOLDER given")
        return []
    texts = many(setting.clean, setting.sized(4_000))
    timed = texts[-(-len(texts) // _FILES) :]
    words = sum(map(count, timed))
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        made = _MAKE.format(folder=folder, files=_FILES)
        subprocess.run([setting.spark, "-c", made], input=json.dumps(texts), text=True, check=True)
        walls = {}
        for cores in (1, 2):
            try:
                runs = [_run(setting.spark, cores, folder) for _ in range(setting.rounds)]
            except MissingError as error:
                setting.lacking["Spark"] = str(error)
                return []
            version = runs[0][0]
            wall, cpu = measured(one[1] for one in runs), measured(one[2] for one in runs)
            walls[cores] = wall.median
            rate = measured(len(timed) / one[1] / cores for one in runs)
            core = "core" if cores == 1 else "cores"
            all_cores = f"{len(timed) / wall.median:,.0f} records/s, {words / wall.median:,.0f} words/s"
            note = f"Spark {version}; {all_cores}; CPU of Java and workers"
            name = f"Spark, {cores} {core}, records of 75 words"
            figures.append(
                figure(
                    name,
                    rate,
                    "records/s per core",
                    cpu=cpu.median,
                    wall=wall.median,
                    note=note,
                    per_core=words / wall.median / cores,
                )
            )
    figures.append(Figure("Spark, two cores over one", walls[1] / walls[2], "×"))
    return figures


_MAKE = """
import json, sys
import pyarrow, pyarrow.parquet
texts = json.load(sys.stdin)
table = pyarrow.table({{"id": [str(n) for n in range(len(texts))], "text": texts}})
step = -(-len(texts) // {files})
for n in range({files}):
    pyarrow.parquet.write_table(table.slice(n * step, step), f"{folder}/{{n}}.parquet")
"""


def _run(python: str, cores: int, folder: str) -> tuple[str, float, float]:
    done = subprocess.run(
        [python, "-c", _WORK, str(cores), folder],
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    if done.returncode:
        raise MissingError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "it does not start")
    version, wall, cpu = json.loads(done.stdout.splitlines()[-1])
    return version, wall, cpu
