"""Two persons' names in, whether they can be one person's and how surely out.

Compared are given names (equal, short forms of one another, initials), names between, and surnames, where spellings
that differ only by transliteration are one: "Muammar al-Gaddafi", "Moammar Qadhafi".
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources

import msgspec
from rapidfuzz.distance import JaroWinkler


def word_list(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


HONORIFICS = word_list(
    """mr mrs ms miss dr sir lady lord dame madam mx prof professor president minister premier chancellor senator sen
    rep gov governor mayor gen general col colonel maj major capt captain lt lieutenant sgt sergeant adm admiral judge
    justice king queen prince princess sheikh shaikh pope cardinal archbishop bishop imam ayatollah rev reverend
    hajj haji señor herr monsieur"""
)
"""Words that stand before a name and are no part of it."""
MALE = word_list("mr sir lord king prince")
FEMALE = word_list("mrs ms miss lady dame madam queen princess")
_AFTER = word_list("jr sr ii iii iv mp mep phd md kc qc obe cbe")
_PARTICLES = word_list("de del della der den di da dos du la le van von bin ibn bint ben al el ter ten y e abu")
_ARTICLES = word_list("al el ad an as ar ash at az ul")
"""Spellings of the Arabic article, which one writer gives and the next leaves out."""
_FAMILY_FIRST = word_list(
    """kim lee park choi jung moon xi li wang zhang liu chen yang huang zhao wu zhou hu wen jiang deng mao ma sun zhu
    nguyen tran pham le ho ban ahn roh hwang kang yoon"""
)
"""Common surnames of China, Korea and Vietnam; they stand first."""
_NICK = re.compile(r"\s[\"“‘'(][^\"”’')]+[\"”’')]\s")
_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w)")
_SPLIT = re.compile(r"[\s\-‐–]+")

SAME = 1.0
"""Nothing differs but spelling."""
SPELT = 0.9
"""A transliteration or a slip."""
SHORTER = 0.8
"""A name between is left out, or a given name is short for the other."""
INITIAL = 0.7
SURNAME = 0.5
"""A surname alone, as the other has it."""
SURNAME_SPELT = 0.4
"""A surname alone, spelt otherwise."""
_LIKE = 0.8
"""Jaro-Winkler similarity from which two spellings of one consonant frame are one name. Spellings of the names of
Arab and Slavic politicians in agency copy lie above .82; pairs such as "Moran" and "Marino" below .8."""
_SHORTEST_FRAME = 3
"""Consonants; frames of fewer are shared by names that have nothing to do with one another."""
_LONGER_THAN_NATIVE = 6
"""Letters from which "g" and "k" at the beginning may stand for one Arabic letter: "Gates" and "Kates" don't."""
_EDGE = 4
"""Letters at the beginning or the end of a long surname that a slip must have left as they are."""
_LONG = 8
"""Letters from which a surname may hold a slip of one letter, if the given name is the same."""


class PersonName(msgspec.Struct, frozen=True):
    """A name without titles, in small letters without accents: a surname alone has ``given`` None."""

    given: str | None
    middle: tuple[str, ...]
    family: str

    @property
    def words(self) -> tuple[str, ...]:
        """All words of the name in order."""
        return (*((self.given,) if self.given else ()), *self.middle, self.family)


def plain(text: str) -> str:
    """Small letters without accents, marks of the Arabic ayn and hamza dropped."""
    spread = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(c for c in spread if not unicodedata.combining(c))
    return bare.translate({0x2BF: None, 0x2BE: None, 0xF8: "o", 0x142: "l", 0x111: "d", 0x131: "i", 0xDF: "ss"})


