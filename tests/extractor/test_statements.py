"""If a quotation loses its end or its next paragraph, people are misquoted."""

import pytest

from counterclaim.extractor.confidence import Evidence
from counterclaim.extractor.decode import CONTENT, CUE, SOURCE, Attribution, Piece
from counterclaim.extractor.layout import Layout
from counterclaim.extractor.mending import (
    Draft,
    bridge_gaps,
    close_quotation,
    continue_over_paragraphs,
    fill_quotations,
    finish_phrases,
    part_at_quotation,
    share_sources,
)
from counterclaim.extractor.model import SHIPPED
from counterclaim.extractor.statements import kind_of, statements
from counterclaim.extractor.tokens import Tokens, WordPieces
from counterclaim.records import Statement

SURE = Evidence()


def span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("He said “it was safe”.", "“it was safe”", "direct"),
        ("He said “it was safe”.", "it was safe", "direct"),
        ("He said it was “safe” then.", "it was “safe” then", "mixed"),
        ("He said it was safe.", "it was safe", "indirect"),
        ("‘It’s safe,’ he said.", "‘It’s safe,’", "direct"),
        ("'It's safe,' he said.", "'It's safe,'", "direct"),
        ("He said the workers' dam wasn't safe in the '90s.", "the workers' dam wasn't safe in the '90s", "indirect"),
        ("'The workers' dam,' he said.", "'The workers' dam,'", "direct"),
        ("He said it’s the workers’ dam.", "it’s the workers’ dam", "indirect"),
    ],
)
def test_kind_follows_the_quotation_marks(text: str, content: str, kind: str) -> None:
    assert kind_of(Layout(text), (span(text, content),)) == kind


@pytest.mark.parametrize(
    ("text", "cue", "content", "kind"),
    [
        ("MINISTER: It was safe. I saw it.", ":", "It was safe. I saw it.", "direct"),
        ("Ana Bell wrote on X: The road is closed.", "wrote on X", "The road is closed.", "direct"),
        ("Ana Bell wrote on X: The road is closed.", "wrote on X", "The road is closed", "direct"),
        ("Ana Bell @anabell\nThe road is closed.", "@anabell", "The road is closed.", "direct"),
        ("Q. Was it safe?", ".", "Was it safe?", "direct"),
        ("Minister: Dam is safe despite cracks\n\nRain fell.", ":", "Dam is safe despite cracks", "indirect"),
        ("He said one thing: the road is closed.", "said", "the road is closed", "indirect"),
        ("He said The Hague agreed.", "said", "The Hague agreed", "indirect"),
    ],
)
def test_words_behind_a_label_or_a_handle_are_direct_without_marks(
    text: str, cue: str, content: str, kind: str
) -> None:
    assert kind_of(Layout(text), (span(text, content),), (span(text, cue),)) == kind


@pytest.mark.parametrize("content", ["“It was safe", "It was safe,", "“It was safe,”", "It was safe"])
def test_a_quotation_takes_in_its_marks(content: str) -> None:
    text = "“It was safe,” he said."
    assert close_quotation(Layout(text), span(text, content)) == span(text, "“It was safe,”")


def test_a_part_of_a_quotation_is_not_widened_to_words_the_model_left_out() -> None:
    text = "“It was safe, I swear,” he said."
    assert close_quotation(Layout(text), span(text, "“It was safe,")) == span(text, "“It was safe,")


TEXT = "She said: “The first part\n\n“The second part\n\n“The third part.”\n\nThe narrator goes on."


def first_draft(text: str) -> Draft:
    return (span(text, "She"),), (span(text, "said"),), (span(text, "“The first part"),), 0.9


def test_a_quotation_runs_on_over_unclosed_paragraphs() -> None:
    (draft,) = continue_over_paragraphs(Layout(TEXT), [first_draft(TEXT)])
    assert [TEXT[a:b] for a, b in draft[2]] == ["“The first part", "“The second part", "“The third part.”"]


def test_contents_found_alone_in_the_next_paragraph_are_taken_in() -> None:
    alone: Draft = ((), (), (span(TEXT, "“The second part"),), SURE)
    joined = continue_over_paragraphs(Layout(TEXT), [first_draft(TEXT), alone])
    assert len(joined) == 1


def test_a_paragraph_with_a_speaker_of_its_own_ends_the_quotation() -> None:
    text = "She said: “The first part\n\n“The second part,” he said."
    other: Draft = ((span(text, "he"),), (span(text, "said."),), (span(text, "“The second part,”"),), SURE)
    drafts = continue_over_paragraphs(Layout(text), [first_draft(text), other])
    assert [len(draft[2]) for draft in drafts] == [1, 1]


def test_a_closed_quotation_does_not_run_on() -> None:
    text = "She said: “The first part.”\n\n“A new voice."
    draft: Draft = ((span(text, "She"),), (span(text, "said"),), (span(text, "“The first part.”"),), SURE)
    assert continue_over_paragraphs(Layout(text), [draft]) == [draft]


