"""How it grows: with the length of a text, with the number of texts, in memory, with jobs; and what the cache saves."""

from __future__ import annotations

import json
import math
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.clock import Measured, Ran, Worker, measured, mtqa, ran
from benchmarks.figures import Figure, figure
from benchmarks.setting import Setting, command
from benchmarks.text import ROOT, count, many, tiny

_FACTORS = tuple(2**power for power in range(9))  # 1× to 256×
_UNIT = 1_000  # words of 1×
_STORY = str(ROOT / "samples" / "japan-russia-talks.txt")
_DOCUMENT = 250  # words of one of many documents


def growth(setting: Setting) -> list[Figure]:
    """The exponent of processor time over words, 1× to 256×: one long document, and many documents."""
    whole = "\n\n".join(setting.translated(_UNIT * _FACTORS[-1] + _DOCUMENT).texts)
    parts = [part for part in whole.split("\n\n") if part.strip()]
    sizes = [_cut(parts, setting.sized(_UNIT * factor)) for factor in _FACTORS]
    figures = []
    for name, inputs in (
        ("one long document", [["\n\n".join(part)] for part in sizes]),
        ("many documents", [_documents(part) for part in sizes]),
    ):
        worker = Worker(mtqa())
        worker.check(inputs[-1])  # what is remembered of words is there for all sizes
        rounds = [[worker.check(one) for one in inputs] for _ in range(min(setting.rounds, 3))]
        worker.close()
        words = [sum(map(count, one)) for one in inputs]
        slopes = measured(exponent(words, [spent.cpu for spent in one]) for one in rounds)
        least = [min(one[place].cpu for one in rounds) / size * 1e6 for place, size in enumerate(words)]
        note = f"{words[0]:,} to {words[-1]:,} words; µs/word " + " ".join(f"{cost:.0f}" for cost in least)
        cpu = measured(sum(spent.cpu for spent in one) for one in rounds).median
        wall = measured(sum(spent.wall for spent in one) for one in rounds).median
        more: dict[str, Any] = {"asked": 1.02, "way": "≤", "cpu": cpu, "wall": wall, "note": note}
        figures.append(figure(f"growth exponent, {name}, 1× to 256×", slopes, "", **more))
    return figures


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The slope of log seconds over log sizes, by least squares: 1 where time is in proportion to size."""
    across, up = [math.log(size) for size in sizes], [math.log(max(one, 1e-9)) for one in seconds]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    over = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return over / sum((x - middle) ** 2 for x in across)


def _cut(parts: Sequence[str], words: int) -> list[str]:
    """The first paragraphs that make up so many words, the last one cut."""
    found: list[str] = []
    left = words
    for part in parts:
        size = count(part)
        if size >= left:
            found.append(" ".join(part.split()[:left]))
            break
        found.append(part)
        left -= size
    return found


def _documents(parts: Sequence[str]) -> list[str]:
    found: list[list[str]] = [[]]
    size = 0
    for part in parts:
        found[-1].append(part)
        size += count(part)
        if size >= _DOCUMENT:
            found.append([])
            size = 0
    return ["\n\n".join(one) for one in found if one]


def memory(setting: Setting) -> list[Figure]:
    """Peak memory of `mtqa check --format jsonl` over a thousand to a million documents of ten words."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        numbers = [number for number in (10**3, 10**4, 10**5, 10**6) if number <= setting.sized(10**6)]
        every = numbers if setting.full else [number for number in numbers if number < 10**6]
        peaks = {number: _checked(folder, number) for number in every}
        one = {number: _checked(folder, number, "--select", "repetition/doubled-word") for number in numbers[-2:]}
    for number, done in peaks.items():
        figures.append(_memory(f"{number:,} documents, all rules", done, number))
    for number, done in one.items():
        figures.append(_memory(f"{number:,} documents, one rule: readers and reporter", done, number))
    if not setting.full and len(one) == 2:
        (few, small), (lots, big) = one.items()
        near = peaks[every[-1]].peak + max(0.0, big.peak - small.peak) * (lots - every[-1]) / (lots - few)
        note = f"{every[-1]:,} with all rules, and what a document adds with one rule"
        figures.append(Figure(f"{lots:,} documents, all rules, RECKONED", near, "MB", asked=300, way="≤", note=note))
        setting.lacking[f"{lots:,} documents with all rules, measured"] = "it takes about an hour: --full"
    return figures


