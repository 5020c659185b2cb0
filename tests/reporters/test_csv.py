"""CSV rows are stable, and no cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.reporters.cells import cell, defuse, one_line

ANY = st.text(st.characters(exclude_categories=[]))
BLANKS = " \t\r\n\u00a0\u3000\ufeff\u200b"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫"])
@pytest.mark.parametrize("before", ["", " ", "  \u00a0", "\n", "\ufeff", "\u200b", "\x00"])
def test_formula_is_defused(sign, before):
    assert defuse(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("text", ["\tx", "\rx", "\t"])
def test_tab_and_return_are_defused(text):
    assert defuse(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", " ", "word", "a=1", "'=1", "–5", "“=”", "5-3", "(=1)", " word"])
def test_other_cells_stay(text):
    assert defuse(text) == text


@given(ANY)
def test_defuse_is_idempotent(text):
    assert defuse(defuse(text)) == defuse(text)


@given(st.text(BLANKS, max_size=3), ANY)
def test_no_cell_begins_a_formula(blanks, text):
    assert not cell(blanks + text).lstrip(BLANKS).startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not cell(blanks + text).startswith(("\t", "\r"))


@given(ANY)
def test_cell_is_one_line_that_can_be_written(text):
    assert len(("x" + one_line(text)).splitlines()) == 1
    cell(text).encode("utf-8")


@given(text=ANY.filter(bool), message=ANY)
def test_any_text_comes_back(render, one_finding, text, message):
    output = render("csv", [one_finding(text, message=message, id=text)])
    assert output.count("\n") == 2
    (row,) = csv.DictReader(io.StringIO(output, newline=""))
    assert row["document"] == row["text"] == row["suggestions"] == cell(text)
    assert row["message"] == cell(message)
    assert (row["line"], row["score"], row["verdict"]) == ("1", "75.00", "fail")


def test_document_without_findings_has_no_row(render, run):
    assert render("csv", run[3:]).count("\n") == 1
