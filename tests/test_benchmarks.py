"""What the benchmarks reckon with: the gate on speed, exponents, tables. They time nothing."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from benchmarks import pages
from benchmarks.clock import batches, measured
from benchmarks.figures import Figure, table
from benchmarks.gate import ALLOWED, Round, judge, ratio
from benchmarks.scale import exponent

LOTS = [0.05 + 0.01 * place for place in range(20)]


def rounds(own: float, noise: random.Random, burst: float = 0.5) -> Callable[[], Round]:
    """Rounds of a version that takes `own` times the release's time, other work beside it by chance."""

    def measure() -> Round:
        taken: tuple[list[float], list[float]] = ([], [])
        for lot in LOTS:
            load = 1 + noise.random() * burst  # falls on both, but not evenly
            taken[0].append(lot * own * load * (1 + noise.random() * burst / 4))
            taken[1].append(lot * load * (1 + noise.random() * burst / 4))
        return taken

    return measure


@pytest.mark.parametrize("seed", range(50))
def test_a_busy_machine_does_not_fail(seed: int) -> None:
    passed, _ = judge(rounds(2.5, random.Random(seed), burst=1), 2.5, say=str)
    assert passed


@pytest.mark.parametrize("seed", range(50))
@pytest.mark.parametrize("burst", [0, 0.2, 1])
def test_a_third_slower_fails(seed: int, burst: float) -> None:
    passed, found = judge(rounds(2.5 * 1.3, random.Random(seed), burst), 2.5, say=str)
    assert not passed
    assert found > 2.5 * (1 + ALLOWED)


def test_one_bad_round_counts_for_nothing() -> None:
    good: Round = ([2.0, 4.0], [1.0, 2.0])
    assert ratio([good, ([20.0, 4.0], [1.0, 9.0])]) == 2.0


def test_it_is_measured_again_before_it_fails() -> None:
    lines: list[str] = []
    assert judge(lambda: ([3.0], [1.0]), 2.0, lines.append) == (False, 3.0)
    assert [line.partition(":")[0] for line in lines] == ["4 rounds", "8 rounds", "12 rounds"]


def test_exponent_of_what_is_in_proportion_and_of_what_is_not() -> None:
    sizes = [1_000 * 2**power for power in range(9)]
    assert exponent(sizes, [size * 1e-4 for size in sizes]) == pytest.approx(1)
    assert exponent(sizes, [size**1.1 for size in sizes]) == pytest.approx(1.1)


def test_the_pages_say_what_is_kept() -> None:
    for path, text in pages.made().items():
        assert path.read_text("utf-8") == text, "write it anew: python -m benchmarks --pages"


def test_lots_hold_all_texts_in_their_order() -> None:
    texts = [str(number) for number in range(10)]
    lots = batches(texts, 3, dict.fromkeys(texts, 1))
    assert [text for lot, _ in lots for text in lot] == texts
    assert [words for _, words in lots] == [3, 3, 3, 1]


def test_the_table_says_what_is_asked_and_whether_it_is_met() -> None:
    lines = table(
        [
            Figure("speed", 90_000.4, "words/s", *measured([3, 1, 2])[1:], asked=120_000, cpu=1.5, wall=2, note="news"),
            Figure("memory", 250, "MB", asked=300, way="≤"),
            Figure("plain", 1.234, "×"),
        ]
    ).splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert cells[2] == ["speed", "90,000 words/s", "1 to 3", "≥ 120,000 words/s", "NO", "1.50", "2.00", "news"]
    assert cells[3] == ["memory", "250 MB", "", "≤ 300 MB", "yes", "", "", ""]
    assert cells[4] == ["plain", "1.23 ×", "", "", "", "", "", ""]
