"""The positions on a claim in, how many independent sources stand on either side and what state that makes out.

Independent sources are distinct originating parties over distinct origin groups: the greatest number of positions
of which no two share a party and no two share an origin group. Ten papers with one agency's copy are one source,
and so is one minister in ten papers. That number is a maximum matching between parties and origin groups; the
matched pairs are kept, so that each source that was counted can be opened.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from counterclaim.records.links import Claim, ClaimState, Position, Stance

Side = Literal["for", "against"]
LeftOut = Literal["unclear stance", "no named party", "same party", "same origin", "given up"]


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One counted source: the earliest position of this party in this origin group, on this side.

    ``party`` is null for an unnamed source that was counted on request.
    """

    side: Side
    party: str | None
    origin_group: str
    statement: str


class Uncounted(msgspec.Struct, frozen=True, kw_only=True):
    """A position that makes no source of its own, and why.

    ``same party``, ``same origin``: its party, or its origin group, is counted already; ``given up``: its party has
    since gone over to the other side; ``no named party``: nobody is named, or the source is unnamed.
    """

    statement: str
    why: LeftOut


class Corroboration(msgspec.Struct, frozen=True, kw_only=True):
    """Independent sources for and against, the state they make, and every step to it."""

    independent_for: int
    independent_against: int
    state: ClaimState
    reasons: tuple[Reason, ...]
    left_out: tuple[Uncounted, ...]


def corroborate(
    positions: Iterable[Position],
    *,
    bodies: Mapping[str, str] | None = None,
    unnamed: bool = False,
    standing: bool = True,
) -> Corroboration:
    """Who independently stands for a claim and against it; the same for any order of ``positions``.

    ``bodies`` gives by a party's id that of the body it speaks for: both are then one party. A position without a
    party doesn't count as independent, for nobody can say that two unnamed sources are two; with ``unnamed`` it
    counts at most once per origin group. With ``standing`` a party stands where it stood on its last day, so that a
    denial that was given up for an admission disputes nothing any more.
    """
    order = sorted(positions, key=_in_time)
    given_up = _given_up(order, bodies or {}) if standing else frozenset()
    held = [one for one in order if one.statement not in given_up]
    reasons: list[Reason] = []
    left_out = {
        one.statement: Uncounted(statement=one.statement, why="given up") for one in order if one.statement in given_up
    }
    counts: dict[Side, int] = {}
    sides: tuple[Side, Side] = ("for", "against")
    for side in sides:
        found = _independent([one for one in held if one.stance == side], side, bodies or {}, unnamed)
        counts[side] = len(found)
        reasons.extend(found)
        left_out.update(_uncounted([one for one in held if one.stance == side], found, bodies or {}, unnamed))
    for one in held:
        if one.stance == "unclear":
            left_out[one.statement] = Uncounted(statement=one.statement, why="unclear stance")
    return Corroboration(
        independent_for=counts["for"],
        independent_against=counts["against"],
        state=state_of({one.stance for one in held}, counts["for"]),
        reasons=tuple(reasons),
        left_out=tuple(left_out[one.statement] for one in order if one.statement in left_out),
    )


def state_of(stances: set[Stance], independent_for: int) -> ClaimState:
    """The state of a claim from the stances that are taken on it; see ``ClaimState``.

    Somebody unnamed who rejects or asserts a claim makes a side too, although it is no independent source.
    """
    if "against" in stances:
        return "disputed" if "for" in stances else "denied"
    return "corroborated" if independent_for >= 2 else "single-source"


def confirmed(claims: Iterable[Claim], sources: int = 2) -> tuple[Claim, ...]:
    """The claims that at least so many independent sources stand for, in their order, disputed ones too."""
    return tuple(claim for claim in claims if claim.independent_sources >= sources)


