"""XLIFF 1.2 and 2.x as tools write it."""

# ruff: noqa: E501 (units stand as tools write them)
from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.readers.inline import Builder
from mtqa.segment import Unit

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"'
#: As OmegaT, Okapi and Crowdin have it; line 7 is the first target.
PLAIN = f"""{HEAD}>
<file original="news/talks.html" source-language="zh-CN" target-language="en-GB" datatype="html"><body>
<group id="g1">
<trans-unit id="1" resname="title" approved="yes">
<source>会议在星期二结束。</source>
<target state="final">The talks ended on Tuesday.</target>
<note>A headline</note><note>Keep it short</note>
</trans-unit>
<trans-unit id="2"><source>没有人来。</source></trans-unit>
<trans-unit id="3" translate="no"><source>x1</source><target>x1</target></trans-unit>
<trans-unit id="4"><source>R&amp;D增长。</source><target>R&amp;D rose.</target>
<alt-trans><source>老</source><target>Old.</target></alt-trans></trans-unit>
</group></body></file>
<file original="news/two.html" source-language="zh-CN" target-language="en-GB"><body>
<trans-unit id="1"><source>二。</source><target>Two.</target></trans-unit></body></file>
</xliff>
"""
#: Segments, states and comments as Trados writes them.
TRADOS = f"""{HEAD} xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cmt-defs/></doc-info>
<file original="a.docx" source-language="de-DE" target-language="en-US"><header><reference>
<internal-file form="base64">QUFB</internal-file></reference><sdl:ref-files/></header><body>
<trans-unit id="u"><source>Eins. Zwei.</source>
<seg-source><g id="5"><mrk mtype="seg" mid="1">Eins.</mrk> <mrk mtype="seg" mid="2">Zwei <x id="6"/>.</mrk></g></seg-source>
<target><g id="5"><mrk mtype="seg" mid="1">O<mrk mtype="x-sdl-deleted" sdl:revid="r">n</mrk>ne.</mrk>
<mrk mtype="seg" mid="2">Two <mrk mtype="x-sdl-comment" sdl:cid="c">and</mrk> <x id="6"/>.</mrk></g></target>
<sdl:seg-defs><sdl:seg id="1" conf="Translated" locked="true"/><sdl:seg id="2" conf="Draft" origin="mt"/></sdl:seg-defs>
</trans-unit></body></file></xliff>
"""
TWO = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="de" trgLang="en"
 xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">
<file id="f1"><notes><note>of the file</note></notes>
<unit id="u1" name="hi"><mtc:matches><mtc:match ref="#1"><source>Alt</source><target>Old</target></mtc:match></mtc:matches>
<notes><note>Be kind</note></notes>
<originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data><data id="d3">%s</data></originalData>
<segment id="s1" state="reviewed"><source>Hallo <pc id="1" dataRefStart="d1" dataRefEnd="d2">Welt</pc>, <ph id="2" dataRef="d3"/>!</source>
<target>Hello <pc id="1" dataRefStart="d1" dataRefEnd="d2">world</pc>, <ph id="2" dataRef="d3"/>!</target></segment>
<ignorable><source> </source><target> </target></ignorable>
<segment id="s2"><source>Zwei</source></segment></unit>
<unit id="u2" translate="no"><segment><source>A</source><target>B</target></segment></unit>
<unit id="u3"><segment><source>Ein <mrk id="m" translate="no">GmbH</mrk> Jahr<cp hex="0007"/></source><target>A
  <mrk id="m" translate="no">GmbH</mrk> <sc id="3"/>year<ec startRef="3"/></target></segment></unit>
