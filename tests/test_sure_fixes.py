"""What `mtqa fix` puts in: sure suggestions, and nothing that makes another rule speak."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.config import Config
from mtqa.document import Document
from mtqa.engine import Engine
from mtqa.finding import Finding
from mtqa.fixing import Fixed, fix, fixer, sure
from mtqa.readers.base import ReadOptions
from mtqa.readers.raw import UnwritableError
from mtqa.registry import load_rules
from mtqa.rule import Rule

SURE = [rule for rule in load_rules().rules if rule.fix == "safe"]
ALL = Engine()
FIXER = fixer(Config())


def mended(document: Document, rule: Rule) -> tuple[Document, int]:
    """The document with the sure suggestions of a rule put in, from behind, and how many."""
    segments = list(document.segments)
    last: dict[int, int] = {}
    count = 0
    for finding in reversed(ALL.examine(document).findings):
        if finding.rule == rule.id and sure(document, finding) and finding.end <= last.get(finding.segment, 10**9):
            text = segments[finding.segment].target
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
            segments[finding.segment] = dataclasses.replace(segments[finding.segment], target=text)
            last[finding.segment] = finding.start
            count += 1
    return dataclasses.replace(document, segments=tuple(segments)), count


def said(findings: tuple[Finding, ...], rule: Rule) -> set[str]:
    """Which other rules speak; of a rule that compares the whole text its place does not matter."""
    return {one.rule for one in findings if one.rule != rule.id}


@pytest.mark.parametrize("rule", SURE, ids=lambda rule: rule.id)
def test_after_a_sure_fix_the_rule_is_silent_and_no_other_begins_to_speak(rule: Rule) -> None:
    fixed = 0
    for example in rule.bad:
        document, _ = example.document()
        before = ALL.examine(document)
        after, count = mended(document, rule)
        while count:
            fixed += count
            after, count = mended(after, rule)
        report = ALL.examine(after)
        left = [one for one in report.findings if one.rule == rule.id and sure(report.document, one)]
        assert not left, example.text
        assert said(report.findings, rule) <= said(before.findings, rule), example.text
    assert fixed, "no example of a rule that is marked safe can be mended"


@pytest.mark.parametrize("rule", SURE, ids=lambda rule: rule.id)
def test_no_rule_about_names_is_sure(rule: Rule) -> None:
    assert rule.family not in ("names", "roles", "terms", "adequacy")


def fixed(data: bytes | str, path: str = "story.txt", options: ReadOptions | None = None) -> Fixed:
    return fix(path, data.encode() if isinstance(data, str) else data, options or ReadOptions(), FIXER)


#: Pieces of a story with what is mended and what is not, line ends of all kinds.
PIECES = st.sampled_from(
    [
        "The house , he said, was cold .",
        "It was a a long day.",
        "They left the town ; it rained.",
        "He paid $ 20 for the the book.",
        "Italy ' s economy grew, and i think it is late.",
        'They said " We will go " and left.',
        "The 13 -year-old ran at 40 km / h.",
        "Barack Barack Obama went home , too.",
        "\U0001f600 It was late , he said.",
        "Plain words without a fault.",
        "",
        "the",
        ",",
        "的",
        "\t",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", " "])


@given(st.lists(st.tuples(PIECES, ENDS), max_size=12), st.booleans())
@settings(max_examples=60)
def test_a_second_run_changes_nothing_and_words_stay(parts: list[tuple[str, str]], mark: bool) -> None:
    text = "".join(piece + end for piece, end in parts)
    data = (b"\xef\xbb\xbf" if mark else b"") + text.encode()
    once = fixed(data)
    assert fixed(once.data).data == once.data
    assert once.data.startswith(b"\xef\xbb\xbf") == mark
    letters = [re.sub(r"\W", "", one.decode()).casefold() for one in (data, once.data)]
    assert len(letters[1]) <= len(letters[0])
    assert re.findall("\r\n|\r|\n", once.data.decode()) == re.findall("\r\n|\r|\n", data.decode())


def test_bytes_that_are_not_mended_stay() -> None:
    data = b"\xef\xbb\xbfThe house , he said.\r\n\r\n\tIt was  cold \xe2\x80\x89 here.\r  \r\n"
    data += b"\xf0\x9f\x98\x80 The town , he said."
    done = fixed(data).data
    assert done == data.replace(b"house ,", b"house,").replace(b"town ,", b"town,")


def test_of_two_that_overlap_the_first_is_taken_and_the_other_looked_at_again() -> None:
    assert fixed("He saw the the the dog , , and left.\n").data == fixed("He saw the the the dog , , and left.\n").data
    assert fixed("It was a town town , he said.\n").data.decode() == "It was a town, he said.\n"


@pytest.mark.parametrize("name", ["James James", "Dato 'Seri Wei", "Dato ' Seri Wei"])
def test_a_letter_of_a_name_is_never_changed(name: str) -> None:
    text = f"The mayor met {name} in the town on Monday.\n"
    assert fixed(text).data.decode() == text


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-32-le", b"\xff\xfe\0\0")]
)
def test_wide_encodings_keep_their_mark(encoding: str, mark: bytes) -> None:
    data = mark + "The house , he said \U0001f600.\r\n".encode(encoding)
    assert fixed(data).data == mark + "The house, he said \U0001f600.\r\n".encode(encoding)


def test_an_encoding_that_is_named_is_kept() -> None:
    data = "The café , he said, was “cold”.\n".encode("cp1252")
    options = ReadOptions(encoding="cp1252")
    assert fixed(data, options=options).data == data.replace(b" ,", b",")


#: What is mended is a space less: `¦`.
MATRIX = {
    "a.jsonl": '{"id": "1", "note": "a , b", "text": "It rained \\u00e9¦, he said \\"so\\".\\r\\n\\r\\n'
    'The house \\ud83d\\ude00 was cold¦, he said."}\n',
    "b.jsonl": '{"id": 1, "segments": [{"source": "The town , he said.", "target": "The town¦, he said."}, '
    '{"target": "The town¦, he said."}]}\n',
    "c.csv": 'id;text;source\r\n1;"The house¦, he said ""no""¦, was cold.\nIt was late¦, too.";x\r\n'
    '2;It was late¦, too.;"a ""b"""\r\n',
    "d.tsv": "source\ttarget\nx\tThe house¦, he said.\n",
    "e.po": 'msgid ""\nmsgstr "Language: en\\n"\n\n#: x.c , 1\nmsgid "Das , Haus"\nmsgstr ""\n'
    '"The \\"house\\"¦, he "\n"said¦, too."\n',
    "f.md": "# A town\n\n* The *house* is [big](x.html)¦, he said.\n* A `code , x` here¦, he said\n\n"
    "The house¦, he said, and\nthe town¦, was\ncold¦, too.\n",
    "g.srt": "1\n00:00:01,000 --> 00:00:02,000\nThe house¦, he said.\n",
    "h.xlf": '<?xml version="1.0"?>\n<xliff version="1.2">'
    '<file source-language="de" target-language="en" original="x"><body>'
    '<trans-unit id="1"><source>Haus , x</source><target>The house¦, he said.</target></trans-unit>'
    '<trans-unit id="2"><source>Haus</source><target>A &amp; b¦, he <g id="1">said</g>.</target></trans-unit>'
    "</body></file></xliff>",
}


