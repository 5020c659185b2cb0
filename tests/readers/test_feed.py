"""RSS and Atom."""

from __future__ import annotations

import datetime
import tracemalloc
from collections import deque
from pathlib import Path
from typing import Any

import pytest

from mtqa.document import Document
from mtqa.readers import read_paths

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"
  xmlns:m="http://search.yahoo.com/mrss/" xmlns:i="http://x/other">
<channel><title>The feed</title><link>http://x</link><description>no</description><language>en-gb</language>
<item>
  <title>AT&amp;amp;T &lt;b&gt;wins&lt;/b&gt;</title>
  <i:title>no</i:title>
  <guid isPermaLink="false">g1</guid>
  <link>http://x/1</link>
  <pubDate>Wed, 22 Mar 2017 23:04:39 +0800</pubDate>
  <description>The first para of &amp;hellip;</description>
  <c:encoded><![CDATA[<p>The first para of the <b>story</b>.</p><p>The second.</p>]]></c:encoded>
  <m:content><m:description>A caption.</m:description></m:content>
</item>
<item><title>Second</title><link>http://x/2</link><d:date>2017-03-23</d:date><d:language>en-US</d:language>
<description>Plain
text.

Another paragraph.</description></item>
<item><guid>g3</guid><title> </title></item>
<item><title>Fourth</title></item>
</channel></rss>
"""

ATOM = """<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:lang="en">
<a:entry xml:lang="en-US"><a:id>tag:1</a:id><a:title type="html">A &amp;amp; B</a:title>
<a:link rel="self" href="http://x/self"/><a:link href="http://x/1"/>
<a:published>2017-03-22T10:00:00Z</a:published><a:updated>2017-03-25T10:00:00Z</a:updated>
<a:summary>1 &lt; 2 &amp; so on.</a:summary>
<a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hello &lt;b&gt; <em>x</em><br/>y</p>
<p hidden="">no</p></div></a:content>
<a:source><a:id>no</a:id><a:title>no</a:title></a:source></a:entry>
<a:entry><a:id>tag:2</a:id><a:title>Pic</a:title><a:content type="image/png">aGVsbG8=</a:content></a:entry>
</a:feed>
"""


def test_rss(read: Any) -> None:
    documents, problems = read("f.xml", RSS)
    first, second, third, fourth = documents
    assert [(s.target, s.kind, s.line, s.element) for s in first.segments] == [
        ("AT&T wins", "headline", 6, "title"),
        ("A caption.", "body", 13, "media:description"),
        ("The first para of the story.", "body", 12, "content"),
        ("The second.", "body", 12, "content"),
    ]
    assert (first.id, first.link, first.language, first.title) == ("g1", "http://x/1", "en-gb", "AT&T wins")
    assert first.date == datetime.date(2017, 3, 22)
    assert first.entry == 1
    assert (second.id, second.language) == ("http://x/2", "en-US")
    assert [s.target for s in second.segments] == ["Second", "Plain text.", "Another paragraph."]
    assert second.date == datetime.date(2017, 3, 23)
    assert (fourth.id, fourth.entry) == ("f.xml#4", 4)
    assert (third.has_body, third.segments[0].line) == (False, 20)
    assert not problems


def test_atom(read: Any) -> None:
    (first, second), problems = read("f.xml", ATOM)
    assert problems == ["warning: f.xml:9: content of a type that is not read (image/png): give it as text or HTML"]
    assert [(s.target, s.line, s.element) for s in first.segments] == [
        ("A & B", 2, "title"),
        ("1 < 2 & so on.", 5, "summary"),
        ("Hello <b> x\ny", 6, "content"),
    ]
    assert (first.id, first.link, first.language) == ("tag:1", "http://x/1", "en-US")
    assert first.date == datetime.date(2017, 3, 22)
    assert [s.target for s in second.segments] == ["Pic"]
    assert second.language == "en"


def test_rss_1_0(read: Any) -> None:
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        '<channel><title>no</title></channel><item rdf:about="http://x/1"><title>T</title></item></rdf:RDF>'
    )
    (document,), problems = read("f.rdf", feed)
    assert (document.id, document.title, problems) == ("http://x/1", "T", [])


def test_white_space_before_the_declaration_keeps_the_lines(read: Any) -> None:
    documents, _ = read("f.xml", "\n\n" + RSS)
    assert documents[0].segments[0].line == 8


def test_encodings(read: Any) -> None:
    feed = '<?xml version="1.0" encoding="{}"?><rss><channel><item><title>{}</title></item></channel></rss>'
    for codec, declared, text in [
        ("cp1252", "windows-1252", "café"),
        ("latin-1", "ISO-8859-1", "café"),
        ("gb18030", "GB2312", "莫斯科"),
        ("utf-16", "utf-16", "莫斯科"),
        ("utf-8", "ISO-8859-1", "café"),
    ]:
        (document,), problems = read("f.xml", feed.format(declared, text).encode(codec))
        assert (document.title, problems) == (text, [])


ITEM = "<item><guid>g1</guid><title>One</title></item>"


@pytest.mark.parametrize(
    ("tail", "message"),
    [
        ("<item><title>Tw", "f.xml:2:16: broken XML: it breaks off here"),
        ("<item><title>Two</title><a b='", "f.xml:2:31: broken XML: it breaks off here"),
        ("<item><title><![CDATA[Two</title></item></channel></rss>", "broken XML: it breaks off here"),
        ("<!-- <item><title>Two</title></item></channel></rss>", "broken XML: it breaks off here"),
        ("<b>" * 100_000, "nested too deeply"),
        ("<item><title>" + "x" * 17_000_000, "larger than 16 MiB"),
        ("<item><title>Москва и мир</title></item>".encode("koi8-r"), "f.xml:2:14: not UTF-8: byte 0xed"),
    ],
)
def test_what_stands_before_a_break_still_comes(read: Any, tail: str | bytes, message: str) -> None:
    tail = tail.encode() if isinstance(tail, str) else tail
    documents, problems = read("f.xml", b"<rss><channel>" + ITEM.encode() + b"\n" + tail)
    assert [document.id for document in documents] == ["g1"]
    assert len(problems) == 1
    assert message in problems[0]


BOMB = '<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "subset",
    [
        BOMB,
        '<!ENTITY i SYSTEM "file:///etc/passwd">',
        '<!ENTITY % i SYSTEM "http://127.0.0.1/x.dtd"> %i;',
        '<!ENTITY i PUBLIC "p" "http://127.0.0.1/">',
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(read: Any, subset: str, codec: str) -> None:
    feed = f"<!DOCTYPE rss [{subset}]><rss><channel><item><title>&i;</title></item></channel></rss>"
    documents, problems = read("f.xml", feed.encode(codec))
    assert not documents
    assert len(problems) == 1
    assert "entity" in problems[0]
    assert "refused" in problems[0]


def test_html_entities_of_a_dtd_that_is_not_loaded_are_known(read: Any) -> None:
    feed = '<!DOCTYPE rss SYSTEM "http://127.0.0.1/rss.dtd"><rss><channel><item><title>a&eacute;</title></item></channel></rss>'
    (document,), problems = read("f.xml", feed)
    assert (document.title, problems) == ("aé", [])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<?xml version='1.0'?><book><p/></book>", "XML of a kind that is not read (<book>)"),
        ("<rss>", "broken XML"),
    ],
)
def test_files_that_are_no_feed(read: Any, data: str, message: str) -> None:
    documents, problems = read("f.xml", data)
    assert not documents
    assert len(problems) == 1
    assert message in problems[0]


def test_a_long_feed_streams_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.rss"
    entry = (
        "<item><guid>{}</guid><title>T</title><description>"
        + "<![CDATA[<p>Text.</p>]]>" * 40
        + "</description></item>\n"
    )
    with path.open("w") as file:
        file.write("<rss><channel>\n")
        file.writelines(entry.format(number) for number in range(2000))
        file.write("</channel></rss>")
    tracemalloc.start()
    try:
        (last,) = deque(read_paths([str(path)]), maxlen=1)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(last, Document)
    assert (last.id, last.entry, last.segments[0].line) == ("1999", 2000, 2001)
    assert peak < path.stat().st_size
