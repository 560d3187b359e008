"""An index of linked articles in, everything that was found across them out.

The links between items are made one by one (``linker``); what they add up to is worked out here: which documents
are one origin, which speakers one party, which statements one claim with whom on which side, which figures one
series, and who moved.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple

import msgspec

from counterclaim.link import (
    changes,
    claims,
    corroboration,
    judgements,
    mentions,
    origins,
    parties,
    party_records,
    series,
)
from counterclaim.link.credits import credit, statement_origin
from counterclaim.link.encoder import SentenceEncoder
from counterclaim.link.linker import F, Index, L, MemoryIndex, Part, kept, link_article, links_kept
from counterclaim.link.name_lists import NameList
from counterclaim.link.propositions import Proposition
from counterclaim.records import Act, canonical_bytes, content_id, sha256_hex
from counterclaim.records.judgement import Judgement
from counterclaim.records.links import (
    CaseArticle,
    Claim,
    FigureSeries,
    Links,
    OriginGroup,
    OriginLink,
    Party,
    SeriesRule,
)

REVISION = 7
"""Goes up with every change after which links that are kept must be worked out again."""

DEFAULT_RULE: SeriesRule = "best-low-high"


@cache
def _encoder() -> SentenceEncoder:
    return SentenceEncoder()


class Listed(NamedTuple):
    """A list of names, and the articles in which they may speak."""

    names: NameList
    articles: Iterable[CaseArticle]


class _Spoken(msgspec.Struct, frozen=True):
    """A statement's document, its act, and the outlet that it was made to or taken from, where the text says so."""

    document: str
    act: Act | None
    outlet: str | None


def _statements(article: CaseArticle) -> list[tuple[str, _Spoken]]:
    credited = credit(article)
    return [
        (s.id, _Spoken(article.document.id, s.act, statement_origin(article, s, credited))) for s in article.statements
    ]


class _NoLink(msgspec.Struct, frozen=True):
    """For items that are only kept and never linked."""


def _no_keys(_: object) -> frozenset[str]:
    return frozenset()


def _no_link(_: object, __: object) -> _NoLink | None:
    return None


_ORIGIN = Part(
    "origin",
    origins.OriginFeatures,
    OriginLink,
    lambda article: [(article.document.id, origins.features(article))],
    origins.keys,
    origins.compare,
)
_STATEMENT = Part("statement", _Spoken, _NoLink, _statements, _no_keys, _no_link)
_MENTION = Part(
    "mention",
    mentions.Mention,
    _NoLink,
    lambda article: [(m.id, m) for m in mentions.mentions(article)],
    _no_keys,
    _no_link,
)
_SPEAKER = Part(
    "speaker",
    mentions.Features,
    parties.PartyLink,
    lambda article: [(m.features.id, m.features) for m in mentions.mentions(article)],
    parties.keys,
    parties.compare,
)
"""Speakers are compared by form: those of several documents who can't be told apart are compared once."""
_PROPOSITION = Part(
    "proposition",
    Proposition,
    claims.ClaimLink,
    lambda article: [(p.id, p) for p in claims.features(article, _encoder())],
    claims.keys,
    claims.compare,
)
_FIGURE = Part(
    "figure",
    series.FigureFeatures,
    series.SeriesLink,
    lambda article: [(f.id, f) for f in series.features(article)],
    series.keys,
    series.compare,
)
PARTS: tuple[Part[Any, Any], ...] = (_ORIGIN, _STATEMENT, _MENTION, _SPEAKER, _PROPOSITION, _FIGURE)
"""The kinds of things that are linked, in the order in which they are kept."""


def link_version() -> str:
    """What kept links depend on: the program's version, this revision and the encoder's weights."""
    fields = {"version": version("counterclaim"), "revision": REVISION, "encoder": _encoder().card["sha256"]}
    return sha256_hex(canonical_bytes(fields))


def take_in(article: CaseArticle, index: Index) -> None:
    """Link one article to what the index holds, and keep it there."""
    link_article(article, PARTS, index)


def link(articles: Iterable[CaseArticle], rule: SeriesRule = DEFAULT_RULE) -> Links:
    """Everything across a few thousand articles, worked out in memory.

    The answer is the same in whatever order they come.
    """
    index = MemoryIndex()
    for article in articles:
        take_in(article, index)
    return links_of(index, rule)


