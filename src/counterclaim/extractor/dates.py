"""A text and its publication date in, every expression that stands for a day or an interval out.

The grammar finds the phrases and says what they mean; arithmetic is the calendar's. Values are EDTF
(ISO 8601-2): a day ``2019-01-03``, a month ``2019-01``, a year ``2019``, a season ``2019-21``, an interval
``2019-01-01/2019-01-07``. What can't be resolved, such as "on Monday" in a text without a publication
date, is left out rather than guessed.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from counterclaim.records import DateMention
from counterclaim.records.calendar import MONTHS

_DAYS = {
    name: n for n, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
_NUMBERS = {
    name: n
    for n, names in enumerate(
        (
            "zero",
            "one a an",
            "two couple",
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
        )
    )
    for name in names.split()
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_FIXED = {"christmas day": (12, 25), "christmas eve": (12, 24), "new year’s eve": (12, 31), "new year’s day": (1, 1)}

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?!\w)"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d,]*\d|\w)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_LAST = r"(?P<last>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_NAMED_DAY = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+couple\s+of)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_PART = r"(?:\s+(?P<part>morning|afternoon|evening|night))?"
_WHEN = (
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Dd]uring|[Ff]or|of|to|[Tt]hrough|[Bb]etween|and|[Bb]efore|[Aa]fter|"
    r"[Tt]hroughout)\s+"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|going to|due|scheduled|expected|set to|plan(?:s|ned)? to|is to|are to|until|by|ahead of|"
    r"starting|upcoming|deadline|would)\b",
    re.IGNORECASE,
)
_WILL = re.compile(r"\b(?:will|shall|(?:is|are) (?:due|scheduled|expected|set) to)\b", re.IGNORECASE)
_HEAD = 300
"""Characters in which a dateline is looked for."""
_SENTENCE = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘])|\n")


class _Place(NamedTuple):
    """Where an expression stands: in which text, published when, which day was named last, what lies ahead."""

    published: date | None
    named: date | None
    ahead: bool


Meaning = Callable[[re.Match[str], _Place], str | None]


def find_dates(text: str, published: str | None = None) -> list[DateMention]:
    """The date expressions of a text in its order, resolved against the ISO day of publication."""
    day = _written(text, date.fromisoformat(published[:10]) if published else None)
    found: list[DateMention] = []
    named: date | None = None
    for match, meaning in _phrases(text):
        start, end = match.span("phrase")
        sentence = max(
            (m.end() for m in _SENTENCE.finditer(text, max(0, start - 200), start)), default=max(0, start - 200)
        )
        after = _SENTENCE.search(text, end, end + 100)
        ahead = _AHEAD.search(text, sentence, start) or _WILL.search(text, end, after.start() if after else end + 100)
        try:
            value = meaning(match, _Place(day, named, ahead is not None))
        except (ValueError, OverflowError):
            continue  # no such day: "June 31"
        if value is not None:
            found.append(DateMention(span=(start, end), text=text[start:end], value=value))
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                named = date.fromisoformat(value)
    return found


def _written(text: str, published: date | None) -> date | None:
    """The day that "today" is: the dateline's where one stands at most a week before publication, else that."""
    for match in _DATELINE.finditer(text, 0, _HEAD):
        try:
            day = date.fromisoformat(_full(match, _Place(None, None, ahead=False)) or "")
        except ValueError:
            continue
        if published is None or timedelta(0) <= published - day <= timedelta(days=7):
            return day
    return published


def _phrases(text: str) -> Iterator[tuple[re.Match[str], Meaning]]:
    """Matches of the grammar in text order, none overlapping another; earlier rules win."""
    taken = bytearray(len(text))
    chosen = []
    for pattern, meaning in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span("phrase")
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                chosen.append((match, meaning))
    return iter(sorted(chosen, key=lambda item: item[0].start("phrase")))


# Meanings


def _group(match: re.Match[str], name: str) -> str:
    """A part of a phrase in small letters; empty if the phrase has none."""
    return (match.groupdict().get(name) or "").lower()


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower().split()[-1].replace("of", "couple")]


