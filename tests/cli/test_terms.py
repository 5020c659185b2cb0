"""The user's glossary: from the configuration or the command line, in the signature, and never written over."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from .conftest import Done, Project

Run = Callable[..., Done]

GLOSSARY = (
    "source,target,status,use\nZentralbank,central bank,,\n,migrant,forbidden,newcomer\nGitHub,,keep,\n,YouTube,name,\n"
)
RECORD = {
    "id": "a",
    "source_language": "de",
    "segments": [{"source": "Die Zentralbank und GitHub.", "target": "The reserve bank, a migrant and Youtube."}],
}


@pytest.fixture(autouse=True)
def files(project: Project) -> None:
    project.write("mtqa.toml", 'select = ["terms"]\n')
    project.write("glossary.csv", GLOSSARY)
    project.write("a.jsonl", json.dumps(RECORD) + "\n")


def found(done: Done) -> list[tuple[str, str, str]]:
    (record,) = map(json.loads, done.out.splitlines())
    return [(one["rule"], one["severity"], one["text"]) for one in record["findings"]]


EXPECTED = [
    ("terms/kept-term", "major", RECORD["segments"][0]["target"]),  # type: ignore[index]
    ("terms/required-term", "major", RECORD["segments"][0]["target"]),  # type: ignore[index]
    ("terms/forbidden-term", "major", "migrant"),
    ("terms/name-spelling", "minor", "Youtube"),
]


def test_from_the_command_line_and_from_the_configuration(mtqa: Run, project: Project) -> None:
    assert found(mtqa("check", "a.jsonl", "--format", "jsonl")) == []
    assert found(mtqa("check", "a.jsonl", "--format", "jsonl", "--terms", "glossary.csv")) == EXPECTED
    project.write("mtqa.toml", 'select = ["terms"]\nterms = ["glossary.csv"]\n')
    assert found(mtqa("check", "a.jsonl", "--format", "jsonl")) == EXPECTED
    assert found(mtqa("check", "a.jsonl", "a.jsonl", "--format", "jsonl", "--jobs", "2")) == EXPECTED


def test_without_a_glossary_a_report_says_what_did_not_run(mtqa: Run) -> None:
    (record,) = map(json.loads, mtqa("check", "a.jsonl", "--format", "jsonl").out.splitlines())
    reasons = {one["rule"]: one["reason"] for one in record["skipped_rules"]}
    assert reasons["terms/name-spelling"] == "needs a glossary (`terms` in the configuration, or `--terms FILE`)"


def test_the_signature_covers_what_the_glossary_says(mtqa: Run, project: Project) -> None:
    def signature(*args: str) -> str:
        (record,) = map(json.loads, mtqa("check", "a.jsonl", "--format", "jsonl", *args).out.splitlines())
        return str(record["signature"])

    without, first = signature(), signature("--terms", "glossary.csv")
    project.write("other.csv", GLOSSARY)
    assert signature("--terms", "other.csv") == first != without
    project.write("other.csv", GLOSSARY.replace("newcomer", "guest"))
    assert signature("--terms", "other.csv") != first


def test_a_glossary_that_cannot_be_used_ends_the_run(mtqa: Run, project: Project) -> None:
    project.write("bad.csv", "source,target,status\na,b,must\n")
    done = mtqa("check", "a.jsonl", "--terms", "bad.csv")
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "mtqa: error: bad.csv:2: column 'status': must be one of required, forbidden, keep, name, not 'must'\n"
    )
    assert mtqa("check", "a.jsonl", "--terms", "none.csv").err == (
        "mtqa: error: none.csv: cannot read the glossary: No such file or directory\n"
    )
    project.write("mtqa.toml", 'select = ["terms"]\nterms = ["none.csv"]\n')
    done = mtqa("check", "a.jsonl")
    assert done.status == 2
    assert "terms: no such file: 'none.csv'" in done.err


def test_no_output_replaces_a_glossary(mtqa: Run, project: Project) -> None:
    done = mtqa("check", "a.jsonl", "--terms", "glossary.csv", "--output", "glossary.csv")
    assert done.status == 2
    assert "a glossary" in done.err
    assert (project.path / "glossary.csv").read_text() == GLOSSARY
