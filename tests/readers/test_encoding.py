"""Bytes that are not UTF-8: said by the user, told by themselves, or refused with the command that mends them."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mtqa.cli import app
from mtqa.document import Document
from mtqa.perpath import PathTable, PathTables
from mtqa.readers import ReadOptions, read_paths
from mtqa.readers.encoding import known_encoding
from mtqa.readers.guess import guess_wide

TEXTS = {
    "cp1252": "The minister said “no”, and the café in Düsseldorf closed – for good.",
    "cp1251": "Министр сказал во вторник, что переговоры продолжатся.",
    "koi8-r": "Министр сказал во вторник, что переговоры продолжатся.",
    "cp1253": "Ο υπουργός είπε την Τρίτη ότι οι συνομιλίες θα συνεχιστούν.",
    "gb18030": "外交部长周二表示，会谈将在下个月继续进行，他说这是一个重要的步骤。",
    "big5": "外交部長週二表示，會談將在下個月繼續進行，他說這是一個重要的步驟。",
    "shift_jis": "外相は火曜日、会談は来月も続けられると述べた。",
    "euc_kr": "외무장관은 화요일 회담이 다음 달에 계속될 것이라고 말했다.",
}
ICONV = {"cp1252": "WINDOWS-1252", "cp1251": "WINDOWS-1251", "cp1253": "WINDOWS-1253", "euc_kr": "EUC-KR"}
FORMATS = {
    "a.txt": "{}\n",
    "a.html": "<!DOCTYPE html><p>{}</p>",
    "a.jsonl": '{{"id":"a","text":"{}"}}\n',
    "a.json": '{{"id":"a","text":"{}"}}',
    "a.csv": 'id,text\na,"{}"\n',
    "a.xml": "<rss><channel><item><title>T</title><description>{}</description></item></channel></rss>",
}


def body(document: Document) -> str:
    return document.segments[-1].target


@pytest.mark.parametrize("codec", TEXTS)
@pytest.mark.parametrize("name", FORMATS)
def test_the_user_names_the_encoding(read: Any, name: str, codec: str) -> None:
    (document,), problems = read(name, FORMATS[name].format(TEXTS[codec]).encode(codec), encoding=known_encoding(codec))
    assert (body(document), problems) == (TEXTS[codec], [])


@pytest.mark.parametrize("codec", TEXTS)
def test_the_hint_names_the_encoding_it_is_perhaps_in(read: Any, codec: str) -> None:
    documents, (problem,) = read("a.txt", TEXTS[codec].encode(codec))
    assert not documents
    assert problem.startswith("a.txt:1:")
    name = ICONV.get(codec, codec.upper())
    assert f"perhaps with `iconv -f {name} -t UTF-8`, or name its encoding: --encoding {codec}" in problem


def test_damaged_utf8_is_not_called_another_encoding(read: Any) -> None:
    data = "Один и два, три.".encode().replace("д".encode(), b"\xd0")
    documents, (problem,) = read("a.txt", data)
    assert not documents
    assert "the rest is, so the file is damaged" in problem
    assert "iconv" not in problem


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["cp1252", "gb18030", "cp1251"])
def test_utf_16_and_32_without_a_mark_are_read_with_a_warning(read: Any, name: str, codec: str, text: str) -> None:
    (document,), (warning,) = read(name, FORMATS[name].format(TEXTS[text]).encode(codec))
    assert body(document) == TEXTS[text]
    assert warning.startswith(f"warning: {name}: {codec[:6].upper()} (")
    assert "without a byte order mark" in warning


@pytest.mark.parametrize("data", [b"x" * 999 + b"\0", bytes(range(256)) * 8, b"\0\1\2\3" * 50, b"\x7fELF\2\1\1\0" * 9])
def test_binary_data_is_no_utf_16(data: bytes) -> None:
    assert guess_wide(data) is None


@pytest.mark.parametrize("name", ["utf9", "windows1525", "gbk2", "rot13", "base64", "idna", ""])
def test_an_unknown_encoding_is_an_error_that_names_near_ones(name: str) -> None:
    with pytest.raises(ValueError, match="must be an encoding such as '"):
        known_encoding(name)
    if name == "utf9":
        with pytest.raises(ValueError, match="'utf-8'"):
            known_encoding(name)


def test_a_byte_order_mark_goes_before_what_the_user_says(read: Any) -> None:
    (document,), problems = read("a.txt", "Élan.".encode("utf-8-sig"), encoding="cp1252")
    assert (body(document), problems) == ("Élan.", [])


def test_bytes_that_are_not_in_the_encoding_named(read: Any) -> None:
    documents, (problem,) = read("a.txt", b"One \xff two.", encoding="utf-8")
    assert not documents
    assert problem.startswith("a.txt:1:5: not UTF-8: byte 0xff")


def test_an_encoding_for_some_of_the_files(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    (tmp_path / "old/a.csv").write_bytes("id,text\na,Москва.\n".encode("cp1251"))
    (tmp_path / "new/a.csv").write_bytes("id,text\na,Москва.\n".encode())
    tables = PathTables((PathTable("old/*", encoding="cp1251", folder=str(tmp_path)),))
    found = list(read_paths([str(tmp_path)], ReadOptions(paths=tables)))
    assert [body(item) for item in found if isinstance(item, Document)] == ["Москва.", "Москва."]


#: The bad byte stands before the closing quote, which a decoder of two-byte letters swallows with it.
BAD_TABLE = b'id,text\na,"One."\n' + b'b,"caf\xe9"\n' + b'c,"Three, ""four"" and five."\nd,Four.\n'


@pytest.mark.parametrize("size", [0, 200_000])
def test_a_table_whose_bytes_do_not_fit_is_refused_whole(read: Any, size: int) -> None:
    filling = b"".join(b"x%d,Filling.\n" % number for number in range(size // 20))
    documents, (problem,) = read("t.csv", BAD_TABLE.replace(b"b,", filling + b"b,"))
    assert not documents
    assert problem.startswith(f"t.csv:{3 + size // 20}:7: not UTF-8: byte 0xe9; ")


@pytest.mark.parametrize("codec", ["gb18030", "shift_jis"])
def test_a_table_in_another_encoding_than_named_is_refused_whole(read: Any, codec: str) -> None:
    documents, (problem,) = read("t.csv", BAD_TABLE, encoding=known_encoding(codec))
    assert not documents
    assert "t.csv:3:7: not " in problem


def test_a_table_from_a_pipe_is_looked_through_first(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, data: bytes) -> None:
            self._data = io.BytesIO(data)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            return self._data.readinto(buffer)

    for data, count in ((BAD_TABLE, 0), (BAD_TABLE.replace(b"\xe9", b"e") + b"e,Five.\n" * 20_000, 5)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(data))))
        found = list(read_paths(["-"]))
        assert len([item for item in found if isinstance(item, Document)]) == count
        if not count:
            assert len(found) == 1


def test_a_feed_says_utf_8_but_is_windows_1252(read: Any) -> None:
    feed = '<?xml version="1.0" encoding="utf-8"?>\n<rss><channel>\n<item><title>“Café”</title></item></channel></rss>'
    (document,), (warning,) = read("f.xml", feed.encode("cp1252"))
    assert document.title == "“Café”"
    assert warning.startswith("warning: f.xml:3: not UTF-8: byte 0x93; such bytes are read as Windows-1252")


def test_one_bad_byte_in_a_feed_of_utf_8_loses_nothing(read: Any) -> None:
    item = "<item><title>{}</title></item>\n"
    feed = (
        "<rss><channel>\n" + item.format("“Один” é") + item.format("a@b") + item.format("“Два” é") + "</channel></rss>"
    )
    documents, (warning,) = read("f.xml", feed.encode().replace(b"@", b"\x92"))
    assert [d.title for d in documents] == ["“Один” é", "a’b", "“Два” é"]
    assert warning.startswith("warning: f.xml:3: not UTF-8")


@pytest.mark.parametrize("command", ["check", "spot", "baseline", "report"])
def test_every_command_takes_an_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes("The café closed on Tuesday, the mayor said.\n".encode("cp1252"))
    more = {"baseline": ["-o", "b.json"], "report": ["--documents", "d.csv"]}.get(command, [])
    assert CliRunner().invoke(app, [command, "a.txt", "--encoding", "latin-1", *more]).exit_code == 0
    wrong = CliRunner().invoke(app, [command, "a.txt", "--encoding", "latin-l", *more])
    assert wrong.exit_code == 2
    assert "must be an encoding such as 'latin-1', not 'latin-l'" in wrong.output


@pytest.mark.parametrize(
    ("declared", "data", "title", "warning"),
    [
        (
            "iso-8859-1",
            b"caf\xe9 \x81 \x93a\x94",
            "caf\xe9 \x81 \u201ca\u201d",
            "not WINDOWS-1252: byte 0x81; such bytes",
        ),
        (
            "gb2312",
            "会谈".encode("gb18030") + b"\xff.",
            "会谈\ufffd.",
            "not GB18030: byte 0xff; such bytes are read as U+FFFD",
        ),
        ("utf8mb4", "café".encode(), "café", "declares an encoding that is unknown (utf8mb4): read as UTF-8"),
        ("unicode", b"cafe", "cafe", "declares an encoding that is unknown (unicode): read as UTF-8"),
    ],
)
def test_a_feed_with_bytes_or_a_name_that_do_not_fit_loses_nothing(
    read: Any, declared: str, data: bytes, title: str, warning: str
) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?><rss><channel><item><title>'.encode()
    documents, problems = read(
        "f.xml", head + data + b"</title></item><item><title>Last</title></item></channel></rss>"
    )
    assert [d.title for d in documents] == [title, "Last"]
    assert len(problems) == 1
    assert problems[0].startswith(f"warning: f.xml:1: {warning}")


def test_a_feed_in_an_unknown_encoding_is_refused(read: Any) -> None:
    feed = b'<?xml version="1.0" encoding="klingon"?><rss><channel><item><title>caf\xe9</title></item></channel></rss>'
    documents, (problem,) = read("f.xml", feed)
    assert not documents
    assert "declares the encoding 'klingon', which is not read" in problem
