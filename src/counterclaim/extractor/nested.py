"""Statements in, those that their contents report in turn out.

The network was taught on flat annotation: it reads "the ministry said the operator denied the
report" as one statement. Its content, read once more by itself, gives the second. The
sentences of contents that hold a word of reporting are read together, a paragraph each, so that
the second reading costs a fraction of the first.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
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

_ASKED = re.compile(r"\b(?:will|would|could|can|did|does|do|should|may|let)\s+$", re.IGNORECASE)
"""Before a subject these make a question or a wish of it: "Will the minister tell us"."""

_PLAIN = frozenset(["say", "tell", "ask", "call", "report", "state", "confirm", "explain", "deny", "admit", "promise"])

_SHORTEST = 12
"""Characters below which a stretch can hold no source, cue and content."""

_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘])|\n+")

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
        level = [inner for inner in _inner(document_id, text, level, read) if inner.id not in known]
        known |= {statement.id: statement for statement in level}
        if not level:
            break
    return sorted(known.values(), key=lambda s: (s.content, s.source, s.cue))


def _inner(document_id: str, text: str, outer: Sequence[Statement], read: Reader) -> list[Statement]:
    """What one more reading of the contents of ``outer`` finds."""
    fragments: list[_Fragment] = []
    parts: list[str] = []
    at = 0
    for statement in outer:
        for span in statement.content:
            for start, end in _telling(text, _bare(text, span)):
                fragments.append(_Fragment((start, end), statement, at))
                parts.append(text[start:end])
                at += end - start + 2
    if not fragments:
        return []
    begins = [fragment.at for fragment in fragments]
    made = []
    for found in read("\n\n".join(parts)):
        fragment = fragments[bisect_right(begins, found.content[0][0]) - 1]
        if _counts(found, fragment):
            source, cue, content = (
                _moved(text, part, fragment.span[0] - fragment.at) for part in (found.source, found.cue, found.content)
            )
            if source and (_ASKED.search(text[max(0, source[0][0] - 12) : source[0][0]]) or _called(text, source, cue)):
                continue
            made.append(
                new_statement(
                    document_id,
                    text,
                    source=source,
                    cue=cue,
                    content=content,
                    kind=found.kind,
                    confidence=round(found.confidence * fragment.outer.confidence, 4),
                    within=fragment.outer.id,
                )
            )
    return made


def _counts(found: Statement, fragment: _Fragment) -> bool:
    """Whether a statement of the second reading is one of its own.

    It lies in its fragment and says less than the whole of it, is somebody else's or impersonal,
    and is no order: what somebody is to say isn't said.
    """
    length = fragment.span[1] - fragment.span[0]
    spans = [span for part in (found.source, found.cue, found.content) for span in part]
    inside = all(fragment.at <= start and end <= fragment.at + length for start, end in spans)
    part = sum(end - start for start, end in found.content) < length
    cue = found.text.cue.lower()
    named = found.text.source.lower() not in _PARTIES and (found.source or _IMPERSONAL.search(cue))
    return bool(inside and part and cue and named and not cue.startswith("to ") and found.confidence >= _LEAST)


def _called(text: str, source: Spans, cue: Spans) -> bool:
    """Whether a source is spoken to and not of: "Kestrel, say your position"."""
    end = source[-1][1]
    comma = text[end - 1] == "," or text[end : cue[0][0]].strip() == ","
    return comma and text[slice(*source[0])].count(",") <= 1 and text[slice(*cue[0])].lower() in _PLAIN


def _moved(text: str, spans: Spans, shift: int) -> Spans:
    return tuple(_closed(text, (start + shift, end + shift)) for start, end in spans)


def _telling(text: str, span: Span) -> Iterator[Span]:
    """The stretches of a content whose sentences each hold a word of reporting; the others needn't be read again."""
    start, end = span
    begin: int | None = None
    at = start
    for stop in [*(match.end() for match in _SENTENCE_END.finditer(text, start, end)), end]:
        if _REPORTING.search(text, at, stop):
            begin = at if begin is None else begin
        elif begin is not None:
            yield begin, begin + len(text[begin:at].rstrip())
            begin = None
        at = stop
    if begin is not None and end - begin >= _SHORTEST:
        yield begin, end


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
