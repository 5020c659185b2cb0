"""Formats that are not read: refused by name or content with a line that says what to do; prose never is."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from mtqa.document import Document, Problem
from mtqa.readers import read_paths

#: Usual name, content, words of the message.
FILES = [
    ("a.sbv", "0:00:01.000,0:00:03.000\nThe mayor said.\n", "subtitles"),
    (
        "a.ass",
        "[Script Info]\nTitle: News\n\n[Events]\nDialogue: 0,0:00:01.00,0:00:03.00,,,0,0,0,,The mayor.\n",
        "subtitles",
    ),
    ("a.sub", "{0}{25}The mayor said\n{26}{50}that it would open.\n", "subtitles"),
    ("a.lrc", "[00:12.00]The mayor said\n[00:17.20]that it would open\n[00:21.10]in spring\n", "subtitles"),
    ("a.ttml", '<tt xmlns="http://www.w3.org/ns/ttml"><body><p begin="1s">The mayor.</p></body></tt>', "subtitles"),
    ("a.ts", '<TS version="2.1"><context><message><source>会</source></message></context></TS>', "Qt"),
    ("strings.xml", '<resources><string name="a">The talks.</string></resources>', "interface strings"),
    ("a.resx", '<?xml version="1.0"?><root><resheader name="r"/><data name="a"/></root>', "interface strings"),
    ("a.yaml", "en:\n  news:\n    title: The mayor said no.\n    lead: It rained.\n", "YAML"),
    ("a.yml", "---\ntitle: News\nbody: |\n  The mayor said no.\n", "YAML"),
    ("a.ini", "; news\n[news]\ntitle = The mayor said no.\n", "INI"),
    ("a.properties", "news.title=The mayor\nnews.lead=It rained.\nnews.end=That was all.\n", "INI"),
]
BY_NAME = [
    ("a.rst", "News\n====\n\nThe mayor said no.\n", "markup"),
    ("a.tex", "The mayor said no.\n", "markup"),
    ("a.toml", "title = 'x'\n", "TOML"),
    ("a.odt", "The mayor said no.\n", "Word"),
    ("a.mdx", "The mayor said no.\n", "Markdown"),
    ("a.pdf", "The mayor said no.\n", "office document"),
    ("A.RST", "The mayor said no.\n", "markup"),
]


@pytest.mark.parametrize(("name", "data", "message"), FILES + BY_NAME)
def test_refused_by_name(read: Any, name: str, data: str, message: str) -> None:
    documents, (problem,) = read(name, data)
    assert not documents
    assert problem.startswith(f"{name}: ")
    assert message in problem
    assert "not read yet; " in problem
    assert read(name + ".gz", gzip.compress(data.encode()))[1] == [problem.replace(name, name + ".gz", 1)]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(("name", "data", "message"), FILES)
def test_refused_by_content(
    read: Any, monkeypatch: pytest.MonkeyPatch, name: str, data: str, message: str, codec: str
) -> None:
    documents, (problem,) = read("story.txt", data.encode(codec))
    assert not documents
    assert message in problem
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode(codec))))
    (found,) = read_paths(["-"])
    assert isinstance(found, Problem)
    assert message in found.message, name


@pytest.mark.parametrize(
    "text",
    [
        "Q: What did the mayor say?\nA: That the route would open.\nQ: When?\nA: In spring.\n",
        "mayor: The route will open.\ncouncil: When?\nmayor: In spring.\n",
        "The route\n\n* opens in spring\n* costs 3 million\n\nThe mayor said **no** to _all_ else.\n",
        "# One heading alone\n\nThe mayor said no. C# and F# are languages.\n",
        "---\n\nThe mayor said no.\n\n---\n\nThe council agreed.\n",
        "---\nLONDON: the mayor said no.\nHe left.\n",
        "At 00:00:01,000 --> 00:00:03,000 the mayor speaks, the file says.\n",
        "00:12:01 The mayor: The route will open.\n00:12:09 A voice: When?\n",
        "[Agency]\nThe mayor said no.\n",
        "[1] The mayor said no.\n[2] The council agreed.\n",
        "E = mc2\n\nThe formula is known.\n",
        "Ingredients:\n- flour\n- eggs\n\nMethod:\n- Mix all.\n",
        "The catalogue holds msgid and msgstr, the two words of gettext.\n",
        "The mayor said no (see https://example.org/no).\n\n-----\nThe desk\n",
        "<Agency> The mayor said no.\n",
        "```\nThe mayor said no.\n```\n",
        "News\n====\n\nThe mayor said no.\n",
        '{"translation": "The mayor said no."}\n',
    ],
)
def test_prose_is_not_refused(read: Any, text: str) -> None:
    (document,), problems = read("story.txt", text)
    assert document.segments
    assert not problems


def test_who_names_the_format_is_believed(read: Any) -> None:
    (document,), problems = read("a.md", "# News\n\nThe mayor said no.\n", input_format="text")
    assert [s.target for s in document.segments] == ["# News", "The mayor said no."]
    assert not problems


def test_a_directory_says_what_it_passes_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.txt", "in/b.yml", "in/c.yml", "in/d.png", "in/sub/README", "in/.hidden", "out/x.srt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("The mayor said no.")
    Path("in/link").symlink_to("../out")
    warning, document, error = read_paths(["in", "out"])
    assert (
        str(warning) == "in: 5 others in this directory passed over: 2 .yml, 1 .png, 1 linked folder, 1 without suffix"
    )
    assert isinstance(warning, Problem)
    assert warning.severity == "warning"
    assert isinstance(document, Document)
    assert isinstance(error, Problem)
    assert error.severity == "error"
    assert str(error).endswith("(and .gz); there are 1 .srt")


def test_a_named_pipe_is_one_clear_line_and_the_others_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("The mayor said no.")
    problem, document = read_paths([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(problem, Problem)
    assert "a named pipe: send what it gives into standard input" in problem.message
    assert isinstance(document, Document)


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (problem,) = read_paths(["-"])
    assert str(problem) == "-: standard input is closed: give files, or send something into it"


@pytest.mark.parametrize(
    ("name", "message"), [("a.ftl", "interface strings"), ("a.eml", "e-mail"), ("a.mo", "MO"), ("a.xlz", "XLZ")]
)
def test_refused_by_name_alone(read: Any, name: str, message: str) -> None:
    documents, (problem,) = read(name, b"title = The talks ended.\n")
    assert not documents
    assert message in str(problem)
