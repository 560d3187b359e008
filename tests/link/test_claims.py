"""If these fail, a reader sees one claim as two or two as one, a side is wrong, or the order of articles matters."""

import json
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import ModelError
from counterclaim.link import claims, relation
from counterclaim.link.claims import ClaimLink
from counterclaim.link.encoder import SHIPPED, SentenceEncoder
from counterclaim.link.propositions import Proposition, features
from counterclaim.records import Act
from counterclaim.records.links import CaseArticle, Claim
from tests.link.making_claims import article

SWITCHED = "that the sprinklers in the warehouse had been switched off"
VIDEO = article(
    "Port video disputed. The harbour office said the video of the fire was a fabrication. The film-maker rejected"
    " the accusation. The union said nine dockers were killed in the fire at the port of Tessaly. The company denied"
    " that the sprinklers in the warehouse had been switched off. The mayor declined to comment.",
    ("harbour office", "said", "the video of the fire was a fabrication", "asserts"),
    ("film-maker", "rejected", "the accusation", "denies"),
    ("union", "said", "nine dockers were killed in the fire at the port of Tessaly", "asserts"),
    ("company", "denied", SWITCHED, "denies"),
    about={
        "the accusation": "the accusation",
        SWITCHED: SWITCHED.removeprefix("that "),
    },
)
INQUIRY = article(
    "Inquiry into the port fire. Experts said the footage of the fire was genuine. Experts said the photographs of the"
    " fire had been doctored. A fireman said someone had switched off the sprinklers in the warehouse. The union said"
    " seven dockers were killed in the fire at the port of Tessaly. The minister asked who was on duty.",
    ("experts", "said", "the footage of the fire was genuine", "asserts"),
    ("experts", "said", "the photographs of the fire had been doctored", "asserts"),
    ("fireman", "said", "someone had switched off the sprinklers in the warehouse", "accuses"),
    ("union", "said", "seven dockers were killed in the fire at the port of Tessaly", "asserts"),
    ("minister", "asked", "who was on duty", "asks"),
    published="2024-05-08",
)
OTHER = article(
    "Ferry late. The ferry line said the night boat to Malmen was two hours late. Passengers said nine of them had"
    " slept on deck.",
    ("ferry line", "said", "the night boat to Malmen was two hours late", "asserts"),
    ("passengers", "said", "nine of them had slept on deck", "asserts"),
    published="2024-05-07",
)
REPRINT = article(
    VIDEO.text + " From our wire.",
    ("harbour office", "said", "the video of the fire was a fabrication", "asserts"),
    ("union", "said", "nine dockers were killed in the fire at the port of Tessaly", "asserts"),
    published="2024-05-07",
)
CASE = (VIDEO, INQUIRY, OTHER, REPRINT)


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder(threads=1)


@pytest.fixture(scope="module")
def propositions(encoder: SentenceEncoder) -> dict[str, tuple[Proposition, ...]]:
    """The case's propositions by document."""
    return {a.document.id: features(a, encoder) for a in CASE}


@pytest.fixture(scope="module")
def found(encoder: SentenceEncoder) -> tuple[Claim, ...]:
    return claims.link_claims(CASE, encoder)


def _sides(found: tuple[Claim, ...], article: CaseArticle, number: int) -> dict[str | None, str]:
    """Who stands where in the claim of an article's statement."""
    wanted = article.statements[number].id
    claim = next(c for c in found if any(p.statement == wanted for p in c.positions))
    return {p.party: p.stance for p in claim.positions}


def test_a_denial_meets_what_it_denies_in_its_own_article_and_in_another(found: tuple[Claim, ...]) -> None:
    assert _sides(found, VIDEO, 0) == {"harbour office": "against", "film-maker": "for", "experts": "for"}
    assert _sides(found, VIDEO, 3) == {"company": "against", "fireman": "for"}


def test_claims_that_differ_in_a_number_or_in_the_thing_stay_apart(found: tuple[Claim, ...]) -> None:
    nine = next(c for c in found if any(p.statement == VIDEO.statements[2].id for p in c.positions))
    assert {p.document for p in nine.positions} == {VIDEO.document.id, REPRINT.document.id}
    assert _sides(found, INQUIRY, 1) == {"experts": "for"}


def test_a_disputed_claim_is_told_from_a_denied_one(encoder: SentenceEncoder, found: tuple[Claim, ...]) -> None:
    states = {c.text: c.state for c in found}
    assert states["the footage of the fire was genuine"] == "disputed"
    alone = {c.text: c for c in claims.link_claims((VIDEO,), encoder)}
    assert alone["the sprinklers in the warehouse had been switched off"].state == "denied"
    # Nobody says that it is genuine in so many words: the claim is worded as it was made, and rejected.
    fake = alone["the video of the fire was a fabrication"]
    assert [(p.party, p.stance) for p in fake.positions] == [("harbour office", "for"), ("film-maker", "against")]


def test_a_question_and_a_refusal_with_no_claim_near_make_none(found: tuple[Claim, ...]) -> None:
    asked = INQUIRY.statements[4].id
    assert all(p.statement != asked for c in found for p in c.positions)


