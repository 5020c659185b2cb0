"""One bad rule: whatever it says or raises, its failure is its own and nothing else is lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from mtqa import Document, Segment
from mtqa.config import Config
from mtqa.engine import Engine
from mtqa.guard import plain
from mtqa.registry import RuleLoadError, load_rules
from mtqa.report import DocumentReport
from mtqa.reporters.record import record

RULE = '''"""A rule."""
import sys
from mtqa.finding import Match
from mtqa.rule import Rule
rule = Rule(category="fluency/grammar", severity="minor")
BAD, GOOD = ["[[bad]]"], ["other"]
@rule.check
def check(document):
    {body}
'''

SOUND = RULE.format(body='yield Match(0, 0, 3, "The sound rule speaks.")')


def checked(house: Path, bodies: dict[str, str], jobs: int = 1) -> list[DocumentReport]:
    """What comes of two documents with a sound rule and one for each of the bodies."""
    house.mkdir()
    (house / "sound.py").write_text(SOUND)
    for name, body in bodies.items():
        (house / f"{name}.py").write_text(RULE.format(body=body))
    documents = [Document(name, [Segment("Bad words."), Segment("More.")]) for name in ("a", "b")]
    reports = list(Engine(Config(select=("house",), rules=(str(house),))).run(documents, jobs))
    assert all(isinstance(report, DocumentReport) for report in reports)
    return reports  # type: ignore[return-value]


#: The body of a check, and what is said of it.
WILD = {
    "unknown-category": ('yield Match(0, 0, 3, "m", category="fluency/speling")', "unknown MQM category"),
    "category of another type": ('yield Match(0, 0, 3, "m", category=["fluency/grammar"])', "unknown MQM category"),
    "unknown severity": ('yield Match(0, 0, 3, "m", severity="blocker")', "unknown severity 'blocker'"),
    "severity of another type": ("yield Match(0, 0, 3, 'm', severity=5)", "unknown severity 5"),
    "no message": ("yield Match(0, 0, 3, None)", "message must be a string"),
    "empty message": ('yield Match(0, 0, 3, " ")', "message is empty"),
    "message in bytes": ('yield Match(0, 0, 3, b"m")', "message must be a string"),
    "suggestions in one string": ('yield Match(0, 0, 3, "m", "the")', "suggestions must be a tuple"),
    "suggestion that is none": ('yield Match(0, 0, 3, "m", (None,))', "suggestions must be a tuple"),
    "suggestions of none": ('yield Match(0, 0, 3, "m", None)', "suggestions must be a tuple"),
    "wide of another type": ('yield Match(0, 0, 3, "m", wide="yes")', "wide must be true or false"),
    "evidence of another type": ('yield Match(0, 0, 3, "m", (), ["x"])', "evidence must be a mapping"),
    "segment that does not exist": ('yield Match(2, 0, 3, "m")', "segment 2 does not exist"),
    "segment from behind": ('yield Match(-1, 0, 3, "m")', "segment -1 does not exist"),
    "segment of another type": ('yield Match("0", 0, 3, "m")', "segment must be a whole number"),
    "span outside": ('yield Match(0, 0, 300, "m")', "lies outside segment 0"),
    "span from behind": ('yield Match(0, 3, 0, "m")', "lies outside segment 0"),
    "span of half a letter": ('yield Match(0, 0, 1.5, "m")', "end must be a whole number"),
    "something else": ('yield (0, 0, 3, "m")', "a rule yields Match, not tuple"),
    "nothing at all": ("return None", "TypeError"),
    "a crash": ("raise KeyError('oops')", "KeyError: 'oops'"),
    "sys exit": ("sys.exit(0)", "SystemExit: 0"),
    "an exception of its own kind": ("raise type('Odd', (BaseException,), {})('hm')", "Odd: hm"),
    "an error that cannot be shown": (
        "raise type('Odd', (Exception,), {'__str__': lambda self: 1 / 0})()",
        "its message cannot be shown",
    ),
    "a recursion without end": ("check(document)\n    check(document)\n    return check(document)", "RecursionError"),
    "a sound match before a bad one": (
        'yield Match(0, 0, 3, "m")\n    yield Match(0, 0, 3, "m", severity="grave")',
        "unknown severity 'grave'",
    ),
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[DocumentReport]:
    """Two documents checked with a sound rule and all bad ones."""
    bodies = {case.replace(" ", "-"): body for case, (body, _) in WILD.items()}
    return checked(tmp_path_factory.mktemp("wild") / "house", bodies)


def test_bad_rules_take_no_document_and_no_finding_along(reports: list[DocumentReport]) -> None:
    assert [report.document.id for report in reports] == ["a", "b"]
    for report in reports:
        assert [finding.rule for finding in report.findings] == ["house/sound"]
        assert len(report.failures) == len(WILD)


@pytest.mark.parametrize("case", WILD)
def test_a_bad_rule_is_named_with_what_it_did(reports: list[DocumentReport], case: str) -> None:
    for report in reports:
        errors = {failure.rule: failure.error for failure in report.failures}
        assert WILD[case][1] in errors[f"house/{case.replace(' ', '-').lower()}"]


def test_a_bad_rule_fails_alone_in_other_processes_too(tmp_path: Path) -> None:
    body = 'sys.exit("enough") if document.id == "a" else None\n    return ()'
    reports = checked(tmp_path / "house", {"wild": body}, jobs=2)
    assert [[failure.error for failure in report.failures] for report in reports] == [["SystemExit: enough"], []]
    assert [len(report.findings) for report in reports] == [1, 1]


def test_evidence_becomes_what_json_can_hold(tmp_path: Path) -> None:
    body = (
        "knot = []\n    knot.append(knot)\n"
        '    yield Match(0, 4, 9, "m", (), {1: {"b", "a"}, "big": 10 ** 5000, "nan": float("nan"), "knot": knot,'
        ' "file": sys.stdout, "none": None})'
    )
    (first, _) = checked(tmp_path / "house", {"wild": body})
    assert first.failures == ()
    evidence = json.loads(record(first, "s"))["findings"][-1]["evidence"]
    assert evidence["1"] == ["a", "b"]
    assert evidence["big"].startswith("0x")
    assert evidence["nan"] == "nan"
    assert evidence["none"] is None


def test_plain_keeps_json_values() -> None:
    value = {"a": [1, 2.5, "x", None, True], "b": {"c": []}}
    assert plain(value) == value


@pytest.mark.parametrize("line", ["sys.exit(0)", "raise SystemExit", "1 / 0", "raise BaseException('b')"])
def test_a_rule_file_that_breaks_when_loaded_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "wild.py").write_text(f'"""A rule."""\nimport sys\n{line}\n')
    with pytest.raises(RuleLoadError, match=r"wild\.py: cannot load the rule"):
        load_rules([str(tmp_path)])


def test_examples_that_are_no_list_are_named(tmp_path: Path) -> None:
    (tmp_path / "wild.py").write_text(SOUND.replace('["[[bad]]"], ["other"]', "None, None"))
    with pytest.raises(RuleLoadError, match=r"wild\.py: BAD and GOOD must be lists"):
        load_rules([str(tmp_path)])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_among_the_rules_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "wild.py")
    with pytest.raises(RuleLoadError, match=r"wild\.py: is no regular file"):
        load_rules([str(tmp_path)])
