"""Sorted tables that stay in their files."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa import kept, shelf
from mtqa.knowledge.table import Read, Table, Words, lines, tables


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


def test_what_stands_behind_a_beginning(table: Table) -> None:
    for begin in ("a1", "b", "ž", "é7c", "zz", "a3f"):
        behind = {key[len(begin)] for key in _KEYS if key.startswith(begin) and key != begin}
        assert table.following(begin) == {one for one in behind if one.isascii()}, begin
    assert table.following("") is None


def test_all_of_it(table: Table) -> None:
    assert table.read() == {key: key.upper() for key in _KEYS}


_MANY = {key: key.upper() for key in reversed(_KEYS)} | {"a": "", "a-b": "x\ty"}


def test_lines_in_memory_with_others_beside_them() -> None:
    own = lines(_MANY)
    table = Table(b"0\tno\n" + own + b"zzz\tno\n", 5, 5 + len(own))
    assert {key: table.find(key) for key in (*_MANY, "0", "zzz")} == {**_MANY, "0": None, "zzz": None}
    assert list(table) == sorted(_MANY, key=str.encode)
    assert len(table) == len(_MANY)
    assert ("a" in table, "0" in table, None in table) == (True, False, False)


def test_which_of_many_are_keys(table: Table) -> None:
    assert table.among(["zz", "b", "a", *_KEYS[::7], "\ud800", ""]) == ["b", *_KEYS[::7]]


def test_an_empty_table() -> None:
    table = Table(lines({}))
    assert table.among(["", "a"]) == []
    assert (table.find(""), table.find("a"), len(table), list(table)) == (None, None, 0, [])


def test_values_are_read_when_asked_for() -> None:
    read = Read(Table(lines({"a": "1 2", "b": ""})), str.split)
    assert dict(read) == {"a": ["1", "2"], "b": []}
    assert read.get("c") is None
    assert "a" in read


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[dict[str, Table], bool]]:
    """Tables by a function that is new each time, as in a new process, and whether it was called."""
    monkeypatch.delenv(shelf.SWITCH, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(kept, "_BEGAN", time.time_ns() + 3_600_000_000_000)

    def give() -> tuple[dict[str, Table], bool]:
        called = []

        @tables("some")
        def some() -> dict[str, dict[str, str]]:
            called.append(True)
            return {"many": _MANY, "none": {}, "one": {"é": "ü"}}

        return some(), bool(called)

    return give


def test_tables_are_made_once_and_kept(made: Callable[[], tuple[dict[str, Table], bool]], tmp_path: Path) -> None:
    for new in (True, False, False):
        found, called = made()
        assert called is new
        assert {name: table.read() for name, table in found.items()} == {"many": _MANY, "none": {}, "one": {"é": "ü"}}
    (file,) = (tmp_path / "mtqa").glob("some-*")
    whole = file.read_bytes()
    for broken in (b"", b"\n", whole[:-1], whole.replace(b"many", b"mane"), whole[1:]):
        file.write_bytes(broken)
        assert made()[1]
        assert file.read_bytes() == whole


def test_words_are_numbered() -> None:
    data = "".join(f"{key}\n" for key in _KEYS).encode()
    words = Words(b"0\n" + data + b"zzz\n", 2, 2 + len(data))
    assert [words.number(key) for key in (*_KEYS, "0", "zzz", "")] == [*range(len(_KEYS)), None, None, None]
    assert (list(words), len(words), "b" in words) == (_KEYS, len(_KEYS), True)
