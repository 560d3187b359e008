"""An article in, its speakers out, each with what it is compared by across articles.

A speaker's features come from its own article alone: its name taken apart, its gender by title and pronoun, the words
of its roles, the country that stands beside a body's name, and full names that the article gives with initials. Equal
features make speakers that nothing could tell apart, so that storage keeps and compares each set of features once.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from counterclaim.link import bodies, names, places
from counterclaim.link.bodies import BodyName
from counterclaim.link.name_lists import NameList
from counterclaim.link.names import PersonName
from counterclaim.records import SpeakerType, Statement, content_id
from counterclaim.records.links import CaseArticle


class Features(msgspec.Struct, frozen=True, kw_only=True):
    """What a speaker is compared by; equal for speakers that can't be told apart.

    ``scope`` is set for speakers who aren't named: they are one in their document only. ``said`` holds digests of what
    such a speaker said, by which reprints are known. ``home`` is the country that the article is about, if it is
    about one. ``listed`` is the id in the imported list of names. ``male`` is null where nothing tells.
    """

    person: PersonName | None = None
    body: BodyName | None = None
    full: tuple[BodyName, ...] = ()
    owner: PersonName | None = None
    described: str | None = None
    scope: str | None = None
    said: tuple[str, ...] = ()
    male: bool | None = None
    roles: tuple[str, ...] = ()
    home: str | None = None
    listed: str | None = None

    @property
    def id(self) -> str:
        """The same for equal features."""
        return _form_id(self)


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker in one document: ``id`` is that of the speaker, ``wordings`` how the document names it.

    ``roles`` are as the document words them, ``statements`` ids in the order of the text.
    """

    id: str
    document: str
    day: str | None
    name: str
    type: SpeakerType | None
    roles: tuple[str, ...]
    wordings: tuple[str, ...]
    statements: tuple[str, ...]
    features: Features


_HE = names.word_list("he him his himself")
_SHE = names.word_list("she her hers herself")
_EMPTY_WORDS = names.word_list(
    """the a an of for in at and to from by on who with former acting senior chief new its his her their our said
    deputy own local then mr mrs ms miss dr sir"""
)
"""Words of a role that say nothing of which office it is."""
_PART_OF_SOMEBODY = re.compile(
    r"^(.+?)[’']s?\s+((?:[a-z\-]+\s+)?(?:office|team|campaign|staff|spokes(?:man|woman|person)|lawyers?|attorneys?|"
    r"secretary|aides?|family|administration|press service))$"
)
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z&.\-]{1,7})\)")
_WORDS_BEFORE = re.compile(r"[\w’'.&\-]+")
_CONTEXT = 90
"""Characters before a bracket in which the full name must stand."""
_MOST_PLACES = 12
"""Occurrences of a name that are looked at for a country beside it."""
_OWNER_BEFORE = re.compile(r"((?:(?:[A-Z]\.){2,}|[A-Z][\w\-]*)(?:\s[A-Z][\w\-]*)?)[’']s?\s+$")
_ADJECTIVE_BEFORE = re.compile(r"\b([A-Z][\w\-]+(?:\.\w\.)?)\s+$")
_PLACE_AFTER = re.compile(r"\s+(in|of)\s+(?:the\s+)?([A-Z][\w\-]+(?:\s[A-Z][\w\-]+)?)")
_CAPITALISED = re.compile(r"\b(?=([A-Z][\w.]*(?:\s[A-Z]\w+)?))[A-Z]")
_FEWEST_OF_HOME = 3
_AHEAD = 3
"""A country is what an article is about if it is named this many times as often as any other."""
_LONG_ENOUGH = 25
"""Characters of a content from which nobody else happens to be reported with the same."""


def mentions(article: CaseArticle, listed: NameList | None = None) -> tuple[Mention, ...]:
    """The article's speakers in order of the text; statements without a speaker's name have none."""
    by_speaker: dict[str, list[Statement]] = {}
    for statement in article.statements:
        if statement.speaker.id and statement.speaker.name:
            by_speaker.setdefault(statement.speaker.id, []).append(statement)
    home = _home(article.text) if by_speaker else None
    initials = _initials_in(article.text)
    return tuple(_mention(article, said, home, initials, listed) for said in by_speaker.values())