def links_of(
    index: Index,
    rule: SeriesRule = DEFAULT_RULE,
    listed: Listed | None = None,
    judged: Iterable[Judgement] = (),
) -> Links:
    """Everything that an index's links add up to; ``rule`` says how a series' low, best and high are worked out.

    With ``listed``, a list of names and all articles of the index, speakers are compared anew: a list changes what a
    name stands for, and is kept nowhere. ``judged`` are people's judgements of who is one party and
    what is one claim.
    """
    groups = origins.groups(_items(_ORIGIN, index), links_kept(_ORIGIN, index))
    group_of = {document: group.id for group in groups for document in group.documents}
    judged = tuple(judged)
    people = _parties(index, listed, judged)
    party_of = party_records.party_of_statements(people)
    bodies = {party.id: body for party in people if (body := party.speaks_for)}
    spoken = dict(kept(_STATEMENT, index))
    origin_of = _origins_of_statements(spoken, groups, group_of)
    found = _claims(index, party_of, origin_of, bodies, judged)
    figures = _series(index, people, group_of, bodies, rule)
    acts = {statement: one.act for statement, one in spoken.items() if one.act}
    return Links(
        origin_groups=tuple(groups),
        parties=people,
        claims=found,
        figure_series=figures,
        changes=changes.changes(found, figures, acts),
    )


def _items(part: Part[F, L], index: Index) -> list[F]:
    return [features for _, features in kept(part, index)]


def _item_ids(part: Part[F, L], index: Index) -> list[str]:
    return [item for item, _ in index.bodies(part.name)]


def _origins_of_statements(
    spoken: Mapping[str, _Spoken], groups: Iterable[OriginGroup], group_of: Mapping[str, str]
) -> dict[str, str]:
    """The origin of each statement: the outlet that it was taken from, else its document's group.

    What several papers have from one agency is one origin, in whichever of the agency's groups they stand.
    """
    of_outlet: dict[str, str] = {}
    for group in sorted(groups, key=lambda group: group.id):
        if group.origin:
            of_outlet.setdefault(group.origin.casefold(), group.id)
    found = {}
    for statement, one in spoken.items():
        outlet = (one.outlet or "").casefold()
        known = of_outlet.get(outlet) or (content_id("origin", outlet=outlet) if outlet else None)
        found[statement] = known or group_of.get(one.document, one.document)
    return found


def _parties(index: Index, listed: Listed | None, judged: tuple[Judgement, ...]) -> tuple[Party, ...]:
    if listed is not None:
        named = [m for article in listed.articles for m in mentions.mentions(article, listed.names)]
        found = parties.groups(named, parties.link_all({m.features.id: m.features for m in named}.values()))
        return party_records.party_records(named, judgements.apply(found, judged, "party").groups, listed.names)
    held = _items(_MENTION, index)
    found = parties.groups(held, links_kept(_SPEAKER, index))
    return party_records.party_records(held, judgements.apply(found, judged, "party").groups)


def claim_members(index: Index, judged: Iterable[Judgement] = ()) -> dict[str, tuple[str, ...]]:
    """The ids of the propositions that each claim is made of, by the claim's id."""
    found = claims.groups(_item_ids(_PROPOSITION, index), links_kept(_PROPOSITION, index))
    return {claims.claim_id(group): group for group in judgements.apply(found, judged, "claim").groups}


def _claims(
    index: Index,
    party_of: Mapping[str, str],
    origin_of: Mapping[str, str],
    bodies: Mapping[str, str],
    judged: tuple[Judgement, ...],
) -> tuple[Claim, ...]:
    items = dict(kept(_PROPOSITION, index))
    links = list(links_kept(_PROPOSITION, index))
    scores = {(link.one, link.other): link.score for link in links}
    named = {p.statement: party_of.get(p.statement) for p in items.values()}
    made = []
    found = judgements.apply(claims.groups(items, links), judged, "claim")
    for group in found.groups:
        claim = claims.claim([items[i] for i in group], scores, named, origin_of, found.turned)
        if claim is not None:
            counted = corroboration.corroborate(claim.positions, bodies=bodies)
            made.append(
                msgspec.structs.replace(
                    claim,
                    independent_sources=counted.independent_for,
                    independent_against=counted.independent_against,
                    state=counted.state,
                )
            )
    return tuple(sorted(made, key=lambda claim: (claim.first_seen or "9999", claim.id)))


def _series(
    index: Index, people: tuple[Party, ...], group_of: Mapping[str, str], bodies: Mapping[str, str], rule: SeriesRule
) -> tuple[FigureSeries, ...]:
    items = dict(kept(_FIGURE, index))
    given = series.party_of_figures(items.values(), people)
    found = series.groups(items, links_kept(_FIGURE, index))
    made = [
        series.build([items[i] for i in group], parties=given, origin_groups=group_of, bodies=bodies, rule=rule)
        for group in found
    ]
    return tuple(sorted(made, key=lambda one: (one.values[0].as_of or "9999", one.id)))
