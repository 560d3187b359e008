"""The encoder's scores for one text in, attributions as token ranges out.

Two steps: the likeliest sequence of tags that is well formed, then each source and
content tied to the cue that its tokens point to. Pieces tied to one cue are one
attribution, which is how a quotation broken by "he said" comes together.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counterclaim.extractor.confidence import Evidence
from counterclaim.extractor.labels import TAGS

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

SOURCE, CUE, CONTENT = range(3)

_FORBIDDEN = np.float32(-1e9)
_LEAST_LINK = 1e-3
"""Below this probability a piece is tied to no cue at all."""

_LEAST_SECOND = 0.2
"""A source that lost its first cue to another goes to a later one only from this probability on.
Found on PolNeAR's dev part, where 0.05 to 0.4 make no difference above 0.0005 in any figure."""

_RELUCTANCE = {"source": 0.3, "cue": 0.3, "content": 0.7}
"""What a beginning costs in log odds. Tokens are judged one by one, so that where two places are as
likely to begin a content, both do. Found on PolNeAR's dev part: in each half of its articles
linked80 and full rise by .003 to .009 and linked stays (experiments.md)."""

_FAINT = 0.3
"""From this probability a token can begin a source that the tags left out. On PolNeAR's dev part
linked F1 is .800 to .802 for .1 to .3 and characters of sources are best at .3."""

_NEAR = 60
"""Tokens on either side of a cue in which such a source is looked for."""


class Scores(NamedTuple):
    """What the encoder says of one text.

    ``tags`` are log probabilities (tokens x tags). ``targets`` and ``odds`` (tokens x a few)
    say where the cue of each token begins: token numbers and their probabilities; -1 is no cue.
    """

    tags: Floats
    targets: npt.NDArray[np.int32]
    odds: Floats


class Piece(NamedTuple):
    """A span of one role: tokens ``first`` to ``last`` (half open), and how sure its tags are.

    ``begin`` and ``end`` are the probabilities that it begins at ``first`` and goes on no further than ``last``.
    """

    role: int
    first: int
    last: int
    confidence: float
    begin: float = 1.0
    end: float = 1.0


