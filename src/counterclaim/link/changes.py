"""Claims with positions and figure series in, who changed position or moved its figure, and when, out.

A change needs the same named party on two days: from one side of a claim to the other, or from one figure to
another whose interval doesn't meet it. What a party says on one day on both sides can't be put in order and
is no change.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterclaim.link.series import bounds, overlap
from counterclaim.records.links import Change, Claim, FigureSeries, Position, SeriesValue, Stance
from counterclaim.records.statement import Act

_SIDE_OF_ACT: Mapping[Act, Stance] = {"admits": "for", "denies": "against"}
"""On which side an act puts somebody whose stance is unclear."""


class _Stand(NamedTuple):
    """Where a party stands on a day: what shows it first and last, and in which words it is told."""

    day: str
    first: str
    last: str
    value: str
    side: Stance


def changes(
    claims: Iterable[Claim], series: Iterable[FigureSeries], acts: Mapping[str, Act] | None = None
) -> tuple[Change, ...]:
    """Every change, in the order of the days on which it shows, then by party, claim and series.

    ``before`` and ``after`` are ids of statements for a claim and of figures for a series: the last that shows the
    old position and the first that shows the new one. ``acts`` gives by a statement's id what was done by saying
    it; it names the change ("denies" to "admits") and settles a stance that is unclear. A position or a figure
    without a party or a day changes nothing.
    """
    found = [change for claim in claims for change in _claim_changes(claim, acts or {})]
    found += [change for one in series for change in _series_changes(one)]
    return tuple(
        sorted(found, key=lambda c: (c.after_day or "", c.party, c.claim or "", c.series or "", c.before, c.after))
    )


def _claim_changes(claim: Claim, acts: Mapping[str, Act]) -> list[Change]:
    stands: defaultdict[str, list[_Stand]] = defaultdict(list)
    for (party, day), some in sorted(_by_party_and_day(claim, acts).items()):
        sides = {_side(one, acts) for one in some}
        if len(sides) == 1:
            first, last = some[0].statement, some[-1].statement
            stands[party].append(_Stand(day, first, last, acts.get(first, ""), sides.pop()))
    found = []
    for party, line in sorted(stands.items()):
        for before, after in pairwise(line):
            if before.side != after.side:
                found.append(
                    Change(
                        party=party,
                        claim=claim.id,
                        series=None,
                        before=before.last,
                        after=after.first,
                        before_day=before.day,
                        after_day=after.day,
                        before_value=acts.get(before.last) or before.side,
                        after_value=after.value or after.side,
                    )
                )
    return found


def _by_party_and_day(claim: Claim, acts: Mapping[str, Act]) -> dict[tuple[str, str], list[Position]]:
    found: defaultdict[tuple[str, str], list[Position]] = defaultdict(list)
    for one in sorted(claim.positions, key=lambda one: (one.day or "", one.document, one.statement)):
        if one.party and one.day and _side(one, acts) != "unclear":
            found[(one.party, one.day)].append(one)
    return found


def _side(position: Position, acts: Mapping[str, Act]) -> Stance:
    if position.stance != "unclear":
        return position.stance
    act = acts.get(position.statement)
    return _SIDE_OF_ACT.get(act, "unclear") if act else "unclear"


def _series_changes(series: FigureSeries) -> list[Change]:
    lines: defaultdict[str, list[tuple[str, list[SeriesValue]]]] = defaultdict(list)
    for (party, day), values in sorted(_values_by_party_and_day(series).items()):
        if _agree(values):
            lines[party].append((day, values))
    found = []
    for party, line in sorted(lines.items()):
        for (day, before), (later, after) in pairwise(line):
            old, new = _narrowest(before), _narrowest(after)
            if not overlap(old, new):
                found.append(
                    Change(
                        party=party,
                        claim=None,
                        series=series.id,
                        before=old.figure,
                        after=new.figure,
                        before_day=day,
                        after_day=later,
                        before_value=told(old),
                        after_value=told(new),
                    )
                )
    return found


def _values_by_party_and_day(series: FigureSeries) -> dict[tuple[str, str], list[SeriesValue]]:
    found: defaultdict[tuple[str, str], list[SeriesValue]] = defaultdict(list)
    for value in sorted(series.values, key=lambda value: (value.as_of or "", value.document, value.figure)):
        if value.party and value.as_of:
            found[(value.party, value.as_of)].append(value)
    return found


def _agree(values: Sequence[SeriesValue]) -> bool:
    """Whether one number lies in all intervals."""
    edges = [bounds(value) for value in values]
    return max(low for low, _ in edges) <= min(high for _, high in edges)


def _narrowest(values: Sequence[SeriesValue]) -> SeriesValue:
    """The most definite of figures that agree: "38" says more than "at least 38"."""
    return min(values, key=lambda value: (bounds(value)[1] - bounds(value)[0], value.document, value.figure))


def told(value: SeriesValue) -> str:
    """A figure's interval in words: ``about 400``, ``at least 38``, ``up to 50``, ``36 to 40``."""
    about = "about " if value.approximate else ""
    if value.low is None and value.high is None:
        return "an unknown number"
    if value.high is None:
        return f"{about}at least {_number(value.low)}"
    if value.low is None:
        return f"{about}up to {_number(value.high)}"
    if value.low == value.high:
        return f"{about}{_number(value.low)}"
    return f"{about}{_number(value.low)} to {_number(value.high)}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
