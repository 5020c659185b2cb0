"""Files that hold both languages, one of each kind: as tools write them, and broken in their third unit."""

from __future__ import annotations

import json
from typing import Any

import pytest

UNITS = [
    ("市长5月5日在大桥上讲话。", "The mayor spoke on the bridge on 5 May."),
    ("没有人来听他讲话。", "Nobody came to hear him."),
    ("镇上下了14天的雨。", "It rained in the town for 14 days."),
]


def _units(shape: str) -> str:
    return "".join(shape.format(n=n, s=s, t=t) for n, (s, t) in enumerate(UNITS, 1))


SDLXLIFF = (
    '<?xml version="1.0" encoding="utf-8"?>\n<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" '
    'xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">\n'
    '<file original="a.docx" datatype="x-sdlfilterframework2" source-language="zh-CN" target-language="en-GB">\n'
    '<header><reference><internal-file form="base64">QUFB</internal-file></reference></header><body>\n'
    + _units(
        '<trans-unit id="u{n}"><source>{s}</source><seg-source><mrk mtype="seg" mid="{n}">{s}</mrk></seg-source>\n'
        '<target><mrk mtype="seg" mid="{n}">{t}</mrk></target>\n'
        '<sdl:seg-defs><sdl:seg id="{n}" conf="Translated" origin="mt"/></sdl:seg-defs></trans-unit>\n'
    )
    + "</body></file></xliff>\n"
)
XLIFF_2 = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" '
    'srcLang="zh" trgLang="en">\n<file id="f1">\n'
    + _units(
        '<unit id="u{n}"><segment state="translated"><source>{s}</source>\n<target>{t}</target></segment></unit>\n'
    )
    + "</file></xliff>\n"
)
TMX = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="zh" segtype="sentence"/><body>\n'
    + _units('<tu tuid="u{n}"><tuv xml:lang="zh"><seg>{s}</seg></tuv>\n<tuv xml:lang="en"><seg>{t}</seg></tuv></tu>\n')
    + "</body></tmx>\n"
)
PO = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n' + _units(
    '#: news.c:{n}\nmsgid "{s}"\nmsgstr "{t}"\n\n'
)
CSV = "id,source,target,source_language\n" + _units("{n},{s},{t},zh\n")
TSV = "id\tsource\ttarget\tsource_language\n" + _units("{n}\t{s}\t{t}\tzh\n")
JSONL = "".join(
    json.dumps({"id": str(n), "source_language": "zh", "segments": [{"source": s, "target": t}]}, ensure_ascii=False)
    + "\n"
    for n, (s, t) in enumerate(UNITS, 1)
)
TURNS = "".join(f"&lt;p&gt;{t}&lt;/p&gt;&lt;p&gt;{s}&lt;/p&gt;" for s, t in UNITS)
RSS = (
    '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>News</title><language>en</language>\n'
    + "".join(
        f"<item><title>A day in town || 镇上的一天</title><guid>g{n}</guid>\n"
        f"<description>{TURNS}</description></item>\n"
        for n in (1, 2, 3)
    )
    + "</channel></rss>\n"
)
#: Name, file, what is changed in the third unit, and what is then said.
KINDS = [
    (
        "a.sdlxliff",
        SDLXLIFF,
        ("14 days.</mrk>", "14 days."),
        "a.sdlxliff:12:70: broken XML: mismatched tag in unit 'u3'",
    ),
    ("a.xlf", XLIFF_2, ("14 days.</target>", "14 days."), "a.xlf:9:45: broken XML: mismatched tag in unit 'u3'"),
    ("a.tmx", TMX, ("14 days.</seg>", "14 days."), "a.tmx:8:61: broken XML: mismatched tag in unit 'u3'"),
    ("a.po", PO, ('14 days."', "14 days."), "a.po:16"),
    ("a.csv", CSV, ("for 14 days.", "for 14 days, and more."), "a.csv:4: 5 cells where the header has 4"),
    ("a.tsv", TSV, ("for 14 days.", "for 14\tdays."), "a.tsv:4: 5 cells where the header has 4"),
    ("a.jsonl", JSONL, ('14 days."}', '14 days."'), "a.jsonl:3:"),
    ("a.xml", RSS, ("</item>\n</channel></rss>\n", ""), "a.xml:8:"),
]


@pytest.mark.parametrize(("name", "data"), [(name, data) for name, data, _, _ in KINDS], ids=[one[0] for one in KINDS])
def test_each_target_has_its_source(read: Any, name: str, data: str) -> None:
    documents, problems = read(name, data)
    assert problems == []
    pairs = [(one.source, one.target) for document in documents for one in document.segments]
    assert [pair for pair in dict.fromkeys(pairs) if pair in UNITS] == UNITS
    assert all(source for source, _ in pairs)
    if name != "a.po":  # which does not say it
        assert {document.source_language.partition("-")[0] for document in documents} == {"zh"}


@pytest.mark.parametrize(("name", "data", "change", "message"), KINDS, ids=[one[0] for one in KINDS])
def test_a_broken_unit_is_named_and_the_others_are_read(
    read: Any, name: str, data: str, change: tuple[str, str], message: str
) -> None:
    assert data.count(change[0]) >= 1
    documents, problems = read(name, data[::-1].replace(change[0][::-1], change[1][::-1], 1)[::-1])
    (error,) = [one for one in problems if not one.startswith("warning")]
    assert error.startswith(message)
    targets = [one.target for document in documents for one in document.segments]
    assert all(target in targets for _, target in UNITS[:2])
