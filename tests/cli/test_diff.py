"""Two runs beside each other: what is new, gone, kept."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def runs(mtqa, project):
    """Writes a report: `runs("old.jsonl", "text of d1", …)`."""

    def make(name, *texts, form="jsonl"):
        project.jsonl("in.jsonl", *texts)
        mtqa("check", "in.jsonl", "--format", form, "--output", name)

    return make


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_new_gone_and_kept(mtqa, runs, form):
    runs("old", "He saw the the dog.", "It is is so.", "We can can go.", form=form)
    runs("new", "Late, he saw the the dog. A garble.", "It is so.", "We can can go.", form=form)
    done = mtqa("diff", "old", "new")
    assert done.status == 1
    first, *lines = done.out.splitlines()
    assert first == "WORSE: 1 new (1 critical), 1 gone (1 major), 2 kept"
    assert lines == [
        "new critical house/garble in.jsonl:1 (d1): “garble”: Nobody can understand this.",
        "gone major house/double in.jsonl:2 (d2): “is is”: The word is doubled.",
    ]


def test_the_same_run_is_no_worse(mtqa, runs):
    runs("old", "He saw the the dog.")
    done = mtqa("diff", "old", "old")
    assert (done.status, done.out, done.err) == (0, "NO WORSE: 0 new, 0 gone, 1 kept\n", "")


def test_the_same_defect_once_more_is_new(mtqa, runs):
    runs("old", "He saw the the dog.")
    runs("new", "He saw the the dog and the the cat.")
    assert mtqa("diff", "old", "new").out.startswith("WORSE: 1 new (1 major), 0 gone, 1 kept")
    assert mtqa("diff", "old", "new", "--max-new", "1").status == 0


def test_documents_that_only_one_run_has(mtqa, runs):
    runs("old", "It is is so.", "A garble.")
    runs("one", "It is is so.")
    forth, back = mtqa("diff", "one", "old"), mtqa("diff", "old", "one")
    assert "1 document only in the new report, with 1 of the new findings\n" in forth.out
    assert (back.status, "1 document only in the old report\n" in back.out) == (0, True)


def test_as_json(mtqa, runs):
    runs("old", "All is well.")
    runs("new", "A garble.")
    made = json.loads(mtqa("diff", "old", "new", "--format", "json").out)
    assert (made["worse"], made["kept"], made["documents"]) == (True, 0, {"new": 0, "gone": 0})
    assert [(one["rule"], one["text"], one["in_both"]) for one in made["new"]] == [("house/garble", "garble", True)]


def test_other_rules_are_told(mtqa, project, runs):
    runs("old", "It is is so.")
    project.write("mtqa.toml", 'rules = ["house"]\nselect = ["house"]\nignore = ["house/garble"]\n')
    runs("new", "It is is so.")
    assert "different rules or configurations" in mtqa("diff", "old", "new").err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no report\n", "bad:1: is no document of a report"),
        ('{"id": "x"}\n', "bad:1: is no document of a report (no path)"),
        ("[" * 100_000, "bad:1: is no"),
        ("\ud800", "bad: is not UTF-8"),
        ("", "bad: holds no document"),
    ],
)
def test_what_is_no_report_is_one_line(mtqa, project, runs, content, said):
    runs("old", "All is well.")
    (project.path / "bad").write_bytes(content.encode("utf-8", "surrogatepass"))
    done = mtqa("diff", "old", "bad")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err
    assert mtqa("diff", "old", "none").err == "mtqa: error: none: cannot read the report: No such file or directory\n"


def test_hostile_text_acts_on_nothing(mtqa, runs):
    runs("old", "All is well.")
    runs("new", "::error::\x1b[31m ##[error] garble garble ::warning::")
    out = mtqa("diff", "old", "new").out
    assert "\x1b" not in out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())


def test_a_file_spelled_another_way_is_the_same(mtqa, project):
    project.write("texts/a.txt", "He saw the the dog.")
    for name, path in (("old", "texts/a.txt"), ("new", "./texts/../texts/a.txt")):
        mtqa("check", path, "--format", "jsonl", "--output", name)
    assert mtqa("diff", "old", "new").out == "NO WORSE: 0 new, 0 gone, 1 kept\n"


def test_a_rule_that_names_an_old_place_says_something_new_of_it(mtqa, project):
    """As it is with a baseline."""
    again = (project.path / "house/double.py").read_text("utf-8")
    project.jsonl("in.jsonl", "He saw the the dog.")
    mtqa("check", "in.jsonl", "--format", "jsonl", "--output", "old")
    mtqa("baseline", "in.jsonl", "--output", "accepted.json")
    project.write("house/twice.py", again)
    mtqa("check", "in.jsonl", "--format", "jsonl", "--output", "new")
    assert mtqa("diff", "old", "new").out.startswith("WORSE: 1 new (1 major), 0 gone, 0 kept")
    assert mtqa("check", "in.jsonl", "--baseline", "accepted.json", "--max-new", "0").status == 1
    back = mtqa("diff", "new", "old")
    assert (back.status, back.out) == (0, "NO WORSE: 0 new, 0 gone, 1 kept\n")


def test_documents_under_different_settings_are_no_different_rules(mtqa, project):
    """The signature of each is held against its own of before."""
    config = (project.path / "mtqa.toml").read_text("utf-8")
    project.write("mtqa.toml", config + '[[path]]\nmatch = "zh/*"\nfail-under = 50\n')
    project.write("zh/a.txt", "All is well.")
    project.write("a.txt", "All is well.")
    mtqa("check", "a.txt", "zh", "--format", "jsonl", "--output", "old")
    assert not mtqa("diff", "old", "old").err
    project.write("mtqa.toml", config + '[[path]]\nmatch = "zh/*"\nfail-under = 51\n')
    mtqa("check", "a.txt", "zh", "--format", "jsonl", "--output", "new")
    assert "the reports are of different rules or configurations" in mtqa("diff", "old", "new").err
