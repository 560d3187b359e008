"""Two names of bodies in, whether they can be one body's and how surely out.

A body's name is taken apart into its core ("ministry of health" and "health ministry" are one) and the country that
it belongs to, so that the health ministries of two countries stay apart and the one of an article that names no
country can join either. Legal forms are left out, initials are compared with the words that they stand for.
"""

import re
from functools import lru_cache

import msgspec

from counterclaim.link import names, places

CIVIC = names.word_list(
    """ministry department government parliament senate assembly congress police army military navy force forces
    treasury presidency cabinet embassy court reserve fed prosecutor prosecutors prosecutor's authority
    administration commission agency chancellery intelligence office bureau service guard coastguard
    inspectorate"""
)
"""Words of bodies that every country has; only with one of them a country is no part of the name itself."""
GENERIC = names.word_list(
    """ministry department company firm operator council board agency office committee commission court bank party
    union group authority hospital university school organisation organization association team administration
    business corporation institute institution bureau service inquiry panel tribunal paper newspaper station channel
    manufacturer maker airline automaker carmaker carrier supplier parent bureau watchdog regulator charity ngo
    mission brigade district city town county village state embassy opposition coalition family staff government
    police army military prosecutors prosecutor's commissioner unit division plant factory both"""
)
"""Words that alone name no body: "the company" of one article is not that of another."""
_OF_ITS_COUNTRY = names.word_list("government police army military embassy prosecutors prosecutor's office")
"""Of the generic ones, those of which a country is taken to have one."""
_OF_A_SUBJECT = names.word_list("ministry department office bureau agency commission authority administration court")
"""Words after which "of" tells what a body is for, not where it is."""
_KINDS = names.word_list("company firm union newspaper paper magazine airline automaker carmaker manufacturer")
"""Nouns that are put after a body's name to say what it is; "police" or "council" after a name make another."""
_LEGAL = names.word_list(
    """inc incorporated corp corporation co company ltd limited llc plc nv sa ag gmbh llp lp ab oy spa holdings holding
    group the"""
)
_TRADES = names.word_list(
    """computer computers motor motors airline airlines airway airways technologies technology industries
    international systems system airplane airplanes aircraft electronics pharmaceuticals entertainment software
    foods food stores store records record"""
)
"""What a body does, which is left out when it is named by its first word: "Vantor", "Vantor Motors"."""
_SMALL = names.word_list("of for and the on in to de la")
_SPELLINGS = {
    "defense": "defence",
    "labor": "labour",
    "center": "centre",
    "organization": "organisation",
    "&": "and",
    "dept": "department",
    "ministries": "ministry",
    "programme": "program",
}
_NO_HEAD = names.word_list(
    """national new united royal federal central state public international world american european british general
    first north south east west northern southern eastern western great human free democratic people's social
    christian islamic red global regional supreme high joint"""
)
"""First words that so many bodies share that none is called by them."""
SEATS_OF_POWER = {
    "kremlin": "russia",
    "downing street": "britain",
    "number 10": "britain",
    "no 10": "britain",
    "whitehall": "britain",
    "white house": "united states",
    "pentagon": "united states",
    "state department": "united states",
    "capitol hill": "united states",
    "elysee": "france",
    "elysee palace": "france",
    "blue house": "south korea",
    "zhongnanhai": "china",
    "quirinale": "italy",
}
"""Buildings that speak for a government; each stays a party of its own."""

SAME = 1.0
GIVEN = 0.95
"""The article gives the initials with the full name."""
TRADE = 0.9
UNPLACED = 0.7
"""The same name, and only one of the two is told with its country."""
SEATED = 0.65
"""The same name, told with its country by one and with a town by the other."""
INITIALS = 0.6
PART = 0.5
"""One is called by the first words of the other."""
_ACRONYM = range(2, 8)
_SHORTEST_PART = 4
"""Letters of a first word by which a body may be called."""

_DESCRIBES = re.compile(r"\s(?:that|which|who|whose|where)\s")
_OWNER = re.compile(r"^((?:[A-Z][\w.\-]*)(?:\s[A-Z][\w.\-]*){0,3})[’']s?\s+(?=\w)")
_OF_PLACE = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?([A-Z][\w.\-’']*(?:\s[A-Z][\w\-’']*){0,2})$")
_WORDS = re.compile(r"[^\W_](?:[\w.’'\-]*[^\W_])?|&")


class BodyName(msgspec.Struct, frozen=True):
    """A body's name without its country.

    ``core`` are its words in small letters in a fixed order, ``initials`` what it can be called for short,
    ``acronym`` the name itself if it is initials, ``countries`` the keys of the countries that it
    is told to belong to, ``seats`` those of towns where it is told to sit and whose country isn't known.
    """

    core: tuple[str, ...]
    initials: tuple[str, ...] = ()
    acronym: str | None = None
    countries: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    civic: bool = False

    @property
    def placed(self) -> frozenset[str]:
        """Countries and towns that are known for the body."""
        return frozenset((*self.countries, *self.seats))


