from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.serve.chart import HEIGHT, MAX_BARS, PLOT, bar_chart

DAYS = st.dictionaries(
    st.dates(),
    st.fixed_dictionaries({}, optional=dict.fromkeys(("direct", "mixed", "indirect"), st.integers(1, 5000))),
    min_size=1,
)


def test_no_days_no_chart():
    assert bar_chart({}) is None


@settings(deadline=None, max_examples=60)
@given(DAYS.filter(lambda days: any(days.values())))
def test_bars_stand_inside_the_chart_side_by_side(days):
    chart = bar_chart(days)
    assert chart is not None
    edge = 0.0
    for bar in chart.bars:
        assert bar.x >= edge - 0.01
        edge = bar.x + bar.width
        floor = float(HEIGHT)
        for block in bar.blocks:
            assert abs(block.y + block.height - floor) < 0.03
            floor = block.y
        assert floor >= -0.03
    assert edge <= PLOT + 0.01
    assert all(0 <= tick.x <= PLOT for tick in chart.ticks)
    assert 1 <= len(chart.ticks) <= 4
    assert 1 <= len(chart.grid) <= 5


@settings(deadline=None, max_examples=60)
@given(DAYS.filter(lambda days: all(days.values())))
def test_heights_are_in_proportion_to_counts(days):
    chart = bar_chart(days)
    assert chart is not None
    height = sum(block.height for bar in chart.bars for block in bar.blocks)
    statements = sum(sum(kinds.values()) for kinds in days.values())
    top = chart.grid[-1].count
    assert abs(height - HEIGHT * statements / top) < 0.03 * 3 * len(chart.bars)


def test_the_unit_grows_with_the_period():
    first = date(2020, 1, 1)
    units = {}
    for length in (1, MAX_BARS - 1, MAX_BARS + 6, 400, 1500, 20_000, 200_000, 2_900_000):
        chart = bar_chart({first: {"direct": 1}, first + timedelta(days=length): {"direct": 1}})
        assert chart is not None
        units[length] = chart.unit
    assert list(units.values()) == ["day", "day", "week", "week", "month", "year", "decade", "century"]


def test_a_bar_says_what_it_stands_for():
    chart = bar_chart({date(2024, 5, 4): {"direct": 2, "indirect": 1}})
    assert chart is not None
    assert chart.bars[0].label == "4 May 2024: 3 statements (2 quoted, 1 reported)"
    assert chart.kinds == ("direct", "indirect")


def test_a_week_is_named_by_its_monday_and_the_calendar_may_end():
    start = date(2024, 1, 3)
    chart = bar_chart({start: {"direct": 1}, start + timedelta(days=200): {"direct": 1}})
    assert chart is not None
    assert chart.bars[0].label.startswith("1 January 2024 to 7 January 2024")
    assert bar_chart({date.max: {"direct": 1}, date.max - timedelta(days=200): {"direct": 1}}) is not None
    assert bar_chart({date.min: {"direct": 1}, date.max: {"direct": 1}}) is not None


def test_the_year_stands_at_the_first_label_and_where_it_changes():
    def labels(first, last):
        chart = bar_chart({first: {"direct": 1}, last: {"direct": 1}})
        assert chart is not None
        return [tick.label for tick in chart.ticks]

    assert labels(date(2024, 5, 4), date(2024, 5, 19)) == ["4 May 2024", "9 May", "14 May", "19 May"]
    assert labels(date(2023, 12, 30), date(2024, 1, 14))[-1] == "14 Jan 2024"
    assert labels(date(1990, 1, 1), date(2020, 1, 1))[-1] == "2020"
