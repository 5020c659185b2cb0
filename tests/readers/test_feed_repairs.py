"""Broken feeds: what readers of feeds show is read, with a warning; what cannot be read is said."""

from __future__ import annotations

import base64
import textwrap
from typing import Any
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.readers.base import Notes
from mtqa.readers.tags import Tags

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>Wire</title>\n'
FIRST = "<item><title>First</title><description>The council met on Tuesday.</description></item>\n"
LAST = "<item><title>Last</title><description>The museum opened.</description></item>\n"
TAIL = "</channel></rss>\n"


def rss(item: str) -> str:
    return HEAD + FIRST + item + "\n" + LAST + TAIL


#: What an item holds, what is read of it (headline first), and the warning.
ITEMS = [
    (
        "<title>Two</title><description>Caf&eacute; owners: the council&rsquo;s plan&nbsp;is fair.</description>",
        ["Two", "Café owners: the council’s plan is fair."],
        "4: an HTML entity that XML does not know (&eacute;): read as in HTML (3 times)",
    ),
    ("<title>AT&T & Sons</title>", ["AT&T & Sons"], "4: a bare &: read as the sign itself; write &amp; (2 times)"),
    (
        '<title>Two</title><link>http://x/?a=1&b=2</link><enclosure url="http://x/?a=1&b=2"/>',
        ["Two"],
        "4: a bare &: read as the sign itself; write &amp; (2 times)",
    ),
    ("<title>Q&A; R&D;</title>", ["Q&A; R&D;"], "4: an unknown entity (&A;): read as its letters (2 times)"),
    ("<title>1 < 2 and 3<4</title>", ["1 < 2 and 3<4"], "4: a bare <: read as the sign itself; write &lt; (2 times)"),
    (
        '<title>Two</title><media:thumbnail url="x.jpg"/><media:description>A caption.</media:description>',
        ["Two", "A caption."],
        "4: a prefix that is not declared (media:): read as usual; declare it with xmlns: (2 times)",
    ),
    (
        "<title>Two</title><content:encoded><![CDATA[<p>Body.</p>]]></content:encoded>",
        ["Two", "Body."],
        "4: a prefix that is not declared (content:): read as usual",
    ),
    ("<title>Two</title><wfw:x>1</wfw:x>", ["Two"], "4: a prefix that is not declared (wfw:): passed over"),
    (
        '<title>Two</title><content:encoded xmlns:content="http://x/">Body.</content:encoded>',
        ["Two", "Body."],
        "4: a prefix with an unknown address (content:): read as usual",
    ),
    ("<title>One\x0btwo \x08three</title>", ["One two three"], "4: a control character (U+000B): left out (2 times)"),
    ("<title>One &#11;two &#x1F;three&#0;</title>", ["One two three"], "(&#11;): left out (3 times)"),
    (
        "<title>The council\x19s plan</title>",
        ["The council\ufffds plan"],
        "4: a control character (U+0019): read as U+FFFD, for a mark was lost here",
    ),
    ("<title>Two</title><title", ["Two"], "a tag without its end (>)"),
    (
        "<title>Two</title><description><p>One<br>two.<p>Three <b>four.</description>",
        ["Two", "One\ntwo.", "Three four."],
        "4: an element that is not closed (<b>)",
    ),
    (
        "<title>Two</title><description><b>One <i>two</b> three</i> four.</description>",
        ["Two", "One two three four."],
        "4: an element that is not closed (<i>)",
    ),
    ("<title>Two", ["Two"], "4: an element that is not closed (<title>): closed with the one around it"),
    ("<TITLE>Two</TITLE><Description>Body.</Description>", ["Two", "Body."], "4: a name in the wrong case (<TITLE>)"),
    ("<title>Two</title></b>", ["Two"], "4: a tag that closes what is not open (</b>): passed over"),
    (
        "<title>Two</title><guid isPermaLink=false>g</guid>",
        ["Two"],
        "4: an attribute without quotes: quote it",
    ),
    ('<title>Two</title><a b="1" b="2"/>', ["Two"], "4: an attribute given twice in one tag: the first counts"),
    ('<title>Two</title><a title="<b>x</b>" c="d"/>', ["Two"], "4: < in the value of an attribute: write &lt;"),
    (
        "<title>Two</title><vendor:story xmlns:vendor='http://x/'>" + "word " * 30 + "</vendor:story>",
        ["Two"],
        "4: the text of <vendor:story> is not read: give it as content:encoded",
    ),
    ('<title>Two</title><?xml version="1.0"?>', ["Two"], "4: an XML declaration that does not stand at the very"),
    (
        "<title>Curly&#8217 and &#x2019;</title>",
        ["Curly’ and ’"],
        "4: a reference to a character without its semicolon",
    ),
]