def _tokens(name: str) -> list[str]:
    found = _WORDS.findall(name.replace(" - ", "-"))
    return [re.sub(r"[’']s$", "", word) if not word.lower().startswith("prosecutor") else word for word in found]


def _lower(word: str) -> str:
    low = names.plain(word).replace("’", "'").strip(".")
    low = low.replace(".", "") if re.fullmatch(r"(?:\w\.)+\w?", low) else low
    if low in _TRADES:
        low = low.removesuffix("s")
    return _SPELLINGS.get(low, low)


def is_civic(words: list[str] | tuple[str, ...]) -> bool:
    """Whether a core is of the kind that every country has."""
    return bool(words) and any(word in CIVIC for word in (words[0], words[-1]))


@lru_cache(maxsize=65536)
def parse(name: str) -> BodyName | None:
    """A body's name taken apart; None if it names no body by itself ("the company")."""
    text = re.sub(r"^[Tt]he\s+", "", " ".join(name.split()))
    whole = [_lower(word) for word in _tokens(text)]
    if _DESCRIBES.search(text):
        return None
    rest, countries, seats = _without_country(text)
    tokens = _tokens(rest)
    while len(tokens) > 1 and tokens[-1].islower() and _lower(tokens[-1]) in _KINDS and tokens[-2][:1].isupper():
        tokens.pop()  # "the Carters union", "the Vantor company"
    words = [low for token in tokens if (low := _lower(token))]
    if not words:
        return None
    bare = [word for word in words if word not in _LEGAL] or words
    if _names_nobody(tokens, bare, countries) or _is_somebodys(rest):
        return None
    core = _in_order(bare)
    known = places.country(text) if len(whole) <= len("xyz") else None
    if known:
        return BodyName(core=("government",), countries=(known,), civic=True)
    return BodyName(
        core=core,
        initials=_initials(whole, words) if len(whole) > 1 else (),
        acronym=_acronym(tokens, rest),
        countries=tuple(sorted(countries)),
        seats=tuple(sorted(seats)),
        civic=is_civic(core),
    )


def _names_nobody(tokens: list[str], words: list[str], countries: set[str]) -> bool:
    heads = [word for word in words if word not in _SMALL]
    if all(word in GENERIC for word in heads):
        return not (countries and set(heads) <= _OF_ITS_COUNTRY)
    return not any(token[:1].isupper() for token in tokens) and not (countries and is_civic(words))


def _is_somebodys(rest: str) -> bool:
    """Whether a name only says whose a body is: "Ana Bell's company"."""
    owner = _OWNER.match(rest)
    return owner is not None and all(_lower(word) in GENERIC for word in _tokens(rest[owner.end() :]))


def _without_country(text: str) -> tuple[str, set[str], set[str]]:
    """The name without the country in front or behind, and the keys of the country and of the town."""
    owner = _OWNER.match(text)
    if owner:
        rest = text[owner.end() :]
        if is_civic([_lower(word) for word in _tokens(rest)]):
            return rest, {places.key(owner.group(1))}, set()
    words = text.split()
    for length in (2, 1):
        front, rest = " ".join(words[:length]), " ".join(words[length:])
        if not rest or not front[:1].isupper():
            continue
        adjective = places.country(front) is not None or (length == 1 and places.is_adjective(front))
        if adjective and (length > 1 or _lower(front) not in _NO_HEAD - {"american", "british"}) and _can_lose(rest):
            return rest, {places.key(front)}, set()
    of_place = _OF_PLACE.search(text)
    if of_place and is_civic([_lower(word) for word in _tokens(text[: of_place.start()])]):
        place = of_place.group(1)
        told = places.country(place) or places.seat(place)
        before = [_lower(word) for word in _tokens(text[: of_place.start()])]
        if told or not (len(before) == 1 and before[0] in _OF_A_SUBJECT):
            seated = of_place.group().lstrip().startswith("in ") and not told
            key = told or places.stem(place)
            return text[: of_place.start()], set() if seated else {key}, {key} if seated else set()
    return text, set(), set()


def _can_lose(rest: str) -> bool:
    """Whether what is left without the country is still a body's name: "Foreign Ministry", "Air Force"."""
    words = [_lower(word) for word in _tokens(rest)]
    return is_civic(words) and not (len(words) == 1 and words[0] in {"commission", "agency", "authority"})


def _in_order(words: list[str]) -> tuple[str, ...]:
    """The words of a ministry in order of the alphabet, so that "ministry of health" is "health ministry"."""
    if words[0] in {"ministry", "department"} or words[-1] in {"ministry", "department"}:
        return tuple(sorted(word for word in words if word not in _SMALL))
    return tuple(word for word in words if word != "the")


