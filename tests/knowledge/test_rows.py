"""Figures of rows as trained tables hold them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mtqa.knowledge.rows import LANE, figure, figures, lanes, packed, weights, written


@given(st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=2, max_size=2), st.integers(-500, 500)))
def test_what_is_written_is_read(known: dict[str, int]) -> None:
    rows, values = written(known.items())
    assert figures(rows, values) == known
    assert list(map(figure, values)) == list(known.values())


@given(
    st.dictionaries(st.text("abcdxyz", min_size=3, max_size=3), st.integers(-500, 500), min_size=1), st.text("abcxyz")
)
def test_rows_are_found_by_their_numbers_in_any_text(known: dict[str, int], text: str) -> None:
    factors = (1, 127, 127**2)
    table = weights(*written(known.items()), factors)
    assert sorted(table.values()) == sorted(known.values())
    whole = packed(text)
    made = sum((whole >> LANE * place) * factor for place, factor in enumerate(factors))
    found = [table.get(row) for row in lanes(made, len(text))[: max(0, len(text) - 2)]]
    assert found == [known.get(text[i : i + 3]) for i in range(len(text) - 2)]