</file></xliff>
"""


def test_files_units_states_notes(read: Any) -> None:
    (first, second), problems = read("a.xlf", PLAIN)
    assert (first.id, first.language, first.source_language) == ("news/talks.html", "en-GB", "zh-CN")
    assert second.id == "news/two.html"
    assert [(s.target, s.source, s.line, s.column, s.element) for s in first.segments] == [
        ("The talks ended on Tuesday.", "会议在星期二结束。", 7, 23, "unit 1"),
        ("R&D rose.", "R&D增长。", 12, None, "unit 4"),
    ]
    assert first.segments[0].unit == Unit("1", "final", False, "A headline / Keep it short")
    assert problems == ["warning: a.xlf:10: a unit without a translation: passed over"]


def test_segments_of_trados(read: Any) -> None:
    (document,), problems = read("a.sdlxliff", TRADOS)
    assert not problems
    one, two = document.segments
    assert (one.target, one.source, one.line) == ("One.", "Eins.", 8)
    assert one.unit == Unit("u/1", "Translated", True)
    assert (two.target, two.source, two.line) == ("Two and {6}.", "Zwei {6}.", 9)
    assert [(tag.start, tag.end, tag.kind) for tag in two.tags] == [(8, 11, "alone")]
    assert two.unit == Unit("u/2", "Draft")


def test_version_two(read: Any) -> None:
    (document,), problems = read("b.xlf", TWO)
    assert problems == ["warning: b.xlf:10: a unit without a translation: passed over"]
    assert (document.id, document.language, document.source_language) == ("f1", "en", "de")
    one, two = document.segments
    assert (one.target, one.source) == ("Hello world, %s!", "Hallo Welt, %s!")
    assert [(tag.start, tag.end, tag.label) for tag in one.tags][0::2] == [(6, 6, "<b>"), (13, 15, "%s")]
    assert one.unit == Unit("u1/s1", "reviewed", note="Be kind")
    assert two.target == "A GmbH year"
    assert two.source == "Ein GmbH Jahr\ufffd"
    assert two.code == ((2, 6),)
    assert [(tag.kind, tag.key, tag.start) for tag in two.tags] == [("open", "3", 7), ("close", "3", 11)]


def test_prefix_and_white_space(read: Any) -> None:
    xlf = """<?xml version="1.0"?>
<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><x:file original="a" target-language="en">
<x:body><x:trans-unit id="1"><x:source> Eins </x:source><x:target>
    One <x:g id="1">two</x:g>
    three
</x:target></x:trans-unit><x:trans-unit id="2" xml:space="preserve"><x:source>a</x:source><x:target> b </x:target>
</x:trans-unit></x:body></x:file></x:xliff>"""
    (document,), _ = read("a.xlf", xlf)
    one, two = document.segments
    assert (one.target, one.source) == ("One two three", "Eins")
    assert [tag.start for tag in one.tags] == [4, 7]
    assert (two.target, two.line, two.column) == (" b ", 6, 101)


def test_tags_that_tools_write_as_placeholders(read: Any) -> None:
    unit = """<trans-unit id="1"><source>a</source><target>Go <x id="START_TAG_STRONG" ctype="x-strong"
 equiv-text="&lt;strong&gt;"/>on<x id="CLOSE_TAG_STRONG" equiv-text="&lt;/strong&gt;"/>, <x id="I"
 equiv-text="{{ name }}"/><x id="LB" ctype="lb"/>now<ph id="3">&lt;br/&gt;</ph><ph id="4">&lt;img src="x"/&gt;</ph>
