"""A token stream in, the encoder's scores for every token and link out."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from counterclaim.extractor.decode import Scores
from counterclaim.extractor.labels import TAGS
from counterclaim.extractor.tokens import Tokens, WordPieces
from counterclaim.extractor.windows import Window, windows

Row = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Network = Callable[[Row, Row], tuple[Floats, Floats]]
"""Ids and features of one window's tokens to tag logits (tokens x tags) and link logits
(tokens x tokens). A window goes through alone: a full one keeps a core busy, batches were no
faster and took more memory, and 8-bit products scale all that goes through at once, so that
in a batch an answer would depend on its neighbours."""


def score(stream: Tokens, pieces: WordPieces, network: Network) -> Scores:
    """What ``network`` says of one text."""
    cuts = windows(len(stream))
    tags: list[Floats] = []
    links: list[Floats] = []
    for window in cuts:
        tag, link = network(*framed(stream, window, pieces))
        kept = tag[1 + window.keep_start - window.start : 1 + window.keep_end - window.start]
        tags.append(_log_softmax(kept.astype(np.float32)))
        links.append(link[:-1, :-1].astype(np.float32))
    joined = np.concatenate(tags) if tags else np.zeros((0, len(TAGS)), dtype=np.float32)
    return Scores(joined, cuts, links)


def framed(stream: Tokens, window: Window, pieces: WordPieces) -> tuple[Row, Row]:
    """A window's ids and features between the start and the end token."""
    cut = slice(window.start, window.end)
    ids = np.concatenate(([pieces.start_id], stream.ids[cut], [pieces.end_id]))
    features = np.concatenate(([0], stream.features[cut], [0]))
    return ids.astype(np.int64), features.astype(np.int64)


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
