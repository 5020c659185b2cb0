"""`mtqa check --format html` and `mtqa report --html`: the same page, from the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from .conftest import Done, Project

ROWS = "id,text,engine\n1,He saw the the dog.,A\n2,All is well.,B\n"


def data(page: str) -> dict:
    return json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])


def test_both_commands_write_the_same_page(project: Project, mtqa: Callable[..., Done]):
    project.write("rows.csv", ROWS)
    mtqa("check", "--format", "html=one.html", "--keep", "engine", "rows.csv")
    mtqa("report", "--html", "two.html", "--keep", "engine", "--jobs", "2", "rows.csv")
    one, two = project.read("one.html"), project.read("two.html")
    assert one == two
    documents = data(one)["documents"]
    assert [(document["id"], document["kept"]) for document in documents] == [
        ("1", {"engine": "A"}),
        ("2", {"engine": "B"}),
    ]
    assert [finding["rule"] for finding in documents[0]["findings"]] == ["house/double"]


def test_a_page_and_a_table_are_two_files(project: Project, mtqa: Callable[..., Done]):
    project.write("rows.csv", ROWS)
    result = mtqa("report", "--html", "out", "--findings", "./out", "rows.csv")
    assert result.status == 2
    assert "--html names the file of a table, out" in result.err
    mtqa("report", "--html", "page.html", "--findings", "out.csv", "rows.csv")
    assert project.read("out.csv").count("\n") == 2
    assert project.read("page.html").startswith("<!doctype html>")
