"""Markdown for the summary of a job: nothing in it is markup but ours, and it is not too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.reporters import markdown

MarkdownIt = pytest.importorskip("markdown_it").MarkdownIt


def parsed(text: str) -> list:
    return MarkdownIt("gfm-like", {"linkify": False}).parse(text)


def test_the_worst_document_comes_first(render, run):
    text = render("markdown", run)
    assert text.startswith("## mtqa: ERROR&#58; 11 findings in 3 documents&#58; 1 failed")
    assert text.index("talks") < text.index("feed")
    assert "names/chimera" in text


@given(text=st.text(st.characters(exclude_categories=[]) | st.sampled_from("`*_[]()<>|\n@#:&\\~!"), min_size=1))
def test_no_text_is_markup(render, one_finding, text):
    tokens = parsed(render("markdown", [one_finding(text, message=text, id=text)]))
    inline = [child for token in tokens for child in token.children or ()]
    html = [child.content for child in inline if child.type == "html_inline"]
    assert {child.type for child in inline} <= {"text", "html_inline", "softbreak"}
    assert set(html) <= {"<code>", "</code>", "<br>", "<b>", "</b>"}
    assert [token.type for token in tokens].count("table_open") == 2


def test_no_more_than_github_takes(render, one_finding, monkeypatch):
    monkeypatch.setattr(markdown, "MOST", 5_000)
    text = render("markdown", [one_finding("x" * 90, message="why " * 100, id=f"{n}.txt") for n in range(50)])
    assert len(text.encode()) < 5_500
    assert " of 50 findings shown." in text


def test_a_word_with_an_at_sign_calls_nobody(render, one_finding):
    assert "@somebody" not in render("markdown", [one_finding("@somebody", message="@somebody")])
