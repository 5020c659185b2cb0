"""Punctuation rules on text that is out to hurt."""

from __future__ import annotations

import pytest

from mtqa.document import Document, Segment
from mtqa.registry import load_rules

FAMILIES = ("artefacts", "punctuation", "structure", "untranslated")
RULES = [rule for rule in load_rules().rules if rule.family in FAMILIES]

HOSTILE = {
    "quotes": '" ' * 200_000,
    "brackets": "(" * 100_000,
    "tags": "[a " * 50_000,
    "commas": ", " * 200_000,
    "dots": "." * 500_000,
    "spaces": " " * 500_000 + ".",
    "long word": "a" * 2_000_000,
    "pinyin": "guanchazhewang" * 20_000,
    "han": "中 " * 100_000,
    "markup": "<p " * 100_000,
    "hyphens": "Japan - China " * 20_000,
    "sums": "US $ " * 50_000,
    "glued": "word,word" * 30_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_findings_lie_inside_hostile_text(name: str) -> None:
    text = HOSTILE[name]
    document = Document("hostile", (Segment("A line."), Segment(text)))
    for rule in RULES:
        if rule.run is None or rule.needs:
            continue
        for match in rule.run(document):
            assert 0 <= match.start < match.end <= len(document.segments[match.segment].target), rule.id


def test_a_tokenised_text_gets_one_finding_not_hundreds() -> None:
    rule = next(rule for rule in RULES if rule.id == "punctuation/space-before-mark")
    assert rule.run is not None
    document = Document("tokens", tuple(Segment("He came , saw and left , they say .") for _ in range(50)))
    assert len(list(rule.run(document))) == 1


def test_a_label_in_square_brackets_is_named_with_its_brackets() -> None:
    # examples cannot hold square brackets at a span's edge, for they mark the spans
    rule = next(rule for rule in RULES if rule.id == "structure/bracket-tag")
    assert rule.run is not None
    text = "[observer network Roundup] Japan issued a document."
    (match,) = rule.run(Document("tag", (Segment(text),)))
    assert text[match.start : match.end] == "[observer network Roundup] ", "with the space that goes along"
