"""`mtqa report`: what of the input is carried along, the keys of documents, and the files tables are written to."""

from __future__ import annotations

import csv
import datetime
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtqa import extras
from mtqa.tables import xlsx
from mtqa.tables.columns import DOCUMENT_COLUMNS, FINDING_COLUMNS, RULE_COLUMNS
from mtqa.tables.files import TableError

from .conftest import Done, Project

#: Texts that have broken a table, or been run by a program that opened one.
HOSTILE = ("=cmd|' /C calc'!A0", "@SUM(1)", "-1+1", "http://a.b/c", "_x0041_ x", "a\u2028b\x00c\td", "007", "1e5", "NA")
ENGINES = "id,engine,text\n7,A,A garble here.\n7,B,All is well.\n8,A,All is well.\n8,B,See the the dog.\n"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheet(path: Path, table: str) -> list[dict[str, Any]]:
    from openpyxl import load_workbook
    from openpyxl.utils.escape import unescape

    book = load_workbook(path)
    header, *cells = book[table].iter_rows(values_only=True)
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in book[table].iter_rows() for cell in row)
    texts = [[unescape(cell) if isinstance(cell, str) else cell for cell in row] for row in cells]
    return [dict(zip(header, row, strict=True)) for row in texts]


def query(path: Path, sql: str) -> list[tuple[Any, ...]]:
    base = sqlite3.connect(path)
    try:
        return base.execute(sql).fetchall()
    finally:
        base.close()


