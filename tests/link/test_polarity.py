"""If these fail, a denial is counted as an assertion, or the other way round."""

import pytest

from counterclaim.link.polarity import asked, denied_by, negations, read, says, unsaid_by


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
        ("the town has yet to close the bridge", False, -1),
        ("we had no choice but to close the bridge", False, 1),
        ("let me be clear: I never closed the bridge", False, -1),
        ("had the bridge not been closed, it would have fallen", False, 1),
        ("at no time was the bridge closed", False, -1),
        ("the mayor is lying about the bridge", False, 1),
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
    "words",
    [
        "it could not confirm the report",
        "it was too early to say who fired",
        "we do not know who fired",
        "the cause was not yet known",
        "whether the bridge was closed",
        "what had closed the bridge",
        "why would anybody close the bridge?",
    ],
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
        ("doesn’t think", True),
        ("no longer believed", True),
        ("doubted", True),
        ("had no doubt", False),
        ("thinks", False),
        ("did not say", False),
    ],
)
def test_cues_that_deny(cue: str, denies: bool) -> None:
    assert denied_by(cue) is denies


def test_what_was_not_said_takes_no_side() -> None:
    assert unsaid_by("has not said")
    assert unsaid_by("didn’t confirm")
    assert not unsaid_by("said")
    assert not unsaid_by("did not deny")


def test_what_was_said_is_no_question() -> None:
    assert not asked("what I said about the bridge was wrong")
    assert not asked("if the bridge falls, the town is cut off")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the bridge was closed", True),
        ("they’re closing the bridge", True),
        ("the alleged theft", False),
        ("raising the toll", False),
        ("to have closed the bridge", False),
    ],
)
def test_a_name_for_a_matter_says_nothing_of_it(words: str, said: bool) -> None:
    assert says(words) == said


def test_one_negation_is_the_same_however_it_is_written() -> None:
    assert negations("they did not warn us") == negations("she says they didn’t warn us") == {"not warn"}
    assert negations("nobody came and no bridge fell") == {"nobody came", "no bridge"}


def test_the_negated_word_is_known_unless_the_whole_clause_is_negated() -> None:
    assert read("the bridge was not closed").negated == " closed"
    assert read("the bridge was closed").negated is None
    assert read("at no time was the bridge closed").negated is None
