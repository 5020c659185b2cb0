"""`python -m benchmarks.against PYTHON FILE...`: this version against another, in turn: other work falls on both.

PYTHON is the interpreter of an environment with the other version. Each round gives both the same documents, a few at
a time, twice over: first as new text, then as text seen before. Only processor time counts, and what is said is the
ratio to the other version's speed: 0.5 is half as fast. Without files the stories of the other benchmarks are read.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.clock import Side, batches, taken
from benchmarks.text import count, stories

_LOT = 3_000  # words that one version is given before it is the other's turn


def main() -> None:
    """Run both versions over the same texts and print how they compare."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.against", description=__doc__)
    parser.add_argument("python", help="interpreter of the environment with the other version")
    parser.add_argument("files", nargs="*", type=Path, help='JSON Lines: {"segments": [{"target": …}, …]}')
    parser.add_argument("--words", type=int, default=30_000, help="of each file (default: 30,000)")
    parser.add_argument("--rounds", type=int, default=3, help="each in new processes (default: 3)")
    options = parser.parse_args()
    pythons = (sys.executable, options.python)
    sides = [Side(python, "mtqa", python) for python in pythons]
    print(f"{'':<28}{'words':>9}{'this, words/s':>15}{'other':>10}{'ratio':>7}")
    for name, texts in _sets(options.files, options.words):
        total = sum(map(count, texts))
        lots = batches(texts, _LOT, {text: count(text) for text in texts})
        rounds = [taken(sides, lots, times=2) for _ in range(options.rounds)]
        for number, what in enumerate(("new text", "seen before")):
            own, other = (sum(lot.cpu for one in rounds for lot in one[side][number]) / len(rounds) for side in (0, 1))
            print(f"{f'{name}, {what}':<28}{total:>9,}{total / own:>15,.0f}{total / other:>10,.0f}{other / own:>7.2f}")
    own, other = (_process(python, options.rounds) for python in pythons)
    print(f"{'one story, whole process':<37}{own:>13.2f} s{other:>8.2f} s{other / own:>7.2f}")


def _sets(files: list[Path], words: int) -> Iterator[tuple[str, list[str]]]:
    """Texts by name: of each file as many as make up that many words."""
    if not files:
        yield "stories of samples/", list(stories(words))
    for path in files:
        texts: list[str] = []
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                texts.append("\n\n".join(segment["target"] for segment in json.loads(line)["segments"]))
                words_left = words - sum(map(count, texts))
                if words_left <= 0:
                    break
        yield path.name, texts


def _process(python: str, rounds: int) -> float:
    """Processor seconds of a whole process that checks one story, at best; its byte code is made before."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "story.txt").write_text(next(stories(1)), encoding="utf-8")
        keeps = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = {**keeps, "PYTHONPYCACHEPREFIX": str(Path(folder, "code"))}
        command = [python, "-m", "mtqa", "check", "story.txt"]
        spent = []
        for _ in range(rounds + 1):
            before = os.times()
            subprocess.run(command, capture_output=True, check=False, cwd=folder, env=environment)
            behind = os.times()
            spent.append(behind.children_user + behind.children_system - before.children_user - before.children_system)
    return min(spent)


if __name__ == "__main__":
    main()
