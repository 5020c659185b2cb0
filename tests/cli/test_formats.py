"""Several reports of one run, and what is said of it."""

from __future__ import annotations

import json

import pytest


def test_several_reports_of_one_run(mtqa, project):
    project.write("a.txt", "He saw the the dog.\n")
    done = mtqa("check", "a.txt", "--format", "text", "--format", "jsonl=out.jsonl", "--format", "sarif=out.sarif")
    assert done.out.startswith("PASS: 1 finding in 1 document")
    assert json.loads(project.read("out.jsonl"))["findings"][0]["rule"] == "house/double"
    assert json.loads(project.read("out.sarif"))["runs"][0]["results"]


def test_a_report_without_a_file_goes_to_output(mtqa, project):
    project.write("a.txt", "A garble here.\n")
    done = mtqa("check", "a.txt", "--format", "csv", "--format", "junit=out.xml", "--output", "out.csv")
    assert (done.status, done.out) == (1, "")
    assert project.read("out.csv").count("house/garble") == 1
    assert "house/garble" in project.read("out.xml")


@pytest.mark.parametrize(
    "args",
    [
        ("--format", "text", "--format", "json"),
        ("--format", "text=a", "--format", "json=a"),
        ("--format", "text=a", "--format", "json", "--output", "a"),
    ],
)
def test_two_reports_for_one_place_are_refused(mtqa, project, args):
    project.write("a.txt", "All is well.\n")
    done = mtqa("check", "a.txt", *args)
    assert done.status == 2
    assert "two reports would go to one place" in done.err
    assert not (project.path / "a").exists()


def test_an_output_for_no_report_is_refused(mtqa, project):
    project.write("a.txt", "All is well.\n")
    done = mtqa("check", "a.txt", "--format", "json=a.json", "--output", "b")
    assert done.status == 2
    assert "--output b has no report" in done.err


@pytest.mark.parametrize(("value", "said"), [("word", "'word' is not one of text, json"), ("json=", "names no file")])
def test_a_wrong_format_is_named(mtqa, project, value, said):
    project.write("a.txt", "All is well.\n")
    done = mtqa("check", "a.txt", "--format", value)
    assert done.status == 2
    assert said in done.err


def test_a_report_never_replaces_the_input(mtqa, project):
    project.write("a.txt", "All is well.\n")
    done = mtqa("check", "a.txt", "--format", "text", "--format", "json=a.txt")
    assert (done.status, project.read("a.txt")) == (2, "All is well.\n")


def test_one_line_says_what_the_run_came_to(mtqa, project):
    project.write("a.txt", "A garble here.\n")
    said = (
        "mtqa: FAIL: 1 finding in 1 document: 1 failed, 0 with a warning, 0 passed; configuration: mtqa.toml; "
        "gate, where not the default: select=house\n"
    )
    assert mtqa("check", "a.txt", "--format", "json").told == said
    assert mtqa("check", "a.txt", "--output", "report.txt").told == said
    assert mtqa("check", "a.txt").told == ""
    assert mtqa("check", "a.txt", "--format", "json=out.json", "--quiet").told == ""
