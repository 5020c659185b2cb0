"""`mtqa baseline` and `check --baseline` as a user meets them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

import pytest

from .conftest import Done, Project

Run = Callable[..., Done]

BAD = "He saw the the dog in the garden of the minister."
OTHER = "Prices for flats near the old harbour of the the city have doubled since spring."


def entries(project: Project, name: str = "b.json") -> list[dict[str, object]]:
    """The entries of a baseline."""
    found = json.loads(project.read(name))["findings"]
    assert isinstance(found, list)
    return found


def test_one_entry_a_line_sorted_with_path_and_document(mtqa: Run, project: Project) -> None:
    project.jsonl("feeds/b.jsonl", BAD, "A garble.")
    project.write("feeds/a.txt", OTHER)
    assert mtqa("baseline", "feeds", "--output", "b.json") == Done(0, "", "")
    lines = project.read("b.json").splitlines()
    assert lines[0] == '{"version": 2, "findings": ['
    assert json.loads(lines[1].rstrip(",")) == {
        "path": "feeds/a.txt", "rule": "house/double", "text": "the the", "count": 1
    }  # fmt: skip
    assert [(entry["path"], entry["document"]) for entry in entries(project)[1:]] == [
        ("feeds/b.jsonl", "d1"),
        ("feeds/b.jsonl", "d2"),
    ]
    assert lines[-1] == "]}"


@pytest.mark.parametrize("spelling", ["a.txt", "./a.txt", "feeds/../a.txt", os.curdir + "/*.txt", "{}/a.txt"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_is_known_again_however_it_is_named(mtqa: Run, project: Project, spelling: str, jobs: str) -> None:
    (project.path / "feeds").mkdir()
    project.write("a.txt", BAD)
    mtqa("baseline", "a.txt", "--output", "feeds/b.json")
    done = mtqa("check", spelling.format(project.path), "--baseline", "feeds/b.json", "--jobs", jobs)
    assert (done.status, done.err) == (0, "")
    assert "suppressed, and not counted: 1 finding\n" in done.out
    assert "not found again" not in done.out


def test_a_new_defect_in_a_file_that_shares_its_ids_is_seen(mtqa: Run, project: Project) -> None:
    project.jsonl("a.jsonl", "A garble.")
    project.jsonl("b.jsonl", "All is well here.")
    mtqa("baseline", "a.jsonl", "b.jsonl", "--output", "b.json")
    project.jsonl("b.jsonl", "A garble.")
    done = mtqa("check", "a.jsonl", "b.jsonl", "--baseline", "b.json")
    assert done.status == 1
    assert "1 failed" in done.out


def test_new_ids_bring_nothing_back(mtqa: Run, project: Project) -> None:
    project.jsonl("a.jsonl", "A garble in the morning news.", OTHER)
    mtqa("baseline", "a.jsonl", "--output", "b.json")
    project.jsonl("a.jsonl", OTHER, "A garble in the morning news.", first=7)
    done = mtqa("check", "a.jsonl", "--baseline", "b.json")
    assert (done.status, done.err) == (0, "")
    assert "suppressed, and not counted: 2 findings\n" in done.out


def test_what_is_not_found_again_is_told_and_pruned(mtqa: Run, project: Project) -> None:
    project.jsonl("a.jsonl", BAD, OTHER)
    project.jsonl("other.jsonl", BAD)
    mtqa("baseline", "a.jsonl", "other.jsonl", "--output", "b.json")
    project.jsonl("a.jsonl", "He saw the dog in the garden of the minister.", OTHER, "A garble.")
    done = mtqa("check", "a.jsonl", "--baseline", "b.json", "--exit-zero")
    assert done.err == (
        "mtqa: note: b.json: 1 accepted finding was not found again; "
        "`mtqa baseline PATHS --output b.json --prune` takes them out\n"
    )
    assert "not found again: 1 finding of the baseline\n" in done.out
    assert mtqa("check", "a.jsonl", "--baseline", "b.json", "--exit-zero", "--quiet").err == ""
    done = mtqa("baseline", "a.jsonl", "--output", "b.json", "--prune")
    assert done == Done(0, "", "mtqa: note: b.json: 1 finding is no longer found and taken out\n")
    assert [(entry["path"], entry["document"]) for entry in entries(project)] == [
        ("a.jsonl", "d2"), ("other.jsonl", "d1"),
    ]  # fmt: skip
    assert mtqa("check", "a.jsonl", "--baseline", "b.json").err == ""


def test_written_anew_it_keeps_reasons_and_what_was_not_looked_at(mtqa: Run, project: Project) -> None:
    project.jsonl("a.jsonl", BAD)
    project.jsonl("other.jsonl", OTHER)
    mtqa("baseline", "a.jsonl", "other.jsonl", "--output", "b.json")
    project.write("b.json", project.read("b.json").replace('"count": 1', '"count": 1, "reason": "a brand"'))
    project.jsonl("a.jsonl", BAD + " A garble.")
    assert mtqa("baseline", "a.jsonl", "--output", "b.json", "--select", "house/garble").status == 0
    assert mtqa("baseline", "a.jsonl", "--output", "b.json") == Done(0, "", "")
    assert [(entry["path"], entry["text"], entry.get("reason")) for entry in entries(project)] == [
        ("a.jsonl", "the the", "a brand"),
        ("a.jsonl", "garble", None),
        ("other.jsonl", "the the", "a brand"),
    ]
    first = project.read("b.json")
    mtqa("baseline", "a.jsonl", "other.jsonl", "--output", "b.json")
    assert project.read("b.json") == first


def test_version_1_is_read_with_a_note_and_written_anew(mtqa: Run, project: Project) -> None:
    project.jsonl("a.jsonl", BAD)
    entry = '{"document": "d1", "rule": "house/double", "text": "the the", "count": 1}'
    project.write("b.json", f'{{"version": 1, "findings": [{entry}]}}\n')
    done = mtqa("check", "a.jsonl", "--baseline", "b.json")
    assert done.err.startswith("mtqa: note: b.json: is of an older version")
    assert "suppressed, and not counted: 1 finding\n" in done.out
    mtqa("baseline", "a.jsonl", "--output", "b.json")
    assert [entry["path"] for entry in entries(project)] == ["a.jsonl"]


def test_something_else_is_not_written_over(mtqa: Run, project: Project) -> None:
    project.jsonl("a.jsonl", BAD)
    project.write("notes.json", '{"mine": 1}')
    done = mtqa("baseline", "a.jsonl", "--output", "notes.json")
    assert (done.status, project.read("notes.json")) == (2, '{"mine": 1}')
    assert done.err == "mtqa: error: notes.json: not written, for what is there is no baseline; name another file\n"
    done = mtqa("baseline", "a.jsonl", "--output", "none.json", "--prune")
    assert (done.status, done.err) == (2, "mtqa: error: none.json: nothing to prune: there is no such baseline\n")


def test_a_baseline_that_accepts_all_scores_as_if_all_were_well(mtqa: Run, project: Project) -> None:
    project.jsonl("a.jsonl", BAD + " A garble.", "A garble.\n\nAll is well.")
    mtqa("baseline", "a.jsonl", "--output", "b.json")
    done = mtqa("check", "a.jsonl", "--baseline", "b.json", "--format", "jsonl")
    for line in done.out.splitlines():
        value = json.loads(line)
        assert (value["score"], value["penalty"], value["verdict"], value["findings"]) == (100.0, 0, "pass", [])
        assert {part["score"] for part in value["segments"]} == {100.0}
