"""Figures into series: what a reader of many reports would take for one count, for an update, for a contradiction."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link.series import (
    bounds,
    build,
    compare,
    disputes,
    features,
    groups,
    keys,
    link_series,
    overlap,
    relation,
    spanning,
    sum_checks,
)
from counterclaim.link.series_rules import estimate
from counterclaim.records import Figure, content_id, new_document
from counterclaim.records.links import Alias, CaseArticle, Party, SeriesValue


def article(text, *counts, published="2031-05-04", title=None):
    """An article with the figures at these words; a count is (words, low, high, measure, what) and more fields."""
    document = new_document(text, published=published, title=title)
    figures, at = [], 0
    for words, low, high, measure, what, *more in counts:
        at = text.index(words, at)
        fields = {"approximate": False, "place": None, "as_of": None, "by": None, "statement": None, "part_of": None}
        fields |= more[0] if more else {}
        if "of" in fields:
            fields["part_of"] = figures[fields.pop("of")].id
        span = (at, at + len(words))
        ident = content_id("figure", document=document.id, span=span)
        figures.append(
            Figure(
                id=ident,
                span=span,
                text=words,
                low=low,
                high=high,
                measure=measure,
                what=what,
                confidence=0.9,
                **fields,
            )
        )
    return CaseArticle(document=document, text=text, figures=tuple(figures))


def value(figure, low, high, *, day="2031-05-04", by=None, party=None, approximate=False, origin=None):
    return SeriesValue(
        figure=figure,
        document=f"d-{figure}",
        statement=None,
        party=party,
        by=by,
        origin_group=origin or f"o-{figure}",
        as_of=day,
        low=low,
        high=high,
        approximate=approximate,
    )


def texts(series, *articles):
    words = {figure.id: figure.text for one in articles for figure in one.figures}
    return [[words[one.figure] for one in some.values] for some in series]


FIRST = article(
    "A ferry sank off Brannock on Sunday. At least 12 people died, the Coast Guard said. Divers went on searching.",
    ("At least 12", 12, None, "killed", "people", {"by": "Coast Guard"}),
    published="2031-05-04",
)
LATER = article(
    "The number of people killed when a ferry sank off Brannock has risen to 31 from 12, the Coast Guard said.",
    ("31", 31, 31, "killed", None, {"by": "Coast Guard"}),
    published="2031-05-06",
)
RIVAL = article(
    "In Brannock the port union put the number of dead at 44 after the ferry sank. The Coast Guard spoke of 31.",
    ("44", 44, 44, "killed", None, {"by": "Port Union"}),
    ("31", 31, 31, "other", None, {"by": "Coast Guard"}),
    published="2031-05-06",
)
ELSEWHERE = article(
    "A ferry sank off Castlemoor on Monday and 31 people died, the harbour master said.",
    ("31", 31, 31, "killed", "people"),
    published="2031-05-06",
)


def test_a_toll_that_rises_is_one_series_and_another_ferry_is_not_in_it():
    found = link_series([FIRST, LATER, ELSEWHERE])
    assert sorted(texts(found, FIRST, LATER, ELSEWHERE)) == [["31"], ["At least 12", "31"]]


def test_two_counts_of_one_day_from_two_parties_are_disputed():
    (series,) = link_series([FIRST, RIVAL])
    assert series.relation == "disputed"
    (dispute,) = disputes(series.values)
    assert dispute.as_of == "2031-05-06"
    assert {dispute.one, dispute.other} == {figure.id for figure in RIVAL.figures}


def test_a_bare_number_beside_a_toll_is_a_toll_but_an_age_or_an_hour_is_none():
    text = "The ministry put the number of dead in Velm at 44. At 12 o’clock a man of 71 was found alive."
    one = article(text, ("44", 44, 44, "killed", None), ("12", 12, 12, "other", None), ("71", 71, 71, "other", None))
    assert [found.figure.text for found in features(one)] == ["44"]


def test_parts_are_no_members_of_the_series_of_their_whole():
    one = article(
        "In all 30 people died when the mine at Dorn fell in, 18 of them in the north shaft and nine children.",
        ("30", 30, 30, "killed", "people"),
        ("18", 18, 18, "killed", "them", {"of": 0}),
        ("nine", 9, 9, "killed", "children", {"of": 0}),
    )
    assert sorted(texts(link_series([one]), one)) == [["30"], ["nine"]]


def test_a_place_cuts_a_count_down_only_where_the_article_counts_more():
    total = article(
        "Floods killed 40 people. Of these, 13 people died in Pell and 27 in Dorn, officials said.",
        ("40", 40, 40, "killed", "people"),
        ("13", 13, 13, "killed", "people"),
        ("27", 27, 27, "other", None),
    )
    assert [(one.figure.text, one.place) for one in features(total)] == [("40", None), ("13", "pell"), ("27", "dorn")]
    alone = article("A blast killed 13 people in Pell.", ("13", 13, 13, "killed", "people"))
    assert [one.place for one in features(alone)] == [None]


@pytest.mark.parametrize(
    ("sentence", "kind", "since"),
    [
        ("Gangs have killed 40 people in Velm this year.", "cumulative", "2031"),
        ("Gangs have killed 40 people in Velm since 2026.", "cumulative", "2026"),
        ("A storm in 2019 killed 40 people in Velm.", "past", "2019"),
        ("A storm has so far killed 40 people in Velm.", "incident", ""),
        ("Fighting in Velm has so far killed 40 people.", "cumulative", ""),
    ],
)
def test_running_counts_and_past_events_are_told_from_an_incident(sentence, kind, since):
    (one,) = features(article(sentence, ("40", 40, 40, "killed", "people")))
    assert one.scope == (kind, since)


def test_incident_and_running_count_stay_apart():
    one = article("A bomb killed 5 people in Velm on Friday.", ("5", 5, 5, "killed", "people"))
    year = article("Bombs have killed 90 people in Velm this year.", ("90", 90, 90, "killed", "people"))
    assert len(link_series([one, year])) == 2


def test_a_figure_that_is_no_longer_held_has_no_day_and_disputes_nothing():
    one = article(
        "The toll from the fire in Velm rose to 20, up from 14, the Fire Office said. The Health Office said 20.",
        ("20", 20, 20, "killed", None, {"by": "Fire Office"}),
        ("14", 14, 14, "killed", None, {"by": "Health Office"}),
    )
    found = {item.figure.text: (item.as_of, item.prior) for item in features(one)}
    assert found == {"20": ("2031-05-04", False), "14": (None, True)}


def test_the_day_of_a_count_is_that_of_the_words_not_of_the_paper():
    one = article(
        "The number of dead in Velm stood at 38 at noon on Monday, the ministry said.",
        ("38", 38, 38, "killed", None),
        published="2031-05-07",
    )
    assert [item.as_of for item in features(one)] == ["2031-05-05"]  # The seventh is a Wednesday.


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The Ministry of Ports put the number of dead at 9 on Friday.", "Ministry of Ports"),
        ("At least 9 people died by Velm’s count.", "Velm"),
        ("There were 9 dead, according to the Velm Port Union.", "Velm Port Union"),
        ("There were 9 dead, according to officials.", None),
        ("There were 9 dead.", None),
    ],
)
def test_who_gives_a_figure_is_read_off_its_clause(text, by):
    (one,) = features(article(text, ("9", 9, 9, "killed", "people")))
    assert one.by == by


def test_an_approximate_figure_has_a_margin_and_an_open_end_has_none():
    about = value("a", 400, 400, approximate=True)
    assert bounds(about) == pytest.approx((360, 440))
    assert overlap(about, value("b", 412, 412))
    assert not overlap(about, value("c", 470, 470))
    assert overlap(value("d", 20, None), value("e", 900, 900))
    assert overlap(value("f", None, 50), value("g", 0, 0))


def test_relations():
    ministry, union = {"by": "Ministry of Ports"}, {"by": "Velm Port Union"}
    assert relation([value("a", 10, None, **ministry), value("b", 12, 12, **union)]) == "consistent"
    assert relation([value("a", 10, 10, **ministry), value("b", 12, 12, day="2031-05-05", **union)]) == "updated"
    assert relation([value("a", 10, 10, **ministry), value("b", 12, 12, **union)]) == "disputed"
    # Nobody can say that an unnamed count contradicts: it may be the newer one.
    assert relation([value("a", 10, 10, **ministry), value("b", 12, 12)]) == "updated"
    assert relation([value("a", 10, 10, **ministry), value("b", 12, 12, by="officials")]) == "updated"
    # A shorter name of one body is no second body.
    assert relation([value("a", 10, 10, **ministry), value("b", 12, 12, by="Ministry")]) == "updated"


def test_a_ministry_does_not_contradict_the_government_it_speaks_for():
    values = [value("a", 10, 10, party="gov"), value("b", 12, 12, party="min")]
    assert relation(values) == "disputed"
    assert relation(values, {"min": "gov"}) == "updated"


def test_the_party_of_a_figure_is_found_by_statement_and_by_name():
    guard = Party(id="p1", name="Coast Guard", type="organisation", aliases=(Alias(name="guard", statements=()),))
    (series,) = link_series([FIRST, LATER], parties=[guard])
    assert {one.party for one in series.values} == {"p1"}


@pytest.mark.parametrize(
    ("whole", "parts", "verdict"),
    [
        ((31, 31), [(22, 22), (9, 9)], "agrees"),
        ((31, 31), [(22, 22)], "falls short"),
        ((31, 31), [(22, 22), (12, 12)], "exceeds"),
        ((31, None), [(22, 22), (12, 12)], "open"),
        ((31, 31), [(22, 22), (5, None)], "open"),
        ((31, 31), [(22, 22), (12, None)], "exceeds"),
    ],
)
def test_parts_are_added_up_against_their_whole(whole, parts, verdict):
    text = "There were 99 dead" + "".join(f", {n} part" for n in range(len(parts)))
    counts = [(f"{n} part", *edges, "killed", "them", {"of": 0}) for n, edges in enumerate(parts)]
    one = article(text, ("99", *whole, "killed", "people"), *counts)
    (check,) = sum_checks(one.figures)
    assert (check.verdict, check.whole, len(check.parts)) == (verdict, one.figures[0].id, len(parts))


def test_parts_by_place_and_by_group_are_not_added_together():
    one = article(
        "Of 30 dead 18 were in Dorn, 12 in Pell and nine were children.",
        ("30", 30, 30, "killed", "people"),
        ("18", 18, 18, "killed", None, {"of": 0}),
        ("12", 12, 12, "killed", None, {"of": 0}),
        ("nine", 9, 9, "killed", "children", {"of": 0}),
    )
    assert sorted(check.verdict for check in sum_checks(one.figures)) == ["agrees", "falls short"]


RULED = (
    value("a", 12, None, day="2031-05-01", by="Coast Guard"),
    value("b", 47, 47, by="Interior Ministry"),
    value("c", 68, 68, by="Health Ministry"),
    value("d", 80, None, by="Ana Velisk"),
    value("e", 80, None, by="Ana Velisk", origin="o-d"),
)


@pytest.mark.parametrize(
    ("rule", "numbers"),
    [
        ("conservative", (47, 47, 47)),
        ("best-low-high", (47, 68, 80)),
        ("min-max", (12, None, 80)),
        ("latest-official", (47, None, 68)),
    ],
)
def test_rules(rule, numbers):
    found = estimate(RULED, rule)
    assert found[:3] == numbers
    assert set(found.used) <= {one.figure for one in RULED}
    assert found.used


def test_an_official_is_one_by_name_or_by_the_callers_list():
    values = [value("a", 5, 5, by="Ana Velisk", party="p"), value("b", 9, 9, by="Interior Ministry", party="q")]
    assert estimate(values, "latest-official").best == 9
    assert estimate(values, "latest-official", officials={"p"}).best == 5
    assert estimate(values, "latest-official", officials=()).best is None


def test_a_rule_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="no such rule"):
        estimate(RULED, "loudest")


PLACES = ("Brannock", "Castlemoor", "Dorn", "Pell")
ARTICLES = st.lists(
    st.builds(
        lambda place, second, count, day, what, kind: article(
            f"A {kind} near {place} and in {second} killed {count} {what} on Friday. {count} were killed, it was said.",
            (str(count), count, count, "killed", what),
            published=f"2031-05-{day:02}",
        ),
        st.sampled_from(PLACES),
        st.sampled_from(PLACES),
        st.integers(2, 40),
        st.integers(1, 28),
        st.sampled_from(("people", "children", "soldiers")),
        st.sampled_from(("flood", "bomb")),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda one: one.document.id,
)


@settings(deadline=None, max_examples=60)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_any_order_and_one_by_one_give_the_same_series(articles, random):
    expected = link_series(articles)
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert link_series(shuffled) == expected

    index, links, items = {}, [], {}
    for one in (item for found in shuffled for item in features(found)):
        rivals = {other for key in keys(one) for other in index.get(key, ())}
        links += [link for other in rivals if (link := compare(one, items[other]))]
        for key in keys(one):
            index.setdefault(key, []).append(one.id)
        items[one.id] = one
    made = [build([items[one] for one in group]) for group in groups(items, links)]
    assert tuple(sorted(made, key=lambda one: one.id)) == expected


@settings(deadline=None, max_examples=60)
@given(ARTICLES)
def test_the_keys_miss_no_link_and_spanning_links_hold_all_together(articles):
    items = [one for found in articles for one in features(found)]
    every = []
    for one, other in combinations(items, 2):
        link = compare(one, other)
        assert link == compare(other, one)
        if link:
            assert keys(one) & keys(other)
            every.append(link)
    ids = [one.id for one in items]
    assert groups(ids, every) == groups(ids, spanning(items))


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.integers(0, 90), st.integers(0, 90), st.integers(1, 3), st.sampled_from(("A", "B", "C"))),
        min_size=1,
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_rules_and_relations_do_not_depend_on_order_and_low_is_never_above_high(rows, random):
    values = [
        value(str(n), min(a, b), max(a, b), day=f"2031-05-0{day}", by=f"{by} Ministry")
        for n, (a, b, day, by) in enumerate(rows)
    ]
    shuffled = list(values)
    random.shuffle(shuffled)
    assert relation(values) == relation(shuffled)
    assert disputes(values) == disputes(shuffled)
    for rule in ("conservative", "best-low-high", "min-max", "latest-official"):
        found = estimate(values, rule)
        assert found == estimate(shuffled, rule)
        assert found.low <= found.high
        assert found.best is None or found.low <= found.best <= found.high
