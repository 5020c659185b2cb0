"""HTML: the story, and nothing round it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Talks fail - The Site</title>
<meta property="article:published_time" content="2017-03-22T10:00:00+08:00">
<link rel="canonical" href="http://x/talks"><style>p {color: red}</style></head>
<body>
<header><nav><a href="/">Home</a></nav><h1>Talks fail</h1></header>
<article>
<p>The <b>foreign</b>
   minister&nbsp;left.</p>
<div>Direct text<p>Inner.</p>after it</div>
<script>var x = "no";</script><noscript>no</noscript><template>no</template>
<p hidden>no</p><p style="display: none">no</p><p aria-hidden="true">no</p><div role="navigation">no</div>
<p>One line<br>and another<br><br>Cut here.</p>
<h2>Next steps</h2>
<ul><li>First<li>Second</ul>
<table><tr><td>1<td>2</table>
<pre>a
  b</pre>
<figure><img alt="no"><figcaption>A caption.</figcaption></figure>
<p>&nbsp;</p><aside>no</aside><form>no</form>
</article>
<footer>no</footer>
</body></html>
"""


def test_the_story_and_nothing_round_it(read: Any) -> None:
    (document,), problems = read("page.html", PAGE)
    assert not problems
    assert [(s.target, s.element, s.line) for s in document.segments] == [
        ("Talks fail", "h1", 7),
        ("The foreign minister\u00a0left.", "p", 9),
        ("Direct text", "div", 11),
        ("Inner.", "p", 11),
        ("after it", "div", 11),
        ("One line\nand another", "p", 14),
        ("Cut here.", "p", 14),
        ("Next steps", "h2", 15),
        ("First", "li", 16),
        ("Second", "li", 16),
        ("1", "td", 17),
        ("2", "td", 17),
        ("a\nb", "pre", 18),
        ("A caption.", "figcaption", 20),
    ]
    assert {s.element for s in document.segments if s.kind == "headline"} == {"h1", "h2"}
    assert {s.column for s in document.segments} == {None}
    assert (document.title, document.language, document.link) == ("Talks fail", "en-GB", "http://x/talks")
    assert document.date == datetime.date(2017, 3, 22)


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        ("<pre>a = b(c)\nd.e()</pre>", ["code"]),
        ("<pre><code>all of it is in words here\n\nand so it is here again</code></pre>", ["code", "code"]),
        ("<pre>The minister said on Monday that\nhe would go to Paris.</pre>", ["body"]),
        ("<p><code>ls -l</code></p><p>Run <code>ls -l</code> first.</p>", ["code", "body"]),
        ("<ul><li><a href=x>Non, rien de rien</a></li><li><a href=y>Le Temps</a>, by A. B.</ul>", ["links", "links"]),
        ("<ul><li>Read <a href=x>this</a> first.<li>two pens</ul>", ["list", "list"]),
        ("<p><a href=x>One</a> | <a href=y>Two</a></p><p><a href=x>A story told.</a></p>", ["links", "body"]),
        ("<figure><figcaption><p>The port.</figcaption></figure>", ["caption"]),
        ("<table><tr><th>Year<td>12<td><p>A paragraph.</table>", ["table", "table", "body"]),
        ("<ul><li><h3>Next</h3><p>It goes on.</ul>", ["headline", "list"]),
        ("<p><a name=x>It has a name and is no link.</a></p>", ["body"]),
    ],
)
def test_what_a_block_is_by_its_elements(read: Any, markup: str, kinds: list[str]) -> None:
    (document,), _ = read("a.html", f"<html><body>{markup}</body></html>")
    assert [segment.kind for segment in document.segments] == kinds


def test_code_inside_a_sentence_is_marked_where_it_stands(read: Any) -> None:
    page = "<p> Run  <code> make  all </code> or <b><kbd>x</kbd></b>,<br>then <samp>ok</samp> <code></code></p>"
    (document,), _ = read("a.html", f"<html><body>{page}</body></html>")
    (segment,) = document.segments
    assert segment.target == "Run make all or x,\nthen ok"
    assert [segment.target[start:end].strip() for start, end in segment.code] == ["make all", "x", "ok"]


def test_a_page_without_article_is_read_whole(read: Any) -> None:
    (document,), _ = read("a.html", "<title>T</title><header>menu</header><h1>H</h1><p>One.<p>Two.")
    assert [s.target for s in document.segments] == ["H", "One.", "Two."]


def test_a_page_without_the_tags_of_head_and_body(read: Any) -> None:
    page = (
        "<!doctype html><html lang=en><meta charset=utf-8><title>T</title><nav>menu</nav><main><h1>H</h1><p>One.</main>"
    )
    (document,), _ = read("a.html", page)
    assert [s.target for s in document.segments] == ["H", "One."]


def test_teasers_beside_the_story_are_left_out(read: Any) -> None:
    page = "<body><article><p>" + "The story goes on. " * 20 + "</article><article><p>Also read this.</article>"
    (document,), _ = read("a.html", page)
    assert len(document.segments) == 1


def test_a_page_wrapped_in_one_form_is_read(read: Any) -> None:
    (document,), _ = read("a.html", "<body><form><p>The story.</p><nav>no</nav></form>")
    assert [s.target for s in document.segments] == ["The story."]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ('<meta charset="gb2312">', "gb18030"),
        ('<?xml version="1.0" encoding="koi8-r"?>', "koi8-r"),
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ('<meta charset="iso-8859-1">', "utf-8"),  # a declaration that is wrong, as often
    ],
)
def test_encodings(read: Any, head: str, encoding: str) -> None:
    text = "Россия" if encoding in ("koi8-r", "gb18030") else "café"
    (document,), problems = read("a.html", f"{head}<p>{text}</p>".encode(encoding))
    assert not problems
    assert [s.target for s in document.segments] == [text]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<p>\n caf\xe9</p>", "a.html:2:5: not UTF-8: byte 0xe9"),
        (b'<meta charset="utf-8"><p>caf\xe9</p>', "not UTF-8"),
        (b'<meta charset="klingon"><p>caf\xe9</p>', "declares the encoding 'klingon'"),
        (b'<meta charset="unicode_escape"><p>x</p>', "declares the encoding"),
        (b"<div>" * 100_000 + b"x", "nested too deeply"),
    ],
)
def test_pages_that_cannot_be_read(read: Any, data: bytes, message: str) -> None:
    documents, problems = read("a.html", data)
    assert not documents
    assert len(problems) == 1
    assert message in problems[0]
