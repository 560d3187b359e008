"""A text and a number's place in it in, what its clause says of it out: places, giver, scope, day, sentence."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from counterclaim.link.series_words import WEEKDAYS
from counterclaim.records.calendar import MONTHS
from counterclaim.records.spans import Span

REACH = 170
"""Characters on either side of a figure in which its clause is read."""

_NAME = r"[A-Z][\w’'\-]+(?:\s+(?:of\s+|de\s+|al\s+|el\s+)?[A-Z][\w’'\-]+){0,2}"
_KIND_OF_PLACE = (
    r"(?:(?:north|south|east|west|central|city|town|village|province|district|region|state|capital|port|island|"
    r"neighbou?ring|coastal|nearby|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|"
    r"south-?western)\s+(?:of\s+)?)*"
)
_PLACE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross|[Ff]rom|[Oo]n|[Oo]ff(?:\s+the\s+coast\s+of)?)\s+(?:the\s+)?{_KIND_OF_PLACE}(?P<place>(?>{_NAME}))"
    rf"(?:,\s+(?P<wider>(?>{_NAME}))(?!\s+(?:said|says|told|added)))?"
    r"(?!\s+(?:lists?|governments?|authorities|ministr(?:y|ies)|army|police|forces|side|count|officials?)\b)"
)
_SEAT = re.compile(
    r"\b(?:[Mm]inistr(?:y|ies)|[Gg]overnments?|officials?|police|spokes\w+|[Mm]inisters?|authorities|[Cc]ourt|director|"
    r"[Oo]ffice|sources?|[Dd]epartment|[Aa]gency|commander|correspondent|reporters?|bureau)\s+$"
)
"""Before a place: the seat of who speaks, not where something is counted."""
_SIDE = re.compile(
    r"\b(?:on|about|from|for)\s+the\s+(?P<place>[A-Z][\w’'\-]+)\s+(?:side|bank|shore|part|half|territory)\b"
)
_SITE = re.compile(
    rf"\b(?P<place>{_NAME})\s+(?:dam|bridge|river|school|church|mosque|airport|square|hospital|mine|factory|market|"
    r"valley|province|district|region|city|port|prison|stadium|refinery|plant|camp|base|mall|hotel|station)\b"
)
_DATELINE = re.compile(
    r"^\s*(?P<place>[A-Z][\w.]+(?:\s+[A-Z][\w.]+){0,2})(?:,\s+[^\n(]{0,30}?)?\s*(?:\([^)\n]{2,30}\)\s*(?:[-–—:]\s*)?|[-–—]{1,2}\s+)"
)
"""At the start: "DRUSNIK -", "Pellworth, Ma. (Halyard) -"."""
_BODY_OF = re.compile(
    rf"\b(?P<place>(?>{_NAME}))(?:[’']s)?\s+(?:police|sheriff|mayor|residents?|firefighters|officials|authorities)\b|"
    r"\b(?P<named>[A-Z][\w’'\-]+(?:\s+[A-Z][\w’'\-]+)?)\s+(?:Police|County|Sheriff|Fire\s+Department|Mayor)\b"
)
"""A town by those who serve it: "Osmara police", "Velim County"."""
_NO_PLACE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Christmas|Easter|Ramadan|Twitter|Facebook|English|Parliament|Congress|Mr|Mrs|Ms|Dr|"
    r"Instagram|YouTube|The|He|She|They|It)\b"
)
_BODY = re.compile(
    r"\b(?:Ministry|Department|Agency|Office|Court|Council|Police|Service|Party|Accord|Union|Committee|Commission|"
    r"News|Times|Post|Tribune|Observer|Herald)\b"
)
_CLAUSE_END = re.compile(
    r"[.;:!?]\s|,\s(?:and\s|but\s|according|which|who|as\s)|[”\"]|\s(?:and|but|while|after|when|because|according|said|"
    r"says|as|by|than)\s"
)
_SINCE = re.compile(
    r"\bsince\s+(?:[\w’' ]{0,40}?(?P<year>(?:19|20)\d\d)|the\s+(?:start|beginning|outbreak|war|conflict|uprising|coup)|"
    r"(?:the\s+)?[\w ’']{0,30}?(?:began|started|broke\s+out|erupted)|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|last\s+(?:year|month|summer|winter|spring|autumn))",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:(?:so\s+far\s+|already\s+)?this\s+(?P<this>year|month)|(?:in|over|during|for)\s+the\s+(?:past|last)\s+"
    r"(?P<past>(?:\w+\s+)?(?:years|months|weeks|decades?|year|month))|each\s+year|every\s+year|a\s+year|annually|per\s+year|"
    r"(?:during|in|throughout)\s+(?:the\s+)?(?:\w+[\s-]){0,3}(?P<war>war|conflict|uprising|insurgency|genocide|pandemic)\b)",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"\b(?:so\s+far|in\s+total|to\s+date|in\s+all|altogether)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|of|from|during|the)\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b")
_MONTH = re.compile(
    r"\b[Ii]n\s+(?:early\s+|late\s+|mid-)?(?P<month>January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b(?!\s+\d)"
)
_LONG_AGO = re.compile(
    r"\b(?:last\s+year|years?\s+(?:ago|earlier|before)|decades?\s+(?:ago|earlier)|months?\s+ago|last\s+month|century)\b",
    re.IGNORECASE,
)
_PRIOR = re.compile(
    r"(?:\bup\s+from|\bdown\s+from|\b(?:rose|risen|raised|increased|revised|climbed|up|lowered|corrected)\s+from|"
    r"\bfrom(?:\s+an?)?(?:\s+(?:earlier|initial|previous))?|\b(?:previous|earlier|initial|last|first)\s+(?:official\s+)?"
    r"(?:figure|count|toll|estimate|total|number)\s+(?:was|of|had\s+been|stood\s+at)|\bearlier\s+(?:said|spoken|reported|put)"
    r"[^.;,]{0,40}?|\b(?:initially|originally|previously|earlier\s+in\s+the\s+day)\b[^.;]{0,50}?)\s*$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?P<sure>(?:as\s+(?:of|at)|by|until|up\s+to|at\s+(?:\w+\s+o[’']clock|noon|midnight|dawn|\d[\d:.]*(?:\s*[ap]\.?m\.?)?))\s+)?"
    r"(?:(?:noon|midnight|late|early|the\s+end\s+of|\w+\s+o[’']clock)\s+)?(?:on\s+)?"
    r"(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?P<part>\s+(?:morning|evening|afternoon|night))?"
)
_TOLL = re.compile(
    r"\b(?:tolls?|numbers?|counts?|totals?|figures?|list)\b[^.;]{0,80}\b(?:stood|stands|rose|risen|reached|climbed|put|puts|"
    r"was|were|at)\b|\b(?:put|puts)\s+the\s+(?:\w+\s+)?(?:tolls?|numbers?|counts?|totals?|dead|figures?)\b",
    re.IGNORECASE,
)
_GIVING = (
    r"(?:(?:has|have|had|later|also|now|then|meanwhile)\s+)?(?:puts?|placed|gave|gives|estimate[sd]?|reported|reports|"
    r"recorded|counts|counted|listed|lists|spoke\s+of|speaks\s+of|confirmed|confirms|announced|registered|said|says)"
)
_GIVER = re.compile(
    rf"(?:^|[.!?;:]\s+|,\s+(?:and|but|while)\s+|\s(?:and|but|while)\s+)(?P<by>(?:The\s+|the\s+)?[A-Z][^,;.:!?“”\"]{{2,70}}?)"
    rf"(?:,[^.;:]{{2,80}},)?\s+{_GIVING}\b[^.;:“”\"]{{0,90}}$"
)
_ACCORDING = re.compile(
    r"^[^.;:“”\"\d]{0,70}?,?\s*according\s+to\s+(?:the\s+)?(?P<by>[^,;.:“”\"]{3,70}?)(?=[,;.:]|\s+and\s+\d|$)"
)
_COUNT_OF = re.compile(
    rf"^[^.;:“”\"\d]{{0,60}}?\bby\s+(?:the\s+)?(?:(?P<by>{_NAME})(?:[’']s?\s+(?:\w+\s+)?(?:count|tally|reckoning|estimate|"
    rf"figures))|(?:that|those|the\s+count|the\s+tally)\s+of\s+(?:the\s+)?(?P<other>{_NAME}))"
)
_SAID = re.compile(r"\b(?:said|says|told|added|announced|stated|reported|claimed|confirmed)\b")
_ONE_BODY = re.compile(
    r"\b(?:ministry|government|inquiry|council|commission|town\s+hall|fire\s+brigade|army|hospital|coroner|opposition)\b"
)
_NAMELESS = re.compile(
    r"(?:both|neither|either|he|she|it|they|who|which|that|this|those|these|another|one|some|many|others|officials?|"
    r"authorities|sources?|reports?|police|witnesses|residents|local|the)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”\"’']?\s+(?=[A-Z“\"‘])|\n")


class Scope(NamedTuple):
    """Of what a figure is the count: ``incident`` (one event), ``cumulative`` (many, since ``since``) or ``past``.

    ``since`` is the year, the period or the war that a cumulative count begins with, as far as the clause says
    so; for ``past`` the year of the older event.
    """

    kind: str
    since: str = ""


def places_in(text: str, start: int, end: int) -> tuple[str, ...]:
    """The places that locative phrases between two offsets name, small letters, in text order."""
    found: list[str] = []
    for match in _PLACE.finditer(text, start, end):
        if _SEAT.search(text, max(0, match.start() - 30), match.start()):
            continue
        found.extend(_folded(name) for name in (match["place"], match["wider"]) if name and _is_place(name))
    found.extend(re.sub(r"(?<=a)n$|(?<=q)i$", "", _folded(m["place"])) for m in _SIDE.finditer(text, start, end))
    return tuple(dict.fromkeys(found))


def sites_in(text: str) -> tuple[str, ...]:
    """The places that a text names by what stands there or who serves there, and that of its dateline."""
    found = [_folded(match["place"]) for match in _SITE.finditer(text) if _is_place(match["place"])]
    bodies = (match["place"] or match["named"] for match in _BODY_OF.finditer(text))
    found += [_folded(name) for name in bodies if _is_place(name)]
    if dateline := _DATELINE.match(text):
        found.append(_folded(dateline["place"]))
    return tuple(dict.fromkeys(found))


def giver(text: str, span: Span) -> str | None:
    """Who gives a figure by the words around it, where they name somebody; not a pronoun, not "officials"."""
    start = max(text.rfind("\n", 0, span[0]) + 1, span[0] - REACH)
    before, after = text[start : span[0]], text[span[1] : span[1] + REACH].split("\n")[0]
    for match in (_COUNT_OF.match(after), _ACCORDING.match(after), _last_giver(before)):
        if match:
            name = match["by"] or (match["other"] if "other" in match.re.groupindex else "")
            name = re.sub(r"^(?:The|the)\s+(?=\S)", "", " ".join(name.split()))
            if re.search(r"[A-Z]", name) and not _NAMELESS.match(name):
                return name
    return None


def named(by: str | None) -> bool:
    """Whether ``by`` names one giver: a proper name or one body ("the inquiry"); no pronoun, no nameless crowd."""
    return bool(by and (re.search(r"[A-Z]", by) or _ONE_BODY.search(by)) and not _NAMELESS.match(by))


def _last_giver(before: str) -> re.Match[str] | None:
    sentence = re.split(r"(?<=[.!?])[”\"’']?\s+(?=[A-Z“\"])", before)[-1]
    return _GIVER.search(sentence)


def places_around(text: str, span: Span) -> tuple[str, ...]:
    """The places of a figure's paragraph, as far as its clause is read."""
    start = max(text.rfind("\n", 0, span[0]) + 1, span[0] - REACH)
    end = text.find("\n", span[1], span[1] + REACH)
    return places_in(text, start, end if end >= 0 else min(len(text), span[1] + REACH))


