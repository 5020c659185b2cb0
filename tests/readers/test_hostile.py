"""Whatever the bytes: documents or problems, never a traceback, always the same."""

from __future__ import annotations

import io
import json
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.document import Document, Problem
from mtqa.readers import FORMATS, ReadOptions, read_paths

#: Long enough that quadratic work would never end.
SIZE = 500_000

VALID = {
    "text": "Talks fail\n\nMOSCOW, March 22, 2017 (Agency) - The talks failed.\n",
    "html": '<html lang="en"><meta charset="utf-8"><nav>x</nav><article><h1>T</h1><p>One<br>two &amp; é</p></article>',
    "rss": (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss><rss xmlns:c="http://purl.org/rss/1.0/modules/content/">'
        "<channel><language>en</language><item><guid>1</guid><title>T &lt;b&gt;é</title>"
        "<pubDate>Wed, 22 Mar 2017</pubDate>"
        "<c:encoded><![CDATA[<p>One</p>]]></c:encoded></item>"
        "<item><description>x &amp;hellip;</description></item></channel></rss>"
    ),
    "atom": (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><id>1</id><title type="html">T</title>'
        '<link href="x"/><content type="xhtml"><div><p>One <b>é</b></p></div></content></entry></feed>'
    ),
    "jsonfeed": '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"content_html":"<p>é"},{"content_text":"x"}]}',
    "jsonl": '{"id":"a","text":"é"}\n{"id":"b","segments":[{"target":"x","source":"y"}],"title":"T"}\n',
    "json": '[{"id":"a","text":"é"},\n{"id":"b","segments":[{"target":"x"}]}]',
    "csv": 'id,text,source\na,"One, ""é""\ntwo",x\na,y,z\n',
    "tsv": 'id\ttarget\tdate\na\t"One," he said.\t2017-03-22\n',
}


def outcome(data: bytes, format: str | None) -> list[Document | Problem]:
    """What standard input with these bytes gives; checks what must hold of anything that comes out."""
    with mock.patch("sys.stdin", io.TextIOWrapper(io.BytesIO(data))):
        items = list(read_paths(["-"], ReadOptions(input_format=format)))
    assert items
    for item in items:
        if isinstance(item, Problem):
            assert item.message
            assert "internal error" not in item.message
            assert "\n" not in str(item)
            str(item).encode()
        else:
            json.dumps([item.id, item.title, item.link, item.language], ensure_ascii=False).encode()
            "".join(segment.target for segment in item.segments).encode()
            assert all(segment.line is None or segment.line >= 1 for segment in item.segments)
    return items


@given(st.sampled_from([None, *FORMATS]), st.binary(max_size=200))
def test_arbitrary_bytes(format: str | None, data: bytes) -> None:
    outcome(data, format)


@given(st.sampled_from([None, *FORMATS]), st.text("<>/!?[]{}\"'&;:,\t\n #x0123abitemrsfdhpl=-", max_size=80))
def test_arbitrary_markup(format: str | None, text: str) -> None:
    outcome(text.encode(), format)


@settings(max_examples=300)
@given(st.sampled_from(sorted(VALID)), st.booleans(), st.data())
def test_mutations_of_valid_files(format: str, named: bool, data: st.DataObject) -> None:
    whole = VALID[format].encode(data.draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-16", "latin-1"])))
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 30)))
    middle = data.draw(
        st.one_of(st.binary(max_size=8), st.sampled_from([b'"', b"<", b"&", b"]]>", b"\\ud800", b"\r", b"<p>" * 300]))
    )
    mutated = whole[:start] + middle + data.draw(st.sampled_from([whole[end:], b"", whole[start:] * 2]))
    items = outcome(mutated, format if named else None)
    assert items == outcome(mutated, format if named else None)


@pytest.mark.parametrize("format", sorted(VALID))
def test_valid_files_have_no_problem_and_their_format_is_told(format: str) -> None:
    items = outcome(VALID[format].encode(), None)
    assert all(isinstance(item, Document) for item in items)
    assert items == outcome(VALID[format].encode(), format)


@pytest.mark.parametrize("format", sorted(VALID))
def test_every_truncation(format: str) -> None:
    data = VALID[format].encode()
    for end in range(len(data)):
        outcome(data[:end], format)


@pytest.mark.parametrize(
    "piece",
    ["a", "a ", '"', "'", " ", "\n", "\r", "<", "&", "<p>", "<!--", "[", "{", "1", ",", "\t", "2017-", "(", "ſ", "。"],
)
@pytest.mark.parametrize("format", [None, *FORMATS])
def test_a_long_run_of_the_same(format: str | None, piece: str) -> None:
    data: Any = (piece * (SIZE // len(piece))).encode()
    outcome(data, format)
    if format in ("jsonl", "json"):
        outcome(json.dumps({"id": "a", "text": piece * (SIZE // len(piece)) + "x"}).encode(), format)
