"""Mentions of names in, one party for each person or body in the article out."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from counterclaim.records import SpeakerType
from counterclaim.resolve import lexicon, roles
from counterclaim.resolve.given_names import (
    ALSO_PLACES,
    FEMALE_NAMES,
    GIVEN_NAMES,
    MALE_NAMES,
    SHORT_FORMS,
    may_be_one,
)
from counterclaim.resolve.names import Mention

_NO_MAN = frozenset(["german", "roman", "norman", "ottoman", "human", "woman", "oman"])
_REGNAL = frozenset(["pope", "king", "queen", "prince", "princess", "emperor", "sultan", "emir"])
"""Titles that are part of the name: nobody calls Pope Francis "Francis"."""

_PARTICLE = re.compile(
    r"(?:^|\s)(?:(?:[Aa]l|[Ee]l|[Bb]in|[Ii]bn)-[A-Z]|(?:van|von|bin|ibn|der|den|ter|ten|dos|da|zu)\s\S)|\s(?:al|el)\s[A-Z]"
)
"""Particles of surnames, which few names of bodies and places have."""

_LONE = re.compile(r"(?:[OD][’']|Ma?c)?[A-Z][^\W\d_A-Z]+(?:-[A-Z][^\W\d_A-Z]+)?")
"""One capitalised word as surnames are written: no initials, no number, no capital inside but in "McCall"."""
_OF_A_BODY = re.compile(
    r"(?:[’']s?)?\s+(?:spokes\w+|officials?|shares?|executives?|employees|customers|users|chiefs?|ceo|cfo|products?|"
    r"headquarters|board|bosses|editors?|reporters?|journalists?|correspondents?|troops|citizens|government)\b",
    re.IGNORECASE,
)

_BODY_ENDS = frozenset(
    ["international", "inc", "corp", "ltd", "group", "plc", "llc", "company", "corporation", "foundation"]
)
"""Words that are left out when a body is named by its first word alone."""
_SHORTEST_SOUND = 4
"""A mark and three consonants: with fewer, different surnames sound alike too often."""

_TAKEN_UP = re.compile(r"[^.!?;:“”\"\nA-Z]{0,50}?\b(he|she|his|her|himself|herself|its|itself)\b")
_PRONOUN_OF = {"he": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"} | {
    "its": "it",
    "itself": "it",
}
_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,2}(?=[,.;])|\s+\(\d{1,2}\)")
"""An age after a name, which only people have there."""
_ENOUGH = 20
"""Mentions that are looked at; more of them tell nothing new."""


@dataclass(slots=True)
class Party:
    """Somebody or some body that the article names; ``name`` is the fullest form it gives.

    ``known_person`` says that a title, a role, a given name or a surname used alone shows it to be a person; without
    one a single capitalised word is as likely a company or a country.
    """

    name: str
    type: SpeakerType
    role: str | None = None
    male: bool | None = None
    known_person: bool = False
    mentions: list[Mention] = field(default_factory=list)


class Directory:
    """The parties of one article and which mention stands for whom.

    ``text`` is read for initials that are given in brackets after the full name; ``labels`` are
    where the labels of a transcript begin, in which capitals and initials can be a person's.
    """

    def __init__(self, mentions: Sequence[Mention], text: str = "", labels: frozenset[int] = frozenset()) -> None:
        self.mentions = list(mentions)
        self._labels = {mention.name for mention in self.mentions if mention.span[0] in labels}
        self._of: dict[int, Party] = {}
        self._full: dict[tuple[str, ...], Mention] = {}
        self._places: dict[tuple[str, ...], list[int]] = {}
        self._near: dict[str, list[tuple[str, ...]]] = {}
        self._titled: dict[str, bool] = {}
        self._fitting: dict[tuple[object, ...], dict[tuple[str, ...], list[int]]] = {}
        self._stands_for = _in_brackets(self.mentions, text)
        for mention in self.mentions:
            if len(mention.words) > 1:
                known = self._full.get(mention.words)
                if known is not None and known.name.isupper() and not mention.name.isupper():
                    self._full[mention.words] = mention
                if known is None:
                    self._full[mention.words] = mention
                    sounds = {_sound(word) for word in mention.words[1:]}
                    for word in {*mention.words, _initials(mention.words), *sounds}:
                        self._near.setdefault(word, []).append(mention.words)
                self._places.setdefault(mention.words, []).append(mention.span[0])
        parties: dict[str, Party] = {}
        for mention in self.mentions:
            key = self._fullest(mention)
            titled = _gender_of_title(mention.title) if " " not in key else None
            name = f"{mention.title} {key}" if titled is not None and self._two_of(key) else key
            party = parties.setdefault(name.lower(), Party(name, mention.type))
            party.mentions.append(mention)
            self._of[mention.span[0]] = party
        for party in parties.values():
            _describe(party, text)
        self.parties = list(parties.values())

    def party(self, mention: Mention) -> Party:
        """Who ``mention`` stands for."""
        return self._of[mention.span[0]]

    def let_talk(self, starts: frozenset[int], text: str) -> None:
        """Takes lone names that speak as people do for persons, unless the text uses one as a body's.

        ``starts`` are where the names stand before or after a personal verb of speaking.
        """
        for party in self.parties:
            lone = party.type == "person" and not party.known_person and _LONE.fullmatch(party.name)
            if lone and any(m.span[0] in starts for m in party.mentions) and not _used_as_body(party, text):
                party.known_person = True

    def _two_of(self, surname: str) -> bool:
        """Whether the article has a man's and a woman's title before a surname that it never gives in full."""
        if surname not in self._titled:
            genders = {_gender_of_title(m.title) for m in self.mentions if m.name == surname}
            self._titled[surname] = {True, False} <= genders
        return self._titled[surname]

    def _fullest(self, mention: Mention) -> str:
        """The fullest name that ``mention`` can be short for: the nearest before it, else after it."""
        if mention.name in self._stands_for:
            return self._stands_for[mention.name]
        fitting = self._longer_forms(mention)
        if not fitting:
            return self._full.get(mention.words, mention).name
        at = mention.span[0]
        before = [
            (places[number - 1], words) for words, places in fitting.items() if (number := bisect_right(places, at))
        ]
        nearest = max(before)[1] if before else min((places[0], words) for words, places in fitting.items())[1]
        longest = self._longer_forms(self._full[nearest]) or {nearest: self._places[nearest]}
        return self._full[max(longest, key=lambda words: (len(words), -longest[words][0]))].name

    def _longer_forms(self, mention: Mention) -> dict[tuple[str, ...], list[int]]:
        """The longer names that ``mention`` can be short for, and where each stands."""
        key = (mention.words, mention.type, mention.title)
        if key not in self._fitting:
            found = self._candidates(mention, {mention.words[0], mention.words[-1]}, _short_for)
            if mention.acronym and mention.name not in self._labels:
                found = [w for w in found if w[-1] == mention.words[0] or not _given_in_full(self._full[w])]
            if not found and mention.type == "person" and mention.title is None and len(mention.words) == 1:
                found = self._candidates(mention, set(SHORT_FORMS.get(mention.words[0], ())), _pet_form)
            if not found and mention.type == "person" and mention.name[:1].isupper():
                found = self._candidates(mention, {_sound(mention.words[-1])}, _spelt_otherwise)
            male = _gender_of_title(mention.title)
            if male is not None:
                found = [words for words in found if _gender(self._full[words]) in (None, male)] or found
            self._fitting[key] = {words: self._places[words] for words in found}
        return self._fitting[key]

    def _candidates(
        self, mention: Mention, keys: set[str], fits: Callable[[Mention, Mention], bool]
    ) -> list[tuple[str, ...]]:
        near = dict.fromkeys(words for key in keys for words in self._near.get(key, ()))
        return [words for words in near if fits(mention, self._full[words])]


def _in_brackets(mentions: Sequence[Mention], text: str) -> dict[str, str]:
    """The full names of initials that stand in brackets right after them."""
    found: dict[str, str] = {}
    for one, other in pairwise(mentions):
        between = text[one.span[1] : other.span[0]]
        bracketed = re.fullmatch(r"[’']?s?\s*\(", between) and text[other.span[1] : other.span[1] + 1] == ")"
        if bracketed and other.acronym and " " in one.name and one.name[0].lower() == other.name[0].lower():
            found.setdefault(other.name, one.name)
    return found


def _short_for(mention: Mention, other: Mention) -> bool:
    words, full = mention.words, other.words
    if other.type == "person" and full[-1] == words[-1] and _ranked(mention, other):
        return True
    if len(full) <= len(words):
        return len(full) == len(words) > 1 and mention.name < other.name and _one_person(mention, other)
    if mention.acronym:
        surname = other.type == "person" and full[-1] == words[0]
        return surname or _initials(full) == words[0].replace(".", "")
    if "organisation" in (mention.type, other.type):
        part = full[: len(words)] == words and (len(words) > 1 or (len(full) == 2 and full[1] in _BODY_ENDS))
        part = part or (len(words) == 1 and words[0] in full and words[0] in lexicon.ORGANISATIONS)
        alone = mention.type == "person" and len(words) == 1 and mention.title is None and mention.role is None
        return part and (mention.type == other.type or alone)
    if full[-len(words) :] == words:
        return True
    if full[-1] == words[-1] and len(words) > 1:
        return may_be_one(words[0], full[0])
    if len(words) == 1 and len(full) > 2 and words[0] in full[1:]:  # a surname of two words, used by its first
        return True
    by_first = mention.title is None or mention.title.lower() in _REGNAL
    return len(words) == 1 and full[0] == words[0] and by_first


def _one_person(mention: Mention, other: Mention) -> bool:
    """Whether two names of one length differ only in a short form: "Bob Marsh", "Robert Marsh"."""
    same_type = mention.type == other.type == "person"
    shorter = len(mention.words[0]) < len(other.words[0])
    same_rest = mention.words[1:] == other.words[1:] and mention.words[0] != other.words[0]
    return same_type and shorter and same_rest and may_be_one(mention.words[0], other.words[0])


def _given_in_full(mention: Mention) -> bool:
    """Whether a name is certainly a person's, so that initials outside a transcript don't stand for it."""
    return mention.type == "person" and (mention.words[0] in GIVEN_NAMES or mention.title is not None)


def _pet_form(mention: Mention, other: Mention) -> bool:
    """Whether a name is the pet form of another's given name: "Maggie", "Margaret Vale"."""
    return other.type == "person" and other.words[0] in SHORT_FORMS.get(mention.words[0], ())


