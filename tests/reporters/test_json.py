"""`json` and `jsonl` keep their contract, whatever the text."""

from __future__ import annotations

import dataclasses
import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.reporters.record import plain

KEYS = [
    *("id", "path", "title", "language", "source_language", "words", "score", "penalty", "verdict"),
    *("readability", "estimate", "segments", "findings", "hidden", "metrics", "skipped_rules", "signature"),
]
FINDING_KEYS = [
    *("rule", "category", "severity", "message", "segment", "start", "end", "line", "column", "text"),
    *("suggestions", "evidence"),
]


def schema(name: str) -> dict:
    return json.loads(files("mtqa.data").joinpath(f"{name}.schema.json").read_text("utf-8"))


def check(name: str, value: object) -> None:
    jsonschema.Draft202012Validator(schema(name)).validate(value)


@pytest.mark.parametrize("name", ["document", "report"])
def test_schema_is_one(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_both_schemas_say_the_same_of_a_document():
    line, whole = schema("document"), schema("report")
    within = whole["$defs"].pop("document")
    assert {key: value for key, value in line.items() if key in within} == within
    assert line["$defs"] == whole["$defs"]


def test_every_line_is_a_document_of_the_contract(render, run):
    lines = render("jsonl", run).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["id"] for line in lines] == ["stories/talks, 1.txt", "urn:x:1", "-"]
    for line in lines:
        value = json.loads(line)
        assert list(value) == KEYS
        assert all(list(finding) == FINDING_KEYS for finding in value["findings"])
        check("document", value)


def test_json_holds_the_lines_of_jsonl(render, run):
    value = json.loads(render("json", run))
    check("report", value)
    assert value["documents"] == [json.loads(line) for line in render("jsonl", run).splitlines()]
    assert list(value) == [
        *("signature", "documents", "problems", "configuration", "gate", "metrics"),
        *("outcome", "reasons", "suppressed", "marked", "unchanged"),
    ]
    assert (value["outcome"], value["reasons"]) == ("error", [])


def test_schema_refuses_what_is_not_in_the_contract(render, run):
    value = json.loads(render("jsonl", run).splitlines()[0])
    for wrong in ({"verdict": "good"}, {"extra": 1}, {"score": 101}, {"words": None}):
        with pytest.raises(jsonschema.ValidationError):
            check("document", value | wrong)


def test_each_document_is_written_at_once(run):
    import io

    from mtqa.reporters import REPORTERS

    stream = io.StringIO()
    reporter = REPORTERS["jsonl"](stream, "s")
    for number, item in enumerate([run[0], run[1]], 1):
        reporter.add(item)
        assert stream.getvalue().count("\n") == number


def test_a_careless_rules_evidence_does_not_break_the_report(render, one_finding):
    report = one_finding("text")
    evidence = {"set": {"b", "a"}, "nan": float("nan"), "tuple": (1, None), 3: object, "deep": [{"x": {2}}]}
    finding = dataclasses.replace(report.findings[0], evidence=evidence)
    line = render("jsonl", [dataclasses.replace(report, findings=(finding,))])
    check("document", json.loads(line))
    assert json.loads(line)["findings"][0]["evidence"] == {
        "set": ["a", "b"],
        "nan": "nan",
        "tuple": [1, None],
        "3": "<class 'object'>",
        "deep": [{"x": [2]}],
    }


@given(text=st.text(st.characters(exclude_categories=[]), min_size=1))
def test_any_text_comes_back(render, one_finding, text):
    output = render("jsonl", [one_finding(text, message=text, id=text)])
    assert output.count("\n") == len(output.splitlines()) == 1
    finding = json.loads(output)["findings"][0]
    # a high and a low surrogate side by side are one character to every JSON reader
    wanted = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert finding["text"] == finding["message"] == finding["suggestions"][0] == wanted


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.integers(), inner) | st.tuples(inner),
    )
)
def test_anything_becomes_json(value):
    json.dumps(plain(value), allow_nan=False)
