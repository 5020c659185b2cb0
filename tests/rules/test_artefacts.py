"""What tools and language models leave, as a user meets it: by the public call, with the severity a gate acts on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from build_heads import fragments

from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.readers import read_paths
from mtqa.report import DocumentReport
from mtqa_rules.artefacts._heads import beginnings
from mtqa_rules.artefacts._wording import HEADS, at, digest, grouped, joined, listed, wordings
from mtqa_rules.data import DATA

STORY = "The council approved the new route on Tuesday.\n\nWork will begin in March."
ENGINE = Engine(Config(select=("artefacts", "repetition", "structure")))


def check(text: str, language: str = "en") -> DocumentReport:
    return ENGINE.check(Document.from_text(text, language=language))


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in check(text, language).findings]


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry, but I can't translate this article.",
        "Please provide the text you would like me to translate.",
        "Error: 429 Too Many Requests. Your quota is used up.",
        "抱歉，我无法翻译该内容。",
        "翻译失败，请稍后重试。",
    ],
)
def test_a_story_that_holds_nothing_but_an_answer_fails(text: str) -> None:
    report = check(text)
    assert [finding.severity for finding in report.findings] == ["critical"]
    assert report.verdict == "fail"


def test_the_same_answer_among_other_text_is_major() -> None:
    text = STORY + "\n\nI'm sorry, but I can't translate this paragraph.\n\n" + "The mayor is pleased with it. " * 40
    assert found(text)[0] == ("artefacts/refusal", "major")


def test_a_refusal_under_a_headline_of_its_own_is_the_whole_story() -> None:
    segments = (Segment("Council approves route", kind="headline"), Segment("I'm sorry, but I can't assist with that."))
    report = ENGINE.check(Document("a", segments))
    assert [(f.segment, f.severity) for f in report.findings] == [(1, "critical")]


def test_json_round_a_text_is_named_where_the_file_is_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text('{"translation": "The council approved the new route on Tuesday."}\n', encoding="utf-8")
    [document] = list(read_paths([str(path)]))
    assert isinstance(document, Document)
    assert [finding.text for finding in ENGINE.check(document).findings] == ['{"translation": "', '"}']


def test_documents_in_json_are_read_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "stories.txt"
    path.write_text('{"id": "a", "text": "The council approved the new route."}\n', encoding="utf-8")
    [document] = list(read_paths([str(path)]))
    assert isinstance(document, Document)
    assert document.id == "a"


@pytest.mark.parametrize(
    ("lead", "pattern", "heads"),
    [
        ("", "(?:sure|ok)[,.] here", {"sure", "ok, ", "ok. "}),
        ("(?:the )?", "text", {"the ", "text"}),
        ("(?:please |now,? ){0,2}", "give", {"plea", "now ", "now,", "give"}),
        ("", r"[\[(]?an? \w+", {"[an ", "[a ", "(an ", "(a ", "an ", "a "}),
        ("(?!thesis)", "thes(?:e|is)", {"thes"}),
        ("", r"\w+ text", {""}),
        ("", "(?-i:AI)|x", {"ai", "x"}),
    ],
)
def test_what_a_line_begins_with_to_be_a_wording(lead: str, pattern: str, heads: set[str]) -> None:
    assert beginnings(lead, pattern) == heads


def test_the_stored_beginnings_are_those_of_the_wordings() -> None:
    stored = json.loads((DATA / HEADS).read_bytes())
    assert stored["of"] == digest(), "run tools/build_heads.py"
    assert stored["groups"] == [list(group) for group in grouped()]
    assert stored["needs"] == [fragments(one.source) for one in listed()]


def test_beginnings_are_worked_out_where_the_stored_are_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    known = wordings()
    monkeypatch.setattr("mtqa_rules.artefacts._wording.digest", lambda: "")
    others = wordings.__wrapped__()
    assert {head: [one[:2] for one in ones] for head, ones in others.items()} == {
        head: [one[:2] for one in ones] for head, ones in known.items()
    }


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("i(?:'m| am) sorry", [" sorry"]),
        ("(?:cannot|can't) (?:help|assist)", ["assist", "help"]),
        ("as an? (?-i:AI)", ["as a"]),
        ("(?:translation)?s?", []),
        (r"\w+|text", []),
        ("抱歉，?我", ["抱歉"]),
        ("É(?:tat){2}", ["tat"]),
    ],
)
def test_what_a_wording_has_literally(pattern: str, needs: list[str]) -> None:
    assert fragments(pattern) == needs


def test_letters_that_a_pattern_takes_for_others_are_tried() -> None:
    assert found("I'm \u017forry, but I can't translate this content.") == found(
        "I'm sorry, but I can't translate this content."
    )


def test_every_wording_is_a_regular_expression() -> None:
    for head in wordings():
        for kind, ones in at(head):
            re.compile(joined(kind, ones))


def test_markup_is_found_in_every_language() -> None:
    assert found("Die Brücke ist %1$s gesperrt.", "de") == [("artefacts/placeholder", "major")]


def test_a_c1_control_is_named_and_mended() -> None:
    [finding] = check("The route\u0092s cost was fair.").findings
    assert (finding.rule, finding.suggestions) == ("structure/mojibake", ("’",))
