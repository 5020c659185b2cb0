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

#: Checks a folder of Parquet again and again on so many cores; says for each time the seconds by the clock, and those
#: that all processes of its session took of the processor: of Java and of Python's workers.
_WORK = """
import glob, json, os, sys, time
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
import pyspark
from pyspark.sql import SparkSession
from mtqa import spark

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

cores, folder, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
session = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
session = session.config("spark.log.level", "ERROR").config("spark.python.worker.reuse", "true").getOrCreate()
frame = session.read.parquet(folder)
spent = []
for _ in range(rounds + 1):
    wall, cpu = time.perf_counter(), used()
    spark.check(frame, "text", id="id").write.format("noop").mode("overwrite").save()
    spent.append((time.perf_counter() - wall, used() - cpu))
print(json.dumps([pyspark.__version__, spent[1:]]))  # the first pays for the start of the workers
"""
_FILES = 8


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
    words = sum(map(count, texts))
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        made = _MAKE.format(folder=folder, files=_FILES)
        subprocess.run([setting.spark, "-c", made], input=json.dumps(texts), text=True, check=True)
        walls = {}
        for cores in (1, 2):
            try:
                version, spent = _run(setting.spark, cores, folder, setting.rounds)
            except MissingError as error:
                setting.lacking["Spark"] = str(error)
                return []
            wall, cpu = measured(one[0] for one in spent), measured(one[1] for one in spent)
            walls[cores] = wall.median
            rate = measured(len(texts) / one[0] / cores for one in spent)
            core = "core" if cores == 1 else "cores"
            all_cores = f"{len(texts) / wall.median:,.0f} records/s, {words / wall.median:,.0f} words/s"
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


def _run(python: str, cores: int, folder: str, rounds: int) -> tuple[str, list[list[float]]]:
    done = subprocess.run(
        [python, "-c", _WORK, str(cores), folder, str(rounds)],
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    if done.returncode:
        raise MissingError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "it does not start")
    version, spent = json.loads(done.stdout.splitlines()[-1])
    return version, spent
