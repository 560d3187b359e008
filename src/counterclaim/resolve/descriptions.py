"""Noun phrases that name nobody in, what they stand for and their fullest wording in the article out."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from counterclaim.records import SpeakerType
from counterclaim.resolve import lexicon, roles

ARTICLE = re.compile(
    r"^(?:the|a|an|this|that|these)\s+(?!lot\b|few\b|number\b|couple\b|who\b|in\b|of\b|with\b)", re.IGNORECASE
)
COMMA = re.compile(r",(?!\d)")
"""A comma that is no part of a number."""
DEFINITE = frozenset(["the", "this", "that", "these", "those"])

_RELATIVE = re.compile(r",?\s+(?:whom|which|whose|cited by|quoted by|who\s+(?:asked|spoke|declined|requested|said))\b")
_QUANTITY = frozenset(
    [
        "some",
        "many",
        "several",
        "multiple",
        "numerous",
        "various",
        "both",
        "most",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "few",
        "all",
        "other",
        "others",
    ]
)
_AND_ANOTHER = re.compile(
    r"^(?:(?!(?:of|for|in|at|from|to|by|with|who|that)\b)[\w’'\-]+\s+)+and\s+(?:the|its|their|his|her|other|several)\s",
    re.IGNORECASE,
)
_OWNED = re.compile(r"[A-Z][\w\-]*(?:\s[A-Z][\w\-]*)*[’']s?\s")
_NEWNESS = re.compile(
    r"^(?:new\s+(?=\w)|New\s+(?=[a-z\d])|(?i:recent|latest|separate|previous|earlier|subsequent)\s+(?=\w))"
)
_ONE_DOCUMENT = {word for word in lexicon.DOCUMENTS if not word.endswith("s")} | {"analysis", "census"}
_COLLECTIVE = re.compile(
    r"^(?:an?|the)\s+(?:[\w\-]+\s+){0,2}(?:lot|number|couple|group|majority|bulk|handful|crowd)\s+of\b", re.IGNORECASE
)
_OWNED_BODIES = frozenset(["government", "administration", "office", "campaign", "cabinet"])
"""Bodies that are told apart by whose they are."""
_TOPIC = re.compile(
    rf"(?:The|An?|This)\s+((?:[a-z][\w\-]*\s+){{0,3}}?(?:{'|'.join(sorted(_ONE_DOCUMENT))})\b"
    r"(?:\s+(?:of|by|from|for|into|on)\s+(?:(?:the|a|an|its|his|her)\s+)?"
    r"(?:[A-Z][\w’'\-]*(?:\s+(?:(?:of|for|and)\s+)?[A-Z][\w’'\-]*)*|[a-z][\w\-]*))?)"
    r"(?=\s*,|\s+(?:is|was|has|had|will|would|did|does|went|came|ran|made|found|\w+(?:ed|[^s\W]s))\b)"
)
"""A document that opens a sentence as its subject, with what it is of or whose."""
_LONGEST = 12
"""Words; a longer description carries a story of its own and is no name."""


def name_of(phrase: str) -> str:
    """A description as a speaker's name: without article, apposition and asides on how it spoke."""
    words = _RELATIVE.split(" ".join(phrase.split()).removesuffix(" who"), maxsplit=1)[0]
    main = COMMA.split(words)[0].strip() or words
    bare = ARTICLE.sub("", main)
    return _NEWNESS.sub("", bare) if roles.head(bare) in lexicon.DOCUMENTS else bare


def type_of(phrase: str) -> SpeakerType:
    """What kind of speaker a description stands for, by its head noun."""
    words = [word.strip("’'.,").lower() for word in phrase.split()]
    head = roles.head(phrase)
    first = words[0] if words else ""
    if _COLLECTIVE.match(phrase) or _AND_ANOTHER.match(phrase) or first in _QUANTITY or first[:1].isdigit():
        return "group"
    if head in lexicon.DOCUMENTS:
        return "document"
    if head in lexicon.GROUPS:
        return "group"
    if head in lexicon.ORGANISATIONS:
        return "organisation"
    if lexicon.is_group_noun(head):
        return "group"
    if head.endswith("s") and not head.endswith("ss"):
        return "group"
    return "unnamed"


