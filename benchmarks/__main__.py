"""`python -m benchmarks`: words per second, start-up, memory, growth; other checkers beside it in the same run.

Every figure is the best of several runs (`--repeat`); checkers alone are measured in processor time, whole processes
by the clock.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.others import installed
from benchmarks.text import ROOT, count, stories
from mtqa import Document, __version__
from mtqa.engine import Engine

#: Runs mtqa, then says its peak memory. Not by getrusage: on Linux that counts what the parent held when it forked.
_MEMORY = """
import re, sys
from mtqa.cli import main
sys.argv = ["mtqa", *sys.argv[1:]]
try:
    main()
except SystemExit:
    found = re.search(r"VmHWM:\\s*([0-9]+) kB", open("/proc/self/status").read())
    print(int(found[1]) * 1024, file=sys.stderr)
"""


def main() -> None:
    """Run the benchmarks the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--words", type=int, default=50_000, help="size of the text (default: 50,000 words)")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each, the best counts (default: 3)")
    parser.add_argument("--rules", action="store_true", help="only the cost of each rule, the 20 dearest first")
    options = parser.parse_args()
    print(f"mtqa {__version__}, Python {platform.python_version()}, {_processor()}, one process\n")
    if options.rules:
        rule_costs(options.words, options.repeat)
        return
    speed(options.words, options.repeat)
    start_up(options.repeat)
    growth(options.repeat)


def speed(words: int, repeat: int) -> None:
    """Words per second: the checkers alone, then mtqa as a whole process."""
    texts = list(stories(words))
    total = sum(map(count, texts))
    engine = Engine()
    print(f"{total:,} words in {len(texts)} stories    words/s    findings")
    rows: dict[str, Callable[[str], int]] = {
        f"mtqa, engine only ({len(engine.rules)} rules)": partial(_findings, engine),
        **installed(),
    }
    for name, lint in rows.items():
        lint(texts[0])  # tables are read once a process: not here
        seconds, found = _best(repeat, partial(_lint_all, lint, texts), time.process_time)
        print(f"  {name:<38}{total / seconds:>10,.0f}{found:>12,}")
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number:05}.txt").write_text(text, encoding="utf-8")
        seconds, _ = _best(repeat, lambda: _run("check", "--format", "jsonl", folder))
        print(f"  {'mtqa, whole process, 1 job':<38}{total / seconds:>10,.0f}")
        if (os.cpu_count() or 1) > 1:
            seconds, _ = _best(repeat, lambda: _run("check", "--format", "jsonl", "--jobs", "2", folder))
            print(f"  {'mtqa, whole process, 2 jobs':<38}{total / seconds:>10,.0f}")
    print()


def start_up(repeat: int) -> None:
    """Seconds and memory of whole processes on little work."""
    samples = str(ROOT / "samples")
    print("whole process                          seconds    peak memory")
    for name, args in (
        ("mtqa --help", ["--help"]),
        ("mtqa check, one story", ["check", f"{samples}/japan-russia-talks.txt"]),
        ("mtqa check, a feed of 6 stories", ["check", f"{samples}/bad-feed.xml"]),
    ):
        seconds, _ = _best(repeat, partial(_run, *args))
        print(f"  {name:<36}{seconds:>8.2f}{_memory(*args) / 2**20:>12.0f} MB")
    print()


def growth(repeat: int) -> None:
    """Time per word as one document grows: even where the engine is linear."""
    engine = Engine()
    whole = "\n\n".join(stories(64 * 1_000))
    paragraphs = whole.split("\n\n")
    print("one document of            words     µs/word    against 1×")
    factors = (1, 2, 4, 8, 16, 32, 64)
    texts = {factor: "\n\n".join(paragraphs[: len(paragraphs) * factor // 64]) for factor in factors}
    best = dict.fromkeys(factors, float("inf"))
    for _ in range(repeat):  # in turn, so that a disturbance falls on all of them
        for factor, text in texts.items():
            seconds, _ = _best(1, partial(_findings, engine, text), time.process_time)
            best[factor] = min(best[factor], seconds)
    costs = {factor: best[factor] / count(text) * 1e6 for factor, text in texts.items()}
    for factor, text in texts.items():
        cost = costs[factor]
        print(f"  {factor:>3}×                {count(text):>12,}{cost:>12.1f}{cost / costs[1]:>13.2f}")
    print()


def rule_costs(words: int, repeat: int) -> None:
    """What each rule costs on text that is analysed already, and what the analysis costs."""
    texts = list(stories(words))
    total = sum(map(count, texts))
    engine = Engine()
    best: dict[str, float] = {}
    for _ in range(repeat):
        spent = dict.fromkeys([rule.id for rule in engine.rules], 0.0)
        spent["(analysis)"] = 0.0
        for text in texts:
            document = Document.from_text(text)
            begin = time.process_time()
            analysis = document.analysis
            _ = (analysis.words, list(analysis.find("the")))
            spent["(analysis)"] += time.process_time() - begin
            for rule in engine.rules:
                if rule.run is None or rule.missing(document) is not None:
                    continue
                begin = time.process_time()
                for _ in rule.run(document):
                    pass
                spent[rule.id] += time.process_time() - begin
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in spent.items()}
    print(f"{total:,} words; the first rule to ask for a part of the analysis pays for it\n")
    print("rule                                                µs/word    share")
    whole = sum(best.values())
    for name, seconds in sorted(best.items(), key=lambda item: -item[1])[:20]:
        print(f"  {name:<46}{seconds / total * 1e6:>11.2f}{seconds / whole:>9.1%}")
    print(f"  {'all of them':<46}{whole / total * 1e6:>11.2f}")


def _best(repeat: int, work: Callable[[], int], clock: Callable[[], float] = time.perf_counter) -> tuple[float, int]:
    """Seconds of the quickest run, and what the work returned."""
    quickest, result = float("inf"), 0
    for _ in range(max(repeat, 1)):
        begin = clock()
        result = work()
        quickest = min(quickest, clock() - begin)
    return quickest, result


def _findings(engine: Engine, text: str) -> int:
    return len(engine.check(Document.from_text(text)).findings)


def _lint_all(lint: Callable[[str], int], texts: Sequence[str]) -> int:
    return sum(map(lint, texts))


def _run(*args: str) -> int:
    done = subprocess.run([sys.executable, "-m", "mtqa", *args], capture_output=True, check=False, cwd=ROOT)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode(errors="replace"))
    return done.returncode


def _memory(*args: str) -> int:
    """Peak memory of a process, in bytes; 0 where the system does not say."""
    command: Sequence[str] = [sys.executable, "-c", _MEMORY, *args]
    said = subprocess.run(command, capture_output=True, check=False, cwd=ROOT).stderr.decode().split()
    return int(said[-1]) if said and said[-1].isdigit() else 0


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.machine()


if __name__ == "__main__":
    main()
