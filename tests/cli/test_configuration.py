"""What a user writes into the configuration, and what comes of it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa import kept, resultcache

from .conftest import CONFIG, Done, Project

Run = Callable[..., Done]


def documents(run: Done) -> dict[str, dict[str, Any]]:
    """The documents of a report in JSON, by path."""
    return {document["path"]: document for document in json.loads(run.out)["documents"]}


def said(run: Done) -> dict[str, tuple[object, list[str]]]:
    """The values that `mtqa config` prints, and where they are from; of tables the last."""
    return {row["key"]: (row["value"], row["from"]) for row in json.loads(run.out)["values"]}


@pytest.fixture
def stories(project: Project) -> Project:
    """A project with the same faulty text in three folders."""
    for name in ("a.txt", "zh/a.txt", "zh/old/a.txt"):
        project.write(name, "He saw the the dog.\n")
    return project


def test_a_severity_of_the_configuration_counts_in_score_and_verdict(stories: Project, mtqa: Run) -> None:
    (before,) = documents(mtqa("check", "--format", "json", "a.txt")).values()
    assert (before["findings"][0]["severity"], before["penalty"], before["verdict"]) == ("major", 5, "pass")
    stories.write("mtqa.toml", CONFIG + '[severity]\nhouse = "neutral"\n"house/double" = "critical"\n')
    run = mtqa("check", "--format", "json", "a.txt")
    (after,) = documents(run).values()
    assert (after["findings"][0]["severity"], after["penalty"], after["verdict"]) == ("critical", 25, "fail")
    assert run.status == 1, "the longer name counts"
    assert "severity=house:neutral+house/double:critical" in json.loads(run.out)["gate"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '"house/double" = "off"',
            "4: severity: house/double: must be one of neutral, minor, major, critical, not 'off'; name in",
        ),
        ('"house/duoble" = "minor"', "4: severity: no rule or family 'house/duoble'; did you mean 'house/double'?"),
    ],
)
def test_a_severity_that_is_none_is_named_with_its_line(stories: Project, mtqa: Run, text: str, message: str) -> None:
    stories.write("mtqa.toml", CONFIG + f"[severity]\n{text}\n")
    run = mtqa("check", "a.txt")
    assert run.status == 2
    assert run.err.startswith(f"mtqa: error: {stories.path / 'mtqa.toml'}:{message}")


PATHS = """
[[path]]
match = "zh/**"
severity = { "house/double" = "minor" }
fail-under = 50
warn-under = 60
[[path]]
match = "zh/old/**"
ignore = ["house/double"]
fail-on = "never"
"""


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_tables_for_some_of_the_files_set_rules_and_thresholds(stories: Project, mtqa: Run, jobs: str) -> None:
    stories.write("mtqa.toml", CONFIG + PATHS)
    run = mtqa("check", "--format", "json", "--jobs", jobs, "a.txt", "zh")
    found = documents(run)
    severities = {path: [one["severity"] for one in document["findings"]] for path, document in found.items()}
    assert severities == {"a.txt": ["major"], "zh/a.txt": ["minor"], "zh/old/a.txt": []}
    signatures = {path: document["signature"] for path, document in found.items()}
    assert len(set(signatures.values())) == 3
    assert json.loads(run.out)["signature"] not in signatures.values(), "the run's names all tables"
    assert "|gate:select=house,fail-under" not in signatures["a.txt"]
    assert "fail-under=50,warn-under=60," in signatures["zh/a.txt"]
    assert json.loads(run.out)["gate"] == [
        "select=house",
        "[zh/**]fail-under=50",
        "[zh/**]warn-under=60",
        "[zh/**]severity=house/double:minor",
        "[zh/old/**]fail-on=never",
        "[zh/old/**]ignore=house/double",
    ]


def test_a_document_has_the_signature_of_what_counts_for_it(stories: Project, mtqa: Run) -> None:
    """The same settings said for all give the same hash."""
    stories.write("mtqa.toml", CONFIG + PATHS)
    one = documents(mtqa("check", "--format", "json", "zh/a.txt"))["zh/a.txt"]["signature"]
    stories.write("mtqa.toml", CONFIG + 'fail-under = 50\nwarn-under = 60\n[severity]\n"house/double" = "minor"\n')
    assert documents(mtqa("check", "--format", "json", "zh/a.txt"))["zh/a.txt"]["signature"] == one


def test_what_an_earlier_run_found_counts_for_the_same_settings_alone(
    stories: Project, mtqa: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may bear the same name in two folders, and other tables count for it there."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(stories.path.parent / "cache"))
    monkeypatch.setattr(resultcache, "place", lambda: str(stories.path.parent / "cache/mtqa/results-2.sqlite"))
    monkeypatch.setattr(kept, "_BEGAN", time.time_ns() + 3_600_000_000_000)  # files count as old
    stories.write("mtqa.toml", CONFIG + PATHS)
    for folder, severity in ((".", "major"), ("zh", "minor"), (".", "major")):
        monkeypatch.chdir(stories.path / folder)
        run = mtqa("check", "--format", "json", "a.txt", "--trust-config")
        assert [one["severity"] for one in documents(run)["a.txt"]["findings"]] == [severity]


def test_an_option_goes_before_the_tables(stories: Project, mtqa: Run) -> None:
    stories.write("mtqa.toml", CONFIG + PATHS)
    options = ("--ignore", "house/garble", "--fail-under", "99.5", "--warn-under", "99.5")
    run = mtqa("check", "--format", "json", *options, "a.txt", "zh")
    assert {path: one["verdict"] for path, one in documents(run).items()} == {
        "a.txt": "fail",
        "zh/a.txt": "fail",
        "zh/old/a.txt": "fail",
    }


def test_a_table_may_select_what_does_not_run_elsewhere(stories: Project, mtqa: Run) -> None:
    stories.write(
        "mtqa.toml", 'rules = ["house"]\nselect = ["house/garble"]\n[[path]]\nmatch = "zh/*"\nselect = ["house"]\n'
    )
    found = documents(mtqa("check", "--format", "json", "a.txt", "zh"))
    assert [len(found[path]["findings"]) for path in sorted(found)] == [0, 1, 0]
    skipped = [{"rule": "house/double", "reason": "not selected for these files ([[path]])"}]
    assert [found[path]["skipped_rules"] for path in sorted(found)] == [skipped, [], skipped]
    sarif = json.loads(mtqa("check", "--format", "sarif", "zh").out)["runs"][0]
    assert [rule["id"] for rule in sarif["tool"]["driver"]["rules"]] == ["house/double", "house/garble"]


def test_a_selector_of_a_table_that_names_no_rule_is_an_error(stories: Project, mtqa: Run) -> None:
    stories.write("mtqa.toml", CONFIG + '[[path]]\nmatch = "zh/*"\nignore = ["huose"]\n')
    run = mtqa("check", "a.txt")
    assert (run.status, run.err) == (
        2,
        f"mtqa: error: {stories.path / 'mtqa.toml'}:5: cannot select rules: no rule or family 'huose'; did you mean "
        "'house'?\n",
    )


def test_what_a_rule_of_no_table_found_before_is_not_gone(stories: Project, mtqa: Run) -> None:
    """A baseline is not asked for what a table keeps from running."""
    assert mtqa("baseline", "zh", "--output", ".accepted.json").status == 0
    stories.write("mtqa.toml", CONFIG + '[[path]]\nmatch = "zh/*"\nignore = ["house/double"]\n')
    run = mtqa("check", "--baseline", ".accepted.json", "zh")
    assert "not found again" not in run.out + run.err


def test_one_file_extends_another(stories: Project, mtqa: Run) -> None:
    stories.write("base/base.toml", 'fail-under = 60\nselect = ["house/garble"]\n[severity]\nhouse = "minor"\n')
    stories.write("mtqa.toml", CONFIG + 'extends = "base/base.toml"\n[severity]\n"house/double" = "major"\n')
    values = said(mtqa("config", "--format", "json", "a.txt"))
    assert values["fail-under"] == (60.0, ["base/base.toml:1"])
    assert values["select"] == (["house"], ["mtqa.toml:2"])
    assert values["severity"] == ({"house": "minor", "house/double": "major"}, ["base/base.toml:3", "mtqa.toml:4"])
    assert values["warn-under"] == (90.0, [])


def test_files_that_extend_one_another_are_named(project: Project, mtqa: Run) -> None:
    project.write("mtqa.toml", 'extends = "b.toml"\n')
    project.write("b.toml", '\nextends = "mtqa.toml"\n')
    run = mtqa("config")
    a, b = project.path / "mtqa.toml", project.path / "b.toml"
    circle = f"{a} extends {b} extends {a}"
    assert run.err == f"mtqa: error: {b}:2: extends: goes in a circle: {circle}; take one of them out\n"
    for number in range(9):
        project.write(f"{number}.toml", f'extends = "{number + 1}.toml"\n')
    assert "7.toml:1: extends: more than 8 files: " in mtqa("config", "--config", "0.toml").err
    project.write("mtqa.toml", 'extends = "none.toml"\n')
    assert f"{a}:1: extends: no such file: 'none.toml' (relative paths begin at {project.path})" in mtqa("config").err


def test_code_of_a_file_that_is_extended_is_trusted_no_further(stories: Project, mtqa: Run) -> None:
    stories.write("zh/base.toml", f'rules = ["{stories.path / "house"}"]\nselect = ["house"]\n')
    stories.write("mtqa.toml", 'extends = "zh/base.toml"\n')
    run = mtqa("check", "zh")
    assert run.status == 2
    assert "its Python rules (" in run.err
    assert mtqa("check", "zh", "--trust-config").status == 0


def test_files_in_checked_folders_count_where_the_run_wants_them(stories: Project, mtqa: Run) -> None:
    stories.write("zh/mtqa.toml", "fail-under = 99\nwarn-under = 99\n")
    assert mtqa("check", "zh").status == 0
    stories.write("mtqa.toml", CONFIG + "nested = true\n")
    run = mtqa("check", "--format", "json", "a.txt", "zh")
    verdicts = {path: one["verdict"] for path, one in documents(run).items()}
    assert verdicts == {"a.txt": "pass", "zh/a.txt": "fail", "zh/old/a.txt": "fail"}
    assert "[zh/**]fail-under=99" in json.loads(run.out)["gate"]
    assert said(mtqa("config", "--format", "json", "zh/old/none.txt"))["fail-under"] == (99.0, ["zh/mtqa.toml:1"])


def test_files_in_checked_folders_loosen_nothing(stories: Project, mtqa: Run) -> None:
    loose = (
        'language = "fr"\nregister = "informal"\nfail-under = 1\nwarn-under = 2\nfail-on = "never"\npoor = "ignore"\n'
    )
    stories.write("zh/mtqa.toml", loose)
    stories.write("mtqa.toml", CONFIG + 'nested = true\nlanguage = "en"\n')
    run = mtqa("config", "--format", "json", "zh/a.txt")
    lines = run.err.splitlines()
    assert [line.partition(": does not count: ")[0] for line in lines] == [
        "mtqa: warning: zh/mtqa.toml:5: fail-on",
        "mtqa: warning: zh/mtqa.toml:3: fail-under",
        "mtqa: warning: zh/mtqa.toml:1: language",
        "mtqa: warning: zh/mtqa.toml:6: poor",
        "mtqa: warning: zh/mtqa.toml:2: register",
        "mtqa: warning: zh/mtqa.toml:4: warn-under",
    ]
    values = said(run)
    assert {key: values[key][0] for key in ("language", "register", "fail-under", "warn-under", "fail-on", "poor")} == {
        "language": "en",
        "register": None,
        "fail-under": 70.0,
        "warn-under": 90.0,
        "fail-on": "critical",
        "poor": "warn",
    }


@pytest.mark.parametrize(
    "line", ['rules = ["."]', 'ignore = ["house"]', 'extends = "x.toml"', "nested = true", "jobs = 9"]
)
def test_files_in_checked_folders_may_say_no_more(stories: Project, mtqa: Run, line: str) -> None:
    stories.write("zh/mtqa.toml", f"\n{line}\n")
    stories.write("mtqa.toml", CONFIG + "nested = true\n")
    run = mtqa("check", "--format", "json", "zh")
    key = line.partition(" ")[0]
    assert run.status == 2
    assert f"mtqa: error: zh/mtqa.toml:2: {key}: a file in a checked folder may not say that" in run.err
    assert len(documents(run)) == 2, "the texts are checked all the same"


@pytest.mark.parametrize(("target", "why"), [("/dev/zero", "is no regular file"), ("none", "is no regular file")])
def test_files_in_checked_folders_that_are_none_are_not_read(
    stories: Project, mtqa: Run, target: str, why: str
) -> None:
    (stories.path / "zh/mtqa.toml").symlink_to(target)
    stories.write("zh/old/mtqa.toml", "#" * 70_000)
    stories.write("mtqa.toml", CONFIG + "nested = true\n")
    run = mtqa("check", "zh")
    assert run.status == 2
    assert f"mtqa: error: zh/mtqa.toml: {why}; take it out\n" in run.err
    assert "mtqa: error: zh/old/mtqa.toml: larger than 64 KiB; a configuration is not\n" in run.err
    stories.write("mtqa.toml", CONFIG + 'nested = true\nexclude = ["zh/"]\n')
    assert mtqa("check", "zh", "a.txt").status == 0, "of what is excluded nothing is read"


def test_nested_files_beside_or_above_the_configuration_are_not_read(stories: Project, mtqa: Run) -> None:
    stories.write("conf/mtqa.toml", 'nested = true\nrules = ["../house"]\nselect = ["house"]\n')
    stories.write("zh/mtqa.toml", "fail-under = 99\nwarn-under = 99\n")
    assert mtqa("check", "--config", "conf/mtqa.toml", "zh").status == 0


def test_reports_baseline_and_jobs_of_the_configuration(stories: Project, mtqa: Run) -> None:
    assert mtqa("baseline", "zh", "--output", "accepted.json").status == 0
    text = 'baseline = "accepted.json"\nformats = ["jsonl", "sarif=out.sarif"]\noutput = "out.jsonl"\njobs = "auto"\n'
    stories.write("mtqa.toml", CONFIG + text)
    run = mtqa("check", "zh")
    assert (run.status, run.out) == (0, "")
    assert [json.loads(line)["findings"] for line in stories.read("out.jsonl").splitlines()] == [[], []]
    assert "|baseline:" in json.loads(stories.read("out.sarif"))["runs"][0]["properties"]["signature"]
    assert mtqa("check", "--format", "csv", "zh").out.startswith("document,"), "an option goes first"


def test_a_baseline_that_is_not_there_yet_can_be_written(stories: Project, mtqa: Run) -> None:
    stories.write("mtqa.toml", CONFIG + 'baseline = "accepted.json"\nmax-new = 0\n')
    missing = mtqa("check", "zh")
    assert (missing.status, "accepted.json: cannot read the baseline" in missing.err) == (2, True)
    assert mtqa("baseline", "zh", "--output", "accepted.json").status == 0
    assert mtqa("check", "zh").status == 0
    assert mtqa("check", "a.txt").status == 1


def test_a_configuration_that_came_with_the_content_writes_nothing(stories: Project, mtqa: Run) -> None:
    stories.write("zh/mtqa.toml", 'formats = ["text=old/report.txt"]\n')
    os.chdir(stories.path / "zh")
    run = mtqa("check", ".")
    assert run.status == 2
    assert "the reports it names (" in run.err
    assert not (stories.path / "zh/old/report.txt").exists()
    assert mtqa("check", "--config", "mtqa.toml", ".").status == 0
    assert (stories.path / "zh/old/report.txt").exists()


@pytest.mark.parametrize("file", ["../out.txt", "/tmp/out.txt", "link/out.txt", "."])
def test_reports_of_a_configuration_lie_in_its_folder(
    project: Project, mtqa: Run, tmp_path_factory: pytest.TempPathFactory, file: str
) -> None:
    (project.path / "link").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    project.write("mtqa.toml", f'formats = ["text={file}"]\n')
    run = mtqa("config")
    assert run.status == 2
    assert f"mtqa.toml:1: formats: must lie in {project.path} or below" in run.err


def test_an_unknown_format_of_the_configuration_is_named(stories: Project, mtqa: Run) -> None:
    stories.write("mtqa.toml", CONFIG + 'formats = ["txt"]\n')
    assert "mtqa.toml:3: formats: 'txt' is not one of text, json," in mtqa("check", "zh").err


def test_excluded_files_are_not_checked_however_they_are_named(stories: Project, mtqa: Run) -> None:
    stories.write("mtqa.toml", CONFIG + 'exclude = ["zh/old/", "**/b.txt"]\n')
    run = mtqa("check", "--format", "json", "zh", "zh/old/a.txt")
    assert list(documents(run)) == ["zh/a.txt"]
    assert run.err == "mtqa: note: 1 file left out, as `exclude` says\n"
    assert "exclude=2" in json.loads(run.out)["gate"]
    assert mtqa("check", "zh/old").status == 2, "nothing was checked"


def test_config_shows_in_text_what_is_from_where(stories: Project, mtqa: Run) -> None:
    stories.write("mtqa.toml", CONFIG + PATHS)
    lines = mtqa("config", "zh/a.txt").out.splitlines()
    assert lines[:2] == ["configuration: mtqa.toml", "file: zh/a.txt"]
    rows = {line.partition(" = ")[0]: line.split() for line in lines[3:] if not line.startswith("path")}
    assert rows["fail-under"] == ["fail-under", "=", "50", "mtqa.toml:7"]
    assert rows["fail-on"] == ["fail-on", "=", '"critical"', "default"]
    assert mtqa("config", "--isolated").out.startswith("configuration: none: all is as by default\n")
    assert mtqa("config", "zh").status == 2


def test_config_shows_hostile_names_as_what_they_are(project: Project, mtqa: Run) -> None:
    project.write("mtqa.toml", '[[path]]\nmatch = "\\u001b[31m##[group]"\nlanguage = "de"\n')
    out = mtqa("config", "a\x1b[0m.txt").out
    assert "\x1b" not in out
    assert "##[group]" not in mtqa("config").out


def test_a_wrong_file_of_the_chain_is_named_itself(project: Project, mtqa: Run) -> None:
    project.write("mtqa.toml", 'extends = "base.toml"\n')
    project.write("base.toml", "\nfail-udner = 1\n")
    assert f"{project.path / 'base.toml'}:2: unknown key 'fail-udner'; did you mean 'fail-under'?" in mtqa("config").err


def test_no_output_replaces_a_file_of_the_configuration(stories: Project, mtqa: Run) -> None:
    stories.write("base.toml", "fail-under = 60\n")
    stories.write("zh/mtqa.toml", "fail-under = 80\n")
    stories.write("mtqa.toml", CONFIG + 'extends = "base.toml"\nnested = true\n')
    for name in ("base.toml", "zh/mtqa.toml"):
        before = Path(name).read_bytes()
        run = mtqa("check", "zh", "--output", name)
        assert (run.status, Path(name).read_bytes()) == (2, before)
        assert "is also the configuration of this run" in run.err
