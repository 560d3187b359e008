"""The links of a case and its catalogue in, what the page shows across articles out: claims, series, changes, origins.

Everything here is places and numbers; words stay on disk until a template asks for them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

import msgspec
from markupsafe import Markup

from counterclaim.errors import UsageError
from counterclaim.link.changes import told
from counterclaim.link.corroboration import Corroboration, LeftOut, corroborate
from counterclaim.link.series import disputes
from counterclaim.link.series_rules import estimate
from counterclaim.records.links import (
    Change,
    Claim,
    ClaimState,
    FigureSeries,
    Links,
    OriginGroup,
    OriginLink,
    Party,
    Position,
    SeriesRelation,
    SeriesValue,
    Stance,
)
from counterclaim.serve.catalogue import Catalogue, Source, short_digits
from counterclaim.serve.series_chart import drawn, series_chart

_RELATIONS: tuple[SeriesRelation, ...] = ("disputed", "updated", "consistent")
"""Series in the order of the page."""
_SIDES: tuple[Stance, ...] = ("for", "against", "unclear")
_OTHER_CASE = "Work the links out from this case, with `flow.link`"


class Stand(msgspec.Struct, frozen=True, kw_only=True):
    """What one party says in one origin group on one side of a claim; the numbers are those of statements.

    ``number`` is the earliest, or the one that counts as a source; ``copies`` are the others, which stand in
    reprints or elsewhere in the same article. ``source`` is its place among the side's independent sources.
    """

    number: int
    day: str | None
    source: int | None
    given_up: bool
    copies: tuple[int, ...]


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """A party on one side of a claim with all that it says there; ``party`` is null where nobody is named."""

    party: Party | None
    stands: tuple[Stand, ...]


class ClaimView(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as the page shows it, numbered from 1 in the order of the page.

    ``left_out`` are the statements that make no independent source, each with its party and why.
    """

    claim: Claim
    number: int
    short: str
    sides: dict[Stance, tuple[Taking, ...]]
    counted: Corroboration
    left_out: tuple[tuple[int, Party | None, LeftOut], ...]


class ClaimRef(NamedTuple):
    """A statement's part in a claim that is on the page."""

    number: int
    short: str
    state: ClaimState
    stance: Stance


class SeriesView(msgspec.Struct, frozen=True, kw_only=True):
    """A series as the page shows it.

    ``used`` are the values that low, best and high come from, ``against`` those that contradict one another, by day;
    of alike ones the first.
    """

    series: FigureSeries
    number: int
    short: str
    used: tuple[SeriesValue, ...]
    against: tuple[tuple[str, tuple[SeriesValue, ...]], ...]


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A party's figures in one series in the order in which it gave them: day, value as told, id of the figure."""

    party: str
    series: str
    steps: tuple[tuple[str | None, str, str], ...]


class OriginView(msgspec.Struct, frozen=True, kw_only=True):
    """An origin group with, for each document, the link that ties it closest to another of the group."""

    group: OriginGroup
    short: str
    documents: tuple[tuple[Source, OriginLink | None], ...]
    passages: int


