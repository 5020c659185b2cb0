"""Feeds that hold the original beside the translation."""

# ruff: noqa: E501 (feeds stand as they are)

from __future__ import annotations

import json
from html import escape
from typing import Any

import pytest

FEED = '<rss version="2.0"><channel><title>T</title><language>{}</language><item><title>{}</title><description>{}</description></item></channel></rss>'
PAIRS = [
    ("The mayor opened the new bridge on Friday with 200 guests.", "市长周五与200名来宾一起为新桥揭幕。"),
    ("It cost more than 30 million euros.", "造价超过3000万欧元，即30百万。"),
    ("Nobody came to the old one any more.", "再也没有人去老桥了。"),
]
CHINESE = [source for _, source in PAIRS]
ENGLISH = [target for target, _ in PAIRS]
GERMAN = [
    "Der Bürgermeister hat am Freitag die neue Brücke mit 200 Gästen eröffnet.",
    "Sie hat mehr als 30 Millionen Euro gekostet.",
    "Zu der alten ist niemand mehr gekommen.",
]


def page(*texts: str) -> str:
    return escape("".join(f"<p>{text}</p>" for text in texts))


def turns(first: list[str], second: list[str]) -> list[str]:
    return [text for pair in zip(first, second, strict=True) for text in pair]


@pytest.mark.parametrize(
    "content",
    [
        page(*turns(CHINESE, ENGLISH)),
        page(*turns(ENGLISH, CHINESE)),
        page(*CHINESE, *ENGLISH),
        page(*ENGLISH) + escape("<br />---------------<br />") + page(*CHINESE),
        escape("".join(f"<p>{source}<br/><font>{target}</font></p>" for target, source in PAIRS)),
    ],
)
def test_the_original_is_the_source(read: Any, content: str) -> None:
    (document,), problems = read("a.xml", FEED.format("en", "A new bridge || 一座新桥", content))
    assert not problems
    assert document.title == "A new bridge"
    assert document.source_language == "zh"
    assert [(s.target, s.source) for s in document.segments] == [("A new bridge", "一座新桥"), *PAIRS]


def test_languages_of_one_script_with_a_line_between(read: Any) -> None:
    content = page(*GERMAN) + escape("<br />---------------<br />") + page(*ENGLISH)
    (document,), _ = read("a.xml", FEED.format("en", "Eine neue Brücke", content))
    assert [(s.target, s.source) for s in document.segments[1:]] == list(zip(ENGLISH, GERMAN, strict=True))
    (document,), _ = read("a.xml", FEED.format("de", "Eine neue Brücke", content))
    assert [s.target for s in document.segments[1:]] == GERMAN


def test_the_title_alone(read: Any) -> None:
    (document,), _ = read("a.xml", FEED.format("en", "一座新桥 || A new bridge", page(*ENGLISH)))
    assert (document.title, document.segments[0].source) == ("A new bridge", "一座新桥")
    assert [s.target for s in document.segments[1:]] == ENGLISH


def test_into_another_script(read: Any) -> None:
    (document,), _ = read("a.xml", FEED.format("zh-CN", "一座新桥 || A new bridge", page(*turns(CHINESE, ENGLISH))))
    assert [s.target for s in document.segments] == ["一座新桥", *CHINESE]
    assert document.segments[1].source == ENGLISH[0]


def test_json_feed(read: Any) -> None:
    item = {"id": "1", "title": "A new bridge || 一座新桥", "content_text": "\n\n".join(turns(ENGLISH, CHINESE))}
    feed = {"version": "https://jsonfeed.org/version/1.1", "language": "en", "items": [item]}
    (document,), _ = read("a.json", json.dumps(feed))
    assert [(s.target, s.source) for s in document.segments][1:] == PAIRS


@pytest.mark.parametrize(
    "texts",
    [
        ENGLISH,
        [*ENGLISH, CHINESE[0]],
        turns(ENGLISH, ["俄罗斯外长说。" * 40, "他没有回答。" * 60, "会谈。" * 99]),
        turns(ENGLISH[:2], CHINESE[:2]),
        [ENGLISH[0], "One || two", ENGLISH[1]],
    ],
)
def test_what_was_not_translated_stays_a_defect(read: Any, texts: list[str]) -> None:
    (document,), _ = read("a.xml", FEED.format("en", "A new bridge", page(*texts)))
    assert [s.target for s in document.segments[1:]] == texts
    assert not document.has_source
