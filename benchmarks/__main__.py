"""`python -m benchmarks [PART …]`: speed, scale and memory of this version, rivals beside it, against what is asked.

One table comes out: what was measured (the median of the rounds, and their spread), what is asked, seconds of the
processor and by the clock apart. What is run beside another is run in turn with it, a few texts at a time. Parts that
are left out are named with the reason. `--keep` keeps the figures in measured.json, part by part, and writes the tables
of benchmarks/README.md and docs/cost.md anew.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks import pages, rivals, sparks
from benchmarks.clock import MissingError, Side
from benchmarks.figures import Figure, keep, table
from benchmarks.release import last
from benchmarks.rules import costs
from benchmarks.scale import cache, growth, jobs, memory, start
from benchmarks.setting import Setting
from benchmarks.speed import engines, large, whole
from benchmarks.text import ROOT
from mtqa import __version__

#: Name -> what it measures.
PARTS: Mapping[str, Callable[[Setting], list[Figure]]] = {
    "engines": engines,
    "whole": whole,
    "large": large,
    "growth": growth,
    "memory": memory,
    "jobs": jobs,
    "cache": cache,
    "start": start,
    "spark": sparks.spark,
}


def main() -> None:
    """Run the parts that the command line names."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{name:10}{part.__doc__}" for name, part in PARTS.items()),
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=5, help="times each figure is taken (default: 5)")
    parser.add_argument("--size", type=float, default=1, help="share of the texts' size; less is a trial (default: 1)")
    parser.add_argument("--full", action="store_true", help="a million documents with all rules, too: about an hour")
    parser.add_argument("--clean", type=Path, nargs="+", default=(), metavar="JSONL", help="good news to read")
    parser.add_argument("--translated", type=Path, nargs="+", default=(), metavar="JSONL", help="translations to read")
    parser.add_argument(
        "--rivals", type=Path, metavar="FOLDER", help="environment of the rivals; made if it is not there"
    )
    parser.add_argument("--spark", type=Path, metavar="FOLDER", help="environment with Spark; made if it is not there")
    parser.add_argument("--keep", action="store_true", help="keep the figures, and write the pages' tables anew")
    parser.add_argument("--pages", action="store_true", help="only write the pages' tables anew, of what is kept")
    parser.add_argument("--rules", action="store_true", help="only the cost of each rule, the 20 dearest first")
    options = parser.parse_args()
    if unknown := [part for part in options.parts if part not in PARTS]:
        parser.error(f"no part {unknown[0]!r}; there are {', '.join(PARTS)}")
    if options.pages:
        pages.write()
        return
    if options.rules:
        costs(round(50_000 * options.size), options.rounds)
        return
    about = {"version": __version__, "date": datetime.date.today().isoformat(), "machine": machine(), "load": load()}
    print(f"mtqa {__version__}, {about['machine']}; {about['load']}; {options.rounds} rounds\n", flush=True)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        setting = prepared(options, Path(folder))
        for name in options.parts or PARTS:
            begin = time.perf_counter()
            try:
                found = PARTS[name](setting)
            except MissingError as error:
                setting.lacking[f"part {name}"] = str(error)
                continue
            print(f"{name}: {time.perf_counter() - begin:.0f} s", file=sys.stderr, flush=True)
            figures += found
            if options.keep and found:
                keep(name, found, {**about, "rounds": str(options.rounds)})
    print(table(figures))
    for name in PARTS:
        if options.parts and name not in options.parts:
            setting.lacking[f"part {name}"] = "not named on the command line"
    for what, why in setting.lacking.items():
        print(f"left out: {what}: {why}")
    if options.keep:
        pages.write()


def prepared(options: argparse.Namespace, folder: Path) -> Setting:
    """What the parts share: the rivals that run, the last release, Spark."""
    beside, lacking = rivals.present(options.rivals)
    release: Side | None = None
    try:
        release = last(folder)
    except MissingError as error:
        lacking["the last release"] = str(error)
    spark = None
    if options.spark is not None:
        try:
            spark = sparks.environment(options.spark, ROOT)
        except (MissingError, OSError, subprocess.CalledProcessError) as error:
            lacking["Spark"] = str(error)
    return Setting(
        rounds=options.rounds,
        size=options.size,
        full=options.full,
        clean_files=tuple(path.resolve() for path in options.clean),
        translated_files=tuple(path.resolve() for path in options.translated),
        rivals=beside,
        last=release,
        spark=spark,
        lacking=lacking,
    )


def machine() -> str:
    """Python, processor and cores."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.machine()
    return f"Python {platform.python_version()}, {name}, {os.cpu_count()} cores"


def load() -> str:
    """How busy the machine is before anything is run."""
    return f"load {os.getloadavg()[0]:.1f} before"


if __name__ == "__main__":
    main()
