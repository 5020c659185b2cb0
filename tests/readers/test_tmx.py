"""Translation memories."""

# ruff: noqa: E501 (units stand as tools write them)
from __future__ import annotations

from typing import Any

import pytest

from mtqa.segment import Unit

#: As OmegaT, memoQ and Trados write it.
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="OmegaT" srclang="zh-CN" segtype="sentence" datatype="plaintext"/>
<body>
<tu tuid="t1"><note>hi</note><tuv xml:lang="zh-CN"><seg>会议在星期二结束。</seg></tuv>
<tuv xml:lang="en-US" changeid="me"><seg>The talks ended on Tuesday.</seg></tuv></tu>
<tu><prop type="x-ConfirmationLevel">Draft</prop><tuv xml:lang="ZH"><seg>他<bpt i="1" x="1">&lt;b&gt;</bpt>说<ept i="1">&lt;/b&gt;</ept>。</seg></tuv>
<tuv xml:lang="en"><seg>He <bpt i="1" x="1">&lt;b&gt;</bpt>spoke<ept i="1">&lt;/b&gt;</ept> to <ph x="2" type="var">%s</ph><hi type="q"> now</hi>.</seg></tuv></tu>
<tu><tuv xml:lang="zh-CN"><seg>只有</seg></tuv></tu>
<tu><tuv lang="zh"><seg>一</seg></tuv><tuv lang="de"><seg>Eins</seg></tuv><tuv lang="en"><seg>One&nbsp;.</seg></tuv></tu>
</body></tmx>
"""


def test_units(read: Any) -> None:
    documents, problems = read("a.tmx", TMX)
    assert [(d.id, d.language, d.source_language) for d in documents] == [
        ("a.tmx", "en-US", "zh-CN"), ("a.tmx#2", "en", "ZH"), ("a.tmx#3", "en", "zh"),
    ]  # fmt: skip
    one, two, three = [document.segments[0] for document in documents]
    assert (one.target, one.source, one.line, one.column) == (
        "The talks ended on Tuesday.",
        "会议在星期二结束。",
        6,
        42,
    )
    assert one.unit == Unit("t1", note="hi")
    assert (two.target, two.source, two.column) == ("He spoke to %s now.", "他说。", None)
    assert [(tag.kind, tag.start, tag.label) for tag in two.tags] == [
        ("open", 3, "<b>"), ("close", 8, "</b>"), ("alone", 12, "%s"), ("open", 14, "<hi>"), ("close", 18, "</hi>"),
    ]  # fmt: skip
    assert two.unit == Unit(None, "Draft")
    assert three.target == "One\xa0."
    assert problems == [
        "warning: a.tmx:9: a unit of one language: passed over",
        "warning: a.tmx:10: an entity of a DTD that is not fetched (&nbsp;): read as in HTML",
    ]


def test_the_language_asked_for_is_the_target(read: Any) -> None:
    documents, _ = read("a.tmx", TMX, language="de", wanted="de")
    assert [document.segments[0].target for document in documents if document.language == "de"] == ["Eins"]
    documents, _ = read("a.tmx", TMX, language="zh", wanted="zh")
    assert [d.segments[0].target for d in documents] == ["会议在星期二结束。", "他说。", "一"]
    assert [d.segments[0].source for d in documents][:2] == ["The talks ended on Tuesday.", "He spoke to %s now."]


def test_documents_that_the_units_name(read: Any) -> None:
    unit = '<tu><prop type="x-document">{}</prop><tuv xml:lang="de"><seg>Eins.</seg></tuv><tuv xml:lang="en"><seg>One.</seg></tuv></tu>'
    body = "\n".join(unit.format(name) for name in ("a.txt", "a.txt", "b.txt"))
    documents, problems = read("a.tmx", f'<tmx version="1.4"><header srclang="de"/><body>{body}</body></tmx>')
    assert [(document.id, len(document.segments)) for document in documents] == [("a.txt", 2), ("b.txt", 1)]
    assert not problems


@pytest.mark.parametrize(
    ("data", "message", "units"),
    [
        (TMX[: TMX.index("只有")], "a.tmx:9:32: broken XML: it breaks off here; the units before were read", 2),
        (
            TMX.replace("</seg></tuv></tu>\n<tu><prop", "</tuv></tu>\n<tu><prop"),
            "a.tmx:6:71: broken XML: mismatched tag",
            0,
        ),
        (TMX.replace('"tmx14.dtd"', '"tmx14.dtd" [<!ENTITY a "aaa">]'), "a.tmx:2: declares the entity 'a'", 0),
        (TMX.replace("<tmx", "<html").replace("</tmx", "</html"), "XML of a kind that is not read", 0),
    ],
)
def test_broken_files(read: Any, data: str, message: str, units: int) -> None:
    documents, problems = read("a.tmx", data, input_format="tmx")
    assert sum(len(document.segments) for document in documents) == units
    (error,) = [problem for problem in problems if not problem.startswith("warning")]
    assert message in error


def test_a_giant_attribute_is_refused(read: Any) -> None:
    _, (error,) = read("a.tmx", TMX.replace('tuid="t1"', f'tuid="{"x" * 17_000_000}"'))
    assert "a tag or comment larger than 16 MiB" in error
