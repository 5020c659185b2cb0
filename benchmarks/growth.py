"""`python -m benchmarks.growth`: whether a rule, or the analysis, takes out of proportion long for a long text.

Each text below makes a careless rule take hours. It is checked at two lengths, one eight times the other, in process:
the analysis and every rule by itself, in processor time. What is linear takes eight times as long; more than sixteen
times as long is out of proportion. Other work on the machine may make it look so: such a text is tried again, and the
least of all tries counts, since what is slow is slow each time. Status 1 where something is out of proportion.
"""

from __future__ import annotations

import argparse
import gc
import math
import time
from collections import deque
from collections.abc import Callable
from functools import partial

from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine

#: Makes a text of a length: (target, source).
Text = Callable[[int], tuple[str, str | None]]

#: Seconds of this process under which a ratio says nothing; the ratio of the two lengths; that allowed of the times.
SLIGHT, FACTOR, ALLOWED = 0.05, 8, 16

#: Times a text is tried while it looks out of proportion.
TRIES = 5

#: What makes a target of a given length, and a length at which it takes a second at most.
LONG: dict[str, tuple[Callable[[int], str], int]] = {
    "long line": (lambda n: "The minister said that the talks with the company in Geneva would go on. " * n, 4_000),
    "long word": (lambda n: "a" * n, 400_000),
    "long word inside": (lambda n: "He said A" + "b" * n + " is here.", 400_000),
    "long number": (lambda n: "1" * n, 400_000),
    "number of many groups": (lambda n: "1," * n, 200_000),
    "word of many parts": (lambda n: "a-" * n, 200_000),
    "full stops": (lambda n: "." * n, 200_000),
    "spaces": (lambda n: "a" + " " * n + "b", 400_000),
    "quotes": (lambda n: '"' * n, 40_000),
    "spaced quotes": (lambda n: '" a ' * n, 16_000),
    "opening quotes": (lambda n: "“a " * n, 40_000),
    "closing quotes": (lambda n: "a” " * n, 40_000),
    "apostrophes": (lambda n: "'a " * n, 40_000),
    "brackets": (lambda n: "(" * n, 40_000),
    "nested brackets": (lambda n: "(a " * n + ") " * n, 16_000),
    "sentences of one word": (lambda n: "Go. " * n, 20_000),
    "sentences of one word in lower case": (lambda n: "go. " * n, 20_000),
    "copies of a name": (lambda n: "Tillerson " * n, 40_000),
    "copies of a full name": (lambda n: "Rex Tillerson " * n, 20_000),
    "names": (lambda n: " ".join(f"N{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{i // 676}o" for i in range(n)), 30_000),
    "copies of a phrase": (lambda n: "the northern territories " * n, 40_000),
    "names in a list": (lambda n: "Japan, " * n, 20_000),
    "relations": (lambda n: "talks between Japan and " * n, 12_000),
    "ways": (lambda n: "from China to " * n, 12_000),
    "chains of states": (lambda n: "Peru and Chile and Bolivia, " * n, 8_000),
    "bodies in lower case": (lambda n: "united nations security council " * n, 12_000),
    "clauses joined by commas": (lambda n: "The house was old, " * n + "it was cold and it was very dark.", 12_000),
    "semicolons inside phrases": (lambda n: "the very hot; water of the house " * n, 10_000),
    "changes of script": (lambda n: "China 中国 " * n, 16_000),
    "abbreviations": (lambda n: "U.S. " * n, 40_000),
    "dashes": (lambda n: "- " * n, 80_000),
    "lines": (lambda n: "a\n" * n, 20_000),
    "paragraphs": (lambda n: "A line.\n\n" * n, 12_000),
    "years and shares": (lambda n: "In 2015 year, 44% of 1.5 million. " * n, 6_000),
}

