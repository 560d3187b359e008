"""Groups of speakers in, party records out: name, aliases with statements, roles in time, whom they speak for.

``party_records`` reads all groups of a case and takes time in proportion to them; it stores nothing, so that a
judgement, a new list of names or a new article changes what it gives and nothing else.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from counterclaim.link import bodies, names, places
from counterclaim.link.bodies import BodyName
from counterclaim.link.mentions import Mention
from counterclaim.link.name_lists import Listed, NameList
from counterclaim.records import SpeakerType
from counterclaim.records.links import Alias, Party, Role, group_id

_SPOKES = r"(?:spokes(?:man|woman|person|people)|press (?:secretary|officer)|press service)"
_HEADS = (
    r"(?:chief executive(?: officer)?|ceo|head|chair(?:man|woman|person)?|president|director(?:[ -]general)?|"
    r"managing director|leader|secretary[ -]general|commander|governor)"
)
_PAST = re.compile(r"\b(?:former|ex|founding|retired|late|one-time)\b", re.IGNORECASE)
_FOR = re.compile(rf"\b(?:{_SPOKES}|{_HEADS})\s+(?:for|of|at)\s+(?:the\s+)?(.+)$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?:the\s+)?(.+?)(?:[’']s?)?\s+(?:{_SPOKES}|{_HEADS})$", re.IGNORECASE)
_MINISTER = re.compile(
    r"^(?:(?:the\s+)?(.+?[’']s|[A-Z]\w+(?:an|ish|ese|ic|i|ch|ian))\s+)?(?:deputy\s+)?([A-Za-z]+) minister"
    r"(?:\s+of\s+([A-Z]\w+))?$",
    re.IGNORECASE,
)
_MINISTER_FOR = re.compile(r"^minister (?:of|for) (?:the )?(\w+)$", re.IGNORECASE)
_OF_GOVERNMENT = names.word_list(
    "ministry department office treasury presidency cabinet chancellery embassy army military"
)
"""Words of bodies that speak for their country's government; parliaments, courts and the police don't."""
_NO_PORTFOLIO = names.word_list("prime first chief junior senior former cabinet state unnamed acting")


def party_records(
    mentions: Iterable[Mention], groups: Iterable[Sequence[str]], listed: NameList | None = None
) -> tuple[Party, ...]:
    """One record for each group, in order of their ids. Ids in ``groups`` that no mention has are passed over."""
    by_id = {mention.id: mention for mention in mentions}
    held = [
        sorted((by_id[id_] for id_ in group if id_ in by_id), key=lambda m: (m.day or "9", m.document, m.id))
        for group in groups
    ]
    members = {group_id("party", tuple(m.id for m in group)): group for group in held if group}
    index = _Index(members)
    return tuple(
        Party(
            id=party,
            name=_name(group, listed),
            type=_type(group, listed),
            aliases=_aliases(group),
            roles=_roles(group),
            speaks_for=index.body_of(party, group),
        )
        for party, group in sorted(members.items())
    )


def party_of_statements(parties: Iterable[Party]) -> dict[str, str]:
    """The party of each statement, by their ids."""
    return {statement: party.id for party in parties for alias in party.aliases for statement in alias.statements}


def _name(group: Sequence[Mention], listed: NameList | None) -> str:
    """The listed name; else the fullest wording, of equally full ones the commonest, then the first."""
    entry = _entry(group, listed)
    if entry:
        return entry.name
    wordings = Counter(wording for m in group for wording in m.wordings)

    def rank(wording: str) -> tuple[object, ...]:
        person = names.parse(wording) if group[0].features.person else None
        shouted = wording.isupper() and " " not in wording
        told = person.given is not None and len(person.given) > 1 if person else False
        return told, not shouted or _is_initials(group), wordings[wording], len(wording), wording

    if group[0].features.person:
        return max(wordings, key=rank)
    placed = any(m.features.body and m.features.body.civic for m in group)
    longest = max(wordings, key=lambda w: (placed and _belongs(w), len(w.split()), *rank(w)))
    return longest if placed or _is_initials(group) else max(wordings, key=rank)


def _belongs(wording: str) -> int:
    """How well a body's wording says whose it is: by a country, else by a town, else not."""
    body = bodies.parse(wording)
    return 0 if body is None else 2 if body.countries else 1 if body.seats else 0


def _is_initials(group: Sequence[Mention]) -> bool:
    return any(m.features.body and m.features.body.acronym for m in group)


def _entry(group: Sequence[Mention], listed: NameList | None) -> Listed | None:
    ids = [m.features.listed for m in group if m.features.listed]
    return listed.entry(ids[0]) if listed and ids else None


def _type(group: Sequence[Mention], listed: NameList | None) -> SpeakerType | None:
    entry = _entry(group, listed)
    if entry:
        return entry.type
    counts = Counter(m.type for m in group)
    return max(counts, key=lambda kind: (counts[kind], str(kind)))


def _aliases(group: Sequence[Mention]) -> tuple[Alias, ...]:
    statements: dict[str, list[str]] = defaultdict(list)
    for mention in group:
        statements[mention.wordings[-1]] += mention.statements
    return tuple(Alias(name=name, statements=tuple(ids)) for name, ids in sorted(statements.items()))