class Across:
    """All links of a case, ready to be shown. Raises UsageError if they name what ``catalogue`` doesn't hold.

    ``disputed``, ``denied``, ``corroborated`` and ``others`` are the claims with several positions, ``rejected`` those
    of a single denial. What has one member only (a claim of one assertion, a figure alone, a document that shares
    nothing) is counted and not listed.
    """

    def __init__(self, links: Links, catalogue: Catalogue) -> None:
        self.links = links
        self._catalogue = catalogue
        self.parties = {party.id: party for party in links.parties}
        self._names = {party.id: party.name for party in links.parties}
        self.bodies = {party.id: party.speaks_for for party in links.parties if party.speaks_for}
        self._anchors = {voice.party.id: voice.anchor for voice in catalogue.voices if voice.party}
        self._sources = {source.row.document.id: source for source in catalogue.sources}
        self._values = {value.figure: value for series in links.figure_series for value in series.values}
        self._check()
        self._origins = {group.id: group for group in links.origin_groups if len(group.documents) > 1}
        self._figure_digits = short_digits(list(self._values))
        self._claim_digits = short_digits([claim.id for claim in links.claims])
        self._series_digits = short_digits([series.id for series in links.figure_series])
        self._origin_digits = short_digits([group.id for group in links.origin_groups])
        self._refs: dict[int, list[ClaimRef]] = {}
        self._listed: dict[str, SeriesView] = {}
        self._set_claims()
        self.series = self._series()
        self.turns = [change for change in links.changes if change.claim]
        self.moves = _moves(change for change in links.changes if not change.claim)
        self.origins = [self._origin(group) for group in self._origins.values()]

    @property
    def origin_count(self) -> int:
        """How many distinct origins the articles make."""
        return len(self.links.origin_groups)

    @property
    def single_claims(self) -> int:
        """How many claims are one assertion that nothing else takes up."""
        return sum(claim.state == "single-source" and len(claim.positions) == 1 for claim in self.links.claims)

    @property
    def single_figures(self) -> int:
        """How many figures are in no series with another."""
        return sum(len(series.values) == 1 for series in self.links.figure_series)

    def number(self, statement: str) -> int:
        """The number of the statement with this id."""
        return self._catalogue.number_of(statement) or 0

    def refs(self, number: int) -> Sequence[ClaimRef]:
        """The claims on the page that this statement takes part in."""
        return self._refs.get(number, ())

    def claim_of(self, change: Change) -> ClaimView | None:
        """The claim on which a party changed sides; None if the page doesn't show it."""
        return self._views.get(change.claim or "")

    def series_of(self, figure_or_series: str | None) -> SeriesView | None:
        """The series on the page with this id, or with this figure in it."""
        return self._listed.get(figure_or_series or "")

    def value(self, figure: str) -> SeriesValue:
        """The figure with this id."""
        return self._values[figure]

    def source(self, document: str) -> Source:
        """The article with this id."""
        return self._sources[document]

    def anchor(self, party: str | None) -> str | None:
        """Where on the page this party's statements stand; None if it makes none."""
        return self._anchors.get(party or "")

    def giver(self, value: SeriesValue) -> str | None:
        """Who gives a figure: the party's name, else as the article has it."""
        return self._names.get(value.party or "") or value.by

    def figure_short(self, figure: str) -> str | None:
        """The short id of a figure that is in a series; None for any other."""
        return figure[: self._figure_digits] if figure in self._values else None

    def origin_of(self, group: str) -> tuple[OriginGroup, str] | None:
        """The origin group with this id and its short id; None if it is one document alone."""
        found = self._origins.get(group)
        return (found, group[: self._origin_digits]) if found else None

    def chart(self, view: SeriesView) -> Markup | None:
        """The series drawn; None if none of its values has a day."""
        chart = series_chart(view.series, self._names, self.bodies)
        if chart is None:
            return None
        addresses = {value.figure: f"#g-{self.figure_short(value.figure)}" for value in view.series.values}
        return drawn(chart, view.short, addresses)

    def _check(self) -> None:
        statements = [p.statement for claim in self.links.claims for p in claim.positions]
        figures = self._values
        documents = [d for group in self.links.origin_groups for d in group.documents]
        documents += [value.document for value in figures.values()]
        for change in self.links.changes:
            if change.claim:
                statements += [change.before, change.after]
            elif change.before not in figures or change.after not in figures:
                raise UsageError("the links name a figure that is in no series", _OTHER_CASE)
        if not all(map(self._catalogue.number_of, statements)) or not all(d in self._sources for d in documents):
            raise UsageError("the links are not those of this case", _OTHER_CASE)

    def _set_claims(self) -> None:
        several = [claim for claim in self.links.claims if len(claim.positions) > 1]
        alone = [claim for claim in self.links.claims if len(claim.positions) == 1 and claim.state == "denied"]
        self._views: dict[str, ClaimView] = {}
        self.disputed = self._viewed(sorted((c for c in several if c.state == "disputed"), key=_most_contested))
        self.denied = self._viewed(sorted((c for c in several if c.state == "denied"), key=_most_contested))
        self.rejected = self._viewed(alone)
        self.corroborated = self._viewed(sorted((c for c in several if c.state == "corroborated"), key=_most_sources))
        self.others = self._viewed([c for c in several if c.state == "single-source"])

    def _viewed(self, claims: Iterable[Claim]) -> list[ClaimView]:
        found = []
        for claim in claims:
            counted = corroborate(claim.positions, bodies=self.bodies)
            whose = {position.statement: self.parties.get(position.party or "") for position in claim.positions}
            view = ClaimView(
                claim=claim,
                number=len(self._views) + 1,
                short=claim.id[: self._claim_digits],
                sides={side: self._side(claim, side, counted) for side in _SIDES},
                counted=counted,
                left_out=tuple((self.number(o.statement), whose[o.statement], o.why) for o in counted.left_out),
            )
            self._views[claim.id] = view
            for position in claim.positions:
                ref = ClaimRef(view.number, view.short, claim.state, position.stance)
                self._refs.setdefault(self.number(position.statement), []).append(ref)
            found.append(view)
        return found

    def _side(self, claim: Claim, side: Stance, counted: Corroboration) -> tuple[Taking, ...]:
        """The parties of a side, those that were counted first, then by day."""
        counting = [reason.statement for reason in counted.reasons if reason.side == side]
        order = {statement: at for at, statement in enumerate(counting, start=1)}
        given_up = {one.statement for one in counted.left_out if one.why == "given up"}
        parties: defaultdict[str, defaultdict[str, list[Position]]] = defaultdict(lambda: defaultdict(list))
        for position in sorted(claim.positions, key=lambda p: (p.day or "9999", self.number(p.statement))):
            if position.stance == side:
                whose = position.party or f"nobody in {position.origin_group}"
                parties[whose][position.origin_group].append(position)
        takings = [
            Taking(
                party=self.parties.get(party),
                stands=tuple(self._stand(some, order, given_up) for some in by_origin.values()),
            )
            for party, by_origin in parties.items()
        ]
        return tuple(sorted(takings, key=lambda taking: min(one.source or len(order) + 1 for one in taking.stands)))

    def _stand(self, some: Sequence[Position], order: dict[str, int], given_up: set[str]) -> Stand:
        shown = next((one for one in some if one.statement in order), some[0])
        return Stand(
            number=self.number(shown.statement),
            day=shown.day,
            source=order.get(shown.statement),
            given_up=shown.statement in given_up,
            copies=tuple(self.number(one.statement) for one in some if one is not shown),
        )

    def _series(self) -> list[SeriesView]:
        several = [series for series in self.links.figure_series if len(series.values) > 1]
        several.sort(key=lambda s: (_RELATIONS.index(s.relation), -len(s.values), s.id))
        found = []
        for number, series in enumerate(several, start=1):
            used = set(estimate(series.values, series.rule).used)
            view = SeriesView(
                series=series,
                number=number,
                short=series.id[: self._series_digits],
                used=self._alike_once(value for value in series.values if value.figure in used),
                against=self._against(series),
            )
            found.append(view)
            self._listed |= dict.fromkeys([series.id, *(value.figure for value in series.values)], view)
        return found

    def _against(self, series: FigureSeries) -> tuple[tuple[str, tuple[SeriesValue, ...]], ...]:
        days: defaultdict[str, set[str]] = defaultdict(set)
        for dispute in disputes(series.values, self.bodies):
            days[dispute.as_of] |= {dispute.one, dispute.other}
        return tuple(
            (day, self._alike_once(value for value in series.values if value.figure in figures))
            for day, figures in sorted(days.items())
        )

    def _alike_once(self, values: Iterable[SeriesValue]) -> tuple[SeriesValue, ...]:
        first: dict[tuple[str, str | None], SeriesValue] = {}
        for value in values:
            first.setdefault((told(value), self.giver(value)), value)
        return tuple(sorted(first.values(), key=lambda value: (value.low or value.high or 0.0, value.figure)))

    def _origin(self, group: OriginGroup) -> OriginView:
        closest: dict[str, OriginLink] = {}
        for link in sorted(group.links, key=attrgetter("share"), reverse=True):
            closest.setdefault(link.one, link)
            closest.setdefault(link.other, link)
        return OriginView(
            group=group,
            short=group.id[: self._origin_digits],
            documents=tuple((self._sources[one], closest.get(one)) for one in group.documents),
            passages=sum(len(link.passages) for link in group.links),
        )


def _moves(changes: Iterable[Change]) -> list[Moved]:
    """Changes of one party's figure in one series as one line; the lines in the order of their first change."""
    lines: defaultdict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in changes:
        lines[change.party, change.series or ""].append(change)
    found = []
    for (party, series), some in lines.items():
        steps = {one.before: (one.before_day, one.before_value, one.before) for one in some}
        steps |= {one.after: (one.after_day, one.after_value, one.after) for one in some}
        in_order = tuple(sorted(steps.values(), key=lambda step: (step[0] or "", step[2])))
        found.append(Moved(party=party, series=series, steps=in_order))
    return found


def _most_contested(claim: Claim) -> tuple[object, ...]:
    """Claims with independent sources on both sides first, then those with most sources, then with most positions."""
    sides = (claim.independent_sources, claim.independent_against)
    return -min(sides), -sum(sides), -len(claim.positions), claim.first_seen or "9999", claim.id


def _most_sources(claim: Claim) -> tuple[object, ...]:
    return -claim.independent_sources, -len(claim.positions), claim.first_seen or "9999", claim.id
