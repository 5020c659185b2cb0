"""Arrow in, Arrow out: a row a document always, whatever the rows hold."""

from __future__ import annotations

import datetime
import threading
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import mtqa
from mtqa import batch
from mtqa.config import Config
from mtqa.tables.columns import Layout

from .conftest import needs

if find_spec("pyarrow") is not None:
    import pyarrow

#: A rule that needs no more than a few words.
QUICK = Config(select=("repetition/doubled-word", "artefacts/markup-left"))
DOUBLE = "He saw the the dog."


def table(**columns: Any) -> Any:
    return pyarrow.table(columns)


def test_a_row_in_is_a_row_out_in_its_order() -> None:
    documents, findings = batch.check(
        table(body=[DOUBLE, None, "All is well.", DOUBLE], key=["a", "b", "a", None]), "body", id="key", config=QUICK
    )
    assert documents["id"].to_pylist() == ["a", "b", "a", None]
    assert documents["findings"].to_pylist() == [1, 0, 0, 1]
    assert documents["verdict"].to_pylist() == ["pass", "unchecked", "pass", "pass"]
    assert documents["error"].to_pylist() == [None] * 4
    assert findings["row"].to_pylist() == [0, 3]
    assert findings["document"].to_pylist() == ["a", None]
    assert findings["text"].to_pylist() == [" the"] * 2


def test_what_is_found_is_what_a_frame_finds() -> None:
    pandas = needs("pandas", "parquet")
    texts = ["U.S. Secretary of State Condoleezza Tillerson visited Japan.", DOUBLE, "", "All is well in Tokyo."]
    sources = ["A", "B", "C", "東京はすべて順調です。"]
    framed = mtqa.frame(pandas.DataFrame({"text": texts, "src": sources}), source="src")
    documents, findings = batch.check(table(text=texts, src=sources), source="src")
    for made, frame in ((documents, framed.documents), (findings, framed.findings)):
        shared = [name for name in made.column_names if name in frame and name not in ("id", "document")]
        assert len(shared) > 10
        frame = frame.astype(object).where(frame.notna(), None)
        for name in shared:
            assert made[name].to_pylist() == frame[name].tolist(), name


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (lambda: pyarrow.array([["x"], None, ["y"]]), "column 'text' must be a text, found list"),
        (lambda: pyarrow.array([{"a": 1}, None, {"a": 2}]), "column 'text' must be a text, found dict"),
        (lambda: pyarrow.array([b"x", None, b"y"]), "column 'text' must be a text, found bytes"),
    ],
)
def test_a_row_of_a_wrong_type_is_an_error_and_the_others_stand(column: Any, said: str) -> None:
    documents, findings = batch.check(table(text=column(), n=[1, 2, 3]), keep=["n"], config=QUICK)
    assert documents["error"].to_pylist() == [said, None, said]
    assert documents["verdict"].to_pylist() == [None, "unchecked", None]
    assert documents["words"].to_pylist() == [None, 0, None]
    assert documents["n"].to_pylist() == [1, 2, 3]
    assert findings.num_rows == 0


def test_bytes_that_are_no_text_are_an_error_of_their_row() -> None:
    good, bad = DOUBLE.encode(), b"He saw \xff\xfe the dog."
    data = pyarrow.py_buffer(good + bad + good)
    ends = [0, len(good), len(good + bad), len(good + bad + good)]
    offsets = pyarrow.array(ends, pyarrow.int32()).buffers()[1]
    texts = pyarrow.StringArray.from_buffers(3, offsets, data)
    documents, findings = batch.check(table(text=texts), config=QUICK)
    assert documents["error"].to_pylist() == [None, "column 'text' must be a text, found what cannot be read", None]
    assert findings["row"].to_pylist() == [0, 2]


