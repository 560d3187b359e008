from typing import get_args

import pytest

from counterclaim.records import ACTS, KINDS, SPEAKER_TYPES, PublishedFrom
from counterclaim.serve import wording


def test_every_word_of_the_vocabulary_has_a_label():
    assert list(wording.ACT_LABELS) == [*ACTS, None]
    assert set(wording.ACT_MEANINGS) == {*ACTS, None}
    assert set(wording.KIND_LABELS) == set(wording.KIND_MEANINGS) == set(KINDS)
    assert set(wording.SPEAKER_TYPE_LABELS) == set(SPEAKER_TYPES)
    assert set(wording.PUBLISHED_FROM_LABELS) == set(get_args(PublishedFrom))


@pytest.mark.parametrize(("confidence", "label"), [(0.0, "0"), (0.57, "57"), (0.29, "29"), (0.999, "99"), (1.0, "100")])
def test_only_certainty_is_shown_as_a_hundred(confidence, label):
    assert wording.sure(confidence) == f"sure {label}\u202f%"


def test_days_are_written_out_and_odd_ones_stay_as_they_are():
    assert wording.day("2019-01-04") == "4 January 2019"
    assert wording.short_day("2019-01-04") == "4 Jan 2019"
    assert wording.day(None) == "undated"
    for odd in ("2019", "2019-01", "2019-02-30", "last week", "20190104"):
        assert wording.day(odd) == odd
        assert wording.parsed_day(odd) is None


@pytest.mark.parametrize(
    ("first", "last", "phrase"),
    [
        ("2024-05-02", "2024-05-09", "2–9 May 2024"),
        ("2024-04-30", "2024-05-09", "30 April – 9 May 2024"),
        ("2019-01-04", "2024-05-02", "4 January 2019 – 2 May 2024"),
        ("2024-05-02", "2024-05-02", "2 May 2024"),
        (None, None, "undated"),
    ],
)
def test_a_period_is_one_phrase(first, last, phrase):
    assert wording.period(first, last).replace("\u2060", "") == phrase


def test_counts_agree_with_their_nouns():
    assert wording.counted(1, "article") == "1 article"
    assert wording.counted(12345, "article") == "12,345 articles"
    assert wording.counted(0, "copy", "copies") == "0 copies"


def test_a_sentence_has_one_capital_and_one_stop():
    assert wording.sentence("it is empty") == "It is empty."
    assert wording.sentence("Give a file.") == "Give a file."
    assert wording.sentence("why?") == "Why?"


def test_moments_are_written_out():
    assert wording.moment("2024-05-01T08:05:00.123Z") == "1 May 2024, 08:05 UTC"
    assert wording.moment("some time") == "some time"
