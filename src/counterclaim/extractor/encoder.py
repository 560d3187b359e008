"""Token streams in, the encoder's scores for every token and link out."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.extractor.decode import Scores
from counterclaim.extractor.labels import TAGS
from counterclaim.extractor.tokens import Tokens, WordPieces
from counterclaim.extractor.windows import Window, windows

Batch = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Network = Callable[[Batch, Batch, Batch], tuple[Floats, Floats]]
"""Ids, features and mask (batch x tokens) to tag logits (batch x tokens x tags) and link
logits (batch x tokens x tokens)."""

BATCH_TOKENS = 512
"""Tokens that go through the network at once. One full window already keeps a core busy:
larger batches were no faster (4,096: 1,362 words per CPU-second, 512: 1,601) and took
1,072 MB where this takes 260 MB."""


def score(streams: Sequence[Tokens], pieces: WordPieces, network: Network) -> list[Scores]:
    """What ``network`` says of each text.

    Windows of like length go through together, whichever text they are from, so that little
    is spent on padding; the answer doesn't depend on what else is in the call.
    """
    cuts = [windows(len(stream)) for stream in streams]
    jobs = [(text, number) for text, mine in enumerate(cuts) for number in range(len(mine))]
    jobs.sort(key=lambda job: _length(cuts[job[0]][job[1]]))
    tags: dict[tuple[int, int], Floats] = {}
    links: dict[tuple[int, int], Floats] = {}
    for batch in _batches(jobs, [_length(cuts[text][number]) for text, number in jobs]):
        ids, features, mask = _stack([(streams[text], cuts[text][number]) for text, number in batch], pieces)
        tag, link = network(ids, features, mask)
        for row, (text, number) in enumerate(batch):
            window = cuts[text][number]
            end = 1 + _length(window)
            kept = tag[row, 1 + window.keep_start - window.start : 1 + window.keep_end - window.start]
            tags[text, number] = _log_softmax(kept.astype(np.float32))
            links[text, number] = link[row, :end, :end].astype(np.float32)
    out = []
    for text, mine in enumerate(cuts):
        parts = [tags[text, number] for number in range(len(mine))]
        joined = np.concatenate(parts) if parts else np.zeros((0, len(TAGS)), dtype=np.float32)
        out.append(Scores(joined, mine, [links[text, number] for number in range(len(mine))]))
    return out


def _length(window: Window) -> int:
    return window.end - window.start


def _batches(jobs: list[tuple[int, int]], lengths: list[int]) -> Iterator[list[tuple[int, int]]]:
    """Runs of jobs, shortest first, that fill at most BATCH_TOKENS when padded to their longest."""
    begin = 0
    for end in range(1, len(jobs) + 1):
        if end == len(jobs) or (end + 1 - begin) * (lengths[end] + 2) > BATCH_TOKENS:
            yield jobs[begin:end]
            begin = end


def _stack(rows: list[tuple[Tokens, Window]], pieces: WordPieces) -> tuple[Batch, Batch, Batch]:
    width = max(_length(window) for _, window in rows) + 2
    ids = np.full((len(rows), width), pieces.pad_id, dtype=np.int64)
    features = np.zeros((len(rows), width), dtype=np.int64)
    mask = np.zeros((len(rows), width), dtype=np.int64)
    for row, (stream, window) in enumerate(rows):
        end = 1 + _length(window)
        ids[row, 0], ids[row, end] = pieces.start_id, pieces.end_id
        ids[row, 1:end] = stream.ids[window.start : window.end]
        features[row, 1:end] = stream.features[window.start : window.end]
        mask[row, : end + 1] = 1
    return ids, features, mask


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
