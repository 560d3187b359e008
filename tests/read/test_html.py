"""If pages were read wrongly, adverts would speak, quotations would be glued together, dates be guessed."""

import contextlib
import re

import pytest

from counterclaim.config import Config
from counterclaim.errors import ReadError
from counterclaim.read import read
from counterclaim.read.html import MAX_ATTRIBUTES, MAX_ELEMENTS, read_html
from counterclaim.read.parsed import Parsed

from .making import PARAGRAPHS, article, capture_of, page, refusal


def parsed(body: str = "", head: str = "", **fields: str | None) -> Parsed:
    given: dict[str, str | None] = {"charset": None, "url": None, **fields}
    return read_html(
        page(body, head).encode(),
        charset=given["charset"],
        url=given["url"],
        captured_at="2024-06-30T12:00:00Z",
        config=Config(),
    )


def test_a_page_gives_its_paragraphs_parted_by_blank_lines() -> None:
    found = article(page(), "html")
    assert found.text.split("\n\n")[-len(PARAGRAPHS) :] == list(PARAGRAPHS)
    assert "Sport" not in found.text
    assert "rights reserved" not in found.text
    assert [found.text[start:end] for start, end in found.sentences][-1] == PARAGRAPHS[-1]


def test_the_same_page_gives_the_same_text_every_time() -> None:
    assert len({article(page("<p>One more <b>bold</b> line.</p>"), "html").document.id for _ in range(3)}) == 1


def test_white_space_and_invisible_characters_are_made_simple() -> None:
    text = article(
        page("<p>The\u00a0vote\n  is&nbsp;on\u200b\u00ad \u202eMon\u2009day,&#8203; cafe\u0301 said.</p>"), "html"
    ).text
    assert "The vote is on Mon day, café said." in text.split("\n\n")
    assert not re.search("[\u00a0\u00ad\u200b\u202e\t\r]|  |\n\n\n|[^\n]\n[^\n]", text)


def test_line_breaks_lists_quotes_and_tables_become_paragraphs() -> None:
    text = article(
        page(
            "<p>First line of a verse,<br>second line of it.</p><ul><li>The first point made.</li><li>The second point "
            "made.</li></ul><blockquote><p>Quoted by itself, they said.</p></blockquote>"
            "<table><tr><th>Route</th><th>Boats</th></tr><tr><td>Night</td><td>3</td></tr></table>"
        ),
        "html",
    ).text.split("\n\n")
    for expected in ("First line of a verse,", "The first point made.", "Quoted by itself, they said.", "Night | 3"):
        assert expected in text


def test_inline_marks_do_not_break_words_or_quotations() -> None:
    assert "She said “we <stay>” & left." in article(
        page("<p>She said “we <em>&lt;st</em><b>ay&gt;</b>” &amp; <a href='/x'>left</a>.</p>"), "html"
    ).text.split("\n\n")


def test_what_the_page_says_of_itself() -> None:
    found = parsed(
        head="<title>Night ferry to end - The Marrow Post</title>"
        '<meta property="og:site_name" content="The Marrow Post">'
        '<meta name="author" content="Ann Example"><link rel="canonical" href="https://post.example/ferry">'
    )
    assert (found.title, found.publisher, found.authors) == ("Night ferry to end", "The Marrow Post", ("Ann Example",))
    assert found.url == "https://post.example/ferry"


def test_the_address_that_answered_wins_over_the_canonical_one() -> None:
    head = '<link rel="canonical" href="https://post.example/ferry">'
    capture = capture_of(page(head=head), "html", url="https://mirror.example/ferry")
    assert read(capture, Config()).document.url == "https://mirror.example/ferry"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-04T23:30:00+02:00">',
        '<meta name="date" content="May 4, 2024">',
        '<meta name="DC.date.issued" content="2024-05-04">',
        '<meta itemprop="datePublished" content="2024-05-04">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-04T10:00:00Z"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, '
        '{"@type": ["ReportageNewsArticle"], "datePublished": "2024-05-04"}]}</script>',
        '<link rel="canonical" href="https://post.example/2024/05/04/ferry">',
        '<link rel="canonical" href="https://post.example/news/2024/may/04/ferry">',
        '<meta property="article:published_time" content="2034-05-04"><meta name="date" content="2024-05-04">',
        '<meta property="article:published_time" content="0000-00-00"><meta name="date" content="2024-05-04">',
        '<meta property="article:modified_time" content="2024-05-09"><meta name="date" content="2024-05-04">',
    ],
)
def test_a_date_written_for_machines_is_metadata(head: str) -> None:
    found = parsed(head=head)
    assert (found.published, found.published_from) == ("2024-05-04", "metadata")


