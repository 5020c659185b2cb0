"""`mtqa-spark`: folders in, a folder a file out; a second run does what is missing."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from .conftest import needs

if find_spec("pyarrow") is not None:
    import compare_engines  # of tools
    import pyarrow
    import pyarrow.parquet

pytestmark = pytest.mark.filterwarnings(
    "ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::ResourceWarning"
)
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    needs("pyspark", "spark")
    made = compare_engines.session()
    yield made
    made.stop()


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Three files of the three kinds, and what is none."""
    folder = tmp_path / "in put" / "a[1]{b}"
    folder.mkdir(parents=True)
    rows = pyarrow.table({"key": ["p1", "p1", "p2"], "body": ["He saw the the dog.", None, "All is well."]})
    pyarrow.parquet.write_table(rows, folder / "one.parquet")
    lines = ['{"key": "j1", "body": "He saw the the dog.", "n": 1}', '{"key": "j2", "body"', '{"key": 3, "body": ""}']
    (folder / "two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "three.csv").write_text('key,body\nc1,"He said ""no no"",\nthe the dog."\nc2,\n', encoding="utf-8")
    (folder / "_SUCCESS").write_text("", encoding="utf-8")
    return tmp_path / "in put"


@pytest.fixture
def run(session: Any, tmp_path: Path, stories: Path) -> Run:  # noqa: ARG001 - the session is the one it finds
    from mtqa.sparkjob import command

    def run(*options: str) -> Result:
        usual = ["--output", str(tmp_path / "out"), "--text-column", "body", "--id-column", "key"]
        return CliRunner().invoke(command, [str(stories), *usual, *options])

    return run


def written(tmp_path: Path) -> list[tuple[Any, ...]]:
    """(file, id, findings, error) of what is there."""
    rows = []
    for folder in sorted((tmp_path / "out").glob("part-*")):
        for row in pyarrow.parquet.ParquetDataset(folder).read().to_pylist():
            assert row["found"] is None or len(row["found"]) == row["findings"]
            rows.append((os.path.basename(row["path"]), row["id"], row["findings"], row["error"]))
    return sorted(rows, key=repr)


EXPECTED = [
    ("one.parquet", "p1", 0, None),
    ("one.parquet", "p1", 1, None),
    ("one.parquet", "p2", 0, None),
    ("three.csv", "c1", 1, None),
    ("three.csv", "c2", 0, None),
    ("two.jsonl", "3", 0, None),
    ("two.jsonl", "j1", 1, None),
    ("two.jsonl", None, None, 'could not be read: {"key": "j2", "body"'),
]


def test_every_file_is_checked_once(run: Run, tmp_path: Path, stories: Path) -> None:
    done = run()
    assert done.exit_code == 0, done.output
    assert "3 files, 3 checked, 0 done before, 0 failed; 8 documents: 1 error, 4 pass, 3 unchecked" in done.output
    assert written(tmp_path) == EXPECTED

    again = run()
    assert "3 files, 0 checked, 3 done before, 0 failed; 8 documents" in again.output

    killed, *_ = sorted((tmp_path / "out").glob("part-*"))
    killed.rename(tmp_path / "out" / f"_{killed.name}")  # as a run leaves it that ends before the last step
    assert "3 files, 1 checked, 2 done before" in run().output
    assert written(tmp_path) == EXPECTED
    assert not list((tmp_path / "out").glob("_*"))

    changed = stories / "a[1]{b}" / "three.csv"
    changed.write_text("key,body\nc9,All is well.\n", encoding="utf-8")
    assert "3 files, 1 checked, 2 done before" in run().output
    assert [row[1] for row in written(tmp_path) if row[0] == "three.csv"] == ["c9"]

    assert "3 files, 3 checked, 0 done before" in run("--language", "en-GB").output
    assert len(written(tmp_path)) == 7


def test_a_file_that_cannot_be_read_takes_no_other_along(run: Run, tmp_path: Path, stories: Path) -> None:
    (stories / "bad.parquet").write_bytes(b"no Parquet")
    rows = pyarrow.table({"text": ["All is well."]})
    pyarrow.parquet.write_table(rows, stories / "other.parquet")
    done = run()
    assert done.exit_code == 2
    assert "bad.parquet: could not be checked: " in done.output
    assert "other.parquet: could not be checked: no column 'body'" in done.output
    assert "5 files, 3 checked, 0 done before, 2 failed; 8 documents" in done.output
    assert written(tmp_path) == EXPECTED


def test_what_cannot_be_done_is_one_line_and_status_2(run: Run, tmp_path: Path, stories: Path) -> None:
    from mtqa.sparkjob import command

    (stories / "notes.txt").write_text("x", encoding="utf-8")
    assert run().exit_code == 2
    assert "notes.txt: is no Parquet, JSONL or CSV by its name" in run().output
    (stories / "notes.txt").unlink()
    gone = CliRunner().invoke(command, [str(tmp_path / "gone"), "--output", str(tmp_path / "out")])
    assert (gone.exit_code, gone.output.count("\n")) == (2, 1)
    assert "gone: there is no such file or folder" in gone.output
    inside = run("--output", str(stories))
    assert "lies in the output: name another folder" in inside.output
    config = tmp_path / "mtqa.toml"
    config.write_text("fail-undr = 3\n", encoding="utf-8")
    assert run("--config", str(config)).exit_code == 2
    empty = tmp_path / "empty.jsonl"
    empty.write_text(json.dumps({"body": ""}), encoding="utf-8")
    nothing = CliRunner().invoke(command, [str(empty), "--output", str(tmp_path / "o"), "--text-column", "body"])
    assert nothing.exit_code == 2
    assert "1 documents: 1 unchecked" in nothing.output