def test_numbers_days_and_categories_are_read_as_people_write_them() -> None:
    day = datetime.date(2024, 2, 29)
    columns = [
        pyarrow.array([7, None]),
        pyarrow.array([5.0, float("nan")]),
        pyarrow.array([day, None]),
        pyarrow.array(["a", None]).dictionary_encode(),
        pyarrow.array(["a", None], pyarrow.large_string()),
        pyarrow.nulls(2),
    ]
    ids = [batch.check(table(text=["All is well."] * 2, key=one), id="key", config=QUICK)[0]["id"] for one in columns]
    firsts = [one.to_pylist() for one in ids]
    assert firsts == [[one, None] for one in ("7", "5", "2024-02-29", "a", "a", None)]


def test_a_day_that_is_none_a_giant_and_what_a_reader_could_not_read_are_errors() -> None:
    rows = table(
        text=[DOUBLE, DOUBLE, "x" * (16 * 2**20 + 1), DOUBLE],
        day=["yesterday", "2024-01-02", None, None],
        bad=[None, None, None, '{"text":\n'],
    )
    documents, findings = batch.check(rows, date="day", broken="bad", config=QUICK)
    errors = documents["error"].to_pylist()
    assert errors[0].startswith("\"date\" is 'yesterday': write it as YYYY-MM-DD")
    assert errors[1:] == [
        None,
        "the text is longer than 16,777,216 characters: part it",
        'could not be read: {"text": ',
    ]
    assert documents["date"].to_pylist() == [None, datetime.date(2024, 1, 2), None, None]
    assert findings["row"].to_pylist() == [1]


def test_a_rule_that_crashes_is_an_error_of_the_rows_it_crashed_on(tmp_path: Path) -> None:
    (tmp_path / "grammar").mkdir()
    (tmp_path / "grammar" / "broken.py").write_text(
        '"""A rule that cannot bear a cat.\n\nWhy it happens: x\n\nHow it is found: x\n\nWhat it leaves alone: x\n"""\n'
        "from mtqa.rule import Rule\n"
        'rule = Rule(category="fluency/grammar", severity="minor", since="0.3")\n'
        "BAD = []\nGOOD = []\n"
        "@rule.check\n"
        "def check(document):\n"
        '    if "cat" in document.segments[0].target:\n'
        '        raise RuntimeError("no cats\\nhere")\n'
        "    return ()\n",
        encoding="utf-8",
    )
    config = Config(select=("repetition/doubled-word", "grammar/broken"), rules=(str(tmp_path),))
    documents, findings = batch.check(table(text=["The the cat sat.", DOUBLE], k=["x", "y"]), id="k", config=config)
    assert documents["error"].to_pylist() == [
        "rule grammar/broken crashed (RuntimeError: no cats here): please report it",
        None,
    ]
    assert documents["findings"].to_pylist() == [None, 1]
    assert documents["id"].to_pylist() == ["x", "y"]
    assert findings["row"].to_pylist() == [1]


def test_a_row_the_configuration_leaves_out_is_there_all_the_same() -> None:
    config = Config(select=QUICK.select, empty="skip")
    documents, _ = batch.check(table(text=[" ", DOUBLE]), config=config)
    assert documents["error"].to_pylist() == ["has no text: the configuration leaves it out", None]


def test_pieces_of_a_table_give_the_rows_of_the_whole() -> None:
    rows = table(text=[DOUBLE, "All is well.", None, DOUBLE] * 5, key=["same"] * 20, n=list(range(20)))
    whole = batch.nested(rows, id="key", keep=["n"], config=QUICK)
    pieces = [batch.nested(piece, id="key", keep=["n"], config=QUICK) for piece in rows.to_batches(max_chunksize=3)]
    assert len(pieces) == 7
    assert pyarrow.concat_tables(pieces).equals(whole)
    processes = batch.nested(rows, id="key", keep=["n"], config=QUICK, jobs=2)
    assert processes.equals(whole)


