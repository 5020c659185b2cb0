"""A translation and its source in two files."""

# ruff: noqa: E501 (files stand as they are)

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.document import Document, Problem
from mtqa.readers import ReadOptions, read_paths
from mtqa.readers.pairs import parting

Pair = Callable[..., tuple[list[Document], list[str]]]
ENGLISH = "The mayor spoke on 5 May.\nA new bridge opens.\nNobody came.\nIt rained for 14 days in the town.\n"
CHINESE = "市长5月5日讲话。\n新桥开通。\n没有人来。\n镇上下了14天的雨。\n"


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pair:
    """Write a translation and its source, and read them together."""
    monkeypatch.chdir(tmp_path)

    def run(name: str, target: str, source: str, **options: str) -> tuple[list[Document], list[str]]:
        Path(name).write_text(target, encoding="utf-8")
        Path(f"source-{name}").write_text(source, encoding="utf-8")
        items = list(read_paths([name], ReadOptions(source_file=f"source-{name}", **options)))
        problems = [item for item in items if isinstance(item, Problem)]
        said = [f"{'' if one.severity == 'error' else 'warning: '}{one}" for one in problems]
        return [item for item in items if isinstance(item, Document)], said

    return run


def sources(document: Document) -> list[tuple[str, str | None]]:
    return [(segment.target, segment.source) for segment in document.segments]


def test_by_line(pair: Pair) -> None:
    (document,), problems = pair("a.txt", ENGLISH, CHINESE, source_language="zh")
    assert not problems
    assert document.source_language == "zh"
    assert sources(document)[1] == ("A new bridge opens.", "新桥开通。")
    assert [segment.line for segment in document.segments] == [1, 2, 3, 4]


def test_empty_lines_on_both_sides_are_passed_over(pair: Pair) -> None:
    (document,), problems = pair("a.txt", "One.\n\nThree.\n", "Eins.\n\nDrei.\n")
    assert sources(document) == [("One.", "Eins."), ("Three.", "Drei.")]
    assert not problems


def test_by_paragraph_where_lines_are_wrapped(pair: Pair) -> None:
    wrapped = "The mayor said on Tuesday that the new route\nwould open in the spring of the next year, and\nleft.\n\nNobody came.\n"
    (document,), problems = pair("a.txt", wrapped, "Die neue Strecke wird eröffnet.\n\nNiemand kam.\n")
    assert not problems
    assert [source for _, source in sources(document)] == ["Die neue Strecke wird eröffnet.", "Niemand kam."]


def test_uneven_files_say_where_they_part(pair: Pair) -> None:
    lines = CHINESE.split("\n")
    lines.insert(2, "多出来的一行文字在这里，没有人翻译它，因为它是后来才写的。")
    (document,), (error,) = pair("a.txt", ENGLISH, "\n".join(lines))
    assert error == (
        "a.txt:3: 4 lines, but 5 in source-a.txt: they part about here (source-a.txt, line 3: “多出来的一行文字在这里，没有人翻译它，因为它是后来才写的。”); "
        "make them even; checked without the source"
    )
    assert not document.has_source


def test_where_long_texts_part() -> None:
    rng = random.Random(5)
    ours = [f"{'word ' * rng.randint(3, 30)}{number}" for number in range(400)]
    theirs = [text.replace("word", "wort") for text in ours]
    del ours[250]
    first, second = parting(ours, theirs)
    assert first == second == 250


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text("ab 1", max_size=20), max_size=12), st.lists(st.text("ab 1", max_size=20), max_size=12))
def test_parting_is_a_place_of_both(ours: list[str], theirs: list[str]) -> None:
    first, second = parting(ours, theirs)
    assert 0 <= first <= len(ours)
    assert 0 <= second <= len(theirs)


FEED = '<rss version="2.0"><channel><title>T</title><language>{}</language>{}</channel></rss>'
ITEM = "<item><title>{}</title><link>https://example.org/{}</link>{}<description>&lt;p&gt;{}&lt;/p&gt;</description></item>"


