"""A gate for what is new: --changed and --since for what is in git, --seen for feeds."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Done, Project

Run = Callable[..., Done]

FAULT = "He saw the the dog."


def git(project: Project, *args: str) -> str:
    """Run git in the project, as whoever."""
    who = (
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "init.defaultBranch=main",
    )
    return subprocess.run(
        ["git", *who, *args],
        cwd=project.path,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "HOME": "/none"},
    ).stdout


def commit(project: Project) -> None:
    """Everything there is."""
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message=as it is")


def checked(run: Done) -> list[str]:
    """The documents of a report in JSON."""
    return [f"{document['path']} {document['id']}" for document in json.loads(run.out)["documents"]]


@pytest.fixture
def repository(project: Project) -> Project:
    """A project in git with two texts and a feed."""
    git(project, "init", "--quiet")
    project.write("texts/a.txt", FAULT)
    project.write("texts/b ö\n.txt", FAULT)
    project.jsonl("texts/feed.jsonl", FAULT, "All is well.")
    commit(project)
    return project


def test_only_what_changed_since_the_commit_is_checked(repository: Project, mtqa: Run) -> None:
    repository.write("texts/b ö\n.txt", "All is well.")
    repository.write("texts/new.txt", "It is new.")
    repository.jsonl("texts/feed.jsonl", FAULT, "All is well.", "One more.")
    run = mtqa("check", "--format", "json", "--changed", "texts")
    assert checked(run) == [
        "texts/b ö\n.txt texts/b ö\n.txt",
        "texts/feed.jsonl d3",
        "texts/new.txt texts/new.txt",
    ]
    assert "mtqa: note: 3 not new, and left out (files and documents)\n" in run.err
    git(repository, "add", "--all")
    assert checked(mtqa("check", "--format", "json", "--changed", "texts")) == checked(run), "staged or not"


@pytest.mark.usefixtures("repository")
def test_where_nothing_changed_the_gate_passes_and_says_so(mtqa: Run) -> None:
    run = mtqa("check", "--changed", "texts")
    assert run.status == 0
    assert run.out.startswith("PASS: nothing new to check\n")
    report = json.loads(mtqa("check", "--format", "json", "--changed", "texts").out)
    assert (report["outcome"], report["documents"]) == ("pass", [])
    assert mtqa("check", "--changed", "texts/none.txt").status == 2, "what is not there is an error all the same"


def test_a_file_that_was_only_touched_is_not_new(repository: Project, mtqa: Run) -> None:
    (repository.path / "texts/a.txt").write_text(FAULT + "\n", "utf-8")
    assert checked(mtqa("check", "--format", "json", "--changed", "texts")) == []


def test_an_entry_is_new_where_its_text_is(repository: Project, mtqa: Run) -> None:
    """Entries may move, as those of a feed do."""
    lines = [{"id": "d9", "text": "It is new."}, {"id": "d2", "text": "All is well!"}, {"id": "d1", "text": FAULT}]
    repository.write("texts/feed.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    assert checked(mtqa("check", "--format", "json", "--changed", "texts")) == [
        "texts/feed.jsonl d9",
        "texts/feed.jsonl d2",
    ]


def test_since_a_branch_is_since_what_both_have_in_common(repository: Project, mtqa: Run) -> None:
    git(repository, "switch", "--quiet", "--create", "work")
    repository.write("texts/mine.txt", "It is mine.")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    repository.write("texts/theirs.txt", "It is theirs.")
    commit(repository)
    git(repository, "switch", "--quiet", "work")
    assert checked(mtqa("check", "--format", "json", "--changed", "texts")) == []
    assert checked(mtqa("check", "--format", "json", "--since", "main", "texts")) == ["texts/mine.txt texts/mine.txt"]


@pytest.mark.parametrize("ref", ["none", "--output=x", "-h"])
@pytest.mark.usefixtures("repository")
def test_a_commit_there_is_not_is_an_error(mtqa: Run, ref: str) -> None:
    run = mtqa("check", f"--since={ref}", "texts")
    assert (run.status, run.err) == (
        2,
        f"mtqa: error: --since {ref}: git knows no such commit; fetch it first, or name another\n",
    )


def test_outside_of_git_it_is_an_error(project: Project, mtqa: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    project.jsonl("a.jsonl", FAULT)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.path.parent))
    run = mtqa("check", "--changed", "a.jsonl")
    assert run.status == 2
    assert run.err.startswith("mtqa: error: --changed and --since are for files in git: fatal: not a git repository")


def test_before_the_first_commit_everything_is_new(project: Project, mtqa: Run) -> None:
    git(project, "init", "--quiet")
    project.write("a.txt", FAULT)
    git(project, "add", "a.txt")
    assert checked(mtqa("check", "--format", "json", "--changed", "a.txt")) == ["a.txt a.txt"]


def test_nothing_that_the_repository_brings_along_is_run(
    repository: Project, mtqa: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hooks, monitors, filters, drivers, pagers and remotes out of its configuration."""
    trap = repository.write("trap.sh", '#!/bin/sh\ntouch "$TRAP"\ncat\n')
    trap.chmod(0o755)
    mark = repository.path.parent / "run.mark"
    monkeypatch.setenv("TRAP", str(mark))
    config = f"""
[core]
	fsmonitor = {trap}
	hooksPath = {repository.path}
	pager = {trap}
	sshCommand = {trap}
[filter "it.is=so"]
	clean = {trap}
	smudge = {trap}
	process = {trap}
	required = true
[diff]
	external = {trap}
[diff "it"]
	command = {trap}
	textconv = {trap}
[remote "origin"]
	url = ext::{trap}
	promisor = true
	partialclonefilter = blob:none
"""
    with (repository.path / ".git/config").open("a") as file:
        file.write(config)
    for name in ("post-index-change", "query-watchman", "reference-transaction"):
        repository.write(f".git/hooks/{name}", trap.read_text()).chmod(0o755)
        repository.write(name, trap.read_text()).chmod(0o755)
    repository.write(".gitattributes", "*.txt filter=it.is=so diff=it\n*.jsonl filter=it.is=so\n")
    feed = repository.path / "texts/feed.jsonl"
    feed.write_text(feed.read_text().replace("well", "good"))  # as long as before
    state = (repository.path / ".git/index").stat()
    os.utime(feed, ns=(state.st_mtime_ns, state.st_mtime_ns))
    run = mtqa("check", "--format", "json", "--since", "HEAD", "texts")
    assert checked(run) == ["texts/feed.jsonl d2"]
    assert not mark.exists()
    subprocess.run(["git", "status"], cwd=repository.path, capture_output=True)
    assert mark.exists(), "the trap works"


