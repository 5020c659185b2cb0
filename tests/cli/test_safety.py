"""What a run must not harm, and whose code it must not run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa.cli.output import Reads, opened
from mtqa.reporters import REPORTERS

from .conftest import Done, Project

Run = Callable[..., Done]

GOOD = "All is well in the city, and nobody has seen a dog."
KILL_RUNS = Path(__file__).parents[2] / "tools" / "kill_runs.py"


def link(place: Path, target: Path) -> None:
    """A symbolic link, or the test is skipped."""
    try:
        place.symlink_to(target)
    except OSError:
        pytest.skip("no symbolic links here")


# Outputs


OUTPUTS = {
    "an input": ("in.jsonl", ["in.jsonl"], "an input"),
    "an input of another spelling": ("./feeds/../in.jsonl", ["in.jsonl"], "an input"),
    "an input of a folder": ("feeds/a.txt", ["feeds"], "an input"),
    "an input of a pattern": ("feeds/a.txt", ["feed*/*.txt"], "an input"),
    "an input through a link": ("link.txt", ["feeds"], "an input"),
    "an input of another name": ("hard.txt", ["feeds"], "an input"),
    "an input that is missing": ("none.txt", ["none.txt"], "an input"),
    "the configuration": ("mtqa.toml", ["in.jsonl"], "the configuration"),
    "a rule": ("house/double.py", ["in.jsonl"], "a rule"),
    "a people table": ("people.csv", ["in.jsonl"], "a people table"),
    "the baseline": ("accepted.json", ["in.jsonl", "--baseline", "accepted.json"], "the baseline"),
}


@pytest.fixture
def full(project: Project) -> Project:
    """A project with everything in it that a run may read."""
    project.jsonl("in.jsonl", GOOD)
    project.write("feeds/a.txt", GOOD)
    project.write("people.csv", "office,body,titles,family,given,spellings,order,gender,from,to,note\n")
    project.write("mtqa.toml", 'rules = ["house"]\nselect = ["house"]\npeople = ["people.csv"]\n')
    project.write("accepted.json", '{"version": 1, "findings": []}\n')
    link(project.path / "link.txt", project.path / "feeds" / "a.txt")
    os.link(project.path / "feeds" / "a.txt", project.path / "hard.txt")
    return project


@pytest.mark.parametrize("case", OUTPUTS)
def test_no_output_is_a_file_that_the_run_reads(mtqa: Run, full: Project, case: str) -> None:
    output, args, role = OUTPUTS[case]
    before = {path: path.read_bytes() for path in full.path.rglob("*") if path.is_file()}
    done = mtqa("check", *args, "--output", output)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"mtqa: error: {output}: is also {role}")
    assert done.err.count("\n") == 1
    assert {path: path.read_bytes() for path in full.path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("option", ["--documents", "--findings"])
def test_no_table_is_a_file_that_the_run_reads(mtqa: Run, full: Project, option: str) -> None:
    done = mtqa("report", "feeds", option, "feeds/a.txt")
    assert (done.status, full.read("feeds/a.txt")) == (2, GOOD)
    assert "is also an input" in done.err


def test_standard_output_that_is_an_input_is_refused(full: Project) -> None:
    with (full.path / "feeds" / "b.txt").open("a") as stream:
        stream.write(GOOD)
        stream.flush()
        done = subprocess.run(
            [sys.executable, "-m", "mtqa", "check", "feeds"], cwd=full.path, stdout=stream, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert b"standard output goes to a file that is also an input" in done.stderr
    assert full.read("feeds/b.txt") == GOOD


def test_output_that_is_the_standard_input_is_refused(full: Project) -> None:
    with (full.path / "feeds" / "a.txt").open("rb") as stream:
        done = subprocess.run(
            [sys.executable, "-m", "mtqa", "check", "-", "--output", "feeds/a.txt"],
            cwd=full.path, stdin=stream, capture_output=True,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"is also the standard input" in done.stderr
    assert full.read("feeds/a.txt") == GOOD


def test_output_beside_the_inputs_is_welcome(mtqa: Run, full: Project) -> None:
    for _ in range(2):
        assert mtqa("check", "feeds/*.txt", "--format", "jsonl", "--output", "feeds/out.jsonl").status == 0
    assert json.loads(full.read("feeds/out.jsonl"))["verdict"] == "pass"


def test_output_keeps_its_mode_and_new_ones_take_the_usual_one(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("x")
    old.chmod(0o604)
    for path in (old, new):
        with opened(str(path)) as stream:
            stream.write("é\n")
        assert path.read_bytes() == "é\n".encode()
    (tmp_path / "usual").write_text("x")
    assert old.stat().st_mode & 0o777 == 0o604
    assert new.stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "old", "usual"]


@pytest.mark.parametrize("way", ["unnamed", "no unnamed files", "no naming of them"])
def test_half_a_report_is_never_seen(tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "no unnamed files":
        monkeypatch.setattr("mtqa.cli.output._unnamed", lambda _: None)
    elif way == "no naming of them":
        monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "out"
    path.write_text("old")

    def end_in_the_midst() -> None:
        with opened(str(path)) as stream:
            stream.write("half")
            stream.flush()
            assert path.read_text() == "old"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        end_in_the_midst()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "old")]
    with opened(str(path)) as stream:
        stream.write("new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "new")]


def refuse(*_: object, **__: object) -> None:
    """As a file system that knows no links."""
    raise PermissionError


def test_temporary_names_are_not_to_be_guessed_and_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtqa.cli.output._unnamed", lambda _: None)
    seen = set()
    for _ in range(2):
        with opened(str(tmp_path / "out")):
            (name,) = (path.name for path in tmp_path.iterdir() if path.name != "out")
            seen.add(name)
            assert str(os.getpid()) not in name.split("-")
    assert len(seen) == 2
    monkeypatch.setattr("secrets.token_hex", lambda _: "known")
    victim = tmp_path / "victim"
    victim.write_text("mine")
    link(tmp_path / ".mtqa-known.tmp", victim)
    with pytest.raises(Exception, match="cannot write the output"), opened(str(tmp_path / "out")):
        pass
    assert victim.read_text() == "mine"


def test_reads_tells_files_by_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "b").write_text("x")
    reads = Reads([str(tmp_path / "a")], [(str(tmp_path / "b"), "a table")])
    assert [reads.role(os.path.realpath(tmp_path / name)) for name in "abc"] == ["an input", "a table", None]


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="looks for processes there")
def test_killed_runs_leave_no_torn_file_and_no_process() -> None:
    done = subprocess.run(
        [sys.executable, str(KILL_RUNS), "--runs", "12", "--longest", "2"], capture_output=True, text=True, timeout=300
    )
    assert (done.returncode, done.stdout) == (0, "12 runs killed, 0 faults\n"), done.stdout + done.stderr


# Whose code is run

SPY = '''"""A rule that leaves a trace."""
from pathlib import Path
from mtqa.rule import Rule
Path(__file__).with_name("ran").touch()
rule = Rule(category="fluency/grammar", severity="minor")
BAD, GOOD = [], []
@rule.check
def check(document):
    return ()
'''
PACK = """
[[pattern]]
name = "doubled"
title = "Doubled."
message = "m"
category = "fluency/grammar"
severity = "minor"
tokens = "the the"
bad = ["[[the the]] dog"]
good = ["the dog"]
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A folder of stories that brings a configuration with code; and `own`, a folder of the user's."""
    made = Project(tmp_path)
    made.write("content/mtqa.toml", 'rules = ["evil"]\nfail-on = "never"\n')
    made.write("content/evil/spy.py", SPY)
    made.write("content/deep/a.txt", GOOD)
    made.write("own/house/spy.py", SPY)
    monkeypatch.chdir(made.path / "content")
    return made


