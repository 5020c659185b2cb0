"""What users see, whole: a change of a report shows as a diff of a file in `golden/`.

After a wanted change: `MTQA_WRITE_GOLDEN=1 pytest tests/reporters/test_golden.py`, and read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mtqa.reporters import REPORTERS

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(autouse=True)
def _version(monkeypatch):
    monkeypatch.setattr("mtqa.reporters.sarif.__version__", "0.0.0")
    monkeypatch.setattr("mtqa.reporters.page.script", lambda more=(): '"use strict";')  # noqa: ARG005 - tried in a browser
    monkeypatch.setattr("mtqa.reporters.page.style", lambda: ":root {}")


def compare(name: str, report: str) -> None:
    path = GOLDEN / name
    if os.environ.get("MTQA_WRITE_GOLDEN"):
        path.write_bytes(report.encode())
    assert report == path.read_bytes().decode(), f"{name} is not what it was"


@pytest.mark.parametrize("format", REPORTERS)
def test_report_is_as_accepted(format, render, run, rules):
    compare(f"report.{format}", render(format, run, rules))


@pytest.mark.parametrize("format", REPORTERS)
def test_report_of_nothing_is_as_accepted(format, render):
    compare(f"empty.{format}", render(format, []))


def test_colours_are_as_accepted(render, run):
    compare("report.color", render("text", run, color=True))


@pytest.mark.parametrize("format", REPORTERS)
def test_same_run_same_bytes(format, render, run, rules):
    assert render(format, run, rules) == render(format, run, rules)
