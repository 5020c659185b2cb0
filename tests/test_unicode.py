"""The same for every Python: what a text is made of, and what becomes of it."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import unicodedata

import pytest

from mtqa import Document, Segment
from mtqa.analysis.tokens import tokenize
from mtqa.config import Config
from mtqa.engine import Engine
from mtqa.readers.base import ReadError
from mtqa.readers.jsonl import parse
from mtqa.reporters.visible import char_width, shown
from mtqa.unicode import NOTHING, pinned, pinned_document

EVERYTHING = [chr(code) for code in range(0x110000)]

#: Came with Unicode 15 and 16: a letter, a digit, a Chinese character, an emoji.
NEWER = "\U00010d50\U00010d41\U00031350\U0001fae8"


def digest(facts: list[object]) -> str:
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16]


def test_new_characters_are_nothing_to_any_python() -> None:
    assert pinned(NEWER) == NOTHING * 4
    assert pinned("Plain, Żółć, 中国, 👩‍🚀") == "Plain, Żółć, 中国, 👩‍🚀"
    newer = [char for char in EVERYTHING if pinned(char) == NOTHING and char != NOTHING]
    assert len(newer) == 10307
    if unicodedata.unidata_version == "14.0.0":
        assert sum(unicodedata.category(char) == "Cn" for char in newer) == 10301
    assert len(pinned("".join(EVERYTHING))) == len(EVERYTHING)


def test_what_rules_and_readers_ask_of_a_character_is_the_same_everywhere() -> None:
    word, space, digit = re.compile(r"\w"), re.compile(r"\s"), re.compile(r"\d")
    facts: list[object] = [
        (
            char.isalpha(), char.isalnum(), char.isdigit(), char.isdecimal(), char.isspace(), char.isupper(),
            char.islower(), char.lower(), char.casefold(), bool(word.match(char)), bool(space.match(char)),
            bool(digit.match(char)), unicodedata.combining(char), unicodedata.normalize("NFKD", char),
        )
        for char in map(pinned, EVERYTHING)
    ]  # fmt: skip
    assert digest(facts) == "0bfef3d7108936e8"


def test_tokens_are_the_same_everywhere() -> None:
    text = " a".join(map(pinned, EVERYTHING))
    facts: list[object] = [(token.start, token.end, token.kind, token.lower) for token in tokenize(text)]
    assert digest(facts) == "516ed69ad3528b7c"


def test_what_is_shown_and_how_wide_is_the_same_everywhere() -> None:
    facts: list[object] = [(shown(char), sum(map(char_width, shown(char)))) for char in EVERYTHING]
    assert digest(facts) == "7d421cb14b9e9f83"


def test_findings_show_the_text_as_it_stands() -> None:
    text = f"He saw {NEWER} the the dog."
    report = Engine(Config(select=("repetition",))).check(Document("d", [Segment(text, NEWER, NEWER)], title=NEWER))
    (finding,) = report.findings
    assert text[finding.start : finding.end] == finding.text
    assert report.document.segments[0].target == text
    assert report.document.title == NEWER


def test_a_document_without_such_characters_is_read_as_it_is() -> None:
    document = Document("d", [Segment("中国 and Żółć", "源", None)], title="é")
    assert pinned_document(document) is document
    odd = dataclasses.replace(document, title=NEWER[0])
    assert pinned_document(odd).title == NOTHING
    assert pinned_document(odd).segments == document.segments


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1, }', "1:10: broken JSON: expecting property name enclosed in double quotes"),
        ('{"a": [1,  ]}', "1:12: broken JSON: expecting value"),
        ('{"a": 1,,}', "1:9: broken JSON: expecting property name enclosed in double quotes"),
    ],
)
def test_broken_json_is_told_in_the_same_words_everywhere(text: str, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        parse(text)
    error = caught.value
    assert f"{error.line}:{error.column}: {error.message}".startswith(said)