def _checked(folder: str, number: int, *more: str) -> Ran:
    path = Path(folder, f"{number}.jsonl")
    if not path.exists():
        with path.open("w", encoding="utf-8") as file:
            file.writelines(tiny(number))
    return ran(_checking(folder, "--no-cache", *more, str(path)))


def _memory(name: str, done: Ran, number: int) -> Figure:
    asked = 300.0 if "all rules" in name else None
    note = f"{number / done.cpu:,.0f} documents a CPU second"
    return Figure(name, done.peak, "MB", asked=asked, way="≤", cpu=done.cpu, wall=done.wall, note=note)


def jobs(setting: Setting) -> list[Figure]:
    """Two workers over 200,000 words, beside one."""
    if (os.cpu_count() or 1) < 2:
        setting.lacking["two jobs"] = "one core"
        return []
    texts = setting.translated(200_000)
    one, two = _ways(list(texts.texts), [("--no-cache", "--jobs", "1"), ("--no-cache", "--jobs", "2")], setting.rounds)
    ratio = measured(alone.wall / both.wall for alone, both in zip(one, two, strict=True))
    figures = [
        _process(f"{cores} job{'s' * (cores > 1)}, whole process", runs, texts.words, texts.name, cores)
        for cores, runs in ((1, one), (2, two))
    ]
    more = measured(both.cpu / alone.cpu for alone, both in zip(one, two, strict=True)).median
    note = f"wall over wall; {more:.2f} × the CPU"
    return [*figures, figure("two jobs over one", ratio, "×", asked=1.7, note=note)]


def cache(setting: Setting) -> list[Figure]:
    """A second run over 10,000 short documents that have not changed."""
    texts = many(setting.clean, setting.sized(10_000))
    with tempfile.TemporaryDirectory() as folder:
        path = _lines(texts, folder)
        way = _checking(folder, path)
        environment = {name: value for name, value in os.environ.items() if name != "MTQA_CACHE"}
        environment["XDG_CACHE_HOME"] = folder
        ran(_checking(folder, "--no-cache", _STORY), environment)  # writes the index of the rules
        first = ran(way, environment)
        again = [ran(way, environment) for _ in range(setting.rounds)]
    words = sum(map(count, texts))
    figures = [_process("first run, cache empty", [first], words, f"{len(texts):,} documents of 75 words")]
    figures.append(_process("second run, nothing changed", again, words, "the same"))
    ratio = measured(first.wall / one.wall for one in again)
    note = f"wall over wall; {measured(first.cpu / one.cpu for one in again).median:.1f} × by CPU"
    return [*figures, figure("second run over the first", ratio, "×", asked=15, note=note)]


def start(setting: Setting) -> list[Figure]:
    """Whole processes on little work."""
    figures = []
    for name, way in (
        ("mtqa --help", ["--help"]),
        ("mtqa check, a story of 132 words", ["check", "--no-cache", _STORY]),
    ):
        ran(command(*way))
        runs = [ran(command(*way)) for _ in range(setting.rounds)]
        wall = measured(one.wall for one in runs).median
        note = f"{max(one.peak for one in runs):.0f} MB"
        figures.append(figure(name, measured(one.cpu for one in runs), "CPU s", wall=wall, note=note))
    return figures


def _ways(texts: list[str], ways: Sequence[Sequence[str]], rounds: int) -> list[list[Ran]]:
    """Whole processes over the texts as one file, in turn."""
    found: list[list[Ran]] = [[] for _ in ways]
    with tempfile.TemporaryDirectory() as folder:
        path = _lines(texts, folder)
        for _ in range(rounds):
            for way, runs in zip(ways, found, strict=True):
                runs.append(ran(_checking(folder, *way, path)))
    return found


def _checking(folder: str, *more: str) -> list[str]:
    return command("check", "--exit-zero", "--format", "jsonl", "--output", f"{folder}/out", *more)


def _lines(texts: Sequence[str], folder: str) -> str:
    path = Path(folder, "texts.jsonl")
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    return str(path)


def _process(name: str, runs: Sequence[Ran], words: int, note: str, cores: int = 1) -> Figure:
    cpu, wall = measured(one.cpu for one in runs), measured(one.wall for one in runs)
    rate = Measured(*(words / seconds for seconds in (wall.median, wall.most, wall.least)))
    peak = max(one.peak for one in runs)
    note = f"{note}, {words:,} words, {peak:.0f} MB"
    per_core = rate.median / cores
    return figure(name, rate, "words/s", cpu=cpu.median, wall=wall.median, note=note, per_core=per_core)