def pieces(text: str, tokens: Tokens, words: str, role: int) -> tuple[Piece, ...]:
    a, b = span(text, words)
    inside = [i for i in range(len(tokens)) if a <= tokens.starts[i] and tokens.ends[i] <= b]
    return (Piece(role, inside[0], inside[-1] + 1, 0.9),)


def made(text: str, source: str, cue: str, content: str) -> list[Statement]:
    tokens = WordPieces(SHIPPED / "tokenizer.json")(text)
    roles = zip((source, cue, content), (SOURCE, CUE, CONTENT), strict=True)
    item = Attribution(*(pieces(text, tokens, words, role) for words, role in roles), SURE)
    return statements("document", text, tokens, [item])


def test_a_tag_that_ends_inside_a_word_takes_the_word() -> None:
    text = "The mayor said it began in Velimost."
    (statement,) = made(text, "The mayor", "said", "it began in Velim")
    assert statement.text.content == ("it began in Velimost",)


def test_it_was_reported_has_no_source() -> None:
    (statement,) = made("It was reported that the dam broke.", "It", "was reported", "that the dam broke")
    assert statement.source == ()
    (statement,) = made("It denied that the dam broke.", "It", "denied", "that the dam broke")
    assert statement.text.source == "It"


def test_a_stray_article_is_no_statement() -> None:
    assert made("The mayor said the.", "The mayor", "said", "the") == []


@pytest.mark.parametrize(
    ("text", "cue", "shared"),
    [
        ("Ana Bell denied it and accused the operator of lying.", "accused", True),
        ("“No,” Ana Bell said, adding that the dam held.", "adding", True),
        ("Ana Bell denied it. Reports accused the operator.", "accused", False),
        ("Ana Bell denied it\n\nand accused the operator.", "accused", False),
        ("Ana Bell denied it, but it was reported that they lied.", "was reported", False),
    ],
)
def test_two_verbs_of_one_sentence_share_their_source(text: str, cue: str, shared: bool) -> None:
    first: Draft = ((span(text, "Ana Bell"),), (span(text, "Ana Bell"),), ((0, 1),), SURE)
    second: Draft = ((), (span(text, cue),), ((len(text) - 2, len(text)),), SURE)
    sources = [draft[0] for draft in share_sources(text, [first, second])]
    assert sources[1] == (sources[0] if shared else ())


def test_a_short_gap_that_nothing_fills_is_bridged() -> None:
    text = "The mayor spoke of the gulf and see the divisions, she said, and the dam."
    mayor, spoke, she = span(text, "The mayor"), span(text, "spoke of"), span(text, "she said")
    broken: Draft = ((mayor,), (spoke,), (span(text, "the gulf"), span(text, "the divisions")), SURE)
    (draft,) = bridge_gaps(text, [broken])
    assert [text[a:b] for a, b in draft[2]] == ["the gulf and see the divisions"]
    around: Draft = ((), (she,), (span(text, "the divisions"), span(text, "and the dam")), SURE)
    (draft,) = bridge_gaps(text, [around])
    assert len(draft[2]) == 2


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        ("the dam would cost an average of", "the dam would cost an average of two years"),
        ("the dam would cost", "the dam would cost"),
        (
            "the dam would cost an average of two years, and that",
            "the dam would cost an average of two years, and that",
        ),
    ],
)
def test_a_content_does_not_stop_inside_a_phrase(content: str, whole: str) -> None:
    text = "She said the dam would cost an average of two years, and that Bo knew."
    draft: Draft = ((span(text, "She"),), (span(text, "said"),), (span(text, content),), SURE)
    other: Draft = ((span(text, "Bo"),), (span(text, "knew"),), (span(text, "."),), SURE)
    (mended, _) = finish_phrases(text, [draft, other])
    assert [text[a:b] for a, b in mended[2]] == [whole]


def test_a_source_ends_where_a_quotation_begins() -> None:
    text = "“If it fails,” warned Ana “Bo” Bell, the mayor, “the town has an hour.”"
    source, content = (span(text, "Ana “Bo” Bell, the mayor, “the town"),), (span(text, "has an hour.”"),)
    parted = part_at_quotation(Layout(text), source, content)
    assert [text[slice(*part[0])] for part in parted] == ["Ana “Bo” Bell, the mayor", "“the town has an hour.”"]


def test_a_quotation_is_given_whole_unless_somebody_else_speaks_in_it() -> None:
    text = "He said: “It burned. Nobody came.” Rain fell."
    half: Draft = ((span(text, "He"),), (span(text, "said"),), (span(text, "“It burned."),), SURE)
    (whole,) = fill_quotations(Layout(text), [half])
    assert text[slice(*whole[2][0])] == "“It burned. Nobody came.”"
    other: Draft = ((), (span(text, "came"),), (span(text, "Nobody"),), SURE)
    assert fill_quotations(Layout(text), [half, other])[0] == half
