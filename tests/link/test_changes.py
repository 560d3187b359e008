"""Changes of position: who is listed as having moved, and who must not be."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link.changes import changes, told
from counterclaim.records.links import Claim, FigureSeries, Position, SeriesValue


def stand(statement, party, stance, day, document=None):
    return Position(
        statement=statement,
        document=document or f"d-{statement}",
        party=party,
        stance=stance,
        origin_group="o",
        day=day,
        score=1.0,
    )


def claim(*positions):
    return Claim(
        id="claim",
        text="t",
        positions=tuple(positions),
        independent_sources=0,
        independent_against=0,
        first_seen=None,
        last_seen=None,
        state="disputed",
    )


def value(figure, party, low, high, day, approximate=False):
    return SeriesValue(
        figure=figure,
        document=f"d-{figure}",
        statement=None,
        party=party,
        by=None,
        origin_group="o",
        as_of=day,
        low=low,
        high=high,
        approximate=approximate,
    )


def series(*values):
    return FigureSeries(
        id="series",
        measure="killed",
        what="people",
        place=None,
        values=tuple(values),
        relation="updated",
        rule="min-max",
        low=None,
        best=None,
        high=None,
    )


def test_who_denies_and_later_admits_is_listed_with_both_days():
    found = claim(stand("a", "company", "against", "2031-05-05"), stand("b", "company", "for", "2031-05-10"))
    (change,) = changes([found], [], {"a": "denies", "b": "admits"})
    assert (change.party, change.claim, change.series) == ("company", "claim", None)
    assert (change.before, change.after) == ("a", "b")
    assert (change.before_day, change.after_day) == ("2031-05-05", "2031-05-10")
    assert (change.before_value, change.after_value) == ("denies", "admits")
    (plain,) = changes([found], [])
    assert (plain.before_value, plain.after_value) == ("against", "for")


def test_an_act_settles_a_stance_that_is_unclear():
    found = claim(stand("a", "company", "unclear", "2031-05-05"), stand("b", "company", "for", "2031-05-10"))
    assert changes([found], []) == ()
    assert len(changes([found], [], {"a": "denies"})) == 1


def test_there_and_back_again_is_two_changes_and_repeating_is_none():
    found = claim(
        stand("a", "mayor", "for", "2031-05-01"),
        stand("b", "mayor", "for", "2031-05-02"),
        stand("c", "mayor", "against", "2031-05-03"),
        stand("d", "mayor", "for", "2031-05-04"),
    )
    assert [(one.before, one.after) for one in changes([found], [])] == [("b", "c"), ("c", "d")]


def test_another_party_nobody_and_no_day_change_nothing():
    assert not changes([claim(stand("a", "x", "for", "2031-05-01"), stand("b", "y", "against", "2031-05-02"))], [])
    assert not changes([claim(stand("a", None, "for", "2031-05-01"), stand("b", None, "against", "2031-05-02"))], [])
    assert not changes([claim(stand("a", "x", "for", None), stand("b", "x", "against", "2031-05-02"))], [])
    assert not changes([], [series(value("a", None, 1, 1, "2031-05-01"), value("b", None, 9, 9, "2031-05-02"))])


def test_both_sides_on_one_day_are_flagged_and_are_no_change():
    found = claim(
        stand("b", "mayor", "against", "2031-05-02", document="d2"),
        stand("a", "mayor", "for", "2031-05-02", document="d1"),
    )
    assert changes([found], []) == ()
    later = claim(*found.positions, stand("c", "mayor", "against", "2031-05-03"))
    assert changes([later], []) == ()


def test_a_figure_that_moves_is_a_change_and_one_that_could_be_the_same_is_none():
    moved = series(value("a", "ministry", 47, 47, "2031-05-07"), value("b", "ministry", 50, 50, "2031-05-09"))
    (change,) = changes([], [moved])
    assert (change.series, change.before_value, change.after_value) == ("series", "47", "50")
    for low, high, approximate in ((47, 47, False), (45, None, False), (50, 50, True)):
        same = series(
            value("a", "ministry", 47, 47, "2031-05-07"), value("b", "ministry", low, high, "2031-05-09", approximate)
        )
        assert changes([], [same]) == ()


def test_two_figures_of_one_party_on_one_day_are_no_change():
    both = series(value("a", "ministry", 47, 47, "2031-05-07"), value("b", "ministry", 50, 50, "2031-05-07"))
    assert changes([], [both]) == ()


def test_figures_in_words():
    assert told(value("a", None, 5000, None, None)) == "at least 5,000"
    assert told(value("a", None, None, 50, None)) == "up to 50"
    assert told(value("a", None, 36, 40, None)) == "36 to 40"
    assert told(value("a", None, 400, 400, None, approximate=True)) == "about 400"
    assert told(value("a", None, None, None, None)) == "an unknown number"


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("p", "q", None)),
            st.sampled_from(("for", "against", "unclear")),
            st.sampled_from(("2031-05-01", "2031-05-02", "2031-05-03", None)),
        ),
        max_size=5,
    )
)
def test_order_changes_nothing_and_every_change_goes_forward_in_time(rows):
    positions = [stand(f"s{n}", *row) for n, row in enumerate(rows)]
    expected = changes([claim(*positions)], [])
    assert all(changes([claim(*order)], []) == expected for order in permutations(positions))
    assert all(one.before_day < one.after_day and one.before_value != one.after_value for one in expected)