def topic(text: str, start: int) -> tuple[int, int] | None:
    """Where the document stands that the sentence which begins at ``start`` is about, if it is about one."""
    match = _TOPIC.match(text, start)
    return match.span() if match else None


def is_definite(phrase: str) -> bool:
    """Whether a phrase takes up something known: "the mayor", "this group", or an office in a capital."""
    words = phrase.split()
    office = len(words) == 1 and words[0][:1].isupper() and words[0].lower() in lexicon.TITLES | lexicon.ORGANISATIONS
    return words[0].lower() in DEFINITE or office or bool(_OWNED.match(phrase))


class Descriptions:
    """The descriptions that an article uses as sources, and fuller wordings of them in its text."""

    def __init__(self, text: str, phrases: Iterable[tuple[int, str]]) -> None:
        self._text = text
        self._by_head: dict[str, list[tuple[int, str]]] = {}
        for at, phrase in phrases:
            self._by_head.setdefault(roles.head(phrase), []).append((at, name_of(phrase)))
        self._in_text: dict[str, list[tuple[int, str]]] = {}

    def only(self, head: str, name: str) -> bool:
        """Whether no source of the same head noun is worded otherwise than ``name`` or shorter."""
        words = set(name.lower().split())
        return all(set(other.lower().split()) <= words for _, other in self._by_head.get(head, ()))

    def fullest(self, phrase: str, at: int) -> str:
        """The longest wording of the same thing, for a short "the spokeswoman" or a bare "officials".

        A longer source of the same head noun that holds all its words counts, the last before
        ``at`` first; else one in the text before, after "a" or a number or with "of whom".
        """
        name = name_of(phrase)
        words = name.lower().split()
        head = roles.head(phrase)
        if len(words) > 2 or not is_definite(phrase) or head in DEFINITE:
            return name
        known = self._by_head.get(head, [])
        fuller = [
            (place, other)
            for place, other in known
            if len(words) < len(other.split()) <= _LONGEST and set(words) <= set(other.lower().split())
        ]
        if not fuller:
            fuller = self._found(head, words)
        if not fuller:
            return name
        before = bisect_left(fuller, (at, ""))
        return fuller[before - 1][1] if before else fuller[0][1]

    def _found(self, head: str, words: list[str]) -> list[tuple[int, str]]:
        if head not in self._in_text:
            self._in_text[head] = [
                (match.start(1), ARTICLE.sub("", " ".join(match.group(1).split())))
                for match in _wording(head).finditer(self._text)
            ]
        return [
            (at, other)
            for at, other in self._in_text[head]
            if set(words) < set(other.lower().split()) and roles.head(other) == head
        ]


def _wording(head: str) -> re.Pattern[str]:
    """Finds phrases of which ``head`` is the noun and that say more of it."""
    noun = re.escape(head)
    counted = rf"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?:[a-z\-]+\s+){{0,3}}{noun}\b"
    of_whom = (
        rf"{noun}\s+(?:of|for|from|at|within)\s+(?:the\s+)?(?:[A-Z][\w’'\-]*)(?:\s+(?:of\s+|for\s+)?[A-Z][\w’'\-]*)*"
    )
    from_where = rf"[A-Z][a-z]+(?:ian|ish|ese|ean|can|man|li|qi)\s+{noun}\b"
    of_whose = rf"(?:[A-Z][\w\-]+\s)?[A-Z][\w\-]+[’']s\s+{noun}\b" if head in _OWNED_BODIES else "(?!)"
    return re.compile(rf"\b(?<!of )(?<!of the )({of_whom}|{counted}|{from_where}|{of_whose})")
