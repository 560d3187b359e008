"""Statements of many articles in, claims with everybody's stand on them out.

Four steps that each look at as little as they can, so that an article can be added to a case
without a look at the rest: ``features`` of one article's statements, ``keys`` under which a
proposition is found again, ``compare`` of two, and ``groups`` of all that links hold together.
``link_claims`` takes them in a row.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec
import numpy as np

from counterclaim.link import propositions, relation, shelves
from counterclaim.link.corroboration import corroborate
from counterclaim.link.encoder import SentenceEncoder
from counterclaim.link.propositions import Proposition
from counterclaim.records.links import CaseArticle, Claim, Position, Stance, group_id

LEAST = 0.1
"""Probability below which two propositions are not linked at all."""
TOGETHER = 0.25
"""Mean probability over all pairs that two groups need to become one claim (.15 to .25 gave the same F1 on the dev
events, .5 a fifth less; a pair that shares no key counts as 0)."""
OPPOSED = 0.7
"""The same for two that stand on different sides and may do so (``relation.opposable``). Of such pairs of the 59 events
left out of training 11 of 15 are two sides from .7 on, 11 of 19 from .6 and 12 of 28 from .4: what lies below is
hardly ever a dispute."""
FLOOR = 0.35
"""Cosine below which two propositions are not looked at further."""


class ClaimLink(msgspec.Struct, frozen=True, kw_only=True):
    """Two propositions, in the order of their ids, and how likely they are the same one."""

    one: str
    other: str
    score: float


features = propositions.features
keys = shelves.keys


def compare(one: Proposition, other: Proposition) -> ClaimLink | None:
    """The link between two propositions, if they may be the same."""
    if one.statement == other.statement or relation.cosine(one, other) < FLOOR:
        return None
    if relation.incompatible(one, other):
        return None
    opposed = one.sign * other.sign < 0
    if opposed and not relation.opposable(one, other):
        return None
    score = relation.same(one, other)
    if score < (OPPOSED if opposed else LEAST):
        return None
    first, second = sorted((one.id, other.id))
    return ClaimLink(one=first, other=second, score=round(score, 6))


def groups(ids: Iterable[str], links: Iterable[ClaimLink]) -> list[tuple[str, ...]]:
    """Groups of propositions, each sorted, by their first member.

    Average linkage: the two groups with the highest mean score over all pairs between them
    (a pair without a link counts 0) are joined as long as it is at least TOGETHER; ties go to
    the smaller ids. So a chain of likely pairs doesn't make one claim of its two ends.
    """
    members: dict[str, list[str]] = {i: [i] for i in ids}
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        sums[link.one][link.other] = sums[link.other][link.one] = link.score
    heap = [(-score, a, b) for a, near in sums.items() for b, score in near.items() if a < b]
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        if -score < TOGETHER or a not in members or b not in members:
            continue
        if _mean(sums, members, a, b) != -score:
            continue
        members[a] = sorted(members[a] + members.pop(b))
        for near, value in sums.pop(b).items():
            if near != a:
                sums[a][near] = sums[near][a] = sums[a].get(near, 0.0) + value
                del sums[near][b]
        sums[a].pop(b, None)
        for near in sums[a]:
            heapq.heappush(heap, (-_mean(sums, members, a, near), min(a, near), max(a, near)))
    return sorted(tuple(group) for group in members.values())


def _mean(sums: Mapping[str, Mapping[str, float]], members: Mapping[str, Sequence[str]], a: str, b: str) -> float:
    return round(sums[a].get(b, 0.0) / (len(members[a]) * len(members[b])), 9)


def candidates(items: Sequence[Proposition]) -> set[tuple[int, int]]:
    """Pairs of positions in ``items`` that share a key."""
    shelves: dict[str, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        for key in keys(item):
            shelves[key].append(at)
    return {pair for shelf in shelves.values() for pair in combinations(shelf, 2)}


def link_claims(
    articles: Iterable[CaseArticle],
    encoder: SentenceEncoder | None = None,
    parties: Mapping[str, str | None] | None = None,
    origin_groups: Mapping[str, str] | None = None,
) -> tuple[Claim, ...]:
    """All claims of the articles; ``parties`` and ``origin_groups`` are ids by statement."""
    encoder = encoder or SentenceEncoder()
    items = [p for article in articles for p in features(article, encoder)]
    links = [link for a, b in sorted(candidates(items)) if (link := compare(items[a], items[b]))]
    by_id = {p.id: p for p in items}
    found = groups(by_id, links)
    scores = {(link.one, link.other): link.score for link in links}
    made = (claim([by_id[i] for i in group], scores, parties or {}, origin_groups or {}) for group in found)
    return tuple(sorted((c for c in made if c), key=lambda c: (c.first_seen or "", c.id)))


def claim(
    members: Sequence[Proposition],
    scores: Mapping[tuple[str, str], float],
    parties: Mapping[str, str | None],
    origin_groups: Mapping[str, str],
    turned: frozenset[str] = frozenset(),
) -> Claim | None:
    """The claim that a group of propositions makes; None where nobody takes a side.

    Those whose ids are in ``turned`` were judged to be on the other side: their positive form denies the others'.
    """
    ordered = sorted(members, key=lambda p: (p.day or "9999", p.document, p.spans[0], p.id))
    worded = _worded([p for p in ordered if p.id not in turned]) or _worded(ordered)
    if worded is None:
        return None
    text, negative = worded
    positions: dict[str, Position] = {}
    for p in ordered:
        positive = (p.sign > 0) != (p.id in turned)
        stance: Stance = "unclear" if not p.sign else "for" if positive != negative else "against"
        position = Position(
            statement=p.statement,
            document=p.document,
            party=parties.get(p.statement, p.speaker),
            stance=stance,
            origin_group=origin_groups.get(p.statement, p.document),
            day=p.day,
            score=_score(p, members, scores),
        )
        known = positions.get(p.statement)
        if known is None or position.score > known.score:
            positions[p.statement] = position
    days = [p.day for p in members if p.day]
    found = corroborate(positions.values())
    return Claim(
        id=claim_id([p.id for p in members]),
        text=text,
        positions=tuple(positions.values()),
        independent_sources=found.independent_for,
        independent_against=found.independent_against,
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        state=found.state,
    )


def claim_id(members: Sequence[str]) -> str:
    """The id of the claim that these propositions make, whatever their order."""
    return group_id("claim", tuple(members))


def _worded(ordered: Sequence[Proposition]) -> tuple[str, bool] | None:
    """How the claim is worded, and whether that is turned round against the propositions' positive form.

    By the earliest statement that asserts it; where nobody does and somebody denies it, in its positive form; where
    all that is said is a negative ("nobody came"), by the earliest of those. None where nobody takes a side.
    """
    spoken = [p for p in ordered if p.sign and not p.tied]
    if not spoken:
        return None
    asserted = next((p for p in spoken if p.sign > 0), None)
    if asserted:
        return asserted.wording, False
    denied = next((p for p in spoken if p.rejected or p.act == "denies"), None)
    return (denied.text, False) if denied else (spoken[0].wording, True)


def _score(p: Proposition, members: Sequence[Proposition], scores: Mapping[tuple[str, str], float]) -> float:
    """How sure it is that the proposition belongs to its claim: the mean over the others; 1 where it is alone."""
    pairs = [(min(p.id, q.id), max(p.id, q.id)) for q in members if q.id != p.id]
    return round(float(np.mean([scores.get(pair, 0.0) for pair in pairs])), 4) if pairs else 1.0
