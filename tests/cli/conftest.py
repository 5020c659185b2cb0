"""A small project of a user: rules of its own, a configuration, and documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from ..conftest import complaints

DOUBLE = '''"""A word stands twice.

How it is found: two equal words with one space between.
"""

import re

from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/repetition", severity="major")
BAD = ["He saw [[the the]] dog."]
GOOD = ["He saw the dog."]


@rule.check
def check(document):
    for index, segment in enumerate(document.segments):
        for found in re.finditer(r"\\b(\\w{1,40}) \\1\\b", segment.target):
            yield Match(index, found.start(), found.end(), "The word is doubled.", (found.group(1),))
'''

GARBLE = '''"""The text is garbled."""

import re

from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/unintelligible", severity="critical")
BAD = ["A [[garble]] here."]
GOOD = ["Nothing here."]


@rule.check
def check(document):
    for index, segment in enumerate(document.segments):
        if "CRASH" in segment.target:
            raise RuntimeError("as the test wants")
        for found in re.finditer("garble", segment.target):
            yield Match(index, found.start(), found.end(), "Nobody can understand this.")
'''

CONFIG = 'rules = ["house"]\nselect = ["house"]\n'


@dataclass(frozen=True)
class Done:
    """What a command came to; `told` is the line on standard error that says what the run came to, `err` the others."""

    status: int
    out: str
    err: str
    told: str = field(default="", compare=False)


def done(status: int, out: str, err: str) -> Done:
    """The same, standard error parted."""
    others = complaints(err)
    return Done(status, out, others, err.removeprefix(others))


@dataclass(frozen=True)
class Project:
    """A folder to run mtqa in."""

    path: Path

    def write(self, name: str, content: str) -> Path:
        """A file of the project."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
        return path

    def jsonl(self, name: str, *texts: str, first: int = 1) -> Path:
        """A JSONL file with a document for each text, ids d1, d2 …"""
        lines = [json.dumps({"id": f"d{number}", "text": text}) for number, text in enumerate(texts, first)]
        return self.write(name, "".join(line + "\n" for line in lines))

    def read(self, name: str) -> str:
        """The content of a file."""
        return (self.path / name).read_bytes().decode("utf-8")

    def process(self, *args: str, **env: str) -> Done:
        """Run mtqa as a user does, in a process of its own."""
        ended = subprocess.run(
            [sys.executable, "-m", "mtqa", *args],
            cwd=self.path,
            env={**os.environ, **env},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )
        return done(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two rules: house/double (major), house/garble (critical; crashes on CRASH)."""
    made = Project(tmp_path)
    made.write("house/double.py", DOUBLE)
    made.write("house/garble.py", GARBLE)
    made.write("mtqa.toml", CONFIG)
    return made


@pytest.fixture
def mtqa(project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Run a command in the project without the cost of a process."""
    from click.testing import CliRunner

    from mtqa.cli import app

    monkeypatch.chdir(project.path)

    def run(*args: str) -> Done:
        result = CliRunner().invoke(app, args)
        return done(result.exit_code, result.stdout, result.stderr)

    return run