def _roles(group: Sequence[Mention]) -> tuple[Role, ...]:
    """Roles in order of their first day, those in undated documents last."""
    days: dict[str, set[str]] = defaultdict(set)
    for mention in group:
        for role in mention.roles:
            days[role] |= {mention.day} if mention.day else set()
    roles = [Role(role=r, first=min(found, default=None), last=max(found, default=None)) for r, found in days.items()]
    return tuple(sorted(roles, key=lambda r: (r.first or "9", r.last or "9", r.role)))


class _Index:
    """Parties by the cores of their bodies' names and by their persons' surnames."""

    def __init__(self, members: Mapping[str, Sequence[Mention]]) -> None:
        self._documents = {party: {m.document for m in group} for party, group in members.items()}
        self._bodies: dict[tuple[str, ...], dict[str, list[BodyName]]] = defaultdict(lambda: defaultdict(list))
        self._governments: dict[str, set[str]] = defaultdict(set)
        self._persons: dict[str, set[str]] = defaultdict(set)
        for party, group in members.items():
            for mention in group:
                body, person = mention.features.body, mention.features.person
                if body and not person:
                    self._bodies[body.core][party].append(body)
                    for country in _governed(body):
                        self._governments[country].add(party)
                if person:
                    self._persons[" ".join(person.words)].add(party)
                    self._persons[person.family].add(party)

    def body_of(self, party: str, group: Sequence[Mention]) -> str | None:
        """The party for which another speaks; None if it speaks for itself or nobody can tell."""
        owner = next((m.features.owner for m in group if m.features.owner), None)
        if owner:
            return self._one(self._persons.get(" ".join(owner.words)) or self._persons.get(owner.family, set()), party)
        named = {m.features.body for m in group if m.features.body and not m.features.person}
        if named:
            return self._government(named, party)
        bodies_served = [body for mention in group for body in _served_by(mention)]
        placed = {place for body in bodies_served for place in body.countries}
        votes: Counter[str] = Counter()
        for body in bodies_served:
            if placed and body.civic and not body.countries:  # "the interior minister" is elsewhere that of a country
                body = msgspec.structs.replace(body, countries=tuple(sorted(placed)))
            votes.update(found for found in [self._find(body, party)] if found)
        return max(votes, key=lambda found: (votes[found], found)) if votes else None

    def _government(self, named: set[BodyName], party: str) -> str | None:
        """The government of a ministry's country, or that of the country whose seat of power speaks."""
        if any(body.core == ("government",) for body in named):
            return None
        countries = {c for body in named if _OF_GOVERNMENT & set(body.core) for c in body.countries}
        countries |= {found for body in named if (found := bodies.SEATS_OF_POWER.get(" ".join(body.core)))}
        governments = {other for country in countries for other in self._governments.get(country, ())}
        return self._one(governments, party)

    def _find(self, body: BodyName, party: str) -> str | None:
        fitting = {
            other
            for other, names_ in self._bodies.get(body.core, {}).items()
            if any(bodies.relation(body, name) for name in names_)
            and not any(bodies.contradict(body, name) for name in names_)
        }
        return self._one(fitting, party, near_only=body.civic and not body.placed)

    def _one(self, found: set[str], party: str, *, near_only: bool = False) -> str | None:
        """The one of several that stands in a document with ``party``, or the only one there is."""
        others = found - {party}
        near = {other for other in others if self._documents[other] & self._documents[party]}
        chosen = near or (set() if near_only else others)
        return next(iter(chosen)) if len(chosen) == 1 else None


def _governed(body: BodyName) -> tuple[str, ...]:
    """The countries whose government a name can stand for: "the Tolvaran government", "Tolvara"."""
    if body.core == ("government",):
        return body.countries
    return (places.stem(body.core[0]),) if len(body.core) == 1 and not body.civic else ()


def _served_by(mention: Mention) -> list[BodyName]:
    if mention.type == "person":
        return [body for role in mention.roles for body in served(role, alone=True)]
    return served(mention.name) if mention.type == "unnamed" else []


def served(role: str, *, alone: bool = False) -> list[BodyName]:
    """The bodies that a role says its bearer speaks for or heads; past roles say none.

    ``alone`` takes a role that is a body's name for that of whom it speaks for ("Ana Bell of the Health Ministry").
    """
    if _PAST.search(role):
        return []
    role = " ".join(role.split())
    minister = _minister(role)
    phrases = [match.group(1) for pattern in (_FOR, _BEFORE) if (match := pattern.search(role))]
    found = [body for phrase in phrases if (body := bodies.parse(phrase))]
    if alone and not phrases and not minister:
        itself = bodies.parse(role)
        found += [itself] if itself and itself.core != ("government",) else []
    return [*found, *minister]


def _minister(role: str) -> list[BodyName]:
    """The ministry of a minister: "Tolvara's energy minister" -> the energy ministry of Tolvara."""
    match = _MINISTER.match(role)
    of_portfolio = _MINISTER_FOR.match(role)
    portfolio = match.group(2) if match else of_portfolio.group(1) if of_portfolio else ""
    if not portfolio or portfolio.lower() in _NO_PORTFOLIO:
        return []
    ministry = bodies.parse(f"{portfolio.capitalize()} Ministry")
    place = (match.group(1) or match.group(3)) if match else None
    if ministry and place:
        ministry = msgspec.structs.replace(ministry, countries=(places.key(re.sub(r"[’']s$", "", place)),))
    return [ministry] if ministry else []
