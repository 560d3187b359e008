"""If a correction reached further than its words, people would spoil with it what the machine had right."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.link import claims
from counterclaim.link.judgements import apply
from counterclaim.records.judgement import JudgedKind, Judgement
from tests.link.making_claims import article


def judged(
    kind: str,
    *members: str,
    at: str = "2024-01-01T00:00:00Z",
    withdrawn: bool = False,
    about: JudgedKind = "party",
    opposed: tuple[str, ...] = (),
) -> Judgement:
    return Judgement(
        about=about,
        kind="merge" if kind == "merge" else "split",
        members=members,
        opposed=opposed,
        user="ed",
        at=at,
        reason="seen",
        withdrawn=withdrawn,
    )


def test_merges_and_splits_follow_in_time_and_leave_no_trace_when_withdrawn() -> None:
    found = [("a", "b"), ("c",), ("d", "e")]
    merge = judged("merge", "a", "c")
    split = judged("split", "b", at="2024-01-02T00:00:00Z")
    assert apply(found, [split, merge], "party").groups == [("a", "c"), ("b",), ("d", "e")]
    assert apply(found, [judged("merge", "a", "c", withdrawn=True)], "party").groups == found


def test_judgements_of_claims_leave_parties_as_they_are() -> None:
    found = [("a", "b"), ("c",)]
    merge = judged("merge", "a", "c", about="claim")
    assert apply(found, [merge], "party").groups == found
    assert apply(found, [merge], "claim").groups == [("a", "b", "c")]


@given(st.lists(st.tuples(st.sampled_from(["merge", "split"]), st.sets(st.sampled_from("abcdefgx"), min_size=1))))
def test_judgements_lose_and_double_nobody(given_: list[tuple[str, set[str]]]) -> None:
    made = [judged(kind, *sorted(who), opposed=tuple(sorted(who)[1:])) for kind, who in given_]
    found = apply([("a", "b"), ("c", "d", "e"), ("f", "g")], made, "party")
    assert sorted(member for group in found.groups for member in group) == list("abcdefg")
    assert all(not set(group) <= found.turned for group in found.groups)


def test_an_opposed_claim_keeps_its_own_sides_and_takes_the_other_against_the_first() -> None:
    merge = judged("merge", "a", "c", about="claim", opposed=("c",))
    found = apply([("a", "b"), ("c", "d"), ("e",)], [merge], "claim")
    assert found.groups == [("a", "b", "c", "d"), ("e",)]
    assert found.turned == {"c", "d"}
    # A second one turns it back: the enemy of an enemy.
    again = judged("merge", "a", "e", about="claim", opposed=("a",), at="2024-01-02T00:00:00Z")
    assert apply([("a", "b"), ("c", "d"), ("e",)], [merge, again], "claim").turned == {"a", "b"}
    # Taken out again, it is a claim of its own with the sides that it had.
    split = judged("split", "c", "d", about="claim", at="2024-01-02T00:00:00Z")
    parted = apply([("a", "b"), ("c", "d"), ("e",)], [merge, split], "claim")
    assert parted.groups == [("a", "b"), ("c", "d"), ("e",)]
    assert not parted.turned


def test_a_claim_turned_by_a_judgement_stands_against_the_first_one() -> None:
    left, back = "the bird has left the island", "it was sitting on the pier every night"
    text = f"Ana Bell said that {left}. Jon Reed said that {back}."
    made = article(text, ("Ana Bell", "said", left, "asserts"), ("Jon Reed", "said", back, "asserts"))
    one, other = claims.features(made, claims.SentenceEncoder())
    assert (one.sign, other.sign) == (1, 1)
    found = claims.claim([one, other], {}, {}, {}, frozenset({other.id}))
    assert found is not None
    assert found.text == "the bird has left the island"
    assert {p.statement: p.stance for p in found.positions} == {one.statement: "for", other.statement: "against"}
    assert found.state == "disputed"
