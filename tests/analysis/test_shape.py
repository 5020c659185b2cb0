"""What a paragraph is by its shape, and that code and links are not judged."""

from __future__ import annotations

import textwrap

import pytest

import mtqa
from mtqa import Document, Segment
from mtqa.analysis.text import Analysis
from mtqa.engine import Engine
from mtqa.segment import Kind


def kinds(*texts: str) -> list[str]:
    return [paragraph.kind for paragraph in Analysis([Segment(text) for text in texts]).paragraphs]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- two pens", "list"),
        ("• Two pens and a coat", "list"),
        ("12) two pens", "list"),
        ("(b) two pens", "list"),
        ("2. two pens", "list"),
        ("Name | Width | Height", "table"),
        ("Monday\t12\t14", "table"),
        ("Leeds   2   1   0   7", "table"),
        ("FTSE 7,230.1 +0.4% DAX 15,400 -1.1%", "table"),
        ("The sea was calm,\nThe moon lay fair\nUpon the straits; the light\nGleamed and was gone", "verse"),
        ("J. Smith said so on Monday.", "body"),
        ("- 20 degrees", "list"),
        ("The price rose by 3 per cent, to 12 dollars, in 2012 and 2013.", "body"),
        ("He came home | and left.", "body"),
        ("They met in Paris,\nand then in Rome,\nand went home.", "body"),
    ],
)
def test_a_paragraph_alone(text: str, kind: Kind) -> None:
    assert kinds(text) == [kind]


def test_verse_is_told_by_its_lines() -> None:
    assert kinds("The tide is full,", "The moon lies fair", "Upon the straits;", "it was late.") == ["verse"] * 3 + [
        "body"
    ]
    assert kinds("Talks fail", "By John Smith", "Paris, Monday", "The talks failed.")[:3] != ["verse"] * 3


def test_an_item_that_is_a_sentence_is_running_text() -> None:
    analysis = Analysis(
        [Segment("- The ministers left at noon on Monday."), Segment("- a coat, a pen and an old hat.")]
    )
    assert [paragraph.running for paragraph in analysis.paragraphs] == [True, False]


def test_code_inside_a_sentence_is_one_token_and_keeps_all_places() -> None:
    text = "Use `the the` or ls -l , he said."
    at = text.index("ls")
    analysis = Analysis([Segment(text, code=((at, at + 7),))])
    tokens = analysis.sentences[0].tokens
    assert [token.text for token in tokens if token.kind == "code"] == ["`the the`", "ls -l ,"]
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert [token.text for token in tokens if token.kind != "code"] == ["Use", "or", "he", "said", "."]


def test_nobody_judges_code_and_links() -> None:
    wrong = "The the minister have went  to an house ,and that are all ."
    for kind in ("code", "links"):
        document = Document("d", [Segment("Add this line to the file:"), Segment(wrong, kind=kind)])
        report = Engine().check(document)
        assert not report.findings
        assert report.words == 6, "what nobody judged is not counted as good"
    assert Engine().check(Document("d", [Segment("Add this line to the file:"), Segment(wrong)])).findings


def test_an_apostrophe_by_backtick_is_no_code() -> None:
    analysis = Analysis([Segment("He can`t see what they don`t show. ```json is a fence```")])
    assert not any(token.kind == "code" for token in analysis.sentences[0].tokens)


@pytest.mark.parametrize("width", [30, 38, 45, 60, 72])
def test_text_wrapped_at_any_width_is_read_as_it_was(width: int) -> None:
    story = (
        "The foreign minister said on Tuesday that the two sides would meet again next month, and that the talks about "
        "the islands were going better than anyone had hoped a year ago. He did not say where, or who would come."
    )
    report = mtqa.check("\n".join(textwrap.wrap(story, width)))
    assert len(report.document.segments) == 1
    assert not report.findings


@pytest.mark.parametrize(
    "text",
    [
        "Bring:\n\n- a coat\n- two pens\n- your pass\n\nthen call us.\n",
        "You need\n* a pan that is wide enough for all of the\n  fish you want to fry\n* some oil\nand then you wait.",
        "See the\n[long notes][1]. They hold all that was changed since the last\nrelease, and should be read by all.",
        "The wind came up that day,\nThe old man shut his door and said\nThat all would come\nAnd gone was he.",
    ],
)
def test_lists_verse_and_wrapped_notes_are_left_alone(text: str) -> None:
    assert not mtqa.check(text).findings
