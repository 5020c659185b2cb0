"""What docs/analyst.md shows can be done as it stands there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pandas
import pytest

from ..cli.conftest import Done, Project
from .conftest import needs

PAGE = (Path(__file__).parents[2] / "docs" / "analyst.md").read_text(encoding="utf-8")
BLOCKS = [
    "\n".join(line[4:] for line in block.splitlines())
    for block in re.findall(r"(?:^    .*\n|^\n(?=    ))+", PAGE, re.M)
]
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith("mtqa report")]
PYTHON = [block for block in BLOCKS if "mtqa." in block and not block.startswith(("mtqa", "pip"))]


@pytest.fixture
def week(project: Project) -> Project:
    """The table that the page speaks of."""
    rows = ["id,engine,outlet,date,source,text"]
    for number in range(6):
        for engine, text in (("A", "He saw the dog."), ("B", "He saw the the dog.")):
            rows.append(f"{number:03},{engine},Daily,2024-01-{number + 1:02},Он видел собаку {number}.,{text}")
    project.write("week.csv", "\n".join(rows) + "\n")
    return project


def test_the_page_is_run_in_order(mtqa: Callable[..., Done], week: Project) -> None:
    needs("pyarrow")
    needs("matplotlib")
    needs("polars")
    assert len(COMMANDS) >= 4
    assert len(PYTHON) >= 2
    for command in COMMANDS:
        done = mtqa(*shlex.split(command)[1:])
        assert (done.status, done.err) in ((0, ""), (1, "")), command
    assert (week.path / "plots" / "by-day.svg").exists()
    names = {
        "df": pandas.DataFrame({"body": ["He saw the the dog."], "original": ["Он видел собаку."], "engine": ["A"]})
    }
    for block in PYTHON:
        exec(compile(block, "docs/analyst.md", "exec"), names)
    assert names["documents"]["findings"].tolist() == [1]
