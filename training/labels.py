"""Tokens and gold attributions in, a tag and a link target for every token out."""

import numpy as np
import numpy.typing as npt

from counterclaim.extractor.tokens import Tokens
from training.polnear import ROLES, Attribution

IGNORE = -100
NO_CUE = -1
TARGETS = 4
"""Most cues that one source is tied to; 2 attributions in 10,000 would need more."""


def encode(tokens: Tokens, attributions: list[Attribution]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Tags (index into ``counterclaim.extractor.labels.TAGS``) and link targets (tokens x TARGETS, token indices).

    A token's target is the first token of the cue of its attribution: its own for a cue,
    NO_CUE where the attribution has none. A source that several attributions share has several
    targets. What is left of a row is IGNORE, all of it for a token outside every attribution.
    """
    tags = np.zeros(len(tokens), dtype=np.int64)
    links = np.full((len(tokens), TARGETS), IGNORE, dtype=np.int64)
    for item in attributions:
        cue = covered(tokens, item.cue[0]) if item.cue else (0, 0)
        anchor = cue[0] if cue[0] < cue[1] else NO_CUE
        for number, role in enumerate(ROLES):
            for span in getattr(item, role):
                first, last = covered(tokens, span)
                tag = 1 + 2 * number
                shared = first < last and tags[first] == tag and (tags[first + 1 : last] == tag + 1).all()
                if first == last or (tags[first:last].any() and not shared):
                    continue
                tags[first:last] = tag + 1
                tags[first] = tag
                free = int(np.argmax(links[first] == IGNORE))
                if links[first, free] == IGNORE and anchor not in links[first]:
                    links[first:last, free] = anchor
    return tags, links


def covered(tokens: Tokens, span: tuple[int, int]) -> tuple[int, int]:
    """The half-open range of tokens that share a character with ``span``."""
    first = int(np.searchsorted(tokens.ends, span[0], side="right"))
    last = int(np.searchsorted(tokens.starts, span[1], side="left"))
    return first, max(first, last)