class Attribution(NamedTuple):
    """Pieces of one attribution, each role's in text order; only ``content`` is never empty."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    evidence: Evidence


def decode(scores: Scores) -> list[Attribution]:
    """The attributions of a text in the order of their contents."""
    found = pieces(best_tags(scores.tags - _COSTS), scores.tags)
    return assemble(found, scores)


def _transitions() -> Floats:
    allowed = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for before, first in enumerate(TAGS):
        for after, second in enumerate(TAGS):
            if second.startswith("I-") and first[2:] != second[2:]:
                allowed[before, after] = _FORBIDDEN
    return allowed


_TRANSITIONS = _transitions()
_COSTS = np.array([_RELUCTANCE[tag[2:]] if tag.startswith("B-") else 0.0 for tag in TAGS], dtype=np.float32)


def best_tags(log_probabilities: Floats) -> Ints:
    """The likeliest tag sequence in which nothing goes on that has not begun (Viterbi).

    ``log_probabilities`` is tokens x tags; the answer holds one tag per token.
    """
    length, count = log_probabilities.shape
    if not length:
        return np.zeros(0, dtype=np.int64)
    back = np.zeros((length, count), dtype=np.int64)
    best = log_probabilities[0].copy()
    best[2::2] = _FORBIDDEN
    columns = np.arange(count)
    for token in range(1, length):
        paths = best[:, None] + _TRANSITIONS
        back[token] = paths.argmax(axis=0)
        best = paths[back[token], columns] + log_probabilities[token]
    tags = np.zeros(length, dtype=np.int64)
    tags[-1] = best.argmax()
    for token in range(length - 1, 0, -1):
        tags[token - 1] = back[token, tags[token]]
    return tags


def pieces(tags: Ints, log_probabilities: Floats) -> list[Piece]:
    """The spans that a tag sequence marks, in text order."""
    begins = np.flatnonzero(tags % 2 == 1)
    found = []
    for first in begins:
        tag, last = tags[first], first + 1
        while last < len(tags) and tags[last] == tag + 1:
            last += 1
        sure = float(np.exp(log_probabilities[np.arange(first, last), tags[first:last]].mean()))
        begin = float(np.exp(log_probabilities[first, tag]))
        end = 1 - float(np.exp(log_probabilities[last, tag + 1])) if last < len(tags) else 1.0
        found.append(Piece((int(tag) - 1) // 2, int(first), int(last), sure, begin, end))
    return found


def assemble(found: list[Piece], scores: Scores) -> list[Attribution]:
    """Pieces tied to their cues; a content that points to no cue stands alone.

    A cue takes one source, that which points to it most; a source that loses its first cue
    goes to its next. (In PolNeAR's train part 9 of 19,832 attributions have a source in two
    pieces.) Contents go wherever they point: one in six is in several pieces.
    """
    cues = [piece for piece in found if piece.role == CUE]
    sources = [piece for piece in found if piece.role == SOURCE]
    pointing = _Pointing(cues, scores)
    contents: dict[int, list[tuple[Piece, float]]] = {}
    whole: list[Attribution] = []
    for piece in found:
        if piece.role != CONTENT:
            continue
        ranked = pointing.cues_of(piece)
        if ranked:
            probability, cue = ranked[0]
            contents.setdefault(cue, []).append((piece, probability))
        else:
            whole.append(Attribution((), (), (piece,), _evidence(None, [], [(piece, 0.125)])))
    source_of = _one_source_each(sources, pointing, set(contents))
    taken = np.zeros(len(scores.tags), dtype=np.bool_)
    for piece in (*(piece for piece in found if piece.role != SOURCE), *(piece for piece, _ in source_of.values())):
        taken[piece.first : piece.last] = True
    for cue, tied in contents.items():
        source = [source_of[cue]] if cue in source_of else _faint_source(cues[cue], taken, scores)
        whole.append(
            Attribution(
                tuple(piece for piece, _ in source),
                (cues[cue],),
                tuple(piece for piece, _ in tied),
                _evidence(cues[cue], source, tied),
            )
        )
    return sorted(whole, key=lambda item: item.content[0].first)


def _evidence(cue: Piece | None, source: list[tuple[Piece, float]], content: list[tuple[Piece, float]]) -> Evidence:
    return Evidence(
        cue=cue.confidence if cue else 1.0,
        source=min((piece.confidence for piece, _ in source), default=1.0),
        source_link=min((link for _, link in source), default=1.0),
        content=min(piece.confidence for piece, _ in content),
        content_link=min(link for _, link in content),
        begin=min(piece.begin for piece, _ in content),
        end=min(piece.end for piece, _ in content),
    )


def _one_source_each(sources: list[Piece], pointing: "_Pointing", telling: set[int]) -> dict[int, tuple[Piece, float]]:
    """The source of each cue in ``telling`` and how probable the tie is, the surest ties made first.

    Cues that no content is tied to take none: their sources are free for others.
    """
    ties = []
    for number, piece in enumerate(sources):
        for rank, (probability, cue) in enumerate(pointing.cues_of(piece)):
            if cue in telling and (not rank or probability >= _LEAST_SECOND):
                ties.append((probability, -number, cue))
    ties.sort(reverse=True)
    taken: dict[int, tuple[Piece, float]] = {}
    used: set[int] = set()
    for probability, number, cue in ties:
        if cue not in taken and number not in used:
            taken[cue] = (sources[-number], probability)
            used.add(number)
    return taken


def _faint_source(cue: Piece, taken: npt.NDArray[np.bool_], scores: Scores) -> list[tuple[Piece, float]]:
    """A source for a cue that has none, from tokens that fell just short of being tagged as one.

    The token near the cue that is likeliest to be in a source and points to this cue, and what
    stands around it that could be: "her theory" and "the mayor's claim" are found this way.
    Nothing, if no token is likely enough.
    """
    start, end = max(0, cue.first - _NEAR), min(len(taken), cue.last + _NEAR)
    free = ~taken[start:end]
    probability = np.exp(scores.tags[start:end, 1:3]).sum(axis=1)
    targets = scores.targets[start:end]
    link = np.where((targets >= cue.first) & (targets < cue.last), scores.odds[start:end], 0).sum(axis=1)
    fit = np.where(free & (probability >= _FAINT) & (link >= _FAINT), probability, 0)
    if not fit.any():
        return []
    first = last = int(fit.argmax())
    around = free & (probability > _FAINT / 2)
    while first > 0 and around[first - 1]:
        first -= 1
    while last + 1 < len(around) and around[last + 1]:
        last += 1
    piece = Piece(SOURCE, start + first, start + last + 1, float(probability[first : last + 1].mean()))
    return [(piece, float(link[first : last + 1].mean()))]


class _Pointing:
    """Which cue the tokens of a piece point to."""

    def __init__(self, cues: list[Piece], scores: Scores) -> None:
        self._scores = scores
        # One place more than there are tokens, so that target -1 reads "no cue" at the end.
        self._cue_at = np.full(len(scores.tags) + 1, -1, dtype=np.int64)
        for number, cue in enumerate(cues):
            self._cue_at[cue.first : cue.last] = number

    def cues_of(self, piece: Piece) -> list[tuple[float, int]]:
        """The cues that a piece's tokens point to: probability and number, the likeliest first."""
        rows = slice(piece.first, piece.last)
        numbers = self._cue_at[self._scores.targets[rows]].ravel()
        odds = self._scores.odds[rows].ravel() / (piece.last - piece.first)
        pointed: dict[int, float] = {}
        for number, probability in zip(numbers.tolist(), odds.tolist(), strict=True):
            if number >= 0:
                pointed[number] = pointed.get(number, 0.0) + probability
        ranked = [(probability, number) for number, probability in pointed.items() if probability >= _LEAST_LINK]
        return sorted(ranked, key=lambda item: (-item[0], item[1]))
