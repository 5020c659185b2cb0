"""Tables that were written are read back: every kind of file gives the same frame."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pandas
import pytest

import mtqa as library
from mtqa.tables.columns import DOCUMENT_COLUMNS, FINDING_COLUMNS

from ..cli.conftest import Done, Project
from .conftest import needs

#: What programs take for numbers, dates, booleans, gaps or formulas.
IDS = (
    "007",
    "1e5",
    "NA",
    "nan",
    "None",
    "TRUE",
    "1-2",
    "2024-01-02",
    "=1+1",
    "-5",
    "@who",
    "+49",
    "_x0041_",
    "é\u3000漢",
    "a,b\"c'd",
)
KINDS = ("csv", "xlsx", "parquet", "sqlite")


@pytest.fixture
def written(mtqa: Callable[..., Done], project: Project) -> Callable[[str], Path]:
    """A run over documents of these ids, its tables in the files of a kind."""
    lines = [
        json.dumps({"id": id, "text": f"He saw the the dog. {id} garble", "remark": id, "date": f"20{row:02}-03-04"})
        for row, id in enumerate(IDS)
    ]
    lines.append(json.dumps({"id": "none", "text": "", "remark": None, "date": "1850-01-01"}))
    project.write("in.jsonl", "\n".join(lines) + "\n")

    def write(kind: str) -> Path:
        names = ["--documents", f"d.{kind}", "--findings", f"f.{kind}", "--rules-table", f"r.{kind}"]
        assert mtqa("report", "in.jsonl", "--keep", "remark", *names).status == 1
        return project.path

    return write


@pytest.mark.parametrize("kind", KINDS)
def test_ids_come_back_as_they_were(written: Callable[[str], Path], kind: str) -> None:
    if kind == "parquet":
        needs("pyarrow")
    folder = written(kind)
    documents = library.read_documents(folder / f"d.{kind}")
    assert documents["id"].tolist() == [*IDS, "none"]
    assert documents["remark"].tolist()[:-1] == list(IDS)
    assert documents["remark"].isna().tolist()[-1]
    findings = library.read_findings(folder / f"f.{kind}")
    assert set(findings["document"]) == set(IDS)
    assert set(findings["remark"]) == set(IDS)
    joined = findings.merge(documents, on="document_key", suffixes=("", "_of_document"))
    assert len(joined) == len(findings)
    assert (joined["document"] == joined["id"]).all()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_gives_the_frame_that_csv_gives(written: Callable[[str], Path], kind: str) -> None:
    if kind == "parquet":
        needs("pyarrow")
    folder = written("csv")
    written(kind)
    readers = {"d": library.read_documents, "f": library.read_findings, "r": library.read_rules}
    for name, read in readers.items():
        pandas.testing.assert_frame_equal(read(folder / f"{name}.{kind}"), read(folder / f"{name}.csv"))


def test_types_are_those_of_the_page(written: Callable[[str], Path]) -> None:
    documents = library.read_documents(written("csv") / "d.csv")
    kinds = {"text": "string", "integer": "Int64", "decimal": "Float64", "date": "datetime64[s]"}
    assert {name: str(documents[name].dtype) for name in DOCUMENT_COLUMNS} == {
        name: kinds[type] for name, type in DOCUMENT_COLUMNS.items()
    }
    assert str(documents["findings_names"].dtype) == "Int64"
    assert documents["date"].dt.year.tolist()[-1] == 1850


def test_a_table_without_rows_has_its_types(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "All is well.")
    for kind in ("csv", "xlsx", "sqlite"):
        mtqa("report", "in.jsonl", "--findings", f"f.{kind}")
        findings = library.read_findings(project.path / f"f.{kind}")
        assert list(findings) == list(FINDING_COLUMNS)
        assert (len(findings), str(findings["segment"].dtype)) == (0, "Int64")


def test_findings_of_check_are_read_too(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "A garble.")
    mtqa("check", "in.jsonl", "--format", "csv=c.csv")
    findings = library.read_findings(project.path / "c.csv")
    assert findings["score"].tolist() == [75.0]
    assert findings["rule"].tolist() == ["house/garble"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"id,title\n1,x\n", "holds no documents of mtqa: there is no column 'words'"),
        ("a.csv", b"", "is no CSV in UTF-8 with a header"),
        ("a.csv", b"id,words,verdict\n1\n", "has rows that are shorter or longer than its header"),
        ("a.csv", b"id,words,verdict\n1,many,pass\n", "a cell is not what its column holds"),
        ("a.csv", b"\xff\xfe", "is no CSV in UTF-8 with a header"),
        ("a.xlsx", b"PK\x03\x04", "is no workbook that can be read"),
        ("a.sqlite", b"no database at all", "has no table 'documents' that can be read"),
    ],
)
def test_what_is_no_table_is_one_line(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=said) as caught:
        library.read_documents(tmp_path / name)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / name))


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        library.read_documents(tmp_path / "none.sqlite")
    assert not list(tmp_path.iterdir())


def test_parquet_is_of_its_types_for_its_own_reader(written: Callable[[str], Path]) -> None:
    arrow = needs("pyarrow.parquet")
    file = arrow.ParquetFile(written("parquet") / "d.parquet")
    schema = file.schema_arrow
    kinds = {"text": "string", "integer": "int64", "decimal": "double", "date": "date32[day]"}
    assert [str(schema.field(name).type) for name in DOCUMENT_COLUMNS] == [
        kinds[one] for one in DOCUMENT_COLUMNS.values()
    ]
    assert file.metadata.metadata[b"mtqa.documents"] == str(len(IDS) + 1).encode()


def test_parquet_is_the_same_bytes_with_jobs(written: Callable[[str], Path], project: Project) -> None:
    needs("pyarrow")
    first = (written("parquet") / "f.parquet").read_bytes()
    args = ("--keep", "remark", "--findings", "f.parquet", "--jobs", "2")
    assert project.process("report", "in.jsonl", *args).status == 1
    assert (project.path / "f.parquet").read_bytes() == first


def test_polars_reads_parquet_and_csv(written: Callable[[str], Path]) -> None:
    polars = needs("polars")
    needs("pyarrow")
    folder = written("parquet")
    assert polars.read_parquet(folder / "d.parquet")["id"].to_list() == [*IDS, "none"]
    written("csv")
    assert polars.read_csv(folder / "d.csv", infer_schema_length=0)["id"].to_list()[0] == "007"


def test_the_csv_of_an_id_that_is_a_formula_keeps_its_apostrophe(written: Callable[[str], Path]) -> None:
    with open(written("csv") / "d.csv", encoding="utf-8", newline="") as stream:
        ids = [row["id"] for row in csv.DictReader(stream)]
    assert ids[8:12] == ["'=1+1", "'-5", "'@who", "'+49"]