def _interval(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"


def _moved(day: date, unit: str, count: int) -> date:
    """``day`` so many units later; the day of the month is cut to the month's length."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _year_of(month: int, day: int, at: _Place) -> int | None:
    """The year that a day without one falls in: the last such day, or the next if it lies ahead."""
    if at.published is None:
        return at.named.year if at.named else None
    year = at.published.year
    then = date(year, month, min(day, monthrange(year, month)[1]))
    if at.ahead:
        return year if then >= at.published else year + 1
    return year if then <= at.published + timedelta(days=1) else year - 1


def _full(match: re.Match[str], at: _Place) -> str | None:
    month, day = _month(match["month"]), int(match["day"])
    year = int(_group(match, "year") or 0) or _year_of(month, day, at)
    return date(year, month, day).isoformat() if year else None


def _iso(match: re.Match[str], at: _Place) -> str | None:
    return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()


def _range(match: re.Match[str], at: _Place) -> str | None:
    month, first, last = _month(match["month"]), int(match["day"]), int(match["last"])
    year = int(_group(match, "year") or 0) or _year_of(month, last, at)
    return _interval(date(year, month, first), date(year, month, last)) if year and first < last else None


def _month_alone(match: re.Match[str], at: _Place) -> str | None:
    month, which = _month(match["month"]), _group(match, "which")
    year = int(_group(match, "year") or 0) or _year_of(month, 1, at)
    if at.published and which == "last":
        year = at.published.year - (month >= at.published.month)
    elif at.published and which == "next":
        year = at.published.year + (month <= at.published.month)
    if not year:
        return None
    length = monthrange(year, month)[1]
    part = _group(match, "part")
    thirds = {"early": (1, 10), "mid": (11, 20), "late": (21, length), "beginning": (1, 10), "start": (1, 10)}
    thirds |= {"middle": (11, 20), "end": (21, length)}
    if part:
        first, last = thirds[part]
        return _interval(date(year, month, first), date(year, month, last))
    return f"{year}-{month:02}"


def _year(match: re.Match[str], at: _Place) -> str:
    part, year = _group(match, "part"), int(match["year"])
    if part:
        first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        return _interval(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    return str(year)


def _decade(match: re.Match[str], at: _Place) -> str:
    year = int(match["year"])
    return f"{year}/{year + 9}"


def _weekday(match: re.Match[str], at: _Place) -> str | None:
    if at.published is None:
        return None
    wanted, which = _DAYS[_group(match, "weekday")], _group(match, "which")
    back = (at.published.weekday() - wanted) % 7
    if which in ("next", "coming", "this coming") or (at.ahead and which not in ("last", "past")):
        forward = (wanted - at.published.weekday()) % 7
        return (at.published + timedelta(days=forward or 7 * (which != ""))).isoformat()
    return (at.published - timedelta(days=back or 7 * (which in ("last", "past")))).isoformat()


def _near(match: re.Match[str], at: _Place) -> str | None:
    if at.published is None:
        return None
    word = " ".join(match["phrase"].lower().split())
    offset = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2}
    offset |= {"the day after tomorrow": 2}
    first = next((n for key, n in sorted(offset.items(), key=lambda item: -len(item[0])) if word.startswith(key)), 0)
    return (at.published + timedelta(days=first)).isoformat()


def _following(match: re.Match[str], at: _Place) -> str | None:
    anchor = at.named or at.published
    if anchor is None:
        return None
    step = {"next": 1, "following": 1, "previous": -1, "same": 0, "that": 0, "before": -1, "after": 1}[
        _group(match, "which")
    ]
    return (anchor + timedelta(days=step)).isoformat()


def _same(match: re.Match[str], at: _Place) -> str | None:
    return at.named.isoformat() if at.named else None


def _ago(match: re.Match[str], at: _Place) -> str | None:
    """So many units ago or later: days give a day, longer units an interval as wide as the unit."""
    direction = _group(match, "way")
    anchor = at.published if direction in ("ago", "from now") else at.named
    if anchor is None or (direction in ("after", "before") and _group(match, "unit") != "day"):
        return None
    unit, count = _group(match, "unit"), _count(match["count"])
    then = _moved(anchor, unit, count if direction in ("later", "from now", "after") else -count)
    if unit == "day" or (unit == "week" and direction not in ("ago", "earlier")):
        return then.isoformat()
    if unit == "week":
        return _interval(then - timedelta(days=then.weekday()), then + timedelta(days=6 - then.weekday()))
    return then.isoformat()[: 7 if unit == "month" else 4]


def _that(match: re.Match[str], at: _Place) -> str | None:
    """The year or month of the day named last."""
    return at.named.isoformat()[: 7 if _group(match, "unit") == "month" else 4] if at.named else None


def _years(match: re.Match[str], at: _Place) -> str | None:
    first, last = int(match["year"]), int(match["until"])
    return f"{first}/{last}" if first < last else None


def _this(match: re.Match[str], at: _Place) -> str | None:
    """The week, weekend, month or year that is this, the last or the next."""
    if at.published is None:
        return None
    which, unit = _group(match, "which"), _group(match, "unit")
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    day = at.published
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * step)
        return _interval(monday, monday + timedelta(days=6))
    if unit == "weekend":
        saturday = day - timedelta(days=(day.weekday() - 5) % 7)
        if step > 0 or (step == 0 and at.ahead and day.weekday() < 5):
            saturday += timedelta(days=7)
        return _interval(saturday, saturday + timedelta(days=1))
    return _moved(day, unit, step).isoformat()[: 7 if unit == "month" else 4]


def _season(match: re.Match[str], at: _Place) -> str | None:
    season = _SEASONS[_group(match, "season")]
    if _group(match, "year"):
        return f"{match['year']}-{season}"
    if at.published is None:
        return None
    which = _group(match, "which")
    now = 21 + (at.published.month - 3) % 12 // 3
    year = at.published.year - (at.published.month < 3 and now == 24)
    step = 0
    if which == "last":
        step = -1 if season >= now else 0
    elif which == "next":
        step = 1 if season <= now else 0
    return f"{year + step}-{season}"


def _fixed(match: re.Match[str], at: _Place) -> str | None:
    month, day = _FIXED[match["phrase"].lower().replace("'", "’")]
    year = _year_of(month, day, at)
    return date(year, month, day).isoformat() if year else None


def _rule(pattern: str, meaning: Meaning, flags: int = 0) -> tuple[re.Pattern[str], Meaning]:
    return re.compile(pattern, flags), meaning


_DATELINE = re.compile(
    rf"^\s*(?:[A-Z][\w .,'’-]{{0,40}}[,(—–-]\s*)?{_NAMED_DAY}(?:{_MONTH}\s+{_DAY}),?\s+{_YEAR}\W{{0,3}}(?:[—–-]|$)",
    re.MULTILINE,
)
_OR_YEAR = rf"(?:,?\s+(?:of\s+)?{_YEAR})?"
_RULES: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    _rule(r"(?<![\d/-])(?P<phrase>(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d))(?![\d/-])", _iso),
    _rule(rf"\b(?:from\s+)?(?P<phrase>{_MONTH}\s+{_DAY}\s*(?:[-–—]|to|through|and)\s*{_LAST}(?!\w){_OR_YEAR})", _range),
    _rule(rf"\b(?P<phrase>{_DAY}\s*(?:[-–—]|to|and)\s*{_LAST}\s+{_MONTH}{_OR_YEAR})", _range),
    _rule(
        rf"\b(?P<phrase>(?:on\s+)?{_NAMED_DAY}{_MONTH}\s+(?:the\s+)?{_DAY}(?![\d.:]*\d|\w|\s+per\s?cent){_OR_YEAR})",
        _full,
    ),
    _rule(rf"(?<![\d.,:])\b(?P<phrase>(?:on\s+)?{_NAMED_DAY}{_DAY}(?:\s+of)?\s+{_MONTH}{_OR_YEAR})", _full),
    _rule(
        r"\b(?P<phrase>(?:(?P<part>early|mid|late|beginning|start|middle|end)[\s-]+(?:of\s+)?(?:this\s+)?|"
        rf"(?P<which>last|next|this)\s+){_MONTH}{_OR_YEAR})",
        _month_alone,
        re.IGNORECASE,
    ),
    _rule(rf"\b(?P<phrase>{_MONTH},?\s+(?:of\s+)?{_YEAR})", _month_alone),
    _rule(
        rf"{_WHEN}(?P<phrase>{_MONTH})(?!\s+(?:\d|[A-Z]))",
        _month_alone,
    ),
    _rule(
        rf"\b(?P<phrase>{_SEASON}(?:\s+of)?\s+{_YEAR})",
        _season,
        re.IGNORECASE,
    ),
    _rule(
        rf"\b(?P<phrase>(?P<which>last|next|this)\s+{_SEASON})(?!\w)",
        _season,
        re.IGNORECASE,
    ),
    _rule(r"\b(?P<phrase>the\s+(?:(?:early|mid|late)[\s-]+)?(?P<year>(?:1[89]|20)\d0)s)\b", _decade, re.IGNORECASE),
    _rule(
        rf"\b(?P<phrase>(?:from|between)\s+{_YEAR}\s+(?:to|until|and)\s+(?P<until>(?:1[89]|20)\d\d))\b",
        _years,
        re.IGNORECASE,
    ),
    _rule(
        rf"{_WHEN}(?P<phrase>(?:(?P<part>early|mid|late)[\s-]+)?{_YEAR})(?!\s+(?:people|men|women|troops|cases|homes|dead|votes))",
        _year,
        re.IGNORECASE,
    ),
    _rule(rf"\((?P<phrase>{_YEAR})\)", _year),
    _rule(r"\b(?P<phrase>that (?:same )?(?:day|date))\b", _same, re.IGNORECASE),
    _rule(r"\b(?P<phrase>(?:(?:earlier|later)\s+)?that\s+(?P<unit>month|year))\b", _that, re.IGNORECASE),
    _rule(r"\b(?P<phrase>the day before yesterday|the day after tomorrow)\b", _near, re.IGNORECASE),
    _rule(
        r"\b(?P<phrase>yesterday|today|tonight|tomorrow)(?:[’']s)?\b",
        _near,
        re.IGNORECASE,
    ),
    _rule(
        r"\b(?P<phrase>this (?:morning|afternoon|evening)|last night|later today|earlier today)\b", _near, re.IGNORECASE
    ),
    _rule(
        r"\b(?P<phrase>the (?P<which>next|following|previous|same) (?:day|morning|afternoon|evening|night))\b",
        _following,
        re.IGNORECASE,
    ),
    _rule(r"\b(?P<phrase>the day (?P<which>before|after))(?=[.,;!?]|\s+(?:and|but)\b|$)", _following, re.IGNORECASE),
    _rule(
        rf"\b(?P<phrase>{_COUNT}\s+{_UNIT}\s+(?P<way>ago|later|earlier|from now|after|before))\b",
        _ago,
        re.IGNORECASE,
    ),
    _rule(
        r"\b(?P<phrase>(?:(?:earlier|later)\s+)?(?:the\s+)?(?P<which>this|last|next|past|previous|coming)\s+"
        r"(?P<unit>week|weekend|month|year))\b",
        _this,
        re.IGNORECASE,
    ),
    _rule(r"\b(?P<phrase>(?:over|at)\s+(?P<which>the)\s+(?P<unit>weekend))\b", _this, re.IGNORECASE),
    _rule(r"\b(?P<phrase>Christmas (?:Day|Eve)|New Year[’']s (?:Day|Eve))\b", _fixed, re.IGNORECASE),
    _rule(
        r"\b(?P<phrase>(?:[Oo]n\s+)?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Tt]his coming)\s+)?"
        rf"{_WEEKDAY}{_PART})\b",
        _weekday,
    ),
)
