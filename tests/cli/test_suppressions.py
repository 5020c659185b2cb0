"""What a user accepts in the configuration: until when, and what the run says of it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from .conftest import CONFIG, Done, Project

ACCEPTED = """
[[suppress]]
rule = "house/double"
text = "the the"
expires = 2027-01-31
reason = "mended with the next release"
"""


def check(mtqa: Callable[..., Done], *args: str) -> tuple[Done, list[str]]:
    """A run over the text of the project, and what it found."""
    run = mtqa("check", "--format", "json", "--exit-zero", *args, "a.jsonl")
    (document,) = json.loads(run.out)["documents"]
    return run, [finding["text"] for finding in document["findings"]]


@pytest.fixture(autouse=True)
def _accepted(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    project.write("mtqa.toml", CONFIG + ACCEPTED)
    project.jsonl("a.jsonl", "He saw the the dog.")


def test_a_suppression_silences_until_the_day_it_expires(project: Project, mtqa: Callable[..., Done]) -> None:
    assert check(mtqa, "--today", "2027-01-30") == (check(mtqa, "--today", "2026-01-01")[0], [])
    run, found = check(mtqa, "--today", "2027-01-31")
    assert found == ["the the"]
    assert run.err == (
        f"mtqa: note: {project.path / 'mtqa.toml'}:4: the suppression of house/double has expired (2027-01-31) and no "
        "longer silences: mend the text, or give a later date\n"
    )


def test_several_that_expired_are_one_line(project: Project, mtqa: Callable[..., Done]) -> None:
    project.write("mtqa.toml", CONFIG + ACCEPTED + ACCEPTED.replace("2027-01-31", "2027-01-30"))
    run, _ = check(mtqa, "--today", "2027-02-01")
    assert "mtqa.toml:4: the suppression of house/double and 1 more have expired" in run.err
    assert run.err.count("\n") == 1
    assert not mtqa("check", "--quiet", "--exit-zero", "--today", "2027-02-01", "a.jsonl").err


def test_today_is_the_source_date_where_one_is_set(mtqa: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1801353599")  # 2027-01-30 23:59:59 UTC
    before, found = check(mtqa)
    assert not found
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1801353600")
    after, found = check(mtqa)
    assert found == ["the the"]
    signatures = {json.loads(run.out)["signature"] for run in (before, after)}
    assert len(signatures) == 2, "what counts is in the signature"
    assert check(mtqa, "--today", "2027-01-30")[1] == [], "the option goes first"


@pytest.mark.parametrize("value", ["yesterday", "9" * 40, "-" + "9" * 15])
def test_a_source_date_that_is_none_is_said(
    mtqa: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    run = mtqa("check", "a.jsonl")
    assert run.status == 2
    assert run.err.startswith(f"mtqa: error: SOURCE_DATE_EPOCH is '{value}', no number of seconds")


def test_a_day_that_is_none_is_a_usage_error(mtqa: Callable[..., Done]) -> None:
    run = mtqa("check", "--today", "31.1.2027", "a.jsonl")
    assert run.status == 2
    assert "'31.1.2027' is not a date such as 2027-01-31" in run.err
