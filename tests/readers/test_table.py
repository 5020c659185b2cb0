"""CSV and TSV."""

from __future__ import annotations

import datetime
from typing import Any

import pytest


def test_rows_that_share_an_id_are_one_document(read: Any) -> None:
    table = "doc,src,mt,ref,title,date,language\na,один,One.,1,T,2017-03-22,en-GB\na,два,,2,,,\nb,три,Three.,3,,,\n"
    (first, second), problems = read("t.csv", table)
    assert not problems
    assert [(s.target, s.source, s.reference, s.line, s.element) for s in first.segments] == [
        ("T", None, None, 2, "title"),
        ("One.", "один", "1", 2, "mt"),
        ("", "два", "2", 3, "mt"),
    ]
    assert (first.id, first.title, first.language) == ("a", "T", "en-GB")
    assert first.date == datetime.date(2017, 3, 22)
    assert second.id == "b"


def test_a_story_in_a_cell_is_cut_into_paragraphs(read: Any) -> None:
    (document,), _ = read("t.csv", '\ufeffid;title;text\r\n1;T;"One; two.\r\n\r\nSaid ""three""."\r\n')
    assert [(s.target, s.kind, s.line, s.column) for s in document.segments] == [
        ("T", "headline", 2, None),
        ("One; two.", "body", 2, None),
        ('Said "three".', "body", 2, None),
    ]


def test_rows_without_an_id_are_documents_of_their_own(read: Any) -> None:
    documents, _ = read("t.csv", "text\nOne.\n\nTwo.\n")
    assert [(d.id, d.segments[0].line) for d in documents] == [("t.csv#1", 2), ("t.csv#2", 4)]


def test_a_quote_in_tsv_is_a_quote(read: Any) -> None:
    (document,), problems = read("t.tsv", 'id\ttarget\tsource\n1\t"Yes," he said.\tда\n')
    assert not problems
    assert document.segments[0].target == '"Yes," he said.'


def test_a_tsv_quoted_as_csv_is(read: Any) -> None:
    (document,), _ = read("t.tsv", 'id\ttarget\n1\t"""Yes,"" he said."\n')
    assert document.segments[0].target == '"Yes," he said.'


@pytest.mark.parametrize(
    "data", ["text|x\nOne.|y\n", "text\tx\nOne.\ty\n", "sep=;\ntext;x\nOne.;y\n", "text,x\rOne.,y\r"]
)
def test_the_delimiter_is_told_by_the_header(read: Any, data: str) -> None:
    (document,), problems = read("t.csv", data)
    assert (document.segments[0].target, problems) == ("One.", [])


def test_columns_by_name(read: Any) -> None:
    (document,), _ = read(
        "t.csv", "key,from,to\nk,Один.,One.\n", text_column="To", id_column="key", source_column="from"
    )
    assert (document.id, document.segments[0].target, document.segments[0].source) == ("k", "One.", "Один.")


@pytest.mark.parametrize(
    ("data", "options", "message"),
    [
        (
            "id,target\n1,x\n",
            {"text_column": "targte"},
            "no column 'targte'; did you mean 'target'? (columns: id, target)",
        ),
        ("a,b\n1,x\n", {}, "no column of text: name it with --text-column (columns: a, b)"),
        ("x,x\n1,x\n", {"text_column": "x"}, "two columns are called 'x'"),
        ('id,"text\n1,x\n', {}, "t.csv:1: a quote in the header is never closed"),
        ("text,when\nx,soon\n", {"date_column": "when"}, "t.csv:2: the date is 'soon'"),
    ],
)
def test_tables_that_cannot_be_read(read: Any, data: str, options: dict[str, str], message: str) -> None:
    documents, problems = read("t.csv", data, **options)
    assert not documents
    assert len(problems) == 1
    assert message in problems[0]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("b,x,y", "t.csv:3: 3 cells where the header has 2"),
        ("b", "t.csv:3: 1 cells where the header has 2"),
        ('b,"x" y', "t.csv:3: broken row"),
    ],
)
def test_a_row_that_cannot_be_used_is_a_problem_and_the_others_come(read: Any, row: str | bytes, message: str) -> None:
    row = row.encode() if isinstance(row, str) else row
    documents, problems = read("t.csv", b"id,text\na,One.\n" + row + b"\nc,Three.\n")
    assert [document.id for document in documents] == ["a", "c"]
    assert len(problems) == 1
    assert problems[0].startswith(message)


def test_a_quote_left_open_names_its_row(read: Any) -> None:
    documents, problems = read("t.csv", 'id,text\na,One.\nb,"Two.\nc,Three.\n')
    assert [document.id for document in documents] == ["a"]
    assert problems == ["t.csv:3: a quote opened in this row is never closed: close it (the rows after it are lost)"]
