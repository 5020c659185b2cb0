"""Files, directories, patterns, gzip, standard input, and what is none of them."""

from __future__ import annotations

import gzip
import io
import itertools
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from mtqa.document import Document
from mtqa.readers import FORMATS, ReadOptions, read_paths


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files to read and files to pass over."""
    monkeypatch.chdir(tmp_path)
    for name in ["b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", ".e.txt", "f.png", "sub/g"]:
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Story {name}.")
    Path("h.txt.gz").write_bytes(gzip.compress(b"Story h."))
    return tmp_path


def ids(*paths: str) -> list[str]:
    return [item.id if isinstance(item, Document) else str(item) for item in read_paths(paths)]


@pytest.mark.usefixtures("tree")
def test_directories_and_patterns() -> None:
    passed = ".: 2 others in this directory passed over: 1 .png, 1 without suffix"
    assert ids(".") == [passed, "./a.txt", "./b.txt", "./h.txt.gz", "./sub/c.txt"]
    assert ids("**/*.txt") == ["a.txt", "b.txt", "sub/c.txt"]
    assert ids("sub/g") == ["sub/g"]


@pytest.mark.usefixtures("tree")
def test_the_order_of_arguments_does_not_matter_and_a_file_is_read_once() -> None:
    names = ["b.txt", "sub", "./b.txt", "nowhere"]
    results = {tuple(ids(*order)) for order in itertools.permutations(names)}
    assert results == {
        (
            "./b.txt",
            "nowhere: no such file or directory",
            "sub: 1 other in this directory passed over: 1 without suffix",
            "sub/c.txt",
        )
    }


@pytest.mark.usefixtures("tree")
def test_paths_that_name_nothing() -> None:
    Path("empty").mkdir()
    Path("link.txt").symlink_to("gone.txt")
    (empty,) = ids("empty")
    assert empty.startswith("empty: no readable files in this directory")
    assert ids("*.rst") == ["*.rst: the pattern matches no file"]
    assert ids("link.txt") == ["link.txt: cannot be read: No such file or directory"]
    assert ids("") == ["'': not a path: check the name"]
    assert ids("a\0b") == ["a\\0b: not a path: check the name"]


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 0)() == 0, reason="root reads everything")
@pytest.mark.usefixtures("tree")
def test_a_file_without_permission() -> None:
    Path("a.txt").chmod(0)
    assert ids("a.txt") == ["a.txt: cannot be read: Permission denied"]


class _Slow(io.RawIOBase):
    """A pipe that gives one byte at a time."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._data.read(1)
        buffer[: len(data)] = data
        return len(data)


@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_is_read_by_its_content(monkeypatch: pytest.MonkeyPatch, packed: bool) -> None:
    data = b'{"id":"a","text":"One."}\n{"id":"b","text":"Two."}\n'
    stream = io.TextIOWrapper(io.BufferedReader(_Slow(gzip.compress(data) if packed else data)))
    monkeypatch.setattr(sys, "stdin", stream)
    documents = list(read_paths(["-"]))
    assert [(d.id, d.path) for d in documents if isinstance(d, Document)] == [("a", "-"), ("b", "-")]
    assert not stream.closed


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.txt", "<!DOCTYPE html><p>One.</p>", "html"),
        (
            "a.html",
            '<?xml version="1.0"?>\n<!-- x -->\n<rss><channel><item><title>One.</title></item></channel></rss>',
            "rss",
        ),
        ("a.json", '{"id":"a","text":"One."}\n{"id":"b","text":"Two."}\n', "jsonl"),
        ("a.txt", "id\ttarget\n1\tOne.\n", "tsv"),
        ("a", "id,text\n1,One.\n", "csv"),
        ("a.rss", '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One.</title></entry></feed>', "atom"),
        ("a.txt", "[Agency] The text, he said.\n", "text"),
        ("a.txt", "Text, he said, follows\n\n{not json}", "text"),
        ("a", "<Agency> The talks failed.", "text"),
    ],
)
def test_the_content_decides_the_format(read: Any, name: str, data: str, format: str) -> None:
    told = read(name, data)
    assert told == read(name, data, input_format=format)
    assert told[0]
    assert not told[1]


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(ValueError, match="one of text, html"):
        list(read_paths([], ReadOptions(input_format="pdf")))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04abc", "a ZIP archive or an office document"),
        (b"a\0b", "binary file"),
        (b"x" * 100_000 + b"\0", "binary file"),
        (bytes(range(1, 32)) * 9, "binary file"),
        (
            b"One.\nTwo caf\xe9.",
            "a.txt:2:8: not UTF-8: byte 0xe9; convert it, perhaps with `iconv -f WINDOWS-1252 -t UTF-8`",
        ),
        ("Один.".encode("utf-16-le")[1:], "binary file"),
        (gzip.compress(b"One." * 1000, mtime=0)[:-10], "broken gzip data"),
        (b"\x1f\x8bxxxxxxxxxxxxxxx", "broken gzip data"),
        (gzip.compress(bytes(40 * 2**20).replace(b"\0", b"\n")), "refused as a gzip bomb"),
    ],
)
def test_what_is_no_text_is_one_clear_line(read: Any, data: bytes, message: str) -> None:
    documents, problems = read("a.txt", data)
    assert not documents
    assert len(problems) == 1
    assert message in problems[0]
    assert "\n" not in problems[0]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", "Élan.\r\n"), ("a.jsonl", '{"id":"a","text":"Élan."}\r\n'), ("a.csv", "id,text\r\n1,Élan.\r\n")],
)
def test_unicode_encodings(read: Any, codec: str, name: str, data: str) -> None:
    (document,), problems = read(name, data.encode(codec))
    assert (document.segments[0].target, problems) == ("Élan.", [])


