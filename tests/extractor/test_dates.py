"""If a day is read wrongly, a denial comes before what it denies."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extractor.dates import find_dates

FRIDAY = "2024-05-10"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam broke on 3 May.", "2024-05-03"),
        ("The dam broke on May 3.", "2024-05-03"),
        ("It broke on the night of 3 May 2021.", "2021-05-03"),
        ("Geneva, Friday, May 3, 2024", "2024-05-03"),
        ("It opened on 2024-01-31.", "2024-01-31"),
        ("It opened on 20 December.", "2023-12-20"),
        ("It will open on 12 May.", "2024-05-12"),
        ("It will open on 2 February.", "2025-02-02"),
        ("He left on Thursday.", "2024-05-09"),
        ("He left on Friday.", "2024-05-10"),
        ("He left last Friday.", "2024-05-03"),
        ("A vote is due on Monday.", "2024-05-13"),
        ("The fair runs from 12 to 14 July.", "2024-07-12/2024-07-14"),
        ("Nominations open on 3 January.", "2025-01-03"),
        ("Ten years ago tomorrow the mine flooded.", "2014-05-11"),
        ("The cabinet split on Monday and will meet again soon.", "2024-05-06"),
        ("She means to run in November.", "2024-11"),
        ("It was closed from December 2022 to February 2023.", "2022-12/2023-02"),
        ("In May of last year it emerged.", "2023-05"),
        ("It came up at the end of last year.", "2023-12"),
        ("The 2006 riots are remembered.", "2006"),
        ("He will resign, she said on Wednesday.", "2024-05-08"),
        ("He speaks next Tuesday.", "2024-05-14"),
        ("He left yesterday.", "2024-05-09"),
        ("He left last night.", "2024-05-09"),
        ("He left today.", "2024-05-10"),
        ("He left this morning.", "2024-05-10"),
        ("He leaves tomorrow.", "2024-05-11"),
        ("He left the day before yesterday.", "2024-05-08"),
        ("He left three days ago.", "2024-05-07"),
        ("He left two weeks ago.", "2024-04-22/2024-04-28"),
        ("He left three years ago.", "2021"),
        ("It rained last week.", "2024-04-29/2024-05-05"),
        ("It rains next month.", "2024-06"),
        ("It rained last month.", "2024-04"),
        ("It rained last year.", "2023"),
        ("It rained over the weekend.", "2024-05-04/2024-05-05"),
        ("The wall was built in 1974.", "1974"),
        ("The wall was built in March.", "2024-03"),
        ("It was built in November.", "2023-11"),
        ("It was built in March 2011.", "2011-03"),
        ("It was built in early June 2011.", "2011-06-01/2011-06-10"),
        ("It will be built by the end of July.", "2024-07-21/2024-07-31"),
        ("It was dry last winter.", "2023-24"),
        ("It was dry this spring.", "2024-21"),
        ("It was dry in the summer of 2018.", "2018-22"),
        ("It lasted from May 1 to 3.", "2024-05-01/2024-05-03"),
        ("It lasted from 1 to 3 May 2020.", "2020-05-01/2020-05-03"),
        ("Nobody cared in the 1990s.", "1990/1999"),
        ("He came on New Year's Eve.", "2023-12-31"),
    ],
)
def test_an_expression_has_one_value(text: str, value: str) -> None:
    assert [d.value for d in find_dates(text, FRIDAY)] == [value]


def test_the_next_day_and_two_days_later_count_from_the_day_named_before() -> None:
    text = "The dam broke on 3 May. The next day it rained. Two days later it stopped."
    assert [d.value for d in find_dates(text, FRIDAY)] == ["2024-05-03", "2024-05-04", "2024-05-06"]


@pytest.mark.parametrize(
    "text",
    [
        "He may leave, and the march goes on.",
        "There were 2,011 people by the 2019 houses.",
        "It broke on June 31.",
        "The Second floor fell in a second.",
        "Section 4 March.",
        "The score was 3-2, the rate 4.5 per cent.",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert find_dates(text.replace("Section 4 March", "Section 4, marching"), FRIDAY) == []


def test_without_a_day_of_publication_only_whole_dates_resolve() -> None:
    text = "On Monday he left, yesterday; the wall was built in 1974, painted on 3 May 2021."
    assert [d.value for d in find_dates(text)] == ["1974", "2021-05-03"]


VOCABULARY = """on in 3 May March 31 2024 2019-02-30 Monday next last week the day after before two days later ago
summer , . from to early 1990s yesterday and 12 Sept. weekend of"""
WORDS = st.lists(st.sampled_from([*VOCABULARY.split(), "\n"]), max_size=30).map(" ".join)


@given(WORDS, st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_spans_lie_in_the_text_in_order_and_values_are_dates(text: str, published: date) -> None:
    found = find_dates(text, published.isoformat())
    ends = 0
    for mention in found:
        assert ends <= mention.span[0] < mention.span[1] <= len(text)
        assert text[slice(*mention.span)] == mention.text
        ends = mention.span[1]
        parts = mention.value.split("/")
        assert all(re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", part) for part in parts)
        assert parts == sorted(parts)
        for part in parts:
            if len(part) == 10:
                date.fromisoformat(part)
