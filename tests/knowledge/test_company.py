from __future__ import annotations

import pytest

from mtqa.knowledge.company import gain


@pytest.mark.parametrize(
    ("first", "second"), [("pay", "attention"), ("united", "states"), ("of", "the"), ("that's", "right")]
)
def test_a_word_calls_for_the_next(first: str, second: str) -> None:
    found = gain(first, second)
    assert found is not None
    assert found > 1


@pytest.mark.parametrize(("first", "second"), [("the", "of"), ("year", "future"), ("us", "plumb")])
def test_a_word_shuns_the_next(first: str, second: str) -> None:
    found = gain(first, second)
    assert found is not None
    assert found < -0.5


def test_what_was_never_seen_counts_as_the_first_word_lets_expect() -> None:
    assert gain("lion", "of") == gain("lion", "became")


@pytest.mark.parametrize(("first", "second"), [("qwertz", "the"), ("the", "qwertz"), ("", "the")])
def test_an_unknown_word_has_no_figure(first: str, second: str) -> None:
    assert gain(first, second) is None
