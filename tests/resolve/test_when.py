"""If the day of speaking is wrong, who changed position looks the other way round."""

import msgspec
import pytest

from counterclaim.extractor.dates import find_dates
from counterclaim.records.statement import new_statement
from counterclaim.resolve.when import as_spoken, said_on


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "day"),
    [
        ("Ana Bell said on Thursday that the dam held.", "Ana Bell", "said", "that the dam held", "2024-05-09"),
        ("On Thursday, Ana Bell said the dam held.", "Ana Bell", "said", "the dam held", "2024-05-09"),
        ("“It held,” Ana Bell told reporters on 3 May.", "Ana Bell", "told", "“It held,”", "2024-05-03"),
        ("Ana Bell said the dam broke on Thursday.", "Ana Bell", "said", "the dam broke on Thursday", None),
        ("It rained on Thursday. Ana Bell said it held.", "Ana Bell", "said", "it held", None),
        ("Ana Bell said it held.", "Ana Bell", "said", "it held", None),
        ("Ana Bell said last week that it held.", "Ana Bell", "said", "that it held", None),
    ],
)
def test_only_a_day_that_stands_with_the_cue_counts(
    text: str, source: str, cue: str, content: str, day: str | None
) -> None:
    def at(words: str) -> tuple[tuple[int, int]]:
        return ((text.index(words), text.index(words) + len(words)),)

    statement = new_statement(
        "d", text, source=at(source), cue=at(cue), content=at(content), kind="indirect", confidence=1
    )
    assert said_on(text, statement, find_dates(text, "2024-05-10")) == day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("“I saw them yesterday,” Ana Bell said on Wednesday.", "2024-05-07"),
        ("“It will hold tomorrow,” Ana Bell said on Wednesday.", "2024-05-09"),
        ("“I saw them yesterday,” Ana Bell said.", "2024-05-09"),
    ],
)
def test_yesterday_in_quoted_words_counts_from_the_day_of_speaking(text: str, value: str) -> None:
    def at(words: str) -> tuple[tuple[int, int]]:
        return ((text.index(words), text.index(words) + len(words)),)

    dates = find_dates(text, "2024-05-10")
    statement = new_statement(
        "d",
        text,
        source=at("Ana Bell"),
        cue=at("said"),
        content=at(text[: text.index(" Ana")]),
        kind="direct",
        confidence=1,
    )
    spoken = msgspec.structs.replace(statement, said_on=said_on(text, statement, dates))
    assert as_spoken(dates, [spoken])[0].value == value