#: The same with a source: pairs that make a careless comparison take hours, as (source, target).
LONG_PAIRS: dict[str, tuple[Callable[[int], tuple[str, str]], int]] = {
    "numbers": (lambda n: (" ".join(map(str, range(n))), " ".join(map(str, range(n, 2 * n)))), 16_000),
    "Chinese numerals": (lambda n: ("一千二百三十四万五千六百" * n, "12,345,600 " * n), 16_000),
    "digits in a row": (lambda n: ("1" * n, "2" * n), 80_000),
    "questions": (lambda n: ("你好吗？" * n, "How are you. " * n), 16_000),
    "Latin names": (lambda n: ("苹果 " + " ".join(f"Brand{i}X" for i in range(n)), "apple " * n), 16_000),
    "a long source, a short target": (lambda n: ("中" * n, "a"), 80_000),
    "a short source, a long target": (lambda n: ("中", "word " * n), 60_000),
    "torn addresses": (lambda n: ("http://a.b/ " * n, "https: / / " * n), 16_000),
    "Chinese names": (lambda n: ("习近平" * n, "Xi Jinping " * n), 24_000),
}


def costs(engine: Engine, target: str, source: str | None) -> dict[str, float]:
    """Processor seconds of the analysis and of every rule over a text, by rule id."""
    document = Document.from_text(target) if source is None else Document("d", (Segment(target, source),))
    spent = {}
    gc.collect()
    gc.disable()  # or one of the rules pays for the garbage of all
    start = time.process_time()
    for part in ("index", "names", "quotes", "relations", "variety"):
        getattr(document.analysis, part)
    spent["(analysis)"] = time.process_time() - start
    for rule in engine.rules:
        if rule.missing(document) is None and rule.run is not None:
            start = time.process_time()
            deque(rule.run(document), maxlen=0)
            spent[rule.id] = time.process_time() - start
    gc.enable()
    return spent


def growth(engine: Engine, make: Text, length: int) -> dict[str, tuple[float, float]]:
    """Least seconds at an eighth of the length and at the length, by rule id."""
    least: dict[str, tuple[float, float]] = {}
    for _ in range(TRIES):
        short = costs(engine, *make(length // FACTOR))
        long = costs(engine, *make(length))
        for name, seconds in long.items():
            before = least.get(name, (math.inf, math.inf))
            least[name] = min(before[0], short.get(name, math.inf)), min(before[1], seconds)
        if not any(map(slow, least.values())):
            break
    return least


def slow(times: tuple[float, float]) -> bool:
    """Whether the second time is out of proportion to the first."""
    return times[1] > max(SLIGHT, ALLOWED * times[0])


def texts() -> dict[str, tuple[Text, int]]:
    """All of them by name: what makes (target, source), and the greater length."""
    found: dict[str, tuple[Text, int]] = {
        name: (partial(_alone, make), length) for name, (make, length) in LONG.items()
    }
    for name, (make, length) in LONG_PAIRS.items():
        found[f"{name}, source"] = partial(_turned, make), length
    return found


def _alone(make: Callable[[int], str], length: int) -> tuple[str, None]:
    return make(length), None


def _turned(make: Callable[[int], tuple[str, str]], length: int) -> tuple[str, str]:
    source, target = make(length)
    return target, source


def main() -> None:
    """Measure all texts, or those that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="names of texts, as they are printed (default: all)")
    chosen = parser.parse_args().texts
    known = texts()
    for name in chosen:
        if name not in known:
            parser.error(f"no text {name!r}")
    engine = Engine(Config(select=("all",)))
    bad = 0
    print(f"what takes more than {SLIGHT} s: seconds, and over those at an {FACTOR}th (allowed: {ALLOWED})\n")
    for name in chosen or known:
        times = growth(engine, *known[name])
        print(f"{name} ({sum(long for _, long in times.values()):.2f} s)")
        rows = sorted((long / short, rule) for rule, (short, long) in times.items() if long > SLIGHT)
        for ratio, rule in reversed(rows):
            said = "  out of proportion" if slow(times[rule]) else ""
            bad += bool(said)
            print(f"  {rule:<46}{times[rule][1]:>8.3f}{ratio:>7.1f}{said}", flush=True)
    if bad:
        raise SystemExit(f"{bad} out of proportion")


if __name__ == "__main__":
    main()
