import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.serve.characters import excerpt, plain, printable, shown, web_address


@settings(deadline=None, max_examples=60)
@given(st.text() | st.text(alphabet="<>&'\"\x00\r\n\u202e\u2066\u2069a;#1"))
def test_without_its_tags_what_is_shown_is_the_text_escaped_once(text):
    assert html.unescape(re.sub(r"<[^>]*>", "", shown(text))) == printable(text)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.characters()))
def test_what_html_cannot_carry_is_replaced_one_for_one(text):
    assert len(printable(text)) == len(text)
    printable(text).encode("utf-8")


def test_nul_controls_surrogates_and_noncharacters_are_replaced_and_line_ends_stay():
    assert printable("a\x00\x1b\x85\ud800\ufdd0\U0001ffff\t\r\nb") == "a" + "\ufffd" * 6 + "\t\r\nb"


@pytest.mark.parametrize("control", [*"\u202a\u202b\u202c\u202d\u202e", *"\u2066\u2067\u2068\u2069"])
def test_each_bidirectional_control_stands_alone_in_a_box(control):
    assert shown(f"a{control}b") == f'a<span class="ctl" data-c="U+{ord(control):04X}">{control}</span>b'


def test_a_title_is_one_line_without_controls():
    assert plain("a\n b\u202e\x07c") == "a b\ufffdc"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//host/path",
        "/path",
        "http://",
        "https://exa mple.org/",
        "https://example.org/\u202egpj.exe",
        "https://[::1",
        "",
        None,
    ],
)
def test_no_link_for_anything_but_web_addresses(url):
    assert web_address(url) is None


def test_web_addresses_may_be_links():
    for url in ("http://a.example", "https://b.example/ö?q=1&r=2#x", "HTTPS://c.example/"):
        assert web_address(url) == url


def test_an_excerpt_is_cut_between_words_and_says_so():
    assert excerpt("one  two\nthree", 40) == "one two three"
    assert excerpt("the bridge, they said, was safe", 20) == "the bridge, they…"
    assert excerpt("x" * 50, 10) == "x" * 9 + "…"


@settings(deadline=None, max_examples=60)
@given(st.text(), st.integers(5, 60))
def test_an_excerpt_keeps_to_its_length(text, length):
    assert len(excerpt(text, length)) <= length
