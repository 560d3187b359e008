"""The words of a proposition in, the names, numbers and days in it out: what two claims must not differ in."""

import re
from datetime import date, timedelta

from counterclaim.link.wording import STOP, WORD, stem, table
from counterclaim.records import Span

Number = tuple[float, str]
"""A value and the stem of the word that it counts; the empty string where none follows."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_UNITS.split())} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)
}
_LARGE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+|[%°]|[.;:!?]")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?\b|\b\d{1,2}\s*[ap]\.?m\b\.?", re.IGNORECASE)
_MONTH_NAMES = "january february march april may june july august september october november december"
_MONTHS = _MONTH_NAMES.split()
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAYS = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?\b"),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>(?:19|20)\d\d))?"),
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_FILLER_WORDS = "more other another additional at least about some further new than of the his her their its"
_FILLERS = frozenset(_FILLER_WORDS.split())


def words_of(text: str) -> dict[str, Span]:
    """The stems of the words that carry meaning, each once, in order, with where each stands first."""
    out: dict[str, Span] = {}
    for found in WORD.finditer(text):
        if found[0][0].isalpha() and found[0].lower() not in STOP:
            word = stem(found[0])
            if len(word) > 1 and word not in STOP:
                out.setdefault(word, found.span())
    return out


def names_of(text: str) -> frozenset[str]:
    """Stems of words in capitals that are names: inside a sentence by their capital, at its start by the table."""
    out = set()
    for found in WORD.finditer(text):
        word = found[0]
        low = word.lower()
        if not word[0].isupper() or len(word) < 2 or low in STOP or low in _SMALL or low in _LARGE:
            continue
        before = text[: found.start()].rstrip(" “\"‘'(")
        inside = bool(before) and before[-1] not in ".!?:\n"
        if (inside or table().is_name(stem(word))) and low not in _WEEKDAYS and low not in _MONTHS:
            out.add(stem(word))
    return frozenset(out)


def days_of(text: str, published: str | None) -> frozenset[str]:
    """Days that the text names, as ISO 8601.

    A day without a year is taken as of the article's; a weekday stands for the last such day and the next.
    """
    base = date.fromisoformat(published[:10]) if published else None
    out = set()
    for pattern in _DAYS:
        for found in pattern.finditer(text):
            month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(found["month"].lower()[:3]))
            year = int(found["year"]) if found["year"] else base.year if base else None
            if year and (day := _day(year, month, int(found["day"]))):
                out.add(day)
    if base:
        for found in _WEEKDAY.finditer(text):
            back = (base.weekday() - _WEEKDAYS.index(found[0].lower())) % 7
            out |= {(base - timedelta(days=days)).isoformat() for days in (back, back - 7)}
    return frozenset(out)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def numbers_of(text: str) -> frozenset[Number]:
    """Counts with what they count; no clock times, days or years, and no "one", which is seldom a count."""
    for pattern in (_CLOCK, *_DAYS, _YEAR):
        text = pattern.sub(" ; ", text)
    tokens = [token.lower() for token in _TOKEN.findall(text)]
    out: set[Number] = set()
    at = 0
    while at < len(tokens):
        value, after = _value(tokens, at)
        if value is not None and value != 1:
            out.add((value, _unit(tokens, after)))
        at = max(after, at + 1)
    return frozenset(out)


def _value(tokens: list[str], at: int) -> tuple[float | None, int]:
    """The number that begins at a token, and the token after it."""
    total, start = 0.0, at
    while at < len(tokens):
        word, begun = tokens[at], at > start
        if word == "and" and begun and total >= 100 and tokens[at + 1 : at + 2] and tokens[at + 1] in _SMALL:
            at += 1
            continue
        small = _SMALL.get(word)
        if word[0].isdigit() and not begun:
            total = float(word.replace(",", ""))
        elif small is not None and (not begun or total % 100 == 0 or (total % 10 == 0 and small < 10)):
            total += small
        elif word in _LARGE and (begun or len(word) > 2):
            total = (total or 1) * _LARGE[word]
        else:
            break
        at += 1
    return (total, at) if at > start else (None, at)


def _unit(tokens: list[str], at: int) -> str:
    if at < len(tokens) and tokens[at] in ("%", "percent", "per"):
        return "percent"
    for token in tokens[at : at + 3]:
        if not token[0].isalpha():
            break
        if token not in _FILLERS and token not in STOP:
            return stem(token)
    return ""
