"""Documents without text, and documents nobody judged: one answer for all formats, and never a pass."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from .conftest import Done, Project

Run = Callable[..., Done]

GOOD = "All is well in the city, and nobody has seen a dog."

#: File -> (content, ids) of inputs whose every document is empty.
EMPTY = {
    "a.txt": ("", ["a.txt"]),
    "b.txt": (" \n\t\n", ["b.txt"]),
    "a.html": ("<html><body><script>document.write(1)</script></body></html>", ["a.html"]),
    "a.xml": ("<rss><channel><item><guid>x</guid></item></channel></rss>", ["x"]),
    "b.xml": ("<rss><channel></channel></rss>", ["b.xml"]),
    "c.xml": ("\n", ["c.xml"]),
    "a.atom": ('<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id></entry></feed>', ["x"]),
    "b.atom": ('<feed xmlns="http://www.w3.org/2005/Atom"/>', ["b.atom"]),
    "feed.json": ('{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "x"}]}', ["x"]),
    "feed2.json": ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', ["feed2.json"]),
    "a.json": ('[{"id": "x", "text": ""}, {"id": "y", "segments": []}]', ["x", "y"]),
    "b.json": ("[]", ["b.json"]),
    "c.json": ("", ["c.json"]),
    "a.jsonl": ('{"id": "x", "text": null}\n{"id": "y", "segments": [{"target": " ", "source": ""}]}\n', ["x", "y"]),
    "b.jsonl": ("\n\n", ["b.jsonl"]),
    "a.csv": ("id,text\nx,\n", ["x"]),
    "b.csv": ("id,text\n", ["b.csv"]),
    "c.csv": ("", ["c.csv"]),
    "a.tsv": ("id\ttext\tsource\nx\t\tEin Wort.\n", ["x"]),
}

#: File -> content: one document with a title and no text.
TITLED = {
    "a.html": "<html><body><article><h1>Council approves bus route</h1></article></body></html>",
    "a.xml": "<rss><channel><item><title>Council approves bus route</title></item></channel></rss>",
    "a.atom": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Council approves bus route</title></entry></feed>'
    ),
    "feed.json": (
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "x", "title": "Council approves bus route"}]}'
    ),
    "a.json": '[{"id": "x", "title": "Council approves bus route", "text": ""}]',
    "a.jsonl": '{"id": "x", "title": "Council approves bus route", "segments": []}\n',
    "a.csv": "id,title,text\nx,Council approves bus route,\n",
    "a.tsv": "id\ttitle\ttext\nx\tCouncil approves bus route\t\n",
}


def verdicts(out: str) -> list[tuple[str, str]]:
    return [(made["id"], made["verdict"]) for made in map(json.loads, out.splitlines())]


@pytest.mark.parametrize("name", EMPTY)
def test_what_holds_no_text_is_unchecked_in_every_format(mtqa: Run, project: Project, name: str) -> None:
    content, ids = EMPTY[name]
    project.write(name, content)
    done = mtqa("check", name, "--format", "jsonl")
    assert verdicts(done.out) == [(id, "unchecked") for id in ids]
    s = "s" if len(ids) > 1 else ""
    assert done.err == f"mtqa: error: {len(ids)} of {len(ids)} document{s} unchecked: no text ({len(ids)})\n"
    assert done.status == 2


@pytest.mark.parametrize("name", EMPTY)
def test_empty_skip_fail_error_in_every_format(mtqa: Run, project: Project, name: str) -> None:
    content, ids = EMPTY[name]
    project.write(name, content)
    project.write("good.txt", GOOD)
    skipped = mtqa("check", name, "good.txt", "--format", "jsonl", "--empty", "skip")
    assert (skipped.status, verdicts(skipped.out)) == (0, [("good.txt", "pass")])
    assert skipped.err == f"mtqa: note: {len(ids)} document{'s' if len(ids) > 1 else ''} without text left out\n"
    failed = mtqa("check", name, "good.txt", "--format", "jsonl", "--empty", "fail")
    assert (failed.status, failed.err) == (1, "")
    assert sorted(verdicts(failed.out)) == sorted([*((id, "fail") for id in ids), ("good.txt", "pass")])
    refused = mtqa("check", name, "good.txt", "--format", "jsonl", "--empty", "error")
    assert (refused.status, verdicts(refused.out)) == (2, [("good.txt", "pass")])
    assert refused.err.count("\n") == len(ids)
    assert all(line.startswith(f"mtqa: error: {name}") for line in refused.err.splitlines())


@pytest.mark.parametrize("name", TITLED)
def test_a_title_alone_is_checked_but_has_no_text(mtqa: Run, project: Project, name: str) -> None:
    project.write(name, TITLED[name])
    done = mtqa("check", name, "--format", "jsonl")
    assert (done.status, [verdict for _, verdict in verdicts(done.out)]) == (0, ["pass"])
    assert mtqa("check", name, "--empty", "fail").status == 1
    refused = mtqa("check", name, "--empty", "error")
    assert refused.status == 2
    assert "no text" in refused.err
    assert mtqa("check", name, "--empty", "skip").status == 2, "nothing was checked"


def test_the_line_of_an_empty_row_is_named(mtqa: Run, project: Project) -> None:
    project.write("a.csv", f"id,text\nx,{GOOD.replace(',', '')}\ny,\n")
    project.write("mtqa.toml", 'rules = ["house"]\nselect = ["house"]\nempty = "error"\n')
    assert mtqa("check", "a.csv").err == "mtqa: error: a.csv:3: document 'y' has no text\n"


def test_no_words_and_no_rule_for_the_language_are_unchecked(mtqa: Run, project: Project) -> None:
    records = [
        {"id": "numbers", "text": "12 34 – 56"},
        {"id": "yoruba", "text": "Ohun gbogbo dára ní ìlú náà.", "language": "yo"},
        {"id": "english", "text": GOOD},
    ]
    project.write("a.jsonl", "".join(json.dumps(record) + "\n" for record in records))
    done = mtqa("check", "a.jsonl", "--format", "jsonl")
    assert verdicts(done.out) == [("numbers", "unchecked"), ("yoruba", "unchecked"), ("english", "pass")]
    assert done.status == 0, "the verdicts of the others stand"
    assert done.err == (
        "mtqa: warning: 2 of 3 documents unchecked: no rule for its language (yo) ran (1), no words (1)\n"
    )


def test_a_rule_that_lacks_what_it_needs_checks_nothing(mtqa: Run, project: Project) -> None:
    project.write("a.txt", GOOD)
    project.write("mtqa.toml", 'select = ["adequacy"]\n')
    done = mtqa("check", "a.txt", "--format", "jsonl")
    assert (done.status, verdicts(done.out)) == (2, [("a.txt", "unchecked")])


def test_every_report_says_unchecked(mtqa: Run, project: Project) -> None:
    project.write("a.csv", f'id,text\nx,\ny,"{GOOD}"\n')
    text = mtqa("check", "a.csv").out
    assert "unchecked (no text)" in text
    assert "1 passed, 1 unchecked" in text
    suite = ElementTree.fromstring(mtqa("check", "a.csv", "--format", "junit").out)
    assert suite.find("testsuite").get("skipped") == "1"  # type: ignore[union-attr]
    assert "no text" in suite.find(".//skipped").get("message")  # type: ignore[union-attr, operator]
    assert (
        "::warning file=a.csv,title=unchecked::a.csv: x: no text\n" in mtqa("check", "a.csv", "--format", "github").out
    )
    sarif = json.loads(mtqa("check", "a.csv", "--format", "sarif").out)["runs"][0]["invocations"][0]
    assert sarif["executionSuccessful"]
    assert [note["level"] for note in sarif["toolExecutionNotifications"]] == ["warning"]
    rows = list(csv.DictReader(io.StringIO(mtqa("report", "a.csv", "--documents", "-").out)))
    assert [(row["id"], row["verdict"], row["score"]) for row in rows] == [
        ("x", "unchecked", ""),
        ("y", "pass", "100.00"),
    ]
    assert "not scored (unchecked: no text)" in mtqa("spot", "a.csv").out


def test_a_title_fails_where_a_text_is_asked_for_and_the_report_says_why(mtqa: Run, project: Project) -> None:
    project.write("a.csv", TITLED["a.csv"])
    assert "fail (no text)" in mtqa("check", "a.csv", "--empty", "fail").out
