"""If tokens lose their place, every quote in the ledger is cut wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extractor.model import SHIPPED
from counterclaim.extractor.tokens import BREAK_FEATURE, WordPieces, paragraph_spans, quoted_spans

PIECES = WordPieces(SHIPPED / "tokenizer.json")


@pytest.fixture
def pieces() -> WordPieces:
    return PIECES


@given(st.text(max_size=200))
def test_tokens_stand_in_order_inside_the_text(text: str) -> None:
    tokens = PIECES(text)
    edges = [edge for pair in zip(tokens.starts, tokens.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


def test_offsets_count_code_points_beyond_the_basic_plane(pieces: WordPieces) -> None:
    text = "🌊🌊 The dam broke, São Tomé said."
    tokens = pieces(text)
    words = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert "dam" in words
    assert words[-1] == "."


def test_a_run_of_line_breaks_is_one_token(pieces: WordPieces) -> None:
    tokens = pieces("One.\r\n \n\nTwo.")
    assert list(tokens.features).count(BREAK_FEATURE) == 1


def test_crlf_and_lf_give_the_same_tokens(pieces: WordPieces) -> None:
    assert list(pieces("a.\r\n\r\nb.").ids) == list(pieces("a.\n\nb.").ids)


def test_paragraphs_drop_the_white_space_around_them() -> None:
    text = "One.  \n\n  Two.\nThree."
    assert [text[a:b] for a, b in paragraph_spans(text)] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"We did," she said, "go."', ['"We did,"', '"go."']),
        ("“We did,” she said", ["“We did,”"]),
        ("‘It’s a dog’s life,’ he said", ["‘It’s a dog’s life,’"]),
        ('""We did,"" she said', ['""We did,""']),
        ("“It goes on", ["“It goes on"]),
        ("''Two singles,'' he said", ["''Two singles,''"]),
        ("the workers’ rights", []),
        ("“outer ‘inner’ outer”", ["“outer ‘inner’ outer”"]),
    ],
)
def test_quotations_are_found(text: str, quoted: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text, 0, len(text))] == quoted


def test_a_long_line_of_spaces_takes_no_time(pieces: WordPieces) -> None:
    assert len(pieces(" " * 1_000_000 + "word")) == 1
