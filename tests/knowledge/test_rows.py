"""Figures of rows as trained tables hold them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.knowledge.rows import figure, figures, written


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=2, max_size=2), st.integers(-500, 500)))
def test_what_is_written_is_read(known: dict[str, int]) -> None:
    rows, values = written(known.items())
    assert figures(rows, values) == known
    assert list(map(figure, values)) == list(known.values())
