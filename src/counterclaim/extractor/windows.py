"""A token stream in, overlapping windows that the encoder can take out, and the way back.

A long article doesn't fit the encoder, so it is read through windows. Each token's answer
is taken from the window in which it stands farthest from an edge.
"""

from typing import NamedTuple

WINDOW = 382
"""Tokens in a window, the two special tokens that the encoder adds not counted."""

OVERLAP = 48
"""Tokens that two neighbouring windows share: each sees at least half of it as context.
Every figure on PolNeAR's dev part is the same for 48, 64 and 96 to .003 or better for less
(experiments.md), and each token shared is read twice."""


class Window(NamedTuple):
    """Tokens ``start`` to ``end`` of the stream; answers are kept for ``keep_start`` to ``keep_end``."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def windows(length: int, size: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """Windows over a stream of ``length`` tokens; the kept parts tile it exactly.

    Windows are of nearly equal size, so that a stream a little longer than one window
    isn't read as one long and one tiny window.
    """
    if length <= size:
        return [Window(0, length, 0, length)] if length else []
    count = -(-(length - overlap) // (size - overlap))
    step = (length - size) / (count - 1)
    starts = [round(step * number) for number in range(count)]
    middles = [(starts[i] + size + starts[i + 1]) // 2 for i in range(count - 1)]
    edges = [0, *middles, length]
    return [Window(s, min(s + size, length), edges[i], edges[i + 1]) for i, s in enumerate(starts)]
