"""Sorted tables that stay in their files."""

from pathlib import Path

import pytest

from mtqa.knowledge.table import Table


@pytest.fixture
def table(tmp_path: Path) -> Table:
    path = tmp_path / "table.tsv"
    path.write_text("".join(f"{one}\t{one.upper()}\n" for one in _KEYS), encoding="utf-8", newline="")
    return Table(path)


#: Some blocks of them; a key that another begins with, letters of two bytes.
_KEYS = sorted({f"{'aeé'[i % 3]}{i:x}" for i in range(2000)} | {"b", "bb", "žl"}, key=str.encode)


def test_every_key_is_found_and_nothing_else(table: Table) -> None:
    assert [table.find(key) for key in _KEYS] == [key.upper() for key in _KEYS]
    assert [table.get(key) for key in ("", "0", "a", "zz", "é", "\ud800", "A0")] == [None] * 7


def test_how_far_a_key_reaches(table: Table) -> None:
    begun = {key[:i] for key in _KEYS for i in range(len(key) + 1)}
    for key in ("", "0", "b", "bb", "bbb", "bž", "ž", "žlb", "zz", "\ud800", *(f"{one[:-1]}x" for one in _KEYS)):
        assert table.reach(key) == max(i for i in range(len(key) + 1) if key[:i] in begun), key


def test_all_of_it(table: Table) -> None:
    assert table.read() == {key: key.upper() for key in _KEYS}
