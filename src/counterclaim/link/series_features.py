"""An article with its figures in, what each figure is compared by out: measure, group, place, scope, event, day.

Everything here depends on the article alone. A figure keeps what ``resolve`` found; what a series needs beyond
that is read off its clause: what a bare number counts ("spoke of 52"), who gives it ("the ministry put the dead
at 47"), whether a place cuts it down to a part, whether it is of this event, of an older one, or of many.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from counterclaim.link.series_clauses import (
    REACH,
    Scope,
    clause_day,
    day_of,
    giver,
    is_prior,
    last_day,
    places_ahead,
    places_around,
    places_behind,
    places_in,
    scope_of,
    sentence_of,
    sites_in,
)
from counterclaim.link.series_words import COUNTRIES, KINDS, ONGOING, context_words, group_of, noun_phrase
from counterclaim.records.links import CaseArticle
from counterclaim.records.quantities import Figure, Measure
from counterclaim.records.spans import Span

LEAD = 1500
"""Characters from the start in which an article names its event: about the first eight sentences of a report."""
INHERITED = 3
"""Days before publication within which an undated figure may take the day of a dated one of its article."""

_OF_WHOLE = re.compile(r"\s+of\s+(?:them|whom|which|those|these|the|his|her|their|its|our)\b")
"""Behind a part: "one of the pilots", "eight of the dead"."""
_NUMBER_WORDS: tuple[tuple[Measure, str], ...] = (
    ("killed", "dead|died|killed|deaths?|fatalities|victims|perished"),
    ("injured", "injured|wounded|hurt|injuries"),
    ("missing", "missing|unaccounted"),
    ("displaced", r"displaced|homeless|driven\s+from|refugees|evacuated|evacuees"),
    ("detained", "detained|arrested|arrests|detainees"),
)
_NUMBER_OF = tuple(
    (
        measure,
        re.compile(
            rf"\b(?:numbers?|count|toll|total)\s+of\s+(?:\w+\s+){{0,4}}?(?:{words})\b[^.;,]{{0,40}}?"
            r"\b(?:to|at|reached|was|is|of|hit|passed|exceeded)\s*$",
            re.IGNORECASE,
        ),
    )
    for measure, words in _NUMBER_WORDS
)
_THE_FIGURE = re.compile(
    r"\b(?:figures?|tolls?|totals?|numbers?|counts?)\s+(?:was|is|stood|stands|had|has|could|may|might|would|will|is\s+now)\b"
    r"[^.;,]{0,30}$",
    re.IGNORECASE,
)
"""A number that is said to be "the true figure": it counts what the article last gave a total of."""
_BESIDE = re.compile(
    r"(?:\bspoke\s+of|\bspeaks\s+of|\bor|\band|,|:|\balready|\b(?:tolls?|totals?|counts?|figures?|numbers?)\s+of|"
    r"\b(?:put|puts|stood|stands|remained|remains)\s+(?:\w+\s+){0,3}at|"
    r"\b(?:rose|rises|risen|climbed|up|fell|down|raised|lowered|revised)\s+to)\s*$",
    re.IGNORECASE,
)
"""Before a bare number that answers the same question as the figure before it; a bare "at", "of" or "was" would take
hours and ages."""
_LISTED = re.compile(r"(?:\band|,)\s*$")
_SPOKE = re.compile(r"\b(?:spoke|speaks)\s+of\s*$")
_HOUR = re.compile(r"\s*(?:o[’']clock|to\s+\w+\b|:\d|[ap]\.?m\b)")


class FigureFeatures(NamedTuple):
    """What a figure is compared by; depends on its article alone.

    ``place`` is set only where it cuts the figure down to a part; ``near`` are the places of its own clause.
    ``names`` and ``kinds`` stand for the event: places of the lead (those that are countries in ``countries``)
    and what happened there. ``as_of`` is an ISO day or None; ``dated`` says that the text itself gives it;
    ``prior`` that the words give the figure as one that is no longer held ("up from 31").
    """

    id: str
    document: str
    published: str | None
    measure: Measure
    group: str
    scope: Scope
    place: str | None
    near: tuple[str, ...]
    names: frozenset[str]
    countries: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]
    as_of: str | None
    dated: bool
    prior: bool
    by: str | None
    figure: Figure


class Event(NamedTuple):
    """What an article is about, as far as its title and lead name it."""

    names: frozenset[str]
    countries: frozenset[str]
    kinds: frozenset[str]


class _Draft(NamedTuple):
    figure: Figure
    measure: Measure
    group: str
    scope: Scope
    near: tuple[str, ...]
    part: bool
    partitive: bool
    words: frozenset[str]


def features(article: CaseArticle) -> tuple[FigureFeatures, ...]:
    """The figures of an article that can stand in a series, in text order.

    Left out: parts that neither a place nor a group of people tells from their whole, bare numbers that count
    nothing known, and counts of past events that no year names.
    """
    ordered = sorted(article.figures, key=lambda figure: (figure.span, figure.id))
    event = event_of(article)
    drafts = [draft for draft in _drafts(article, ordered, bool(event.kinds & ONGOING)) if draft]
    said = {statement.id: statement for statement in article.statements}
    published = day_of(article.document.published)
    found: list[FigureFeatures] = []
    for draft in drafts:
        figure = draft.figure
        place = _restricting(draft, drafts)
        same_group = draft.partitive or draft.group == _whole_group(draft, drafts)
        if draft.part and place is None and same_group:
            continue
        statement = said.get(figure.statement or "")
        timed = draft.measure not in ("detained", "other")  # "three men were held on Monday" dates the event
        clause = clause_day(article.text, figure.span, published) if timed else None
        told = last_day(figure.as_of) or clause or day_of(statement.said_on if statement else None)
        prior = is_prior(article.text, figure.span[0])
        around = places_around(article.text, figure.span)
        places = around if draft.scope.kind == "past" else (*event.names, *event.countries, *around)
        found.append(
            FigureFeatures(
                id=figure.id,
                document=article.document.id,
                published=published,
                measure=draft.measure,
                group=draft.group,
                scope=draft.scope,
                place=place,
                near=draft.near,
                names=frozenset(name for name in places if name not in COUNTRIES),
                countries=frozenset(name for name in places if name in COUNTRIES),
                kinds=event.kinds,
                words=draft.words,
                as_of=None if prior else told or published,
                dated=told is not None and not prior,
                prior=prior,
                by=figure.by or giver(article.text, figure.span),
                figure=figure,
            )
        )
    return tuple(_with_days(found))


def event_of(article: CaseArticle) -> Event:
    """The places and the kinds of happening that the title and the lead name."""
    title = article.document.title or ""
    lead = article.text if len(article.text) <= LEAD else article.text[:LEAD].rpartition(" ")[0]
    places = {*places_in(lead, 0, len(lead)), *places_in(title, 0, len(title)), *sites_in(lead)}
    told = f"{title}\n{lead}".lower()
    return Event(
        names=frozenset(place for place in places if place not in COUNTRIES),
        countries=frozenset(place for place in places if place in COUNTRIES),
        kinds=frozenset(kind for kind, pattern in KINDS if pattern.search(told)),
    )


class _Before(NamedTuple):
    """What stands before a figure: the draft before it, and the last that is a whole; either may be missing."""

    last: _Draft | None = None
    whole: _Draft | None = None


class _Place(NamedTuple):
    """Where a figure stands: between which figures, after what, and its whole with its measure, if it has one."""

    between: Span
    before: _Before
    whole: _Draft | None
    whole_measure: Measure | None


def _drafts(article: CaseArticle, figures: Sequence[Figure], ongoing: bool) -> list[_Draft | None]:
    drafts: list[_Draft | None] = []
    made: dict[str, _Draft] = {}
    raw = {figure.id: figure for figure in figures}
    before = _Before()
    for number, figure in enumerate(figures):
        until = figures[number + 1].span[0] if number + 1 < len(figures) else len(article.text)
        since = figures[number - 1].span[1] if number else 0
        whole = made.get(figure.part_of or "")
        called = raw.get(figure.part_of or "")
        whole_measure = whole.measure if whole else called.measure if called else None
        place = _Place((since, until), before, whole, whole_measure)
        draft = _draft(article, figure, place, ongoing)
        drafts.append(draft)
        if draft:
            made[figure.id] = draft
            if draft.measure != "other":
                before = _Before(draft, before.whole if draft.part else draft)
    return drafts


def _draft(article: CaseArticle, figure: Figure, at: _Place, ongoing: bool) -> _Draft | None:
    text, (start, end) = article.text, figure.span
    sentence = sentence_of(text, figure.span)
    behind = places_behind(text, figure.span, at.between, sentence)
    measure, model = _measure(text, figure, at.before, behind)
    if measure == "other" and at.whole_measure and figure.what != "per cent":
        measure = at.whole_measure
    if measure == "other" and (not figure.what or figure.what in ("them", "whom")):
        return None
    # A figure of another measure is a part only where its own words say so: "38 died and 41 are missing".
    listed_part = model is not None and model.part and bool(behind)
    partitive = bool(_OF_WHOLE.match(text, end))
    part = partitive or at.whole_measure == measure or listed_part
    group = noun_phrase(figure.what) if measure == "other" else group_of(figure.what, measure)
    above = at.whole if part else model
    if group == "people" and above:
        group = above.group
    scope = scope_of(text[sentence[0] : sentence[1]], article.document.published or "", ongoing)
    if scope.kind == "past" and not scope.since:
        return None
    near = behind
    if not near and not part:
        near = places_ahead(text, max(at.between[0], sentence[0], start - REACH), start)
    if not near and model and model.figure.span[0] >= sentence[0] and not model.part:
        near = model.near  # "34 dead by one count, 55 by the other" are counts of one place
    words = context_words(text[max(sentence[0], start - 80) : min(sentence[1], end + 80)])
    return _Draft(figure, measure, group, scope, near, part, partitive, words)


def _measure(text: str, figure: Figure, before: _Before, behind: tuple[str, ...]) -> tuple[Measure, _Draft | None]:
    """The measure, and the figure before it from which a bare number has it, if it has it from one."""
    if figure.measure != "other" or figure.what:
        return figure.measure, None
    start, end = figure.span
    lead = text[max(0, start - REACH) : start].split("\n")[-1]
    own = next((measure for measure, pattern in _NUMBER_OF if pattern.search(lead)), None)
    if own:
        return own, None
    last, whole = before
    if whole and _THE_FIGURE.search(lead) and "\n" not in text[whole.figure.span[1] : start]:
        return (whole.measure, whole) if comparable(figure, whole.figure) else ("other", None)
    if last is None or start - last.figure.span[1] > REACH or _HOUR.match(text, end):
        return "other", None
    between = text[last.figure.span[1] : start]
    if "\n" in between or not _BESIDE.search(between):
        return "other", None
    listed = bool(behind) and bool(_LISTED.search(between))  # "13 died in the one town and 56 in the other"
    rival = comparable(figure, last.figure) and (not last.part or bool(_SPOKE.search(between)))
    return (last.measure, last) if listed or rival else ("other", None)


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two counts can be answers to one question: at most four times apart.

    Wide enough for rival counts of one thing, narrow enough to keep an hour or an age beside a toll from joining it.
    """
    a, b = one.low or one.high or 0, other.low or other.high or 0
    return bool(a and b and max(a, b) <= 4 * min(a, b))


