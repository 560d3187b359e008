"""If these fail, a denial is counted as an assertion, or the other way round."""

import pytest

from counterclaim.link.polarity import denied_by, read


@pytest.mark.parametrize(
    ("words", "denied", "sign"),
    [
        ("the bridge was closed", False, 1),
        ("the bridge was not closed", False, -1),
        ("the bridge wasn’t closed", False, -1),
        ("nobody had closed the bridge", False, -1),
        ("no soldier had crossed the bridge", False, -1),
        ("the bridge was closed", True, -1),
        ("the bridge was not closed", True, 1),
        ("the report about the bridge is a lie", False, -1),
        ("not only the bridge was closed", False, 1),
        ("she was told not to worry about the bridge", False, 1),
        ("the bridge was closed, and nobody was told", False, 1),
        ("there was no warning and there was no leak", False, -1),
        ("Although it was not declared, the bridge was closed", False, 1),
        ("No, the bridge was closed", False, 1),
        ("the bridge fell, leaving no way across", False, 1),
    ],
)
def test_whether_words_stand_for_or_against(words: str, denied: bool, sign: int) -> None:
    assert read(words, denied).sign == sign


@pytest.mark.parametrize(
    ("words", "denied", "sign", "thing"),
    [
        ("the video was genuine", False, 1, "film"),
        ("this footage is a fabrication", False, -1, "film"),
        ("a video of the riot", True, -1, "film"),
        ("the video was fake", True, 1, "film"),
        ("the photographs had been doctored", False, -1, "picture"),
        ("the images show no sign of manipulation", False, 1, "picture"),
        ("the memo was authentic", False, 1, "paper"),
        ("the bridge is genuine", False, 1, ""),
        ("soldiers staged an attack", False, 1, ""),
    ],
)
def test_fake_and_genuine_are_two_sides_of_one_claim(words: str, denied: bool, sign: int, thing: str) -> None:
    reading = read(words, denied)
    assert (reading.sign, reading.thing) == (sign, thing)


@pytest.mark.parametrize(
    "words", ["it could not confirm the report", "it was too early to say who fired", "we do not know who fired"]
)
def test_who_leaves_it_open_takes_no_side(words: str) -> None:
    assert read(words).sign == 0


def test_the_positive_form_is_the_same_for_both_sides() -> None:
    assert read("the company was not warned").text == read("the company was warned").text


@pytest.mark.parametrize(
    ("cue", "denies"),
    [
        ("denied", True),
        ("has again rejected", True),
        ("withdrew its claim", True),
        ("said", False),
        ("did not deny", False),
    ],
)
def test_cues_that_deny(cue: str, denies: bool) -> None:
    assert denied_by(cue) is denies
