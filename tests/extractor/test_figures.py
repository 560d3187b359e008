"""Figures found in a text: what is counted, with which hedge, by which measure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extractor.figures import find_figures
from counterclaim.records import Figure


def figures(text: str) -> list[Figure]:
    return find_figures("d", text, ((0, len(text)),))


def brief(text: str) -> list[tuple[str, float | None, float | None, str]]:
    return [(f.text, f.low, f.high, f.measure) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "approximate"),
    [
        ("At least 20 farmers met.", "At least 20", 20, None, False),
        ("More than 5,000 farmers met.", "More than 5,000", 5000, None, False),
        ("Up to 50 farmers met.", "Up to 50", None, 50, False),
        ("Between 36 and 40 farmers met.", "Between 36 and 40", 36, 40, False),
        ("About 400 farmers met.", "About 400", 400, 400, True),
        ("An estimated 400 farmers met.", "An estimated 400", 400, 400, True),
        ("Nearly 300 farmers met.", "Nearly 300", 300, 300, True),
        ("Fewer than 30 farmers met.", "Fewer than 30", None, 30, False),
        ("As many as 30 farmers met.", "As many as 30", None, 30, False),
        ("No fewer than 30 farmers met.", "No fewer than 30", 30, None, False),
        ("Dozens of farmers met.", "Dozens", 24, None, True),
        ("Scores of farmers met.", "Scores", 40, None, True),
        ("Some 25% of farmers met.", "Some 25%", 25, 25, True),
        ("They paid US$40 million.", "US$40 million", 4e7, 4e7, False),
        ("They paid at least £2.5bn.", "at least £2.5bn", 2.5e9, None, False),
        ("There were 500 or more at the gate.", "500 or more", 500, None, False),
        ("There were 100+ at the gate.", "100+", 100, None, False),
        ("There were 20 or so at the gate.", "20 or so", 20, 20, True),
        ("The repairs cost between US$300 and 400 million.", "between US$300 and 400 million", 3e8, 4e8, False),
    ],
)
def test_the_hedge_is_in_the_span_and_in_the_bounds(
    text: str, span: str, low: float | None, high: float | None, approximate: bool
) -> None:
    assert [(f.text, f.low, f.high, f.approximate) for f in figures(text)] == [(span, low, high, approximate)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed four and wounded 16.", ["killed", "injured"]),
        ("The blast, killing four guards and wounding 16 miners, shook Tarn.", ["killed", "injured"]),
        ("The blast left four people dead and 16 others injured.", ["killed", "injured"]),
        ("Four miners died and 16 were hurt.", ["killed", "injured"]),
        ("The death toll rose to 45.", ["killed"]),
        ("Rescuers raised the death toll from 19 to 23.", ["killed", "killed"]),
        ("The deaths of 10 porters and two guides were confirmed.", ["killed", "killed"]),
        ("The slide killed the warden, his wife and nine porters.", ["killed"]),
        ("The rebels said they had lost three fighters.", ["killed"]),
        ("The fire claimed 40 lives.", ["killed"]),
        ("Eleven bodies were pulled from the mud.", ["killed"]),
        ("Two sisters, both from Tarn, drowned in the lake.", ["killed"]),
        ("Twelve porters were shot dead at the gate.", ["killed"]),
        ("Twelve porters were shot at the gate and taken to hospital.", ["injured"]),
        ("Twelve porters were treated for burns.", ["injured"]),
        ("A guard shot four porters.", ["injured"]),
        ("A guard shot four porters dead.", ["killed"]),
        ("A guard shot 40 rounds.", ["other"]),
        ("The blast sent five porters to the hospital.", ["injured"]),
        ("Three porters were taken to Mell Hill Hospital.", ["injured"]),
        ("Six porters were shot, two of them fatally.", ["injured", "killed"]),
        ("Thirty students were arrested.", ["detained"]),
        ("Police arrested 30 students.", ["detained"]),
        ("Thirty students are in custody.", ["detained"]),
        ("The interior ministry spoke of 96 arrests.", ["detained"]),
        ("Gunmen abducted 12 teachers.", ["abducted"]),
        ("Twelve teachers were taken hostage.", ["abducted"]),
        ("The rebels freed 12 teachers.", ["released"]),
        ("Twelve teachers were released.", ["released"]),
        ("Six divers are still missing.", ["missing"]),
        ("Six divers remain unaccounted for.", ["missing"]),
        ("Six divers are trapped in the cave.", ["trapped"]),
        ("The flood displaced 900 families.", ["displaced"]),
        ("The war has driven 1.4 million people from their homes.", ["displaced"]),
        ("Thousands of villagers fled.", ["displaced"]),
        ("Some 900 families were forced to flee.", ["displaced"]),
        ("The council hired 40 clerks.", ["other"]),
        ("Three climbers and two guides were found dead.", ["killed", "killed"]),
        ("Twenty pupils and a cook were taken by masked gunmen.", ["abducted"]),
        ("Twelve shops in the burnt-out arcade opened.", ["other"]),
        ("Sales fell 18% to £4.2m.", ["other", "other"]),
    ],
)
def test_the_measure_is_that_of_the_nearest_words(text: str, expected: list[str]) -> None:
    assert [f.measure for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two gunmen killed five porters.", ["other", "killed"]),
        ("Two officers arrested a man.", ["other"]),
        ("At least 17 people died and 35 were rescued.", ["killed", "other"]),
        ("Of the 60 passengers, 12 are missing.", ["other", "missing"]),
        ("Twelve of the 60 passengers were killed.", ["killed", "other"]),
        ("None of the 19 people was injured.", ["injured", "other"]),
    ],
)
def test_the_measure_of_one_is_not_that_of_another(text: str, expected: list[str]) -> None:
    assert [f.measure for f in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("No one was hurt.", "injured"),
        ("Nobody was killed in the fall.", "killed"),
        ("None of the crew were injured.", "injured"),
        ("No injuries were reported.", "injured"),
        ("There were no deaths.", "killed"),
        ("No rescue workers were injured.", "injured"),
        ("There were no casualties.", "other"),
        ("No arrests were made.", "detained"),
    ],
)
def test_none_is_nought(text: str, measure: str) -> None:
    assert [(f.low, f.high, f.measure) for f in figures(text)] == [(0, 0, measure)]


@pytest.mark.parametrize(
    "text",
    [
        "There was no report of injuries.",
        "Ada Reed, 34, is a 12-year veteran of the force.",
        "The captain, 51, spoke to a boy aged nine.",
        "She is 19.",
        "The children, aged four, six and nine, were at home.",
        "It lasted two days, three hours and 20 minutes.",
        "The ferry lay 40 kilometres from Tarn at a depth of 30 metres.",
        "It weighed 400 pounds.",
        "Flight 482 left gate 12 at 6.15 pm.",
        "14.32: The wall fell.",
        "In 1974 the wall was built under Article 50.",
        "The chapel at 36 Quai Nord stands near 12 Mill Street.",
        "Call 0207 555 4368.",
        "The first and the third man; the 14th floor.",
        "Tarn won 3-1.",
        "The bill passed by 141 votes to 5.",
        "It was carried 230-to-197.",
        "One of the porters said that one can hope.",
        "They want a two-state solution and a two-thirds majority.",
        "The Falcon 9 rocket stood on Pad 39.",
        "1. The dam\n2. The lock",
        "The Six Nations met in the first half of the year.",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert brief(text) == []


def test_what_is_counted_is_named() -> None:
    text = "Eight masked men took 30 sacks of grain, $500 and a third of the oil."
    assert [(f.text, f.what) for f in figures(text)] == [
        ("Eight", "masked men"),
        ("30", "sacks"),
        ("$500", "US dollars"),
        ("a third", "per cent"),
    ]


def test_spans_that_are_taken_hold_no_figure() -> None:
    text = "On 3 May 40 porters met."
    assert [f.text for f in find_figures("d", text, ((0, len(text)),), [(3, 8)])] == ["40"]


@given(st.text(alphabet="abc 0123456789,.-%$\n“”()", max_size=80) | st.text(max_size=40))
def test_any_text_gives_figures_inside_it(text: str) -> None:
    for figure in figures(text):
        start, end = figure.span
        assert text[start:end] == figure.text != ""
        assert figure.low is None or figure.high is None or figure.low <= figure.high