def _whole_group(draft: _Draft, drafts: Sequence[_Draft]) -> str:
    whole = next((other for other in drafts if other.figure.id == draft.figure.part_of), None)
    return whole.group if whole else "people"


def _restricting(draft: _Draft, drafts: Sequence[_Draft]) -> str | None:
    """The place that makes a figure a part: it is called one, or its article counts the same elsewhere or in all."""
    if not draft.near:
        return None
    if draft.part:
        return draft.near[0]
    own = draft.figure.high or draft.figure.low or 0
    for other in drafts:
        if other is draft or (other.measure, other.group, other.scope) != (draft.measure, draft.group, draft.scope):
            continue
        total = not other.near and not other.part and (other.figure.low or other.figure.high or 0) > own
        elsewhere = bool(other.near) and not set(other.near) & set(draft.near)
        if total or elsewhere:
            return draft.near[0]
    return None


def _with_days(found: Sequence[FigureFeatures]) -> list[FigureFeatures]:
    """Undated figures with the day of a dated one beside them: an article gives rival counts of one moment."""
    days: dict[tuple[object, ...], str] = {}
    for one in found:
        key = (one.measure, one.group, one.scope, one.place)
        if one.dated and one.as_of and _recent(one):
            days[key] = max(days.get(key, ""), one.as_of)
    return [
        one._replace(as_of=days.get((one.measure, one.group, one.scope, one.place), one.as_of))
        if not one.dated and not one.prior
        else one
        for one in found
    ]


def _recent(one: FigureFeatures) -> bool:
    if not one.published or not one.as_of:
        return False
    return 0 <= (date.fromisoformat(one.published) - date.fromisoformat(one.as_of)).days <= INHERITED