def run_in(folder: Path, *args: str) -> Done:
    """Run a command in a folder without the cost of a process."""
    from click.testing import CliRunner

    from mtqa.cli import app

    os.chdir(folder)
    result = CliRunner().invoke(app, args)
    return Done(result.exit_code, result.stdout, result.stderr)


@pytest.mark.parametrize(
    ("place", "paths"),
    [
        (".", ["."]),
        (".", ["../content"]),
        (".", ["**/*.txt"]),
        (".", ["./**"]),
        (".", ["deep", ".."]),
        (".", ["../con*"]),
        (".", ["evil", "deep"]),
        (".", ["evil/spy.py"]),
        ("deep", [".."]),
        ("deep", ["../../content"]),
        ("deep", [os.curdir, "../mtqa.toml"]),
    ],
)
def test_code_that_may_have_come_with_the_content_is_not_run(content: Project, place: str, paths: list[str]) -> None:
    for command in (["check"], ["report", "--documents", "-"], ["spot"], ["baseline", "--output", "-"]):
        done = run_in(content.path / "content" / place, *command, *paths)
        assert done.status == 2
        assert done.err.startswith(f"mtqa: error: {content.path / 'content' / 'mtqa.toml'}: its Python rules (")
        assert done.err.count("\n") == 1
        assert "--trust-config" in done.err
        assert "--isolated" in done.err
        assert not (content.path / "content/evil/ran").exists()


def test_links_do_not_move_the_boundary(content: Project) -> None:
    link(content.path / "door", content.path / "content")
    assert run_in(content.path / "content", "check", "../door").status == 2
    assert run_in(content.path / "door", "check", "../content").status == 2
    # a link in the content to a configuration elsewhere: its rules are looked for beside the link
    content.write("own/mtqa.toml", 'rules = ["evil"]\n')
    (content.path / "content/mtqa.toml").unlink()
    link(content.path / "content/mtqa.toml", content.path / "own/mtqa.toml")
    assert run_in(content.path / "content", "check", ".").status == 2
    assert not (content.path / "content/evil/ran").exists()


