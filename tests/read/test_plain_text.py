"""If plain text were changed by reading, no offset would fit the file that a user holds."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.config import Config
from counterclaim.errors import UsageError
from counterclaim.records import sha256_hex

from .making import CONFIG, PARAGRAPHS, article, refusal

TEXT = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        "\n\n  \t" + TEXT + "  \n\n",
        TEXT.replace(" ", "\u00a0"),
        TEXT + " e\u0301 \u200b \u202e \ufeff 🙂 مرحبا",
    ],
)
def test_text_is_its_own_canonical_text(text: str) -> None:
    found = article(text)
    assert found.text == text
    assert found.document.sha256 == sha256_hex(text.encode())


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_text_stays_as_it_is(tail: str) -> None:
    assert article(TEXT + tail).text == TEXT + tail


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert article(codecs.BOM_UTF8 + TEXT.encode()).text == TEXT
    assert article(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")).text == TEXT
    assert article(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")).text == TEXT
    assert article(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le")).text == TEXT


def test_old_encodings_are_read() -> None:
    text = TEXT + " Café Müller – €5…"
    assert article(text.encode("cp1252")).text == text
    assert article(text.replace("€", "").encode("mac_roman")).text == text.replace("€", "")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (TEXT.encode() + b"\x00", "binary"),
        (TEXT.encode() + b"\x01\x02\x03\x04" * 20, "binary"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"x", "encoding"),
        (codecs.BOM_UTF8 + TEXT.encode() + b"\xff", "encoding"),
        (bytes(range(128, 256)) * 30, "encoding"),
        (b"   \n ", "empty"),
        (b"Two words", "too-short"),
        (("palabra que no es del idioma, dijo el ministro el lunes por la noche. " * 5).encode(), "not-english"),
    ],
)
def test_what_is_no_english_text_is_refused_with_its_reason(content: bytes, code: str) -> None:
    assert refusal(content).code == code


def test_limits_are_those_of_the_settings() -> None:
    assert refusal(TEXT, config=Config(max_chars=100)).code == "too-long"
    assert refusal(TEXT, config=Config(min_words=1000)).code == "too-short"
    assert article("A few words.", config=Config(min_words=3)).text == "A few words."


def test_a_huge_line_is_refused_at_once() -> None:
    assert refusal(b"a" * 50_000_000).code == "too-long"


def test_the_first_line_is_the_title_only_if_it_looks_like_one() -> None:
    assert article(f"Night ferry to end\n\n{TEXT}").document.title == "Night ferry to end"
    assert article(f"# Night ferry to end\n{TEXT}").document.title == "Night ferry to end"
    assert article(TEXT).document.title is None
    assert article(f"By Ann Example\n\n{TEXT}").document.title is None
    assert article(f"4 May 2024\n\n{TEXT}").document.title is None
    assert article("A line that was wrapped by\nan old program, as some texts are.").document.title is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Friday, January 4, 2019", "2019-01-04"),
        ("4 May 2024", "2024-05-04"),
        ("4th of May, 2024", "2024-05-04"),
        ("May 4th, 2024", "2024-05-04"),
        ("Sept. 4, 2024", "2024-09-04"),
        ("2024-05-04", "2024-05-04"),
        ("2024-05-04T10:15:00Z", "2024-05-04"),
        ("Published: 4 May 2024, 10:15 GMT", "2024-05-04"),
        ("Posted on May 4, 2024 at 5:30 p.m. EDT", "2024-05-04"),
        ("By Ann Example | May 4, 2024", "2024-05-04"),
        ("May 4, 2024 by Ann Example", "2024-05-04"),
        ("Published 4 May 2024. Updated 6 May 2024", "2024-05-04"),
        ("Night ferry to end\n\nBy Ann Example\n\n4 May 2024", "2024-05-04"),
        ("PORT MARROW, 4 May 2024 (Wire) - The ferry stops.", "2024-05-04"),
        ("Port Marrow, 4 May 2024. By our harbour reporter, Ann Example", "2024-05-04"),
        ("The Evening Ferry, Saturday, 4 May 2024", "2024-05-04"),
        ("EXAMPLE WIRE, 4 May 2024, 14:05", "2024-05-04"),
        ("Published 4 May 2024 by the Marrow Post. Words: Ann Example", "2024-05-04"),
        ("GENEVA, Tuesday, May 4, 2024 — The ferry stops.", "2024-05-04"),
    ],
)
def test_a_dateline_gives_the_day(head: str, day: str) -> None:
    document = article(f"{head}\n\n{TEXT}").document
    assert (document.published, document.published_from) == (day, "text")


@pytest.mark.parametrize(
    "head",
    [
        "On May 4, 2024 the ferry stopped.",
        "The plan was published on May 4, 2024.",
        "Updated 4 May 2024",
        "On Saturday, 4 May 2024. That was the day",
        "Port Marrow, 4 May 2024, when the ferry stopped",
        "4/5/2024",
        "May 4",
        "May 2024",
        "31 February 2024",
        "PORT MARROW, May 4 (Wire) - The ferry stops.",
        "1990-2024-05-04",
        "In 2024-05-04 style",
    ],
)
def test_a_date_that_is_no_dateline_is_never_guessed_at(head: str) -> None:
    document = article(f"{head}\n\n{TEXT}").document
    assert (document.published, document.published_from) == (None, None)


def test_a_dateline_far_down_is_none() -> None:
    assert article(f"{TEXT}\n\n{TEXT}\n\n{TEXT}\n\n4 May 2024").document.published is None


def test_what_the_user_says_wins() -> None:
    document = article(
        f"Night ferry to end\n\n4 May 2024\n\n{TEXT}", published="2023-01-02T10:00:00Z", title="T", publisher="P"
    ).document
    assert (document.published, document.published_from) == ("2023-01-02", "option")
    assert (document.title, document.publisher) == ("T", "P")


@pytest.mark.parametrize("published", ["yesterday", "2024-13-01", "4 May 2024", ""])
def test_a_wrong_date_from_the_user_is_a_usage_error(published: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        article(TEXT, published=published)


def test_the_article_names_its_capture_and_file() -> None:
    found = article(TEXT)
    assert found.capture_sha256 == sha256_hex(TEXT.encode())
    assert found.document.language == "en"
    assert CONFIG.min_words == 3
