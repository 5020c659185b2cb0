"""Hostile input through the real command line: one clear line, the right exit status, no traceback, no hang.

Each input goes in beside a sound one, which must be checked and reported all the same.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import complaints

#: Seconds after which a run counts as hung; an honest one takes a small part of it.
HUNG = 120

SOUND = "The talks in Vienna went on until midnight, and the ministers flew home on Tuesday.\n"
RSS = '<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'


@dataclass(frozen=True)
class Done:
    """What a run came to."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def mtqa(tmp_path: Path) -> Run:
    """Runs `mtqa` in an empty folder that holds only `sound.txt`."""
    (tmp_path / "sound.txt").write_text(SOUND, encoding="utf-8")

    def run(*args: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "mtqa", *args],
            cwd=tmp_path,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=HUNG,
        )
        made = Done(done.returncode, done.stdout.decode("utf-8"), complaints(done.stderr.decode("utf-8")))
        assert "Traceback" not in made.err
        assert "internal error" not in made.err + made.out
        return made

    return run


def item(text: str) -> str:
    return f"<item><title>{text}</title></item>"


BOMB = (
    "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"

#: Name of the file, its bytes, and what the line on standard error must hold: the place and the matter.
BROKEN: dict[str, tuple[str, bytes, tuple[str, ...]]] = {
    "binary": ("in.txt", bytes(range(256)) * 20, ("in.txt:", "binary file")),
    "picture": ("in.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ("in.html:", "binary file")),
    "pdf": ("in.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ("in.txt:", "PDF")),
    "wrong-encoding": ("in.txt", "Fine.\n\nThe café closed.\n".encode("cp1252"), ("in.txt:3:8:", "not UTF-8", "iconv")),
    "broken-gzip": ("in.txt.gz", gzip.compress(SOUND.encode())[:-9], ("in.txt.gz:", "gzip")),
    "gzip-bomb": ("in.txt.gz", gzip.compress(b"a " * 20_000_000), ("in.txt.gz:", "gzip bomb")),
    "truncated-feed": (
        "in.xml",
        RSS.format(doctype="", items=item("Talks go on") + "\n<item><title>Cut").partition("Cut")[0].encode(),
        ("in.xml:2:", "broken XML"),
    ),
    "entity-bomb": ("in.xml", RSS.format(doctype=BOMB, items=item("&i;")).encode(), ("in.xml:1:", "entity", "refused")),
    "external-entity": (
        "in.xml",
        RSS.format(doctype=OUTSIDE, items=item("&x;")).encode(),
        ("in.xml:1:", "entity", "refused"),
    ),
    "xml-of-another-kind": ("in.xml", b"<?xml version='1.0'?><html5/>", ("in.xml:", "not read")),
    "broken-json-line": (
        "in.jsonl",
        b'{"id": "a", "text": "Fine."}\n{"id": "b", "te\n',
        ("in.jsonl:2:", "broken JSON"),
    ),
    "wrong-type": ("in.jsonl", b'{"id": "a", "text": ["x"]}\n', ("in.jsonl:1:", "must be a string, found a list")),
    "wrong-id": ("in.jsonl", b'{"id": true, "text": "x"}\n', ("in.jsonl:1:", '"id" must be a string')),
    "wrong-segment": ("in.jsonl", b'{"id": "a", "segments": [1]}\n', ("in.jsonl:1:", "segments[0] must be an object")),
    "deep-json": ("in.jsonl", b"[" * 200_000 + b"\n", ("in.jsonl:1:", "nested too deeply")),
    "table-without-text": ("in.csv", b"id,price\na,3\n", ("in.csv:", "column")),
    "unclosed-cell": ("in.csv", b'id,text\na,"Fine\n', ("in.csv:", "quote")),
    "deep-page": (
        "in.html",
        b"<html><body>" + b"<div>" * 100_000 + b"<p>Fine.</p>" + b"</div>" * 100_000,
        ("in.html:", "nested too deeply"),
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_broken_input_is_one_clear_line_and_the_other_document_is_checked(case: str, mtqa: Run, tmp_path: Path) -> None:
    name, data, said = BROKEN[case]
    (tmp_path / name).write_bytes(data)
    done = mtqa("check", "--format", "jsonl", "sound.txt", name)
    assert done.status == 2
    assert done.err.startswith("mtqa: error: ")
    assert done.err.count("\n") == 1
    assert len(done.err) < 500
    for words in said:
        assert words in done.err
    assert '"sound.txt"' in done.out


@pytest.mark.parametrize(
    ("name", "said"),
    [("nothing.txt", "no such file"), ("*.nothing", "matches no file"), ("folder", "no readable files")],
)
def test_missing_input(mtqa: Run, tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    done = mtqa("check", "--format", "jsonl", "sound.txt", name)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert name in done.err
    assert said in done.err
    assert '"sound.txt"' in done.out


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="may read everything here")
def test_forbidden_input(mtqa: Run, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    done = mtqa("check", "sound.txt", "secret.txt")
    assert (done.status, done.err) == (2, "mtqa: error: secret.txt: cannot be read: Permission denied\n")


def test_sound_entries_before_a_break_are_reported(mtqa: Run, tmp_path: Path) -> None:
    feed = RSS.format(doctype="", items=item("One") + item("Two") + item("Three"))
    (tmp_path / "in.xml").write_text(feed[: feed.index("Three")])
    done = mtqa("check", "--format", "jsonl", "in.xml")
    assert done.status == 2
    assert [json.loads(line)["title"] for line in done.out.splitlines()] == ["One", "Two"]


def test_external_entity_never_reaches_the_report(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("THE SECRET")
    doctype = f"<!DOCTYPE r [<!ENTITY x SYSTEM '{(tmp_path / 'secret').as_uri()}'>]>"
    (tmp_path / "in.xml").write_text(RSS.format(doctype=doctype, items=item("One &x;")))
    (tmp_path / "in.html").write_text(f"{doctype}<html><body><p>One &x; two.</p></body></html>")
    for name in ("in.xml", "in.html"):
        done = mtqa("spot", name)
        assert "SECRET" not in done.out + done.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("check", "--format", "docx", "sound.txt"), "'docx' is not one of"),
        (("check", "--input-format", "pdf", "sound.txt"), "'pdf' is not one of"),
        (("check", "--text-column", "txet", "table.csv"), "txet"),
        (("check", "--select", "names/chimaera", "sound.txt"), "did you mean 'names/chimera'?"),
        (("explain", "names/chimaera"), "names/chimera"),
        (("check", "--config", "bad-key.toml", "sound.txt"), "unknown key 'fail-udner'; did you mean 'fail-under'?"),
        (("check", "--config", "bad-value.toml", "sound.txt"), "bad-value.toml:1: fail-under:"),
        (("check", "--config", "bad-toml.toml", "sound.txt"), "bad-toml.toml: is not valid TOML"),
        (("check", "--output", "no/such/folder/out", "sound.txt"), "no/such/folder/out: cannot write the output"),
        (("check", "--output", "table.csv", "table.csv"), "is also an input"),
        (("check", "--fail-under", "seventy", "sound.txt"), "'seventy' is not a number"),
    ],
)
def test_wrong_use_names_the_matter(mtqa: Run, tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    (tmp_path / "table.csv").write_text("id,text\na,Fine.\n")
    (tmp_path / "bad-key.toml").write_text("fail-udner = 80\n")
    (tmp_path / "bad-value.toml").write_text('fail-under = "high"\n')
    (tmp_path / "bad-toml.toml").write_text("fail-under = \n")
    done = mtqa(*args)
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert said in done.err


@pytest.mark.parametrize(
    "text",
    [
        ("The minister said that the talks with the company in Geneva would go on. " * 28_000)[:2_000_000],
        "a" * 2_000_000,
        "A line.\n\n" * 60_000,
    ],
    ids=["line of 2 MB", "word of 2 MB", "60,000 paragraphs"],
)
def test_long_input_comes_to_an_end(text: str, mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(text, encoding="utf-8")
    done = mtqa("check", "--format", "jsonl", "--output", "out.jsonl", "in.txt")
    assert done.status in (0, 1) or "unchecked: no words" in done.err
    assert done.err.count("\n") == (done.status == 2)
    record = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert record["id"] == "in.txt"


def test_report_of_very_many_findings_stays_readable(mtqa: Run, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("He saw the the dog in moscow. " * 4_000, encoding="utf-8")
    done = mtqa("check", "in.txt")
    assert done.status in (0, 1)
    assert max(map(len, done.out.splitlines())) < 500