def _mention(
    article: CaseArticle,
    said: list[Statement],
    home: str | None,
    initials: dict[str, str],
    listed: NameList | None,
) -> Mention:
    speaker = said[0].speaker
    name = speaker.name or ""
    roles = tuple(dict.fromkeys(s.speaker.role for s in said if s.speaker.role))
    sources = [" ".join(s.text.source.split()) for s in said]
    proper = speaker.type == "group" and re.search(rf"[a-z,] {re.escape(name)}", article.text) is not None
    found = describe(name, speaker.type, roles=roles, initials=initials, proper=proper)
    if found.person and not (found.person.given and found.male is not None):
        male = _gender(name, sources, roles, article.text)
        found = msgspec.structs.replace(found, male=male)
    wordings: tuple[str, ...] = (name,)
    if found.body and found.body.civic:
        body, wording = _placed(name, found.body, said, article.text)
        found = msgspec.structs.replace(found, body=body, home=None if body.placed else home)
        wordings = (name, wording) if wording else wordings
    if found.scope is not None:
        found = msgspec.structs.replace(found, scope=article.document.id, said=_said(said))
    if listed:
        entry = listed.find(name) or next((e for w in wordings if (e := listed.find(w))), None)
        found = msgspec.structs.replace(found, listed=entry.id if entry else None)
    return Mention(
        id=speaker.id or "",
        document=article.document.id,
        day=article.document.published,
        name=name,
        type=speaker.type,
        roles=roles,
        wordings=wordings,
        statements=tuple(s.id for s in said),
        features=found,
    )


def describe(
    name: str,
    kind: SpeakerType | None,
    *,
    roles: tuple[str, ...] = (),
    initials: dict[str, str] | None = None,
    proper: bool = False,
) -> Features:
    """The features that a name gives by itself, without its article's text; ``scope`` "" where nobody is named.

    ``initials`` are those of the article with their full names; ``proper`` says of a group that its name has
    capitals inside a sentence too.
    """
    part = _PART_OF_SOMEBODY.match(name)
    owner = names.parse(part.group(1)) if part and part.group(1)[:1].isupper() else None
    if part and owner and kind != "person" and not places.country(part.group(1)):
        return Features(owner=owner, described=part.group(2).lower())
    words = role_words(roles)
    if kind == "person" and _is_name(name):
        person = names.parse(name)
        if person:
            single = person.given is None and not words and name[:1].isupper()
            body = bodies.parse(name) if single or _looks_like_a_body(name) else None
            male = next((g for role in roles if (g := names.title_gender(role)) is not None), names.title_gender(name))
            return Features(person=person, body=body, male=male, roles=words)
    if kind in ("organisation", "person"):
        body = bodies.parse(name)
        if body:
            return Features(body=body, full=_given_in_full(name, body, initials or {}))
    if kind == "group" and proper and _is_proper_group(name):
        body = bodies.parse(name)
        if body:
            return Features(body=body)
    return Features(described=" ".join(names.plain(name).split()), scope="")


def role_words(roles: Iterable[str]) -> tuple[str, ...]:
    """The telling words of roles, in small letters, in order of the alphabet."""
    words = {word for role in roles for word in re.findall(r"[^\W\d_][\w\-]*", names.plain(role).replace("’s", ""))}
    return tuple(sorted(word.removesuffix("'s") for word in words - _EMPTY_WORDS))


def _is_name(name: str) -> bool:
    return any(word[:1].isupper() or re.match(r"(?:al|el)-[A-Z]", word) for word in name.split())


def _looks_like_a_body(name: str) -> bool:
    """Whether a name that was taken for a person's holds a word of a body."""
    words = [word.lower() for word in name.split()]
    return words[-1] in bodies.GENERIC | bodies.CIVIC


def _is_proper_group(name: str) -> bool:
    """Whether a group goes by a name: all words but small ones in capitals, and no plain plural of a trade."""
    words = name.split()
    return all(w[:1].isupper() or w.lower() in {"of", "the", "and", "for"} for w in words)


@lru_cache(maxsize=65536)
def _form_id(features: Features) -> str:
    return content_id("speaker-features", **msgspec.to_builtins(features))


def _given_in_full(name: str, body: BodyName, initials: dict[str, str]) -> tuple[BodyName, ...]:
    full = initials.get(name.replace(".", "")) if body.acronym else None
    found = bodies.parse(full) if full else None
    return (found,) if found else ()


def _initials_in(text: str) -> dict[str, str]:
    """Initials that stand in brackets after the words that they are short for: "Torm River Board (TRB)"."""
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        short = match.group(1).replace(".", "")
        words = _WORDS_BEFORE.findall(text[max(0, match.start() - _CONTEXT) : match.start()])
        for length in range(2, len(short) + len("of the")):
            tried = words[-length:]
            if len(tried) == length and tried[0][:1] == short[0] and _abbreviates(short, tried):
                found.setdefault(short, re.sub(r"[’']s$", "", " ".join(tried)))
                break
    return found


