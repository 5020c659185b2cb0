"""Cells of tables and strings of JSON: named by the user, with HTML in them, and a title beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mtqa.cli import app

RECORD = {
    "key": 7,
    "meta": {"head": "The title", "day": "2017-03-22"},
    "mt": "The council met.",
    "src": "议会开会。",
    "ref": "The council convened.",
    "a.b": "dotted",
}
COLUMNS = {
    "id_column": "key",
    "text_column": "mt",
    "source_column": "src",
    "reference_column": "ref",
    "title_column": "meta.head",
    "date_column": "meta.day",
}


@pytest.mark.parametrize(("name", "data"), [("a.jsonl", json.dumps(RECORD)), ("a.json", json.dumps([RECORD]))])
def test_fields_by_name(read: Any, name: str, data: str) -> None:
    (document,), problems = read(name, data, **COLUMNS)
    assert not problems
    assert (document.id, document.title, str(document.date)) == ("7", "The title", "2017-03-22")
    assert [(s.target, s.source, s.reference, s.element) for s in document.segments] == [
        ("The title", None, None, "title"),
        ("The council met.", "议会开会。", "The council convened.", "mt"),
    ]


def test_a_story_in_a_field_by_name(read: Any) -> None:
    (document,), _ = read("a.jsonl", '{"id":"a","body":"One.\\n\\nTwo."}', text_column="body")
    assert [(s.target, s.element) for s in document.segments] == [("One.", "body"), ("Two.", "body")]


def test_fields_of_segments_by_name(read: Any) -> None:
    record = {"id": "a", "segments": [{"mt": "One.", "src": "一"}, {"mt": "Two.", "src": "二"}]}
    (document,), problems = read("a.jsonl", json.dumps(record), text_column="mt", source_column="src")
    assert not problems
    assert [(s.target, s.source, s.element) for s in document.segments] == [
        ("One.", "一", "segments[0].mt"),
        ("Two.", "二", "segments[1].mt"),
    ]


def test_a_line_that_is_one_unit(read: Any) -> None:
    (document,), problems = read("a.jsonl", '{"id":"a","target":"One.","source":"一","reference":"1"}')
    assert not problems
    assert [(s.target, s.source, s.reference) for s in document.segments] == [("One.", "一", "1")]


def test_a_name_with_a_dot_is_first_taken_as_it_stands(read: Any) -> None:
    (document,), _ = read("a.jsonl", json.dumps(RECORD | {"id": "a"}), text_column="a.b")
    assert document.segments[0].target == "dotted"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"text_column": "mtt"},
            "a.jsonl:1: no field 'mtt'; did you mean 'mt'? (fields: key, meta, mt, src, ref, a.b)",
        ),
        ({"text_column": "mt"}, 'no "id": give every document its own, or name the field with --id-column'),
        ({"id_column": "key"}, 'no "text" and no "segments": give one of them, or name the field with --text-column'),
        ({"id_column": "nr", "text_column": "mt"}, "no field 'nr'"),
        ({"id_column": "key", "text_column": "meta"}, '"meta" must be a string, found an object'),
        ({"id_column": "key", "text_column": "mt", "date_column": "ref"}, "\"ref\" is 'The council convened.'"),
    ],
)
def test_fields_that_are_not_there(read: Any, options: dict[str, str], message: str) -> None:
    documents, (problem,) = read("a.jsonl", json.dumps(RECORD), **options)
    assert not documents
    assert message in problem


HTML = "<h2>The heading</h2><p>Caf&eacute; &amp; <b>bar</b>.</p>\n<p>Two<br>lines.</p><script>no()</script>"
READ = ["The heading", "Café & bar.", "Two\nlines."]


def files(text: str) -> list[tuple[str, str]]:
    quoted = text.replace('"', '""')
    return [
        ("a.jsonl", json.dumps({"id": "a", "text": text})),
        ("a.json", json.dumps({"id": "a", "text": text})),
        ("a.csv", f'id,text\na,"{quoted}"\n'),
        ("a.tsv", f"id\ttext\na\t{text.replace(chr(10), ' ')}\n"),
    ]


@pytest.mark.parametrize("kind", range(4))
@pytest.mark.parametrize(
    ("text", "options", "targets"),
    [
        (HTML, {}, READ),
        (HTML, {"text_format": "html"}, READ),
        ("One.<br>Two.<br/>Three.", {}, ["One.\nTwo.\nThree."]),
        ("<div>One.</div>", {}, ["One."]),
        ("A <b>bold</b> word &amp; more.", {}, ["A <b>bold</b> word &amp; more."]),
        ("A <b>bold</b> word &amp; more.", {"text_format": "html"}, ["A bold word & more."]),
        ("The <p> tag begins a paragraph.", {}, ["The <p> tag begins a paragraph."]),
        ("<p>One.</p>", {"text_format": "text"}, ["<p>One.</p>"]),
        ("1 < 2 and 3 > 2.", {}, ["1 < 2 and 3 > 2."]),
    ],
)
def test_html_in_a_cell(read: Any, kind: int, text: str, options: dict[str, str], targets: list[str]) -> None:
    name, data = files(text)[kind]
    (document,), problems = read(name, data, **options)
    assert not problems
    assert [s.target for s in document.segments] == targets
    assert {(s.element, s.column) for s in document.segments} == {("text", None)}


def test_a_title_stands_once_before_html(read: Any) -> None:
    (document,), _ = read("a.jsonl", json.dumps({"id": "a", "title": "The heading", "text": HTML}))
    assert [s.target for s in document.segments] == READ
    (document,), _ = read("a.jsonl", json.dumps({"id": "a", "title": "Another", "text": HTML}))
    assert [s.target for s in document.segments] == ["Another", *READ]
    assert (document.segments[0].kind, document.title) == ("headline", "Another")


def test_units_are_only_html_where_the_user_says_so(read: Any) -> None:
    record = json.dumps({"id": "a", "segments": [{"target": "<p>One &amp; two.</p>", "source": "<p>一</p>"}]})
    (document,), _ = read("a.jsonl", record)
    assert document.segments[0].target == "<p>One &amp; two.</p>"
    (document,), _ = read("a.jsonl", record, text_format="html")
    assert (document.segments[0].target, document.segments[0].source) == ("One & two.", "一")


def test_a_title_is_read_first_and_the_numbers_of_the_input_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    record = {
        "id": "a",
        "title": "Mayor says says no",
        "segments": [{"target": "It was was so."}, {"target": "All is well."}],
    }
    Path("a.jsonl").write_text(json.dumps(record))
    args = ["check", "a.jsonl", "--select", "repetition/doubled-word", "--exit-zero", "--format"]
    report = json.loads(CliRunner().invoke(app, [*args, "jsonl"]).output.splitlines()[0])
    assert [(f["text"].split()[0], f["segment"]) for f in report["findings"]] == [("says", 2), ("was", 0)]
    assert [(s["index"], s["words"]) for s in report["segments"]] == [(0, 4), (1, 3), (2, 4)]
    rows = CliRunner().invoke(app, [*args, "csv"]).output.splitlines()
    assert [row.split(",")[5] for row in rows[1:3]] == ["2", "0"]


def test_the_command_line_names_the_fields(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text('{"nr":"a","body":{"html":"<p>It was was so.</p>"}}')
    args = ["check", "a.jsonl", "--id-column", "nr", "--text-column", "body.html", "--text-format", "html"]
    done = CliRunner().invoke(app, [*args, "--select", "repetition/doubled-word", "--format", "jsonl"])
    (finding,) = json.loads(done.output.splitlines()[0])["findings"]
    assert (finding["text"].split()[0], finding["segment"]) == ("was", 0)
