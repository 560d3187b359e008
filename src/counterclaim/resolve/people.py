"""Mentions of names in, one party for each person or body in the article out."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.records import SpeakerType
from counterclaim.resolve import lexicon
from counterclaim.resolve.names import Mention


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
    """The parties of one article and which mention stands for whom."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = list(mentions)
        self._of: dict[int, Party] = {}
        self._full: dict[tuple[str, ...], Mention] = {}
        self._places: dict[tuple[str, ...], list[int]] = {}
        self._near: dict[str, list[tuple[str, ...]]] = {}
        self._titled: dict[str, bool] = {}
        self._fitting: dict[tuple[object, ...], dict[tuple[str, ...], list[int]]] = {}
        for mention in self.mentions:
            if len(mention.words) > 1:
                if mention.words not in self._full:
                    self._full[mention.words] = mention
                    for word in {*mention.words, _initials(mention.words)}:
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
            _describe(party)
        self.parties = list(parties.values())

    def party(self, mention: Mention) -> Party:
        """Who ``mention`` stands for."""
        return self._of[mention.span[0]]

    def _two_of(self, surname: str) -> bool:
        """Whether the article has a man's and a woman's title before a surname that it never gives in full."""
        if surname not in self._titled:
            genders = {_gender_of_title(m.title) for m in self.mentions if m.name == surname}
            self._titled[surname] = {True, False} <= genders
        return self._titled[surname]

    def _fullest(self, mention: Mention) -> str:
        """The fullest name that ``mention`` can be short for: the nearest before it, else after it."""
        fitting = self._longer_forms(mention)
        if not fitting:
            return mention.name
        at = mention.span[0]
        before = [
            (places[number - 1], words) for words, places in fitting.items() if (number := bisect_right(places, at))
        ]
        nearest = max(before)[1] if before else min((places[0], words) for words, places in fitting.items())[1]
        longest = self._longer_forms(self._full[nearest])
        return self._full[max([nearest, *longest], key=len)].name

    def _longer_forms(self, mention: Mention) -> dict[tuple[str, ...], list[int]]:
        """The longer names that ``mention`` can be short for, and where each stands."""
        key = (mention.words, mention.type, mention.title)
        if key not in self._fitting:
            keys = {mention.words[0], mention.words[-1]}
            near = dict.fromkeys(words for key_word in keys for words in self._near.get(key_word, ()))
            found = [words for words in near if _short_for(mention, self._full[words])]
            male = _gender_of_title(mention.title)
            if male is not None:
                found = [words for words in found if _gender(self._full[words]) in (None, male)] or found
            self._fitting[key] = {words: self._places[words] for words in found}
        return self._fitting[key]


def _short_for(mention: Mention, other: Mention) -> bool:
    words, full = mention.words, other.words
    if len(full) <= len(words):
        return False
    if len(words) == 1 and mention.name.isupper() and 2 <= len(mention.name) <= 6:
        return _initials(full) == words[0] or words[0] in full
    if "organisation" in (mention.type, other.type):
        return mention.type == other.type and full[: len(words)] == words
    if full[-len(words) :] == words:
        return True
    if full[0] == words[0] and full[-1] == words[-1]:
        return True
    return len(words) == 1 and full[0] == words[0] and mention.title is None


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word not in {"of", "the", "for", "and", "on", "in"})


def _gender_of_title(title: str | None) -> bool | None:
    words = {word.rstrip(".").lower() for word in (title or "").split()}
    if words & lexicon.MALE_TITLES or any(word.endswith("man") for word in words):
        return True
    if words & lexicon.FEMALE_TITLES or any(word.endswith("woman") for word in words):
        return False
    return None


def _gender(mention: Mention) -> bool | None:
    """True for a man, False for a woman, None where nothing tells."""
    titled = _gender_of_title(mention.title)
    if titled is not None:
        return titled
    given = mention.words[0]
    if len(mention.words) < 2 or (given in lexicon.MALE_NAMES) == (given in lexicon.FEMALE_NAMES):
        return None
    return given in lexicon.MALE_NAMES


def _describe(party: Party) -> None:
    types = Counter(m.type for m in party.mentions)
    party.type = types.most_common(1)[0][0]
    party.role = next((m.role for m in party.mentions if m.role), None)
    genders = Counter(g for m in party.mentions for g in (_gender(m), _gender_of_title(m.role)) if g is not None)
    surname_alone = {len(m.words) for m in party.mentions} >= {1, 2}
    party.known_person = bool(genders) or surname_alone or any(m.title or m.role for m in party.mentions)
    party.male = genders.most_common(1)[0][0] if genders else None