def test_entries_are_joined_by_guid_or_link(pair: Pair) -> None:
    guid = "<guid>g-{}</guid>"
    target = FEED.format(
        "en",
        ITEM.format("Bridge", "en/1", guid.format(1), "It opens.") + ITEM.format("Rain", "2?from=rss", "", "It rains."),
    )
    source = FEED.format(
        "zh", ITEM.format("雨", "2", "", "下雨。") + ITEM.format("桥", "zh/1", guid.format(1), "开通。")
    )
    (bridge, rain), problems = pair("a.xml", target, source)
    assert not problems
    assert sources(bridge) == [("Bridge", "桥"), ("It opens.", "开通。")]
    assert sources(rain) == [("Rain", "雨"), ("It rains.", "下雨。")]
    assert (bridge.language, bridge.source_language, bridge.entry) == ("en", "zh", 1)


def test_what_has_no_counterpart_is_said(pair: Pair) -> None:
    target = FEED.format("en", "".join(ITEM.format(n, n, "", f"Text {n}.") for n in (1, 2, 3)))
    two = ITEM.format("二", 2, "", "二。&lt;/p&gt;&lt;p&gt;又二。")
    documents, problems = pair("a.xml", target, FEED.format("zh", two + ITEM.format("四", 4, "", "四。")))
    assert [document.has_source for document in documents] == [False, True, False]
    assert sources(documents[1]) == [("2", "二"), ("Text 2.", None)]
    assert problems == [
        "warning: a.xml:1: an entry whose paragraphs are not those of its source (of description: 1 here, 2 there): "
        "compared as far as they are",
        "warning: a.xml:1 (entry 1): 2 entries without a source in source-a.xml (first 'https://example.org/1'): "
        "checked alone",
        "warning: source-a.xml (entry 2): 1 entry without a translation in a.xml (first 'https://example.org/4')",
    ]


def test_feeds_of_other_stories(pair: Pair) -> None:
    target = FEED.format("en", ITEM.format("a", 1, "", "A.") + ITEM.format("b", 2, "", "B."))
    documents, (error,) = pair("a.xml", target, FEED.format("zh", ITEM.format("c", 3, "", "三。")))
    assert len(documents) == 2
    assert error == "a.xml: no entry has the id or link of one in source-a.xml: are these the same stories?"


def test_pages_block_by_block(pair: Pair) -> None:
    page = "<html lang='{}'><body><h1>{}</h1><p>{}</p></body></html>"
    (document,), problems = pair(
        "a.html", page.format("en", "Rain", "It rains."), page.format("de", "Regen", "Es regnet.")
    )
    assert not problems
    assert sources(document) == [("Rain", "Regen"), ("It rains.", "Es regnet.")]
    assert document.source_language == "de"
    (document,), (error,) = pair("a.html", page.format("en", "Rain", "It rains."), page.format("de", "", "Es regnet."))
    assert "2 paragraphs, but 1 in source-a.html" in error


def test_records(pair: Pair) -> None:
    record = '{{"id": "{}", "segments": [{{"target": "{}"}}, {{"target": "{}"}}]}}\n'
    documents, problems = pair(
        "a.jsonl", record.format(1, "One.", "Two.") + record.format(2, "A.", "B."),
        record.format(2, "a", "b") + record.format(1, "eins", "zwei"),
    )  # fmt: skip
    assert not problems
    assert [sources(document)[0] for document in documents] == [("One.", "eins"), ("A.", "a")]


def test_a_source_that_cannot_be_used(pair: Pair, tmp_path: Path) -> None:
    (document,), (error,) = pair("a.txt", ENGLISH, "")
    assert error == "source-a.txt: holds no text, so that nothing can be compared with it"
    assert document.segments
    (document, error_) = list(read_paths(["a.txt"], ReadOptions(source_file="none.txt")))[::-1]
    assert str(error_) == "none.txt: cannot be read: No such file or directory"
    (problem,) = read_paths([str(tmp_path)], ReadOptions(source_file="a.txt"))
    assert isinstance(problem, Problem)
    assert "is the source of one file, but several are given" in problem.message
    tmx = '<tmx version="1.4"><header srclang="de"/><body><tu><tuv xml:lang="de"><seg>Eins.</seg></tuv><tuv xml:lang="en"><seg>One.</seg></tuv></tu></body></tmx>'
    (document,), (error,) = pair("a.tmx", tmx, tmx)
    assert error == "a.tmx: has its source with it: leave --source out"
