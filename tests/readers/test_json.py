"""JSONL, JSON and JSON Feed."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from mtqa.segment import Unit


def test_segments_keep_the_indexes_of_the_input(read: Any) -> None:
    record = {
        "id": "a",
        "title": "The title",
        "segments": [{"target": " One. ", "source": "Один."}, {"target": ""}, {"target": ".", "reference": "Two."}],
        "date": "2017-03-22",
        "language": "en-GB",
        "source_language": "ru",
        "unknown": {"kept": "out"},
    }
    (document,), problems = read("a.jsonl", json.dumps(record))
    assert not problems
    assert [(s.target, s.source, s.reference, s.kind) for s in document.segments] == [
        ("The title", None, None, "headline"),
        (" One. ", "Один.", None, "body"),
        ("", None, None, "body"),
        (".", None, "Two.", "body"),
    ]
    assert [document.number(position) for position in range(4)] == [3, 0, 1, 2]
    assert (document.language, document.source_language) == ("en-GB", "ru")
    assert document.date == datetime.date(2017, 3, 22)


def test_a_title_that_is_the_first_segment_is_not_doubled(read: Any) -> None:
    (document,), _ = read("a.jsonl", '{"id":"a","title":"T","segments":[{"target":"T"},{"target":"Body."}]}')
    assert [(s.target, s.kind) for s in document.segments] == [("T", "headline"), ("Body.", "body")]


def test_a_text_is_cut_into_paragraphs_and_its_title_comes_first(read: Any) -> None:
    (document,), _ = read("a.jsonl", '\n{"id":7,"title":"T","text":"One.\\n\\nTwo."}')
    assert document.id == "7"
    assert [(s.target, s.kind, s.line, s.column) for s in document.segments] == [
        ("T", "headline", 2, None),
        ("One.", "body", 2, None),
        ("Two.", "body", 2, None),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id":"b" "text":"x"}', "a.jsonl:2:11: broken JSON: expecting ',' delimiter"),
        ('{"id":"b"}', 'a.jsonl:2: no "text" and no "segments"'),
        ('{"text":"x"}', 'a.jsonl:2: no "id"'),
        ('{"id":"b","text":3}', 'a.jsonl:2: "text" must be a string, found a number'),
        ('{"id":["b"],"text":"x"}', 'a.jsonl:2: "id" must be a string'),
        ('{"id":"b","text":"x","segments":[]}', "both"),
        ('{"id":"b","segments":"x"}', '"segments" must be a list, found a string'),
        ('{"id":"b","segments":[{"target":"x"},{"source":"x"}]}', 'segments[1] has no "target"'),
        ('{"id":"b","segments":[{"target":"x"},{"target":1}]}', 'segments[1]: "target" must be a string'),
        ('{"id":"b","text":"x","date":"soon"}', "write it as YYYY-MM-DD"),
        ('{"id":"b","text":"\\ud83d"}', "half a character"),
        ("[1]", "expected a document"),
        ("[" * 100_000, "nested too deeply"),
        ('{"id":' + "1" * 5000 + "}", "number too long"),
        (b'{"id":"b","text":"caf\xe9"}', "a.jsonl:2:22: not UTF-8: byte 0xe9"),
    ],
)
def test_a_line_that_cannot_be_used_is_a_problem_and_the_others_come(
    read: Any, line: str | bytes, message: str
) -> None:
    line = line.encode() if isinstance(line, str) else line
    documents, problems = read("a.jsonl", b'{"id":"a","text":"One."}\n' + line + b'\n{"id":"c","text":"Three."}\n')
    assert [document.id for document in documents] == ["a", "c"]
    assert len(problems) == 1
    assert message in problems[0]
    assert problems[0].startswith("a.jsonl:2")


def test_a_file_that_is_no_jsonl_is_given_up(read: Any) -> None:
    documents, problems = read("a.jsonl", "A story.\n" * 5000)
    assert not documents
    assert len(problems) < 20
    assert "is this JSONL?" in problems[-1]


def test_a_list_of_documents_comes_until_it_breaks(read: Any) -> None:
    text = '[\n {"id":"a","text":"One."},\n {"id":"b"},\n {"id":"c","text":"Three."},\n {"id"'
    documents, problems = read("a.json", text)
    assert [(d.id, d.entry, d.segments[0].line) for d in documents] == [("a", 1, 2), ("c", 3, 4)]
    assert problems[0].startswith("a.json:3 (entry 2): no")
    assert problems[1].startswith("a.json:5:7: broken JSON")


def test_one_document_of_json(read: Any) -> None:
    (document,), problems = read("a.json", '{\n "id": "a",\n "text": "One."\n}\n')
    assert not problems
    assert document.id == "a"


FEED = """{
 "version": "https://jsonfeed.org/version/1.1", "title": "Feed",
 "items": [
  {"id": 1, "title": "Title", "content_html": "<p>One &amp; two.</p><script>x</script><p>Three.</p>",
   "date_published": "2017-03-22T10:00:00Z", "url": "http://x/1"},
  {"id": "2", "content_text": "One.\\n\\nTwo.", "language": "en-US"},
  {"id": "3"}, 5
 ],
 "language": "en-NZ"
}"""


def test_json_feed(read: Any) -> None:
    documents, problems = read("f.json", FEED)
    first, second, third = documents
    assert [(s.target, s.kind, s.line, s.element) for s in first.segments] == [
        ("Title", "headline", 4, "title"),
        ("One & two.", "body", 4, "content_html"),
        ("Three.", "body", 4, "content_html"),
    ]
    assert (first.id, first.entry, first.link, first.language) == ("1", 1, "http://x/1", "en-NZ")
    assert first.date == datetime.date(2017, 3, 22)
    assert [s.target for s in second.segments] == ["One.", "Two."]
    assert second.language == "en-US"
    assert (third.entry, third.has_body) == (3, False)
    assert [problem.split(": ")[0] for problem in problems] == ["f.json:7 (entry 4)"]


def test_a_json_feed_that_breaks_off_gives_the_entries_before(read: Any) -> None:
    documents, problems = read("f.json", FEED[: FEED.index('{"id": "3"')] + '{"id')
    assert [document.id for document in documents] == ["1", "2"]
    assert len(problems) == 1
    assert problems[0].startswith("f.json:7:")


def test_what_segments_say_of_themselves(read: Any) -> None:
    segments = [{"id": 7, "target": "One.", "state": "final", "locked": True, "note": "short"}, {"target": "Two."}]
    (document,), problems = read("a.jsonl", json.dumps({"id": "1", "segments": segments}))
    assert not problems
    assert [segment.unit for segment in document.segments] == [Unit("7", "final", True, "short"), None]
    _, (error,) = read("a.jsonl", '{"id": "1", "segments": [{"target": "One.", "locked": "yes"}]}')
    assert error == 'a.jsonl:1: segments[0]: "locked" must be true or false, found a string'
