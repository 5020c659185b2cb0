"""Files of translation units, damaged by chance: each ends with documents and clear lines."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.document import Document, Problem
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.docx import read_docx
from mtqa.readers.input import Input
from mtqa.readers.one import Reader
from mtqa.readers.po import read_po
from mtqa.readers.subtitles import read_subtitles
from mtqa.readers.tmx import read_tmx
from mtqa.readers.xliff import read_xliff

ROOT = Path(__file__).parent.parent.parent
SRT = (
    "1\n00:00:01,000 --> 00:00:03,000\nThe mayor said on Tuesday that the\n\n"
    "2\n00:00:03,000 --> 00:00:05,000\n<i>route</i> would open in the spring.\n"
)
FILES: dict[str, tuple[Reader, bytes]] = {
    "xliff": (read_xliff, (ROOT / "samples/town.xliff").read_bytes()),
    "tmx": (read_tmx, (ROOT / "samples/memory.tmx").read_bytes()),
    "po": (read_po, (ROOT / "samples/messages.po").read_bytes()),
    "subtitles": (read_subtitles, SRT.encode()),
}
PIECES = st.sampled_from([
    b"", b"<", b">", b'"', b"\\", b"\n", b"\n\n", b"&", b"</target>", b"<target>", b"</seg>",
    b"<mrk mtype='seg'>", b"</mrk>",
    b"\xff", b"\x00", b"msgid", b'msgstr[9] "', b"-->", b"<ph>", b"</bpt>", b"]]>", b"<![CDATA[", b"<!--",
    b"\xe4\xbc", b"#~ ",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), PIECES), max_size=6))
def test_damage_is_said_and_takes_nothing_else_along(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    reader, data = FILES[name]
    for place, length, piece in edits:
        start = int(place * len(data))
        data = data[:start] + piece + data[start + length :]
    file = Input("file", io.BytesIO(data))
    try:
        items = list(reader(file, ReadOptions()))
    except ReadError as error:
        items = [error.problem("file")]
    for item in items:
        if isinstance(item, Problem):
            assert "\n" not in item.message
            continue
        assert isinstance(item, Document)
        for segment in item.segments:
            for text, tags, code in (
                (segment.target, segment.tags, segment.code),
                (segment.source or "", segment.source_tags, segment.source_code),
            ):
                assert all(0 <= tag.start <= tag.end <= len(text) for tag in tags)
                assert all(0 <= start < end <= len(text) for start, end in code)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_what_is_no_word_document(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^[^\n]*$"):
        list(read_docx(Input("a.docx", io.BytesIO(b"PK\x03\x04" + data)), ReadOptions()))
