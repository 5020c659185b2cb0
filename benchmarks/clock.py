"""What work took: processor and wall time apart, memory, checkers in turn, medians and spread."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

#: Starts a program and says what it and its children took. A process of its own, and a small one: Linux counts as the
#: peak of a child what its parent held when it forked.
_LAUNCH = """
import json, os, sys, time
begin = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, use = os.wait4(child, 0)
took = time.perf_counter() - begin
with open(sys.argv[1], "w") as file:
    json.dump([use.ru_utime + use.ru_stime, took, use.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)], file)
"""


class Spent(NamedTuple):
    """Seconds of the processor and by the clock."""

    cpu: float
    wall: float
    found: int = 0
    words: int = 0


class Ran(NamedTuple):
    """What a whole process took: seconds, and the megabytes of the largest of it and its children."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True, slots=True)
class Side:
    """A checker as it is run beside others.

    Attributes:
        name: shown.
        checker: as `benchmarks.worker` knows it.
        python: interpreter that has it.
        path: where that finds mtqa first; `None` leaves the environment as it is.
        most: processor seconds after which a round gives it no more text.
    """

    name: str
    checker: str
    python: str
    path: str | None = None
    most: float = float("inf")

    @property
    def environment(self) -> dict[str, str]:
        """The variables it is run with."""
        found = dict(os.environ)
        if self.path is not None:
            found["PYTHONPATH"] = self.path
        elif self.checker != "mtqa":
            found.pop("PYTHONPATH", None)
        return found


def mtqa(name: str = "mtqa") -> Side:
    """This version, run by this Python."""
    return Side(name, "mtqa", sys.executable)


class MissingError(Exception):
    """A program that cannot be run, and why."""


class Worker:
    """A checker in a process of its own.

    Raises:
        MissingError: it is not installed.
    """

    def __init__(self, side: Side, slower: float = 0) -> None:
        command = [side.python, "-P", str(Path(__file__).with_name("worker.py")), side.checker]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd="/",
            env={**side.environment, "MTQA_BENCHMARK_SLOWER": str(slower)},
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            said = self._process.communicate()[1].strip().splitlines()
            raise MissingError(said[-1] if said else "it does not start")
        self.version: str = json.loads(line)

    def check(self, texts: Sequence[str]) -> Spent:
        """What the texts take."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(texts) + "\n")
        self._process.stdin.flush()
        return Spent(*json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        """End it."""
        self._process.communicate()


def batches(texts: Sequence[str], words: int, count: Mapping[str, int]) -> list[tuple[list[str], int]]:
    """The texts in lots of about so many words, each with its words."""
    found: list[tuple[list[str], int]] = []
    for text in texts:
        if not found or found[-1][1] >= words:
            found.append(([], 0))
        lot, size = found[-1]
        found[-1] = [*lot, text], size + count[text]
    return found


def taken(
    sides: Sequence[Side],
    lots: Sequence[tuple[list[str], int]],
    times: int = 1,
    before: Sequence[str] = (),
    slower: float = 0,
) -> list[list[list[Spent]]]:
    """What each lot took: for each side, each of the times it was read, each lot; by new processes, a lot each in turn.

    A side that has had its `most` of the processor is given no more lots that time; rivals read once, for they
    remember nothing.

    Args:
        before: texts that each is given first, and that are not counted: they pay for tables read when first asked.
        slower: share by which the first side is made slower, for a trial.
    """
    workers = [Worker(side, 0 if number else slower) for number, side in enumerate(sides)]
    spent: list[list[list[Spent]]] = [[] for _ in sides]
    try:
        for worker in workers:
            worker.check(before)
        for time in range(times):
            for one in spent:
                one.append([])
            for texts, words in lots:
                for side, worker, one in zip(sides, workers, spent, strict=True):
                    if (not time or side.checker == "mtqa") and sum(lot.cpu for lot in one[-1]) < side.most:
                        one[-1].append(worker.check(texts)._replace(words=words))
    finally:
        for worker in workers:
            worker.close()
    return spent


def ran(command: Sequence[str], environment: Mapping[str, str] | None = None, allowed: Iterable[int] = (0, 1)) -> Ran:
    """Run a program and its children to their end.

    Raises:
        MissingError: it ended with another status than those allowed.
    """
    read, write = os.pipe()
    launch = [sys.executable, "-I", "-S", "-c", _LAUNCH, f"/dev/fd/{write}", *command]
    variables = None if environment is None else dict(environment)
    done = subprocess.run(launch, capture_output=True, check=False, cwd="/", env=variables, pass_fds=[write])
    os.close(write)
    with open(read, encoding="utf-8") as file:
        said = file.read()
    if done.returncode or not said:
        raise MissingError(f"{command[0]}: {_end(done.stderr)}")
    cpu, wall, peak, status = json.loads(said)
    if status not in set(allowed):
        raise MissingError(f"{' '.join(command[:6])} … ended with status {status}: {_end(done.stderr)}")
    return Ran(cpu, wall, peak)


def _end(said: bytes) -> str:
    """The last line of what a program said."""
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


class Measured(NamedTuple):
    """The median of several runs, and the least and the greatest of them."""

    median: float
    least: float
    most: float


def measured(values: Iterable[float]) -> Measured:
    """Median and spread."""
    found = sorted(values)
    return Measured(statistics.median(found), found[0], found[-1])
