"""Exit statuses and streams, as a shell or CI system sees them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa.cli import run

from .conftest import Done, Project

GOOD = "All is well in the city, and nobody has seen a dog."
BAD = "This is a garble."


def test_passes_with_0(project: Project) -> None:
    project.jsonl("in.jsonl", GOOD)
    done = project.process("check", "in.jsonl")
    assert (done.status, done.err) == (0, "")
    assert "1 passed" in done.out


def test_failed_gate_is_1_and_the_report_is_still_whole(project: Project) -> None:
    project.jsonl("in.jsonl", GOOD, BAD)
    done = project.process("check", "in.jsonl", "--format", "jsonl", "--output", "out.jsonl")
    assert (done.status, done.out, done.err) == (1, "", "")
    assert len(project.read("out.jsonl").splitlines()) == 2


def test_exit_zero_makes_a_failed_gate_0(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", BAD)
    assert mtqa("check", "in.jsonl").status == 1
    assert mtqa("check", "--exit-zero", "in.jsonl").status == 0


def test_unreadable_input_is_2_and_beats_1_and_exit_zero(project: Project) -> None:
    project.jsonl("in.jsonl", BAD)
    done = project.process("check", "in.jsonl", "no-such.txt", "--exit-zero", "--format", "jsonl")
    assert done.status == 2
    assert done.err == "mtqa: error: no-such.txt: no such file or directory\n"
    assert '"verdict": "fail"' in done.out, "the other document is still checked and reported"


def test_broken_line_names_its_place_and_the_other_documents_are_checked(project: Project) -> None:
    project.write("in.jsonl", '{"id": "a", "text": "Good."}\n{"id": "b", "text"\n{"id": "c", "text": "Good."}\n')
    done = project.process("check", "in.jsonl", "--format", "jsonl")
    assert done.status == 2
    assert done.err.startswith("mtqa: error: in.jsonl:2:")
    assert done.err.count("\n") == 1
    assert len(done.out.splitlines()) == 2


def test_crashed_rule_is_2_and_the_other_findings_stand(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "CRASH on the the dog.", "CRASH again.", BAD)
    done = mtqa("check", "in.jsonl", "--format", "jsonl")
    assert done.status == 2
    assert done.err.splitlines() == [
        "mtqa: error: rule house/garble crashed on document 'd1' (RuntimeError: as the test wants); its findings are "
        "missing: please report it, or run with --ignore house/garble",
        "mtqa: error: rule house/garble crashed on 1 more document",
    ]
    assert "house/double" in done.out


def test_nothing_to_check_is_2(mtqa: Callable[..., Done], project: Project) -> None:
    (project.path / "empty").mkdir()
    project.write("in.csv", "id,text\n")
    assert mtqa("check", "empty").status == 2
    done = mtqa("check", "in.csv")
    assert done.status == 2
    assert done.err.startswith("mtqa: error: ")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", "--select", "houze"], "no rule or family 'houze'; did you mean 'house'?"),
        (["check", "--ignore", "house/duoble"], "did you mean 'house/double'?"),
        (["check", "--ignore", "house"], "no rule to run: house without house leaves none"),
        (["check", "--select", ","], "--select names no rule"),
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["check", "--fail-under", "nan"], "'nan' is not a number from 0 to 100"),
        (["check", "--fail-under", "101"], "'101' is not a number from 0 to 100"),
        (["check", "--jobs", "-1"], "'-1' is not a number of processes"),
        (["check", "--language", "english language"], "must be a language tag"),
        (["check", "--config", "none.toml"], "none.toml: cannot read the configuration: No such file"),
        (["check", "--baseline", "none.json"], "none.json: cannot read the baseline: No such file"),
        (["check", "--output", "none/out.json"], "none/out.json: cannot write the output: there is no such folder"),
        (["check", "--output", "house"], "house: cannot write the output: it is a directory"),
        (["check", "--output", "in.jsonl"], "in.jsonl: is also an input"),
        (["check", "--output", "x" * 300], "cannot write the output: File name too long"),
        (["check", "--fromat", "json"], "No such option '--fromat'"),
        (["report"], "nothing to write; name a file with --documents"),
        (["report", "--documents", "a.csv", "--findings", "./a.csv"], "name the same file"),
        (["spot", "--worst", "1", "--sample", "1"], "exclude each other"),
        (["spot", "--worst", "0"], "0 is not in the range"),
        (["chekc"], "no command 'chekc'; did you mean 'check'?"),
    ],
)
def test_wrong_use_is_one_line_and_2(mtqa: Callable[..., Done], project: Project, args: list[str], said: str) -> None:
    project.jsonl("in.jsonl", BAD)
    before = project.read("in.jsonl")
    done = mtqa(*args, "in.jsonl")
    assert done.status == 2
    assert done.out == ""
    assert done.err.startswith("mtqa: error: ")
    assert said in done.err
    assert done.err.count("\n") == 1
    assert project.read("in.jsonl") == before


def test_file_name_in_place_of_a_command_is_explained(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", GOOD)
    assert "say `mtqa check in.jsonl`" in mtqa("in.jsonl").err


def test_broken_rule_file_is_one_line_and_2(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", GOOD)
    project.write("house/broken.py", "import no_such_module_at_all\n")
    done = mtqa("check", "in.jsonl")
    assert done.status == 2
    assert "broken.py: cannot load the rule: ModuleNotFoundError" in done.err
    assert done.err.count("\n") == 1


def test_bad_people_table_is_said_before_the_work(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", GOOD)
    project.write("people.csv", "office,body\n")
    project.write("mtqa.toml", 'rules = ["house"]\nselect = ["house"]\npeople = ["people.csv"]\n')
    done = mtqa("check", "in.jsonl")
    assert (done.status, done.out) == (2, "")
    assert "people.csv:1: no column" in done.err


def test_failed_run_leaves_the_old_report(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", GOOD)
    project.write("out.json", "the old one")
    assert mtqa("check", "in.jsonl", "--select", "houze", "--output", "out.json").status == 2
    assert project.read("out.json") == "the old one"
    assert mtqa("check", "in.jsonl", "--output", "out.json").status == 0
    assert "the old one" not in project.read("out.json")
    assert not [name for name in os.listdir(project.path) if name.endswith(".tmp")]


def test_output_through_a_link_keeps_the_link_and_the_mode(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", GOOD)
    target = project.write("kept/out.txt", "")
    target.chmod(0o640)
    link = project.path / "link.txt"
    link.symlink_to(target)
    assert mtqa("check", "in.jsonl", "--output", "link.txt").status == 0
    assert link.is_symlink()
    assert "1 passed" in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_full_disk_is_one_line_and_2(project: Project) -> None:
    project.jsonl("in.jsonl", GOOD)
    done = project.process("check", "in.jsonl", "--output", "/dev/full")
    assert done.status == 2
    assert "No space left on device" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_reader_that_goes_away_ends_quietly(project: Project) -> None:
    project.jsonl("in.jsonl", *["He saw the the dog."] * 2000)
    process = subprocess.Popen(
        [sys.executable, "-m", "mtqa", "check", "in.jsonl", "--format", "jsonl"],
        cwd=project.path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 141
    assert said == b""


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("number", "status", "said"),
    [("SIGINT", 130, "interrupted"), ("SIGTERM", 143, "terminated"), ("SIGHUP", 129, "terminated")],
)
def test_end_by_a_signal_is_one_line_and_leaves_no_half_report(
    project: Project, jobs: str, number: str, status: int, said: str
) -> None:
    # the run waits for more of standard input, so the interrupt comes in its midst
    process = subprocess.Popen(
        [sys.executable, "-m", "mtqa", "check", "-", "--output", "out.jsonl", "--jobs", jobs],
        cwd=project.path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        assert process.stdin is not None
        process.stdin.write(b"He saw the dog. " * 20_000)  # more than a pipe holds: then it has begun to read
        process.stdin.flush()
        os.killpg(process.pid, getattr(signal, number))
        out, err = process.communicate(timeout=60)
    finally:
        if process.poll() is None:
            process.kill()
    assert process.returncode == status
    assert (out, err) == (b"", f"mtqa: error: {said}\n".encode())
    assert sorted(os.listdir(project.path)) == ["house", "mtqa.toml"]


def test_unforeseen_error_is_one_line_and_2(
    mtqa: Callable[..., Done], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no one thought\nof this")

    project.jsonl("in.jsonl", GOOD)
    monkeypatch.setattr(run, "read_paths", broken)
    monkeypatch.delenv("MTQA_DEBUG", raising=False)
    done = mtqa("check", "in.jsonl")
    assert done.status == 2
    assert done.err.startswith("mtqa: error: internal error: RuntimeError: no one thought")
    assert done.err.count("\n") == 1


def test_a_warning_is_said_and_changes_no_exit_status(project: Project) -> None:
    project.write("a.jsonl", '{"id": "a", "text": "Good."}\n{"id": "a", "text": "Good, too."}\n')
    done = project.process("check", "a.jsonl")
    assert done.status == 0
    assert done.err.startswith("mtqa: warning: a.jsonl:2: the id 'a' stands for 2 documents (first on line 1)")
