"""Who gives a figure, what it is part of, and the day to which the text dates it."""

import pytest

from counterclaim.extractor.dates import find_dates
from counterclaim.extractor.figures import find_figures
from counterclaim.records import Article, Figure, Speaker, Statement, new_document, new_statement
from counterclaim.resolve.figures import resolve_figures


def said(text: str, speaker: str, *contents: str) -> Statement:
    """A statement of ``speaker`` whose content is these words."""
    spans = tuple((text.index(words), text.index(words) + len(words)) for words in contents)
    return new_statement(
        "d", text, source=(), cue=(), content=spans, kind="indirect", speaker=Speaker(name=speaker), confidence=0.9
    )


def resolved(text: str, statements: tuple[Statement, ...] = (), published: str | None = None) -> list[Figure]:
    sentences = tuple((i, i + len(part)) for i, part in parts(text))
    article = Article(
        document=new_document(text, published=published), text=text, sentences=sentences, capture_sha256="0" * 64
    )
    figures = find_figures("d", text, sentences)
    return list(resolve_figures(article, figures, statements, find_dates(text, published)))


def parts(text: str) -> list[tuple[int, str]]:
    """Sentences that end with a full stop and a space, with where they begin."""
    out, at = [], 0
    for part in text.split(". "):
        out.append((at, part))
        at += len(part) + 2
    return out


def test_a_figure_is_given_by_the_speaker_of_the_innermost_statement_around_it() -> None:
    text = "The mayor said the guards had told her that 12 men were hurt. Nine huts burned."
    outer = said(text, "mayor", "the guards had told her that 12 men were hurt")
    inner = said(text, "guards", "that 12 men were hurt")
    figures = resolved(text, (outer, inner))
    assert [(f.by, f.statement) for f in figures] == [("guards", inner.id), (None, None)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("At least 112 people drowned, among them 40 children", {"40": "At least 112"}),
        ("Twelve porters died, including two women and three boys", {"two": "Twelve", "three": "Twelve"}),
        ("Ten of the 12 dead were porters", {"Ten": "12"}),
        ("About 250 people were arrested, roughly 30 of them minors", {"roughly 30": "About 250"}),
        ("Of the 60 passengers, 12 are missing and five were hurt", {"12": "60", "five": "60"}),
        ("Twenty-one pupils were taken and nine of the pupils were freed", {"nine": "Twenty-one"}),
        ("The fire killed 47 people, 27 men and 20 women", {"27": "47", "20": "47"}),
        ("Police arrested 300 people, 120 in the port and 90 in Torm", {"120": "300", "90": "300"}),
        ("At least 50 people drowned: 30 at Torm and 12 in the bay", {"30": "At least 50", "12": "At least 50"}),
        ("Forty porters died, among them 11 guards, and 20 were wounded", {"11": "Forty"}),
        ("Twelve porters died and 40 huts burned", {}),
        ("Twelve porters died, including 40 of the poor", {}),
        ("Sixty porters met and 20% of them left", {}),
    ],
)
def test_a_part_knows_its_whole_where_the_words_say_so(text: str, whole: dict[str, str]) -> None:
    figures = resolved(text)
    names = {f.id: f.text for f in figures}
    assert {f.text: names[f.part_of] for f in figures if f.part_of} == whole


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("At least 112 people drowned, among them 40 children and three cooks", ["killed", "killed", "killed"]),
        ("About 250 people were arrested, roughly 30 of them minors", ["detained", "detained"]),
        ("Of the 60 passengers, 12 are missing", ["other", "missing"]),
    ],
)
def test_a_part_is_counted_by_the_measure_of_its_whole(text: str, measures: list[str]) -> None:
    assert [f.measure for f in resolved(text)] == measures


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("As of Friday, 40 huts had burned", "2024-05-03"),
        ("The death toll had risen to 40 by Thursday", "2024-05-02"),
        ("Some 40 huts burned on Friday", None),
        ("The huts must be empty by Monday, 40 families were told", None),
    ],
)
def test_a_count_is_dated_only_where_the_text_dates_it(text: str, as_of: str | None) -> None:
    assert [f.as_of for f in resolved(text, published="2024-05-04")] == [as_of]


def test_the_place_is_the_one_named_in_the_sentence() -> None:
    text = "In Tarn 40 huts burned. Nine men were hurt near the village of Lower Mell. Six fled"
    assert [f.place for f in resolved(text)] == ["Tarn", "Lower Mell", None]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Police put the turnout at around 2,500", "Police"),
        ("The interior ministry spoke of 96 arrests", "interior ministry"),
        ("They counted 96 boats", None),
        ("The storm sank 96 boats", None),
    ],
)
def test_a_figure_outside_statements_is_given_by_whoever_gives_it(text: str, by: str | None) -> None:
    assert [f.by for f in resolved(text)] == [by]


def test_the_others_are_a_part_of_the_same_whole() -> None:
    figures = resolved("Three of the seven climbers died. The other four reached the hut")
    assert [f.part_of for f in figures] == [figures[1].id, None, figures[1].id]
    assert [f.measure for f in figures] == ["killed", "other", "other"]


def test_parts_behind_a_dash_that_add_up_are_parts() -> None:
    figures = resolved("There were three goats in the pen – two nannies and one billy – and 40 hens")
    assert [f.part_of for f in figures] == [None, figures[0].id, figures[0].id, None]


def test_one_among_many_is_a_part() -> None:
    figures = resolved("A cook and her three sons were among 12 people killed")
    assert [(f.part_of, f.measure) for f in figures] == [(figures[1].id, "killed"), (None, "killed")]


def test_what_a_body_decided_is_told_by_the_article() -> None:
    text = "The council agreed to hire 40 clerks"
    spans = (("The council",), ("agreed to",), ("hire 40 clerks",))
    source, cue, content = (tuple((text.index(w), text.index(w) + len(w)) for w in words) for words in spans)
    statement = new_statement(
        "d",
        text,
        source=source,
        cue=cue,
        content=content,
        kind="indirect",
        speaker=Speaker(name="council"),
        confidence=0.9,
    )
    assert [(f.by, f.statement) for f in resolved(text, (statement,))] == [(None, statement.id)]
