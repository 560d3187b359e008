"""Tokens and gold attributions in, a tag and a link target for every token out."""

import numpy as np
import numpy.typing as npt

from counterclaim.extractor.tokens import Tokens
from training.polnear import ROLES, Attribution

IGNORE = -100
NO_CUE = -1


def encode(tokens: Tokens, attributions: list[Attribution]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Tags (index into ``counterclaim.extractor.labels.TAGS``) and link targets (token indices).

    A token's target is the first token of the cue of its attribution: its own for a cue,
    NO_CUE where the attribution has none, IGNORE for a token outside every attribution.
    """
    tags = np.zeros(len(tokens), dtype=np.int64)
    links = np.full(len(tokens), IGNORE, dtype=np.int64)
    for item in attributions:
        cue = covered(tokens, item.cue[0]) if item.cue else (0, 0)
        anchor = cue[0] if cue[0] < cue[1] else NO_CUE
        for number, role in enumerate(ROLES):
            for span in getattr(item, role):
                first, last = covered(tokens, span)
                if first == last or tags[first:last].any():
                    continue
                tags[first:last] = 2 + 2 * number
                tags[first] = 1 + 2 * number
                links[first:last] = anchor
    return tags, links


def covered(tokens: Tokens, span: tuple[int, int]) -> tuple[int, int]:
    """The half-open range of tokens that share a character with ``span``."""
    first = int(np.searchsorted(tokens.ends, span[0], side="right"))
    last = int(np.searchsorted(tokens.starts, span[1], side="left"))
    return first, max(first, last)
