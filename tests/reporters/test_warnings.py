"""A warning of a reader stands in every report that has a place for it, and is no error in any."""

from __future__ import annotations

import json

from lxml import etree

from mtqa.document import Problem
from mtqa.reporters import Tally

WARNING = Problem("feed.xml", "a bare & is read as &amp;", line=3, entry=2, severity="warning")


def test_text_names_it(render, run):
    assert render("text", [*run, WARNING]).count("\nwarning: feed.xml:3 (entry 2): a bare & is read as &amp;\n") == 1


def test_json_lists_it_behind_the_errors(render, run):
    problems = json.loads(render("json", [WARNING, *run]))["problems"]
    assert [problem["severity"] for problem in problems] == ["error", "warning"]
    assert problems[1] == {
        "severity": "warning",
        "path": "feed.xml",
        "line": 3,
        "column": None,
        "entry": 2,
        "message": "a bare & is read as &amp;",
    }


def test_github_warns(render):
    assert "::warning file=feed.xml,line=3,title=read with repairs::" in render("github", [WARNING])


def test_sarif_has_it_as_a_warning_of_a_run_that_went_well(render, run):
    (invocation,) = json.loads(render("sarif", [run[-1], WARNING]))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is True
    assert [note["level"] for note in invocation["toolExecutionNotifications"]] == ["warning"]


def test_junit_has_no_case_for_it(render, run):
    suite = etree.fromstring(render("junit", [run[-1], WARNING]).encode()).find("testsuite")
    assert suite.get("errors") == "0"
    assert len(suite.findall("testcase")) == 1
    assert suite.findtext("system-err") == "feed.xml:3 (entry 2): a bare & is read as &amp;"


def test_it_is_counted_apart():
    tally = Tally()
    tally.add(WARNING)
    summary = tally.summary("s")
    assert (summary.problems, summary.warnings) == ((), (WARNING,))
