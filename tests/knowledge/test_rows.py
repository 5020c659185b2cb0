"""Figures of rows as trained tables hold them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.knowledge.rows import LANE, figure, figures, found, lanes, packed, weights, written


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=2, max_size=2), st.integers(-500, 500)))
def test_what_is_written_is_read(known: dict[str, int]) -> None:
    rows, values = written(known.items())
    assert figures(rows, values) == known
    assert list(map(figure, values)) == list(known.values())


@pytest.mark.parametrize("size", [2, 3])  # of the second there are too many for a flat table
@given(data=st.data())
def test_rows_are_found_by_their_numbers_in_any_text(size: int, data: st.DataObject) -> None:
    row = st.text("abcdxyz", min_size=size, max_size=size)
    known = data.draw(st.dictionaries(row, st.integers(-500, 500), min_size=1))
    text = data.draw(st.text("abcxyz"))
    factors = [127**place for place in range(size)]
    table = weights(*written(known.items()), factors, 127**size)
    assert isinstance(table, dict) == (size == 3)
    whole = packed(text)
    made = sum((whole >> LANE * place) * factor for place, factor in enumerate(factors))
    rows = [text[i : i + size] for i in range(len(text) - size + 1)]
    assert list(found(table, lanes(made, len(text))[: len(rows)])) == [known.get(row, 0) for row in rows]
