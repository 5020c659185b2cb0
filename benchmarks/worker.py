"""One checker in a process of its own, run by whatever Python has it: `python -P worker.py NAME`.

Each line of standard input is a list of texts in JSON; each answer is [processor seconds, seconds by the clock,
findings]. Before the first answer stands the version; a checker that is not installed ends with status 3. It imports
nothing of the benchmarks, for the environment of a rival has neither them nor mtqa.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from importlib.metadata import version

Lint = Callable[[str], int]

#: A text that pays for what is read once; it is no part of any figure.
FIRST = "The first text pays for what is read once: It it is no part of of the figures, and 3 men was in Genf.\n"


def _mtqa() -> tuple[str, Lint]:
    gc.set_threshold(50_000, 20, 20)  # as the processes of its command line do, 0.2.0's, too
    import mtqa
    from mtqa import Document
    from mtqa.engine import Engine

    engine = Engine()
    return mtqa.__version__, lambda text: len(engine.check(Document.from_text(text)).findings)


def _proselint() -> tuple[str, Lint]:
    from proselint.checks import __register__  # type: ignore[import-not-found]
    from proselint.config import DEFAULT  # type: ignore[import-not-found]
    from proselint.registry import CheckRegistry  # type: ignore[import-not-found]
    from proselint.tools import LintFile  # type: ignore[import-not-found]

    CheckRegistry().register_many(__register__)
    config = {**DEFAULT, "max_errors": 10**9}  # all of them, as mtqa gives
    return version("proselint"), lambda text: len(LintFile("story", text).lint(config))


def _harper() -> tuple[str, Lint]:
    from harper import Language, Linter  # type: ignore[import-not-found]

    linter = Linter()
    return version("harper-py"), lambda text: len(linter.lint(text, language=Language.PLAINTEXT))


def _lingotweaker() -> tuple[str, Lint]:
    import lingotweaker_data_en  # type: ignore[import-not-found] # noqa: F401 (without its data it finds nothing)
    from lt_py import Engine as Tweaker  # type: ignore[import-not-found]

    engine = Tweaker("en-US")
    return version("lingotweaker"), lambda text: len(engine.check(text))


def _spacy() -> tuple[str, Lint]:
    import spacy  # type: ignore[import-not-found]

    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    blank.max_length = 10**9

    def read(text: str) -> int:
        blank(text)
        return 0

    return version("spacy"), read


CHECKERS: dict[str, Callable[[], tuple[str, Lint]]] = {
    "mtqa": _mtqa,
    "proselint": _proselint,
    "harper-py": _harper,
    "lingotweaker": _lingotweaker,
    "spaCy blank": _spacy,
}


def main() -> None:
    """Answer until the input ends."""
    try:
        said, lint = CHECKERS[sys.argv[1]]()
    except ImportError as error:
        print(error, file=sys.stderr)
        raise SystemExit(3) from error
    lint(FIRST)
    slower = float(os.environ.get("MTQA_BENCHMARK_SLOWER", "0"))  # share of its time to burn, for a trial of the gate
    print(json.dumps(said), flush=True)
    for line in sys.stdin:
        cpu, wall = time.process_time(), time.perf_counter()
        found = sum(map(lint, json.loads(line)))
        until = cpu + (1 + slower) * (time.process_time() - cpu)
        while time.process_time() < until:
            pass
        print(json.dumps((time.process_time() - cpu, time.perf_counter() - wall, found)), flush=True)


if __name__ == "__main__":
    main()
