"""Text no one would write on purpose must not stop the rules on broken stretches, words and numbers."""

import pytest

from mtqa.document import Document, Segment
from mtqa.registry import load_rules

FAMILIES = ("garble", "numbers", "spelling")
RULES = [rule for rule in load_rules().rules if rule.family in FAMILIES]

HOSTILE = {
    "quotes": '"' * 40_000,
    "one word": "x" * 2_000_000,
    "one number": "1" * 40_000,
    "digits and commas": "1, 000, " * 10_000,
    "times": "7: 00 " * 10_000,
    "prepositions": "house of into " * 10_000,
    "determiners": "the a their " * 10_000,
    "names": "said that " + "Paris and " * 20_000 + "to go.",
    "sentences": "day. " * 20_000,
    "slips": " ".join(f"govern{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}ent" for i in range(20_000)),
    "salad": "of the is and to could a from " * 4_000,
    "dollars": "US $ 5 " * 10_000,
    "abbreviations": "the U. S. " * 10_000,
    "surrogates and controls": "\ud800 \x00 \u202e the of " * 2_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    document = Document(id="hostile", segments=[Segment(text)], language="en")
    for rule in RULES:
        assert rule.run is not None
        for match in rule.run(document):
            assert 0 <= match.start < match.end <= len(text)


def test_a_text_full_of_unknown_words_is_not_called_misspelled() -> None:
    text = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore dolore magna."
    document = Document(id="latin", segments=[Segment(text)], language="en")
    assert [match for rule in RULES if rule.run for match in rule.run(document)] == []
