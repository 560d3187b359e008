"""Speakers of many articles in, the parties that they are out: one person or body under all its names.

1. ``mentions`` (in ``link.mentions``) gives an article's speakers with their features;
2. ``keys`` says which features can be linked at all;
3. ``compare`` links two sets of features, with a strength;
4. ``groups`` makes parties of what is linked, one connected component at a time.

Links don't decide by themselves: "Bell" is linked to "Ana Bell" and to "Jon Bell". ``groups`` goes from the fullest
names to the shortest, and a name joins the party to which it is linked most strongly, if that is one party only and
none of its names speaks against it. A surname that could be two people's is left a party of its own in each document.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from counterclaim.link import bodies, names, places
from counterclaim.link.mentions import Features, Mention

_SAID_THE_SAME = 0.9
_OTHER_TYPE = 0.85
"""The same name, taken for a person's in one article and for a body's in another."""
_STRONG = 0.85
"""From here a link ties what it joins: two parties to which one name is tied this strongly are one."""


class PartyLink(msgspec.Struct, frozen=True, kw_only=True):
    """Two sets of features, by their ids in order, that can be one party's; ``strength`` lies in (0, 1]."""

    one: str
    other: str
    strength: float


def keys(features: Features) -> frozenset[str]:
    """Short strings of which two sets of features share one if they can be linked."""
    found = {f"l:{features.listed}"} if features.listed else set()
    if features.scope is not None:
        return frozenset(found | {f"u:{digest}" for digest in features.said})
    if features.owner:
        found |= {f"o{key}" for key in names.keys(features.owner)}
    if features.person:
        found |= names.keys(features.person)
    for body in (features.body, *features.full):
        if body:
            found |= bodies.keys(body)
            if len(body.core) == 1:  # a country may speak under its bare name
                found.add(f"b:government {places.stem(body.core[0])}")
    return frozenset(found)


def compare(one: Features, other: Features) -> PartyLink | None:
    """How surely two speakers can be one, by their features alone; None if they can't. Symmetric."""
    first, second = sorted((one, other), key=lambda features: features.id)  # one order, whoever came first
    strength = _strength(first, second)
    if not strength or _opposed(first, second):
        return None
    return PartyLink(one=first.id, other=second.id, strength=strength)


def _strength(one: Features, other: Features) -> float:
    if one.listed and one.listed == other.listed:
        return names.SAME
    if one.scope is not None or other.scope is not None:
        same = one.scope is not None and other.scope is not None and one.described == other.described
        return _SAID_THE_SAME if same and set(one.said) & set(other.said) else 0.0
    if one.owner or other.owner:
        both = one.owner and other.owner and one.described == other.described
        return names.relation(one.owner, other.owner) if both and one.owner and other.owner else 0.0
    found = [0.0]
    if one.person and other.person:
        found.append(names.relation(one.person, other.person))
    if one.body and other.body:
        found.append(_bodies(one, other))
    return max(found)


def _bodies(one: Features, other: Features) -> float:
    if one.person and other.person:
        return 0.0
    if one.person or other.person:  # one article takes the name for a person's
        return _OTHER_TYPE if one.body and other.body and one.body.core == other.body.core else 0.0
    found = [
        min(bodies.relation(a, b), bodies.GIVEN if a is not one.body or b is not other.body else bodies.SAME)
        for a in (one.body, *one.full)
        for b in (other.body, *other.full)
        if a and b
    ]
    if _is_government_of(one, other) or _is_government_of(other, one):
        found.append(bodies.TRADE)
    return max(found)


def _is_government_of(one: Features, other: Features) -> bool:
    """Whether ``one`` is a bare name and ``other`` the government of what it names: "Tolvara"."""
    if not one.body or not other.body or other.body.core != ("government",) or len(one.body.core) != 1:
        return False
    return places.stem(one.body.core[0]) in other.body.countries


def _opposed(one: Features, other: Features) -> bool:
    """Whether something tells the two apart, whatever their names."""
    if one.listed and other.listed and one.listed != other.listed:
        return True
    if one.person and other.person:
        alone = one.person.given is None or other.person.given is None
        if alone and None not in (one.male, other.male) and one.male != other.male:
            return True
    if one.body and other.body and one.body.civic and other.body.civic:
        homes = [{f.home} if f.home else set(f.body.countries) for f in (one, other) if f.body]
        # A home says what an article is about; it tells apart only from what is known for a country.
        known = [{key for key in home if places.country(key)} for home in homes]
        return bool(known[0] and known[1] and not known[0] & known[1])
    return False


def _contradict(one: Features, other: Features) -> bool:
    """Whether the two can't stand in one party, even if a third name goes with both."""
    if _opposed(one, other):
        return True
    if one.listed and one.listed == other.listed:
        return False
    if one.person and other.person and not (one.body and other.body):
        return names.contradict(one.person, other.person)
    if one.owner and other.owner:
        return names.contradict(one.owner, other.owner)
    if one.body and other.body:
        if _is_government_of(one, other) or _is_government_of(other, one):
            return False
        pairs = [(a, b) for a in (one.body, *one.full) for b in (other.body, *other.full)]
        return all(bodies.contradict(a, b) for a, b in pairs)
    return False


def _fullness(features: Features) -> tuple[bool, tuple[int, int, int]]:
    listed = features.listed is not None
    name = features.person or features.owner
    if name:
        return listed, names.fullness(name)
    named = [bodies.fullness(body) for body in (features.body, *features.full) if body]
    return listed, max(named, default=(0, 0, 0))


