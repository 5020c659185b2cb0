"""Pairing of quotation marks and brackets over a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.analysis.quotes import pair_marks


def pairs(*texts: str, sentencewise: bool = False) -> list[str]:
    """The paired stretches of a single text, marks included."""
    found = pair_marks(texts, sentencewise)
    assert not found.unpaired
    return [texts[p.open.segment][p.open.start : p.close.start + 1] for p in found.pairs]


def unpaired(*texts: str, sentencewise: bool = False) -> list[tuple[int, int, str]]:
    return [(m.segment, m.start, m.side) for m in pair_marks(texts, sentencewise).unpaired]


def test_straight_marks_nest_where_white_space_tells_their_sides() -> None:
    assert pairs('He said "the "2+2" talks" went on.') == ['"the "2+2" talks"', '"2+2"']


@pytest.mark.parametrize(
    "text",
    [
        "He is 5'10\" tall.",
        'A 27" screen and a 4\' x 8" board.',
        "The workers' union and rock 'n' roll.",
        "„So“ is German, «oui» is French.",
        "”Hej”, he said.",
        "a) one, b) two, iv) four :)",
    ],
)
def test_measures_apostrophes_and_enumerations_need_no_partner(text: str) -> None:
    assert unpaired(text) == []


def test_a_quotation_may_run_over_paragraphs_with_its_mark_repeated() -> None:
    assert unpaired('He said: "One.', '"Two.', '"Three."', "Done.") == []


def test_a_quotation_may_run_over_segments_of_one_sentence() -> None:
    assert unpaired('He said: "One.', "Two.", "Three.", 'Four."', sentencewise=True) == []
    assert unpaired('He said: "One.', "Two.", "Three.", 'Four."') == [(0, 9, "open"), (3, 5, "close")]


def test_a_lost_mark_is_named_and_the_next_quotation_is_whole() -> None:
    assert unpaired('He said: "One.', "Two.", 'He "three" said.') == [(0, 9, "open")]


def test_inner_quotations_do_not_end_one_carried_over() -> None:
    assert unpaired('"In answer it gave the facts.', 'It did not "make" or "hide" facts."') == []


@given(st.lists(st.text(alphabet="\"“”„«»()[]{}' a5.\n", max_size=30), max_size=6), st.booleans())
def test_every_mark_is_paired_once_or_unpaired_once_or_left_out(texts: list[str], sentencewise: bool) -> None:
    found = pair_marks(texts, sentencewise)
    places = [(m.segment, m.start) for pair in (*found.pairs, *found.turned) for m in (pair.open, pair.close)]
    places += [(m.segment, m.start) for m in found.unpaired]
    assert len(places) == len(set(places))
    for pair in (*found.pairs, *found.turned):
        assert (pair.open.segment, pair.open.start) < (pair.close.segment, pair.close.start)
    for segment, start in places:
        assert texts[segment][start] in '"“”„«»()[]{}'


@pytest.mark.parametrize("text", ['"' * 200_000, '" ' * 200_000, "(" * 100_000, 'a "b ' * 60_000])
def test_many_marks_are_paired_or_named(text: str) -> None:
    found = pair_marks([text])
    assert found.pairs or found.unpaired or found.turned


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ('He joined the" Red Star "choir.', [(13, 24)]),
        ('He joined the" Red Star" choir.', [(13, 23)]),
        ('He joined the "Red Star "choir.', [(14, 24)]),
        ('It was great" and "good" and "bad "too.', []),
        ('a great day," he said "and a long one.', []),
    ],
)
def test_marks_on_the_wrong_side_of_a_space_are_pairs_of_their_own(text: str, turned: list[tuple[int, int]]) -> None:
    found = pair_marks([text])
    assert [(pair.open.start, pair.close.start) for pair in found.turned] == turned
    assert not turned or not found.unpaired