@pytest.mark.parametrize("name", MATRIX)
def test_every_format_is_written_back_as_it_stands(name: str) -> None:
    done = fixed(MATRIX[name].replace("¦", " "), name)
    assert done.data.decode() == MATRIX[name].replace("¦", "")
    assert fixed(done.data, name).data == done.data


def test_what_stands_in_another_form_is_counted() -> None:
    text = MATRIX["h.xlf"].replace("The house¦,", 'It was a <g id="1">a</g> long day¦,').replace("¦", "")
    done = fixed(text, "h.xlf")
    assert done.data.decode() == text
    assert done.left == {"stands in the file in another form (markup, entities, line breaks)": 1}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><body><p>The house , he said.</p></body></html>"),
        ("a.json", b'[{"id": "1", "text": "The house , he said."}]'),
        (
            "a.xml",
            b'<rss version="2.0"><channel><item><title>A town</title>'
            b"<description>The house , he said.</description></item></channel></rss>",
        ),
    ],
)
def test_a_format_that_is_not_written_back_is_left(name: str, data: bytes) -> None:
    with pytest.raises(UnwritableError, match="is not written back exactly"):
        fixed(data, name)


def test_a_file_with_a_broken_line_is_left() -> None:
    done = fixed('{"id": "1", "text": "The house , he said."}\n{"id": \n', "a.jsonl")
    assert not done.mended
    assert [problem.severity for problem in done.problems] == ["error"]
    assert io.BytesIO(done.data).readline() == b'{"id": "1", "text": "The house , he said."}\n'


TEXTS = st.lists(st.lists(PIECES, min_size=1, max_size=4).map("\n\n".join), min_size=1, max_size=4)


@given(TEXTS, st.booleans(), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=40)
def test_jsonl_keeps_all_but_the_texts(texts: list[str], ascii_only: bool, end: str) -> None:
    records = [{"id": str(number), "n": [1, {"x": " ,"}], "text": text} for number, text in enumerate(texts)]
    data = "".join(json.dumps(one, ensure_ascii=ascii_only) + end for one in records).encode()
    once = fixed(data, "a.jsonl")
    assert fixed(once.data, "a.jsonl").data == once.data
    after = [json.loads(line) for line in once.data.decode().split(end)[:-1]]
    assert [{**one, "text": ""} for one in after] == [{**one, "text": ""} for one in records]
    assert [one["text"] for one in after] == [_alone(one["text"]) for one in records]
    assert once.data.isascii() or not data.isascii()


@given(TEXTS, st.sampled_from(",;"), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
@settings(max_examples=40)
def test_tables_keep_all_but_the_texts(texts: list[str], delimiter: str, quoting: int) -> None:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=delimiter, quoting=quoting, lineterminator="\r\n")  # type: ignore[arg-type]
    rows = [["id", "text", "note"], *([str(number), text, "a , b"] for number, text in enumerate(texts))]
    writer.writerows(rows)
    once = fixed(lines.getvalue(), "a.csv")
    assert fixed(once.data, "a.csv").data == once.data
    after = list(csv.reader(io.StringIO(once.data.decode(), newline=""), delimiter=delimiter))
    assert [[row[0], row[2]] for row in after] == [[row[0], row[2]] for row in rows]
    if not once.left:
        assert [row[1] for row in after[1:]] == [_alone(row[1]) for row in rows[1:]]


def _alone(text: str) -> str:
    """A text mended as a story of a record by itself."""
    return str(json.loads(fixed(json.dumps({"id": "1", "text": text}), "a.jsonl").data)["text"])
