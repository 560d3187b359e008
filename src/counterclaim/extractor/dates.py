"""A text and its publication date in, every expression that stands for a day or an interval out.

The grammar finds the phrases and says what they mean; arithmetic is the calendar's. Values are EDTF
(ISO 8601-2): a day ``2019-01-03``, a month ``2019-01``, a year ``2019``, a season ``2019-21``, an interval
``2019-01-01/2019-01-07``. What can't be resolved, such as "on Monday" in a text without a publication
date, is left out rather than guessed.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from counterclaim.extractor.date_grammar import DATELINE, RULES, Meaning
from counterclaim.extractor.date_meanings import Place, full_date
from counterclaim.records import DateMention

_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|going to|due|scheduled|expected|set (?:to|for|down for)|listed for|"
    r"plan(?:s|ned|ning)? (?:to|for)|is to|are to|ahead of|means? to|hopes? to|wants? to|intends? to|aims? to|"
    r"(?:vow|promis|pledg|agre)(?:es?|s|ed) to|"
    r"until|till|anticipated|likely to|starting|upcoming|deadline|no later than|from next)\b",
    re.IGNORECASE,
)
_TIMETABLE = re.compile(
    r"\b(?:runs?|opens?|begins?|starts?|closes|ends|meets?|takes\s+place|falls|expires?|arrives?|resumes?|returns?)\s+"
    r"(?:again\s+|here\s+)?(?:on\s+|from\s+|in\s+|until\s+)?$"
)
"""A present tense that tells of what is to come."""
_BY = re.compile(r"\b(?:by|through)\s*$", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|shall|(?:is|are) (?:due|scheduled|expected|set) to)\b", re.IGNORECASE)
_WAS_TO = re.compile(r"\b(?:was|were) to\b")
"""Seen from the day that is told of, not from that of publication."""
_TOLD = re.compile(r"\b(?:said|says|told|was|were|has|had|did|rose|fell|\w{3,}ed)\b")
"""A past verb between a day and "will": the day is that of telling."""
_TOLD_THEN = re.compile(
    r"\b(?:said|told|announced|wrote|tweeted|added|confirmed)(?:\s+(?:reporters|journalists|a\s+\w+))?\s+$"
)
"""Directly before a day: that of telling, whatever the quoted words say of the future."""
_CLAUSE = re.compile(r"[;:—]\s|,?\s(?:and|but|while|after|when|because|although|where)\s")
"""Where a clause ends: what lies ahead in one is no sign for a day in the next."""
_FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r",?\s+(?:to|until|till|and|through)\s+", re.IGNORECASE)
_HEAD = 300
"""Characters in which a dateline is looked for."""
_SENTENCE = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘])|\n")


def find_dates(text: str, published: str | None = None) -> list[DateMention]:
    """The date expressions of a text in its order, resolved against the ISO day of publication."""
    day = _written(text, date.fromisoformat(published[:10]) if published else None)
    found: list[DateMention] = []
    named: date | None = None
    year: int | None = None
    for match, meaning in _phrases(text):
        start, end = match.span("phrase")
        sentence = max(
            (m.end() for m in _SENTENCE.finditer(text, max(0, start - 200), start)), default=max(0, start - 200)
        )
        ahead = _lies_ahead(text, sentence, start, end)
        try:
            value = meaning(match, Place(day, named, ahead, year, "would" in text[sentence:start]))
        except (ValueError, OverflowError):
            continue  # no such day: "June 31"
        if value is not None:
            found.append(DateMention(span=(start, end), text=text[start:end], value=value))
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                named, year = date.fromisoformat(value), None
            elif re.match(r"\d{4}(?:-\d\d)?$", value):
                year = int(value[:4])
    return _joined(text, found)


def _joined(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """The mentions with "from A to B" and "between A and B" as one interval each."""
    out: list[DateMention] = []
    for mention in mentions:
        first = out[-1] if out else None
        if first and _makes_interval(text, first, mention):
            start = max(0, first.span[0] - 10)
            opening = _FROM.search(text[start : first.span[0]])
            span = (start + opening.start() if opening else first.span[0], mention.span[1])
            out[-1] = DateMention(span=span, text=text[span[0] : span[1]], value=f"{first.value}/{mention.value}")
        else:
            out.append(mention)
    return out


def _makes_interval(text: str, first: DateMention, last: DateMention) -> bool:
    """Whether two mentions of one precision are the ends of an interval by the words around them."""
    if len(first.value) != len(last.value) or "/" in first.value or not first.value < last.value:
        return False
    opening = _FROM.search(text[max(0, first.span[0] - 10) : first.span[0]])
    return opening is not None and _UNTIL.fullmatch(text, first.span[1], last.span[0]) is not None


def _lies_ahead(text: str, sentence: int, start: int, end: int) -> bool:
    """Whether the clause around ``text[start:end]`` speaks of what is to come."""
    before = text[sentence:start]
    behind = text[end : end + 100]
    clauses = list(_CLAUSE.finditer(before))
    if clauses and len(before[clauses[-1].end() :].split()) > 2:
        before = before[clauses[-1].end() :]
    if stop := _SENTENCE.search(behind) or _CLAUSE.search(behind):
        behind = behind[: stop.start()]
    if stop := _CLAUSE.search(behind):
        behind = behind[: stop.start()]
    if _WAS_TO.search(before) or _TOLD_THEN.search(before):
        return False
    will = _WILL.search(behind)
    if (
        _TIMETABLE.search(before)
        or _AHEAD.search(before)
        or (_BY.search(before) and ("would" in before or not _TOLD.search(before)))
    ):
        return True
    return will is not None and not _TOLD.search(behind, 0, will.start())


def _written(text: str, published: date | None) -> date | None:
    """The day that "today" is: the dateline's where one stands at most a week before publication, else that."""
    for match in DATELINE.finditer(text, 0, _HEAD):
        try:
            day = date.fromisoformat(full_date(match, Place(None, None, ahead=False)) or "")
        except ValueError:
            continue
        if published is None or timedelta(0) <= published - day <= timedelta(days=7):
            return day
    return published


def _phrases(text: str) -> Iterator[tuple[re.Match[str], Meaning]]:
    """Matches of the grammar in text order, none overlapping another; earlier rules win."""
    taken = bytearray(len(text))
    chosen = []
    for pattern, meaning in RULES:
        for match in pattern.finditer(text):
            start, end = match.span("phrase")
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                chosen.append((match, meaning))
    return iter(sorted(chosen, key=lambda item: item[0].start("phrase")))
