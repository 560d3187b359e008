"""A text in, its sentences and bodies out, with look-ups of who voted, of verbs and of what lies ahead."""

import re
from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from counterclaim.extractor.vote_bodies import COURTS, MEMBERS, SPEAKS, Body, find_bodies, last_before
from counterclaim.extractor.vote_words import AHEAD, RULING, TO_BE, VERB, courtly

_STOP = re.compile(r"(?<=[.!?”\"’)])\s+(?=[A-ZÀ-Þ“\"‘(\d])|\n+")
_NO_STOP = re.compile(
    r"(?:\b(?:M[rs]|Mrs|Dr|St|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Jr|No|vs|v|Inc|Corp|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|"
    r"[A-Z]|U\.S|U\.N|"
    r"E\.U|D\.C)\.|[^.!?][”\"’)])$"
)
"""Ends of words that look like ends of sentences."""
_LONGEST = 1000
"""Characters of a sentence; longer ones (tables, lists) are read in parts, so that none takes long."""
FOLLOWS = 5
"""Sentences over which "the bill passed 51-49" still speaks of the body whose vote was told last."""
_PLACE = re.compile(r"\s+(?:seats?|majority|race|races|candidate|seat|elections?|campaigns?|leadership|floor)\b")
_FULL_NAME = frozenset(
    ("u.s.", "u.s", "us", "united", "un", "representatives", "commons", "lords", "delegates", "deputies", "people")
)
_OTHER_BODY = frozenset(("european", "national"))
_AT = re.compile(r"(?:\s+(?:vote|votes))?\s+(?:in|by|of|at)\s+(?:the\s+)?(?:[\w-]+\s+)?")
_ASIDE = re.compile(r"\b(?:to|of|from|for|through|before)\s+(?:the\s+)?$")
_FAILED_TO = re.compile(r"\bfail(?:ed|ing)\s+(?:on\s+\w+day\s+)?to\s+$", re.IGNORECASE)
_COUNTED = re.compile(r"\d\s?(?:[-–—]|votes to|to)\s?\d+")
_HOPED = re.compile(
    r"\b(?:expect\w*|hop(?:e|es|ed|ing)|likely|predict\w*|forecast\w*)\b[^,.;]{0,30}\bto\s+[a-z]+\b[^,.;]{0,20}$",
    re.IGNORECASE,
)
_CONFIRM = re.compile(r"\bconfirm(?:ed|ation vote|ing)\b")


class Sentence(NamedTuple):
    """A stretch of the text and its number."""

    start: int
    end: int
    number: int


