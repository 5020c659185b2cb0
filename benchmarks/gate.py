"""`python -m benchmarks.gate`: fails where this version takes 15 % more of the processor a word than was last accepted.

The yardstick is the last release, run beside it: the same texts, a few at a time, in turn, each round by new processes.
Of each lot the least that any round took counts, for other work on the machine only ever adds. What is compared is this
version's time over the release's, with the ratio in accepted.json. A ratio too high is measured twice more before
it fails. Status 1: slower than accepted. Status 2: the release is not at hand.

`--accept WHY` writes the ratio measured into accepted.json: a change on purpose, with its reason, that a reader of the
difference sees. `--slower SHARE` burns so much more time in this version: a trial of the gate itself.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import release
from benchmarks.clock import MissingError, Spent, mtqa, taken
from benchmarks.text import clean, count, first, short, stories

#: Share over what was accepted that fails; times each text is read before it is judged, and before it fails.
ALLOWED, ROUNDS, TRIES = 0.15, 4, 3

_WORDS, _LOT = 5_000, 200  # of each kind of text; of a document, each of which is a lot

#: Seconds of each lot: of this version, of the release.
Round = tuple[Sequence[float], Sequence[float]]


def ratio(rounds: Sequence[Round]) -> float:
    """This version's time over the release's: of each lot the least of all rounds."""
    return _least(rounds, 0) / _least(rounds, 1)


def _least(rounds: Sequence[Round], side: int) -> float:
    return sum(min(one[side][lot] for one in rounds) for lot in range(len(rounds[0][side])))


def judge(measure: Callable[[], Round], accepted: float, say: Callable[[str], None] = print) -> tuple[bool, float]:
    """Whether the ratio is within what is allowed, and the ratio; measured again before it is said not to be."""
    rounds: list[Round] = []
    for _ in range(TRIES):
        rounds += [measure() for _ in range(ROUNDS)]
        found = ratio(rounds)
        over = found / accepted - 1
        say(f"{len(rounds)} rounds: {found:.3f} × the release's time; accepted {accepted:.3f}: {over:+.1%}")
        if found <= accepted * (1 + ALLOWED):
            return True, found
    return False, found


def texts() -> list[str]:
    """Good news and translations, a few thousand words of each, so short that some round leaves each in peace."""
    return list(short([*clean(()).upto(_WORDS).texts, *stories(_WORDS, seed=1)], _LOT))


def main() -> int:
    """Measure and judge."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--accept", metavar="WHY", help="accept what is measured from now on")
    parser.add_argument("--slower", type=float, default=0.0, metavar="SHARE", help="burn so much more, for a trial")
    options = parser.parse_args()
    known = release.accepted()
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        try:
            sides = [mtqa(), release.last(Path(folder))]
        except MissingError as error:
            print(error, file=sys.stderr)
            return 2
        read = texts()
        lots = [([text], count(text)) for text in read]
        words = sum(size for _, size in lots)
        before = first()

        rounds: list[Round] = []

        def measure() -> Round:
            rounds.append(_seconds(taken(sides, lots, before=before, slower=options.slower)))
            return rounds[-1]

        passed, found = judge(measure, known.ratio)
    own, other = (_least(rounds, side) / words * 1e6 for side in (0, 1))
    took = time.perf_counter() - begin
    print(f"{words:,} words: {own:.1f} µs a word, mtqa {known.release} {other:.1f}; it took {took:.0f} s")
    if options.accept:
        release.accept(known._replace(ratio=round(found, 3), why=options.accept))
        return 0
    if not passed:
        print(f"slower than accepted by more than {ALLOWED:.0%}: mend it, or --accept WHY (benchmarks/README.md)")
    elif found < known.ratio / (1 + ALLOWED):
        print("much faster than accepted: write the new ratio with --accept, or the gate sleeps")
    return 0 if passed else 1


def _seconds(spent: Sequence[Sequence[Sequence[Spent]]]) -> Round:
    own, other = ([one.cpu for one in side[0]] for side in spent)
    return own, other


if __name__ == "__main__":
    sys.exit(main())
