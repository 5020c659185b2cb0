"""JUnit output is valid XML of the schema, whatever the text, and markup from a feed stays text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mtqa.document import Problem

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "jenkins-junit.xsd"))


def parse(text: str) -> etree._Element:
    root = etree.fromstring(text.encode())
    SCHEMA.assertValid(root)
    return root


@pytest.mark.parametrize("count", range(5))
def test_valid(render, run, count):
    parse(render("junit", run[:count]))


def test_counts_are_those_of_the_cases(render, run):
    suite = parse(render("junit", run)).find("testsuite")
    assert suite.get("tests") == str(len(suite.findall("testcase"))) == "5"
    assert suite.get("failures") == str(len(suite.findall("testcase/failure"))) == "1"
    assert suite.get("errors") == str(len(suite.findall("testcase/error"))) == "2"


def test_markup_of_a_feed_stays_text(render, run):
    root = parse(render("junit", run))
    assert not list(root.iter("script", "b", "p"))
    assert "<script>alert(1)</script>" in root.findtext(".//failure")


def test_many_documents_do_not_stay_in_memory(render, one_finding, monkeypatch):
    monkeypatch.setattr("mtqa.reporters.junit._IN_MEMORY", 1000)
    root = parse(render("junit", [one_finding("日本 " * 20, id=f"{i}.txt") for i in range(50)]))
    assert [case.get("classname") for case in root.iter("testcase")] == [f"{i}.txt" for i in range(50)]


@given(text=st.text(st.characters(exclude_categories=[]), min_size=1))
def test_valid_for_any_text(render, one_finding, text):
    root = parse(render("junit", [one_finding(text, message=text, id=text), Problem(text, text)]))
    assert len(root.findall("testsuite/testcase")) == 2
