"""Kill runs at random moments and look at what is left: `python tools/kill_runs.py --runs 60`.

Each run checks a small feed and writes over an old report; it is ended by INT, TERM or KILL, alone or with its whole
process group, in one process or in two. After each: the report is the old one or a whole new one, nothing else lies
in the folder, and no process is left. Needs /proc (Linux).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)

#: Exit statuses of an honest end: ours, and Python's for a signal that comes before it knows of us.
ENDINGS = {signal.SIGINT: {130, -2, 1}, signal.SIGTERM: {143, -15}, signal.SIGKILL: {-9}}

DOCUMENTS = 60
TEXT = "The minister said that the talks with the company in Geneva would go on until Friday. " * 40
OLD = "the old report\n"
PATIENCE = 30.0


def kill_one(folder: Path, jobs: int, number: signal.Signals, group: bool, delay: float) -> list[str]:
    """Run once, kill, and look. Returns what is wrong, a line each."""
    (folder / "out.jsonl").write_text(OLD)
    command = [sys.executable, "-m", "mtqa", "check", "in.jsonl", "--isolated", "--exit-zero", "--format", "jsonl"]
    process = subprocess.Popen(
        [*command, "--output", "out.jsonl", "--jobs", str(jobs)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(delay)
    with suppress(ProcessLookupError):
        (os.killpg if group else os.kill)(process.pid, number)
    wrong = []
    try:
        status = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        status = process.wait()
        wrong.append(f"did not end within {PATIENCE:g} seconds")
    if status not in ENDINGS[number] | {0}:
        wrong.append(f"exit status {status}")
    left = processes(process.pid)
    until = time.monotonic() + PATIENCE
    while left and time.monotonic() < until:
        time.sleep(0.05)
        left = processes(process.pid)
    wrong += [f"process left: {one}" for one in left]
    files = sorted(path.name for path in folder.iterdir())
    if files != ["in.jsonl", "out.jsonl"]:
        wrong.append(f"files left: {', '.join(files)}")
    text = (folder / "out.jsonl").read_text(encoding="utf-8")
    if text != OLD and not whole(text):
        wrong.append(f"torn report of {len(text)} characters")
    if status == 0 and text == OLD:
        wrong.append("no report of a run that ended well")
    return wrong


def whole(text: str) -> bool:
    """Whether a report holds every document."""
    try:
        return len([json.loads(line) for line in text.splitlines()]) == DOCUMENTS
    except ValueError:
        return False


def processes(session: int) -> list[str]:
    """What still runs in a session, as command lines; the dead that nobody has asked for do not count."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] != "Z":
                found.append((entry / "cmdline").read_text().replace("\0", " ").strip())
        except (OSError, IndexError):
            continue
    return found


def main() -> int:
    """Runs, kills, and says what was wrong; exit status 1 if anything was."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=float, default=4.0, help="seconds until the latest kill")
    options = parser.parse_args()
    pick = random.Random(options.seed)
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = (json.dumps({"id": str(number), "text": TEXT}) for number in range(DOCUMENTS))
        (folder / "in.jsonl").write_text("".join(line + "\n" for line in lines))
        for run in range(options.runs):
            number = SIGNALS[run % 3]
            jobs, group, delay = 1 + run // 3 % 2, bool(run // 6 % 2), pick.uniform(0.0, options.longest)
            for line in kill_one(folder, jobs, number, group, delay):
                bad += 1
                print(f"run {run}: {number.name} after {delay:.2f} s, {jobs} jobs, group {group}: {line}")
    print(f"{options.runs} runs killed, {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
