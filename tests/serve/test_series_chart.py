"""The chart of a figure series: what a reader on a telephone, or one who can't see it, gets to know."""

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records.links import FigureSeries, SeriesValue
from counterclaim.serve.series_chart import HEIGHT, NOBODY, OTHERS, PHONE, STEP, drawn, scale, series_chart, short


def value(figure, low, high, day="2031-05-04", by="Interior Ministry", party=None, approximate=False):
    return SeriesValue(
        figure=str(figure),
        document=f"d{figure}",
        statement=None,
        party=party,
        by=by,
        origin_group=f"o{figure}",
        as_of=day,
        low=low,
        high=high,
        approximate=approximate,
    )


def series(*values, relation="updated", what="people", place=None):
    return FigureSeries(
        id="s",
        measure="killed",
        what=what,
        place=place,
        values=tuple(values),
        relation=relation,
        rule="min-max",
        low=None,
        best=None,
        high=None,
    )


RIVALS = series(
    value("a", 12, None, by=None),
    value("b", 47, 47, day="2031-05-07"),
    value("c", 68, 68, day="2031-05-07", by="Health Ministry"),
    value("d", 68, 68, day="2031-05-07", by="Health Ministry"),
    value("e", 40, 50, day=None),
    relation="disputed",
    place="Velm",
)


class Tags(HTMLParser):
    """Start tags with their attributes, and whether all that was opened was closed in order."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.sound = [], [], True
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        self.sound &= bool(self.open) and self.open.pop() == tag


def test_no_days_no_chart():
    assert series_chart(series(value("a", 1, 1, day=None))) is None


def test_a_copy_is_no_second_mark_and_the_undated_stand_in_the_table():
    chart = series_chart(RIVALS)
    assert [mark.label for mark in chart.marks] == [
        f"4 May 2031: at least 12, {NOBODY}",
        "7 May 2031: 47, Interior Ministry",
        "7 May 2031: 68, Health Ministry, 2 mentions",
    ]
    assert [(row.value, row.figures) for row in chart.rows] == [
        ("at least 12", ("a",)),
        ("47", ("b",)),
        ("68", ("c", "d")),
        ("40 to 50", ("e",)),
    ]
    assert chart.undated == 1


def test_a_contradiction_is_a_band_from_one_figure_to_the_other():
    chart = series_chart(RIVALS)
    (band,) = chart.bands
    low, high = (next(mark.y for mark in chart.marks if f": {n}," in mark.label) for n in (47, 68))
    assert band.y < high < low < band.y + band.height
    assert [row.disputed for row in chart.rows] == [False, True, True, False]
    assert series_chart(series(value("a", 1, 1), value("b", 9, 9, by=None))).bands == ()


def test_an_open_end_is_shown_as_one():
    up, down = series_chart(series(value("a", 12, None), value("b", None, 50, day="2031-05-09"))).marks
    assert (up.up, up.down, up.number) == (True, False, "12+")
    assert (down.up, down.down, down.number) == (False, True, "≤50")
    assert up.bar[0] < up.y
    assert down.bar[1] > down.y


def test_a_picture_that_cannot_be_seen_is_told_and_followed_to_the_words():
    html = str(drawn(series_chart(RIVALS), "k1", {"c": "#f-c"}))
    tags = Tags(html)
    svg = next(attrs for tag, attrs in tags.tags if attrs.get("role") == "img")
    assert svg["aria-labelledby"] == "fs-k1-t fs-k1-d"
    assert '<title id="fs-k1-t">People, killed, Velm: disputed</title>' in html
    assert "Sources contradict one another on 1 day." in html
    assert ("a", {"href": "#f-c"}) in tags.tags
    assert sum(tag == "tr" for tag, _ in tags.tags) == 1 + 4
    assert "<script" not in html
    assert "style=" not in html


def test_names_from_outside_are_escaped_everywhere():
    bad = "<script>x</script>\"'&\u202e"
    html = str(drawn(series_chart(series(value("a", 1, 1, by=bad), what=bad, place=bad)), bad, {"a": '"><script>'}))
    assert "<script" not in html
    assert "\u202e" not in re.sub(r"<span class=.ctl.*?</span>", "", html)
    tags = Tags(html)
    assert tags.sound
    assert {tag for tag, _ in tags.tags} <= {
        *("figure", "ul", "li", "svg", "path", "bdi", "title", "desc", "g", "line", "text", "figcaption", "rect"),
        *("details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "span"),
    }


def test_a_party_is_called_by_its_name_and_many_sources_share_a_mark():
    values = [value(n, n, n, day=f"2031-05-{n + 1:02}", by=f"Body {n}") for n in range(1, 9)]
    chart = series_chart(series(value("p", 3, 3, party="p1"), *values), {"p1": "The Union"})
    names = [source.name for source in chart.sources]
    assert len(names) == 5
    assert names[-1] == OTHERS
    assert chart.rows[0].by == "The Union"
    assert len({source.shape for source in chart.sources}) == 5


def test_the_scale_is_of_round_numbers():
    assert scale(77) == (80, 20)
    assert scale(1) == (1, 1)
    assert scale(1_456_610)[1] == 500_000
    assert short(1_500_000) == "1.5\u00a0million"


VALUES = st.lists(
    st.builds(
        lambda n, low, more, day, by, opened: value(
            n, None if opened == 1 else low, None if opened == 2 else low + more, day=day, by=by
        ),
        st.integers(0, 10**6),
        st.integers(0, 10**7),
        st.integers(0, 1000),
        st.dates().map(str),
        st.sampled_from(("A Ministry", "B Union", "C Council", None)),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=25,
    unique_by=lambda one: one.figure,
)


@settings(deadline=None, max_examples=100)
@given(VALUES)
def test_marks_stay_on_the_chart_and_do_not_cover_one_another(values):
    chart = series_chart(series(*values))
    assert Tags(str(drawn(chart, "k"))).sound
    days = {}
    for mark in chart.marks:
        assert 0 <= mark.x <= 100
        assert -0.01 <= mark.y <= HEIGHT + 0.01
        assert mark.bar[0] <= mark.y + 0.01
        assert mark.bar[1] >= mark.y - 0.01
        days.setdefault(mark.x, []).append(mark)
    for some in days.values():
        places = [(mark.shift, mark.y) for mark in some]
        for at, (x, y) in enumerate(places):
            assert all(abs(x - a) >= STEP - 0.01 or abs(y - b) >= STEP - 0.02 for a, b in places[:at])
    assert 1 <= len(chart.grid) <= 5
    assert 1 <= len(chart.ticks) <= 4


@settings(deadline=None, max_examples=100)
@given(VALUES)
def test_numbers_on_a_telephone_do_not_collide(values):
    boxes = []
    for mark in series_chart(series(*values)).marks:
        if mark.number:
            width = 7 * len(mark.number)
            left = PHONE * mark.x / 100 + mark.shift + (-9 - width if mark.before else 9)
            assert left + 1 >= 0
            assert left + width <= PHONE + 1
            assert all(left >= b or a >= left + width or abs(mark.y - y) >= 13.9 for a, b, y in boxes)
            boxes.append((left, left + width, mark.y))