def test_a_feed_is_judged_by_the_entries_no_run_has_seen(project: Project, mtqa: Run) -> None:
    project.jsonl("monday.jsonl", FAULT, "All is well.")
    run = mtqa("check", "--format", "json", "--seen", "seen.db", "monday.jsonl")
    assert len(checked(run)) == 2
    project.jsonl("tuesday.jsonl", FAULT, "All is well!", "It is new.")
    assert checked(mtqa("check", "--format", "json", "--seen", "seen.db", "tuesday.jsonl")) == [
        "tuesday.jsonl d2",
        "tuesday.jsonl d3",
    ]
    last = mtqa("check", "--seen", "seen.db", "monday.jsonl", "tuesday.jsonl")
    assert (last.status, last.out.partition("\n")[0]) == (0, "PASS: nothing new to check")


def test_what_is_not_new_is_not_gone_from_the_baseline(project: Project, mtqa: Run) -> None:
    project.jsonl("a.jsonl", FAULT)
    mtqa("baseline", "a.jsonl", "--output", "accepted.json")
    for _ in range(2):
        run = mtqa("check", "--baseline", "accepted.json", "--seen", "seen.db", "a.jsonl")
        assert "not found again" not in run.err + run.out


def test_a_document_on_which_a_rule_crashed_is_not_seen(project: Project, mtqa: Run) -> None:
    project.jsonl("a.jsonl", "CRASH here.", "All is well.")
    assert mtqa("check", "--seen", "seen.db", "a.jsonl").status == 2
    assert checked(mtqa("check", "--format", "json", "--seen", "seen.db", "a.jsonl")) == ["a.jsonl d1"]


def test_a_store_is_not_written_where_a_report_could_not_be(project: Project, mtqa: Run) -> None:
    project.jsonl("a.jsonl", FAULT)
    assert mtqa("check", "--seen", "seen.db", "--output", "none/out.txt", "a.jsonl").status == 2
    assert not Path("seen.db").exists()