class Reading:
    """One text, cut into sentences, with the bodies that it names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = _sentences(text)
        self.starts = [s.start for s in self.sentences]
        self.bodies = find_bodies(text)
        self._body_starts = [b.start for b in self.bodies]
        self._by_heads: dict[tuple[str, ...], list[Body]] = {}
        self._fuller: dict[tuple[str, frozenset[str], bool], list[Body]] = {}
        self.last: tuple[int, Body] | None = None

    def within(self, start: int, end: int) -> list[Body]:
        """The bodies whose mention starts between two offsets."""
        return self.bodies[bisect_left(self._body_starts, start) : bisect_left(self._body_starts, end)]

    def has_body(self, sentence: Sentence) -> bool:
        """Whether the sentence names a body."""
        return bool(self.within(sentence.start, sentence.end))

    def body_between(self, start: int, end: int) -> Body | None:
        """A body that is the agent or place of a verb that ends at ``start``."""
        for body in self.within(start, end):
            if re.fullmatch(
                r"(?:.*\b(?:by|in|through))?\s*(?:the|a|an|its|his)?\s*(?:[\w-]+\s+)?",
                self.text[start : body.start],
                re.DOTALL,
            ):
                return body
        return None

    def who_voted(self, sentence: Sentence, verb: re.Match[str] | None, span: tuple[int, int]) -> Body | None:
        """The body of what is told at ``span``: agent, subject, next in the sentence, or the nearest before."""
        start, end = sentence.start, sentence.end
        opens, closes = span
        at = verb.start() if verb and verb.start() < opens else opens
        ruled = bool(RULING.search(self.text, closes - 20, closes + 24)) or bool(
            verb and courtly(verb) and not (verb["even"] and self.has_body(sentence))
        )
        if ruled and (court := self.nearest(tuple(COURTS), end)):
            return court
        for body in self.within(closes, end):
            if body.start - closes < 60 and _AT.fullmatch(self.text[closes : body.start]):
                return body
        told = [match.end() for match in _COUNTED.finditer(self.text, at, opens)]
        if told and (own := self.within(told[-1], opens)):
            return own[-1]
        decides = verb is not None and verb.end() <= opens and not verb["voted"]
        if verb and decides and (agent := self.body_between(verb.end(), opens)):
            return agent
        before = [b for b in self.within(start, at) if not _PLACE.match(self.text, b.end)]
        members = list(MEMBERS.finditer(self.text, start, at))
        if before and (not members or members[-1].start() < before[-1].end + 40):
            main = [
                b
                for b in before
                if not _ASIDE.search(self.text[max(start, b.start - 14) : b.start])
                or re.match(r",? where\b", self.text[b.end :][:7])
            ]
            if main or not decides:
                return (main or before)[-1]
        confirms = _CONFIRM.search(self.text, sentence.start, min(end, closes + 24))
        if confirms and (senate := self.nearest(("senate",), start)):
            return senate
        if not members and (
            later := [b for b in self.within(at, end) if not decides or (verb and verb["even"]) or b.head not in COURTS]
        ):
            return later[0]
        if not members and self.last and sentence.number - self.last[0] <= FOLLOWS:
            return self.last[1]
        nearby = self.earlier(sentence, members[-1].group().lower() if members else None, courts=not decides)
        return nearby or (before[-1] if before else None)

    def earlier(
        self, sentence: Sentence, members: str | None = None, reach: int = 6, *, courts: bool = False
    ) -> Body | None:
        """The nearest body in the sentences before; with ``members``, one that has such members, else one after."""
        if members:
            return self.nearest(tuple(SPEAKS[members].split()), sentence.start)
        first = self.sentences[max(0, sentence.number - reach)].start
        near = [b for b in self.within(first, sentence.start) if courts or b.head not in COURTS]
        return near[-1] if near else None

    def nearest(self, heads: tuple[str, ...], at: int) -> Body | None:
        """The last body with one of these heads before ``at``, else the first after."""
        return last_before(self.with_heads(heads), at)

    def with_heads(self, heads: tuple[str, ...]) -> list[Body]:
        """The bodies with one of these heads."""
        if heads not in self._by_heads:
            self._by_heads[heads] = [b for b in self.bodies if b.head in heads]
        return self._by_heads[heads]

    def name(self, body: Body | None) -> str | None:
        """The fullest name that the text gives a body: the nearest that holds all words of the mention.

        A capitalised mention is short for a longer name only if that came first or is plainly the official one.
        """
        if body is None:
            return None
        proper = self.text[body.start].isupper()
        key = (body.head, body.words, proper)
        if key not in self._fuller:
            alike = [b for b in self.bodies if b.head == body.head and b.words >= body.words]
            first = next(b.start for b in alike if b.words == body.words)
            self._fuller[key] = [
                b
                for b in alike
                if b.words > body.words
                and not _OTHER_BODY & (b.words - body.words)
                and (not proper or b.start < first or b.words & _FULL_NAME)
            ]
        fullest = last_before(self._fuller[key], body.start) or body
        return re.sub(r"^(?:the|The)\s+", "", " ".join(self.text[fullest.start : fullest.end].split()))

    def verb_before(self, sentence: Sentence, at: int) -> re.Match[str] | None:
        """The last verb of deciding that ends before ``at``, at most 110 characters away.

        Of "failed to override" it is the failing.
        """
        found = list(VERB.finditer(self.text, max(sentence.start, at - 110), at))
        found = [
            m
            for m in found
            if not _FAILED_TO.search(self.text, max(0, m.start() - 30), m.start())
            and not (
                m["voted"]
                and m.group().lower() in ("vote", "votes", "voting")
                and not re.search(r"\bto\s+$", self.text[max(0, m.start() - 4) : m.start()])
            )
        ]
        return found[-1] if found else None

    def next_verb(self, sentence: Sentence, at: int) -> re.Match[str] | None:
        """The first verb of deciding after ``at``; of voting only "voted"."""
        for match in VERB.finditer(self.text, at, sentence.end):
            if not (match["voted"] and match.group().lower() != "voted"):
                return match
        return None

    def ahead(self, sentence: Sentence, at: int) -> bool:
        """Whether the words before ``at`` say that it lies ahead or is only thought of."""
        before = self.text[max(sentence.start, at - 60) : at]
        return bool(AHEAD.search(before) or TO_BE.search(before) or _HOPED.search(before))


def _sentences(text: str) -> list[Sentence]:
    ends = (
        m.end()
        for m in _STOP.finditer(text)
        if m.group()[0] == "\n" or not _NO_STOP.search(text, max(0, m.start() - 8), m.start())
    )
    cuts = [0, *ends, len(text)]
    spans = [(k, min(k + _LONGEST, b)) for a, b in pairwise(cuts) if text[a:b].strip() for k in range(a, b, _LONGEST)]
    return [Sentence(a, b, n) for n, (a, b) in enumerate(spans)]