def _ranked(mention: Mention, other: Mention) -> bool:
    """Whether initials before a surname are another's title: "DS Bell", "Detective Sergeant Ana Bell"."""
    rank, *surname = mention.name.split()
    title = "".join(word[0] for word in (other.title or "").lower().split())
    return len(surname) == 1 and len(title) > 1 and rank.isupper() and rank.lower() == title


def _spelt_otherwise(mention: Mention, other: Mention) -> bool:
    """Whether two surnames are transliterations of one: "Qadhafi", "Gaddafi"."""
    words, full = mention.words, other.words
    if other.type != "person" or _sound(words[-1]) != _sound(full[-1]) or len(_sound(full[-1])) < _SHORTEST_SOUND:
        return False
    return len(words) == 1 or (len(words) == len(full) and _sound(words[0]) == _sound(full[0]))


def _sound(name: str) -> str:
    """The consonants of a name, those that transliterations mix up made one."""
    bare = re.sub(r"^(?:al|el|ad|an|as)-", "", name)
    bare = re.sub(r"kh|gh|q|g|c(?![eih])", "k", bare)
    bare = re.sub(r"dh|th(?=[aeiou])", "d", bare).replace("ph", "f").replace("w", "v")
    first, rest = bare[:1], re.sub(r"[aeiouyh’'\-]", "", bare[1:])
    return "~" + re.sub(r"(.)\1+", r"\1", first + rest)


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word not in {"of", "the", "for", "and", "on", "in"})


