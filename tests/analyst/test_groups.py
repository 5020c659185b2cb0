"""`mtqa report --group-by`: the figures are right, the same everywhere, and say what they are not."""

from __future__ import annotations

import csv
import io
import itertools
import math
from collections.abc import Callable, Sequence

import pytest

from mtqa.tables.groups import COMPARED, Figure, differences, figures
from mtqa.tables.samples import Sample

from ..cli.conftest import Done, Project


def sample(group: str, number: int, score: float, words: int = 100, failed: int = 0, found: int = 0) -> Sample:
    return Sample(group, f"{number:03}", None, words, round(100 - score), round(score * 100), failed, (found, 0))


def one(made: Sequence[Figure], group: str, measure: str, against: str = "") -> Figure:
    (found,) = [row for row in made if (row.group, row.measure, row.against) == (group, measure, against)]
    return found


def test_figures_are_means_and_rates() -> None:
    made = figures(
        [sample("A", 1, 90, 100, 1, 3), sample("A", 2, 60, 300), sample("B", 1, 100, 50)], ("names", "numbers")
    )
    assert one(made, "A", "score").value == 75.0
    assert one(made, "A", "penalty_per_100").value == 12.5
    assert one(made, "A", "failed_percent").value == 50.0
    assert one(made, "A", "findings_per_1000") == Figure("A", "", "findings_per_1000", "names", 2, 400, 7.5)
    assert one(made, "B", "findings_per_1000").value == 0.0
    assert one(made, "A", "score").low is None, "no interval of two documents"


def test_an_interval_is_the_binomials_where_documents_pass_or_fail() -> None:
    failing, count = 12, 40
    made = figures([sample("A", n, 100, failed=int(n < failing)) for n in range(count)], ())
    figure = one(made, "A", "failed_percent")
    chances = [math.comb(count, k) * 0.3**k * 0.7 ** (count - k) for k in range(count + 1)]
    below = list(itertools.accumulate(chances))
    low = next(k for k, chance in enumerate(below) if chance >= 0.025)
    high = next(k for k, chance in enumerate(below) if chance >= 0.975)
    assert figure.value == 30.0
    assert figure.low == pytest.approx(100 * low / count, abs=2.6)
    assert figure.high == pytest.approx(100 * high / count, abs=2.6)


def test_a_p_value_is_near_that_of_all_shuffles() -> None:
    left, right = [80, 85, 70, 90, 60, 95, 75, 88], [78, 80, 72, 84, 55, 93, 70, 90]
    made = differences(
        [sample("A", n, score) for n, score in enumerate(left)]
        + [sample("B", n, score) for n, score in enumerate(right)]
    )
    gaps = [a - b for a, b in zip(left, right, strict=True)]
    sums = [
        abs(sum(gap * sign for gap, sign in zip(gaps, signs, strict=True)))
        for signs in itertools.product((1, -1), repeat=8)
    ]
    exact = sum(total >= abs(sum(gaps)) for total in sums) / len(sums)
    figure = one(made, "A", "score", "B")
    assert figure.value == pytest.approx(sum(gaps) / 8)
    assert figure.p == pytest.approx(exact, abs=0.02)
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low <= figure.value <= figure.high


def test_two_that_are_the_same_do_not_differ_and_two_that_do_differ() -> None:
    members = [sample("A", n, 80 + n % 7) for n in range(60)]
    same = [row._replace(group="B") for row in members]
    worse = [row._replace(group="C", score=row.score - 500 - 100 * (n % 3)) for n, row in enumerate(members)]
    made = differences([*members, *same, *worse])
    assert (one(made, "A", "score", "B").p, one(made, "A", "score", "B").value) == (1.0, 0.0)
    assert one(made, "A", "score", "C").p == pytest.approx(1 / 10_001)
    assert one(made, "A", "score", "C").p_holm == pytest.approx(3 / 10_001)
    assert one(made, "B", "score", "C").p_holm == pytest.approx(3 / 10_001), "Holm's never falls"


