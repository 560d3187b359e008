"""If a field were misread, an article would carry another's date, name or address."""

import json
from typing import Any

import pytest

from .making import PARAGRAPHS, article, page, refusal

TEXT = "\r\n\r\n".join(PARAGRAPHS)


def line(**fields: Any) -> str:
    return json.dumps(fields)


def test_the_text_is_kept_unchanged_and_the_fields_with_it() -> None:
    document = (
        found := article(
            line(
                text=TEXT,
                html=None,
                title="Ferry",
                url="https://post.example/f",
                publisher="The Marrow Post",
                authors=["Ann Example", "Bo Sample"],
                published="2024-05-04T23:59:00-05:00",
                event=7,
                category={"any": "thing"},
            ),
            "line",
        )
    ).document
    assert found.text == TEXT
    assert (document.title, document.url, document.publisher) == ("Ferry", "https://post.example/f", "The Marrow Post")
    assert document.authors == ("Ann Example", "Bo Sample")
    assert (document.published, document.published_from) == ("2024-05-04", "metadata")


def test_html_is_read_as_a_page_and_text_wins_over_it() -> None:
    assert PARAGRAPHS[1] in article(line(html=page()), "line").text.split("\n\n")
    assert article(line(html=page(), text=TEXT), "line").text == TEXT
    assert PARAGRAPHS[1] in article(line(html=page(), text="  "), "line").text


def test_fields_win_over_what_the_page_says_and_the_user_over_both() -> None:
    content = line(
        html=page(head='<meta name="date" content="2020-01-01">'), published="2024-05-04", title="From the line"
    )
    document = article(content, "line").document
    assert (document.published, document.title) == ("2024-05-04", "From the line")
    document = article(content, "line", published="2021-01-01", title="From the user").document
    assert (document.published, document.published_from, document.title) == ("2021-01-01", "option", "From the user")


def test_without_fields_the_text_speaks_for_itself() -> None:
    document = article(line(text=f"Night ferry to end\n\n4 May 2024\n\n{TEXT}"), "line").document
    assert (document.title, document.published, document.published_from) == ("Night ferry to end", "2024-05-04", "text")
    assert article(line(text=TEXT, published=""), "line").document.published is None


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"text": 5}, "text"),
        ({"text": ["a"]}, "text"),
        ({"text": TEXT, "html": {}}, "html"),
        ({"text": TEXT, "title": 1}, "title"),
        ({"text": TEXT, "url": False}, "url"),
        ({"text": TEXT, "publisher": []}, "publisher"),
        ({"text": TEXT, "authors": "Ann"}, "authors"),
        ({"text": TEXT, "authors": ["Ann", None]}, "authors"),
        ({"text": TEXT, "published": 20240504}, "published"),
        ({"text": TEXT, "published": "4 May 2024"}, "published"),
        ({"text": TEXT, "published": "2024-02-31"}, "published"),
    ],
)
def test_a_wrong_type_names_its_field(fields: dict[str, Any], name: str) -> None:
    error = refusal(line(**fields), "line")
    assert error.code == "bad-json"
    assert repr(name) in error.reason


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{}", "empty"),
        (line(title="only"), "empty"),
        (line(text=" \n"), "empty"),
        ("[1]", "bad-json"),
        ("{", "bad-json"),
        ('{"text": "\\ud800"}', "bad-json"),
        ('{"a":' * 50_000, "bad-json"),
        (line(text="Two words"), "too-short"),
        (line(html="<html></html>"), "no-article"),
    ],
)
def test_a_line_without_an_article_is_refused_with_its_reason(content: str, code: str) -> None:
    assert refusal(content, "line").code == code
