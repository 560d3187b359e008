"""What is found across the articles of a case: origin groups, parties, claims with sides, figure series, changes.

A record here never stands for itself: it names the documents, statements and figures that it is made of, and
the links that hold them together, so that every number on a page can be followed to the words it came from.
Ids are those of the member with the smallest id, hashed with the kind of record: they don't depend on the
order in which articles came in.
"""

from typing import Literal

import msgspec

from counterclaim.records.document import Document
from counterclaim.records.identity import content_id
from counterclaim.records.quantities import Figure, Measure
from counterclaim.records.spans import Span
from counterclaim.records.statement import SpeakerType, Statement


class CaseArticle(msgspec.Struct, frozen=True, kw_only=True):
    """One article as linking sees it: its head, its text and what was found in it."""

    document: Document
    text: str
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()


OriginKind = Literal["exact", "near", "contained", "quotes", "credited"]
"""``exact``: the same text; ``near``: the same with small changes; ``contained``: one is a cut of the other;
``quotes``: the same quoted words of the same speaker (a rewrite, or one press conference); ``credited``: both
name the same origin ("told Reuters", an agency's credit line)."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words that two documents share, by their place in either."""

    one: Span
    other: Span


class OriginLink(msgspec.Struct, frozen=True, kw_only=True):
    """Why two documents count as one origin: ``share`` is how much of the shorter text stands in the other."""

    kind: OriginKind
    one: str
    other: str
    share: float
    passages: tuple[Passage, ...] = ()


class OriginGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Documents that carry the same copy or the same interview; a corroboration counts groups, not outlets.

    ``documents`` are ids in order of publication; ``origin`` is the agency or outlet that the group is taken
    from, where the texts name one. A document that shares nothing with others is a group of its own.
    """

    id: str
    documents: tuple[str, ...]
    origin: str | None
    links: tuple[OriginLink, ...] = ()


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """A name that a party goes by, and the statements whose speaker is named so."""

    name: str
    statements: tuple[str, ...]


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """A role or affiliation as articles word it, with the first and the last day of publication that give it."""

    role: str
    first: str | None
    last: str | None


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who speaks in the case, under all names that the articles use.

    ``speaks_for`` is the id of the body for which a spokesperson or a part of it speaks; it stays a party of
    its own and is counted with the body only on request.
    """

    id: str
    name: str
    type: SpeakerType | None
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...] = ()
    speaks_for: str | None = None


Stance = Literal["for", "against", "unclear"]
ClaimState = Literal["single-source", "corroborated", "disputed", "denied"]
"""``denied``: somebody rejects it and nobody stands for it; ``disputed``: parties stand on both sides;
``corroborated``: at least two independent sources stand for it and nobody against."""


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """One statement's stand on a claim: who, since when, from which origin."""

    statement: str
    document: str
    party: str | None
    stance: Stance
    origin_group: str
    day: str | None
    score: float


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition and everybody's stand on it.

    ``text`` is the wording of the earliest statement that asserts it. ``independent_sources`` counts distinct
    originating parties over distinct origin groups that stand for it; ``independent_against`` those against.
    """

    id: str
    text: str
    positions: tuple[Position, ...]
    independent_sources: int
    independent_against: int
    first_seen: str | None
    last_seen: str | None
    state: ClaimState


class SeriesValue(msgspec.Struct, frozen=True, kw_only=True):
    """One figure in a series: its bounds, who gave it and as of when."""

    figure: str
    document: str
    statement: str | None
    party: str | None
    by: str | None
    origin_group: str
    as_of: str | None
    low: float | None
    high: float | None
    approximate: bool


SeriesRule = Literal["latest-official", "conservative", "best-low-high", "min-max"]
"""How low, best and high of a series are worked out: the latest figure of an official body; the lowest of the
last day (ACLED's practice); the median of the last day between its bounds (UCDP's); the least and the greatest
of all (Iraq Body Count's)."""
SeriesRelation = Literal["consistent", "updated", "disputed"]


class FigureSeries(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of the same measure, group, place and event, in the order of their as-of days."""

    id: str
    measure: Measure
    what: str | None
    place: str | None
    values: tuple[SeriesValue, ...]
    relation: SeriesRelation
    rule: SeriesRule
    low: float | None
    best: float | None
    high: float | None


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A party that moved: on a claim from one stance to another, or in a series from one figure to another."""

    party: str
    claim: str | None
    series: str | None
    before: str
    after: str
    before_day: str | None
    after_day: str | None
    before_value: str
    after_value: str


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that linking found in a case, each list in a fixed order."""

    origin_groups: tuple[OriginGroup, ...] = ()
    parties: tuple[Party, ...] = ()
    claims: tuple[Claim, ...] = ()
    figure_series: tuple[FigureSeries, ...] = ()
    changes: tuple[Change, ...] = ()


def group_id(kind: str, members: tuple[str, ...]) -> str:
    """The id of a group: the same in whatever order its members came in."""
    return content_id(kind, first=min(members))