def _abbreviates(short: str, words: list[str]) -> bool:
    """Whether letters stand in the words in their order and every capitalised word gives its first."""
    if sum(word[:1].isupper() for word in words) > len(short) or not words[-1][:1].isupper():
        return False
    pattern = "".join(f"{re.escape(letter)}.*?" for letter in short)
    heads = [word[0] for word in words if word[:1].isupper()]
    upper = short.upper()
    at = 0
    for head in heads:
        at = upper.find(head, at) + 1
        if not at:
            return False
    return re.match(pattern, " ".join(words), re.IGNORECASE) is not None


def _gender(name: str, sources: list[str], roles: tuple[str, ...], text: str) -> bool | None:
    """By titles before the name and words of office; else by the pronouns that coreference gave the speaker."""
    told = [names.title_gender(phrase) for phrase in (name, *roles)]
    family = name.split()[-1]
    titled = re.findall(rf"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Dame)\.?\s+(?:[A-Z][\w\-]+\s+)?{re.escape(family)}\b", text)
    told += [names.title_gender(title) for title in titled]
    votes = Counter(gender for gender in told if gender is not None)
    if not votes:
        words = [source.lower() for source in sources]
        votes = Counter({True: sum(w in _HE for w in words), False: sum(w in _SHE for w in words)})
    if votes[True] == votes[False]:
        return None
    return votes[True] > votes[False]


def _placed(name: str, body: BodyName, said: list[Statement], text: str) -> tuple[BodyName, str | None]:
    """The body with the country and the town that the article puts beside its name, and the wording with one.

    All places where the article names it count if they agree, else only the sources of what it said.
    """
    for spans in ([(0, len(text))], [span for s in said for span in s.source]):
        beside = [found for at in _occurrences(name, text, spans) if (found := _beside(name, text, at))]
        countries = {*body.countries, *(key for key, _, seat in beside if not seat)}
        seats = {*body.seats, *(key for key, _, seat in beside if seat)} - countries
        if len(countries) <= 1 and len(seats) <= 1:
            belonging = [wording for _, wording, seat in beside if not seat]
            wording = next(iter([*belonging, *(wording for _, wording, _ in beside)]), None)
            seats = set() if countries and any(map(places.country, countries)) else seats
            placed = msgspec.structs.replace(body, countries=tuple(sorted(countries)), seats=tuple(sorted(seats)))
            return placed, wording
    return body, None


def _occurrences(name: str, text: str, spans: list[tuple[int, int]]) -> list[int]:
    found: list[int] = []
    for start, end in spans:
        at = text.find(name, start, end)
        while at >= 0 and len(found) < _MOST_PLACES:
            found.append(at)
            at = text.find(name, at + len(name), end)
    return found


def _beside(name: str, text: str, at: int) -> tuple[str, str, bool] | None:
    """Country's or town's key, the wording with it, and whether it only is where the body sits."""
    end = at + len(name)
    before, after = text[max(0, at - _CONTEXT // 2) : at], text[end : end + _CONTEXT // 2]
    owner = _OWNER_BEFORE.search(before)
    if owner:
        return places.key(owner.group(1)), text[at - len(before) + owner.start() : end], False
    adjective = _ADJECTIVE_BEFORE.search(before)
    if adjective and places.is_adjective(adjective.group(1)):
        return places.key(adjective.group(1)), text[at - len(before) + adjective.start() : end], False
    place = _PLACE_AFTER.match(after)
    if place:
        word = place.group(2)
        known = places.country(word) or places.seat(word)
        seated = place.group(1) == "in" and not (known or _is_country(word, text))
        return known or places.stem(word), text[at : end + place.end()], seated
    return None


def _is_country(word: str, text: str) -> bool:
    """Whether the article has an adjective of a place's name ("Tolvaran") or gives the place a government."""
    if re.search(rf"\b(?:minister|president|premier|government|king|queen) of {re.escape(word)}\b", text):
        return True
    stem = places.stem(word)
    found = re.search(rf"\b{re.escape(stem.capitalize())}[a-z]{{0,2}}(?:an|ish|ese|ic)\b", text)
    return found is not None and places.stem(found.group()) == stem


def _home(text: str) -> str | None:
    """The country that an article is about: named far more often than any other; None if there is none."""
    counts: Counter[str] = Counter()
    for both in _CAPITALISED.findall(text):
        key = places.country(both) or places.country(both.split()[0].rstrip(".")) or places.seat(both)
        if key:
            counts[key] += 1
    top = counts.most_common(2)
    if not top or top[0][1] < _FEWEST_OF_HOME:
        return None
    return top[0][0] if len(top) == 1 or top[0][1] >= _AHEAD * top[1][1] else None


def _said(said: list[Statement]) -> tuple[str, ...]:
    contents = {" ".join(re.findall(r"\w+", piece.lower())) for s in said for piece in s.text.content}
    return tuple(sorted(content_id("said", words=c)[:16] for c in contents if len(c) >= _LONG_ENOUGH))