def test_a_claim_is_worded_as_its_earliest_assertion_and_dated(found: tuple[Claim, ...]) -> None:
    claim = next(c for c in found if any(p.statement == VIDEO.statements[3].id for p in c.positions))
    assert claim.text == "someone had switched off the sprinklers in the warehouse"
    assert (claim.first_seen, claim.last_seen) == ("2024-05-06", "2024-05-08")


def test_parties_and_origins_are_those_that_are_given(encoder: SentenceEncoder) -> None:
    party = {VIDEO.statements[2].id: "party-u", REPRINT.statements[1].id: "party-u"}
    group = {VIDEO.statements[2].id: "wire", REPRINT.statements[1].id: "wire"}
    linked = claims.link_claims((VIDEO, REPRINT), encoder, party, group)
    claim = next(c for c in linked if any(p.statement == VIDEO.statements[2].id for p in c.positions))
    assert {(p.party, p.origin_group) for p in claim.positions} == {("party-u", "wire")}
    assert claim.independent_sources == 1


@pytest.mark.parametrize(("cue", "act"), [("doesn’t think", "believes"), ("doubted", "believes"), ("denied", "denies")])
def test_who_does_not_think_a_thing_stands_against_it(encoder: SentenceEncoder, cue: str, act: Act) -> None:
    words = "the sluice was open at noon"
    doubter = article(f"The keeper {cue} {words}.", ("keeper", cue, words, act))
    (alone,) = claims.link_claims((doubter,), encoder)
    assert (alone.text, alone.state) == (words, "denied")
    assert [p.stance for p in alone.positions] == ["against"]


def _two(one: tuple[str, str, Act], other: tuple[str, str, Act]) -> tuple[CaseArticle, CaseArticle]:
    """Two articles on two days with one statement each."""
    days = ("2024-05-06", "2024-05-08")
    return tuple(  # type: ignore[return-value]
        article(f"Harbour news {day}. The {who} said {words}.", (who, "said", words, act), published=day)
        for day, (who, words, act) in zip(days, (one, other), strict=True)
    )


def _opposed(encoder: SentenceEncoder, one: tuple[str, str, Act], other: tuple[str, str, Act]) -> list[bool]:
    """For each pair that takes different sides, whether it may be a dispute; the same either way round."""
    first, second = (features(a, encoder) for a in _two(one, other))
    against = [(p, q) for p in first for q in second if p.sign * q.sign < 0]
    assert against, "the two must differ in their sign"
    assert all(relation.opposable(p, q) == relation.opposable(q, p) for p, q in against)
    return [relation.opposable(p, q) for p, q in against]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("ferryman", "the harbour was closed on Friday", "asserts"),
            ("pilot", "it was not closed on Friday", "asserts"),
        ),
        (("union", "three dockers were killed", "asserts"), ("port office", "no docker was killed", "asserts")),
        (("mayor", "the harbour must be closed", "demands"), ("office", "the harbour must be closed", "denies")),
        (("pilot", "we were warned", "admits"), ("pilot", "there was no warning", "denies")),
    ],
)
def test_who_denies_what_another_says_stands_against_him(
    encoder: SentenceEncoder, one: tuple[str, str, Act], other: tuple[str, str, Act]
) -> None:
    cue = other[2] == "denies" and "no " not in other[1]
    second = (other[0], f"it is not true that {other[1]}", other[2]) if cue else other
    assert any(_opposed(encoder, one, second))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("painter", "I painted what I saw", "asserts"), ("warden", "he never saw it", "asserts")),
        (("union", "the alleged theft of the boats", "asserts"), ("warden", "there was no theft of boats", "asserts")),
        (("union", "the harbour must be closed", "demands"), ("pilot", "the harbour was not closed", "asserts")),
        (("clerk", "303 boats had paid the toll", "asserts"), ("union", "they had not yet paid the toll", "asserts")),
        (
            ("clerk", "nobody is saying the boats do not need a pilot", "asserts"),
            ("union", "the boats do not need a pilot and some do not want one", "denies"),
        ),
        (
            ("pilot", "the boats were not warned", "denies"),
            ("pilot", "there was no reason to warn the boats", "denies"),
        ),
    ],
)
def test_words_in_common_and_a_negation_make_no_dispute(
    encoder: SentenceEncoder, one: tuple[str, str, Act], other: tuple[str, str, Act]
) -> None:
    first, second = (features(a, encoder) for a in _two(one, other))
    assert first
    assert second
    assert not any(p.sign * q.sign < 0 and relation.opposable(p, q) for p in first for q in second)


def test_nobody_disputes_with_himself_on_one_day(encoder: SentenceEncoder) -> None:
    said = ("The harbour was closed at noon", "it was not closed at noon")
    one, other = features(
        article(
            f"Harbour. The pilot said {said[0]}. The pilot said {said[1]}.",
            ("pilot", "said", said[0], "asserts"),
            ("pilot", "said", said[1], "asserts"),
        ),
        encoder,
    )
    assert one.sign * other.sign < 0
    assert not relation.opposable(one, other)
    elsewhere = msgspec.structs.replace(other, speaker="ferryman")
    assert relation.opposable(one, elsewhere)


