"""Figures of a case in, series out: counts of one thing in the order of their days, and where they contradict.

A figure is compared by what its own article says (``series_features``). Who gives it and which origin group its
article belongs to change when articles are added, so they take no part in linking: they are looked up when a
series is made from its members.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

import msgspec

from counterclaim.link.series_clauses import named
from counterclaim.link.series_features import FigureFeatures, comparable, features
from counterclaim.link.series_rules import RULES, estimate
from counterclaim.link.series_words import UNITS
from counterclaim.link.sets import DisjointSets
from counterclaim.records.links import (
    CaseArticle,
    FigureSeries,
    OriginGroup,
    Party,
    SeriesRelation,
    SeriesRule,
    SeriesValue,
    group_id,
)
from counterclaim.records.quantities import Figure

__all__ = [
    "RULES",
    "Dispute",
    "FigureFeatures",
    "SeriesLink",
    "SumCheck",
    "bounds",
    "build",
    "compare",
    "disputes",
    "features",
    "groups",
    "keys",
    "link_series",
    "overlap",
    "relation",
    "spanning",
    "sum_checks",
]

MARGIN = 0.1
"""How far an approximate figure may be off either way. A number rounded to two digits is off by at most 5 %, one
rounded to a single digit by 5 to 33 %; a tenth lets "about 400" agree with 412 and keeps it apart from 470."""
DAYS_BY_PLACES = (0, 3, 14, 120)
"""Days between two articles that none, one, two, three or more shared places can bridge, if a kind of event is shared
too: a city sees two shootings in a fortnight, and three places together name one event for as long as an inquiry
takes. Found on local reports of shootings in one case (evaluation/figure_series.py)."""
COUNTRY_DAYS = 3
"""Days that a shared country and a shared kind of event can bridge: a country sees many events of a kind."""
RUNNING_DAYS = 60
"""Days between two states of a running count: it is restated at least every other month."""


class SeriesLink(msgspec.Struct, frozen=True, kw_only=True):
    """Two figures that count the same; ``shared`` are the places and kinds by which their events are one."""

    one: str
    other: str
    shared: tuple[str, ...]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Two figures of one day, from different parties, whose intervals don't meet; ``one`` is the lower."""

    one: str
    other: str
    as_of: str


SumVerdict = Literal["agrees", "exceeds", "falls short", "open"]


