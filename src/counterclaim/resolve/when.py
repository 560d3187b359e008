"""A statement and the dates of its article in, the day on which it was said out; and dates as the speaker meant them.

Only a day that stands with the cue counts: "said on Thursday", "On Thursday, the mayor said". A day
inside the content is what is spoken of. Where two days compete, or none is there, it is left open.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from counterclaim.records import DateMention, Statement

_REACH = 40
"""Characters between the cue or source and the day."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BREAK = re.compile(r"[.!?;][”\"’')]*\s|\n")


def said_on(text: str, statement: Statement, dates: Sequence[DateMention]) -> str | None:
    """The ISO day of speaking, or None; ``dates`` are in text order."""
    told = sorted((*statement.source, *statement.cue))
    if not statement.cue:
        return None
    start, end = told[0][0], told[-1][1]
    days = set()
    first = bisect_left(dates, start - _REACH - 40, key=lambda mention: mention.span[0])
    for mention in dates[first:]:
        a, b = mention.span
        if a > end + _REACH:
            break
        if not _DAY.fullmatch(mention.value) or any(c < b and a < d for c, d in statement.content):
            continue
        gap = text[b:start] if b <= start else text[end:a] if a >= end else ""
        if len(gap) <= _REACH and not _BREAK.search(gap) and not _crosses(statement, (a, b), (start, end)):
            days.add(mention.value)
    return days.pop() if len(days) == 1 else None


def _crosses(statement: Statement, day: tuple[int, int], told: tuple[int, int]) -> bool:
    """Whether content stands between the day and the words of telling: then the day is part of another clause."""
    low, high = (day[1], told[0]) if day[1] <= told[0] else (told[1], day[0])
    return any(low <= start and end <= high for start, end in statement.content)


_FROM_NOW = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def as_spoken(dates: Sequence[DateMention], statements: Sequence[Statement]) -> tuple[DateMention, ...]:
    """The dates with "yesterday" and its kin in somebody's quoted words counted from the day of speaking.

    ``statements`` have their days of speaking; where that day is open the mention stays as it is.
    """
    quoted = sorted((piece, s.said_on) for s in statements if s.said_on and s.kind == "direct" for piece in s.content)
    out = []
    for mention in dates:
        offset = _FROM_NOW.get(" ".join(mention.text.lower().split()))
        place = bisect_left(quoted, mention.span[0] + 1, key=lambda item: item[0][0]) - 1
        if offset is not None and place >= 0 and mention.span[1] <= quoted[place][0][1]:
            day = date.fromisoformat(str(quoted[place][1])) + timedelta(days=offset)
            mention = msgspec.structs.replace(mention, value=day.isoformat())
        out.append(mention)
    return tuple(out)