<bpt id="5">[b]</bpt>x<ept id="5">[/b]</ept><it id="7" pos="begin">y</it><ph id="9">a <sub>sub</sub></ph></target></trans-unit>"""
    (document,), _ = read("a.xlf", PLAIN.replace('<group id="g1">', unit))
    segment = document.segments[0]
    assert segment.target == 'Go on, {{ name }}\nnow\n<img src="x"/> xa'
    kinds = [(tag.kind, tag.label) for tag in segment.tags]
    assert kinds[:3] == [("open", "<strong>"), ("close", "</strong>"), ("alone", "{{ name }}")]
    assert kinds[-4:-1] == [("open", "[b]"), ("close", "[/b]"), ("open", "y")]


def test_long_files_are_cut(read: Any) -> None:
    unit = '<trans-unit id="{}"><source>Eins {}</source><target>One {}.</target></trans-unit>\n'
    units = "".join(unit.format(n, n, n) for n in range(1, 1202))
    documents, problems = read("a.xlf", PLAIN.replace('<group id="g1">', '<group id="g1">' + units))
    assert not [problem for problem in problems if not problem.startswith("warning")]
    assert [(d.id, len(d.segments)) for d in documents] == [
        ("news/talks.html", 500), ("news/talks.html#501", 500), ("news/talks.html#1001", 203), ("news/two.html", 1),
    ]  # fmt: skip
    assert [d.entry for d in documents] == [None, 2, 3, 4]


@pytest.mark.parametrize(
    ("data", "message", "units"),
    [
        (PLAIN[: PLAIN.index("R&amp;D rose")], "a.xlf:12:55: broken XML: it breaks off here", 1),
        (PLAIN.replace("</target>\n<note>", "\n<note>"), "a.xlf:9:3: broken XML: mismatched tag", 0),
        (PLAIN.replace("结束。", "结束&nbsp;"), "a.xlf:6:17: broken XML: undefined entity", 0),
        (PLAIN.encode().replace("二。".encode(), b"\xe4\xba"), "a.xlf:16:28: not UTF-8", 2),
        (PLAIN.replace("<xliff", '<!DOCTYPE x [<!ENTITY a "b">]><xliff'), "a.xlf:2: declares the entity 'a'", 0),
        (PLAIN.replace('<group id="g1">', "<group>" * 300), "a.xlf:4: elements nested too deeply", 0),
        (PLAIN.replace('UTF-8"', 'x-unknown"'), "a.xlf: declares the encoding 'x-unknown'", 0),
    ],
)
def test_broken_files_name_the_place_and_keep_what_came_before(
    read: Any, data: str | bytes, message: str, units: int
) -> None:
    documents, problems = read("a.xlf", data)
    assert sum(len(document.segments) for document in documents) == units
    (error,) = [problem for problem in problems if not problem.startswith("warning")]
    assert error.startswith(message)


def test_a_giant_unit_is_refused(read: Any) -> None:
    (document,), problems = read("a.xlf", PLAIN.replace("R&amp;D rose.", "x" * 17_000_000))
    assert len(document.segments) == 1
    assert problems[0] == "a.xlf:12: a unit larger than 16 MiB: split it"


def test_another_encoding(read: Any) -> None:
    text = PLAIN.replace("UTF-8", "UTF-16")
    assert read("a.xlf", text.encode("utf-16"))[0][0].segments[0].source == "会议在星期二结束。"
    text = PLAIN.replace("UTF-8", "GB18030")
    assert read("a.xlf", text.encode("gb18030"))[0][0].segments[0].source == "会议在星期二结束。"


def test_told_by_content(read: Any) -> None:
    assert read("a.txt", PLAIN)[0][0].id == "news/talks.html"
    assert read("a.xml", TWO)[0][0].id == "f1"


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(["text", "tag", "code"]), st.text("ab \n\t", max_size=6)), max_size=8))
def test_ranges_point_at_the_same_words_after_white_space_is_squeezed(parts: list[tuple[str, str]]) -> None:
    builder = Builder(1)
    shown = []
    for number, (kind, text) in enumerate(parts):
        if kind == "text":
            builder.text(text)
        elif kind == "tag":
            builder.tag("open", str(number), "<b>")
        else:
            builder.placeholder(str(number), f"%{number}$s")
            shown.append(f"%{number}$s")
    raw, text = builder.done(), builder.done(preserve=False)
    assert [text.text[tag.start : tag.end] for tag in text.tags if tag.start < tag.end] == shown
    assert "".join(text.text.split()) == "".join(raw.text.split())
    for before, after in zip(raw.tags, text.tags, strict=True):
        assert "".join(raw.text[: before.start].split()) == "".join(text.text[: after.start].split())