def test_only_documents_that_both_hold_are_compared() -> None:
    left = [sample("A", n, 90) for n in range(20)]
    right = [sample("B", n, 80) for n in range(15, 40)]
    assert one(differences([*left, *right]), "A", "score", "B").documents == 5
    assert differences([*left, *right[1:]]) == []


def test_the_same_figures_on_any_machine_in_any_order() -> None:
    samples = [
        sample(group, n, 60 + (7 * n + 5 * k * (n % 3)) % 40, 80 + n, n % 2, n % 3)
        for n in range(30)
        for k, group in enumerate("AB")
    ]
    made, turned = (figures(rows, ("names",)) + differences(rows) for rows in (samples, samples[::-1]))
    assert made == turned
    score, gap = one(made, "A", "score"), one(made, "A", "score", "B")
    assert [round(number or 0, 6) for number in (score.value, score.low, score.high)] == [
        78.833333,
        74.633333,
        83.266667,
    ]
    assert [round(number or 0, 6) for number in (gap.low, gap.high, gap.p)] == [-3.833333, 5.833333, 0.947405]


def test_more_groups_than_anyone_compares_are_not() -> None:
    samples = [sample(f"{group:02}", n, 90) for group in range(11) for n in range(5)]
    assert len({row.group for row in figures(samples, ())}) == 11
    assert differences(samples) == []


def engines(project: Project, *, sources: bool = False) -> None:
    """Twelve stories by two engines, of which B doubles words."""
    lines = ["key,engine,source,text"]
    for number in range(12):
        source = f"Исходный текст {number}." if sources else ""
        lines.append(f"a{number},A,{source},He saw a dog in the city today.")
        lines.append(f"{'b' if sources else 'a'}{number},B,{source},{'He saw the the dog in the city today.'}")
    project.write("in.csv", "\n".join(lines) + "\n")


ARGS = ("report", "in.csv", "--id-column", "key", "--group-by", "engine")


@pytest.mark.parametrize("sources", [False, True])
def test_engines_of_one_table_are_compared(mtqa: Callable[..., Done], project: Project, sources: bool) -> None:
    engines(project, sources=sources)
    done = mtqa(*ARGS, "--fail-under", "50")
    assert (done.status, done.err) == (0, "")
    assert "24 documents by engine\n" in done.out
    assert "A − B       12         mean score" in done.out
    assert "must not be used to rank modern engines: docs/estimate.md" in " ".join(done.out.split())
    assert "Holm" in done.out


def test_the_comparison_as_csv_has_a_row_a_figure(mtqa: Callable[..., Done], project: Project) -> None:
    engines(project)
    mtqa(*ARGS, "--groups", "g.csv", "--documents", "d.csv")
    rows = list(csv.DictReader(io.StringIO(project.read("g.csv"), newline="")))
    own = [row for row in rows if not row["against"]]
    assert [row["measure"] for row in own if row["group"] == "A"] == [*COMPARED, "findings_per_1000"]
    (rate,) = [row for row in own if row["group"] == "B" and row["family"] == "house"]
    assert (rate["documents"], rate["value"]) == ("12", "111.11")
    (gap,) = [row for row in rows if row["against"] and row["measure"] == "penalty_per_100"]
    assert (gap["group"], gap["against"], gap["documents"], gap["words"]) == ("A", "B", "12", "")
    assert float(gap["p"]) < 0.01
    assert "engine" in project.read("d.csv").splitlines()[0].split(","), "what is grouped by is kept"


def test_the_comparison_as_markdown(mtqa: Callable[..., Done], project: Project) -> None:
    engines(project)
    mtqa(*ARGS, "--groups", "g.md")
    assert "| engine | documents | words | mean score | penalty per 100 words | failed, % |\n|---|" in project.read(
        "g.md"
    )


