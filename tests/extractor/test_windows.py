"""If windows leave a gap, what is said there is never found."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.extractor.windows import OVERLAP, WINDOW, windows


@given(st.integers(0, 20_000))
def test_kept_parts_tile_the_stream(length: int) -> None:
    cuts = windows(length)
    kept = [(w.keep_start, w.keep_end) for w in cuts]
    assert [a for a, _ in kept[1:]] == [b for _, b in kept[:-1]]
    assert not kept or (kept[0][0], kept[-1][1]) == (0, length)
    assert bool(kept) == bool(length)


@given(st.integers(1, 20_000))
def test_windows_fit_the_encoder_and_see_context(length: int) -> None:
    cuts = windows(length)
    assert all(0 < w.end - w.start <= WINDOW for w in cuts)
    assert all(w.start <= w.keep_start < w.keep_end <= w.end for w in cuts)
    for before, after in pairwise(cuts):
        assert before.end - after.start >= OVERLAP