def test_a_configuration_outside_that_names_code_inside_is_refused_too(content: Project) -> None:
    content.write("mtqa.toml", 'rules = ["content/evil"]\n')
    (content.path / "content/mtqa.toml").unlink()
    assert run_in(content.path, "check", "content").status == 2
    content.write("mtqa.toml", 'rules = ["own/house"]\n')
    link(content.path / "own/house/evil.py", content.path / "content/evil/spy.py")
    assert run_in(content.path, "check", "content").status == 2
    assert not (content.path / "content/evil/ran").exists()
    assert not (content.path / "own/house/ran").exists()


def test_code_from_outside_the_content_runs(content: Project) -> None:
    content.write("own/mtqa.toml", 'rules = ["house"]\n')
    assert run_in(content.path / "own", "check", "../content/deep").status == 0
    assert (content.path / "own/house/ran").exists()


@pytest.mark.parametrize("word", [["--trust-config"], ["--config", "mtqa.toml"]])
def test_code_runs_on_the_users_word(content: Project, word: list[str]) -> None:
    done = run_in(content.path / "content", "check", ".", "--select", "evil", *word)
    assert done.status == 0
    assert "error" not in done.err
    assert (content.path / "content/evil/ran").exists()


def test_isolated_takes_no_configuration(content: Project) -> None:
    done = run_in(content.path / "content", "check", ".", "--isolated")
    assert done.status == 0
    assert "error" not in done.err
    assert "mtqa.toml" not in done.out
    assert not (content.path / "content/evil/ran").exists()
    for command in (["rules"], ["explain", "names/chimera"]):
        assert run_in(content.path / "content", *command, "--isolated").status == 0
    assert not (content.path / "content/evil/ran").exists()
    done = run_in(content.path / "content", "check", ".", "--isolated", "--config", "mtqa.toml")
    assert (done.status, "exclude each other" in done.err) == (2, True)


def test_data_out_of_the_content_is_used_and_named(content: Project) -> None:
    shutil.rmtree(content.path / "content/evil")
    content.write("content/evil/house.toml", PACK)
    content.write("content/deep/a.txt", "He saw the the dog in the garden.")
    done = run_in(content.path / "content", "check", ".", "--select", "evil")
    assert done.status == 0
    assert "evil/house/doubled" in done.out
    assert "configuration: mtqa.toml" in done.out
    assert "fail-on=never" in done.out


def test_workers_import_nothing_from_the_working_directory(content: Project) -> None:
    (content.path / "content/multiprocessing.py").write_text("open('ran', 'w').close()\n")
    # as the installed command does it, which has not the working directory in its path either
    start = "import sys; sys.path.remove(''); from mtqa.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start, "check", "deep", "--isolated", "--jobs", "2"],
        cwd=content.path / "content",
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert not (content.path / "content/ran").exists()


# What the report says of it


@pytest.mark.parametrize("format_", list(REPORTERS))
def test_every_report_names_the_configuration_and_what_it_changes(mtqa: Run, project: Project, format_: str) -> None:
    project.jsonl("in.jsonl", GOOD)
    project.write("mtqa.toml", 'fail-under = 5\nignore = ["names"]\nfail-on = "never"\n')
    done = mtqa("check", "in.jsonl", "--format", format_, "--warn-under", "6")
    assert done.status == 0
    for words in ("mtqa.toml", "fail-under=5", "warn-under=6", "fail-on=never", "ignore=names"):
        assert words in done.out + done.told
    done = mtqa("check", "in.jsonl", "--format", format_, "--isolated")
    for words in ("mtqa.toml", "fail-under=", "gate, where"):
        assert words not in done.out + done.told


def test_the_table_of_documents_names_them_too(mtqa: Run, project: Project) -> None:
    project.jsonl("in.jsonl", GOOD)
    project.write("deep/mtqa.toml", 'fail-on = "never"\n')
    done = mtqa("report", "in.jsonl", "--documents", "-", "--config", "deep/mtqa.toml")
    assert "(mtqa.toml)|gate:fail-on=never|" in done.out


def test_the_configuration_is_named_as_seen_from_here(mtqa: Run, project: Project) -> None:
    project.jsonl("in.jsonl", GOOD)
    project.write("deep/mtqa.toml", 'fail-on = "never"\n')
    done = mtqa("check", "in.jsonl", "--config", "deep/mtqa.toml")
    assert "\nconfiguration: deep/mtqa.toml\ngate, where not the default: fail-on=never\n" in done.out
