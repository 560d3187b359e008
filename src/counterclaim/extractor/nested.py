"""Statements in, those that their contents report in turn out.

The network was taught on flat annotation: it reads "the ministry said the operator denied the
report" as one statement. Its content, read once more by itself, gives the second. Contents that
hold a word of reporting are read together, a paragraph each, so that the second reading costs
a fraction of the first.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from counterclaim.records import Span, Spans, Statement, new_statement

Reader = Callable[[str], list[Statement]]
"""A text to its flat statements, their spans over that text."""

DEEPEST = 3
"""Readings within readings: "A said B had told C that D denied it" needs two, hardly anything three."""

_REPORTING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|accord(?:s|ed|ing)?\s+to|wr(?:ite|ites|ote|itten|iting)|"
    r"(?:claim|alleg|den[yi]|accus|insist|promis|demand|warn|admit|report|announc|stat(?:e[sd]|ing)|argu|ask|urg|"
    r"confirm|assert|declar|testif|complain|believ|blam|condemn|vow|pledg|suggest|acknowledg|reject|dismiss|disput|"
    r"conced|threaten|call|maintain|explain|repl[yi]|respond|describ|swear|swore|sworn|hint|indicat|mention|"
    r"recount|recall|shout|apologi|predict|guarantee|refus|declin|contend|quot|tweet|post(?:ed|s)\b|fear)\w*)\b",
    re.IGNORECASE,
)
"""Words by which somebody is reported to say something; a content without any isn't read again."""

_PARTIES = frozenset(["i", "we", "me", "us", "you", "my", "our", "your"])
"""In somebody's own words "I said" adds no second speaker, and "you said" none who can be named."""

_IMPERSONAL = re.compile(r"\b(?:is|are|was|were|be|been|being)\b|ly\b|^according", re.IGNORECASE)
"""Cues that do without a source: "it was reported", "reportedly"."""

_LEAST = 0.6
"""Plain mean of the second reading's probabilities below which it is taken to have found nothing."""

_MARKS = "\"“”‘’' \t\n,"


class _Fragment(NamedTuple):
    """A stretch of the text that is read again, the statement it belongs to, and where it stands in the reading."""

    span: Span
    outer: Statement
    at: int


def with_nested(document_id: str, text: str, flat: Sequence[Statement], read: Reader) -> list[Statement]:
    """``flat`` and the statements within their contents, in text order; ``within`` names the next outer one."""
    known = {statement.id: statement for statement in flat}
    level: Sequence[Statement] = flat
    for _ in range(DEEPEST):
        level = _inner(document_id, text, level, read, known)
        if not level:
            break
        known |= {statement.id: statement for statement in level}
    return sorted(known.values(), key=lambda s: (s.content, s.source, s.cue))


def _inner(
    document_id: str, text: str, outer: Sequence[Statement], read: Reader, known: dict[str, Statement]
) -> list[Statement]:
    """What one more reading of the contents of ``outer`` finds and is not known yet."""
    fragments: list[_Fragment] = []
    parts: list[str] = []
    at = 0
    for statement in outer:
        for span in statement.content:
            start, end = _bare(text, span)
            words = text[start:end]
            if len(words.split()) >= 3 and _REPORTING.search(words):
                fragments.append(_Fragment((start, end), statement, at))
                parts.append(words)
                at += len(words) + 2
    if not fragments:
        return []
    begins = [fragment.at for fragment in fragments]
    made: dict[str, Statement] = {}
    for found in read("\n\n".join(parts)):
        fragment = fragments[bisect_right(begins, found.content[0][0]) - 1]
        inner = _placed(document_id, text, found, fragment)
        if inner is not None and inner.id not in known:
            made.setdefault(inner.id, inner)
    return list(made.values())


def _bare(text: str, span: Span) -> Span:
    """A span without quotation marks around it and "that" before it: to a reading by itself they say nothing."""
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip(_MARKS))
    start += 5 * text.startswith("that ", start)
    return start, max(start, span[1] - (len(words) - len(words.rstrip(_MARKS))))


def _closed(text: str, span: Span) -> Span:
    """A quotation within a quotation with the mark that closes both."""
    start, end = span
    return start, end + (text[start] in "“\"‘'" and text[end : end + 1] in ("”", '"', "’", "'"))


def _placed(document_id: str, text: str, found: Statement, fragment: _Fragment) -> Statement | None:
    """A statement of the second reading at its place in the text; None if it is none of its own.

    It needs a cue, must lie in its fragment, say less than the whole of it, and have another
    speaker than the words around it.
    """
    length = fragment.span[1] - fragment.span[0]
    spans = [span for part in (found.source, found.cue, found.content) for span in part]
    inside = all(fragment.at <= start and end <= fragment.at + length for start, end in spans)
    spoken = found.text.source.lower() not in _PARTIES and (found.source or _IMPERSONAL.search(found.text.cue))
    part = sum(end - start for start, end in found.content) < length
    if not (inside and part and spoken and found.cue and found.confidence >= _LEAST):
        return None
    shift = fragment.span[0] - fragment.at

    def moved(part: Spans) -> Spans:
        return tuple(_closed(text, (start + shift, end + shift)) for start, end in part)

    return new_statement(
        document_id,
        text,
        source=moved(found.source),
        cue=moved(found.cue),
        content=moved(found.content),
        kind=found.kind,
        confidence=round(found.confidence * fragment.outer.confidence, 4),
        within=fragment.outer.id,
    )


def roots(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that stand in no other: what flat annotation can be compared with."""
    return [statement for statement in statements if statement.within is None]