def test_a_file_over_the_limit(read: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtqa.readers.input.MAX_FILE", 2**20)
    monkeypatch.setattr("mtqa.readers.input.MAX_LINE", 2**20)
    assert read("a.txt", "a " * 2**20)[1] == ["a.txt: larger than 1 MiB: split it, or give JSONL, CSV or a feed"]
    documents, problems = read("a.jsonl", '{"id":"a","text":"One."}\n"' + "a" * 2**21 + '"\n')
    assert [document.id for document in documents] == ["a"]
    assert problems == ["a.jsonl:2: a line longer than 1 MiB: split the document"]


def test_too_many_documents(read: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtqa.readers.one.MAX_DOCUMENTS", 2)
    documents, problems = read("t.csv", "text\nOne.\nTwo.\nThree.\n")
    assert len(documents) == 2
    assert problems == ["t.csv: more than 2 documents: split the file"]


def test_every_format_has_a_reader(read: Any) -> None:
    for format in FORMATS:
        documents, problems = read("a", "x", input_format=format)
        errors = [problem for problem in problems if not problem.startswith("warning: ")]
        assert len(documents) + len(errors) == 1


def test_two_feeds_may_carry_the_same_story(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text('{"id":"same","text":"One."}')
    found = list(read_paths([str(tmp_path)]))
    assert [(d.id, Path(d.path or "").name) for d in found if isinstance(d, Document)] == [
        ("same", "a.jsonl"),
        ("same", "b.jsonl"),
    ]


ITEM = "<item><guid>same</guid><title>{}</title></item>\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", '\n{"id":"same","text":"One."}\n{"id":"same","text":"Two."}\n{"id":"same","text":"Three."}\n'),
        ("a.json", '[\n{"id":"same","text":"One."},\n{"id":"same","text":"Two."},\n{"id":"same","text":"Three."}]\n'),
        ("a.csv", "id,text\nsame,One.\nsame,One again.\nx,Else.\nsame,Two.\ny,Else.\nsame,Three.\n"),
        ("a.xml", "<rss><channel>\n" + "".join(map(ITEM.format, ("One.", "Two.", "Three."))) + "</channel></rss>"),
        (
            "feed.json",
            '{"version":"https://jsonfeed.org/version/1","items":[\n{"id":"same","content_text":"One."},\n'
            '{"id":"same","content_text":"Two."},\n{"id":"same","content_text":"Three."}]}',
        ),
    ],
)
def test_documents_that_share_an_id_are_all_kept_and_told_apart(read: Any, name: str, data: str) -> None:
    documents, problems = read(name, data)
    same = [(d.id, d.segments[0].target) for d in documents if d.id.startswith("same")]
    assert same == [("same", "One."), ("same#2", "Two."), ("same#3", "Three.")]
    line = 5 if name == "a.csv" else 3
    entry = "" if name.endswith(("jsonl", "csv")) else " (entry 2)"
    assert problems == [
        f"warning: {name}:{line}{entry}: the id 'same' stands for 3 documents (first on line 2): the others are called "
        "'same#2' to 'same#3' here; give every document of a file its own id"
    ]


def test_an_id_made_here_never_meets_one_of_the_file(read: Any) -> None:
    ids = ["a", "a#2", "a", "a", "a#3", "b"]
    documents, problems = read("a.jsonl", "".join(f'{{"id":"{id}","text":"One."}}\n' for id in ids))
    assert [d.id for d in documents] == ["a", "a#2", "a#3", "a#4", "a#3#2", "b"]
    assert len(problems) == 2


def test_twenty_errors_of_a_file_are_shown_then_their_number(read: Any) -> None:
    rows = "".join(f"{n},x,y\n" for n in range(50))
    documents, problems = read("t.csv", "id,text\na,One.\n" + rows + "z,Two.\n")
    assert [d.id for d in documents] == ["a", "z"]
    assert len(problems) == 21
    assert problems[19].startswith("t.csv:22: 3 cells")
    assert problems[20] == "t.csv: and 30 more errors in this file"


def test_a_fault_of_a_reader_does_not_take_the_other_files_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("as the\ntest wants")

    monkeypatch.setattr("mtqa.readers.table.read_csv", broken)
    (tmp_path / "a.csv").write_text("text\nOne.\n")
    (tmp_path / "b.txt").write_text("Two.\n")
    problem, document = read_paths([str(tmp_path / "a.csv"), str(tmp_path / "b.txt")])
    assert "cannot be read (internal error: RuntimeError: as the" in str(problem)
    assert isinstance(document, Document)
