"""Source phrases and the names of an article in, the name that a phrase is about or who speaks through it out."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.records import Spans, Statement
from counterclaim.resolve import lexicon, roles
from counterclaim.resolve.names import Mention
from counterclaim.resolve.pronouns import Antecedents

_AFTER_A_NAME = lexicon.PREPOSITIONS | {"and", "or", "himself", "herself", "itself", "also", "then", "now", "the", "a"}
"""Lower-case words that can follow a name which is what a phrase is about; before any other word
("two Wall Street investors") the name only describes."""

_QUOTED_BY = re.compile(r"(?:was|were|is|are|has\s+been|been|being)\s+(?:quoted|cited)\b", re.IGNORECASE)
_READ_BY = re.compile(
    r",?\s+(?:and\s+)?(?:then\s+|later\s+)?(?:read|passed\s+on|handed)\s+(?:out\s+|aloud\s+)?by\s+(?:the\s+)?$"
)
_CLAUSE = re.compile(r"[;:—]\s|,?\s+(?:but|and|while|that)\s+(?=[a-z])")


def carried(text: str, antecedents: Antecedents, statement: Statement) -> Spans:
    """Who speaks where the source only carries the words.

    In "Ana Bell was quoted by the agency as saying" that is Ana Bell, in "the letter, signed by Ana Bell and
    read out by Jan Korda, said" the letter.
    """
    if not (statement.source and statement.cue):
        return ()
    cue = statement.cue[0]
    source = statement.source[0]
    opening = antecedents.start_of(antecedents.sentence(source[0]))
    if source[0] < cue[0] and (read := _READ_BY.search(text[opening : source[0]])):
        clause = text[opening : opening + read.start()]
        return ((opening, opening + read.start()),) if roles.head(clause) in lexicon.AUTHORED else ()
    if not (_QUOTED_BY.match(text, *cue) and source[0] >= cue[0]):
        return ()
    start = antecedents.start_of(antecedents.sentence(cue[0]))
    clause = _CLAUSE.split(text[start : cue[0]])[-1]
    return ((cue[0] - len(clause), cue[0]),) if clause.strip() else ()


def talking(text: str, statements: Sequence[Statement]) -> frozenset[int]:
    """Where the sources of statements with a personal verb of speaking begin."""
    return frozenset(
        s.source[0][0]
        for s in statements
        if s.source and s.cue and text[slice(*s.cue[0])].split()[0].lower().strip(",.") in lexicon.SPEAKING
    )


class SourceNames:
    """The names that stand in the source phrases of one text."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._starts = [mention.span[0] for mention in mentions]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The names that lie wholly between two places."""
        first, last = bisect_right(self._starts, start - 1), bisect_right(self._starts, end)
        return [m for m in self._mentions[first:last] if m.span[1] <= end]

    def head(self, start: int, end: int) -> Mention | None:
        """The name that a source phrase is about, if it is about one.

        In "the spokesman for Ana Bell" that is nobody; in "Ana Bell, spokesman for Jo Ray"
        it is the first.
        """
        inside = self.inside(start, end)
        comma = self._text.find(",", start, end)
        stop = comma if comma >= 0 else end
        own = [m for m in inside if m.span[0] < stop and self.heads(m, start, end)]
        last = inside[-1] if inside else None
        described = (
            last
            and stop < last.start + 1
            and last.start < last.span[0]
            and not self._text[last.span[1] : end].strip(" ,")
        )
        if last and described and last.type == "person" and own and own[0].type != "person":
            return last
        if own:
            return own[0]
        for mention in inside:
            if mention.span[0] > stop and not mention.possessive and mention.start <= start + 4:
                return mention
        later = [m for m in inside if m.span[0] > stop and not self._text[stop + 1 : m.start].strip()]
        return later[0] if later and not later[0].possessive else None

    def owner(self, start: int, end: int) -> Mention | None:
        """The one whose name a source phrase is, with an "'s" that belongs to the cue: "Johnson's claim that"."""
        number = bisect_right(self._starts, start - 1)
        if number < len(self._mentions):
            mention = self._mentions[number]
            before = self._text[start : max(start, mention.start)].lower().split()
            after = self._text[mention.span[1] : end]
            if mention.possessive and before in ([], ["the"]) and after.strip() in ("’s", "'s", "’", "'", ""):
                return mention
        return None

    def heads(self, mention: Mention, start: int, end: int) -> bool:
        """Whether a name is what the phrase is about and not a part or an adjective of it."""
        before = self._between_names(start, mention.start)
        if mention.possessive or any(word in lexicon.PREPOSITIONS for word in before):
            return False
        after = re.match(r"\s+([a-z’'\-]+)", self._text[mention.span[1] : end])
        follows = after.group(1) if after else ""
        return not follows or follows in _AFTER_A_NAME or follows.endswith(("ing", "ed"))

    def _between_names(self, start: int, end: int) -> list[str]:
        """The words from ``start`` to ``end`` that belong to no name, unless a preposition stands before the name."""
        words: list[str] = []
        at = start
        for mention in self.inside(start, end):
            words += self._text[at : mention.span[0]].lower().split()
            at = mention.span[1]
        return words + (self._text[at:end].lower().split() if at < end else [])