def test_a_denial_of_wrongdoing_points_to_a_charge_and_no_other_statement(encoder: SentenceEncoder) -> None:
    text = "Port. The union said the pier was old. The office denied any wrongdoing."
    old = ("union", "said", "the pier was old", "asserts")
    denied = ("office", "denied", "any wrongdoing", "denies")
    assert not any(p.tied for p in features(article(text, old, denied), encoder))
    charge = ("union", "said", "the office had sold the pier", "accuses")
    charged = features(article(text.replace("the pier was old", charge[2]), charge, denied), encoder)
    assert [p.sign for p in charged if p.tied] == [-1]


def test_an_articles_propositions_depend_on_it_alone(
    encoder: SentenceEncoder, propositions: dict[str, tuple[Proposition, ...]]
) -> None:
    assert features(VIDEO, encoder) == propositions[VIDEO.document.id]


def test_two_propositions_are_compared_alike_in_either_order(
    propositions: dict[str, tuple[Proposition, ...]],
) -> None:
    every = [p for ps in propositions.values() for p in ps]
    for one, other in combinations(every, 2):
        assert claims.compare(one, other) == claims.compare(other, one)
        assert relation.features(one, other) == pytest.approx(relation.features(other, one), abs=1e-5)


@given(st.permutations(range(len(CASE))))
def test_any_order_and_one_by_one_give_the_claims_of_all_at_once(order: list[int]) -> None:
    encoder = SentenceEncoder(threads=1)
    made = _MADE or _MADE.update({a.document.id: features(a, encoder) for a in CASE}) or _MADE
    shelves: dict[str, list[Proposition]] = {}
    links: list[ClaimLink] = []
    ids: list[str] = []
    for number in order:
        for p in made[CASE[number].document.id]:
            near = {q.id: q for key in claims.keys(p) for q in shelves.get(key, ())}
            links += [link for q in near.values() if (link := claims.compare(p, q))]
            ids.append(p.id)
            for key in claims.keys(p):
                shelves.setdefault(key, []).append(p)
    every = [p for ps in made.values() for p in ps]
    at_once = [link for a, b in claims.candidates(every) if (link := claims.compare(every[a], every[b]))]
    assert claims.groups(ids, links) == claims.groups([p.id for p in every], at_once)


_MADE: dict[str, tuple[Proposition, ...]] = {}


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.integers(0, 9), st.sampled_from([0.1, 0.2, 0.3, 0.5, 0.9])).filter(
            lambda t: t[0] < t[1]
        ),
        unique_by=lambda t: t[:2],
        max_size=30,
    ),
    st.randoms(use_true_random=False),
)
def test_groups_are_a_partition_that_no_order_changes(pairs: list[tuple[int, int, float]], random: object) -> None:
    ids = [f"p{i}" for i in range(10)]
    links = [ClaimLink(one=f"p{a}", other=f"p{b}", score=score) for a, b, score in pairs]
    once = claims.groups(ids, links)
    shuffled = [*links]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert claims.groups(reversed(ids), shuffled) == once
    assert sorted(i for group in once for i in group) == ids


@given(st.lists(st.sampled_from([0.3, 0.5, 0.9]), min_size=3, max_size=8))
def test_what_happens_in_one_component_leaves_the_others_alone(chain: list[float]) -> None:
    links = [ClaimLink(one=f"a{i}", other=f"a{i + 1}", score=s) for i, s in enumerate(chain)]
    far = [ClaimLink(one="z0", other="z1", score=0.8)]
    ids = [f"a{i}" for i in range(len(chain) + 1)]
    assert claims.groups([*ids, "z0", "z1"], links + far) == [*claims.groups(ids, links), ("z0", "z1")]


def test_a_long_chain_doesnt_make_one_claim_of_its_ends() -> None:
    links = [ClaimLink(one=f"p{i}", other=f"p{i + 1}", score=0.6) for i in range(9)]
    assert len(claims.groups([f"p{i}" for i in range(10)], links)) > 1


def test_weights_other_than_the_cards_are_refused(tmp_path: Path) -> None:
    for name in ("card.json", "tokenizer.json"):
        (tmp_path / name).write_bytes((SHIPPED / name).read_bytes())
    (tmp_path / "model.onnx").write_bytes(b"other weights")
    with pytest.raises(ModelError, match="is not the one that its card names"):
        SentenceEncoder(tmp_path)(["words"])
    with pytest.raises(ModelError, match="can't be read"):
        SentenceEncoder(tmp_path / "nowhere")(["words"])


def test_the_weights_are_those_of_the_features(tmp_path: Path) -> None:
    shipped = json.loads((SHIPPED / "relation.json").read_text(encoding="utf-8"))
    assert tuple(shipped["weights"]) == relation.FEATURES
