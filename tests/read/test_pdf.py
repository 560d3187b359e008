"""If lines were glued wrongly, quotations from a PDF would hold words that nobody wrote."""

import contextlib

import pytest

from counterclaim.config import Config
from counterclaim.errors import ReadError

from .making import article, pdf, refusal

LINES = [
    "The council said on Monday that the bridge would have to close for re-",
    "pairs. The mayor said that nobody had asked her about it, and that she",
    "would vote against the plan.",
    "The engineer, Mr. Brown, disagreed with her and with all of the others, and",
    "called the plan well-",
    "thought-out.",
]


def test_lines_are_mended_into_paragraphs() -> None:
    assert article(pdf([LINES]), "pdf").text.split("\n\n") == [
        "The council said on Monday that the bridge would have to close for repairs. The mayor said that nobody had "
        "asked her about it, and that she would vote against the plan.",
        "The engineer, Mr. Brown, disagreed with her and with all of the others, and called the plan well-thought-out.",
    ]


def test_a_sentence_goes_on_over_the_page_and_page_numbers_are_left_out() -> None:
    pages = [[*LINES[:1], "1"], ["The Marrow Post", *LINES[1:3], "Page 2 of 2"]]
    assert article(pdf(pages), "pdf").text.count("\n\n") <= 2
    running = [
        ["The Marrow Post", f"Sentence number {n} stands here, they said on Monday.", str(n)] for n in range(1, 6)
    ]
    text = article(pdf(running), "pdf").text
    assert "Marrow Post" not in text
    assert "Sentence number 3 stands here" in text


def test_the_making_of_the_file_dates_it_only_if_the_text_does_not() -> None:
    about = {"/CreationDate": "D:20240609120000Z", "/Title": "Bridge to close", "/Author": "Ann Example; Bo Sample"}
    document = article(pdf([LINES], about), "pdf").document
    assert (document.published, document.published_from) == ("2024-06-09", "metadata")
    assert (document.title, document.authors) == ("Bridge to close", ("Ann Example", "Bo Sample"))
    document = article(pdf([["4 May 2024.", *LINES]], about), "pdf").document
    assert (document.published, document.published_from) == ("2024-05-04", "text")
    assert article(pdf([LINES]), "pdf").document.published is None


def test_a_broken_date_of_making_is_no_date() -> None:
    assert article(pdf([LINES], {"/CreationDate": "D:nonsense"}), "pdf").document.published is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (pdf([LINES], password="secret"), "encrypted"),
        (pdf([[]]), "no-text"),
        (pdf([[], []]), "no-text"),
        (pdf([LINES])[:300], "damaged"),
        (b"%PDF-1.7\nnothing else", "damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged"),
        (pdf([["Hello."]]), "too-short"),
        (pdf([[]] * 501), "too-long"),
        (pdf([[]], drawing="0 0 m 1 1 l " * 300_000), "too-long"),
        (pdf([[]], drawing=" " * 80_000_000), "damaged"),
    ],
)
def test_a_pdf_without_readable_text_is_refused_with_its_reason(content: bytes, code: str) -> None:
    assert refusal(content, "pdf").code == code


def test_the_length_limit_holds_while_pages_are_read() -> None:
    assert refusal(pdf([LINES] * 20), "pdf", Config(max_chars=1000)).code == "too-long"


@pytest.mark.parametrize("cut", range(50, 950, 75))
def test_a_cut_pdf_is_read_or_refused(cut: int) -> None:
    whole = pdf([LINES], {"/Title": "T"})
    with contextlib.suppress(ReadError):
        assert article(whole[:cut] + whole[cut + 20 :], "pdf").text
