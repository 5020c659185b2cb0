"""Data frames in, data frames out."""

from __future__ import annotations

import subprocess
import sys

import numpy
import pandas
import pytest

import mtqa as library
from mtqa.config import Config
from mtqa.document import Document
from mtqa.tables.columns import DOCUMENT_COLUMNS, FINDING_COLUMNS

from .conftest import needs

#: A rule that needs no more than a few words.
QUICK = Config(select=("repetition/doubled-word", "artefacts/markup-left"))
DOUBLE = "He saw the the dog."


def test_a_row_in_is_a_row_out_under_the_same_index() -> None:
    index = pandas.MultiIndex.from_tuples([("a", 1), ("a", 1), ("b", 2)])
    frame = pandas.DataFrame({"body": ["All is well.", DOUBLE, DOUBLE]}, index=index)
    before = frame.copy()
    documents, findings = library.frame(frame, text="body", config=QUICK)
    assert documents.index.equals(index)
    assert documents["id"].tolist() == ["a/1", "a/1", "b/2"]
    assert documents["findings"].tolist() == [0, 1, 1]
    assert documents["document_key"].is_unique
    assert findings.index.tolist() == [("a", 1), ("b", 2)]
    assert findings["row"].tolist() == [1, 2]
    assert list(documents)[: len(DOCUMENT_COLUMNS)] == list(DOCUMENT_COLUMNS)
    assert list(findings) == [*FINDING_COLUMNS, "row"]
    pandas.testing.assert_frame_equal(frame, before)


def test_what_is_no_text_is_read_as_people_write_it() -> None:
    cells = [None, float("nan"), pandas.NA, pandas.NaT, "", 5.0, 7, 2.5, True, "007", "a \ud800 b"]
    frame = pandas.DataFrame({"text": pandas.Series(cells, dtype=object), "key": pandas.Series(cells, dtype=object)})
    documents, _ = library.frame(frame, id="key", config=QUICK)
    assert documents["id"].tolist() == ["1", "2", "3", "4", "5", "5", "7", "2.5", "True", "007", "a \ufffd b"]
    assert documents["verdict"].tolist()[:5] == ["unchecked"] * 5


@pytest.mark.parametrize("dtype", ["category", "string", "object"])
def test_texts_of_any_dtype(dtype: str) -> None:
    frame = pandas.DataFrame({"text": pandas.Series([DOUBLE, "All is well.", None], dtype=dtype)})
    assert library.frame(frame, config=QUICK).documents["findings"].tolist() == [1, 0, 0]


def test_kept_columns_keep_their_dtype_and_their_rows() -> None:
    engines = pandas.Series(["B", "A", "B"], dtype="category")
    frame = pandas.DataFrame({"text": [DOUBLE, "All is well.", DOUBLE], "engine": engines, "score": [1.5, 2.5, 3.5]})
    documents, findings = library.frame(frame, keep=["engine", "score"], config=QUICK)
    assert str(documents["engine"].dtype) == str(findings["engine"].dtype) == "category"
    assert documents["engine"].tolist() == ["B", "A", "B"]
    assert findings["engine"].tolist() == ["B", "B"]
    assert findings["input_score"].tolist() == [1.5, 3.5]
    assert documents["score"].tolist() == [99.0, 100.0, 99.0]


def test_a_source_makes_the_rules_for_sources_run() -> None:
    frame = pandas.DataFrame({"text": ["All is well in Tokyo."], "src": ["東京はすべて順調です。"]})
    alone, with_source = (
        library.frame(frame, source=source, source_language="ja").documents for source in (None, "src")
    )
    assert with_source["rules_run"].iloc[0] > alone["rules_run"].iloc[0]


def test_dates_of_any_kind() -> None:
    days = [pandas.Timestamp("2024-02-29 10:00"), numpy.datetime64("NaT"), "2024-03-01"]
    frame = pandas.DataFrame({"text": ["All is well."] * 3, "day": pandas.Series(days, dtype=object)})
    dates = library.frame(frame, date="day", config=QUICK).documents["date"]
    assert dates.isna().tolist() == [False, True, False]
    assert dates.dt.day.tolist()[0] == 29


def test_a_frame_without_rows() -> None:
    documents, findings = library.frame(pandas.DataFrame({"text": []}), config=QUICK)
    assert (len(documents), len(findings)) == (0, 0)
    assert str(documents["words"].dtype) == "Int64"