@pytest.mark.parametrize(("item", "texts", "warning"), ITEMS)
def test_what_is_broken_in_an_entry_is_mended_with_a_warning(
    read: Any, item: str, texts: list[str], warning: str
) -> None:
    documents, problems = read("f.xml", rss(f"<item>{item}</item>"))
    assert [d.title for d in documents] == ["First", texts[0], "Last"]
    assert [s.target for s in documents[1].segments] == texts
    assert documents[2].segments[1].line == 5
    assert problems[0].startswith("warning: f.xml:4: ")
    assert any(warning in problem for problem in problems)
    assert all(problem.startswith("warning: ") for problem in problems)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize(
    ("feed", "warning"),
    [
        ("<!-- made by a tool -->\n" + rss(""), "2: an XML declaration that does not stand at the very start"),
        ("\n\n  " + rss(""), ""),
        ("\ufeff\ufeff" + rss(""), ""),
        ("Warning: something in /srv/feed.php\n" + rss(""), "1: text before the feed: passed over"),
        ("<br />\n<b>Warning</b>: something\n" + rss(""), "text before the feed: passed over"),
        (rss("") + "<script>count()</script>", "markup behind the end of the feed: passed over"),
        (rss("") + "\nserved in 3 ms", "6: text behind the feed: passed over"),
        (HEAD + FIRST + TAIL + HEAD + LAST + TAIL, "an XML declaration that does not stand at the very start"),
        (HEAD + FIRST.replace("</item>", "") + LAST + TAIL, "4: an entry that is not closed before the next"),
        (HEAD.replace('"?>', '">') + FIRST + LAST + TAIL, "an XML declaration that does not end with ?>"),
        (HEAD + FIRST + LAST + "</rss>", "an element that is not closed (<channel>)"),
        (rss("").replace("<rss", "<RSS").replace("</rss", "</RSS"), "a name in the wrong case (<RSS>)"),
        (rss("").replace("rss version", 'rss xmlns="http://example.org/mine" version'), ""),
        (rss("").replace("utf-8", "utf8"), ""),
    ],
)
def test_what_is_broken_around_the_entries(read: Any, feed: str, warning: str, codec: str) -> None:
    documents, problems = read("f.xml", feed.encode(codec))
    assert [[s.target for s in d.segments] for d in documents] == [
        ["First", "The council met on Tuesday."],
        ["Last", "The museum opened."],
    ]
    problems = [problem for problem in problems if "byte order mark" not in problem]
    assert all(problem.startswith("warning: ") for problem in problems)
    assert any(warning in problem for problem in problems) or not (warning or problems)


@pytest.mark.parametrize(
    ("element", "name"),
    [
        ('<body xmlns="http://www.w3.org/1999/xhtml"><p>Body &amp;amp; <b>soul</b>.</p></body>', "content"),
        (
            '<x:body xmlns:x="http://www.w3.org/1999/xhtml"><x:p>Body &amp;amp; <x:b>soul</x:b>.</x:p></x:body>',
            "content",
        ),
        ("<yandex:full-text xmlns:yandex='http://news.yandex.ru'>Body &amp;amp;amp; soul.</yandex:full-text>", ""),
        (
            '<i:summary xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd">Body &amp;amp;amp; soul.</i:summary>',
            "itunes:summary",
        ),
        ('<a:summary xmlns:a="http://www.w3.org/2005/Atom">Body &amp;amp; soul.</a:summary>', "summary"),
        (
            '<c:encoded xmlns:c="https://purl.org/rss/1.0/modules/content">Body &amp;amp;amp; soul.</c:encoded>',
            "content",
        ),
        ("<dc:description xmlns:dc='http://purl.org/dc/elements/1.1/'>Body &amp;amp;amp; soul.</dc:description>", ""),
        (
            '<m:group xmlns:m="http://search.yahoo.com/mrss/"><m:content><m:text>Body &amp;amp; soul.</m:text>'
            "</m:content></m:group>",
            "media:text",
        ),
    ],
)
def test_the_text_of_an_entry_wherever_a_feed_has_it(read: Any, element: str, name: str) -> None:
    documents, problems = read("f.xml", rss(f"<item><title>Two</title>{element}</item>"))
    assert [s.target for s in documents[1].segments] == ["Two", "Body &amp; soul."]
    assert not name or documents[1].segments[1].element == name
    assert not problems


