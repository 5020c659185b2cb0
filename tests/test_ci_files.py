"""What teams copy into their CI does what it says: the Action's and GitLab's steps are run as their runners would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
MTQA = Path(sys.executable).with_name("mtqa")  # of this environment, whether or not it is on the path
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((ROOT / "docs/ci/gitlab.yml").read_text("utf-8"))["mtqa"]
HOOK, FIX = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="runners have a bash")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout with a good and a bad feed, and where the runner keeps things."""
    (tmp_path / "feeds").mkdir()
    shutil.copy(ROOT / "samples/good-feed.xml", tmp_path / "feeds/good.xml")
    shutil.copy(ROOT / "samples/bad-feed.xml", tmp_path / "feeds/-bad, feed.xml")
    return tmp_path


def mtqa_in(venv: Path) -> None:
    """In place of an installation: the mtqa of these tests."""
    (venv / "bin").mkdir(parents=True)
    shutil.copy(MTQA, venv / "bin/mtqa")


def action(folder: Path, **inputs: str) -> tuple[int, str, dict[str, str], str]:
    """Run the step that checks: status, log, outputs, summary."""
    mtqa_in(folder / "temp/mtqa")
    step: dict[str, Any] = next(one for one in ACTION["runs"]["steps"] if one.get("id") == "check")
    given = {name: inputs.get(name, str(one.get("default", ""))) for name, one in ACTION["inputs"].items()}
    env = {name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in step["env"].items()}
    paths = {"GITHUB_STEP_SUMMARY": "summary.md", "GITHUB_OUTPUT": "output", "RUNNER_TEMP": "temp"}
    env |= {name: str(folder / path) for name, path in paths.items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
    )
    outputs = dict(line.split("=", 1) for line in (folder / "output").read_text().splitlines())
    return done.returncode, done.stdout, outputs, (folder / "summary.md").read_text("utf-8")


def test_the_action_annotates_and_sums_up(folder: Path) -> None:
    status, log, outputs, summary = action(folder, paths="feeds/\n", sarif="out.sarif")
    assert (status, outputs) == (1, {"status": "1"})
    assert log.count("::error ") == 10
    assert summary.startswith("## mtqa: FAIL")
    assert json.loads((folder / "out.sarif").read_text("utf-8"))["runs"][0]["results"]


def test_the_action_takes_options_and_odd_paths(folder: Path) -> None:
    (folder / "feeds/good.xml").rename(folder / "-good.xml")
    status, log, _, _ = action(folder, paths="-good.xml\n", args="--fail-share=2%\n--select=names\n")
    assert (status, "::error" in log) == (0, False)


def test_nothing_in_an_input_of_the_action_is_run(folder: Path) -> None:
    status, _, outputs, _ = action(folder, paths='$(touch ran); "`touch ran`"\n', args="")
    assert (status, outputs["status"]) == (2, "2")
    assert not (folder / "ran").exists()
    assert all("${{" not in step["run"] for step in ACTION["runs"]["steps"]), "inputs reach a script by env only"


def test_the_job_of_gitlab_leaves_its_reports(folder: Path) -> None:
    mtqa_in(folder / ".mtqa")
    env = {name: str(value) for name, value in GITLAB["variables"].items()} | {"MTQA_PATHS": "feeds"}
    done = subprocess.run(
        ["bash", "-e", "-c", GITLAB["script"][-1]],
        cwd=folder,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("FAIL: ")
    assert json.loads((folder / GITLAB["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert "<testsuites" in (folder / GITLAB["artifacts"]["reports"]["junit"]).read_text("utf-8")


def test_the_hook_checks_the_files_it_is_given(folder: Path) -> None:
    name, *entry = HOOK["entry"].split()
    assert name == MTQA.name
    command = [str(MTQA), *entry, *HOOK["args"], "feeds/-bad, feed.xml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stdout.startswith("FAIL: ")


def test_the_hook_that_mends_changes_the_files_it_is_given(folder: Path) -> None:
    name, *entry = FIX["entry"].split()
    assert name == MTQA.name
    (folder / "feeds/a.txt").write_text("It was cold in the town , he said.\n")
    done = subprocess.run([str(MTQA), *entry, "feeds/a.txt"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0
    assert (folder / "feeds/a.txt").read_text() == "It was cold in the town, he said.\n"
    assert re.search(FIX["files"], "feeds/a.txt")
    assert not re.search(FIX["files"], "feeds/a.html")
