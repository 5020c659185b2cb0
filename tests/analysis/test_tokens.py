"""Tokens: what is one, and that offsets always lead back to the text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.analysis.tokens import tokenize


@given(st.text(max_size=300))
def test_offsets_lead_back_to_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(one.end <= other.start for one, other in itertools.pairwise(tokens))


@given(st.text(max_size=300))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    covered = {i for token in tokenize(text) for i in range(token.start, token.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's arms", ["Russia", "'s", "arms"]),
        ("They don’t know.", ["They", "don’t", "know", "."]),
        ("the U.S. and the U.K.", ["the", "U.S.", "and", "the", "U.K."]),
        ("J.K. Rowling", ["J.K.", "Rowling"]),
        ("anti-missile systems", ["anti-missile", "systems"]),
        ("rose 1,250.5 points", ["rose", "1,250.5", "points"]),
        ("on 2017-03-22 at 18:04:39", ["on", "2017-03-22", "at", "18:04:39"]),
        ("the 21st of March", ["the", "21st", "of", "March"]),
        ("a 19-year-old man", ["a", "19-year-old", "man"]),
        ("COVID-19 cases", ["COVID-19", "cases"]),
        ("wait... what", ["wait", "...", "what"]),
        ("see https://example.org/a?b=c, then", ["see", "https://example.org/a?b=c,", "then"]),
        ("allies' plans", ["allies", "'", "plans"]),
        ("“2+2” talks", ["“", "2", "+", "2", "”", "talks"]),
        ("Zoë de\u0301ja\u0300 vu", ["Zoë", "de\u0301ja\u0300", "vu"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == expected


@pytest.mark.parametrize("text", ["a" * 2_000_000, '"' * 200_000, "a-" * 500_000, "1." * 500_000, "A." * 500_000])
def test_hostile_text_is_covered_to_its_end(text: str) -> None:
    tokens = tokenize(text)
    assert tokens[-1].end == len(text)