class SumCheck(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of one figure added up against it, parts told apart in one way (by place, by group).

    ``falls short`` is no error by itself: the text need not name all parts. ``open`` means that an open end
    on either side leaves it undecided.
    """

    whole: str
    parts: tuple[str, ...]
    low: float
    high: float | None
    verdict: SumVerdict


def keys(one: FigureFeatures) -> frozenset[str]:
    """What two figures must share in part to be compared: measure, group, scope and place, and an event's name.

    Names that many events share (countries) count only with the kind of event and a week of publication.
    """
    head = "|".join((one.measure, one.group, one.scope.kind, one.place or ""))
    if one.scope.kind == "past":
        return frozenset(f"{head}|{one.scope.since}|{name}" for name in one.names | one.countries)
    found = {f"{head}|{one.document}"} | {f"{head}|{name}" for name in one.names}
    if one.published:
        span = RUNNING_DAYS if one.scope.kind == "cumulative" else COUNTRY_DAYS
        block = date.fromisoformat(one.published).toordinal() // span
        for name in one.countries:
            for kind in one.kinds:
                # Days at most ``span`` apart lie in one block or in two neighbours.
                found |= {f"{head}|{name}|{kind}|{block}", f"{head}|{name}|{kind}|{block + 1}"}
    return frozenset(found)


def compare(one: FigureFeatures, other: FigureFeatures) -> SeriesLink | None:
    """The link between two figures that count the same thing, or None; the same either way round."""
    if (one.measure, one.group, one.scope.kind, one.place) != (
        other.measure,
        other.group,
        other.scope.kind,
        other.place,
    ):
        return None
    if one.scope.since != other.scope.since and (one.scope.kind == "past" or (one.scope.since and other.scope.since)):
        return None
    if one.measure == "other" and not _told_alike(one, other):
        return None
    shared = _one_event(one, other)
    if shared is None:
        return None
    first, second = sorted((one.id, other.id))
    return SeriesLink(one=first, other=second, shared=shared)


def spanning(items: Iterable[FigureFeatures]) -> list[SeriesLink]:
    """Links enough to hold every series together, found through the keys; not all links.

    In each bucket a figure is compared with the members of a series only until one links: a series of n figures
    that agree costs about n comparisons and not n * n. The series are those that all links would give.
    """
    by_key: defaultdict[str, list[FigureFeatures]] = defaultdict(list)
    for one in items:
        for key in keys(one):
            by_key[key].append(one)
    sets = DisjointSets()
    links: list[SeriesLink] = []
    for _, bucket in sorted(by_key.items()):
        held: dict[str, list[FigureFeatures]] = {}
        for one in sorted(bucket, key=lambda one: (one.published or "", one.id)):
            for members in list(held.values()):
                if sets.root(one.id) == sets.root(members[0].id):
                    continue
                # The latest first: what is near in time links soonest.
                link = next((link for other in reversed(members) if (link := compare(one, other))), None)
                if link:
                    links.append(link)
                    sets.join(link.one, link.other)
            joined = [root for root, members in held.items() if sets.root(members[0].id) == sets.root(one.id)]
            group = (
                [member for root in joined for member in held.pop(root)] if len(joined) != 1 else held.pop(joined[0])
            )
            group.append(one)
            held[sets.root(one.id)] = group
    return links


def groups(ids: Iterable[str], links: Iterable[SeriesLink]) -> tuple[tuple[str, ...], ...]:
    """The series as sorted ids, in the order of their first: the connected components of the links."""
    sets = DisjointSets()
    for link in links:
        sets.join(link.one, link.other)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for one in sorted(set(ids)):
        members[sets.root(one)].append(one)
    return tuple(sorted(tuple(group) for group in members.values()))


def build(
    members: Sequence[FigureFeatures],
    *,
    parties: Mapping[str, str] | None = None,
    origin_groups: Mapping[str, str] | None = None,
    bodies: Mapping[str, str] | None = None,
    rule: SeriesRule = "best-low-high",
) -> FigureSeries:
    """A series of its members, whatever their order.

    ``parties`` gives a party's id by a figure's id; ``origin_groups`` a group's id by a document's id, a
    document without one being a group of its own; ``bodies`` as in ``disputes``. Raises ``ValueError`` for no members.
    """
    if not members:
        raise ValueError("a series needs at least one figure")
    parties, origin_groups = parties or {}, origin_groups or {}
    values = tuple(
        SeriesValue(
            figure=one.id,
            document=one.document,
            statement=one.figure.statement,
            party=parties.get(one.id),
            by=one.by,
            origin_group=origin_groups.get(one.document, one.document),
            as_of=one.as_of,
            low=one.figure.low,
            high=one.figure.high,
            approximate=one.figure.approximate,
        )
        for one in sorted(members, key=lambda one: (one.as_of or "9999", one.document, one.figure.span, one.id))
    )
    found = estimate(values, rule)
    first = min(members, key=lambda one: one.id)
    return FigureSeries(
        id=group_id("figure_series", tuple(one.id for one in members)),
        measure=first.measure,
        what=first.group,
        place=_spelt(first.place or _common_place(members), members),
        values=values,
        relation=relation(values, bodies),
        rule=rule,
        low=found.low,
        best=found.best,
        high=found.high,
    )


def link_series(
    articles: Iterable[CaseArticle],
    *,
    parties: Sequence[Party] = (),
    origin_groups: Sequence[OriginGroup] = (),
    rule: SeriesRule = "best-low-high",
) -> tuple[FigureSeries, ...]:
    """The figure series of a whole case, sorted by id; a figure that nothing agrees with is a series of its own."""
    items = {one.id: one for article in articles for one in features(article)}
    of_figure = party_of_figures(items.values(), parties)
    of_document = {document: group.id for group in origin_groups for document in group.documents}
    bodies = {party.id: party.speaks_for for party in parties if party.speaks_for}
    found = (
        build([items[one] for one in group], parties=of_figure, origin_groups=of_document, bodies=bodies, rule=rule)
        for group in groups(items, spanning(items.values()))
    )
    return tuple(sorted(found, key=lambda series: series.id))


def party_of_figures(items: Iterable[FigureFeatures], parties: Sequence[Party]) -> dict[str, str]:
    """The id of the party that gives each figure: that of its statement, or the only one with the giver's name."""
    of_statement = {one: party.id for party in parties for alias in party.aliases for one in alias.statements}
    of_name: defaultdict[str, set[str]] = defaultdict(set)
    for party in parties:
        for name in (party.name, *(alias.name for alias in party.aliases)):
            of_name[name.casefold()].add(party.id)
    found: dict[str, str] = {}
    for one in items:
        giver = of_statement.get(one.figure.statement or "")
        if giver is None and one.by and len(same := of_name.get(one.by.casefold(), set())) == 1:
            giver = min(same)
        if giver:
            found[one.id] = giver
    return found


def bounds(value: SeriesValue | Figure) -> tuple[float, float]:
    """A figure's interval with its margin; an open end lies at infinity (below: at nought, there are no less)."""
    low = 0.0 if value.low is None else value.low
    high = float("inf") if value.high is None else value.high
    return (low * (1 - MARGIN), high * (1 + MARGIN)) if value.approximate else (low, high)


def overlap(one: SeriesValue | Figure, other: SeriesValue | Figure) -> bool:
    """Whether two figures can both be true of one moment: their intervals meet."""
    (a, b), (c, d) = bounds(one), bounds(other)
    return a <= d and c <= b


def disputes(values: Sequence[SeriesValue], bodies: Mapping[str, str] | None = None) -> tuple[Dispute, ...]:
    """The contradictions in a series, each pair of figures once, in the order of days and values.

    ``bodies`` gives by a party's id that of the body it speaks for: a ministry doesn't contradict its government.

    Only figures of named givers contradict: of two counts that nobody is named for, the later may simply be new.
    """
    by_day: defaultdict[str, list[SeriesValue]] = defaultdict(list)
    for value in values:
        if value.as_of and (value.party or named(value.by)):
            by_day[value.as_of].append(value)
    found = []
    for day in sorted(by_day):
        order = sorted(by_day[day], key=lambda value: (bounds(value), value.figure))
        for one, other in combinations(order, 2):
            if not overlap(one, other) and _distinct(one, other, bodies or {}):
                found.append(Dispute(one=one.figure, other=other.figure, as_of=day))
    return tuple(found)


def relation(values: Sequence[SeriesValue], bodies: Mapping[str, str] | None = None) -> SeriesRelation:
    """How the figures of a series stand to one another; see ``disputes`` for where they contradict.

    ``consistent``: one number lies in all intervals; ``updated``: none does, and no two parties contradict one
    another on one day.
    """
    if disputes(values, bodies):
        return "disputed"
    edges = [bounds(value) for value in values]
    return "consistent" if max(low for low, _ in edges) <= min(high for _, high in edges) else "updated"


def sum_checks(figures: Sequence[Figure]) -> list[SumCheck]:
    """The parts of each whole (``part_of``) added up, for each way in which they are told apart; ordered by whole.

    Parts by place and parts by group overlap ("27 in the north, nine children"), so that they are added apart.
    """
    by_id = {figure.id: figure for figure in figures}
    parts: defaultdict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        whole = by_id.get(figure.part_of or "")
        if whole and whole.id != figure.id:
            same = figure.what in (None, "them", "whom", whole.what)
            parts[(whole.id, figure.measure, "place" if same else "group")].append(figure)
    return [
        _sum_check(by_id[whole], sorted(some, key=lambda figure: (figure.span, figure.id)))
        for (whole, _, _), some in sorted(parts.items())
    ]


def _sum_check(whole: Figure, parts: Sequence[Figure]) -> SumCheck:
    edges = [bounds(part) for part in parts]
    low, high = sum(edge[0] for edge in edges), sum(edge[1] for edge in edges)
    least, most = bounds(whole)
    verdict: SumVerdict
    if low > most:
        verdict = "exceeds"
    elif high < least:
        verdict = "falls short"
    elif float("inf") in (high, most) or any(figure.low is None for figure in (whole, *parts)):
        verdict = "open"
    else:
        verdict = "agrees"
    return SumCheck(
        whole=whole.id,
        parts=tuple(part.id for part in parts),
        low=low,
        high=None if high == float("inf") else high,
        verdict=verdict,
    )


def _told_alike(one: FigureFeatures, other: FigureFeatures) -> bool:
    """Whether two counts outside the vocabulary can be of one thing: clauses of the same words, numbers not far apart.

    Four words in ten: two reports of one count word it alike; below that the noun alone ("two people") is shared.
    Money and percentages have no noun of their own and need six.
    """
    if one.document == other.document:  # Of one text each number is of something else, unless it comes again.
        return (one.figure.low, one.figure.high) == (other.figure.low, other.figure.high)
    shared = one.words & other.words
    least = 0.6 if one.group in UNITS else 0.4
    alike = len(shared) >= 3 and len(shared) >= least * min(len(one.words), len(other.words))
    return alike and comparable(one.figure, other.figure)


def _one_event(one: FigureFeatures, other: FigureFeatures) -> tuple[str, ...] | None:
    """What makes the events of two figures one, or None."""
    names, countries, kinds = one.names & other.names, one.countries & other.countries, one.kinds & other.kinds
    shared = tuple(sorted(names | countries) + sorted(kinds))
    if one.document == other.document:
        return shared
    if one.scope.kind == "past":
        return shared if names or countries else None
    if one.kinds and other.kinds and not kinds:
        return None
    apart = _days_apart(one.published, other.published)
    if apart is None:
        return shared if len(names) >= 2 and kinds else None
    if one.scope.kind == "cumulative":
        return shared if apart <= RUNNING_DAYS and (names or (countries and kinds)) else None
    bridged = DAYS_BY_PLACES[min(len(names), len(DAYS_BY_PLACES) - 1)]
    near = bool(names) and apart <= (bridged if kinds else DAYS_BY_PLACES[1])
    wide = bool(countries) and bool(kinds) and apart <= COUNTRY_DAYS
    return shared if near or wide else None


def _days_apart(one: str | None, other: str | None) -> int | None:
    if one is None or other is None:
        return None
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _distinct(one: SeriesValue, other: SeriesValue, bodies: Mapping[str, str]) -> bool:
    """Whether two figures come from different givers, as far as ids or names tell.

    A name whose words all stand in the other's may be the same body named shorter.
    """
    if one.party and other.party:
        return bodies.get(one.party, one.party) != bodies.get(other.party, other.party)
    a, b = _name_words(one.by), _name_words(other.by)
    return bool(a and b) and not (a <= b or b <= a)


def _name_words(name: str | None) -> frozenset[str]:
    words = (name or "").replace("’", " ").replace("'", " ").casefold().split()
    return frozenset(word for word in words if len(word) > 1 and word not in ("the", "of", "in", "for"))


def _common_place(members: Sequence[FigureFeatures]) -> str | None:
    """The place that at least half of the members name beside their number."""
    counts: defaultdict[str, int] = defaultdict(int)
    for one in members:
        for place in set(one.near):
            counts[place] += 1
    best = min(counts, key=lambda place: (-counts[place], place), default=None)
    return best if best is not None and 2 * counts[best] >= len(members) else None


def _spelt(place: str | None, members: Sequence[FigureFeatures]) -> str | None:
    """A place as an article spells it, if one of the figures has it so."""
    if place is None:
        return None
    spellings = sorted(one.figure.place for one in members if one.figure.place and one.figure.place.casefold() == place)
    return spellings[0] if spellings else place.title()
