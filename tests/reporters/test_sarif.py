"""SARIF output is valid, and points at the right place."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Problem
from mtqa.reporters.sarif import uri

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def parse(text: str) -> dict:
    value = json.loads(text)
    VALIDATOR.validate(value)
    return value["runs"][0]


def test_valid_with_rules_and_without(render, run, rules):
    assert len(parse(render("sarif", run, rules))["results"]) == 11
    assert len(parse(render("sarif", run))["results"]) == 11


def test_valid_for_an_empty_run(render, rules):
    found = parse(render("sarif", [], rules))
    assert found["results"] == []
    assert found["invocations"][0]["executionSuccessful"] is True


def test_each_result_names_its_rule(render, run, rules):
    found = parse(render("sarif", run, rules))
    listed = found["tool"]["driver"]["rules"]
    assert all(listed[result["ruleIndex"]]["id"] == result["ruleId"] for result in found["results"])


def test_problems_and_crashes_make_the_run_unsuccessful(render, run):
    invocation = parse(render("sarif", run))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 2


def test_standard_input_has_no_uri(render, one_finding):
    found = parse(render("sarif", [one_finding("text", id="-"), Problem("-", "empty")]))
    assert "physicalLocation" not in found["results"][0]["locations"][0]
    assert "locations" not in found["invocations"][0]["toolExecutionNotifications"][0]


def test_the_same_defect_twice_has_two_fingerprints(render, one_finding):
    import dataclasses

    report = one_finding("word word", 0, 4)
    again = dataclasses.replace(report.findings[0], start=5, end=9, column=6)
    report = dataclasses.replace(report, findings=(*report.findings, again))
    prints = [result["partialFingerprints"]["mtqaFinding/v1"] for result in parse(render("sarif", [report]))["results"]]
    assert prints[0].partition(":")[0] == prints[1].partition(":")[0]
    assert prints[0] != prints[1]


def test_fingerprint_stays_when_the_text_moves(render, one_finding):
    def fingerprint(report) -> dict:
        return parse(render("sarif", [report]))["results"][0]["partialFingerprints"]

    assert fingerprint(one_finding("a word", 2)) == fingerprint(one_finding("here is a word", 10))


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("a b/ü#1?.txt", "a%20b/%C3%BC%231%3F.txt"),
        ("./x.txt", "x.txt"),
        ("../x.txt", "../x.txt"),
        ("/nowhere/x y.txt", "file:///nowhere/x%20y.txt"),
        ("c:\udcff", "c%3A%ED%B3%BF"),
    ],
)
def test_uri(path, wanted):
    assert uri(path) == wanted


def test_uri_of_a_file_below_the_working_directory_is_relative():
    assert uri(str(Path.cwd() / "feeds" / "a b.xml")) == "feeds/a%20b.xml"


@given(text=st.text(st.characters(exclude_categories=[]), min_size=1))
def test_valid_for_any_text(render, one_finding, text):
    found = parse(render("sarif", [one_finding(text, message=text, id=text), Problem(text, text)]))
    assert len(found["results"]) == 1
