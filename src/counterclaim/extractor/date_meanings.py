"""A phrase matched by the date grammar and where it stands in, the EDTF value that it means out.

Arithmetic is the calendar's. A phrase that can't be resolved where it stands gives None.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

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

_HABIT = re.compile(r"\s+(?:prayers?|sermons?|worship|mass\b|markets?|school|(?:nights?\s+)?(?:out|off)\b)")


class Place(NamedTuple):
    """Where an expression stands: the day of publication, the day and the year named last, and what lies ahead.

    ``would`` tells of a clause with "would" in it: for a month without a year the nearest is then meant.
    """

    published: date | None
    named: date | None
    ahead: bool
    year: int | None = None
    would: bool = False


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


def _year_of(month: int, day: int, at: Place) -> int | None:
    """The year that a day without one falls in: the last such day, or the next if it lies ahead."""
    if at.published is None:
        return at.named.year if at.named else None
    year = at.published.year
    then = date(year, month, min(day, monthrange(year, month)[1]))
    if at.ahead or (at.would and timedelta(0) < then - at.published < timedelta(days=183)):
        return year if then >= at.published else year + 1
    return year if then <= at.published + timedelta(days=1) else year - 1


def full_date(match: re.Match[str], at: Place) -> str | None:
    """A day with its month; the year is the nearest that fits where none is given."""
    month, day = _month(match["month"]), int(match["day"])
    year = int(_group(match, "year") or 0) or _year_of(month, day, at)
    return date(year, month, day).isoformat() if year else None


def iso_date(match: re.Match[str], at: Place) -> str | None:
    """A day written as 2019-01-03."""
    return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()


def day_range(match: re.Match[str], at: Place) -> str | None:
    """Several days of one month: "May 3 to 7"."""
    month, first, last = _month(match["month"]), int(match["day"]), int(match["last"])
    year = int(_group(match, "year") or 0) or _year_of(month, last, at)
    return _interval(date(year, month, first), date(year, month, last)) if year and first < last else None


def of_year(match: re.Match[str], at: Place) -> str | None:
    """A month, or the end or beginning, of this, the last or the next year."""
    if at.published is None:
        return None
    year = at.published.year + {"last": -1, "next": 1}.get(_group(match, "rel"), 0)
    if not _group(match, "month"):
        return f"{year}-{'12' if _group(match, 'part') == 'end' else '01'}"
    month = _month(match["month"])
    return date(year, month, int(match["day"])).isoformat() if _group(match, "day") else f"{year}-{month:02}"


def month_alone(match: re.Match[str], at: Place) -> str | None:
    """A month, or its first, middle or last third."""
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


def year(match: re.Match[str], at: Place) -> str:
    """A year, or a third of it."""
    part, year = _group(match, "part"), int(match["year"])
    if part:
        first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part]
        return _interval(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    return str(year)


def decade(match: re.Match[str], at: Place) -> str:
    """Ten years: "the 1990s"."""
    year = int(match["year"])
    return f"{year}/{year + 9}"


def weekday(match: re.Match[str], at: Place) -> str | None:
    """A day of the week: the last such day, or the next where it lies ahead."""
    if at.published is None or _names_a_thing(match):
        return None
    wanted, which = _DAYS[_group(match, "weekday")], _group(match, "which")
    back = (at.published.weekday() - wanted) % 7
    if which in ("next", "coming", "this coming") or (at.ahead and which not in ("last", "past")):
        forward = (wanted - at.published.weekday()) % 7
        return (at.published + timedelta(days=forward or 7 * (which != ""))).isoformat()
    return (at.published - timedelta(days=back or 7 * (which in ("last", "past")))).isoformat()


def _names_a_thing(match: re.Match[str]) -> bool:
    """Whether a weekday is part of a name ("the Sunday Courier") or of a habit ("Friday prayers")."""
    behind = match.string[match.end("phrase") :][:20]
    the = re.search(r"\b[Tt]he\s$", match.string[max(0, match.start("phrase") - 4) : match.start("phrase")])
    return (the and re.match(r"\s[A-Z][a-z]", behind)) is not None or _HABIT.match(behind) is not None


def near(match: re.Match[str], at: Place) -> str | None:
    """Yesterday, today, tomorrow and their kin."""
    if at.published is None:
        return None
    word = " ".join(match["phrase"].lower().split())
    offset = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2}
    offset |= {"the day after tomorrow": 2}
    first = next((n for key, n in sorted(offset.items(), key=lambda item: -len(item[0])) if word.startswith(key)), 0)
    return (at.published + timedelta(days=first)).isoformat()


def following(match: re.Match[str], at: Place) -> str | None:
    """The day after or before the one named last."""
    anchor = at.named or at.published
    if anchor is None:
        return None
    step = {"next": 1, "following": 1, "previous": -1, "same": 0, "that": 0, "before": -1, "after": 1}[
        _group(match, "which")
    ]
    return (anchor + timedelta(days=step)).isoformat()


def same(match: re.Match[str], at: Place) -> str | None:
    """The day named last."""
    return at.named.isoformat() if at.named else None


def ago(match: re.Match[str], at: Place) -> str | None:
    """So many units ago or later: days give a day, longer units an interval as wide as the unit."""
    direction = _group(match, "way")
    if at.year and direction in ("later", "earlier", "after", "before") and _group(match, "unit") == "year":
        return str(at.year + _count(match["count"]) * (1 if direction in ("later", "after") else -1))
    if direction in ("after", "before") and (event := _after_an_event(match, at)) is not None:
        return event or None
    anchor = at.published if direction in ("ago", "from now") else at.named
    if anchor is None or (direction in ("after", "before") and _group(match, "unit") != "day"):
        return None
    unit, count = _group(match, "unit"), _count(match["count"])
    if unit == "fortnight":
        return (
            anchor + timedelta(days=14 * count * (1 if direction in ("later", "from now", "after") else -1))
        ).isoformat()
    then = _moved(anchor, unit, count if direction in ("later", "from now", "after") else -count)
    if unit == "day" or (unit == "week" and (count == 1 or direction not in ("ago", "earlier"))):
        return then.isoformat()
    if unit == "week":
        return _interval(then - timedelta(days=then.weekday()), then + timedelta(days=6 - then.weekday()))
    return then.isoformat()[: 7 if unit == "month" else 4]


def ago_to_the_day(match: re.Match[str], at: Place) -> str | None:
    """So many units before a day near by: "ten years ago tomorrow"."""
    if at.published is None:
        return None
    day = at.published + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(_group(match, "near"), 0))
    return _moved(day, _group(match, "unit"), -_count(match["count"])).isoformat()


def _after_an_event(match: re.Match[str], at: Place) -> str | None:
    """The day that "two days after the ruling" says again; "" where it can't be told, None where no event follows.

    Behind a comma or dash it is the day just named; what "comes two days after" is of the day of writing.
    """
    if not re.match(r"\s+\w", match.string[match.end("phrase") :][:3]):
        return None
    before = match.string[max(0, match.start("phrase") - 12) : match.start("phrase")]
    if at.named and re.search(r"[,—–(-]\s*(?:just\s+|only\s+)?$", before):
        return at.named.isoformat()
    if at.published and re.search(r"\bcomes\s+(?:just\s+)?$", before):
        return at.published.isoformat()
    return ""


def that(match: re.Match[str], at: Place) -> str | None:
    """The year or month of the day named last."""
    unit = _group(match, "unit")
    if at.year and unit == "year":
        return str(at.year)
    return at.named.isoformat()[: 7 if unit == "month" else 4] if at.named else None


def years(match: re.Match[str], at: Place) -> str | None:
    """From one year to another."""
    first, last = int(match["year"]), int(match["until"])
    return f"{first}/{last}" if first < last else None


def this(match: re.Match[str], at: Place) -> str | None:
    """The week, weekend, month or year that is this, the last or the next."""
    if at.published is None:
        return None
    which, unit = _group(match, "which"), _group(match, "unit")
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
    day = at.published
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * step)
        if step == 0 and _group(match, "phrase").startswith("earlier") and day > monday:
            return _interval(monday, day - timedelta(days=1))
        return _interval(monday, monday + timedelta(days=6))
    if unit == "weekend":
        saturday = day - timedelta(days=(day.weekday() - 5) % 7)
        if step > 0 or (step == 0 and at.ahead and day.weekday() < 5):
            saturday += timedelta(days=7)
        return _interval(saturday, saturday + timedelta(days=1))
    return _moved(day, unit, step).isoformat()[: 7 if unit == "month" else 4]


def season(match: re.Match[str], at: Place) -> str | None:
    """A season of the year in the northern half of the world."""
    season = _SEASONS[_group(match, "season")]
    if match["season"][0].isupper() and " of " in match["phrase"]:
        return None  # mostly a title
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


def day_alone(match: re.Match[str], at: Place) -> str | None:
    """A day without its month, "the 14th": of the month named last, or the last such day."""
    day = int(match["day"])
    if at.named is not None:
        return at.named.replace(day=day).isoformat()
    if at.published is None:
        return None
    month = at.published if day <= at.published.day or at.ahead else _moved(at.published.replace(day=1), "month", -1)
    return month.replace(day=day).isoformat()


def fixed(match: re.Match[str], at: Place) -> str | None:
    """A feast with a fixed day."""
    month, day = _FIXED[re.sub(r"years?[’']?s?\b", "year’s", match["phrase"].lower())]
    year = _year_of(month, day, at)
    return date(year, month, day).isoformat() if year else None
