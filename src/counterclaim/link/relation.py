"""Two propositions in, how likely they are one and the same out, from named features.

A logistic regression whose weights are shipped with a card (``weights/relation.json``). What the
sentence encoder says is one feature of many: numbers, names, days and what is or isn't
negated are looked at by themselves.
"""

import json
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

import numpy as np

from counterclaim.errors import ModelError
from counterclaim.link.encoder import SCALE, SHIPPED, Floats, card, checked
from counterclaim.link.particulars import Number
from counterclaim.link.propositions import Proposition

FEATURES = (
    "cosine",
    "cosine high",
    "centred",
    "centred high",
    "covered least",
    "covered most",
    "evenly covered",
    "covered weight",
    "shared words",
    "centred by covered",
    "short",
    "names of one only",
    "numbers equal",
    "numbers differ",
    "numbers of one only",
    "days differ",
    "kinds differ",
    "both of being genuine",
    "one of being genuine",
    "things differ",
    "same speaker elsewhere",
)
HIGH = 0.6
"""Cosine above which a second slope begins."""
CENTRE = 0.6
"""How much of its article's mean vector is taken from a proposition's: what all of an article's statements share
says which event they are about, not which claim (.3, .6 and .8 were tried on the dev events)."""
HEAVY = 30.0
"""Weight of covered words beyond which more says nothing new: that of some five rare words."""


def vector(data: bytes) -> Floats:
    """A stored vector with length 1."""
    return np.frombuffer(data, np.int8).astype(np.float32) / np.float32(SCALE)


def cosine(one: Proposition, other: Proposition) -> float:
    """How close the sentence encoder puts the two."""
    return float(vector(one.vector) @ vector(other.vector))


def _centred(one: Proposition, other: Proposition) -> float:
    a, b = (vector(p.vector) - CENTRE * vector(p.topic) for p in (one, other))
    return float(a @ b / max(float(np.sqrt((a @ a) * (b @ b))), 1e-6))


def features(one: Proposition, other: Proposition) -> Floats:
    """The values of FEATURES, in either order of the two alike."""
    near, centred = cosine(one, other), _centred(one, other)
    least, most, even, mass = _covered(one, other)
    mine, theirs = dict(zip(one.words, one.weights, strict=True)), dict(zip(other.words, other.weights, strict=True))
    common = sum(min(mine[w], theirs[w]) for w in mine.keys() & theirs.keys())
    equal, differ = _numbers(one.numbers, other.numbers)
    elsewhere = one.document != other.document and one.speaker is not None and one.speaker == other.speaker
    values = (
        near,
        max(0.0, near - HIGH),
        centred,
        max(0.0, centred - HIGH),
        least,
        most,
        even,
        min(mass, HEAVY) / HEAVY,
        common / max(sum(mine.values()) + sum(theirs.values()) - common, 1e-6),
        centred * least,
        1 / max(1, min(len(one.words), len(other.words))),
        min(len(set(one.names) ^ set(other.names)), 5) / 5,
        equal,
        differ,
        float(bool(one.numbers) != bool(other.numbers)),
        float(bool(one.days and other.days) and set(one.days).isdisjoint(other.days)),
        float(one.kind != other.kind),
        float(bool(one.thing and other.thing)),
        float(bool(one.thing) != bool(other.thing)),
        float(bool(one.thing and other.thing) and one.thing != other.thing),
        float(elsewhere),
    )
    return np.array(values, np.float32)


def _covered(one: Proposition, other: Proposition) -> tuple[float, float, float, float]:
    """How much of either's words the other says too, each word aligned with the nearest in its sentence.

    The lesser and the greater share by weight, the F-measure of the shares without weights, and the
    lesser weight that is covered.
    """
    a, b = (vector(p.tokens).reshape(len(p.words), -1) for p in (one, other))
    close = np.maximum(a @ b.T, 0)
    index = {w: j for j, w in enumerate(other.words)}
    for i, word in enumerate(one.words):
        if (j := index.get(word)) is not None:
            close[i, j] = max(close[i, j], SAME_WORD)
    weights = [np.array(p.weights, np.float32) for p in (one, other)]
    best = [close.max(axis=1), close.max(axis=0)]
    covered = [float(c @ w) for c, w in zip(best, weights, strict=True)]
    shares = [c / max(float(w.sum()), 1e-6) for c, w in zip(covered, weights, strict=True)]
    plain = [float(c.mean()) for c in best]
    even = 2 * plain[0] * plain[1] / max(sum(plain), 1e-6)
    return min(shares), max(shares), even, min(covered)


SAME_WORD = 0.8
"""Least closeness of a word to itself in another sentence."""


def _numbers(one: tuple[Number, ...], other: tuple[Number, ...]) -> tuple[float, float]:
    """Whether a value is shared, and whether values of the same unit (or all values) differ."""
    if not one or not other:
        return 0.0, 0.0
    values = {v for v, _ in one} & {v for v, _ in other}
    units = {u for _, u in one} & {u for _, u in other}
    apart = any({v for v, u in one if u == unit}.isdisjoint(v for v, u in other if u == unit) for unit in units)
    return float(bool(values)), float(apart if values else 1)


@cache
def _model(folder: Path = SHIPPED) -> tuple[Floats, float]:
    found: dict[str, Any] = json.loads(checked(folder, "relation.json", card(folder)))
    if tuple(found["weights"]) != FEATURES:
        raise ModelError(f"the weights in {folder} were fitted for other features", "Install counterclaim again")
    return np.array(list(found["weights"].values()), np.float32), float(found["bias"])


def same(one: Proposition, other: Proposition) -> float:
    """The probability that the two are one proposition."""
    weights, bias = _model()
    return 1 / (1 + exp(-float(features(one, other) @ weights) - bias))
