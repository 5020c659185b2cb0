"""The letters a sentence gets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.analysis.tagger import tag
from mtqa.analysis.text import Analysis
from mtqa.document import Segment


def letters(text: str) -> str:
    return "".join(tags for _, tags in Analysis([Segment(text)]).tagging)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The work is done.", "TNbE."),
        ("They work in Paris.", "OVIP."),
        ("He wants to work.", "OZtV."),
        ("She will plan the talks.", "OMVTS."),
        ("The talks were held in May.", "TSbEIP."),
        ("It has not been seen.", "OvRaE."),
        ("Japan said that he left on 21 March.", "PmhODIUP."),
    ],
)
def test_neighbours_decide_between_the_classes_of_a_word(text: str, expected: str) -> None:
    assert letters(text) == expected


def test_what_the_neighbours_leave_open_is_said_to_be_open() -> None:
    assert letters("Plans report talks held.")[-2] == "m"


def test_unknown_words_are_told_by_their_endings() -> None:
    assert letters("They saw a blorbing quexly frimmed zonkness.") == "ODTGRmN."


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_there_is_one_letter_a_token_in_any_text(text: str) -> None:
    for sentence in Analysis([Segment(text)]).sentences:
        assert len(tag(sentence)) == len(sentence.tokens)
