"""A text in, its figures out: counts of people and things with their hedges, as intervals.

The span of a figure holds hedge, number and sign ("more than 5,000", "some 25%", "US$40 million") and not
the noun. What counts nothing is no figure (see ``uncounted``), votes are a record of their own. Who gives
a figure, where, as of when and what it is part of is left to ``resolve``.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

import msgspec

from counterclaim.extractor.measures import counted
from counterclaim.extractor.numbers import Number, find_numbers
from counterclaim.extractor.uncounted import counts
from counterclaim.records import Figure, Measure, Span, content_id

_REACH = 60
"""Characters on either side of a number that hedge it or say that it counts nothing."""

_LEAST = (
    r"at\s+(?:the\s+very\s+)?least|(?:far\s+|many\s+|well\s+|slightly\s+)?more\s+than|(?:well\s+|just\s+|slightly\s+|"
    r"a\s+little\s+)?over|above|upwards?\s+of|no\s+fewer\s+than|no\s+less\s+than|not\s+less\s+than|not\s+fewer\s+than|"
    r"a\s+minimum\s+of|as\s+(?:few|little)\s+as|greater\s+than|in\s+excess\s+of|exceeding|minimum"
)
_MOST = (
    r"(?<!built\s)(?<!grew\s)up\s+to|as\s+(?:many|much|high)\s+as|at\s+(?:the\s+)?most|no\s+more\s+than|"
    r"not\s+more\s+than|(?:slightly\s+|far\s+)?(?:fewer|less)\s+than|(?:just\s+)?under|below|a\s+maximum\s+of|maximum"
)
_ABOUT = (
    r"about|around|roughly|approximately|approx\.?|some|an?\s+estimated|(?<!\w\s)estimated|nearly|almost|close\s+to|"
    r"circa|c\.|"
    r"an?\s+average\s+of|in\s+the\s+region\s+of|in\s+the\s+range\s+of|near|perhaps|an?\s+approximate|virtually|~"
)
_HEDGE = re.compile(
    rf"(?:\b(?P<least>{_LEAST})|\b(?P<most>{_MOST})|(?:\b|(?=~))(?P<about>{_ABOUT}))\s*(?:an?\s+)?$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_HEDGE_BEHIND = re.compile(
    r"(?P<plus>\s?\+(?!\d)|-plus\b)|\s+(?:[\w’'\-]+\s+){0,2}?(?:(?P<more>or\s+more)|(?P<fewer>or\s+(?:fewer|less))|"
    r"(?P<so>or\s+so))\b",
    re.IGNORECASE,
)
_SIGNS = {
    "us$": "US dollars",
    "$": "US dollars",
    "€": "euros",
    "£": "pounds sterling",
    "¥": "yen",
    "₹": "rupees",
    "a$": "Australian dollars",
    "au$": "Australian dollars",
    "c$": "Canadian dollars",
    "ca$": "Canadian dollars",
    "nz$": "New Zealand dollars",
    "hk$": "Hong Kong dollars",
    "r$": "reais",
    "rs": "rupees",
    "rs.": "rupees",
    "eur": "euros",
    "usd": "US dollars",
    "gbp": "pounds sterling",
}
_SIGN = re.compile(
    r"(?<!\w)(?P<sign>(?:US|AU|A|CA|C|NZ|HK|R)?\$|[€£¥₹]|Rs\.?|EUR|USD|GBP)\s?$",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\s+((?:US|Australian|Canadian|Hong Kong|New Zealand)?\s*(?:dollars?|euros?|pounds?|shekels?|rupees?|roubles?|"
    r"rubles?|yen|yuan|pesos?|francs?|liras?|rials?|dirhams?|kronor|kroner|won|rand|naira|shillings?|baht|ringgit|"
    r"hryvnias?))\b",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(r"\s+of\s+(dollars|euros|pounds|rupees|roubles|rubles)\b", re.IGNORECASE)
_PER_CENT = re.compile(r"(?P<sign>\s?%)|[\s-]+(?:per\s?cent|percentage\s+points?|pc)\b", re.IGNORECASE)
_HARMED = (
    r"(?:(?:was|were|has\s+been|have\s+been|is|are|had\s+been|got)\s+(?:\w+ly\s+)?"
    r"(?:killed|injured|hurt|wounded|harmed|arrested|detained|missing|trapped|displaced|abducted|kidnapped|released|"
    r"freed)|died|suffered\s+(?:\w+\s+)?injuries)"
)
_ZERO = re.compile(
    rf"""\b(?:
      (?P<nobody>no\s+one|nobody|none(?=\s+(?:of|was|were))|not\s+(?:even\s+)?(?:one|a\s+single))
        (?:\s+of\s+[\w\s’'-]{{2,40}}?|\s+[\w’'-]+){{0,2}}?\s+(?P<done>{_HARMED})
    | (?P<no>no)\s+(?P<noun>(?:(?!(?:reports?|signs?|word|confirm\w*|evidence|risk|danger|threat|immediate|information|
        details?|one|idea|the|an?|of|that|to|for|was|were|is|are|in|on)\b)[\w.’'-]+\s+){{0,3}}?
        (?:casualt(?:y|ies)|injur(?:y|ies)|deaths?|fatalit(?:y|ies)|arrests?|loss\s+of\s+life|detentions?|hostages|
        abductions))\b
    | (?P<single>not\s+(?:even\s+)?(?:one|a\s+single))\s+(?P<thing>(?!(?:of|but)\b)[a-z][\w’'-]+)
    | (?P<none>no)\s+(?P<subject>(?:(?!(?:one|doubt|longer|that|the|an?)\b)[\w.’'-]+\s+){{1,4}}?)(?P<verb>{_HARMED})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ZERO_MEASURES: tuple[tuple[str, Measure], ...] = (
    ("kill", "killed"),
    ("died", "killed"),
    ("death", "killed"),
    ("fatalit", "killed"),
    ("loss of life", "killed"),
    ("injur", "injured"),
    ("hurt", "injured"),
    ("wounded", "injured"),
    ("harmed", "injured"),
    ("arrest", "detained"),
    ("detain", "detained"),
    ("detention", "detained"),
    ("missing", "missing"),
    ("trapped", "trapped"),
    ("displaced", "displaced"),
    ("abduct", "abducted"),
    ("kidnap", "abducted"),
    ("hostage", "abducted"),
    ("released", "released"),
    ("freed", "released"),
)
_UNITS = frozenset((*_SIGNS.values(), "per cent"))
_OF_THE = re.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|his|her|those|these)?\s*")
_ALL_BUT = re.compile(r"\ball but\s+$", re.IGNORECASE)
_VICTIMS = re.compile(r"\bvictims?$", re.IGNORECASE)
_DEADLY = re.compile(r"\b(?:deaths? of|killed|killing|death toll)\b")
"""Where somebody died the victims that are counted are mostly the dead."""
_SURE = {"measured": 0.9, "other": 0.8}
"""The share of figures that are right on the development part of ``evaluation/gold``, rounded down to tenths."""


class _Amount(NamedTuple):
    """A number with its hedge and sign: where it stands, its bounds and its unit (None for a count)."""

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None


def find_figures(document_id: str, text: str, sentences: Sequence[Span], taken: Sequence[Span] = ()) -> list[Figure]:
    """The figures of a text in its order; spans in ``taken`` (dates, votes) hold none.

    ``sentences`` are those of the article; a measure is looked for inside the sentence only.
    """
    zeros = [_zero(document_id, text, match) for match in _ZERO.finditer(text)]
    blocked = sorted([*taken, *(zero.span for zero in zeros)])
    free = [number for number in find_numbers(text) if not _within(number, blocked)]
    out = list(_figures(document_id, text, free, sentences))
    out = [_as_its_part(text, one, whole) for one, whole in zip_longest(out, out[1:]) if one is not None]
    return sorted([*out, *zeros], key=lambda figure: figure.span)


def _figures(document_id: str, text: str, numbers: list[Number], sentences: Sequence[Span]) -> list[Figure]:
    starts = [start for start, _ in sentences]
    killed = _DEADLY.search(text) is not None
    out = []
    last: tuple[int, int, Measure] | None = None  # where the sentence, the noun phrase and the measure before are
    for number in numbers:
        sentence = sentences[bisect_right(starts, number.start) - 1] if starts else (0, len(text))
        amount = _amount(text, number, sentence)
        if amount is None:
            continue
        if amount.unit:
            out.append(_figure(document_id, text, amount, "other", amount.unit))
            continue
        previous = (last[1], last[2]) if last and last[0] == sentence[0] else None
        found = counted(text, amount.start, amount.end, sentence, previous)
        measure: Measure = (
            "killed" if found.measure == "other" and killed and _VICTIMS.search(found.what) else found.measure
        )
        if found.joined and measure != "other" and out and _opens(text, sentence, out[-1]):
            out[-1] = msgspec.structs.replace(out[-1], measure=measure)
        last = (sentence[0], found.end, measure)
        if measure != "other" or found.joined or not _bare_one(text, number, amount):
            out.append(_figure(document_id, text, amount, measure, found.what or None))
    return out


def _opens(text: str, sentence: Span, figure: Figure) -> bool:
    """Whether a figure without a measure opens its sentence: then the predicate of the one that it is joined with is
    its own too ("Three climbers and two guides were found dead").
    """
    return (
        figure.measure == "other" and len(text[sentence[0] : figure.span[0]].split()) <= 1 and figure.what not in _UNITS
    )


def _bare_one(text: str, number: Number, amount: _Amount) -> bool:
    """Whether a number is "one" without hedge: mostly a pronoun or an article, and no count."""
    if not number.low == number.high == 1 or amount[:2] != number[:2]:
        return False
    return not _ALL_BUT.search(text[max(0, amount.start - 12) : amount.start])


def _within(number: Number, spans: list[Span]) -> bool:
    """Whether a number shares a character with one of the sorted ``spans``."""
    place = bisect_right(spans, number.end - 1, key=lambda span: span[0]) - 1
    return place >= 0 and spans[place][1] > number.start


def _as_its_part(text: str, figure: Figure, whole: Figure | None) -> Figure:
    """The figure with the measure of its whole where it has none of its own: "10 of the 12 dead"."""
    if whole is None or figure.measure != "other" or figure.what == "per cent" or whole.measure == "other":
        return figure
    if not _OF_THE.fullmatch(text, figure.span[1], whole.span[0]):
        return figure
    return msgspec.structs.replace(figure, measure=whole.measure, what=figure.what or whole.what)


def _figure(document_id: str, text: str, amount: _Amount, measure: Measure, what: str | None) -> Figure:
    span = (amount.start, amount.end)
    return Figure(
        id=content_id("figure", document=document_id, span=list(span)),
        span=span,
        text=text[span[0] : span[1]],
        low=amount.low,
        high=amount.high,
        approximate=amount.approximate,
        measure=measure,
        what=what,
        place=None,
        as_of=None,
        by=None,
        statement=None,
        part_of=None,
        confidence=_SURE["other" if measure == "other" else "measured"],
    )


def _zero(document_id: str, text: str, match: re.Match[str]) -> Figure:
    """A figure of none: "no one was hurt", "no casualties"; its span is the word that says so."""
    group = next(name for name in ("nobody", "no", "single", "none") if match[name])
    tail = " ".join((match["done"] or match["noun"] or match["verb"] or "").lower().split())
    measure: Measure = next((measure for stem, measure in _ZERO_MEASURES if stem in tail), "other")
    what = match["noun"] or match["subject"] or match["thing"] or "people"
    return _figure(document_id, text, _Amount(*match.span(group), 0, 0), measure, " ".join(what.split()))


def _amount(text: str, number: Number, sentence: Span) -> _Amount | None:
    """The number with hedge and sign; None if it counts nothing."""
    start, end = number.start, number.end
    unit = "per cent" if number.share else None
    head = text[max(sentence[0], start - _REACH) : start]
    tail = text[end : end + _REACH]
    if sign := _SIGN.search(head):
        unit = _SIGNS[sign["sign"].lower()]
        head = head[: sign.start()]
    if per_cent := _PER_CENT.match(tail):
        unit = "per cent"
        end += per_cent.end() if per_cent["sign"] else 0
    hedge = _HEDGE.search(head)
    if unit is None:
        if not counts(text, number, head, tail, hedged=hedge is not None):
            return None
        money = _MONEY.match(tail) or _OF_MONEY.match(tail)
        unit = _currency(money[1]) if money else None
    low, high, approximate = number.low, number.high, number.approximate
    while hedge:
        head = head[: hedge.start()]
        if hedge["least"]:
            low, high = number.low, None
        elif hedge["most"]:
            low, high = None, number.high if number.high is not None else number.low
        else:
            approximate = True
        hedge = _HEDGE.search(head)
    if low != high and (between := _BETWEEN.search(head)):
        head = head[: between.start()]
    start = max(sentence[0], start - _REACH) + len(head)
    return _hedged_behind(text, _Amount(start, end, low, high, approximate, unit))


def _currency(words: str) -> str:
    name = " ".join(words.split())
    return "US dollars" if name.lower().removeprefix("us ") in ("dollar", "dollars") else name


def _hedged_behind(text: str, amount: _Amount) -> _Amount:
    """The amount with a hedge that follows it: "500 or more", "20 people or so", "100+"."""
    behind = _HEDGE_BEHIND.match(text, amount.end, amount.end + 40)
    if behind is None or amount.unit == "per cent":
        return amount
    word = next(name for name in ("plus", "more", "fewer", "so") if behind[name])
    close = not text[amount.end : behind.start(word)].strip()
    end = behind.end() if close else amount.end
    if word in ("plus", "more"):
        return amount._replace(end=end, high=None)
    if word == "fewer":
        return amount._replace(end=end, low=None)
    return amount._replace(end=end, approximate=True)
