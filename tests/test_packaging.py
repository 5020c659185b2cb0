"""Licences of what is shipped: named in the metadata, by the names the files have."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = ROOT / "mtqa" / "knowledge" / "data"
#: Written for this project, or no table.
BY_HAND = {
    *(
        "LICENSES.txt",
        "bodies.txt",
        "exonyms.csv",
        "names.txt",
        "namesakes.txt",
        "nicknames.txt",
        "numerals.txt",
        "people.csv",
        "readability.txt.gz",
        "renowned.txt",
        "vietnamese.txt",
    ),
    *("case_endings.txt", "english_families.txt", "meanings.txt", "regions.csv", "usual_families.txt", "words.toml"),
}


def headings() -> list[str]:
    """The first lines of the licences: `words.tsv, pairs.tsv: symspellpy 6.10.1`."""
    parts = re.split(r"(?m)^={60,}\n", (DATA / "LICENSES.txt").read_text("utf-8"))
    return [part.lstrip().partition("\n")[0] for part in parts]


@pytest.mark.parametrize("heading", headings())
def test_every_licence_names_files_that_are_shipped(heading: str) -> None:
    names, colon, source = heading.partition(": ")
    assert colon
    assert source
    for name in names.split(", "):
        assert (DATA / name).is_file()


def test_every_table_taken_from_others_has_its_licence() -> None:
    tables = {path.name for path in DATA.iterdir() if path.suffix in (".tsv", ".gz", ".csv", ".txt", ".bin")} - BY_HAND
    assert tables == {name for heading in headings() for name in heading.partition(":")[0].split(", ")}


def test_metadata_names_the_licence_files() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license-files"] == ["LICENSE", "mtqa/knowledge/data/LICENSES.txt"]
    assert all((ROOT / name).is_file() for name in project["license-files"])
    for licence in ("Apache-2.0", "MIT", "BSD-3-Clause", "Unicode-3.0"):
        assert licence in project["license"].split(" AND ")