def test_kept_columns_of_a_table_stand_in_both_tables_and_in_json(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.csv", ENGINES)
    done = mtqa("report", "in.csv", "--keep", "engine", "--documents", "d.csv", "--findings", "f.csv")
    assert (done.status, done.err) == (1, "")
    documents, findings = rows(project.read("d.csv")), rows(project.read("f.csv"))
    assert [(row["id"], row["engine"]) for row in documents] == [("7", "A"), ("7", "B"), ("8", "A"), ("8", "B")]
    assert [(row["document"], row["engine"]) for row in findings] == [("7", "A"), ("8", "B")]
    report = json.loads(mtqa("check", "in.csv", "--keep", "engine", "--format", "json").out)
    assert [document["fields"] for document in report["documents"]] == [{"engine": name} for name in "ABAB"]
    last = rows(mtqa("check", "in.csv", "--keep", "engine", "--format", "csv").out)[-1]
    assert (last["engine"], last["sentence"]) == ("B", "See the the dog.")


def test_without_keep_rows_of_one_id_are_one_document(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.csv", ENGINES)
    assert [row["segments"] for row in rows(mtqa("report", "in.csv", "--documents", "-").out)] == ["2", "2"]


def test_an_empty_cell_goes_on_with_the_document_above(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.csv", "id,engine,text\n7,A,All is well.\n7,,All is good.\n7,B,All is fine.\n")
    made = rows(mtqa("report", "in.csv", "--keep", "engine", "--documents", "-").out)
    assert [(row["engine"], row["segments"]) for row in made] == [("A", "2"), ("B", "1")]


def test_kept_fields_of_json_are_text(mtqa: Callable[..., Done], project: Project) -> None:
    record = {
        "id": "a", "text": "All is well.", "run": 7, "ok": True, "tags": ["x", "y"], "author": {"name": "Ann"},
        "none": None, "deep": {"er": "z"}, "raw": {"b": 1, "a": [2]},
    }  # fmt: skip
    project.write("in.jsonl", json.dumps(record) + "\n")
    kept = "run,ok,tags,author,none,deep.er,raw"
    row = rows(mtqa("report", "in.jsonl", "--keep", kept, "--documents", "-").out)[0]
    assert [row[name] for name in kept.split(",")] == ["7", "true", "x | y", "Ann", "", "z", '{"a": [2], "b": 1}']


FEED = (
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>F</title><item><guid>1</guid>'
    "<category>Sport</category><category>World &amp; co</category><dc:creator><![CDATA[Ann <b>Lee</b>]]></dc:creator>"
    "<link>http://a.b/1</link><description>All is well in the city.</description></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>1</id><title>All is well here</title>'
    '<category term="Sport &amp; co"/><author><name>Ann Lee</name><email>a@b.c</email></author>'
    '<content type="text">All is well in the city.</content></entry></feed>'
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1", "title": "F",
        "items": [{"id": "1", "content_text": "All is well.", "authors": [{"name": "Ann Lee"}], "tags": ["Sport"]}],
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("file", "keep", "expected"),
    [
        pytest.param(FEED, "category,dc:creator,link", ["Sport | World & co", "Ann Lee", "http://a.b/1"], id="rss"),
        pytest.param(ATOM, "category,author", ["Sport & co", "Ann Lee"], id="atom"),
        pytest.param(JSON_FEED, "authors,tags", ["Ann Lee", "Sport"], id="json feed"),
    ],
)
def test_kept_fields_of_feeds(
    mtqa: Callable[..., Done], project: Project, file: str, keep: str, expected: list[str]
) -> None:
    project.write("in.feed", file)
    done = mtqa("report", "in.feed", "--keep", keep, "--documents", "-")
    assert (done.status, done.err) == (0, "")
    (row,) = rows(done.out)
    assert [row.get(name, row.get(f"input_{name}")) for name in keep.split(",")] == expected
    plain = rows(mtqa("report", "in.feed", "--documents", "-").out)[0]
    assert row["words"] == plain["words"], "what is kept is no part of the text"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("in.csv", ENGINES, "in.csv:1: no column 'engin'; did you mean 'engine'? (columns: id, engine, text)"),
        (
            "in.jsonl",
            '{"id": "a", "text": "All is well.", "engine": "A"}\n',
            "in.jsonl: no field 'engin' to keep; did you mean 'engine'? (fields: id, text, engine)",
        ),
        ("in.xml", FEED, "in.xml: no field 'engin' to keep (fields: category, dc:creator)"),
        ("in.txt", "All is well.", "in.txt: no field 'engin' to keep: a file of this format has none; leave it out of"),
    ],
)
def test_a_column_that_is_not_there_is_one_line(
    mtqa: Callable[..., Done], project: Project, name: str, content: str, said: str
) -> None:
    project.write(name, content)
    done = mtqa("report", name, "--keep", "engin", "--documents", "d.csv")
    assert done.status == 2
    assert next(line for line in done.err.splitlines() if "warning" not in line).startswith(f"mtqa: error: {said}")


def test_a_kept_column_with_a_name_of_ours_says_so(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.csv", "id,Score,findings_house,=x,text\n7,99,1,2,All is well.\n")
    row = rows(mtqa("report", "in.csv", "--keep", "Score,findings_house,=x", "--documents", "-").out)[0]
    assert (row["input_Score"], row["score"], row["input_findings_house"], row["'=x"]) == ("99", "100.00", "1", "2")
    done = mtqa("report", "in.csv", "--keep", "score,input_Score", "--documents", "-")
    assert done.status == 2
    assert (
        done.err
        == "mtqa: error: --keep: the kept columns 'score' and 'input_Score' would both be called 'input_Score'\n"
    )


def test_the_key_tells_documents_apart_that_ids_do_not(mtqa: Callable[..., Done], project: Project) -> None:
    story = json.dumps({"id": "same", "text": "A garble here."}) + "\n"
    project.write("a.jsonl", story)
    project.write("b.jsonl", story)
    assert mtqa("report", "a.jsonl", "b.jsonl", "--documents", "d.csv", "--findings", "f.csv").status == 1
    documents, findings = rows(project.read("d.csv")), rows(project.read("f.csv"))
    assert {row["id"] for row in documents} == {"same"}
    keys = [row["document_key"] for row in documents]
    assert len(set(keys)) == 2
    assert [row["document_key"] for row in findings] == keys
    alone = rows(mtqa("report", "b.jsonl", "--documents", "-").out)
    assert alone[0]["document_key"] == keys[1], "a key does not hang on the rest of the run"


def test_keys_of_engines_are_apart_too(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.csv", ENGINES)
    made = rows(mtqa("report", "in.csv", "--keep", "engine", "--documents", "-").out)
    assert len({row["document_key"] for row in made}) == 4


def test_counts_by_family_and_rule_add_up(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "A garble and the the garble.", "All is well.")
    mtqa("report", "in.jsonl", "--documents", "d.csv", "--rules-table", "r.csv")
    documents, rules = rows(project.read("d.csv")), rows(project.read("r.csv"))
    families = [name for name in documents[0] if name.startswith("findings_")]
    assert "findings_house" in families
    assert "findings_names" in families, "the columns do not hang on what is selected"
    assert [sum(int(row[name]) for name in families) for row in documents] == [3, 0]
    assert list(rules[0]) == list(RULE_COLUMNS)
    assert [(row["rule"], row["findings"], row["penalty"]) for row in rules] == [
        ("house/double", "1", "5"),
        ("house/garble", "2", "50"),
    ]
    assert {row["document_key"] for row in rules} == {documents[0]["document_key"]}


def test_rules_that_ran_are_counted_and_named(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "All is well.", "All is well. CRASH")
    done = mtqa("report", "in.jsonl", "--documents", "d.csv")
    assert done.status == 2
    first, second = rows(project.read("d.csv"))
    assert (first["rules_run"], first["rules_skipped"]) == ("2", "0")
    assert (second["rules_run"], second["rules_skipped"]) == ("1", "1")
    assert first["rules_set"] != second["rules_set"]


def test_penalty_per_100_is_of_the_words_there_are(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "See the the dog.", "...")
    first, second = rows(mtqa("report", "in.jsonl", "--documents", "-").out)
    assert (first["penalty"], first["words"], first["penalty_per_100"]) == ("5", "4", "125.00")
    assert second["penalty_per_100"] == ""


def test_a_finding_comes_with_its_sentence(mtqa: Callable[..., Done], project: Project) -> None:
    long = "here we " * 5000 + "garble " + "here we " * 5000
    project.jsonl("in.jsonl", "All is well. It is a garble. All is well.", long)
    first, second = rows(mtqa("report", "in.jsonl", "--findings", "-").out)
    assert first["sentence"] == "It is a garble."
    assert len(second["sentence"]) == 1002
    assert "garble" in second["sentence"]


def hostile(project: Project) -> None:
    """Documents whose ids, titles, texts and kept fields are hostile."""
    lines = [
        json.dumps({"id": text, "title": text, "text": f"See the the dog. {text} garble", "remark": text, "date": date})
        for text, date in zip(HOSTILE, ("2024-02-29", "1850-01-01", *[None] * 7), strict=True)
    ]
    project.write("in.jsonl", "\n".join(lines) + "\n")


TABLES = ("--documents", "--findings", "--rules-table")


def test_a_workbook_holds_the_same_cells_as_csv_and_no_formula(mtqa: Callable[..., Done], project: Project) -> None:
    hostile(project)
    names = [part for option in TABLES for part in (option, "all.xlsx")]
    assert mtqa("report", "in.jsonl", "--keep", "remark", *names).status == 1
    mtqa("report", "in.jsonl", "--keep", "remark", "--documents", "d.csv", "--findings", "f.csv")
    for table, file in (("documents", "d.csv"), ("findings", "f.csv")):
        cells, texts = sheet(project.path / "all.xlsx", table), rows(project.read(file))
        assert len(cells) == len(texts) > 0
        for row, other in zip(cells, texts, strict=True):
            for name, value in row.items():
                shown = shape(value, DOCUMENT_COLUMNS.get(name, "text"))
                assert other[name] in (shown, "'" + shown), name
    ids = [row["id"] for row in sheet(project.path / "all.xlsx", "documents")]
    assert ids[-3:] == ["007", "1e5", "NA"]
    assert ids[0] == HOSTILE[0], "no apostrophe where nothing is run"


def shape(value: object, type: str) -> str:
    """A value as CSV writes it."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if type == "decimal" and value is not None:
        return f"{value:.2f}"
    return "" if value is None else str(value)


def test_a_database_holds_all_tables_and_can_be_asked(mtqa: Callable[..., Done], project: Project) -> None:
    hostile(project)
    names = [part for option in TABLES for part in (option, "all.sqlite")]
    assert mtqa("report", "in.jsonl", "--keep", "remark", *names).status == 1
    base = project.path / "all.sqlite"
    assert query(base, "PRAGMA integrity_check") == [("ok",)]
    assert query(base, "PRAGMA foreign_key_check") == []
    assert query(base, "SELECT id, typeof(id), remark FROM documents WHERE id IN ('007', '1e5')") == [
        ("007", "text", "007"),
        ("1e5", "text", "1e5"),
    ]
    joined = "SELECT count(*) FROM findings JOIN documents USING (document_key)"
    assert query(base, joined) == query(base, "SELECT count(*) FROM findings")
    assert query(base, "SELECT count(*) FROM fields WHERE field = 'remark' AND value LIKE '=cmd%'") == [(1,)]
    assert query(base, "SELECT min(date), max(date) FROM documents") == [("1850-01-01", "2024-02-29")]
    assert dict(query(base, "SELECT name, value FROM run"))["documents"] == str(len(HOSTILE))
    assert ("findings_rule",) in query(base, "SELECT name FROM sqlite_master WHERE type = 'index'")


@pytest.mark.parametrize("suffix", ["xlsx", "sqlite"])
def test_files_are_the_same_bytes_again_and_with_jobs(project: Project, suffix: str) -> None:
    hostile(project)
    made = []
    for args in ([], ["--jobs", "2"]):
        files = ("--documents", f"t.{suffix}", "--findings", f"t.{suffix}")
        assert project.process("report", "in.jsonl", "--keep", "remark", *files, *args).status == 1
        made.append((project.path / f"t.{suffix}").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("suffix", ["xlsx", "sqlite"])
def test_check_writes_them_beside_other_formats(mtqa: Callable[..., Done], project: Project, suffix: str) -> None:
    project.jsonl("in.jsonl", "A garble.")
    done = mtqa("check", "in.jsonl", "--format", "jsonl", "--format", f"{suffix}=t.{suffix}")
    assert json.loads(done.out)["id"] == "d1"
    file = project.path / f"t.{suffix}"
    found = sheet(file, "findings") if suffix == "xlsx" else query(file, "SELECT * FROM findings")
    assert len(found) == 1
    done = mtqa("check", "in.jsonl", "--format", suffix)
    assert done.status == 2
    assert f"name its file, as in --format {suffix}=mtqa.{suffix}" in done.err


def test_tables_without_rows_have_their_columns(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "All is well.")
    names = [part for option in TABLES for part in (option, "all.sqlite")]
    assert mtqa("report", "in.jsonl", *names).status == 0
    columns = [row[1] for row in query(project.path / "all.sqlite", "PRAGMA table_info(findings)")]
    assert columns == list(FINDING_COLUMNS)


def test_a_cell_too_long_for_a_workbook_is_cut_and_said(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.jsonl", json.dumps({"id": "a", "text": "All is well.", "title": "😀" * 20_000}) + "\n")
    done = mtqa("report", "in.jsonl", "--documents", "d.xlsx")
    assert done.status == 0
    assert done.err == (
        "mtqa: warning: a cell was cut to the 32,767 characters that a workbook holds; CSV has all of them\n"
    )
    assert sheet(project.path / "d.xlsx", "documents")[0]["title"] == "😀" * 16_383


@pytest.mark.parametrize("name", ["rowid", 'a"b', "a b", "select", "x" * 300])
def test_a_database_takes_any_name_of_a_column(mtqa: Callable[..., Done], project: Project, name: str) -> None:
    lines = [json.dumps({"id": str(number), "text": "All is well.", name: str(9 - number)}) for number in range(3)]
    project.write("in.jsonl", "\n".join(lines) + "\n")
    asked = '"' + name.replace('"', '""') + '"'
    assert mtqa("report", "in.jsonl", "--keep", asked, "--documents", "d.db").status == 0
    assert query(project.path / "d.db", "SELECT id FROM documents ORDER BY rowid") == [("0",), ("1",), ("2",)]
    assert query(project.path / "d.db", "SELECT value FROM fields ORDER BY value") == [("7",), ("8",), ("9",)]


def test_a_full_sheet_ends_the_run_in_one_line(
    mtqa: Callable[..., Done], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "_ROWS", 3)
    project.jsonl("in.jsonl", *["All is well."] * 3)
    (project.path / "d.xlsx").write_text("before")
    done = mtqa("report", "in.jsonl", "--documents", "d.xlsx")
    assert done.status == 2
    assert done.err == (
        "mtqa: error: more than the 2 documents that a sheet holds; write .parquet, .sqlite or .csv instead\n"
    )
    assert project.read("d.xlsx") == "before"
    assert issubclass(TableError, ValueError)


@pytest.mark.parametrize(("file", "extra"), [("d.xlsx", "xlsx"), ("d.parquet", "parquet")])
def test_a_missing_extra_is_said_before_the_work(
    mtqa: Callable[..., Done], project: Project, monkeypatch: pytest.MonkeyPatch, file: str, extra: str
) -> None:
    monkeypatch.setattr(extras, "_installed", lambda _: False)
    project.jsonl("in.jsonl", "All is well. CRASH")
    said = f"needs the extra mtqa[{extra}]: pip install 'mtqa[{extra}]'\n"
    assert mtqa("report", "in.jsonl", "--documents", file) == Done(2, "", f"mtqa: error: {file}: {said}")
    assert mtqa("check", "in.jsonl", "--format", f"{extra}={file}").err == f"mtqa: error: --format {extra} {said}"
    assert not (project.path / file).exists()


def test_two_tables_for_one_file_of_one_table_are_refused(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "All is well.")
    done = mtqa("report", "in.jsonl", "--documents", "t.csv", "--findings", "./t.csv")
    assert done.status == 2
    assert "--documents and --findings name the same file; give each its own, or a workbook" in done.err


def test_columns_are_only_ever_added_behind() -> None:
    assert list(DOCUMENT_COLUMNS)[:28][-1] == "signature"
    assert list(FINDING_COLUMNS)[:18][-1] == "note"


def test_what_is_kept_is_not_asked_of_the_sources(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.csv", "id,engine,text\n1,A,All is well.\n2,B,All is well.\n")
    project.write("source.csv", "id,text\n1,Alles ist gut.\n2,Alles ist gut.\n")
    done = mtqa("report", "in.csv", "--source", "source.csv", "--keep", "engine", "--documents", "-")
    assert (done.status, done.err) == (0, "")
    assert [row["engine"] for row in rows(done.out)] == ["A", "B"]


def test_nothing_of_a_workbook_is_left_behind(project: Project) -> None:
    project.jsonl("in.jsonl", "All is well. CRASH", "A garble.")
    temporary = project.path / "tmp"
    temporary.mkdir()
    done = project.process("report", "in.jsonl", "--documents", "d.xlsx", TMPDIR=str(temporary))
    assert done.status == 2
    assert not list(temporary.iterdir())


def test_a_kept_value_without_end_is_cut(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.jsonl", json.dumps({"id": "a", "text": "garble " * 50, "remark": "x" * 100_000}) + "\n")
    made = rows(mtqa("report", "in.jsonl", "--keep", "remark", "--findings", "-").out)
    assert {row["remark"] for row in made} == {"x" * 10_000 + "…"}


def test_a_kept_field_nested_without_end_is_one_line(mtqa: Callable[..., Done], project: Project) -> None:
    deep = "[" * 900 + "1" + "]" * 900
    lines = [
        f'{{"id": "a", "text": "All is well.", "remark": {deep}}}',
        '{"id": "b", "text": "All is well.", "remark": 1}',
    ]
    project.write("in.jsonl", "\n".join(lines) + "\n")
    done = mtqa("report", "in.jsonl", "--keep", "remark", "--documents", "-")
    assert [row["id"] for row in rows(done.out)][-1] == "b", "the other documents still come"
    assert "internal error" not in done.err


def test_a_configuration_may_ask_for_tables(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "A garble.")
    config = project.read("mtqa.toml")
    project.write("mtqa.toml", f'{config}formats = ["text", "sqlite=all.sqlite"]\n')
    assert mtqa("check", "in.jsonl").status == 1
    assert query(project.path / "all.sqlite", "SELECT rule FROM findings") == [("house/garble",)]
