"""If alignment is wrong, the passages shown as evidence are not the words that two articles share."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link.passages import (
    RUN,
    Words,
    prose_lines,
    prose_words,
    shared_runs,
    shingles,
    winnowed,
    words_within,
)

WORDS = st.lists(
    st.sampled_from(["pier", "leg", "rust", "boat", "net", "basin", "board", "wind", "tide", "rope"]), max_size=60
)


def words_of(text: str) -> Words:
    return words_within(text, [(0, len(text))])


@settings(deadline=None)
@given(WORDS, WORDS, WORDS)
def test_shared_runs_are_equal_words_and_use_each_word_once(
    one: list[str], shared: list[str], other: list[str]
) -> None:
    first, second = [*one, *shared], [*shared, *other]
    runs = shared_runs(words_of(" ".join(first)), words_of(" ".join(second)))
    for run in runs:
        assert run.words >= RUN
        assert first[run.one : run.one + run.words] == second[run.other : run.other + run.words]
    mine = [place for run in runs for place in range(run.one, run.one + run.words)]
    theirs = [place for run in runs for place in range(run.other, run.other + run.words)]
    assert len(mine) == len(set(mine))
    assert len(theirs) == len(set(theirs))


@settings(deadline=None)
@given(st.integers(0, 50), st.integers(0, 50), st.integers(39, 120))
def test_texts_that_share_39_words_on_end_share_a_fingerprint(before: int, after: int, length: int) -> None:
    shared = [f"word{place}" for place in range(length)]
    one = words_of(" ".join([f"a{place}" for place in range(before)] + shared))
    other = words_of(" ".join(shared + [f"b{place}" for place in range(after)]))
    first, second = (set(winnowed(shingles(words, 8), 32).tolist()) for words in (one, other))
    assert first & second


def test_words_stand_where_they_say() -> None:
    text = "“Don’t — ever — lean on the pier,” she said.\nIt isn't safe at all, and it won’t be before May."
    words = prose_words(text)
    found = [text[slice(*words.span(place, place))] for place in range(len(words))]
    assert found[:4] == ["Don’t", "ever", "lean", "on"]
    straight = words_of(text.replace("’", "'").replace("“", '"').replace("—", "-"))
    assert straight.hashes == words.hashes


def test_a_litany_is_aligned_in_no_time() -> None:
    one, other = words_of("ring the bell " * 40_000 + "and go home to bed now"), words_of("ring the bell " * 30_000)
    began = time.process_time()
    shared_runs(one, other)
    assert time.process_time() - began < 2


def test_page_furniture_is_no_prose() -> None:
    lines = [
        "The board closed the pier on Monday after divers found rust on four of its legs.",
        "Share this article",
        "Subscribe to our newsletter and never miss what happens in the harbour again.",
        "Copyright 2024 Skerry Sound Herald.",
        "Nobody was hurt.",
        "Ann Howe contributed to this report.",
        "Tom Farrier is the author of three books on the sea and a columnist for this paper.",
    ]
    text = "\n".join(lines)
    assert [text[slice(*span)] for span in prose_lines(text)] == [lines[0], lines[4]]
