"""If these fail, claims that differ in a number, a name or a day run together, or those that share one fall apart."""

import pytest

from counterclaim.link.particulars import days_of, names_of, numbers_of, words_of
from counterclaim.link.wording import stem


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("41 people died", {(41.0, "person")}),
        ("forty-one people died", {(41.0, "person")}),
        ("at least 1,200 homes burnt", {(1200.0, "hom")}),
        ("two hundred and six soldiers", {(206.0, "soldier")}),
        ("2.5 million voters", {(2.5e6, "voter")}),
        ("61 percent of voters", {(61.0, "percent")}),
        ("at 23:45 on 3 May 2024", set()),
        ("one man was hurt", set()),
    ],
)
def test_numbers_with_what_they_count(text: str, found: set[tuple[float, str]]) -> None:
    assert numbers_of(text) == found


def test_the_same_day_in_several_wordings() -> None:
    assert days_of("on 3 May", "2024-05-06") == {"2024-05-03"}
    assert days_of("on May 3, 2024", None) == {"2024-05-03"}
    assert days_of("on the 3rd of May", "2024-05-06") == {"2024-05-03"}
    # A weekday can be the last one or the next.
    assert days_of("on Friday", "2024-05-06") == {"2024-05-03", "2024-05-10"}
    assert days_of("on 31 February", "2024-05-06") == set()


def test_names_and_not_the_words_that_begin_sentences() -> None:
    assert names_of("Soldiers crossed the river at Orlenz with General Vashti") == {"orlenz", "general", "vashti"}
    assert names_of("Seventeen people met on Monday") == set()


def test_forms_of_a_word_have_one_stem_and_a_place() -> None:
    assert stem("warnings") == stem("warned") == stem("warns")
    assert stem("died") == stem("dead")
    assert words_of("It was warned of the danger") == {"warn": (7, 13), "danger": (21, 27)}
