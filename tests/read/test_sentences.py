"""If spans slipped, every quotation shown to a reader would be off by that much."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.read.sentences import sentences


def split(text: str, *, lines_break: bool = False) -> list[str]:
    return [text[start:end] for start, end in sentences(text, lines_break=lines_break)]


def check(text: str, *, lines_break: bool = False) -> None:
    """Spans are in order, trimmed, and hold every character but white space once."""
    at = 0
    for start, end in sentences(text, lines_break=lines_break):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        at = end
    assert not text[at:].strip()


NEWS = (
    "He|said|Gov.|U.S.|“We|go.”|She|left.|(He|stayed.)|\"No.\"|Why?|J.|é|🙂|مرحبا.|'ok.'|...|[1]|3.5|No.|5|«Oui.»|—|I."
)
SPACES = ["\n", "\n\n", "\r\n", "  ", "\u00a0", "\u200b", "\x85", "\u2028"]
WORDS = st.sampled_from([*NEWS.split("|"), *SPACES])


@given(st.text(), st.booleans())
def test_any_text_is_covered_once(text: str, lines_break: bool) -> None:
    check(text, lines_break=lines_break)


@given(st.lists(WORDS, max_size=40), st.sampled_from(["", " "]), st.booleans())
def test_news_like_text_is_covered_once(words: list[str], between: str, lines_break: bool) -> None:
    check(between.join(words), lines_break=lines_break)


@given(st.text(alphabet=".!?\"'“”‘’()[] aA\n\r\t", max_size=60))
def test_heaps_of_marks_are_covered_once(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "expected",
    [
        ["He said: “It is over.”", "She left."],
        ['He said: "It is over."', '"No," she said.'],
        ["“We won. ", "They lost.”", "He left."],
        ["(They stayed.)", "Then it rained."],
        ["He left (in May.)", "She stayed."],
        ["Gov. Smith met Sen. Jones (R.-Ohio) and Lt. Gen. Mark Bell on Monday.", "They talked."],
        ["The U.S. Senate voted.", "He lives in the U.S.", "She does not."],
        ["He works in Washington, D.C.", "The mayor left."],
        ["John F. Kennedy and J. K. Rowling and W. E. B. Du Bois spoke.", "He left."],
        ["Dr. Lee and Mrs. Ray met at St. Mary's at 5 p.m. on Jan. 4.", "It was No. 5."],
        ["“Really?” she asked.", "Nobody spoke."],
        ["“Stop!” he cried, and ran.", "What?!", "Yes."],
        ["It rose 3.5 percent.", "See example.com today."],
        ["He is taller than I.", "She left."],
        ["Wait... and see.", "Then go."],
        ["مرحبا.", "كيف حالك؟"],
        ["It was over 🙂.", "He smiled."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(expected: list[str]) -> None:
    assert split(" ".join(part.strip() for part in expected)) == [part.strip() for part in expected]


def test_a_blank_line_always_ends_a_sentence() -> None:
    assert split("No full stop here\n\nBut a new paragraph\r\n\r\nand one more") == [
        "No full stop here",
        "But a new paragraph",
        "and one more",
    ]


def test_lines_of_a_page_end_sentences() -> None:
    assert split("A headline\nsmall letters follow", lines_break=True) == ["A headline", "small letters follow"]


def test_typed_lines_that_were_wrapped_do_not_end_sentences() -> None:
    text = (
        "The council said on Monday that the bridge would have to be closed for\n"
        "repairs, and that nobody could say for how long. The mayor said that she\n"
        "had not been asked.\n\nShe will vote against it.\n"
    )
    assert [part.replace("\n", " ") for part in split(text)] == [
        "The council said on Monday that the bridge would have to be closed for repairs, and that nobody could say "
        "for how long.",
        "The mayor said that she had not been asked.",
        "She will vote against it.",
    ]


def test_a_headline_above_the_first_line_stands_alone() -> None:
    text = "Bridge to close\nThe council said on Monday that the bridge would have to be closed for many long months.\n"
    assert split(text)[0] == "Bridge to close"


@pytest.mark.parametrize(
    "unit", ["a", '"', "“", "(", ". ", "A. ", "x.\n", 'He said "no." ', "word ", "“x.” ", "I.", "\u0301", "🙂"]
)
def test_long_texts_take_no_more_than_seconds(unit: str) -> None:
    text = unit * (500_000 // len(unit))
    began = time.process_time()
    found = sentences(text)
    assert time.process_time() - began < 4
    assert found
