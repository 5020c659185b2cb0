"""Numbers, percentages and dates as values."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.analysis.numbers import dates, number_at, parse, percentages
from mtqa.analysis.text import Analysis
from mtqa.document import Segment


def analysis(text: str) -> Analysis:
    return Analysis([Segment(text)])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("44", "44"), ("1,250.5", "1250.5"), ("0.25", "0.25"), ("12,34", None), ("21st", None), ("2-1", None),
        ("Twelve", "12"), ("forty-four", "44"), ("2017-03-22", None), ("russia", None), ("10:30", None),
    ],
)  # fmt: skip
def test_one_token(text: str, value: str | None) -> None:
    assert parse(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.2 million people", "1200000", ""),
        ("two hundred and six men", "206", ""),
        ("three thousand five hundred men", "3500", ""),
        ("a dozen eggs", "12", ""),
        ("two dozen eggs", "24", ""),
        ("44% of them", "44", "%"),
        ("44 per cent of them", "44", "%"),
        ("forty percent of them", "40", "%"),
        ("twenty five men", "25", ""),
        ("one two three", "1", ""),
        ("a man", None, ""),
        ("5 percentage points", "5", ""),
        ("5% points", None, ""),
    ],
)
def test_number_with_scale_and_unit(text: str, value: str | None, unit: str) -> None:
    found = number_at(analysis(text).sentences[0].tokens, 0)
    if value is None:
        assert found is None
    else:
        assert found is not None
        assert (found.value, found.unit) == (Decimal(value), unit)


def test_a_currency_sign_before_it_is_its_unit() -> None:
    tokens = analysis("It cost US$3.5 billion.").sentences[0].tokens
    found = number_at(tokens, next(token.index for token in tokens if token.kind == "number"))
    assert found is not None
    assert (found.value, found.unit, tokens[found.first].text) == (Decimal(3500000000), "US$", "US")


def test_percentages_in_reading_order() -> None:
    found = percentages(analysis("First 44%, then fifty per cent, then 1.5 percent.").index)
    assert [number.value for _, number in found] == [Decimal(44), Decimal(50), Decimal("1.5")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Wednesday, March 22, 2017, in Tokyo", (2017, 3, 22, 2)),
        ("on 22 March 2017", (2017, 3, 22, None)),
        ("on the 22nd of March", (None, 3, 22, None)),
        ("on Mar. 22", (None, 3, 22, None)),
        ("March 22, 2017 (Wednesday)", (2017, 3, 22, 2)),
        ("in March 2017", (2017, 3, None, None)),
        ("on February 30", (None, 2, 30, None)),
    ],
)
def test_dates(text: str, day: tuple[int | None, int, int | None, int | None]) -> None:
    (found,) = dates(analysis(text).index)
    assert (found.year, found.month, found.day, found.weekday) == day


@pytest.mark.parametrize("text", ["You may 5 times", "They march 40 miles", "In March, 2000 people left", "May be"])
def test_no_date(text: str) -> None:
    assert dates(analysis(text).index) == []


def test_a_day_no_calendar_has_is_kept_and_known() -> None:
    leap, common = dates(analysis("On February 29, 2016 and on February 29, 2017 they met.").index)
    assert leap.exists
    assert leap.value() == datetime.date(2016, 2, 29)
    assert not common.exists
    assert common.value() is None


@given(st.text(alphabet="012345679,.-% May March 5th$", max_size=60))
def test_any_text_has_spans_inside_it(text: str) -> None:
    made = analysis(text)
    for sentence in made.sentences:
        for token in sentence.tokens:
            number = number_at(sentence.tokens, token.index)
            assert number is None or 0 <= number.first < number.last <= len(sentence.tokens)
    for date in dates(made.index):
        assert 0 <= date.start < date.end <= len(text)
