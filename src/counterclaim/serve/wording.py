"""Values of records in, the plain English that a page shows out."""

import calendar
import math
from datetime import date, datetime

from counterclaim.link.corroboration import LeftOut
from counterclaim.records import Act, Kind, PublishedFrom, SpeakerType
from counterclaim.records.judgement import Judgement
from counterclaim.records.links import ClaimState, FigureSeries, OriginKind, SeriesRelation, SeriesRule, Stance

ACT_LABELS: dict[Act | None, str] = {
    "asserts": "asserts",
    "denies": "denies",
    "accuses": "accuses",
    "admits": "admits",
    "demands": "demands",
    "promises": "promises",
    "warns": "warns",
    "believes": "believes",
    "declines": "declines to comment",
    "asks": "asks",
    None: "not classified",
}
"""In the order of the vocabulary; what was not classified comes last."""

ACT_MEANINGS: dict[Act | None, str] = {
    "asserts": "presents something as true",
    "denies": "rejects a truth or an allegation",
    "accuses": "puts wrongdoing on somebody else",
    "admits": "concedes something against the own side",
    "demands": "asks somebody to act",
    "promises": "commits the own side to act",
    "warns": "announces a danger or a threat",
    "believes": "gives a thought, hope, feeling, wish or evaluation",
    "declines": "refuses to comment",
    "asks": "puts a question",
    None: "what was done by saying it has not been worked out",
}

KIND_LABELS: dict[Kind, str] = {
    "direct": "quoted",
    "mixed": "partly quoted",
    "indirect": "reported",
}
"""In the order in which the chart stacks them."""

KIND_MEANINGS: dict[Kind, str] = {
    "direct": "word for word",
    "mixed": "partly in quotation marks",
    "indirect": "in the reporter’s words",
}

SPEAKER_TYPE_LABELS: dict[SpeakerType, str] = {
    "person": "person",
    "organisation": "organisation",
    "group": "group of people",
    "unnamed": "unnamed source",
    "document": "document",
}

PUBLISHED_FROM_LABELS: dict[PublishedFrom, str] = {
    "option": "given when the article was added",
    "metadata": "from the page’s metadata",
    "text": "found in the text",
}

STAGE_LABELS = {
    "capture": "while it was fetched or opened",
    "read": "while its text was read",
    "extract": "while statements were looked for",
}

CLAIM_STATE_LABELS: dict[ClaimState, str] = {
    "disputed": "disputed",
    "denied": "denied",
    "corroborated": "corroborated",
    "single-source": "one source",
}

STANCE_LABELS: dict[Stance, str] = {"for": "Stands for it", "against": "Is against it", "unclear": "Leaves it open"}
"""Headings of the sides of a claim, in the order of the page."""

STANCE_VERBS: dict[Stance, str] = {"for": "for", "against": "against", "unclear": "open on"}

LEFT_OUT_REASONS: dict[LeftOut, str] = {
    "unclear stance": "it takes no side",
    "no named party": "nobody is named, and two unnamed sources may be one",
    "same party": "its party is counted already",
    "same origin": "its origin is counted already: another party in the same copy",
    "given up": "its party has gone over to the other side since",
}
"""Why a position makes no source of its own."""

RELATION_MEANINGS: dict[SeriesRelation, str] = {
    "disputed": "sources contradict one another on one day",
    "updated": "the figure moved from day to day",
    "consistent": "one number fits all of them",
}

RULE_MEANINGS: dict[SeriesRule, str] = {
    "best-low-high": "the median of the last day, between the least and the greatest of that day (as UCDP does)",
    "conservative": "the lowest figure of the last day (as ACLED does)",
    "min-max": "the least and the greatest of all (as Iraq Body Count does)",
    "latest-official": "the last figures that an official body gives",
}

ORIGIN_TIES: dict[OriginKind, str] = {
    "exact": "the same text as",
    "near": "the same text, with small changes, as",
    "contained": "the same text, but cut in one of the two, as",
    "quotes": "the same quoted words as",
    "credited": "names the same origin as",
}

UNDATED = "undated"


def number(value: int) -> str:
    """A count with thousands parted by a comma: ``12,345``."""
    return f"{value:,}"


def counted(value: int, one: str, many: str | None = None) -> str:
    """A count with its noun: ``1 article``, ``2,000 articles``."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def quantity(value: float | None) -> str:
    """A figure's number: ``1,200``, ``2.5``; a dash for none."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def series_name(series: FigureSeries) -> str:
    """What a series counts, as a heading: ``People killed, Pellworth``; ``Sirens`` for no measure."""
    what = series.what or ("figures" if series.measure == "other" else "people")
    counts = what if series.measure == "other" else f"{what} {series.measure}"
    return f"{counts[:1].upper()}{counts[1:]}{f', {series.place}' if series.place else ''}"


def since(first: str | None, last: str | None) -> str:
    """Two ISO 8601 days in short, either of which may be missing: ``4 Jan 2019 to 2 May 2019``, ``undated``."""
    return " to ".join(dict.fromkeys(short_day(day) for day in (first, last) if day)) or UNDATED


def percent(share: float) -> str:
    """A share in [0, 1] in per cent, rounded down so that 100 % means all."""
    return f"{math.floor(share * 100 + 1e-9)}\u202f%"


def sentence(text: str) -> str:
    """``text`` with a capital letter at its start and one full stop at its end."""
    words = text.strip().rstrip(".")
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('!', '?', '…')) else '.'}"


def sure(confidence: float) -> str:
    """A confidence in [0, 1] as ``sure 93 %``, rounded down so that 100 % means 1."""
    return f"sure {math.floor(confidence * 100 + 1e-9)}\u202f%"


def parsed_day(value: str | None) -> date | None:
    """The day that ``value`` names in ISO 8601, or None for none, a year or anything else."""
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None


def day(value: str | None) -> str:
    """An ISO 8601 day as ``4 January 2019``; ``undated`` for none; anything else as it stands."""
    found = parsed_day(value)
    if found is None:
        return value or UNDATED
    return f"{found.day} {calendar.month_name[found.month]} {found.year}"


def short_day(value: str | None) -> str:
    """An ISO 8601 day as ``4 Jan 2019``; otherwise as ``day``."""
    found = parsed_day(value)
    if found is None:
        return value or UNDATED
    return f"{found.day} {calendar.month_abbr[found.month]} {found.year}"


def period(first: str | None, last: str | None) -> str:
    """Two ISO 8601 days as one phrase: ``2–9 May 2024``, ``4 January 2019 – 2 May 2024``, ``undated``."""
    start, end = parsed_day(first), parsed_day(last)
    if start is None or end is None or start == end:
        return day(first)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}\u2060–\u2060{day(last)}"
    if start.year == end.year:
        return f"{start.day} {calendar.month_name[start.month]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def moment(value: str) -> str:
    """A time in UTC, ISO 8601, as ``4 January 2019, 09:30 UTC``; anything else as it stands."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{day(found.date().isoformat())}, {found:%H:%M} UTC"


def judged(one: Judgement) -> str:
    """What a merge or split says: "one party", "two sides of one claim"."""
    if one.kind == "split":
        return "not the party that the program put them in" if one.about == "party" else "a claim of its own"
    return "two sides of one claim" if one.opposed else f"one {one.about}"
