"""If the two sides of a claim stand on no common shelf, nothing that compares them can ever find them."""

import msgspec
import numpy as np
import pytest

from counterclaim.link import claims, shelves
from counterclaim.link.propositions import Proposition
from tests.link.making_claims import article

GUSTS = "strong gusts kept it from touching down"
LANDED = "the aircraft couldn't land because of the wind"


AIRPORT = "Gusts over Punta Verde. The warden said that {}. The airport of Punta Verde was closed."
COAST = "Storm over the coast. The minister said that {}. The airport near the city was closed."
ISLAND = "Skerry Island cut off. The pilot said that {}. Ferries to Skerry Island stayed in port."


def made(words: str, published: str = "2024-05-06", story: str = AIRPORT) -> Proposition:
    said = article(story.format(words), ("Bell", "said", words, "asserts"), published=published)
    (found,) = claims.features(said, claims.SentenceEncoder())
    return found


def test_one_thing_in_other_words_is_found_in_articles_of_one_event() -> None:
    one, other = made(GUSTS), made(LANDED, published="2024-05-09")
    assert not set(one.words) & set(other.words)
    assert shelves.keys(one) & shelves.keys(other)


@pytest.mark.parametrize(("published", "story"), [("2024-08-09", COAST), ("2024-05-09", ISLAND)])
def test_other_words_of_another_event_or_season_are_not_compared(published: str, story: str) -> None:
    first = made(GUSTS, story=COAST)
    assert shelves.keys(first) & shelves.keys(made(LANDED, story=COAST))
    assert not shelves.keys(first) & shelves.keys(made(LANDED, published, story))


def test_an_event_with_a_rare_name_is_one_whenever_it_is_told() -> None:
    assert shelves.keys(made(GUSTS)) & shelves.keys(made(LANDED, "2025-11-01"))


def test_the_same_rare_words_are_found_whenever_they_are_said() -> None:
    assert shelves.keys(made(GUSTS)) & shelves.keys(made(GUSTS, published="2029-01-01"))


@pytest.mark.parametrize("apart", range(15))
def test_articles_a_fortnight_apart_share_a_block(apart: int) -> None:
    one = made(GUSTS)
    other = msgspec.structs.replace(one, published=f"2024-05-{6 + apart:02}", words=())
    assert shelves.keys(one) & shelves.keys(other)


def test_the_points_are_of_length_one() -> None:
    assert np.allclose(np.linalg.norm(shelves.points(), axis=1), 1, atol=0.01)
