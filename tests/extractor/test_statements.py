"""If a quotation loses its end or its next paragraph, people are misquoted."""

import pytest

from counterclaim.extractor.statements import Draft, Layout, close_quotation, continue_over_paragraphs, kind_of


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
        ("He said it’s the workers’ dam.", "it’s the workers’ dam", "indirect"),
    ],
)
def test_kind_follows_the_quotation_marks(text: str, content: str, kind: str) -> None:
    assert kind_of(Layout(text), (span(text, content),)) == kind


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
    alone: Draft = ((), (), (span(TEXT, "“The second part"),), 0.4)
    joined = continue_over_paragraphs(Layout(TEXT), [first_draft(TEXT), alone])
    assert len(joined) == 1


def test_a_paragraph_with_a_speaker_of_its_own_ends_the_quotation() -> None:
    text = "She said: “The first part\n\n“The second part,” he said."
    other: Draft = ((span(text, "he"),), (span(text, "said."),), (span(text, "“The second part,”"),), 0.9)
    drafts = continue_over_paragraphs(Layout(text), [first_draft(text), other])
    assert [len(draft[2]) for draft in drafts] == [1, 1]


def test_a_closed_quotation_does_not_run_on() -> None:
    text = "She said: “The first part.”\n\n“A new voice."
    draft: Draft = ((span(text, "She"),), (span(text, "said"),), (span(text, "“The first part.”"),), 0.9)
    assert continue_over_paragraphs(Layout(text), [draft]) == [draft]