@lru_cache(maxsize=65536)
def parse(name: str) -> PersonName | None:
    """A person's name taken apart; None if nothing but titles is left."""
    words = [
        word.strip(".,'’`\"“”")
        for word in _SPLIT.split(_INITIALS.sub(". ", plain(_NICK.sub(" ", name))))
        if word.strip(".,'’`\"“”")
    ]
    while len(words) > 1 and words[0].rstrip(".") in HONORIFICS:
        words.pop(0)
    while len(words) > 1 and words[-1] in _AFTER:
        words.pop()
    words = [word for at, word in enumerate(words) if word not in _ARTICLES or (at == 0 and len(words) == 1)]
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].split()[-1] in _PARTICLES and (len(joined) > 1 or len(words) > len(joined)):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    if not joined or joined == ["the"]:
        return None
    if len(joined) == 1:
        return PersonName(None, (), joined[0])
    if joined[0] in _FAMILY_FIRST and len(joined) > 2:
        return PersonName("".join(joined[1:]), (), joined[0])
    return PersonName(joined[0], tuple(joined[1:-1]), joined[-1])


def title_gender(text: str) -> bool | None:
    """True for a man, False for a woman, by titles and words of office in ``text``; None where nothing tells."""
    words = {word.strip(".,").lower() for word in text.split()}
    male = bool(words & MALE) or any(
        w.endswith("man") and not w.endswith("woman") and len(w) > len("human") for w in words
    )
    female = bool(words & FEMALE) or any(w.endswith("woman") for w in words)
    return None if male == female else male


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The consonants of a name with those made one that transliterations mix up."""
    text = re.sub(r"kh|gh|ck|q|g|c(?![eihyz])", "k", word.split()[-1])
    text = re.sub(r"dh|th(?=[aeiou])", "d", text).replace("ph", "f").replace("w", "v")
    text = re.sub(r"tsch|tch|cz|ch|dj|dzh|zh|j", "j", text).replace("sh", "s").replace("z", "s")
    text = re.sub(r"(.)\1+", r"\1", text).removesuffix("h")
    first = "a" if text[:1] in "aeiou" else text[:1]
    return first + re.sub(r"[aeiouy’'`]", "", text[1:])


@lru_cache(maxsize=65536)
def _romanised(word: str) -> str:
    text = re.sub(r"kh|gh|ck|q|g|c(?![eihyz])", "k", word)
    text = re.sub(r"dh|th(?=[aeiou])", "d", text).replace("ph", "f").replace("w", "v").replace("ou", "u")
    text = re.sub(r"oo|o", "u", text).replace("y", "i").replace("ee", "i").replace("e", "i").replace("z", "s")
    return re.sub(r"(.)\1+", r"\1", text)


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    lines = resources.files("counterclaim.link").joinpath("nicknames.txt").read_text(encoding="utf-8").splitlines()
    return {words[0]: frozenset(words[1:]) for line in lines if line[:1] != "#" and (words := line.split())}


def are_short_forms(one: str, other: str) -> bool:
    """Whether one given name is listed as short for the other ("Bob", "Robert")."""
    table = _short_forms()
    return other in table.get(one, ()) or one in table.get(other, ())


@lru_cache(maxsize=65536)
def _spelt_alike(one: str, other: str) -> bool:
    frame = sound(one)
    if frame != sound(other) or len(frame) < _SHORTEST_FRAME:
        return False
    if one[0] != other[0] and "c" in one[0] + other[0] and "g" in one[0] + other[0]:  # no script confuses these
        return False
    if {one[0], other[0]} == {"g", "k"} and min(len(one), len(other)) < _LONGER_THAN_NATIVE:
        return False
    return JaroWinkler.similarity(_romanised(one), _romanised(other)) >= _LIKE


def _one_slip(one: str, other: str) -> bool:
    """Whether a letter is doubled, left out or exchanged with its neighbour inside a long name."""
    if min(len(one), len(other)) < _LONG or one[0] != other[0] or one[-1] != other[-1]:
        return False
    if one[:_EDGE] != other[:_EDGE] and one[-_EDGE:] != other[-_EDGE:]:
        return False
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return sorted(one) == sorted(other) and sum(a != b for a, b in zip(one, other, strict=True)) == len("ab")


def _families(one: str, other: str) -> float:
    """How surely two surnames are one: 0 for not at all."""
    if one == other:
        return SAME
    if one.split()[-1] == other.split()[-1] and (" " in one) != (" " in other):  # "van Dorn" and "Dorn"
        return SPELT
    return SPELT if _spelt_alike(one, other) else 0.0


def _given(one: str, other: str) -> float:
    if one == other:
        return SAME
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return INITIAL if long.startswith(short) else 0.0
    if are_short_forms(one, other):
        return SHORTER
    table = _short_forms()
    if one in table and other in table:  # two names of their own: "Eric", "Erica"
        return 0.0
    feminine = long.startswith(short[:-1]) and long[-1] in "ae" and short[-1] != long[-1]
    return SPELT if _spelt_alike(one, other) and not feminine else 0.0


def _between(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if one == other:
        return SAME
    if not one or not other:
        return SHORTER
    agree = all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one, other, strict=False))
    return SHORTER if agree else 0.0


def relation(one: PersonName, other: PersonName) -> float:
    """How surely two names can be one person's, from 0 (they can't) to ``SAME``; symmetric."""
    if one.given is None and other.given is None:
        same = one.family == other.family
        return SAME if same else SPELT if _surname(one.family, other) else 0.0
    if one.given is None or other.given is None:
        alone, full = (one, other) if one.given is None else (other, one)
        return _surname(alone.family, full)
    if one.given == other.given:
        together = _subset(one, other)
        if together:
            return together
    given = _given(one.given, other.given)
    if not given:
        return 0.0
    family = _families(one.family, other.family)
    if not family and given == SAME and _one_slip(one.family, other.family):
        family = SPELT
    between = _between(one.middle, other.middle)
    return min(given, family, between)


def _surname(alone: str, full: PersonName) -> float:
    if alone in (full.family, full.family.split()[-1]):
        return SURNAME
    if full.middle and alone == full.middle[-1]:  # the first of two surnames, used alone
        return SURNAME_SPELT
    # Without a given name a vowel counts: "Hanson" isn't "Hansen".
    alike = _spelt_alike(alone, full.family) and _romanised(alone) == _romanised(full.family)
    return SURNAME_SPELT if alike else 0.0


def _subset(one: PersonName, other: PersonName) -> float:
    """Names of one given name, the longer of which goes on: "Ramón Vega", "Ramón Vega Pinto"."""
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if len(short.words) == len(long.words) or any(len(word) == 1 for word in short.middle):
        return 0.0
    inner = {word for part in long.words[1:] for word in (part, part.split()[-1])}
    return SHORTER if inner.issuperset(short.words[1:]) else 0.0


def contradict(one: PersonName, other: PersonName) -> bool:
    """Whether two names can't be one person's: both are told by a given name, and they don't go together."""
    return relation(one, other) == 0.0


def keys(name: PersonName) -> frozenset[str]:
    """What two names share if they can be one person's: the sounds of all words but the given name.

    Words of few consonants stand for themselves, since their frames are too many names'.
    """
    words = {word.split()[-1] for word in (name.family, *name.middle) if len(word) > 1}
    found = {f"p:{frame if len(frame := sound(word)) >= _SHORTEST_FRAME else '=' + word}" for word in words}
    if name.given and len(name.family) >= _LONG:
        found |= {f"p:{name.given} {name.family[:_EDGE]}-", f"p:{name.given} -{name.family[-_EDGE:]}"}
    return frozenset(found or {f"p:={name.family}"})


def fullness(name: PersonName) -> tuple[int, int, int]:
    """Orders names from a surname alone to the fullest."""
    told = 0 if name.given is None else 1 if len(name.given) == 1 else 2
    return told, len(name.words), sum(map(len, name.words))
