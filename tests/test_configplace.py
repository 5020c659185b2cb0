"""Where keys stand in a configuration file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.configplace import at, lines

TEXT = """# select = 1
[project]
select = "x"

[tool.mtqa]
select = [
  "a", # ] ignore = 1
  'b]',
]
"min-severity" = \"\"\"
[[suppress]]
rule = 1 \\\"\"\"
\"\"\"
jobs = 1  # [severity]

[tool.mtqa.severity]
"names/chimera" = "minor"
casing = 'neutral'

[[tool.mtqa.suppress]]
rule = 'x'
[[ tool . mtqa . "suppress" ]]


rule = { a = [1,
2] }
text = "[[suppress]]"
[[tool.mtqa.path]]
match = "a"
severity.casing = "minor"
[[tool.mtqa.path]]
match = "b"
[tool.mtqa.path.severity]
casing = "minor"
"""

PLACES = {
    ("project", "select"): 3,
    ("select",): 6,
    ("min-severity",): 10,
    ("jobs",): 14,
    ("severity",): 16,
    ("severity", "names/chimera"): 17,
    ("severity", "casing"): 18,
    ("suppress", 1): 20,
    ("suppress", 1, "rule"): 21,
    ("suppress", 2): 22,
    ("suppress", 2, "rule"): 25,
    ("suppress", 2, "text"): 27,
    ("path", 1): 28,
    ("path", 1, "severity", "casing"): 30,
    ("path", 2, "match"): 32,
    ("path", 2, "severity"): 33,
    ("path", 2, "severity", "casing"): 34,
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pyproject.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_key_has_its_line(file: Path) -> None:
    found = lines(str(file))
    assert {way: found.get(way) for way in PLACES} == PLACES
    assert ("ignore",) not in found
    assert ("suppress", 3) not in found


def test_what_is_not_found_is_where_it_would_stand(file: Path) -> None:
    assert at(file, ("suppress", 2, "reason")) == f"{file}:22"
    assert at(file, ("none",)) == str(file)
    assert at(file.parent / "none.toml", ("select",)) == str(file.parent / "none.toml")


def test_files_made_to_be_slow_are_read_at_once(tmp_path: Path) -> None:
    """Each would take hours if its time grew with the square of its length."""
    path = tmp_path / "mtqa.toml"
    for text in (
        "\n" * 2_000_000 + "# end",
        "a." * 300_000 + "a = 1",
        " " * 2_000_000,
        "x = [" + "[], " * 300_000 + "]",
    ):
        path.write_text(text + "\nlast = 1\n", encoding="utf-8")
        assert ("last",) in lines(str(path))
