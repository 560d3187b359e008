"""Independent sources: what lets a reader say that two stood for a claim, and not one in ten papers."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link.corroboration import body_of, confirmed, corroborate, matching
from counterclaim.records.links import Claim, Position


def stand(statement, party, origin, stance="for", day="2031-05-04", document=None):
    return Position(
        statement=statement,
        document=document or f"d-{statement}",
        party=party,
        stance=stance,
        origin_group=origin,
        day=day,
        score=1.0,
    )


def test_one_agency_in_ten_papers_and_one_minister_in_ten_papers_are_one_source():
    copies = [stand(f"s{n}", f"party{n}", "wire") for n in range(10)]
    assert corroborate(copies).independent_for == 1
    minister = [stand(f"s{n}", "minister", f"origin{n}") for n in range(10)]
    found = corroborate(minister)
    assert (found.independent_for, found.state) == (1, "single-source")
    assert [one.why for one in found.left_out] == ["same party"] * 9


def test_the_greatest_number_of_sources_is_found_where_the_first_choice_would_block():
    # Taking mayor with wire first would leave the witness, who is only on the wire, uncounted.
    positions = [stand("a", "mayor", "wire"), stand("b", "mayor", "interview"), stand("c", "witness", "wire")]
    found = corroborate(positions)
    assert (found.independent_for, found.state) == (2, "corroborated")
    assert {(one.party, one.origin_group, one.statement) for one in found.reasons} == {
        ("mayor", "interview", "b"),
        ("witness", "wire", "c"),
    }
    assert [(one.statement, one.why) for one in found.left_out] == [("a", "same party")]


def test_what_shares_an_origin_says_so():
    found = corroborate([stand("a", "mayor", "wire"), stand("b", "witness", "wire")])
    assert [(one.statement, one.why) for one in found.left_out] == [("b", "same origin")]


def test_a_spokesman_is_counted_with_his_body_only_when_asked():
    positions = [stand("a", "ministry", "one"), stand("b", "spokesman", "two")]
    assert corroborate(positions).independent_for == 2
    assert corroborate(positions, bodies={"spokesman": "ministry"}).independent_for == 1


def test_bodies_are_followed_upwards_and_a_circle_ends():
    assert body_of("spokesman", {"spokesman": "ministry", "ministry": "government"}) == "government"
    assert body_of("a", {"a": "b", "b": "c", "c": "b"}) == "b"
    assert body_of("c", {"a": "b", "b": "c", "c": "b"}) == "b"


def test_unnamed_sources_count_once_per_origin_and_only_when_asked():
    positions = [stand("a", None, "one"), stand("b", None, "one"), stand("c", None, "two")]
    found = corroborate(positions)
    assert (found.independent_for, found.state) == (0, "single-source")
    assert {one.why for one in found.left_out} == {"no named party"}
    assert corroborate(positions, unnamed=True).independent_for == 2


@pytest.mark.parametrize(
    ("stances", "state"),
    [
        (["for"], "single-source"),
        (["for", "for"], "corroborated"),
        (["for", "for", "against"], "disputed"),
        (["against", "against"], "denied"),
        (["unclear", "for"], "single-source"),
    ],
)
def test_states(stances, state):
    positions = [stand(f"s{n}", f"p{n}", f"o{n}", stance) for n, stance in enumerate(stances)]
    assert corroborate(positions).state == state


def test_a_denial_that_was_given_up_disputes_nothing():
    positions = [
        stand("a", "engineer", "memo", day="2031-05-04"),
        stand("b", "company", "release", "against", day="2031-05-05"),
        stand("c", "company", "briefing", "for", day="2031-05-10"),
    ]
    found = corroborate(positions)
    assert (found.state, found.independent_for, found.independent_against) == ("corroborated", 2, 0)
    assert [(one.statement, one.why) for one in found.left_out] == [("b", "given up")]
    assert corroborate(positions, standing=False).state == "disputed"


def test_both_sides_on_one_day_or_without_a_day_give_nothing_up():
    same = [stand("a", "mayor", "one"), stand("b", "mayor", "two", "against")]
    assert corroborate(same).state == "disputed"
    undated = [stand("a", "mayor", "one", day=None), stand("b", "mayor", "two", "against")]
    assert corroborate(undated).state == "disputed"


def test_the_filter_keeps_what_enough_sources_stand_for():
    claims = [
        Claim(
            id=str(n),
            text="t",
            positions=(),
            independent_sources=n,
            independent_against=0,
            first_seen=None,
            last_seen=None,
            state="single-source",
        )
        for n in range(4)
    ]
    assert [claim.id for claim in confirmed(claims)] == ["2", "3"]
    assert [claim.id for claim in confirmed(claims, 3)] == ["3"]


def most(edges):
    """The size of the greatest matching, by trying every choice."""

    def best(lefts, taken):
        if not lefts:
            return 0
        head, *rest = lefts
        return max(
            [best(rest, taken), *(1 + best(rest, taken | {right}) for right in edges[head] if right not in taken)]
        )

    return best(sorted(edges), frozenset())


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("uvwxyz"), unique=True, max_size=4)))
def test_the_matching_is_one_and_is_maximum(edges):
    found = matching(edges)
    assert all(right in edges[left] for left, right in found.items())
    assert len(set(found.values())) == len(found) == most(edges)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("p", "q", "r", None)),
            st.sampled_from(("o1", "o2", "o3")),
            st.sampled_from(("for", "against", "unclear")),
            st.sampled_from(("2031-05-04", "2031-05-05", None)),
        ),
        max_size=5,
    )
)
def test_the_order_of_positions_changes_nothing_and_each_is_accounted_for(rows):
    positions = [stand(f"s{n}", *row) for n, row in enumerate(rows)]
    expected = corroborate(positions)
    assert all(corroborate(order) == expected for order in permutations(positions))
    shown = [one.statement for one in (*expected.reasons, *expected.left_out)]
    assert sorted(shown) == [one.statement for one in positions]
