"""Files of verdicts: what is written is read again, and what cannot be used is named with its line."""

from __future__ import annotations

import csv
import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.reporters.cells import defuse, one_line
from mtqa.verdicts import COLUMNS, LONGEST, Verdict, VerdictError, parse_verdicts, read_verdicts, write_verdicts

HEAD = ",".join(COLUMNS) + "\n"
ROW = (
    "d1,in.txt,0,3,8,names/chimera,accuracy/mistranslation,critical,words,"
    "dismiss,ann,2026-11-30T02:30:00Z,why,2027-01-31"
)
NOON = datetime.datetime(2026, 11, 30, 2, 30, tzinfo=datetime.UTC)
DISMISSED = Verdict(
    *("d1", "in.txt", 0, 3, 8, "names/chimera", "accuracy/mistranslation", "critical", "words", "dismiss", "ann"),
    at=NOON,
    comment="why",
    expires=datetime.date(2027, 1, 31),
)


def written(*verdicts: Verdict) -> str:
    stream = io.StringIO()
    write_verdicts(stream, verdicts)
    return stream.getvalue()


def parsed(text: str) -> tuple[Verdict, ...]:
    return parse_verdicts(text.encode(), "v.csv")


def test_a_row() -> None:
    assert parsed(HEAD + ROW + "\n") == (DISMISSED,)
    assert written(DISMISSED) == HEAD + ROW + "\n"


def test_columns_in_any_order_and_only_those_needed() -> None:
    text = "Verdict;rule;document;segment;start;end;category;severity;text\r\n"
    (one,) = parsed("\ufeff" + text + "missed;;d2;1;0;0;accuracy/omission;major;\r\n\r\n")
    assert one == Verdict("d2", None, 1, 0, 0, "", "accuracy/omission", "major", "", "missed")


@given(st.text(max_size=40), st.sampled_from(["", "'", "''", "=", "'=", "''=1+1", "\t=", "＝1", "-", "::x", "@a'"]))
def test_no_cell_is_a_formula_and_every_text_comes_back(text: str, head: str) -> None:
    text = one_line(head + text)
    rule = "house/rule"
    one = Verdict("d1", None, 0, 0, 1, rule, "fluency/grammar", "minor", text, "accept", comment=text)
    table = written(one)
    cells = list(csv.reader(io.StringIO(table, newline="")))[1]
    assert all(defuse(cell) == cell for cell in cells)
    assert parsed(table) == (one,)


def test_long_texts_are_cut_so_that_they_can_be_read() -> None:
    long = "a" * (LONGEST["text"] + 5)
    (one,) = parsed(written(Verdict("d1", None, 0, 0, 9, "a/b", "fluency/grammar", "minor", long, "accept")))
    assert one.text == long[:-5]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("dismiss", "maybe", "v.csv:2: column 'verdict': unknown verdict 'maybe'; one of accept, dismiss, missed"),
        (",0,3,8,", ",0,-3,8,", "v.csv:2: column 'start': must be a whole number, 0 or more, not '-3'"),
        (",0,3,8,", ",0,9,8,", "v.csv:2: column 'end': 8 lies before start, 9"),
        (",0,3,8,", ",²,3,8,", "v.csv:2: column 'segment': must be a whole number, 0 or more, not '²'"),
        (",0,3,8,", f",0,3,{'9' * 5000},", "v.csv:2: column 'end': must be a whole number, 0 or more, not '999"),
        ("critical", "fatal", "v.csv:2: column 'severity': unknown severity 'fatal'; one of neutral, minor,"),
        ("accuracy/mistranslation", "bad", "v.csv:2: column 'category': unknown MQM category 'bad'; one of"),
        ("names/chimera", "", "v.csv:2: column 'rule': is empty; only what was missed has none, not 'dismiss'"),
        ("dismiss", "missed", "v.csv:2: column 'rule': must be empty where the verdict is missed"),
        ("2027-01-31", "soon", "v.csv:2: column 'expires': must be a day such as 2027-01-31, not 'soon'"),
        ("2026-11-30T02:30:00Z", "now", "v.csv:2: column 'at': must be a time such as 2027-01-31T09:30:00Z, not 'now'"),
        ("2026-11-30T02:30:00Z", "0001-01-01T00:00:00+14:00", "v.csv:2: column 'at': must be a time such as"),
        ("d1,", ",", "v.csv:2: column 'document': is empty; give the document's id"),
        ("d1,", "d1,more,", "v.csv:2: has 15 cells, the header 14; quote the delimiter"),
        ("ann", "a" * 101, "v.csv:2: column 'by': has 101 characters; 100 at most"),
        ("why", '"why', "v.csv:2: is no valid table: unexpected end of data"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(old: str, new: str, message: str) -> None:
    assert old in ROW
    with pytest.raises(VerdictError) as caught:
        parsed(HEAD + ROW.replace(old, new, 1) + "\n")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("", "v.csv:1: is no file of verdicts: it has no column 'document'"),
        ("document,verdict,verdict", "v.csv:1: column 'verdict' stands twice"),
        (HEAD.strip() + ",colour", "v.csv:1: column 'colour' is unknown; known ones: document, path"),
        (HEAD.replace(",rule", "").strip(), "v.csv:1: is no file of verdicts: it has no column 'rule'"),
    ],
)
def test_a_table_of_something_else(head: str, message: str) -> None:
    with pytest.raises(VerdictError) as caught:
        parsed(head + "\n")
    assert str(caught.value).startswith(message)


def test_a_row_of_two_lines_is_named_by_its_first() -> None:
    broken = ROW.replace("words", '"two\nlines"').replace("critical", "fatal")
    with pytest.raises(VerdictError, match=r"v\.csv:3: column 'severity'"):
        parsed(HEAD + ROW + "\n" + broken + "\n")


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(VerdictError, match=r"v\.csv:2: is not UTF-8 text; save it as CSV UTF-8"):
        parse_verdicts(HEAD.encode() + b"\xff\n", "v.csv")


def test_a_file_that_is_not_there(tmp_path) -> None:
    with pytest.raises(VerdictError, match=r"none\.csv: cannot read the verdicts: No such file or directory"):
        read_verdicts(tmp_path / "none.csv")


def test_limits(monkeypatch) -> None:
    monkeypatch.setattr("mtqa.verdicts.MOST_ROWS", 1)
    with pytest.raises(VerdictError, match=r"v\.csv:3: more than 1 verdicts; split the file"):
        parsed(HEAD + ROW + "\n" + ROW + "\n")
    monkeypatch.setattr("mtqa.verdicts.MOST_BYTES", 2**20)
    with pytest.raises(VerdictError, match=r"v\.csv: is larger than 1 MiB; split it"):
        parse_verdicts(b" " * (2**20 + 1), "v.csv")
