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


def incompatible(one: Proposition, other: Proposition) -> bool:
    """Whether the two can't be one claim, however alike: they count one thing differently, or name other days."""
    if one.days and other.days and set(one.days).isdisjoint(other.days):
        return True
    if {v for v, _ in one.numbers} & {v for v, _ in other.numbers}:
        return False
    return not {unit for _, unit in one.numbers if unit}.isdisjoint(unit for _, unit in other.numbers)


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


COVERED = 0.75
"""Share of either one's words, by weight, that the other must say too before they can be two sides."""


def opposable(one: Proposition, other: Proposition) -> bool:
    """Whether two of different sign can be two sides of a dispute, and do not merely share words.

    Nobody disputes with himself on one day or in one article, unless he denies and admits. What is negated must be
    in the main clause of the other, and a negation that both have doesn't part them. Words that only name a matter
    take no side against others. A demand is opposed only by its refusal.
    """
    if one.tied or other.tied:
        return one.whole and other.whole
    if _of_one_mind(one, other):
        return False
    against, stands = (one, other) if one.sign < 0 else (other, one)
    if one.thing and one.thing == other.thing:
        return True
    if not (one.whole and other.whole) or set(one.negations) & set(other.negations):
        return False
    if (one.kind == "demand") != (other.kind == "demand") and against.act != "denies":
        return False
    if against.negated is not None and not (against.negated and against.negated[0] in stands.main):
        return False
    if against.negated and stands.numbers and not against.numbers and not _none(against):
        return False
    return _covered(one, other)[1] >= COVERED


def _of_one_mind(one: Proposition, other: Proposition) -> bool:
    """Whether one speaker says both in one article or on one day without taking anything back, or denies twice."""
    if one.speaker is None or one.speaker != other.speaker:
        return False
    at_once = one.document == other.document or one.day == other.day
    acts = {one.act, other.act}
    return acts == {"denies"} or (at_once and acts != {"admits", "denies"})


def _none(against: Proposition) -> bool:
    """Whether it says that there is none ("nobody died"), which a number can stand against."""
    return any(negation.split()[0] in ("no", "nobody", "none", "nothing") for negation in against.negations)