def matching(edges: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """A maximum matching of a bipartite graph, from its left nodes to their right ones.

    Augmenting paths, breadth first, from each left node in sorted order (Berge 1957: a matching is maximum when no
    augmenting path is left). O(nodes * edges); the same graph always gives the same matching.
    """
    taken: dict[str, str] = {}
    for start in sorted(edges):
        came_from = _augmenting(start, edges, taken)
        if came_from is None:
            continue
        right: str | None = came_from[0]
        steps = came_from[1]
        while right is not None:
            left, right_before = steps[right]
            taken[right] = left
            right = right_before
    return {left: right for right, left in taken.items()}


def _augmenting(
    start: str, edges: Mapping[str, Sequence[str]], taken: Mapping[str, str]
) -> tuple[str, dict[str, tuple[str, str | None]]] | None:
    """The free right node that ``start`` can reach on an alternating path, and the steps to it; None if none.

    A step leads from a right node to the left one it was reached from, and to the right one that this had.
    """
    steps: dict[str, tuple[str, str | None]] = {}
    queue: deque[tuple[str, str | None]] = deque([(start, None)])
    while queue:
        left, had = queue.popleft()
        for right in sorted(edges[left]):
            if right in steps:
                continue
            steps[right] = (left, had)
            if right not in taken:
                return right, steps
            queue.append((taken[right], right))
    return None


def _independent(positions: Sequence[Position], side: Side, bodies: Mapping[str, str], unnamed: bool) -> list[Reason]:
    first: dict[tuple[str, str], Position] = {}
    edges: defaultdict[str, set[str]] = defaultdict(set)
    for one in positions:
        source = _source(one, bodies, unnamed)
        if source:
            first.setdefault((source, one.origin_group), one)
            edges[source].add(one.origin_group)
    pairs = matching({source: sorted(groups) for source, groups in edges.items()})
    chosen = sorted((first[pair] for pair in pairs.items()), key=_in_time)
    return [
        Reason(side=side, party=one.party, origin_group=one.origin_group, statement=one.statement) for one in chosen
    ]


def _source(position: Position, bodies: Mapping[str, str], unnamed: bool) -> str | None:
    """What counts as one originating party; an unnamed source can be no more than one per origin group."""
    if position.party is not None:
        return f"party {body_of(position.party, bodies)}"
    return f"unnamed {position.origin_group}" if unnamed else None


def body_of(party: str, bodies: Mapping[str, str]) -> str:
    """The last body on the way from a party to whom it speaks for; a circle ends at its smallest id."""
    seen = [party]
    while (above := bodies.get(seen[-1])) is not None:
        if above in seen:
            return min(seen[seen.index(above) :])
        seen.append(above)
    return seen[-1]


def _uncounted(
    positions: Sequence[Position], reasons: Sequence[Reason], bodies: Mapping[str, str], unnamed: bool
) -> dict[str, Uncounted]:
    counted = {reason.statement for reason in reasons}
    sources = {_source(one, bodies, unnamed) for one in positions if one.statement in counted}
    found: dict[str, Uncounted] = {}
    for one in positions:
        if one.statement in counted:
            continue
        source = _source(one, bodies, unnamed)
        why: LeftOut = "no named party" if source is None else "same party" if source in sources else "same origin"
        found[one.statement] = Uncounted(statement=one.statement, why=why)
    return found


def _given_up(order: Sequence[Position], bodies: Mapping[str, str]) -> frozenset[str]:
    """The positions that their party has left for the other side on a later day.

    What is undated is never given up: nobody knows that it came before. A body speaks through its spokespeople, so
    that they are one party here if ``bodies`` says so.
    """
    last: dict[tuple[str, Stance], str] = {}
    for one in order:
        if one.party and one.day and one.stance != "unclear":
            last[(body_of(one.party, bodies), one.stance)] = one.day
    opposite: dict[Stance, Stance] = {"for": "against", "against": "for"}
    return frozenset(
        one.statement
        for one in order
        if one.party and one.day and one.stance != "unclear" and _left(one, last, body_of(one.party, bodies), opposite)
    )


def _left(one: Position, last: Mapping[tuple[str, Stance], str], party: str, opposite: Mapping[Stance, Stance]) -> bool:
    """Whether the party's last day on the other side is later than its last on this one."""
    other = last.get((party, opposite[one.stance]))
    return other is not None and other > last[(party, one.stance)]


def _in_time(position: Position) -> tuple[str, str, str]:
    return (position.day or "9999", position.document, position.statement)
