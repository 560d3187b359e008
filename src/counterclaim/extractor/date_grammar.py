"""The grammar of date expressions in English: patterns in their order, each with its meaning.

A pattern's group ``phrase`` is the expression; the other groups are its parts. Earlier rules win.
"""

import re
from collections.abc import Callable

from counterclaim.extractor import date_meanings as means
from counterclaim.extractor.date_meanings import Place

Meaning = Callable[[re.Match[str], Place], str | None]

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)(?!\w)"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d,]*\d|\w)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DAY_ORDINAL = r"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)"
_LAST = r"(?P<last>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_NAMED_DAY = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+couple\s+of)"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade)s?"
_PART = r"(?:\s+(?P<part>morning|afternoon|evening|night))?"
_WHEN = (
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Dd]uring|[Ff]or|of|to|[Tt]hrough|[Bb]etween|and|[Bb]efore|[Aa]fter|"
    r"[Tt]hroughout)\s+"
)


def _rule(pattern: str, meaning: Meaning, flags: int = 0) -> tuple[re.Pattern[str], Meaning]:
    return re.compile(pattern, flags), meaning


DATELINE = re.compile(
    rf"^\s*(?:[A-Z][\w .,'’-]{{0,40}}[,(—–-]\s*)?{_NAMED_DAY}(?:{_MONTH}\s+{_DAY}),?\s+{_YEAR}\W{{0,3}}(?:[—–-]|$)",
    re.MULTILINE,
)
_OR_YEAR = rf"(?:,?\s+(?:of\s+)?{_YEAR})?"
RULES: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    _rule(r"(?<![\d/-])(?P<phrase>(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d))(?![\d/-])", means.iso_date),
    _rule(
        rf"\b(?P<phrase>(?:{_MONTH}(?:\s+{_DAY})?,?\s+(?:of\s+)?|(?:the\s+)?(?P<part>end|beginning|start)\s+of\s+)"
        r"(?P<rel>last|this|next)\s+year)\b",
        means.of_year,
    ),
    _rule(
        rf"\b(?:from\s+)?(?P<phrase>{_MONTH}\s+{_DAY}\s*(?:[-–—]|to|through|and)\s*{_LAST}(?!\w){_OR_YEAR})",
        means.day_range,
    ),
    _rule(rf"\b(?P<phrase>{_DAY}\s*(?:[-–—]|to|and)\s*{_LAST}\s+{_MONTH}{_OR_YEAR})", means.day_range),
    _rule(
        rf"\b(?P<phrase>(?:on\s+)?{_NAMED_DAY}{_MONTH}\s+(?:the\s+)?{_DAY}(?![\d.:]*\d|\w|\s+per\s?cent){_OR_YEAR})",
        means.full_date,
    ),
    _rule(rf"(?<![\d.,:])\b(?P<phrase>(?:on\s+)?{_NAMED_DAY}{_DAY}(?:\s+of)?\s+{_MONTH}{_OR_YEAR})", means.full_date),
    _rule(
        r"\b(?P<phrase>(?:(?P<part>early|mid|late|beginning|start|middle|end)[\s-]+(?:of\s+)?(?:this\s+)?|"
        rf"(?P<which>last|next|this)\s+){_MONTH}{_OR_YEAR})",
        means.month_alone,
        re.IGNORECASE,
    ),
    _rule(rf"\b(?P<phrase>{_MONTH},?\s+(?:of\s+)?{_YEAR})", means.month_alone),
    _rule(
        rf"{_WHEN}(?P<phrase>{_MONTH})(?!\s+(?:\d|[A-Z]))",
        means.month_alone,
    ),
    _rule(
        rf"\b(?P<phrase>{_SEASON}(?:\s+of)?\s+{_YEAR})",
        means.season,
        re.IGNORECASE,
    ),
    _rule(
        rf"\b(?P<phrase>(?P<which>last|next|this)\s+{_SEASON})(?!\w)",
        means.season,
        re.IGNORECASE,
    ),
    _rule(
        r"\b(?P<phrase>the\s+(?:(?:early|mid|late)[\s-]+)?(?P<year>(?:1[89]|20)\d0)s)\b", means.decade, re.IGNORECASE
    ),
    _rule(
        rf"\b(?P<phrase>(?:from|between)\s+{_YEAR}\s+(?:to|until|and)\s+(?P<until>(?:1[89]|20)\d\d))\b",
        means.years,
        re.IGNORECASE,
    ),
    _rule(
        rf"{_WHEN}(?P<phrase>(?:(?P<part>early|mid|late)[\s-]+)?{_YEAR})(?!\s+(?:people|men|women|troops|cases|homes|dead|votes))",
        means.year,
        re.IGNORECASE,
    ),
    _rule(rf"\((?P<phrase>{_YEAR})\)", means.year),
    _rule(
        rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?P<phrase>{_YEAR})"
        r"(?=\s+(?!census|model|edition|season|version|people|houses|homes|troops|cases)(?:[a-z]|(?:[\w-]+\s+){1,2}War\b))",
        means.year,
    ),
    _rule(r"\b(?P<phrase>that (?:same )?(?:day|date))\b", means.same, re.IGNORECASE),
    _rule(r"\b(?P<phrase>(?:(?:earlier|later)\s+)?that\s+(?P<unit>month|year))\b", means.that, re.IGNORECASE),
    _rule(r"\b(?P<phrase>(?:earlier|later)\s+in\s+the\s+(?P<unit>week|month|year))\b", means.this, re.IGNORECASE),
    _rule(
        rf"\b(?P<phrase>{_COUNT}\s+{_UNIT}\s+ago\s+(?P<near>today|tomorrow|yesterday))\b",
        means.ago_to_the_day,
        re.IGNORECASE,
    ),
    _rule(r"\b(?P<phrase>the day before yesterday|the day after tomorrow)\b", means.near, re.IGNORECASE),
    _rule(
        r"\b(?P<phrase>yesterday|today|tonight|tomorrow)(?:[’']s)?\b",
        means.near,
        re.IGNORECASE,
    ),
    _rule(
        r"\b(?P<phrase>this (?:morning|afternoon|evening)|last night|later today|earlier today)\b",
        means.near,
        re.IGNORECASE,
    ),
    _rule(
        r"\b(?P<phrase>the (?P<which>next|following|previous|same) (?:day|morning|afternoon|evening|night))\b",
        means.following,
        re.IGNORECASE,
    ),
    _rule(
        r"\b(?P<phrase>the day (?P<which>before|after))(?=[.,;!?]|\s+(?:and|but)\b|$)", means.following, re.IGNORECASE
    ),
    _rule(
        rf"\b(?P<phrase>{_COUNT}\s+{_UNIT}\s+(?P<way>ago|later|earlier|from now|after|before))\b",
        means.ago,
        re.IGNORECASE,
    ),
    _rule(
        r"\b(?P<phrase>(?:(?:earlier|later)\s+)?(?:the\s+)?(?P<which>this|last|next|past|previous|coming)\s+"
        r"(?P<unit>week|weekend|month|year))\b",
        means.this,
        re.IGNORECASE,
    ),
    _rule(r"\b(?P<phrase>(?:over|at)\s+(?P<which>the)\s+(?P<unit>weekend))\b", means.this, re.IGNORECASE),
    _rule(
        rf"\b(?:on|until|by|since|from)\s+(?P<phrase>the\s+{_DAY_ORDINAL})(?=[.,;:!?)]|\s+(?:and|but|when|after|before|to)\b|$)",
        means.day_alone,
    ),
    _rule(r"\b(?P<phrase>Christmas (?:Day|Eve)|New Year[’']?s (?:Day|Eve))\b", means.fixed, re.IGNORECASE),
    _rule(
        r"\b(?P<phrase>(?:[Oo]n\s+)?(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Tt]his coming)\s+)?"
        rf"{_WEEKDAY}{_PART})\b",
        means.weekday,
    ),
)
