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


TARGETS = 8
"""Link targets kept for each token: the likeliest hold nearly all of the probability, and a
whole matrix for each window would let memory grow with an article's length."""


def score(stream: Tokens, pieces: WordPieces, network: Network) -> Scores:
    """What ``network`` says of one text."""
    tags = [np.zeros((0, len(TAGS)), dtype=np.float32)]
    targets = [np.zeros((0, TARGETS), dtype=np.int32)]
    odds = [np.zeros((0, TARGETS), dtype=np.float32)]
    for window in windows(len(stream)):
        tag, link = network(*framed(stream, window, pieces))
        kept = slice(1 + window.keep_start - window.start, 1 + window.keep_end - window.start)
        tags.append(_log_softmax(tag[kept].astype(np.float32)))
        target, probability = _likeliest(np.exp(_log_softmax(link[kept].astype(np.float32))))
        # Column 0 is the start token, which stands for "no cue" and becomes -1.
        targets.append(np.where(target == 0, -1, target - 1 + window.start).astype(np.int32))
        odds.append(probability)
    return Scores(np.concatenate(tags), np.concatenate(targets), np.concatenate(odds))


def _likeliest(probabilities: Floats) -> tuple[npt.NDArray[np.intp], Floats]:
    """The columns of the TARGETS largest values of each row, and the values."""
    count = min(TARGETS, probabilities.shape[1])
    columns = np.argpartition(probabilities, -count, axis=1)[:, -count:]
    values = np.take_along_axis(probabilities, columns, axis=1)
    missing = ((0, 0), (0, TARGETS - count))
    return np.pad(columns, missing), np.pad(values, missing)


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
