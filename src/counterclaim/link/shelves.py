"""A proposition in, the shelves on which others of the same claim are looked for out.

Two ways lead to a pair that may be one claim. They share two rare words, wherever and whenever they were said;
or they mean something alike and stand in articles that have a word in common that is rare in news and frequent
in both; where the word isn't very rare, in articles of one fortnight. What is alike in meaning is told by the
nearest of fixed points among the encoder's vectors (``weights/points.npz``), which were found once over many
clauses and never move: adding an article must not change where another one stands.
"""

from datetime import date
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path

import numpy as np

from counterclaim.link.encoder import SCALE, SHIPPED, Floats, card, checked
from counterclaim.link.propositions import Proposition
from counterclaim.link.wording import table

KEY_WORDS = 12
"""A proposition's rarest words that its keys are made of, in pairs."""
KEY_RARITY = 3.0
"""Least sum of two words' rarities: by chance one news article in 20 holds both, and one sentence in some 5,000."""
NEAREST = 4
"""Points on whose shelves a proposition stands, of 128. Of pairs of one claim with a cosine of .6 to .7, 78 of 100
share one, with .7 to .8 93; of pairs that share two rare words 32 and 70."""
FORTNIGHT = 14
RARE = 6.0
"""Rarity from which on a topic needs no fortnight: it stands in one article of 400, mostly the name of a place, person
or thing."""


def keys(proposition: Proposition) -> frozenset[str]:
    """What a proposition can be found again by."""
    known = table()
    ranked = sorted(((known.weight(w), w) for w in proposition.words), reverse=True)[:KEY_WORDS]
    pairs = combinations(sorted(ranked, key=lambda r: r[1]), 2)
    out = {f"{a}+{b}" for (x, a), (y, b) in pairs if x + y >= KEY_RARITY}
    if proposition.thing:
        out |= {f"{w}+genuin" for _, w in ranked}
    if len(proposition.words) <= 2:
        out |= {f"{w}!" for _, w in ranked}
    nearest, blocks = _nearest(proposition.vector), _blocks(proposition)
    for word in proposition.topics:
        whens = ("",) if known.weight(word) >= RARE else blocks
        out |= {f"{word}@{point}@{when}" for point in nearest for when in whens}
    return frozenset(out)


def _nearest(vector: bytes) -> list[int]:
    near = np.frombuffer(vector, np.int8).astype(np.float32) @ points().T
    return [int(point) for point in np.argsort(-near, kind="stable")[:NEAREST]]


def _blocks(proposition: Proposition) -> tuple[str, ...]:
    """The fortnight of the article and the next: days at most a fortnight apart lie in one or in two neighbours."""
    if proposition.published is None:
        return ("undated",)
    block = date.fromisoformat(proposition.published).toordinal() // FORTNIGHT
    return str(block), str(block + 1)


@cache
def points(folder: Path = SHIPPED) -> Floats:
    """The fixed points (128 x 384); raises ModelError if they are not those that the card names."""
    with np.load(BytesIO(checked(folder, "points.npz", card(folder))), allow_pickle=False) as arrays:
        found: Floats = arrays["points"].astype(np.float32) / np.float32(SCALE)
        return found
