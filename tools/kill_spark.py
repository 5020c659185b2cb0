"""Kill `mtqa-spark` at random moments and run it again: `python tools/kill_spark.py --kills 20`.

By turns the driver alone is killed, the driver with Java and all workers, and one Python worker. After each kill every
folder that is there holds what the single machine finds in its file; in the end every file has one. After the death of
a worker the run itself must come to its end. Needs /proc (Linux), Java and the extra mtqa[spark].
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlparse

import pyarrow.parquet
from compare_engines import digest, rows

from mtqa import batch

_PATIENCE = 600.0


def descendants(root: int) -> dict[int, str]:
    """Processes below one, with their command lines."""
    parents, lines = {}, {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                lines[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    found: dict[int, str] = {}
    level = [root]
    while level:
        level = [child for child, parent in parents.items() if parent in level and child not in found]
        found.update((child, lines[child]) for child in level)
    return found


def expected(folder: Path) -> dict[str, str]:
    """File -> digest of what is found in it here."""
    names = [name for name in batch.nested_schema().names if name != "id"]
    made = {}
    for file in sorted(folder.glob("*.parquet")):
        found = batch.nested(pyarrow.parquet.read_table(file), "body", id="key", keep=["n"]).to_pylist()
        made[file.name] = digest(found, names)
    return made


def whole(output: Path, known: dict[str, str]) -> tuple[set[str], list[str]]:
    """Files that have a folder, and what is wrong with the folders."""
    names = [name for name in batch.nested_schema().names if name != "id"]
    there: set[str] = set()
    wrong = []
    for part in output.glob("part-*"):
        found = pyarrow.parquet.ParquetDataset(part).read().to_pylist()
        files = {os.path.basename(unquote(urlparse(row["path"]).path)) for row in found}
        if len(files) != 1 or digest(found, names) != known[next(iter(files))]:
            wrong.append(f"{part.name} is not what {sorted(files)} holds")
        if there & files:
            wrong.append(f"{part.name}: {sorted(files)} is there twice")
        there |= files
    return there, wrong


def start(source: Path, output: Path) -> subprocess.Popen[bytes]:
    """A run of its own."""
    command = [sys.executable, "-m", "mtqa.sparkjob", str(source), "--output", str(output), "--master", "local[2,4]"]
    command += ["--text-column", "body", "--id-column", "key", "--keep", "n"]
    with (output.parent / "log").open("ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)


def wait_for_work(process: subprocess.Popen[bytes], output: Path, before: int) -> None:
    """Until a folder more is there, or the run ends."""
    until = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < until:
        if len(list(output.glob("*part-*"))) > before:
            return
        time.sleep(0.05)


def main() -> int:
    """Kill, look, go on."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--files", type=int, default=30)
    parser.add_argument("--rows", type=int, default=120, help="in each file")
    parser.add_argument("--seed", type=int, default=1)
    said = parser.parse_args()
    chance = random.Random(said.seed)
    folder = Path(tempfile.mkdtemp())
    source, output = folder / "in", folder / "out"
    source.mkdir()
    for number in range(said.files):
        pyarrow.parquet.write_table(rows(said.rows + number), source / f"{number:03}.parquet")
    known = expected(source)
    wrong: list[str] = []
    kills = 0
    while kills < said.kills:
        there, _ = whole(output, known)
        if len(there) == said.files:
            shutil.rmtree(output)
            there = set()
        process = start(source, output)
        wait_for_work(process, output, len(list(output.glob("*part-*"))))
        time.sleep(chance.uniform(0, 3))
        kind = ("driver", "all", "worker")[kills % 3]
        below = descendants(process.pid)
        workers = _workers(below)
        while kind == "worker" and not workers and process.poll() is None:
            time.sleep(0.1)
            below = descendants(process.pid)
            workers = _workers(below)
        victims = {"driver": [process.pid], "all": [process.pid, *below], "worker": workers[-1:]}[kind]
        if process.poll() is not None or not victims:
            process.wait(_PATIENCE)
            continue
        for victim in victims:
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
        kills += 1
        status = process.wait(_PATIENCE)
        until = time.monotonic() + _PATIENCE
        left = set(below)
        while left and time.monotonic() < until:
            time.sleep(0.1)
            left = {one for one in below if Path(f"/proc/{one}/cmdline").exists() and _alive(one)}
        there, bad = whole(output, known)
        if left:
            bad.append(f"processes left: {sorted(left)}")
        if kind == "worker" and (status != 0 or len(there) != said.files):
            bad.append(f"a worker's death ended the run with {status}, {len(there)} files done")
        print(f"{kills:3} {kind:6} {len(there)} of {said.files} files are there {'; '.join(bad)}", flush=True)
        wrong += bad
    status = start(source, output).wait(_PATIENCE)
    there, bad = whole(output, known)
    wrong += bad
    if status != 0 or there != set(known):
        wrong.append(f"the last run ended with {status}, {len(there)} of {said.files} files are there")
    print("\n".join(wrong) or f"{kills} kills: nothing lost, nothing twice")
    if not wrong:
        shutil.rmtree(folder)
    return 1 if wrong else 0


def _workers(processes: dict[int, str]) -> list[int]:
    """Of processes those that run Python for Spark, their own parent first."""
    return [one for one, line in processes.items() if "pyspark.daemon" in line]


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