def test_the_only_time_of_the_article_is_metadata() -> None:
    found = parsed('<time datetime="2024-05-04T08:00">Saturday</time>')
    assert (found.published, found.published_from) == ("2024-05-04", "metadata")


@pytest.mark.parametrize(
    "body",
    ["<p>4 May 2024</p>", '<span class="byline-date">Posted 4 May 2024</span>', '<p id="pub-date">May 4, 2024</p>'],
)
def test_a_date_that_only_people_see_is_said_to_be_from_the_text(body: str) -> None:
    found = parsed(body)
    assert (found.published, found.published_from) == ("2024-05-04", "text")


@pytest.mark.parametrize(
    "body",
    [
        "<p>The line opened on 4 May 2024, the company said.</p>",
        '<time datetime="2024-05-04">Saturday</time><time datetime="2024-05-01">A related story</time>',
        '<span class="date">4 May 2024</span><span class="date">1 May 2024</span>',
        '<p class="date">Updated 4 May 2024</p>',
        '<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2024-05-04"}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>',
        '<script type="application/ld+json">' + "[" * 100_000 + '"datePublished"</script>',
        "<p>&copy; 2024-05-04 The Marrow Post, all rights reserved by us.</p>",
    ],
)
def test_a_date_in_passing_is_never_taken(body: str) -> None:
    assert parsed(body).published is None


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_pages_in_other_encodings_keep_their_quotation_marks(encoding: str) -> None:
    text = page(head=f'<meta charset="{encoding if encoding != "cp1252" else "iso-8859-1"}">')
    assert PARAGRAPHS[1] in article(text.encode(encoding), "html").text


def test_the_server_s_charset_is_used_where_the_page_has_none() -> None:
    content = page("<p>Ивана Петрова, the harbour master, said so too.</p>").encode("cp1251", "xmlcharrefreplace")
    capture = capture_of(content, "html", charset="windows-1251")
    assert (
        "Ивана Петрова"
        in read_html(content, charset=capture.charset, url=None, captured_at=capture.captured_at, config=Config()).text
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<html></html>", "no-article"),
        ("<!-- only this -->", "no-article"),
        ("<html><body><script>var a = 1;</script></body></html>", "no-article"),
        ("<html><body><p>Hello.</p></body></html>", "too-short"),
        ("<html><body><p>\x00</p>", "binary"),
        ("<html><body>" + "<div>" * 20_000 + "deep", "no-article"),
        ("<html><body><p " + " ".join(f"a{n}=1" for n in range(MAX_ATTRIBUTES + 1)) + ">x", "damaged"),
        ("<html><body>" + "<b>x</b>" * (MAX_ELEMENTS + 1), "too-long"),
        ("<html><body>" + "x " * 6_000_000, "too-long"),
        ("<html><body>" + "<p>Le maire a dit que le pont serait fermé, et nul ne sait pour combien de temps.</p>" * 9,
         "not-english"),
    ],
)  # fmt: skip
def test_a_page_without_a_readable_article_is_refused_with_its_reason(content: str, code: str) -> None:
    assert refusal(content, "html").code == code


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td", "span", "font", "a href=x"])
def test_deep_nesting_after_the_article_does_not_lose_it(tag: str) -> None:
    content = page().replace("</article>", f"<{tag}>" * 3000 + "deep")
    assert PARAGRAPHS[1] in article(content, "html").text


@pytest.mark.parametrize("name", ["file:///etc/passwd", "http://127.0.0.1:9/x", "/etc/passwd"])
def test_entities_are_neither_fetched_nor_blown_up(name: str) -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom"><!ENTITY x SYSTEM "{name}">{bomb}]>'
    text = article(doctype + page("<p>Before &x; and &e11; after this.</p>"), "html").text
    assert "root:" not in text
    assert len(text) < 2000
    assert PARAGRAPHS[1] in text


@pytest.mark.parametrize("seed", range(12))
def test_torn_pages_are_read_or_refused(seed: int) -> None:
    whole = page("<ul><li>One point, he said.</li></ul>", '<meta name="date" content="4 May 2024">')
    torn = whole[: len(whole) * (seed + 1) // 13] + "<p <<td>&#x110000;&#0;</ul></p" * seed
    with contextlib.suppress(ReadError):
        assert article(torn, "html").text
