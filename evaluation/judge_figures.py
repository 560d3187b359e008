"""Found and gold figures of one article in, how many agree and in what out.

A found figure pairs with the first free gold one that its span shares a character with. It is right if
both bounds and the measure are equal. ``by`` is judged on right figures: equal names without article and
form of address, or none in both.
"""

from typing import Any, NamedTuple

from counterclaim.records import Figure
from evaluation.names import same_name


class Agreement(NamedTuple):
    """Counts over one article, to be added up: figures right, found and in the gold, and what of the right ones."""

    right: int
    found: int
    gold: int
    by: int
    part_of: int


def judge(found: tuple[Figure, ...], gold: list[dict[str, Any]]) -> Agreement:
    """How far the figures of one article agree; ``gold`` as in ``evaluation/gold``."""
    left = list(range(len(gold)))
    pairs: list[tuple[Figure, int]] = []
    for figure in found:
        over = [n for n in left if _overlap(figure.span, gold[n]["span"])]
        right = [n for n in over if _value(figure) == (gold[n]["low"], gold[n]["high"], gold[n]["measure"])]
        if right:
            pairs.append((figure, right[0]))
        if over:
            left.remove(right[0] if right else over[0])
    places = {figure.id: n for figure, n in pairs}
    return Agreement(
        right=len(pairs),
        found=len(found),
        gold=len(gold),
        by=sum(same_name(figure.by, gold[n]["by"]) for figure, n in pairs),
        part_of=sum(places.get(figure.part_of or "") == gold[n]["part_of"] for figure, n in pairs),
    )


def _value(figure: Figure) -> tuple[float | None, float | None, str]:
    return figure.low, figure.high, figure.measure


def _overlap(one: Any, other: Any) -> bool:
    return bool(one[0] < other[1] and other[0] < one[1])
