"""What review services read: GitLab, Checkstyle, reviewdog."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mtqa.document import Problem

RDJSON = json.loads((Path(__file__).parent / "schemas" / "reviewdog-diagnostic-result.json").read_text("utf-8"))

#: The fields that GitLab's documentation of code quality reports asks for.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"minimum": 1}}},
                },
            },
        },
    },
}


def gitlab(text: str) -> list[dict]:
    found = json.loads(text)
    jsonschema.validate(found, GITLAB)
    return found


def rdjson(text: str) -> list[dict]:
    found = json.loads(text)
    jsonschema.Draft4Validator(RDJSON).validate(found)
    return found["diagnostics"]


def checkstyle(text: str) -> list[tuple[str, dict]]:
    root = etree.fromstring(text.encode())
    assert root.tag == "checkstyle"
    return [(file.get("name"), dict(error.attrib)) for file in root for error in file]


def test_gitlab_has_one_issue_a_finding_and_one_for_what_broke(render, run):
    found = gitlab(render("gitlab", run))
    assert len(found) == 9 + 2 + 1 + 1  # findings of both documents, a crash, a problem
    assert [one["check_name"] for one in found if one["severity"] == "blocker"] == ["house/broken", "mtqa/not-read"]
    assert len({one["fingerprint"] for one in found}) == len(found)


def test_gitlab_knows_the_same_defect_again_where_the_text_moved(render, one_finding):
    texts = (("An odd word.", 3), ("Well, an odd word.", 9))
    (before,), (after,) = (gitlab(render("gitlab", [one_finding(text, at, at + 3)])) for text, at in texts)
    assert before["fingerprint"] == after["fingerprint"]


def test_two_problems_alike_are_two_issues(render):
    assert len({one["fingerprint"] for one in gitlab(render("gitlab", [Problem("a", "x"), Problem("a", "x")]))}) == 2


def test_checkstyle_groups_by_document(render, run):
    found = checkstyle(render("checkstyle", run))
    assert [name for name, _ in found] == ["stories/talks, 1.txt"] * 10 + ["feed.xml"] * 2 + ["bad: feed.xml"]
    chimera = found[3][1]
    assert (chimera["line"], chimera["column"], chimera["severity"]) == ("3", "84", "error")
    assert chimera["source"] == "mtqa.names/chimera"


def test_reviewdog_columns_count_bytes(render, run):
    cafe = rdjson(render("rdjson", run))[1]
    line = "日本の首相 met 👩‍🚀 in the Cafe\u0301"
    begin, end = len(line[:-5].encode()) + 1, len(line.encode()) + 1
    assert cafe["location"]["range"] == {"start": {"line": 1, "column": begin}, "end": {"line": 1, "column": end}}
    assert cafe["suggestions"] == [{"range": cafe["location"]["range"], "text": "cafe\u0301"}]


def test_reviewdog_is_given_no_suggestion_without_a_place(render, run):
    another = rdjson(render("rdjson", run))[-2]
    assert another["location"] == {"path": "feed.xml", "range": {"start": {"line": 44}}}
    assert "suggestions" not in another


def test_a_span_over_two_lines_ends_on_the_second(render, one_finding):
    found = rdjson(render("rdjson", [one_finding("So said\nhé she", 3, 10)]))[0]
    assert found["location"]["range"] == {"start": {"line": 1, "column": 4}, "end": {"line": 2, "column": 4}}


@given(text=st.text(st.characters(exclude_categories=[]), min_size=1))
def test_any_text_is_valid(render, one_finding, text):
    items = [one_finding(text, message=text, id=text), Problem(text, text)]
    assert len(gitlab(render("gitlab", items))) == 2
    assert len(rdjson(render("rdjson", items))) == 2
    assert len(checkstyle(render("checkstyle", items))) == 2
