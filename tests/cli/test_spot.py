"""`mtqa spot` as an editor sees it."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.cli.story import marks_for, story_lines
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.registry import load_rules

from .conftest import DOUBLE, Done, Project

Command = Callable[..., Done]
TEXTS = ("This is a garble, a a garble.", "All is well in the city.", "He saw the the dog.")


def test_the_worst_story_with_marks_and_notes(mtqa: Command, project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS)
    done = mtqa("spot", "in.jsonl", "--worst", "1")
    assert done.status == 0
    assert "  | This is a ⟦garble⟧(1), ⟦a a⟧(2) ⟦garble⟧(3).\n" in done.out
    assert "    (2) house, major: The word is doubled. Suggestion: “a”.\n" in done.out
    assert "Rules: house/double (2); house/garble (1, 3)\n" in done.out
    assert "All is well" not in done.out
    assert done.out.endswith("1 of 3 stories, the lowest scores first\n")


def test_overlapping_marks_are_joined_and_each_note_quotes(mtqa: Command, project: Project) -> None:
    project.jsonl("in.jsonl", "He made garble garble here.")
    out = mtqa("spot", "in.jsonl").out
    assert "He made ⟦garble garble⟧(1,2,3) here." in out
    assert "(1) house, critical: “garble”: Nobody can understand this." in out
    assert "(2) house, major: “garble garble”: The word is doubled." in out


def test_lines_are_wrapped_and_keep_every_word(mtqa: Command, project: Project) -> None:
    words = [f"word{number}" for number in range(200)] + ["x" * 300, "::error::", "end"]
    project.jsonl("in.jsonl", " ".join(words))
    lines = [line for line in mtqa("spot", "in.jsonl").out.splitlines() if line.startswith("  | ")]
    assert " ".join(line[4:] for line in lines).split() == words
    assert all(len(line) <= 80 or "x" * 300 in line for line in lines)


def test_colour_underlines_instead(mtqa: Command, project: Project) -> None:
    project.jsonl("in.jsonl", "He saw the the dog.")
    out = mtqa("spot", "in.jsonl", "--color").out
    assert "\x1b[31m\x1b[4mthe the\x1b[0m(1)" in out
    assert "⟦" not in out


def test_it_does_not_gate_but_says_what_is_broken(mtqa: Command, project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS)
    assert mtqa("spot", "in.jsonl").status == 0
    assert mtqa("spot", "in.jsonl", "none.txt").status == 2


def test_the_headline_comes_first_then_what_to_look_at_first(mtqa: Command, project: Project) -> None:
    segments = [{"target": "It was late the the day."}, {"target": "He saw a a dog, a garble and an an end."}]
    line = {"id": "a", "title": "A a town is garble", "segments": segments}
    project.write("in.jsonl", json.dumps(line) + "\n")
    lines = mtqa("spot", "in.jsonl").out.splitlines()
    assert lines[0] == "A a town is ⟦garble⟧(1)"
    assert "  (1) title: house, critical: “garble”: Nobody can understand this." in lines
    first = lines.index("Look at these first:")
    assert [line[:6] for line in lines[first + 1 : first + 4]] == ["  (1) ", "  (2) ", "  (3) "]
    assert lines.count("A a town is ⟦garble⟧(1)") == 1


def test_families_are_called_in_plain_words(mtqa: Command, project: Project) -> None:
    project.write("mtqa.toml", "")
    project.jsonl("in.jsonl", "U.S. Secretary of State Condoleezza Tillerson visited Japan , he said.")
    out = mtqa("spot", "in.jsonl").out
    assert "(1) name, critical: No U.S. Secretary of State" in out
    assert "(2) punctuation, minor: " in out
    body, foot = out.split("\nRules: ")
    assert "names/chimera" not in body
    assert foot.startswith("names/chimera (1); punctuation/space-before-mark (2)\n")


def test_every_family_has_plain_words() -> None:
    from mtqa.reporters.families import family_name

    families = {rule.family for rule in load_rules().rules}
    names = {family: family_name(family) for family in families}
    assert len(set(names.values())) == len(families)
    assert [family for family in families if names[family] == family] == sorted(
        {"grammar", "punctuation", "spelling"} & families, key=list(families).index
    )


SOURCE = {"id": "a", "segments": [{"target": "He saw the the dog.", "source": "Er sah den Hund."}]}


def test_the_source_stands_under_each_paragraph(mtqa: Command, project: Project) -> None:
    project.write("in.jsonl", json.dumps(SOURCE) + "\n")
    assert "  | He saw ⟦the the⟧(1) dog.\n  > Er sah den Hund.\n    (1) house, major" in mtqa("spot", "in.jsonl").out


def lines_of(target: str, source: str, columns: int, color: bool = False) -> list[str]:
    report = Engine(Config()).check(Document("a", (Segment(target, source),)))
    return list(story_lines(report, columns, color=color, ticks={}, missed=()))


def test_in_a_wide_terminal_it_stands_beside() -> None:
    text = "He saw the the dog in the town, " * 8
    lines = [line for line in lines_of(text, "Er sah den Hund in der Stadt. " * 4, 120) if line[:4] in ("  | ", "    ")]
    lines = [line for line in lines if line.startswith("  | ") or "  > " in line]
    assert {line.index("  > ") for line in lines if "  > " in line} == {58}
    left = " ".join(line.partition("  > ")[0][4:].strip() for line in lines)
    right = " ".join(line.partition("  > ")[2].strip() for line in lines)
    assert re.sub(r"⟦|⟧\([\d,]+\)", "", left).split() == text.split()
    assert right.split() == ("Er sah den Hund in der Stadt. " * 4).split()


SIGNS = st.text(alphabet="⟦⟧⟪⟫❲❳⦅⦆【】<>()1234 ab,", max_size=30)


@given(SIGNS, SIGNS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)), max_size=4))
def test_marks_cannot_be_mistaken_for_the_text(target: str, source: str, places: Sequence[tuple[int, int]]) -> None:
    marks = marks_for(Document("a", (Segment(target, source),)))
    spans, last = [], 0
    for start, size in sorted(places):
        start = max(start, last)
        if start + size <= len(target):
            spans.append((start, start + size))
            last = start + size
    shown, last = "", 0
    for number, (start, end) in enumerate(spans, 1):
        shown += f"{target[last:start]}{marks.before}{target[start:end]}{marks.behind}({number})"
        last = end
    shown += target[last:]
    pattern = re.escape(marks.before) + "(.*?)" + re.escape(marks.behind) + r"\(\d+\)"
    assert re.sub(pattern, r"\1", shown) == target
    assert [found[1] for found in re.finditer(pattern, shown)] == [target[start:end] for start, end in spans]


def test_a_sample_is_settled_by_the_seed(mtqa: Command, project: Project) -> None:
    project.jsonl("in.jsonl", *[f"Story number {number} is well." for number in range(50)])
    seven = mtqa("spot", "in.jsonl", "--sample", "3", "--seed", "7")
    assert seven == mtqa("spot", "in.jsonl", "--sample", "3", "--seed", "7")
    assert seven == mtqa("spot", "in.jsonl", "--sample", "3", "--seed", "7", "--jobs", "2")
    others = {mtqa("spot", "in.jsonl", "--sample", "3", "--seed", str(seed)).out for seed in range(4)}
    assert len(others) > 1
    assert seven.out.count("Story number") == 3
    everything = mtqa("spot", "in.jsonl", "--sample", "60").out
    assert everything.count("Story number") == 50


@pytest.mark.parametrize("seed", range(5))
def test_a_sample_is_spread_over_verdicts_and_files(mtqa: Command, project: Project, seed: int) -> None:
    for name in ("a", "b", "c"):
        project.jsonl(f"{name}.jsonl", *["All is well here."] * 20, "A garble.")
    out = mtqa("spot", "a.jsonl", "b.jsonl", "c.jsonl", "--sample", "6", "--seed", str(seed)).out
    assert out.count("(fail)") == out.count("(pass)") == 3
    for name in ("a", "b", "c"):
        assert out.count(f"{name}.jsonl\nscore") == 2


def test_what_the_baseline_holds_is_left_out_and_said(mtqa: Command, project: Project) -> None:
    project.jsonl("in.jsonl", "He saw the the dog.")
    mtqa("baseline", "in.jsonl", "--output", "accepted.json")
    project.jsonl("in.jsonl", "He saw the the dog. It was a garble.")
    out = mtqa("spot", "in.jsonl", "--baseline", "accepted.json").out
    assert "He saw the the dog. It was a ⟦garble⟧(1)." in out
    assert "1 finding more in the baseline\n" in out


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_sheet_goes_out_and_comes_back(mtqa: Command, project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS)
    done = mtqa("spot", "in.jsonl", "--worst", "1", "--sheet", "ticks.csv")
    assert done.err == "mtqa: note: ticks.csv: 3 findings to be judged: write accept or dismiss into `verdict`\n"
    sheet = rows(project.path / "ticks.csv")
    assert [(row["document"], row["path"], row["rule"], row["text"], row["verdict"]) for row in sheet] == [
        ("d1", "in.jsonl", "house/garble", "garble", ""),
        ("d1", "in.jsonl", "house/double", "a a", ""),
        ("d1", "in.jsonl", "house/garble", "garble", ""),
    ]
    sheet[0] |= {"verdict": "dismiss", "by": "Ann", "comment": "a term of art"}
    missed = {**sheet[0], "rule": "", "verdict": "missed", "text": "This is", "comment": "no verb"}
    with (project.path / "ticks.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(sheet[0]))
        writer.writeheader()
        writer.writerows([*sheet, missed])
    done = mtqa("spot", "in.jsonl", "--worst", "1", "--sheet", "ticks.csv")
    assert done.err.startswith("mtqa: note: ticks.csv: 2 findings to be judged")
    flat = " ".join(done.out.split())
    assert "(1) [dismiss by Ann] house, critical: Nobody can understand this. (a term of art)" in flat
    assert "(+) missed: “This is”: no verb\n" in done.out
    kept = rows(project.path / "ticks.csv")
    assert [row["verdict"] for row in kept] == ["dismiss", "missed", "", ""]
    assert kept[0]["comment"] == "a term of art"
    before = project.read("ticks.csv")
    mtqa("spot", "in.jsonl", "--worst", "1", "--sheet", "ticks.csv")
    assert project.read("ticks.csv") == before


def test_a_sheet_that_is_none_is_an_error_before_any_work(mtqa: Command, project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS)
    project.write("ticks.csv", "a,b\n1,2\n")
    done = mtqa("spot", "in.jsonl", "--sheet", "ticks.csv")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("mtqa: error: ticks.csv:1: column 'a' is unknown")
    assert project.read("ticks.csv") == "a,b\n1,2\n"


def test_a_sheet_never_replaces_what_is_read(mtqa: Command, project: Project) -> None:
    project.write("in.csv", "document,text\n1,He saw the the dog.\n")
    done = mtqa("spot", "in.csv", "--sheet", "in.csv")
    assert done.status == 2
    assert project.read("in.csv").startswith("document,text\n")
    assert DOUBLE in project.read("house/double.py")