def _initials(*wordings: list[str]) -> tuple[str, ...]:
    found: set[str] = set()
    for words in wordings:
        spread = [part for word in words for part in _spread(word)]
        for chosen in (spread, [w for w in spread if w not in _SMALL]):
            short = [w for w in chosen if w not in _LEGAL]
            found |= {"".join(w[0] for w in one) for one in (chosen, short) if len(one) in _ACRONYM}
    return tuple(sorted(found))


def _spread(word: str) -> list[str]:
    if word in {"us", "usa"}:
        return ["united", "states"]
    return [part for part in word.split("-") if part]


def _acronym(tokens: list[str], rest: str) -> str | None:
    heads = [token for token in tokens if _lower(token) not in _LEGAL]
    if len(heads) != 1:
        return None
    bare = re.sub(r"[.\-]", "", heads[0])
    capitals = sum(c.isupper() for c in bare)
    fits = bare.isalnum() and len(bare) in _ACRONYM and capitals >= len(bare) - 1 and bare[0].isupper() and capitals > 1
    return bare.lower() if fits else None


def _trade(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = long[len(short) :]
    if not rest or long[: len(short)] != short or (len(short) == 1 and _is_common(short[0])):
        return False
    return all(word in _TRADES for word in rest)


def _part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if long[: len(short)] != short or len(short) >= len(long):
        return False
    if len(short) > 1:
        return True
    head, rest = short[0], long[1:]
    of_a_place = any(word in GENERIC or word in CIVIC or word in _TRADES or word in _SMALL for word in rest)
    return not (_is_common(head) or len(head) < _SHORTEST_PART or of_a_place)


def _is_common(head: str) -> bool:
    """Whether a first word is shared by too many bodies to stand for one."""
    general = head in _NO_HEAD or head in GENERIC or head in CIVIC
    return general or places.country(head) is not None or places.seat(head) is not None


def _placed(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a civic body's name only has a word for its place in front: "Torm Weather Office"."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and len(long) == len(short) + 1 and long[1:] == short and long[0] not in _NO_HEAD


def _short_for(name: BodyName) -> tuple[str, ...]:
    """The initials by which a body can be called; two letters are too few for a ministry's."""
    return tuple(short for short in name.initials if len(short) > _ACRONYM.start or not name.civic)


def _by_place(one: BodyName, other: BodyName) -> float:
    """How surely civic bodies of one name are one: "the ministry in Ostrel" may be that of any one country."""
    if one.placed == other.placed or one.placed & other.placed:
        return SAME
    if not one.placed or not other.placed:
        return UNPLACED
    return 0.0 if one.seats and other.seats else SEATED


def relation(one: BodyName, other: BodyName) -> float:
    """How surely two names can be one body's, from 0 (they can't) to ``SAME``; symmetric."""
    told = one.countries and other.countries
    if told and not set(one.countries) & set(other.countries):
        return 0.0
    if one.core == other.core:
        return _by_place(one, other) if one.civic else SAME
    if one.acronym in _short_for(other) or other.acronym in _short_for(one):
        return INITIALS
    if one.civic and other.civic and _placed(one.core, other.core):
        return UNPLACED
    if one.civic or other.civic:
        return 0.0
    short, long = sorted((one.core, other.core), key=lambda core: (len(core), core))
    if _trade(short, long):
        return TRADE
    return PART if _part(short, long) else 0.0


def contradict(one: BodyName, other: BodyName) -> bool:
    """Whether two names can't be one body's though a third goes with both."""
    if one.countries and other.countries and not set(one.countries) & set(other.countries):
        return True
    if one.acronym or other.acronym:
        return bool(one.acronym and other.acronym and one.acronym != other.acronym)
    return relation(one, other) == 0.0


def keys(name: BodyName) -> frozenset[str]:
    """What two names share if they can be one body's: the core, its first words, the initials."""
    found = {f"b:{' '.join(name.core)}", *(f"a:{short}" for short in _short_for(name))}
    if name.acronym:
        found.add(f"a:{name.acronym}")
    if name.core == ("government",):
        return frozenset(f"b:government {country}" for country in name.countries)
    if len(name.core) > len(("weather", "office")) and name.civic:
        found.add(f"b:{' '.join(name.core[1:])}")
    if len(name.core) > 1 and not name.civic:
        first = 2 if name.core[0] in _NO_HEAD | GENERIC | CIVIC else 1
        found |= {f"b:{' '.join(name.core[:length])}" for length in range(first, len(name.core))}
    return frozenset(found)


def fullness(name: BodyName) -> tuple[int, int, int]:
    """Orders names from initials to the fullest, those with a country last."""
    told = 0 if name.acronym else 1 if name.civic and not name.placed else 2
    return told, len(name.core), len(name.placed)