def _by_document(features: Features) -> bool:
    """Whether a name that fits several parties may stand for another in each document."""
    if features.person or features.owner:
        name = features.person or features.owner
        return name is not None and name.given is None
    return features.body is not None and features.body.civic and not features.body.placed


def groups(mentions: Iterable[Mention], links: Iterable[PartyLink]) -> list[tuple[str, ...]]:
    """Ids of mentions that are one party's, sorted, as a sorted list; every mention stands in one group.

    What becomes of a connected component depends on its own mentions and links only, so that a new article
    changes nothing but the components that it is linked to.
    """
    of_form: dict[str, dict[str, Mention]] = defaultdict(dict)
    forms: dict[str, Features] = {}
    for mention in mentions:
        of_form[mention.features.id][mention.id] = mention
        forms[mention.features.id] = mention.features
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        if link.one in forms and link.other in forms and link.one != link.other:
            near[link.one][link.other] = near[link.other][link.one] = link.strength
    found: list[tuple[str, ...]] = []
    for component in components(forms, near):
        together, apart = _resolve(component, forms, near)
        found += [tuple(sorted(id_ for form in cluster for id_ in of_form[form])) for cluster in together]
        for form in apart:
            by_document: dict[str, list[str]] = defaultdict(list)
            for id_, mention in of_form[form].items():
                by_document[mention.document].append(id_)
            found += [tuple(sorted(ids)) for ids in by_document.values()]
    return sorted(found)


def components(ids: Iterable[str], near: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """The connected components of a graph, each sorted, in order of their first ids."""
    seen: set[str] = set()
    found: list[list[str]] = []
    for start in sorted(ids):
        if start in seen:
            continue
        seen.add(start)
        component, waiting = [], [start]
        while waiting:
            here = waiting.pop()
            component.append(here)
            fresh = [other for other in near.get(here, ()) if other not in seen]
            seen.update(fresh)
            waiting += fresh
        found.append(sorted(component))
    return found


def _resolve(
    component: Sequence[str], forms: Mapping[str, Features], near: Mapping[str, Mapping[str, float]]
) -> tuple[list[list[str]], list[str]]:
    """Clusters of forms, and forms that may stand for somebody else in each document."""
    clusters: dict[int, list[str]] = {}
    cluster_of: dict[str, int] = {}
    apart: list[str] = []
    for form in sorted(component, key=lambda f: (_fullness(forms[f]), f), reverse=True):
        strengths: dict[int, float] = {}
        for other, strength in near.get(form, {}).items():
            if other in cluster_of:
                place = cluster_of[other]
                strengths[place] = max(strength, strengths.get(place, 0.0))
        fitting = {
            place: strength
            for place, strength in strengths.items()
            if not any(_contradict(forms[form], forms[member]) for member in clusters[place])
        }
        best = [place for place, strength in fitting.items() if strength == max(fitting.values())]
        if len(best) > 1:
            best = _told_apart(forms[form], best, clusters, forms)
        strong = [place for place, strength in fitting.items() if strength >= _STRONG]
        if len(best) > 1 and not (strong and _agree(best, clusters, forms)):
            if _by_document(forms[form]):
                apart.append(form)
                continue
            best, strong = [], []
        chosen = _joined(best, strong, clusters, cluster_of, forms) if best else len(cluster_of) + len(apart)
        clusters.setdefault(chosen, []).append(form)
        cluster_of[form] = chosen
    return [clusters[place] for place in sorted(clusters)], apart


def _told_apart(
    features: Features, places_: list[int], clusters: Mapping[int, list[str]], forms: Mapping[str, Features]
) -> list[int]:
    """Those of several fitting clusters whose roles share most words with the name's, or which are at home there."""
    shared = {
        place: len(set(features.roles) & {word for form in clusters[place] for word in forms[form].roles})
        for place in places_
    }
    if features.home:
        for place in places_:
            told = {c for form in clusters[place] if (body := forms[form].body) for c in body.countries}
            shared[place] += features.home in told
    return [place for place in places_ if shared[place] == max(shared.values())]


def _agree(chosen: Sequence[int], clusters: Mapping[int, list[str]], forms: Mapping[str, Features]) -> bool:
    """Whether no name of one cluster contradicts one of another."""
    return not any(
        _contradict(forms[a], forms[b])
        for one, other in combinations(chosen, 2)
        for a in clusters[one]
        for b in clusters[other]
    )


def _joined(
    best: list[int],
    strong: list[int],
    clusters: dict[int, list[str]],
    cluster_of: dict[str, int],
    forms: Mapping[str, Features],
) -> int:
    """The first of the best clusters, with those that are tied as strongly and don't contradict it put into it."""
    first = min(best)
    for place in sorted(strong):
        if place != first and _agree([first, place], clusters, forms):
            for form in clusters.pop(place):
                clusters[first].append(form)
                cluster_of[form] = first
    return first


def link_parties(mentions: Iterable[Mention]) -> list[tuple[str, ...]]:
    """All four steps in memory: the groups of ``mentions``."""
    items = list(mentions)
    return groups(items, link_all({mention.features.id: mention.features for mention in items}.values()))


def link_all(features: Iterable[Features]) -> list[PartyLink]:
    """The links among sets of features, found through their keys."""
    by_key: dict[str, list[Features]] = defaultdict(list)
    links: dict[tuple[str, str], PartyLink] = {}
    for fresh in features:
        candidates = {other.id: other for key in keys(fresh) for other in by_key[key]}
        for other in candidates.values():
            link = compare(fresh, other)
            if link:
                links[link.one, link.other] = link
        for key in keys(fresh):
            by_key[key].append(fresh)
    return [links[pair] for pair in sorted(links)]