def _gender_of_title(title: str | None) -> bool | None:
    words = {word.rstrip(".").lower() for word in (title or "").split("of")[0].split()}
    if words & lexicon.MALE_TITLES or any(word.endswith("man") and word not in _NO_MAN for word in words):
        return True
    if words & lexicon.FEMALE_TITLES or any(word.endswith("woman") for word in words):
        return False
    return None


def _gender(mention: Mention) -> bool | None:
    """True for a man, False for a woman, None where nothing tells."""
    titled = _gender_of_title(mention.title)
    if titled is not None:
        return titled
    if roles.head(mention.role or "") in lexicon.MALE_TITLES | lexicon.FEMALE_TITLES:
        return roles.head(mention.role or "") in lexicon.MALE_TITLES
    given = mention.words[0] if mention.words[0] in GIVEN_NAMES else mention.words[0].split("-")[0]
    alone = len(mention.words) < 2 and given in ALSO_PLACES
    if alone or (given in MALE_NAMES) == (given in FEMALE_NAMES):
        return None
    return given in MALE_NAMES


def _taken_up_by(mentions: Sequence[Mention], text: str) -> Counter[str]:
    """How often "he", "she" or "it" follows a mention in its sentence with no other name between."""
    found = Counter[str]()
    for mention in mentions[:_ENOUGH]:
        match = _TAKEN_UP.match(text, mention.span[1])
        if match:
            found[_PRONOUN_OF[match.group(1)]] += 1
    return found


