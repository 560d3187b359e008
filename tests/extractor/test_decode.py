"""If decoding ties words to the wrong mouth, the ledger slanders somebody."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extractor.decode import Scores, best_tags, decode
from counterclaim.extractor.labels import TAGS


def scores(tags: list[str], anchors: dict[int, int]) -> Scores:
    """A network that is quite sure of ``tags`` and that token i's cue begins at ``anchors[i]``."""
    log = np.full((len(tags), len(TAGS)), -6.0, dtype=np.float32)
    for token, tag in enumerate(tags):
        log[token, TAGS.index(tag)] = -0.02
    targets = np.full((len(tags), 2), -1, dtype=np.int32)
    odds = np.full((len(tags), 2), 0.01, dtype=np.float32)
    for token, anchor in anchors.items():
        targets[token, 0], odds[token, 0] = anchor, 0.98
    return Scores(log, targets, odds)


@given(st.lists(st.lists(st.floats(-9, 0), min_size=len(TAGS), max_size=len(TAGS)), min_size=1, max_size=30))
def test_tag_sequences_are_well_formed(rows: list[list[float]]) -> None:
    tags = [TAGS[i] for i in best_tags(np.array(rows, dtype=np.float32))]
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


def test_pieces_around_a_cue_are_one_attribution() -> None:
    tags = ["B-content", "I-content", "B-source", "B-cue", "B-content", "I-content"]
    found = decode(scores(tags, {0: 3, 1: 3, 2: 3, 4: 3, 5: 3}))
    assert [[(p.first, p.last) for p in item.content] for item in found] == [[(0, 2), (4, 6)]]
    assert [(p.first, p.last) for p in found[0].source] == [(2, 3)]


def test_links_win_over_nearness() -> None:
    tags = ["B-source", "B-cue", "B-content", "B-source", "B-cue", "B-content"]
    found = decode(scores(tags, {0: 1, 2: 1, 3: 4, 5: 1}))
    assert len(found) == 1
    assert [(p.first, p.last) for p in found[0].content] == [(2, 3), (5, 6)]


def test_a_cue_takes_one_source_and_the_other_goes_to_its_next() -> None:
    made = scores(["B-source", "B-cue", "B-content", "B-source", "B-cue", "B-content"], {3: 4, 2: 1, 5: 4})
    made.targets[0], made.odds[0] = (4, 1), (0.6, 0.4)
    found = decode(made)
    assert [item.source[0].first for item in found] == [0, 3]


def test_a_content_without_any_cue_is_kept_with_less_confidence() -> None:
    found = decode(scores(["O", "B-content", "I-content"], {}))
    assert len(found) == 1
    assert found[0].source == ()
    assert found[0].evidence.plain() < 0.6


def test_nothing_in_nothing_out() -> None:
    nothing = np.zeros((0, 8), dtype=np.float32)
    assert decode(Scores(np.zeros((0, len(TAGS)), dtype=np.float32), nothing.astype(np.int32), nothing)) == []


def test_a_source_just_short_of_its_tag_is_found_for_a_cue_without_one() -> None:
    made = scores(["O", "O", "B-cue", "B-content", "I-content"], {1: 2, 3: 2, 4: 2})
    made.tags[1, TAGS.index("B-source")] = np.log(0.4)
    (found,) = decode(made)
    assert [(p.first, p.last) for p in found.source] == [(1, 2)]
    made.tags[1, TAGS.index("B-source")] = np.log(0.1)
    (found,) = decode(made)
    assert found.source == ()
