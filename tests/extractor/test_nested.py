"""If a statement inside another is missed, a denial is hidden; if one is made up, somebody is misquoted."""

import pytest

from counterclaim.extractor import extract
from counterclaim.extractor.nested import with_nested
from counterclaim.records import Statement, new_statement
from tests.making import article_of


def at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def said(text: str, source: str, cue: str, content: str, confidence: float = 0.9) -> Statement:
    parts = {
        name: (at(text, words),) if words else ()
        for name, words in (("source", source), ("cue", cue), ("content", content))
    }
    return new_statement("d", text, **parts, kind="indirect", confidence=confidence)


TEXT = "Ana Bell said the operator denied that it was warned. Rain fell."
OUTER = "the operator denied that it was warned"


def reading(*found: tuple[str, str, str], confidence: float = 0.9):
    """A second reader that finds these, where it is shown their words."""

    def read(text: str) -> list[Statement]:
        return [said(text, *parts, confidence=confidence) for parts in found if all(part in text for part in parts)]

    return read


def test_the_inner_statement_names_the_outer_and_stands_at_its_place() -> None:
    outer = said(TEXT, "Ana Bell", "said", OUTER)
    inner = reading(("the operator", "denied", "that it was warned"))
    first, second = with_nested("d", TEXT, [outer], inner)
    assert (first, second.within) == (outer, outer.id)
    assert [TEXT[slice(*part[0])] for part in (second.source, second.cue, second.content)] == [
        "the operator",
        "denied",
        "that it was warned",
    ]
    assert second.confidence == pytest.approx(0.81)


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("Ana Bell said I denied that it was warned.", "I denied that it was warned", ("I", "denied", "that it")),
        ("Ana Bell said the men denied it was so.", "the men denied it was so", ("", "denied", "it was so")),
        ("Ana Bell said the men denied it was so.", "the men denied it was so", ("", "", "the men denied it was so")),
    ],
)
def test_the_same_speaker_nobody_and_the_whole_are_no_inner_statements(
    text: str, outer: str, inner: tuple[str, str, str]
) -> None:
    assert len(with_nested("d", text, [said(text, "Ana Bell", "said", outer)], reading(inner))) == 1


@pytest.mark.parametrize(
    ("content", "inner"),
    [
        ("Will the minister tell us when it ends?", ("the minister", "tell", "when it ends")),
        ("Kestrel, say your position now.", ("Kestrel,", "say", "your position")),
        ("The council is to say what it knows.", ("The council", "to say", "what it knows")),
    ],
)
def test_what_somebody_is_asked_to_say_is_not_said(content: str, inner: tuple[str, str, str]) -> None:
    text = f"CHAIR: {content}"
    outer = said(text, "CHAIR", ":", content)
    assert with_nested("d", text, [outer], reading(inner)) == [outer]


def test_a_quotation_within_keeps_its_closing_mark() -> None:
    text = "The ad shows Ana Bell asking, “Why are you here?”"
    outer = said(text, "The ad", "shows", "Ana Bell asking, “Why are you here?”")
    _, inner = with_nested("d", text, [outer], reading(("Ana Bell", "asking", "“Why are you here?")))
    assert inner.text.content == ("“Why are you here?”",)


def test_a_doubtful_inner_statement_is_left_out() -> None:
    outer = said(TEXT, "Ana Bell", "said", OUTER)
    doubtful = reading(("the operator", "denied", "that it was warned"), confidence=0.2)
    assert with_nested("d", TEXT, [outer], doubtful) == [outer]


def test_contents_without_a_word_of_reporting_are_not_read_again() -> None:
    text = "Ana Bell said the river rose by two metres in the night."

    def read(_: str) -> list[Statement]:
        raise AssertionError("nothing here needs a second reading")

    outer = said(text, "Ana Bell", "said", "the river rose by two metres in the night")
    assert with_nested("d", text, [outer], read) == [outer]


def test_a_statement_that_runs_from_one_content_into_the_next_is_left_out() -> None:
    text = "Ana said the men denied it was so. Bo said the women told them it was."
    outer = [
        said(text, "Ana", "said", "the men denied it was so"),
        said(text, "Bo", "said", "the women told them it was"),
    ]

    def across(shown: str) -> list[Statement]:
        return [said(shown, "the men", "denied", "it was so\n\nthe women")] if "\n\n" in shown else []

    assert with_nested("d", text, outer, across) == outer


def test_statements_of_an_article_form_a_forest_over_their_words() -> None:
    text = (
        "The ministry said the operator denied the report.\n\n"
        "“My neighbour says the soldiers burned the barn,” Ana Bell told reporters. She denied that the minister had "
        "claimed the gates were open."
    )
    statements = {s.id: s for s in extract(article_of(text)).statements}
    nested = [s for s in statements.values() if s.within]
    assert nested
    for inner in nested:
        outer = statements[inner.within or ""]
        spans = [span for part in (inner.source, inner.cue, inner.content) for span in part]
        assert all(any(a <= start and end <= b for a, b in outer.content) for start, end in spans)
        assert sum(b - a for a, b in inner.content) < sum(b - a for a, b in outer.content)
