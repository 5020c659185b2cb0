"""Hostile input through the real command line: one clear line, the right exit status, no traceback, no hang.

Each input goes in beside a sound one, which must be checked and reported all the same.
"""

from __future__ import annotations

import gc
import gzip
import json
import math
import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine

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
        made = Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
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
        (("check", "--input-format", "docx", "sound.txt"), "'docx' is not one of"),
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


#: Texts that make a careless rule take hours: what makes one of a given length, and a length of a second at most.
#: Twice the length may take three times as long, not four: in process, the analysis and every rule by itself.
LONG: dict[str, tuple[Callable[[int], str], int]] = {
    "long line": (lambda n: "The minister said that the talks with the company in Geneva would go on. " * n, 2_000),
    "long word": (lambda n: "a" * n, 200_000),
    "long word inside": (lambda n: "He said A" + "b" * n + " is here.", 200_000),
    "long number": (lambda n: "1" * n, 200_000),
    "number of many groups": (lambda n: "1," * n, 100_000),
    "word of many parts": (lambda n: "a-" * n, 100_000),
    "full stops": (lambda n: "." * n, 100_000),
    "spaces": (lambda n: "a" + " " * n + "b", 200_000),
    "quotes": (lambda n: '"' * n, 20_000),
    "spaced quotes": (lambda n: '" a ' * n, 8_000),
    "opening quotes": (lambda n: "“a " * n, 20_000),
    "closing quotes": (lambda n: "a” " * n, 20_000),
    "apostrophes": (lambda n: "'a " * n, 20_000),
    "brackets": (lambda n: "(" * n, 20_000),
    "nested brackets": (lambda n: "(a " * n + ") " * n, 8_000),
    "sentences of one word": (lambda n: "Go. " * n, 10_000),
    "sentences of one word in lower case": (lambda n: "go. " * n, 10_000),
    "copies of a name": (lambda n: "Tillerson " * n, 20_000),
    "copies of a full name": (lambda n: "Rex Tillerson " * n, 10_000),
    "names": (lambda n: " ".join(f"N{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{i // 676}o" for i in range(n)), 15_000),
    "copies of a phrase": (lambda n: "the northern territories " * n, 20_000),
    "names in a list": (lambda n: "Japan, " * n, 10_000),
    "relations": (lambda n: "talks between Japan and " * n, 6_000),
    "ways": (lambda n: "from China to " * n, 6_000),
    "chains of states": (lambda n: "Peru and Chile and Bolivia, " * n, 4_000),
    "bodies in lower case": (lambda n: "united nations security council " * n, 6_000),
    "clauses joined by commas": (lambda n: "The house was old, " * n + "it was cold and it was very dark.", 6_000),
    "semicolons inside phrases": (lambda n: "the very hot; water of the house " * n, 5_000),
    "changes of script": (lambda n: "China 中国 " * n, 8_000),
    "abbreviations": (lambda n: "U.S. " * n, 20_000),
    "dashes": (lambda n: "- " * n, 40_000),
    "lines": (lambda n: "a\n" * n, 10_000),
    "paragraphs": (lambda n: "A line.\n\n" * n, 6_000),
    "years and shares": (lambda n: "In 2015 year, 44% of 1.5 million. " * n, 3_000),
}

#: The same with a source: pairs that make a careless comparison take hours, as (source, target).
LONG_PAIRS: dict[str, tuple[Callable[[int], tuple[str, str]], int]] = {
    "numbers": (lambda n: (" ".join(map(str, range(n))), " ".join(map(str, range(n, 2 * n)))), 8_000),
    "Chinese numerals": (lambda n: ("一千二百三十四万五千六百" * n, "12,345,600 " * n), 8_000),
    "digits in a row": (lambda n: ("1" * n, "2" * n), 40_000),
    "questions": (lambda n: ("你好吗？" * n, "How are you. " * n), 8_000),
    "Latin names": (lambda n: ("苹果 " + " ".join(f"Brand{i}X" for i in range(n)), "apple " * n), 8_000),
    "a long source, a short target": (lambda n: ("中" * n, "a"), 40_000),
    "a short source, a long target": (lambda n: ("中", "word " * n), 30_000),
    "torn addresses": (lambda n: ("http://a.b/ " * n, "https: / / " * n), 8_000),
    "Chinese names": (lambda n: ("习近平" * n, "Xi Jinping " * n), 12_000),
}

#: Seconds of this process under which a ratio says nothing, and the ratio allowed for twice the length.
SLIGHT, RATIO = 0.05, 3.0


@cache
def engine() -> Engine:
    return Engine(Config(select=("all",)))


def costs(target: str, source: str | None) -> dict[str, float]:
    """Processor seconds of the analysis and of every rule over a text, by rule id."""
    document = Document.from_text(target) if source is None else Document("d", (Segment(target, source),))
    spent = {}
    gc.disable()  # the heap of all the tests would be searched for cycles on the way
    start = time.process_time()
    for part in ("index", "pairs", "names", "quotes", "relations", "variety"):
        getattr(document.analysis, part)
    spent["analysis"] = time.process_time() - start
    for rule in engine().rules:
        if rule.missing(document) is None and rule.run is not None:
            start = time.process_time()
            deque(rule.run(document), maxlen=0)
            spent[rule.id] = time.process_time() - start
    gc.enable()
    return spent


def out_of_proportion(make: Callable[[int], tuple[str, str | None]], length: int) -> dict[str, tuple[float, float]]:
    """Rules that take more than `RATIO` times as long for twice the text, with both times.

    The least of up to three tries counts, for other processes may be in the way: what is slow is slow each time.
    """
    once: dict[str, float] = {}
    twice: dict[str, float] = {}
    slow: dict[str, tuple[float, float]] = {}
    for _ in range(3):
        once = _least(once, costs(*make(length)))
        twice = _least(twice, costs(*make(2 * length)))
        slow = {name: (once[name], spent) for name, spent in twice.items() if spent > max(SLIGHT, RATIO * once[name])}
        if not slow:
            break
    return slow


def _least(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {name: min(spent, one.get(name, math.inf)) for name, spent in other.items()}


@pytest.mark.parametrize("case", [*LONG, *LONG_PAIRS])
def test_twice_the_text_takes_twice_the_time(case: str) -> None:
    make: Callable[[int], tuple[str, str | None]]
    if case in LONG:
        text, length = LONG[case]
        make = lambda n: (text(n), None)  # noqa: E731
    else:
        pair, length = LONG_PAIRS[case]
        make = lambda n: (pair(n)[1], pair(n)[0])  # noqa: E731
    assert out_of_proportion(make, length) == {}


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