def test_a_text_given_twice_is_read_once(read: Any) -> None:
    item = (
        "<item><title>Two</title><description>The mayor said no.</description>"
        "<itunes:summary>The mayor\nsaid no.</itunes:summary><itunes:subtitle>The mayor…</itunes:subtitle></item>"
    )
    documents, _ = read(
        "f.xml", rss(item).replace("<rss", '<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"')
    )
    assert [s.target for s in documents[1].segments] == ["Two", "The mayor said no."]


ATOM_3 = (
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><id>a</id><title>T</title>'
    "<content {}>{}</content></entry></feed>"
)
ATOM_1 = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>T</title><content {}>{}</content></entry></feed>'
)
PACKED = "\n".join(textwrap.wrap(base64.b64encode("<p>Café &amp; bar.</p>".encode()).decode(), 12))


@pytest.mark.parametrize(
    ("feed", "attributes", "content", "texts", "warning"),
    [
        (ATOM_3, 'type="text/html" mode="base64"', PACKED, ["T", "Café & bar."], "1: content in base64: unpacked"),
        (ATOM_3, 'type="text/html" mode="base64"', "no base 64", ["T"], "said to be base64, but is no text in it"),
        (ATOM_3, 'type="text/html" mode="escaped"', "&lt;p>Café &amp;amp; bar.&lt;/p>", ["T", "Café & bar."], ""),
        (ATOM_3, 'type="text/html" mode="xml"', "<p>Café &amp; <b>bar.</b></p>", ["T", "Café & bar."], ""),
        (ATOM_3, 'type="application/xhtml+xml"', "<p>Café &amp; <b>bar.</b></p>", ["T", "Café & bar."], ""),
        (ATOM_1, 'type="text/html" mode="base64"', PACKED, ["T"], '1: content with mode="base64"'),
        (ATOM_1, 'type="application/pdf"', PACKED, ["T"], "1: content of a type that is not read (application/pdf)"),
        (ATOM_1, 'type="text/html; charset=utf-8"', "&lt;p>Café &amp;amp; bar.", ["T", "Café & bar."], ""),
        (ATOM_1, 'type="html" src="http://x/1"', "", ["T"], "1: content at another address (src): not read"),
    ],
)
def test_contents_of_atom(read: Any, feed: str, attributes: str, content: str, texts: list[str], warning: str) -> None:
    (document,), problems = read("f.xml", feed.format(attributes, content))
    assert [s.target for s in document.segments] == texts
    assert len(problems) == bool(warning)
    assert not warning or warning in problems[0]


def test_text_in_cdata_is_left_as_it_is(read: Any) -> None:
    text = "A & B, &eacute;, <3 and &copy; 5 < 6 <x:y>"
    documents, problems = read("f.atom", ATOM_1.format('type="text"', f"<![CDATA[{text}]]>"))
    assert documents[0].segments[1].target == text
    assert not problems


def test_c1_controls_are_kept_for_the_rules_to_name(read: Any) -> None:
    documents, problems = read("f.xml", rss("<item><title>The route\x92s cost, the &#146;</title></item>"))
    assert documents[1].title == "The route\x92s cost, the \x92"
    assert not problems


def test_a_warning_of_each_kind_once(read: Any) -> None:
    items = "".join(f"<item><title>A & B {n} &eacute;</title></item>\n" for n in range(1000))
    documents, problems = read("f.xml", HEAD + items + TAIL)
    assert len(documents) == 1000
    assert len(problems) == 2
    assert all(problem.endswith(" (1000 times)") for problem in problems)