@pytest.mark.parametrize("texts", [[], [DOUBLE], [["wrong"]], [None]])
def test_the_schema_is_that_of_every_table(texts: list[object]) -> None:
    kind = pyarrow.list_(pyarrow.string()) if texts == [["wrong"]] else pyarrow.string()
    kept = pyarrow.array(["B"] * len(texts), pyarrow.string()).dictionary_encode()
    rows = table(text=pyarrow.array(texts, kind), score=kept)
    keep = pyarrow.schema([rows.schema.field("score")])
    documents, findings = batch.check(rows, keep=["score"], config=QUICK)
    assert (documents.schema, findings.schema) == batch.schema(keep, QUICK)
    assert batch.nested(rows, keep=["score"], config=QUICK).schema == batch.nested_schema(keep, QUICK)
    assert documents.column_names[-1] == findings.column_names[-1] == "input_score"
    for made in (documents, findings):
        made.validate(full=True)


def test_findings_in_their_documents_are_the_findings() -> None:
    rows = table(text=["All is well.", f"{DOUBLE} {DOUBLE}", None, DOUBLE, "x"], day=["", None, None, None, "never"])
    _, findings = batch.check(rows, date="day", config=QUICK)
    nested = batch.nested(rows, date="day", config=QUICK)
    nested.validate(full=True)
    found = nested["found"].to_pylist()
    assert [one if one is None else len(one) for one in found] == [0, 2, 0, 1, None]
    flat = [one for row in found for one in row or ()]
    assert flat == findings.drop_columns(["document", "row"]).to_pylist()


def test_hostile_texts_come_out_as_one_line() -> None:
    hostile = "\x00\u202e=HYPERLINK(1) the the\r\n::set-output\u2028\ufffe dog."
    documents, findings = batch.check(table(text=[hostile], key=[hostile], title=[hostile]), id="key", title="title")
    shown = [*documents.to_pylist()[0].values(), *(value for row in findings.to_pylist() for value in row.values())]
    for value in shown:
        assert not isinstance(value, str) or not set(value) & set("\x00\r\n\u2028\ufffe"), value


def test_threads_share_an_engine() -> None:
    rows = table(text=[DOUBLE, "All is well."] * 20)
    expected = batch.nested(rows, config=QUICK)
    made: list[Any] = []
    threads = [
        threading.Thread(target=lambda: made.append(batch.nested(rows, config=Config(select=QUICK.select))))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 4
    assert all(one.equals(expected) for one in made)


def test_another_configuration_is_another_engine(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("name,office,country,from,to\n", encoding="utf-8")
    config = Config(select=QUICK.select, people=(str(people),))
    first = batch.check(table(text=[DOUBLE]), config=config).documents["signature"][0].as_py()
    people.write_text("name,office,country,from,to\n\n", encoding="utf-8")
    second = batch.check(table(text=[DOUBLE]), config=config).documents["signature"][0].as_py()
    assert first != second
    assert batch.check(table(text=[DOUBLE]), config=Config(select=("artefacts/markup-left",))).findings.num_rows == 0


@pytest.mark.parametrize(
    ("rows", "options", "error", "said"),
    [
        (lambda: table(body=["x"]), {"text": "bdy"}, ValueError, "no column 'bdy'; did you mean 'body'"),
        (
            lambda: pyarrow.table([["x"], ["y"]], ["text", "text"]),
            {},
            ValueError,
            "several columns are called 'text'",
        ),
        (lambda: {"text": ["x"]}, {}, TypeError, "a Table or a RecordBatch of pyarrow is wanted, found dict"),
        (lambda: table(text=["x"]), {"keep": ["engine"]}, ValueError, "no column 'engine'"),
        (lambda: table(text=["x"]), {"keep": ["text", "text"]}, ValueError, "would both be called"),
    ],
)
def test_what_cannot_be_done_is_one_line(rows: Any, options: dict[str, Any], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        batch.check(rows(), **options)


def test_the_page_holds_the_schema() -> None:
    page = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")
    layout = Layout.of(batch._engine(None))
    assert layout.families
    for columns in (batch.DOCUMENTS, batch.FINDINGS):
        names = ", ".join(f"`{name}` {kind}" for name, kind in columns.items())
        assert " ".join(names.split()) in " ".join(page.split())
