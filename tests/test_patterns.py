"""Patterns that an earlier process compiled are those that `re` compiles, or are not used."""

import json
import re

import pytest

from mtqa import patterns

PATTERNS = {
    r"(?P<one>a+)|(?P<two>[^\W\d_]{2,5}?)(?<![\u0370-\u1cff])": re.IGNORECASE,
    r"(?x) \d++ (?: [.,] \d )* (?i:ab) (x)(?(1)y|z) \1": 0,
    "[\ud800-\udfff]|[\u3040-\u318f\uac00-\U0003ffff]": re.MULTILINE | re.DOTALL,
    "": 0,
}


@pytest.fixture(autouse=True)
def _nothing_taken(monkeypatch):
    monkeypatch.setattr(patterns, "_held", {})
    monkeypatch.setattr(patterns, "_taken", {})


def _taken(change=lambda row: row):
    kept = patterns.kept()
    patterns.take(list(kept), [json.dumps(change(row)).encode() for row in kept.values()])
    return kept


def test_a_pattern_that_is_kept_is_the_same(monkeypatch):
    for pattern, flags in PATTERNS.items():
        patterns.hold(pattern, flags)
    whole = {pattern: re.compile(pattern, flags) for pattern, flags in PATTERNS.items()}
    assert len(_taken()) == len(PATTERNS)
    monkeypatch.setattr(patterns.re, "compile", None)
    for pattern, flags in PATTERNS.items():
        found = patterns.compiled(pattern, flags)
        assert found == whole[pattern]
        assert found.groupindex == whole[pattern].groupindex
    found = patterns.compiled(*next(iter(PATTERNS.items()))).match("bcd")
    assert (found.lastgroup, found.groupdict()) == ("two", {"one": None, "two": "bc"})


@pytest.mark.parametrize(
    "change",
    [
        lambda row: [*row[:4], row[4][:-2]],
        lambda row: [*row[:4], [4_000_000_000, *row[4][1:]]],
        lambda row: [*row[:4], [-1]],
        lambda row: [*row[:4], [2**40]],
        lambda row: [*row[:3], {"one": 9}, row[4]],
        lambda row: row[:2],
        lambda row: [["other", 0], *row[1:]],
        lambda _row: None,
        lambda _row: {},
    ],
)
def test_what_is_odd_is_not_used(change):
    patterns.hold("(?P<one>a)b", 0)
    _taken(change)
    found = patterns.compiled("(?P<one>a)b", 0)
    assert found == re.compile("(?P<one>a)b")
    assert found.match("ab").group("one") == "a"


def test_no_pattern_is_kept_that_would_be_another(monkeypatch):
    patterns.hold("a", 0)
    patterns.hold("(", 0)
    patterns.hold(b"a", 0)
    monkeypatch.setattr(patterns, "_made", lambda *_: re.compile("b"))
    assert patterns.kept() == {}


def test_a_wrong_pattern_is_told():
    patterns.hold("(", 0)
    _taken()
    with pytest.raises(re.error):
        patterns.compiled("(", 0)
