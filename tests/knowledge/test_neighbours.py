"""Figures of pairs of words, packed in a file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from mtqa.knowledge.neighbours import NO_FIGURE, NO_WORD, Neighbours, written

WORDS = ["a", "an", "é"]
_NUMBER, _FIGURE = st.integers(0, 2), st.integers(1, 255)


@given(
    st.lists(st.dictionaries(_NUMBER, _FIGURE), min_size=3, max_size=3),
    st.lists(_FIGURE, min_size=3, max_size=3),
)
def test_what_is_written_is_found(before: list[dict[int, int]], rests: list[int]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "pairs.bin")
        path.write_bytes(written(WORDS, bytes(rests), before))
        pairs = Neighbours(path)
        numbers = [pairs.number(word) for word in WORDS]
        found = [list(pairs.figures([(first, second) for first in numbers])) for second in numbers]
        assert found == [[row.get(first, rest) for first, rest in enumerate(rests)] for row in before]
        assert pairs.number("the") == NO_WORD
        assert set(pairs.figures([(NO_WORD, 0), (0, NO_WORD)])) == {NO_FIGURE}
