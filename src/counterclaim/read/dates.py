"""A few words or lines in, the day that they plainly state out; anything less than plain is none.

Only dates with day, month and year are taken. 4/5/2024 is two days, depending on who wrote
it, and so is none.
"""

import re
from collections.abc import Iterator
from datetime import date

from counterclaim.records.calendar import MONTHS

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?<![\d.,/-])\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}", re.IGNORECASE),
    re.compile(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d/-])"),
    re.compile(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)/(?P<day>\d\d)(?![\d/-])"),
)

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
_CLOCK = r"T?\d{1,2}[:.]\d\d(?::\d\d)?(?:\.\d+)?Z?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\bnoon\b|\bmidnight\b"
_ZONE = r"\b(?:gmt|utc|bst|cet|cest|e[sd]?t|c[sd]t|m[sd]t|p[sd]t|ist|aest|aedt|z)\b|[+-]\d\d:?\d\d"
_LABEL = r"\b(?:first\s+)?(?:published|posted|issued|dated|date|created|released)\b(?:\s*(?:on|at|:))*|\b(?:on|at)\b"
_UPDATED = re.compile(r"\b(?:last\s+)?(?:updated|modified|edited|corrected|retrieved|accessed)\b", re.IGNORECASE)
_AROUND = re.compile(rf"{_WEEKDAY}|{_CLOCK}|{_ZONE}|{_LABEL}|[\s,.;:|·•–—()\[\]/-]+", re.IGNORECASE)
_BYLINE = re.compile(r"^\s*by\s+[^\d.!?]{2,60}$", re.IGNORECASE)
_PLACE = re.compile(r"^[A-Z][A-Z .,'’-]{2,40},?\s*$")
_DASH = re.compile(r"^\s*(?:\([^()]{2,30}\)\s*)?[–—-]{1,2}\s")
_LABELLED = re.compile(r"^\s*(?:first\s+)?(?:published|posted|issued|released)\b(?:\s*(?:on|at|:))*\s*$", re.IGNORECASE)
_NAMED = re.compile(
    r"^(?!(?:On|In|By|Since|Until|Before|After|From)\b)[A-Z][\w.’'-]*(?: (?:of|the|[A-Z][\w.’'-]*)){0,5}, ?$"
)
_STOP = re.compile(rf"^(?:,?\s*(?:{_CLOCK}))*\s*(?:\.(?:\s|$)|$)", re.IGNORECASE)
_LINES = 8
_LINE_LENGTH = 120


def iso_day(value: str) -> str | None:
    """The day of an ISO 8601 date or time; None if ``value`` is not one."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])(?:$|[T ]\d\d)", value.strip())
    return _day(*match.groups()) if match else None


def days_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and ISO day of every full date in ``text``, form by form."""
    for form in _FORMS:
        for match in form.finditer(text):
            day = _day(match["year"], match["month"], match["day"])
            if day:
                yield match.start(), match.end(), day


def stated_day(text: str) -> str | None:
    """The first day that a value made for the purpose (a meta tag, a byline) gives, in any form."""
    found = sorted(days_in(text))
    return iso_day(text) or (found[0][2] if found else None)


def dateline(text: str) -> str | None:
    """The day on which ``text`` says at its head that it was published; None if it does not.

    A line counts that holds a date and nothing else but a weekday, a clock time, a label
    ("Published") or a byline; that begins with such a label and the date; that begins with a
    name in capitals or capital letters, a comma and the date, and stops there ("Geneva, 4 May
    2024. By our reporter"); or that has a place in capitals and a date before a dash ("GENEVA,
    4 May 2024 - "). A date inside a sentence never counts, nor does one that is called an
    update.
    """
    lines = [line.strip() for line in text[: _LINES * 2000].splitlines()]
    for line in [line for line in lines if line][:_LINES]:
        for start, end, day in sorted(days_in(line[:_LINE_LENGTH])):
            before, after = line[:start], line[end:]
            if _PLACE.match(_AROUND_WEEKDAY.sub("", before)) and _DASH.match(after):
                return day
            if _LABELLED.search(before) or (_NAMED.match(_AROUND_WEEKDAY.sub("", before)) and _STOP.match(after)):
                return day
            if len(line) <= _LINE_LENGTH and not _UPDATED.search(before) and _is_bare(before, after):
                return day
    return None


_AROUND_WEEKDAY = re.compile(rf"\b{_WEEKDAY}\s*$", re.IGNORECASE)


def _is_bare(before: str, after: str) -> bool:
    after = _UPDATED.split(after)[0]
    rest = [_AROUND.sub(" ", part).strip() for part in (before, after)]
    return all(not part or _BYLINE.match(part) for part in rest)


def _day(year: str, month: str, day: str) -> str | None:
    number = MONTHS.get(month.lower()) or int(month)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
