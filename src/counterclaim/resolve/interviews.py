"""Statements of a text and its parties in, who asks and who answers in an interview set out in turns out."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.records import Statement
from counterclaim.resolve import roles
from counterclaim.resolve.people import Directory, Party

ANSWER = frozenset(["a", "answer"])
QUESTION = frozenset(["q", "question"])
_MARKS = frozenset([":", "."])
_ASKERS = frozenset(
    ["journalist", "reporter", "correspondent", "editor", "host", "presenter", "anchor", "columnist", "interviewer"]
)
_ASKS = re.compile(
    r"\s+(?:(?:has|have)\s+)?(?:interview(?:s|ed)|ask(?:s|ed)|sat\s+down\s+with|sits\s+down\s+with|caught\s+up\s+with|"
    r"met\s+with|visit(?:s|ed))\b",
    re.IGNORECASE,
)
"""Verbs whose subject, beside an interview, asks the questions."""
_PUT = re.compile(r"^(?=[^\n]*\byour?s?\b)[^\n“”\"]{4,400}\?[ \t]*\n\s*", re.MULTILINE | re.IGNORECASE)
"""A paragraph that is one question to somebody, as printed between the answers of an interview."""


def label_starts(text: str, statements: Sequence[Statement]) -> frozenset[int]:
    """Where the labels of a transcript begin: sources that open a line and end with a colon or a stop."""
    return frozenset(
        s.source[0][0]
        for s in statements
        if s.source
        and s.cue
        and text[slice(*s.cue[0])].strip() in _MARKS
        and not text[text.rfind("\n", 0, s.source[0][0]) + 1 : s.source[0][0]].strip()
    )


class Interview:
    """Who answers where turns are labelled by letters; nobody if the text has no such turns."""

    def __init__(
        self, text: str, statements: Sequence[Statement], labels: frozenset[int], directory: Directory
    ) -> None:
        self._labels = labels
        self._text = text
        self._directory = directory
        turns = [s for s in statements if s.source and s.source[0][0] in labels]
        asked = [s for s in turns if self.is_question(*s.source[0])]
        answered = [s for s in turns if self.is_answer(*s.source[0])]
        self.guest = self._guest(asked[0], answered[0]) if asked and answered else None
        self._put = [match.span() for match in _PUT.finditer(text)]

    def replying(self, at: int) -> Party | None:
        """Who says "I" right after an unlabelled question: the only person named before the first."""
        number = bisect_right(self._put, at, key=lambda span: span[1]) - 1
        if number < 0 or "\n" in self._text[self._put[number][1] : at]:
            return None
        first = self._put[0][0]
        named = [self._directory.party(m) for m in self._directory.mentions if m.span[0] < first and not m.after_the]
        people = {p.name: p for p in named if p.type == "person" and " " in p.name}
        known = [p for p in people.values() if p.known_person] or list(people.values())
        return known[0] if len(known) == 1 else None

    def is_answer(self, start: int, end: int) -> bool:
        """Whether the source from ``start`` to ``end`` is the label of an answer."""
        return start in self._labels and self._text[start:end].strip(" .:").lower() in ANSWER

    def is_question(self, start: int, end: int) -> bool:
        """Whether the source from ``start`` to ``end`` is the label of a question."""
        return start in self._labels and self._text[start:end].strip(" .:").lower() in QUESTION

    def _guest(self, asked: Statement, answered: Statement) -> Party | None:
        """Whom the introduction is about, else who is addressed by name in the first question."""
        first = asked.source[0][0]
        return self._most_named(0, first) or self._most_named(first, max(answered.source[0][0], first))

    def _most_named(self, start: int, end: int) -> Party | None:
        """The person named most often in a part of the text, the first of equals, who isn't the one that asks."""
        count: dict[str, int] = {}
        parties: dict[str, Party] = {}
        for mention in self._directory.mentions:
            party = self._directory.party(mention)
            asks = roles.head(party.role or "") in _ASKERS or _ASKS.match(self._text, mention.span[1])
            if start <= mention.span[0] < end and party.type == "person" and party.known_person and not asks:
                count[party.name] = count.get(party.name, 0) + 1
                parties[party.name] = party
        return parties[max(count, key=lambda name: count[name])] if count else None
