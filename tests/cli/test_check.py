"""What `mtqa check` writes and how its options act."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from .conftest import CONFIG, Done, Project

TEXTS = ("He saw the the dog.", "All is well.", "This is a garble.", "A a cat and the the dog.")


def records(done: Done) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.out.splitlines()]


def rules(done: Done) -> list[list[str]]:
    return [[finding["rule"] for finding in record["findings"]] for record in records(done)]  # type: ignore[attr-defined]


def test_same_bytes_with_any_number_of_jobs(project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS * 5)
    for form in ("text", "json", "csv"):
        one = project.process("check", "in.jsonl", "--format", form)
        two = project.process("check", "in.jsonl", "--format", form, "--jobs", "2")
        assert one == two
        assert one.status == 1


def test_order_of_paths_does_not_matter(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("a.jsonl", *TEXTS[:2])
    project.jsonl("b.jsonl", *TEXTS[2:], first=3)
    project.jsonl("c.jsonl", TEXTS[0], first=1)  # an id of a.jsonl: two feeds may carry one story
    forth = mtqa("check", "a.jsonl", "b.jsonl", "c.jsonl", "--format", "jsonl")
    back = mtqa("check", "c.jsonl", "b.jsonl", "a.jsonl", "b.jsonl", "--format", "jsonl")
    assert forth == back
    assert [json.loads(line)["path"] for line in forth.out.splitlines()][-1] == "c.jsonl"


def test_output_file_and_standard_output_hold_the_same(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS)
    out = mtqa("check", "in.jsonl").out
    assert mtqa("check", "in.jsonl", "--output", "out.txt").out == ""
    assert project.read("out.txt") == out
    assert mtqa("check", "in.jsonl", "-o", "-").out == out


def test_unicode_comes_out_whatever_the_locale(project: Project) -> None:
    project.jsonl("in.jsonl", "„Zażółć gęślą jaźń“ garble 观察者网 \U0001f600.")
    plain = project.process("check", "in.jsonl", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert "观察者网" in plain.out
    assert plain == project.process("check", "in.jsonl", LC_ALL="C.UTF-8")


def test_broken_characters_do_not_end_the_run(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.jsonl", '{"id": "a\\ud800", "text": "A garble \\ud83d here."}\n')
    for form in ("text", "json", "jsonl", "csv", "sarif", "junit", "github"):
        assert mtqa("check", "in.jsonl", "--format", form).status in (1, 2)


def test_hostile_names_cannot_act_on_the_terminal(mtqa: Callable[..., Done]) -> None:
    done = mtqa("check", "no\x1b[31m\nsuch.txt")
    assert done.status == 2
    assert "\x1b" not in done.err
    assert done.err.count("\n") == 1


def test_standard_input(project: Project) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mtqa", "check", "-", "--format", "jsonl"],
        cwd=project.path,
        input=b"He saw the the dog.\n",
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"][0]["rule"] == "house/double"


def test_colours_only_where_wanted(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS)
    assert "\x1b[" not in mtqa("check", "in.jsonl").out
    assert "\x1b[" in mtqa("check", "in.jsonl", "--color").out


def test_quiet_says_nothing_but_errors(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS)
    assert mtqa("check", "in.jsonl", "-q") == Done(1, "", "")
    assert mtqa("check", "none.txt", "-q") == Done(2, "", "mtqa: error: none.txt: no such file or directory\n")
    assert mtqa("check", "in.jsonl", "-q", "-o", "out.txt") == Done(1, "", "")
    assert project.read("out.txt")


def test_select_and_ignore_take_commas_and_repeats(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "He saw the the garble.")
    both = [["house/double", "house/garble"]]
    assert rules(mtqa("check", "in.jsonl", "--format", "jsonl", "--select", "house/double, house/garble")) == both
    assert (
        rules(mtqa("check", "in.jsonl", "--format", "jsonl", "--select", "house/double", "--select", "house/garble"))
        == both
    )
    assert rules(mtqa("check", "in.jsonl", "--format", "jsonl", "--ignore", "house/garble")) == [["house/double"]]


def test_options_override_the_configuration(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "He saw the the dog.", "This is a garble.")
    project.write("mtqa.toml", CONFIG + 'fail-on = "never"\nfail-under = 0\nmin-severity = "critical"\n')
    assert mtqa("check", "in.jsonl").status == 0
    assert rules(mtqa("check", "in.jsonl", "--format", "jsonl")) == [[], ["house/garble"]]
    assert mtqa("check", "in.jsonl", "--fail-on", "critical").status == 1
    assert mtqa("check", "in.jsonl", "--fail-under", "99").status == 1
    done = mtqa("check", "in.jsonl", "--min-severity", "neutral", "--select", "house/double", "--format", "jsonl")
    assert rules(done) == [["house/double"], []]


@pytest.mark.parametrize(
    ("args", "verdicts"),
    [
        ([], ["pass", "fail"]),  # 95 points; critical
        (["--fail-on", "never"], ["pass", "warn"]),  # 75 points
        (["--fail-on", "major"], ["fail", "fail"]),
        (["--fail-on", "never", "--fail-under", "80"], ["pass", "fail"]),
        (["--fail-on", "never", "--warn-under", "96"], ["warn", "warn"]),
    ],
)
def test_gate(mtqa: Callable[..., Done], project: Project, args: list[str], verdicts: list[str]) -> None:
    project.jsonl("in.jsonl", "He saw the the dog.", "This is a garble.")
    done = mtqa("check", "in.jsonl", "--format", "jsonl", *args)
    assert [record["verdict"] for record in records(done)] == verdicts
    assert done.status == int("fail" in verdicts)


def test_signature_does_not_depend_on_the_folder(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "He saw the the dog.")
    here = records(mtqa("check", "in.jsonl", "--format", "jsonl"))[0]["signature"]
    for name in ("house/double.py", "house/garble.py", "mtqa.toml", "in.jsonl"):
        project.write(f"elsewhere/{name}", project.read(name))
    there = mtqa("check", "elsewhere/in.jsonl", "--config", "elsewhere/mtqa.toml", "--format", "jsonl")
    assert records(there)[0]["signature"] == here


def test_suppression_of_no_rule_is_an_error(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "All is well.")
    project.write("mtqa.toml", CONFIG + '[[suppress]]\nrule = "house/duoble"\n')
    done = mtqa("check", "in.jsonl")
    path = project.path / "mtqa.toml"
    said = f"mtqa: error: {path}:4: suppress: no rule or family 'house/duoble'; did you mean 'house/double'?\n"
    assert done == Done(2, "", said)


def test_suppressed_findings_are_counted_but_neither_shown_nor_scored(
    mtqa: Callable[..., Done], project: Project
) -> None:
    project.jsonl("in.jsonl", "He saw the the dog.", "He saw the the cat and a a cow.")
    project.write(
        "mtqa.toml",
        CONFIG + '[[suppress]]\nrule = "house/double"\ntext = "the the"\ndocument = "d*"\nreason = "our style"\n',
    )
    done = mtqa("check", "in.jsonl", "--format", "jsonl")
    assert [[finding["text"] for finding in record["findings"]] for record in records(done)] == [[], ["a a"]]  # type: ignore[attr-defined]
    assert [record["penalty"] for record in records(done)] == [0, 5]
    assert "suppressed, and not counted: 2 findings" in mtqa("check", "in.jsonl").out