def places_behind(text: str, span: Span, between: Span, sentence: Span) -> tuple[str, ...]:
    """The places behind a figure, as far as its clause goes."""
    limit = min(between[1], sentence[1], span[1] + REACH)
    stop = _CLAUSE_END.search(text, span[1], limit)
    return places_in(text, span[1], stop.start() + 1 if stop else limit)


def places_ahead(text: str, start: int, end: int) -> tuple[str, ...]:
    """The places before a figure in its clause, not those of who says it: "X, who lives in Y, said that 80 ..."."""
    told = max((match.end() for match in _SAID.finditer(text, start, end)), default=start)
    return places_in(text, told, end)


def scope_of(sentence: str, published: str, ongoing: bool) -> Scope:
    """Of what a number in this sentence is the count.

    "so far" and "in total" alone make a running count only where what happens is ``ongoing``: of one disaster
    they are said of its toll.
    """
    if since := _SINCE.search(sentence):
        return Scope("cumulative", since["year"] or "")
    if period := _PERIOD.search(sentence):
        if period["this"] == "year":
            return Scope("cumulative", published[:4])
        return Scope("cumulative", "" if period["war"] else " ".join(period.group().lower().split()))
    years = {match["year"] for match in _YEAR.finditer(sentence)}
    if years and published and published[:4] not in years:
        return Scope("past", max(years))
    if not years and (_LONG_AGO.search(sentence) or _other_month(sentence, published)):
        return Scope("past")
    if ongoing and _RUNNING.search(sentence):
        return Scope("cumulative")
    return Scope("incident")


