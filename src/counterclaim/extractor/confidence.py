"""What the network was how sure of in, the probability that a statement is right out.

"Right" is what the scorer calls linked80: the statement has the source that an annotator gave it,
and its content shares at least 80 % of its characters with the annotator's. A logistic regression
on the evidence below learns it (Platt 1999); its weights stand in the model's card, since they
belong to its weights.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from counterclaim.records import Kind

_LEAST = 1e-3
"""Probabilities below this count as this: their logarithm would drown all else."""


class Evidence(NamedTuple):
    """Probabilities, by the network, of what a statement was put together from; 1 where a part is missing.

    ``cue``, ``source`` and ``content`` are the geometric means of their tags' probabilities,
    ``source_link`` and ``content_link`` those of the ties to the cue, ``begin`` and ``end`` those of the
    content's edges. With several pieces the least counts.
    """

    cue: float = 1.0
    source: float = 1.0
    source_link: float = 1.0
    content: float = 1.0
    content_link: float = 1.0
    begin: float = 1.0
    end: float = 1.0

    def plain(self) -> float:
        """The geometric mean of cue, source and content, as the confidence of a model without calibration."""
        parts = (self.cue, self.source * self.source_link, self.content * self.content_link)
        return math.prod(max(part, 0.0) for part in parts) ** (1 / len(parts))


class Form(NamedTuple):
    """What a statement looks like: its kind, the words and pieces of its content, and what it lacks."""

    kind: Kind
    words: int
    pieces: int
    sourceless: bool
    cueless: bool


FEATURES = (
    *(f"log {name}" for name in Evidence._fields),
    *Evidence._fields,
    "direct",
    "mixed",
    "log words",
    "pieces",
    "sourceless",
    "cueless",
)


def features(evidence: Evidence, form: Form) -> list[float]:
    """One number for each of FEATURES."""
    return [
        *(math.log(max(value, _LEAST)) for value in evidence),
        *evidence,
        float(form.kind == "direct"),
        float(form.kind == "mixed"),
        math.log(max(form.words, 1)),
        float(min(form.pieces, 4) - 1),
        float(form.sourceless),
        float(form.cueless),
    ]


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """A logistic regression: a bias and one weight for each of FEATURES."""

    bias: float
    weights: tuple[float, ...]

    def __call__(self, values: Sequence[float]) -> float:
        """The probability that a statement with these features is right."""
        logit = self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def from_card(card: Mapping[str, Any]) -> Calibration | None:
    """The calibration in a model's card, or None if it has none for these features."""
    row = card.get("calibration")
    if row is None or set(row["weights"]) != set(FEATURES):
        return None
    return Calibration(bias=row["bias"], weights=tuple(row["weights"][name] for name in FEATURES))
