"""DuckDB, Dask, Spark and Ray: each gives what Arrow gives, row for row."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import Any

import pytest

from mtqa import batch
from mtqa.config import Config

from .conftest import needs

if importlib.util.find_spec("pyarrow") is not None:
    import compare_engines  # of tools
    import pyarrow

QUICK = Config(select=("repetition/doubled-word", "artefacts/markup-left"))
DOUBLE = "He saw the the dog."
#: Others warn of one another.
pytestmark = pytest.mark.filterwarnings(
    "ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::ResourceWarning"
)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    needs("pyspark", "spark")
    session = compare_engines.session()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def expected() -> tuple[Any, str]:
    """300 rows, hostile ones among them, and the digest of what Arrow finds in them."""
    needs("pyarrow", "parquet")
    table = compare_engines.rows(300)
    found = compare_engines.arrow(table, None, date="day")
    assert len(found) == 300
    assert {row["verdict"] for row in found} == {"pass", "warn", "fail", "unchecked", None}
    return table, compare_engines.digest(found, batch.nested_schema().names)


@pytest.mark.parametrize("engine", ["pieces", "dask", "spark", "ray"])
def test_every_engine_gives_the_same_digest(engine: str, expected: tuple[Any, str], request: Any) -> None:
    module, run = compare_engines.ENGINES[engine]
    if engine == "spark":
        request.getfixturevalue("spark")
    elif engine == "ray" and importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is tried where it is installed: pip install 'ray[data]'")
    needs(module, engine if engine != "pieces" else "parquet")
    table, digest = expected
    assert compare_engines.digest(run(table, None, date="day"), batch.nested_schema().names) == digest


def test_sql_gives_the_same_digest() -> None:
    needs("duckdb", "duckdb")
    table = compare_engines.rows(300)
    arrow, duckdb = (run(table, None) for run in (compare_engines.arrow, compare_engines.duckdb))
    assert compare_engines.digest(duckdb, duckdb[0]) == compare_engines.digest(arrow, duckdb[0])


def test_sql_asks_for_what_it_wants() -> None:
    duckdb = needs("duckdb", "duckdb")
    from mtqa import duck

    with duckdb.connect() as connection:
        duck.register(connection, "lint", config=QUICK)
        rows = "(VALUES (1, 'He saw the the dog.'), (2, NULL), (3, 'All is well.')) AS input(n, body)"
        found = connection.execute(f"SELECT lint(body).score, lint(body).verdict FROM {rows} ORDER BY n").fetchall()
        assert found == [(99.0, "pass"), (None, "unchecked"), (100.0, "pass")]
        found = connection.execute(f"SELECT n, unnest(lint(body).found, recursive := true) FROM {rows}").fetchall()
        assert [row[:2] for row in found] == [(1, "repetition/doubled-word")]
        pairs = "(VALUES ('He saw the the dog.', 'x'), ('All is well.', NULL)) AS input(body, original)"
        found = connection.execute(f"SELECT lint_pair(body, original).findings FROM {pairs}").fetchall()
        assert found == [(1,), (0,)]


def test_equal_partitions_of_dask_are_all_there() -> None:
    dataframe = needs("dask.dataframe", "dask")
    pandas = needs("pandas", "dask")
    from mtqa import dask

    one = pandas.DataFrame({"body": [DOUBLE, None, "All is well."], "engine": ["B", "A", None]}, index=[7, 7, 9])
    frame = dataframe.concat([dataframe.from_pandas(one, npartitions=1, sort=False)] * 4)
    made = dask.check(frame, "body", keep=["engine"], config=QUICK)
    assert list(made.columns) == batch.nested_schema(pyarrow.schema([("engine", pyarrow.string())]), QUICK).names
    done = made.compute(scheduler="threads")
    assert done["findings"].tolist() == [1, 0, 0] * 4
    assert done.index.tolist() == [7, 7, 9] * 4
    assert made.dtypes.equals(done.dtypes)
    with pytest.raises(ValueError, match="no column 'text'"):
        dask.check(frame)


def test_cells_that_arrow_has_no_type_for_are_texts_or_errors_in_dask() -> None:
    needs("dask.dataframe", "dask")
    pandas = needs("pandas", "dask")
    from mtqa import dask

    cells = pandas.Series(["the the \ud800", 5, None, ["x"]], dtype=object)
    made = dask._checked(pandas.DataFrame({"body": cells}), "body", {"config": QUICK})
    assert made["verdict"].tolist()[:2] == ["pass", "unchecked"]
    assert made["findings"].tolist()[0] == 1
    assert made["error"].tolist()[3] == "could not be read: column 'body' must be a text, found list"
    assert made["error"].isna().tolist() == [True, True, True, False]


def test_spark_keeps_types_and_explodes(spark: Any) -> None:
    from mtqa import spark as ours

    rows = [("a", DOUBLE, 1, [1.5]), ("b", None, 2, None), ("a", DOUBLE, 3, [])]
    frame = spark.createDataFrame(rows, "key string, `bo``dy` string, score int, extra array<double>")
    made = ours.check(frame, "bo`dy", id="key", keep=["score", "extra"], config=QUICK)
    assert [made.schema[name].dataType.simpleString() for name in ("input_score", "extra")] == ["int", "array<double>"]
    found = [(row["id"], row["findings"], row["input_score"], row["extra"]) for row in made.collect()]
    assert sorted(found, key=lambda row: row[2]) == [("a", 1, 1, [1.5]), ("b", 0, 2, None), ("a", 1, 3, [])]
    flat = ours.check(frame, "bo`dy", id="key", keep=["score"], exploded=True, config=QUICK)
    assert flat.columns[:3] == ["document", "rule", "category"]
    assert sorted((row["document"], row["text"], row["input_score"]) for row in flat.collect()) == [
        ("a", " the", 1),
        ("a", " the", 3),
    ]
    with pytest.raises(ValueError, match="no column 'text'"):
        ours.check(frame)
    with pytest.raises(TypeError, match="unexpected keyword argument 'texts'"):
        ours.check(frame, "bo`dy", texts="x")