@pytest.mark.parametrize("damage", ["cut", "short", "pages"])
def test_a_damaged_store_is_begun_anew_with_a_line(project: Project, mtqa: Run, damage: str) -> None:
    project.jsonl("a.jsonl", *(f"This is the story of number {number}." for number in range(400)))
    mtqa("check", "--seen", "seen.db", "a.jsonl")
    whole = Path("seen.db").read_bytes()
    Path("seen.db").write_bytes(
        {"cut": whole[: len(whole) // 2], "short": whole[:50], "pages": whole[:100] + b"\xff" * (len(whole) - 100)}[
            damage
        ]
    )
    Path("seen.db-journal").write_bytes(b"left over")
    run = mtqa("check", "--format", "json", "--seen", "seen.db", "a.jsonl")
    assert "mtqa: warning: seen.db: is " in run.err
    assert ": begun anew, all entries counted as new\n" in run.err
    again = mtqa("check", "--format", "json", "--seen", "seen.db", "a.jsonl")
    assert (checked(again), "warning" in again.err) == ([], False)


@pytest.mark.parametrize("content", [b"My notes.\n", b"SQLite format 3\0" + b"\1" * 100])
def test_another_file_is_never_a_store(project: Project, mtqa: Run, content: bytes) -> None:
    project.jsonl("a.jsonl", FAULT)
    Path("notes.txt").write_bytes(content)
    run = mtqa("check", "--seen", "notes.txt", "a.jsonl")
    assert (run.status, run.err) == (2, "mtqa: error: notes.txt: is no store of seen entries; name another file\n")
    assert Path("notes.txt").read_bytes() == content


def test_a_store_that_cannot_be_written_is_said_before_the_work(project: Project, mtqa: Run) -> None:
    project.jsonl("a.jsonl", FAULT)
    for name, why in (("none/seen.db", "there is no such folder"), ("house", "is no regular file")):
        run = mtqa("check", "--seen", name, "a.jsonl")
        assert (run.status, run.out) == (2, "")
        assert f"mtqa: error: {name}: " in run.err
        assert why in run.err


def test_a_store_inside_what_is_checked_is_refused(project: Project, mtqa: Run) -> None:
    project.jsonl("feeds/a.jsonl", FAULT)
    run = mtqa("check", "--seen", "feeds/seen.db", "feeds")
    assert run.status == 2
    assert "feeds/seen.db: lies inside what is checked" in run.err


def test_two_runs_at_once_add_to_each_other(project: Project) -> None:
    names = [
        project.jsonl(f"{name}.jsonl", f"This is the story of {name}.").name for name in ("Ann", "Bob", "Cy", "Di")
    ]
    command = [sys.executable, "-m", "mtqa", "check", "--seen", "seen.db", "--format", "json"]
    runs = [subprocess.Popen([*command, name], cwd=project.path, stdout=subprocess.DEVNULL) for name in names]
    assert [run.wait(300) for run in runs] == [0] * len(names)
    database = sqlite3.connect(project.path / "seen.db")
    assert database.execute("SELECT count(*) FROM seen").fetchone() == (len(names),)
    database.close()


def test_a_run_that_is_killed_leaves_the_store_as_it_was(project: Project, mtqa: Run) -> None:
    """Killed at moments spread over its whole time."""
    project.jsonl("old.jsonl", "It is old.")
    project.jsonl("new.jsonl", *(f"This is the story of number {number}." for number in range(300)))
    mtqa("check", "--seen", "seen.db", "old.jsonl")
    command = [sys.executable, "-m", "mtqa", "check", "--seen", "seen.db", "--quiet", "new.jsonl"]
    started = time.monotonic()
    before = (project.path / "seen.db").read_bytes()
    subprocess.run([*command[:-1], "old.jsonl"], cwd=project.path, check=True)
    whole = time.monotonic() - started
    for part in range(1, 9):
        run = subprocess.Popen(command, cwd=project.path)
        time.sleep(whole * part / 8)
        run.send_signal(signal.SIGKILL)
        run.wait()
        left = project.process("check", "--seen", "seen.db", "--format", "json", "old.jsonl")
        assert (checked(left), "warning" in left.err) == ([], False)
        database = sqlite3.connect(project.path / "seen.db")
        assert database.execute("SELECT count(*) FROM seen").fetchone()[0] in (1, 301), "all or nothing"
        database.close()
        (project.path / "seen.db").write_bytes(before)