def test_engines_in_files_of_their_own_are_paired_where_that_is_said(
    mtqa: Callable[..., Done], project: Project
) -> None:
    for name in ("a.csv", "b.csv"):
        rows = [f"{number},{name},All is well in the city today." for number in range(6)]
        project.write(name, "\n".join(["id,engine,text", *rows]) + "\n")
    apart = mtqa("report", "a.csv", "b.csv", "--group-by", "engine")
    assert "No two groups hold 5 documents of the same sources (see --pair-by): none are compared." in apart.out
    paired = mtqa("report", "a.csv", "b.csv", "--group-by", "engine", "--pair-by", "id")
    assert "a.csv − b.csv  6 " in paired.out


def test_groups_of_two_columns_and_of_ours(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.csv", "id,engine,date,text\n1,A,2024-01-31,All is well.\n2,,2024-02-01,All is well.\n3,A,,...\n")
    done = mtqa("report", "in.csv", "--group-by", "month,engine")
    assert "2 documents by month, engine; 1 document unchecked, left out\n" in done.out
    assert "\n2024-01 / A " in done.out
    assert "\n2024-02 / (none) " in done.out


def test_names_of_groups_are_no_formula_no_markup_no_command(mtqa: Callable[..., Done], project: Project) -> None:
    names = ("=cmd()", "<script>x</script>", "::error::x", "\x1b[31mred", "a|b", "x" * 500)
    rows = [f'{number},"{name}",All is well.' for number, name in enumerate(names)]
    project.write("in.csv", "\n".join(["id,engine,text", *rows]) + "\n")
    text = mtqa("report", "in.csv", "--group-by", "engine").out
    assert "\x1b" not in text
    assert "\n::" not in text
    assert max(map(len, text.splitlines())) < 250
    mtqa("report", "in.csv", "--group-by", "engine", "--groups", "g.md")
    mtqa("report", "in.csv", "--group-by", "engine", "--groups", "g.csv")
    assert "<script" not in project.read("g.md")
    assert "| a&#124;b |" in project.read("g.md")
    groups = {row["group"] for row in csv.DictReader(io.StringIO(project.read("g.csv"), newline=""))}
    assert "'=cmd()" in groups
    assert not any(group.startswith(("=", "::")) for group in groups)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--groups", "g.md"), "--groups says how groups are compared: name their columns with --group-by, too"),
        (("--pair-by", "id"), "--pair-by says how groups are compared: name their columns with --group-by, too"),
        (
            ("--group-by", "engine", "--groups", "g.xlsx"),
            "--groups g.xlsx: a comparison is written as .txt, .md or .csv",
        ),
        (("--group-by", "engine", "--documents", "-"), "-: a table or page goes there, too"),
        (
            ("--group-by", "engine", "--documents", "g.csv", "--groups", "./g.csv"),
            "./g.csv: a table or page goes there",
        ),
        (("--group-by", "engin"), "in.csv:1: no column 'engin'; did you mean 'engine'?"),
        (("--group-by", " , "), "names no column"),
    ],
)
def test_what_cannot_be_compared_is_one_line(
    mtqa: Callable[..., Done], project: Project, args: tuple[str, ...], said: str
) -> None:
    engines(project)
    done = mtqa("report", "in.csv", *args)
    assert done.status == 2
    assert said in done.err


def test_it_says_where_not_the_same_rules_ran(mtqa: Callable[..., Done], project: Project) -> None:
    engines(project)
    assert "Not the same rules ran" not in mtqa(*ARGS).out
    rows = ["id,engine,source,text"]
    rows += [
        f"{n},{engine},{source},All is well."
        for n in range(5)
        for engine, source in (("A", "Alles ist gut."), ("B", ""))
    ]
    project.write("in.csv", "\n".join(rows) + "\n")
    done = mtqa("report", "in.csv", "--group-by", "engine", "--select", "house,adequacy", "--source-language", "de")
    assert "Not the same rules ran on all of these documents" in done.out


def test_quiet_writes_files_and_nothing_else(mtqa: Callable[..., Done], project: Project) -> None:
    engines(project)
    assert mtqa(*ARGS, "-q").out == ""
    mtqa(*ARGS, "-q", "--groups", "g.txt")
    assert "mean score" in project.read("g.txt")
