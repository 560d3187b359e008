"""Numbers in digits and words: a misread number is a wrong toll."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extractor.numbers import find_numbers


def bounds(text: str) -> list[tuple[str, float | None, float | None, bool]]:
    return [(text[n.start : n.end], n.low, n.high, n.approximate) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1,049 barges", 1049, 1049),
        ("two hundred and fifty barges", 250, 250),
        ("a hundred and twenty barges", 120, 120),
        ("twenty-three barges", 23, 23),
        ("2.9 million barges", 2.9e6, 2.9e6),
        ("415 thousand barges", 415_000, 415_000),
        ("half a million barges", 500_000, 500_000),
        ("one and a half million barges", 1.5e6, 1.5e6),
        ("three lakh barges", 300_000, 300_000),
        ("two dozen barges", 24, 24),
        ("a dozen barges", 12, 12),
        ("36 to 40 barges", 36, 40),
        ("36-40 barges", 36, 40),
        ("5-6,000 barges", 5000, 6000),
        ("five to six million barges", 5e6, 6e6),
        ("two or three barges", 2, 3),
        ("between 10 and 30 barges", 10, 30),
        ("10% to 20% of barges", 10, 20),
        ("a quarter of the barges", 25, 25),
        ("two-thirds of them", 66.7, 66.7),
    ],
)
def test_the_value_of_a_number(text: str, low: float, high: float) -> None:
    assert [(n.low, n.high) for n in find_numbers(text)] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("dozens of huts", 24),
        ("scores of huts", 40),
        ("hundreds of huts", 200),
        ("thousands of huts", 2000),
        ("tens of thousands of huts", 20_000),
        ("hundreds of thousands of huts", 200_000),
        ("several hundred huts", 200),
        ("a few dozen huts", 24),
        ("several hundred million huts", 2e8),
    ],
)
def test_an_order_has_no_upper_bound_and_is_approximate(text: str, low: float) -> None:
    assert [(n.low, n.high, n.approximate) for n in find_numbers(text)] == [(low, None, True)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("killing four and wounding 16", [4, 16]),
        ("seven and eight", [7, 8]),
        ("the toll rose from 19 to 23", [19, 23]),
        ("raising the number of sick from 19 to 23", [19, 23]),
        ("3,000, 4,000", [3000, 4000]),
    ],
)
def test_two_numbers_are_no_range(text: str, values: list[float]) -> None:
    assert [n.low for n in find_numbers(text)] == values


@pytest.mark.parametrize(
    "text", ["rose 49m above the line", "a 2K screen", "the A40 road", "COVID19", "no number here"]
)
def test_what_is_no_amount(text: str) -> None:
    assert bounds(text) == []


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_commas_read_back(value: int) -> None:
    assert [(n.low, n.high) for n in find_numbers(f"{value:,} huts")] == [(value, value)]


@given(st.text(alphabet="0123456789 ,.-%$toandmillionhundredtwenty", max_size=60))
def test_any_text_gives_ordered_numbers_inside_it(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
        if number.low is not None and number.high is not None:
            assert number.low <= number.high
