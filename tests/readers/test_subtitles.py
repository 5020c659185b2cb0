"""SRT and WebVTT."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mtqa.document import Document
from mtqa.readers import ReadOptions, read_paths

SRT = """1
00:00:01,000 --> 00:00:03,000
The mayor said on Tuesday that the

2
00:00:03,000 --> 00:00:05,000
route would open <i>in the
spring</i>.

3
00:00:05,100 --> 00:00:07,000 X1:100
{\\an8}- When?
- In May.

4
00:00:20,000 --> 00:00:22,000
And then
"""
VTT = """WEBVTT - News

NOTE made by hand

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start
<v Roger Bingham>We are <c.loud>in</c> Paris &amp; Rome

01:00:04.000 --> 01:00:06.000
<v Anna>Nobody came.
"""


def test_cues_are_joined_to_sentences(read: Any) -> None:
    (document,), problems = read("a.srt", "\ufeff" + SRT.replace("\n", "\r\n"))
    assert not problems
    assert [(s.target, s.line, s.unit.id) for s in document.segments if s.unit] == [
        ("The mayor said on Tuesday that the route would open in the spring.", 3, "00:00:01.000 --> 00:00:05.000"),
        ("- When? - In May.", 12, "00:00:05.100 --> 00:00:07.000"),
        ("And then", 17, "00:00:20.000 --> 00:00:22.000"),
    ]


def test_webvtt(read: Any) -> None:
    (document,), problems = read("a.vtt", VTT)
    assert not problems
    assert [(s.target, s.line) for s in document.segments] == [("We are in Paris & Rome", 10), ("Nobody came.", 13)]


def test_told_by_content(read: Any) -> None:
    assert len(read("a.txt", SRT)[0][0].segments) == 3
    assert len(read("a.txt", VTT)[0][0].segments) == 2


@pytest.mark.parametrize(
    ("old", "new", "message", "left"),
    [
        ("00:00:03,000 -->", "0:a3,000 -->", "a.srt:6: broken cue: times that cannot be read ('0:a3,000 -->", 3),
        ("2\n00:00:03,000 --> 00:00:05,000\n", "", "a.srt:5: broken cue: found 'route would open", 3),
        ("\n\n2\n00", "\n2\n00", "", 3),
    ],
)
def test_a_broken_cue_takes_no_other_along(read: Any, old: str, new: str, message: str, left: int) -> None:
    (document,), problems = read("a.srt", SRT.replace(old, new))
    assert len(document.segments) == left
    assert [problem.startswith(message) for problem in problems] == [True] * bool(message)


def test_no_subtitles_at_all(read: Any) -> None:
    documents, problems = read("a.srt", "The mayor said no.\n\n" * 30)
    assert not documents
    assert problems[-1] == "a.srt: gave up: none of the first 10 blocks is a cue; are these subtitles?"


def test_a_source_is_joined_by_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.srt").write_text(SRT, encoding="utf-8")
    german = SRT.replace("The mayor said on Tuesday that the", "Der Bürgermeister sprach am Dienstag.")
    german = german.replace("route would open <i>in the\nspring</i>.", "Die Strecke wird eröffnet.").replace(
        "And", "Und"
    )
    Path("b.srt").write_text(german.replace("{\\an8}- When?\n- In May.", ""), encoding="utf-8")
    (document,) = read_paths(["a.srt"], ReadOptions(source_file="b.srt"))
    assert isinstance(document, Document)
    assert [segment.source for segment in document.segments] == [
        "Der Bürgermeister sprach am Dienstag. Die Strecke wird eröffnet.",
        None,
        "Und then",
    ]