def test_a_row_that_cannot_be_read_is_empty_and_said() -> None:
    frame = pandas.DataFrame({"text": [DOUBLE, DOUBLE], "day": ["yesterday", "2024-01-02"]})
    with pytest.warns(RuntimeWarning, match=r'frame \(entry 1\): "date" is .yesterday.: write it as YYYY-MM-DD'):
        documents, findings = library.frame(frame, date="day", config=QUICK)
    assert documents["verdict"].isna().tolist() == [True, False]
    assert findings["row"].tolist() == [1]


def test_more_processes_give_the_same() -> None:
    frame = pandas.DataFrame({"text": [DOUBLE, "All is well."] * 5})
    one, two = (library.frame(frame, config=QUICK, jobs=jobs) for jobs in (1, 2))
    pandas.testing.assert_frame_equal(one.documents, two.documents)
    pandas.testing.assert_frame_equal(one.findings, two.findings)


@pytest.mark.parametrize(
    ("table", "options", "error", "said"),
    [
        (pandas.DataFrame({"body": ["x"]}), {"text": "bdy"}, ValueError, "no column 'bdy'; did you mean 'body'"),
        (
            pandas.DataFrame([["x", "y"]], columns=["a", "a"]),
            {"text": "a"},
            ValueError,
            "several columns are called 'a'",
        ),
        (pandas.DataFrame({"text": [["x"]]}), {}, TypeError, "column 'text', row 0: must be a text, found list"),
        ([{"text": "x"}], {}, TypeError, "a DataFrame of pandas or Polars is wanted, found list"),
        (pandas.DataFrame({"text": ["x"]}), {"keep": ["engine"]}, ValueError, "no column 'engine'"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    table: object, options: dict[str, object], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        library.frame(table, **options)  # type: ignore[arg-type]


def test_pandas_is_imported_only_where_it_is_used() -> None:
    code = (
        "import sys, mtqa; mtqa.check('All is well.'); assert 'pandas' not in sys.modules, 'too soon'; "
        "import mtqa.pandas, pandas; table = pandas.DataFrame({'body': ['He saw the the dog.']}).mtqa.check('body'); "
        "assert table.findings['text'].tolist() == [' the'], table"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_notebooks_show_documents_and_reports_as_text() -> None:
    hostile = "<script>alert(1)</script> the the \u202edog\ud800."
    document = Document.from_text(hostile * 30, id="<img src=x onerror=alert(1)>")
    report = library.check(hostile * 30, config=QUICK)
    for shown in (document._repr_html_(), report._repr_html_()):
        assert "<script" not in shown
        assert "<img" not in shown
        assert len(shown) < 20_000
        shown.encode("utf-8")
    assert "markup, not text" in report._repr_html_()
    tables = library.frame(pandas.DataFrame({"text": [hostile.replace("\ud800", "")]}), config=QUICK)
    assert "<script" not in tables._repr_html_()
    assert "&lt;script" in tables._repr_html_()


def test_polars_in_polars_out() -> None:
    polars = needs("polars")
    needs("mtqa.polars")  # registers df.mtqa

    frame = polars.DataFrame({"body": [DOUBLE, None, "All is well."], "engine": ["B", "A", None], "n": [1, 2, 3]})
    documents, findings = frame.mtqa.check("body", keep=["engine", "n"], config=QUICK)
    assert isinstance(documents, polars.DataFrame)
    assert documents["findings"].to_list() == [1, 0, 0]
    assert documents["verdict"].to_list() == ["pass", "unchecked", "pass"]
    assert documents["engine"].to_list() == ["B", "A", None]
    assert documents["n"].dtype == polars.Int64
    assert findings.select("row", "n").rows() == [(0, 1)]
    lazily = library.frame(frame.lazy(), text="body", config=QUICK).documents
    assert lazily.equals(library.frame(frame, text="body", config=QUICK).documents)
    both = pandas.DataFrame({"body": frame["body"].to_list()})
    assert library.frame(both, text="body", config=QUICK).documents["id"].tolist() == lazily["id"].to_list()
    with pytest.raises(ValueError, match="no column 'bod'; did you mean 'body'"):
        library.frame(frame, text="bod")
