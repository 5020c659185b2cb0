"""The gate of a whole run: shares, numbers of findings, inputs that cannot be read."""

from __future__ import annotations

import json

import pytest

GOOD, BAD = "All is well.", "A garble here."


@pytest.mark.parametrize(("share", "status", "said"), [("50%", 0, "WARN"), ("0.5", 0, "WARN"), ("49.9%", 1, "FAIL")])
def test_some_documents_may_fail(mtqa, project, share, status, said):
    project.jsonl("in.jsonl", GOOD, BAD)
    done = mtqa("check", "in.jsonl", "--fail-share", share)
    assert done.status == status
    assert done.out.startswith(f"{said}: 1 finding in 2 documents: 1 failed, 0 with a warning, 1 passed; 50.00% of 2 ")
    assert f"fail-share={50 if status == 0 else 49.9}%" in done.out


def test_documents_that_nobody_judged_are_no_part_of_the_share(mtqa, project):
    project.write("in.jsonl", json.dumps({"id": "x", "text": BAD}) + "\n" + json.dumps({"id": "y", "text": "1"}) + "\n")
    assert mtqa("check", "in.jsonl", "--fail-share", "60%").status == 1


@pytest.mark.parametrize("value", ["101%", "-1%", "two", "nan", "1.5"])
def test_what_is_no_share_is_refused(mtqa, project, value):
    project.jsonl("in.jsonl", GOOD)
    done = mtqa("check", "in.jsonl", "--fail-share", value)
    assert done.status == 2
    assert "must be a share" in done.err


def test_so_many_findings_and_no_more(mtqa, project):
    project.jsonl("in.jsonl", "He saw the the dog.", "It is is so.")
    assert mtqa("check", "in.jsonl", "--max-findings", "2").status == 0
    done = mtqa("check", "in.jsonl", "--max-findings", "1")
    assert done.status == 1
    assert "FAIL: 2 findings in 2 documents: 0 failed, 0 with a warning, 2 passed; 2 findings (1 tolerated)" in done.out
    assert mtqa("check", "in.jsonl", "--max-findings", "1", "--exit-zero").status == 0


def test_new_findings_are_those_the_baseline_does_not_hold(mtqa, project):
    project.jsonl("in.jsonl", "He saw the the dog.", "It is is so.")
    mtqa("baseline", "in.jsonl", "--output", "b.json")
    project.jsonl("in.jsonl", "He saw the the dog.", "It is is so.", "We can can go.")
    run = ("check", "in.jsonl", "--baseline", "b.json")
    assert mtqa(*run, "--max-new", "1").status == 0
    assert "1 new findings (0 tolerated)" in mtqa(*run, "--max-new", "0").out
    assert mtqa(*run, "--max-new", "0").status == 1
    assert mtqa(*run, "--max-findings", "3").status == 0
    assert "3 findings (2 tolerated)" in mtqa(*run, "--max-findings", "2").out
    done = mtqa("check", "in.jsonl", "--max-new", "0")
    assert (done.status, "name one with --baseline" in done.err) == (2, True)


def test_some_inputs_may_be_unreadable(mtqa, project):
    project.jsonl("in.jsonl", GOOD)
    done = mtqa("check", "in.jsonl", "none.txt", "--allow-unreadable", "1")
    assert done.status == 0
    assert "none.txt: no such file" in done.err
    assert "1 not read (1 tolerated)" in done.out
    assert mtqa("check", "in.jsonl", "none.txt", "nor.txt", "--allow-unreadable", "1").status == 2
    assert mtqa("check", "none.txt", "--allow-unreadable", "1").status == 2, "nothing was checked"


def test_the_configuration_may_say_all_of_it(mtqa, project):
    project.jsonl("in.jsonl", GOOD, BAD)
    project.write("mtqa.toml", 'rules = ["house"]\nselect = ["house"]\nfail-share = "50%"\nallow-unreadable = 1\n')
    assert mtqa("check", "in.jsonl", "none.txt").status == 0
    assert mtqa("check", "in.jsonl", "none.txt", "--fail-share", "0").status == 1
    project.write("mtqa.toml", "max-findings = -1\n")
    assert "mtqa.toml:1: max-findings: must be a whole number, 0 or more" in mtqa("check", "in.jsonl").err