def _other_month(sentence: str, published: str) -> bool:
    """Whether the sentence is set in a month that is neither that of publication nor the one before it."""
    if len(published) < 7:
        return False
    months = [MONTHS[match["month"].lower()] for match in _MONTH.finditer(sentence)]
    return bool(months) and all((int(published[5:7]) - month) % 12 > 1 for month in months)


def sentence_of(text: str, span: Span) -> Span:
    """The sentence around a number, cut where it runs on for more than twice the reach."""
    low, high = max(0, span[0] - 2 * REACH), min(len(text), span[1] + 2 * REACH)
    start = max((m.end() for m in _SENTENCE_END.finditer(text, low, span[0] + 1)), default=low)
    end = next((m.start() + 1 for m in _SENTENCE_END.finditer(text, span[1], high)), high)
    return start, end


def clause_day(text: str, span: Span, published: str | None) -> str | None:
    """The day that the sentence dates its count to ("stood at 38 at noon on Monday"), the last such by publication."""
    if published is None:
        return None
    sentence = sentence_of(text, span)
    words = text[sentence[0] : sentence[1]]
    toll = bool(_TOLL.search(words))
    for match in _WEEKDAY.finditer(text, *sentence):
        if match["sure"] or (match["part"] and toll) or (toll and match.start() > span[1]):
            try:
                return _weekday_before(date.fromisoformat(published), WEEKDAYS[match["day"]]).isoformat()
            except OverflowError:
                return None
    return None


def _weekday_before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def last_day(value: str | None) -> str | None:
    """The last day of an EDTF value: an interval counts up to its end."""
    return day_of(value.split("/")[-1]) if value else None


def day_of(value: str | None) -> str | None:
    """The ISO day that a date or a time begins with; None for a month, a year or no date."""
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10]).isoformat() if len(value) >= 10 else None
    except ValueError:
        return None


def _is_place(name: str) -> bool:
    return not _NO_PLACE.match(name) and not _BODY.search(name)


def _folded(name: str) -> str:
    return re.sub(r"[’']s?$", "", " ".join(name.split())).casefold()


def is_prior(text: str, start: int) -> bool:
    """Whether the words before a number give it as one that is no longer held: "up from 31", "earlier put it at"."""
    return bool(_PRIOR.search(text, max(0, start - REACH), start))
