"""If the demo loses what is planted in it, the first thing that anybody sees is wrong."""

import re
from collections import Counter
from pathlib import Path

import pytest

from counterclaim.config import Config
from counterclaim.flow import Analysed, Unread, analyse_sources
from counterclaim.records import Statement

ARTICLES = Path(__file__).resolve().parents[1] / "demo" / "articles"


@pytest.fixture(scope="module")
def outcomes() -> list[Analysed | Unread]:
    return list(analyse_sources([str(ARTICLES)], Config()))


@pytest.fixture(scope="module")
def statements(outcomes: list[Analysed | Unread]) -> list[tuple[str, Statement]]:
    return [
        (outcome.capture.file or "", statement)
        for outcome in outcomes
        if isinstance(outcome, Analysed)
        for statement in outcome.extraction.statements
    ]


def test_every_english_article_is_read_and_the_spanish_one_set_aside(outcomes: list[Analysed | Unread]) -> None:
    unread = [outcome.record for outcome in outcomes if isinstance(outcome, Unread)]
    assert [(Path(record.source).name[:2], record.code) for record in unread] == [("11", "not-english")]
    assert len(outcomes) == len(list(ARTICLES.iterdir())) == 17


def test_every_article_has_its_day(outcomes: list[Analysed | Unread]) -> None:
    days = {
        outcome.capture.file[:2]: outcome.article.document.published
        for outcome in outcomes
        if isinstance(outcome, Analysed) and outcome.capture.file
    }
    expected = {
        "01": "04", "02": "05", "03": "05", "04": "06", "05": "06", "06": "06", "07": "07", "08": "07", "09": "08",
        "10": "09", "12": "10", "13": "10", "14": "11", "15": "12", "16": "14", "17": "15",
    }  # fmt: skip
    assert days == {number: f"2024-05-{day}" for number, day in expected.items()}


def test_words_are_the_articles_own(outcomes: list[Analysed | Unread]) -> None:
    for outcome in outcomes:
        if isinstance(outcome, Analysed):
            for statement in outcome.extraction.statements:
                words = [outcome.article.text[a:b] for a, b in statement.content]
                assert tuple(words) == statement.text.content


@pytest.mark.parametrize(
    ("file", "speaker", "words"),
    [
        ("01", "Danilo Kessary", "This is a provisional figure and it will rise"),
        ("01", "Marta Ilzek", "There was no siren, there was nothing"),
        ("04", "Gareth Vossler", "At no time before 3 May did Selwen Hydro receive a warning"),
        ("04", "Petra Lindvale", "I will stay at my desk"),
        ("05", "Wilf Tansley", "I have fished under that dam for 30 years"),
        ("08", "Adela Thornwick", "I have not come to talk about a railing"),
    ],
)
def test_planted_quotations_have_their_speakers(
    file: str, speaker: str, words: str, statements: list[tuple[str, Statement]]
) -> None:
    found = [s.speaker.name for name, s in statements if name.startswith(file) and words in " ".join(s.text.content)]
    assert speaker in found


def test_a_reprint_gives_the_statements_of_the_original(statements: list[tuple[str, Statement]]) -> None:
    def quoted(file: str) -> set[str]:
        return {
            piece for name, s in statements if name.startswith(file) and s.kind == "direct" for piece in s.text.content
        }

    assert len(quoted("05")) >= 8
    assert len(quoted("05") & quoted("06")) >= 0.8 * len(quoted("05"))


def test_pronouns_are_nobody_rather_than_places_and_headline_words(statements: list[tuple[str, Statement]]) -> None:
    names = {s.speaker.name for _, s in statements if s.text.source.lower() in {"he", "she"}}
    assert not names & {"Everybody", "Drusnik", "Osmara", "Pressed", "Sixty-nine", "Reading", "Marenvale", "Tolvara"}


def test_the_readme_shows_the_counts_of_the_demo(
    outcomes: list[Analysed | Unread], statements: list[tuple[str, Statement]]
) -> None:
    readme = (ARTICLES.parents[1] / "README.md").read_text(encoding="utf-8")
    words = sum(len(o.article.text.split()) for o in outcomes if isinstance(o, Analysed))
    shown = re.search(rf"16 documents, {words:,} words, (\d+) statements", readme)
    assert shown
    # Processors round the 8-bit network differently: a statement or two may come or go.
    assert abs(int(shown.group(1)) - len(statements)) <= 0.02 * len(statements)
    counts = Counter(s.speaker.name for _, s in statements)
    run = readme.partition("$ make demo")[2].partition("```")[0]
    header = next(line for line in run.splitlines() if line.startswith("Act "))
    column = slice(header.index("Speaker"), header.index("Publisher"))
    cells = [line[column].split() for line in run.partition(header)[2].partition("Set aside")[0].splitlines()]
    rows = [(" ".join(name), count) for *name, count in filter(None, cells)]
    assert len(rows) >= 10
    for name, count in rows:
        assert abs(int(count) - counts[name]) <= 1, name