@pytest.mark.parametrize("declaration", ["<!DOCTYPE rss [<!ENTITY b 'x'>]>", "<!ENTITY b 'x'>"])
def test_entities_are_refused_wherever_they_are_declared(read: Any, declaration: str) -> None:
    feed = HEAD + FIRST + declaration + LAST + TAIL
    documents, problems = read("f.xml", feed)
    assert [d.title for d in documents] == ["First"]
    assert "declares the entity 'b'" in problems[0]


class _Log:
    """What a parser gives, in one form for both parsers."""

    def __init__(self) -> None:
        self.events: list[tuple[Any, ...]] = []
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str], line: int, *, empty: bool) -> None:
        self.depth += 1
        self.events.append(("start", name, attributes, line))
        if empty:
            self.end(name, line)

    def end(self, name: str, line: int) -> None:  # noqa: ARG002
        self.depth -= 1
        self.events.append(("end", name.strip()))

    def text(self, data: str, line: int) -> None:  # noqa: ARG002
        if self.events and self.events[-1][0] == "text":
            data = self.events.pop()[1] + data
        if self.depth:
            self.events.append(("text", data))


def with_expat(data: str) -> list[tuple[Any, ...]] | None:
    log = _Log()
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda name, attributes: log.start(
        name, attributes, parser.CurrentLineNumber, empty=False
    )
    parser.EndElementHandler = lambda name: log.end(name, 0)
    parser.CharacterDataHandler = lambda text: log.text(text, 0)
    try:
        parser.Parse(data.encode(), True)
    except (expat.ExpatError, UnicodeEncodeError):
        return None
    return log.events


def with_tags(data: str, size: int) -> tuple[list[tuple[Any, ...]], list[Any]]:
    log, notes = _Log(), Notes()
    tags = Tags(log, notes)
    for start in range(0, len(data), size):
        tags.feed(data[start : start + size])
    tags.feed(None)
    return log.events, notes.problems("x")


NAMES = st.sampled_from(["a", "b:c", "rss", "x-y.z", "é"])
TEXTS = st.one_of(
    st.text(" \n\r\t;]&<>ab'\"é日", max_size=12).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    st.sampled_from(["&#233;", "&#x65e5;", "&quot;&apos;&gt;", "&#13;", "\r\n", "]] >", "x" * 100]),
)
ATTRIBUTES = st.dictionaries(NAMES, st.tuples(st.sampled_from("'\""), TEXTS), max_size=2).map(
    lambda pairs: "".join(
        f" {name}\n= {quote}{value.replace(quote, '&#34;' if quote == chr(34) else '&#39;')}{quote}"
        for name, (quote, value) in pairs.items()
    )
)
LEAVES = st.one_of(
    TEXTS.map(lambda text: text.replace("]]>", "")),
    st.text("<>& ]\n-?'\"a", max_size=10).filter(lambda t: "]]>" not in t).map(lambda text: f"<![CDATA[{text}]]>"),
    st.text("<>& ]\n'\"a", max_size=10).map(lambda text: f"<!--{text}-->"),
    st.text("<& ]\n'\"a", max_size=10).map(lambda text: f"<?pi {text}?>"),
    st.builds("<{}{}/>".format, NAMES, ATTRIBUTES),
)
ELEMENTS = st.recursive(
    LEAVES, lambda inner: st.builds("<{0}{1}>{2}</{0} >".format, NAMES, ATTRIBUTES, st.lists(inner).map("".join))
)


@given(
    ELEMENTS,
    st.sampled_from(["", '<?xml version="1.0"?>\n', "<!-- c -->\n<!DOCTYPE a [<!ELEMENT a ANY>]>\n"]),
    st.integers(1, 9),
)
def test_well_formed_xml_is_read_as_expat_reads_it(inner: str, head: str, size: int) -> None:
    data = f"{head}<root>{inner}</root>"
    expected = with_expat(data)
    if expected is not None:
        found, notes = with_tags(data, size)
        assert found == expected
        assert not notes


@given(st.text("<>/!?-[]&;=:\"' \n#xaCDATbr\x01é", max_size=60), st.integers(1, 60))
def test_the_size_of_the_pieces_does_not_matter(data: str, size: int) -> None:
    assert with_tags(data, size)[0] == with_tags(data, 1)[0]