def _describe(party: Party, text: str) -> None:
    """Fills in type, role and gender from all that the article says of the party."""
    mentions = party.mentions
    titles = [g for m in mentions if (g := _gender_of_title(m.title)) is not None]
    told = [g for m in mentions for g in (_gender(m), _gender_of_title(m.role)) if g is not None]
    genders = Counter(titles or told)
    taken_up = _taken_up_by(mentions, text) if not genders else Counter[str]()
    if taken_up["he"] != taken_up["she"] and max(taken_up["he"], taken_up["she"]) > taken_up["it"]:
        genders[taken_up["he"] > taken_up["she"]] += 1
    surname_alone = {len(m.words) for m in mentions} >= {1, 2}
    evidence = any(m.title or (m.role and m.type == "person") for m in mentions) or any(
        m.words[0] in GIVEN_NAMES and (len(m.words) > 1 or m.words[0] not in ALSO_PLACES) for m in mentions
    )
    evidence = evidence or any(m.type == "person" and _PARTICLE.search(m.name) for m in mentions)
    evidence = evidence or any(
        m.type == "person" and len(m.words) > 1 and _AGE.match(text, m.span[1]) for m in mentions[:_ENOUGH]
    )
    person = any(m.type == "person" and len(m.words) > 1 for m in mentions)
    types = Counter(m.type for m in mentions if not (person and m.acronym))
    party.type = types.most_common(1)[0][0]
    if not genders and taken_up["it"] and party.type == "person" and not evidence:
        party.type = "organisation"
    if types["person"] and types["organisation"] and evidence and not types["group"]:
        party.type = "person" if types["person"] >= types["organisation"] else "organisation"
    if not evidence and any(m.role and m.type == "organisation" for m in mentions):
        party.type = "organisation"
    party.known_person = party.type == "person" and (bool(genders) or surname_alone or evidence)
    titled = {(m.title or "").lower() for m in mentions} & _REGNAL
    if titled and " " not in re.sub(r" [IVX]+$", "", party.name):
        party.name = f"{next(iter(titled)).capitalize()} {party.name}"
    party.role = _best_role(mentions)
    party.male = genders.most_common(1)[0][0] if genders else None


def _used_as_body(party: Party, text: str) -> bool:
    """Whether "the", a preposition of place, "its" or somebody who serves it stands beside a name."""
    mentions = party.mentions[:_ENOUGH]
    beside = any(m.after_the or m.place or _OF_A_BODY.match(text, m.span[1]) for m in mentions)
    return beside or _taken_up_by(mentions, text)["it"] > 0


def _best_role(mentions: Sequence[Mention]) -> str | None:
    """The first role that the article gives, or a later one that says more with the same words."""
    given = [m.role for m in mentions if m.role and m.role.lower().rstrip(".") not in lexicon.HONORIFICS]
    if not given:
        return None
    first = given[0]
    if len(first.split()) == 1:
        longer = [r for r in given if len(r.split()) > 1 and first.lower().rstrip(".") in r.lower().split()]
        return longer[0] if longer else first
    return first
