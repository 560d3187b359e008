"""A text in, the numbers written in it, in digits and in words, with the interval of each out.

A number here is what stands for an amount: "1,049", "two hundred and fifty", "2.9 million", "five to six
million", "dozens", "half a million". What it counts, and whether it counts anything, is not asked here.
Words are turned into numbers by text2num; orders ("hundreds") follow the project's table.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from text_to_num import text2num

_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SMALL = rf"(?:(?:{_TENS})(?:[-\s](?:{_UNITS}))?|{_UNITS})"
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "k": 1_000,
}
_SCALE = r"(?:hundred|thousand|lakh|million|crore|billion|trillion)"
_SHORT = r"(?:mn?|bn|tn|k)"
_ORDERS = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "billions": 2_000_000_000,
    "trillions": 2_000_000_000_000,
}
"""The least that a bare plural stands for: two of them, as the project's vocabulary has it."""

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+"
_HUNDREDS = rf"(?:(?:(?:an?|{_SMALL})[-\s]+)?hundred(?:\s+(?:and\s+)?{_SMALL})?|{_SMALL})"
_WORDS = rf"{_HUNDREDS}(?:[-\s]+(?:thousand|lakh|million|crore|billion|trillion)(?:\s+(?:and\s+)?{_HUNDREDS})?)*"
_FRACTIONS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0, "sixth": 100 / 6}
_FRACTIONS |= {"eighth": 12.5, "seventh": 100 / 7, "ninth": 100 / 9}
_FRACTION = (
    r"(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(?P<share>(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[-\s])?"
    r"(?:half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?))"
    r"(?=\s+(?:of|the|its|their|his|her|all|part)\b)"
)
_ATOM = re.compile(
    rf"""(?<![\w.])(?:
      (?P<orders>(?:(?:tens|dozens|scores|hundreds|thousands|millions)\s+of\s+)?
         (?:dozens|scores|hundreds|thousands|millions|billions|trillions)\b)
    | (?P<vague>(?:several|a\ few|many|some\ few)\s+(?P<vague_scale>dozen|score|hundred|thousand|million|billion)
         (?:\s+(?P<vague_more>thousand|million|billion))?\b)
    | (?P<dozen>(?:(?P<dozens>an?|{_SMALL}|\d+|half\s+a)\s+)dozen\b)
    | (?P<halves>(?:half\s+an?|an?\s+half|(?P<wholes>{_SMALL}|\d+)\s+and\s+an?\s+half)\s+{_SCALE}\b)
    | {_FRACTION}
    | (?P<a_scale>an?\s+{_SCALE}\b(?!\s+(?:and\s+)?(?:{_SMALL})\b))
    | (?P<digits>{_DIGITS})(?P<scale>(?:\s|-)?{_SCALE}\b|{_SHORT}\b)?(?![\w])
    | (?P<words>\b{_WORDS}\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_TO = re.compile(r"%?\s*([-–—]|to|and|or)\s*(?:(?:US|A|C|HK|NZ)?[$€£¥])?", re.IGNORECASE)


class Number(NamedTuple):
    """Where a number stands and what it is.

    ``low`` and ``high`` are its bounds, null where open; ``digits`` tells "12" from "twelve";
    ``share`` marks a fraction, whose value is in per cent.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool = False
    digits: bool = False
    share: bool = False


def find_numbers(text: str) -> list[Number]:
    """The numbers of a text in order, none overlapping another."""
    return list(_joined(text, [number for match in _ATOM.finditer(text) if (number := _number(match))]))


def _number(match: re.Match[str]) -> Number | None:
    """One number as it stands; None where the words make no number."""
    start, end = match.span()
    word = match.group().lower()
    if match["orders"]:
        return Number(start, end, _order(word), None, approximate=True)
    if match["vague"]:
        value = 2.0 * _SCALES[match["vague_scale"].lower()] * _SCALES.get((match["vague_more"] or "").lower(), 1)
        return Number(start, end, value, None, approximate=True)
    if match["dozen"]:
        count = match["dozens"].lower()
        value = 12 * (0.5 if count.startswith("half") else 1 if count in ("a", "an") else _value(count))
        return Number(start, end, value, value)
    if match["halves"]:
        whole = _value(match["wholes"].lower()) if match["wholes"] else 0
        value = (whole + 0.5) * _SCALES[word.split()[-1]]
        return Number(start, end, value, value)
    if match["share"]:
        value = _share(word)
        return Number(start, end, value, value, share=True)
    if match["a_scale"]:
        value = float(_SCALES[word.split()[-1]])
        return Number(start, end, value, value)
    if match["digits"]:
        value = _in_digits(match["digits"])
        short = (match["scale"] or "").lower() in ("m", "k")
        if short and match.string[start - 1 : start] not in tuple("$€£¥"):
            return None  # metres, "2K resolution"
        if match["scale"]:
            value *= _SCALES[match["scale"].strip(" -\n").lower()]
        value = round(value, 6)
        return Number(start, end, value, value, digits=True)
    try:
        value = _value(word)
    except ValueError:
        return None
    return Number(start, end, value, value)


def _in_digits(digits: str) -> float:
    return float(digits.replace(",", ""))


def _value(words: str) -> float:
    """The value of a number in words or digits; raises ValueError if it is none."""
    if words[0].isdigit():
        return _in_digits(words)
    bare = re.sub(r"^an?\s+", "one ", re.sub(r"[-\s]+", " ", words))
    for scale in ("lakh", "crore"):
        if bare.endswith(" " + scale):
            return float(text2num(bare.removesuffix(" " + scale), "en")) * _SCALES[scale]
    return float(text2num(bare, "en"))


def _order(words: str) -> float:
    """The least that "dozens", "tens of thousands" or "hundreds of thousands" stand for.

    As in the table for bare plurals two hundreds are the least of "hundreds"; of tens of
    thousands it is one ten thousand times two.
    """
    first, _, last = words.partition(" of ")
    if not last:
        return float(_ORDERS[first.strip()])
    counts = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000}
    return float(counts[first.split()[0]] * _SCALES[last.strip().removesuffix("s")])


def _share(words: str) -> float:
    """A fraction in per cent: "two-thirds" is 66.7."""
    *count, part = re.split(r"[-\s]+", words)
    times = {"a": 1, "an": 1, "one": 1}.get(count[0]) or int(_value(count[0])) if count else 1
    return round(times * _FRACTIONS[part.removesuffix("s")], 1)


def _joined(text: str, numbers: list[Number]) -> Iterator[Number]:
    """The numbers with ranges put together: "36 to 40", "5-6,000", "two or three", "five to six million"."""
    n = 0
    while n < len(numbers):
        one = numbers[n]
        other = numbers[n + 1] if n + 1 < len(numbers) else None
        gap = _TO.fullmatch(text, one.end, other.start) if other else None
        if other and gap and (pair := _range(text, one, other, gap.group(1).lower())):
            yield pair
            n += 2
        else:
            yield one
            n += 1


_CHANGE = re.compile(
    r"\b(?:rose|ris(?:en?|ing)|rais\w+|up|fell|fall\w*|down|grew|grow\w*|increas\w+|dropp\w+|cut|climb\w+|jump\w+|lift\w+|"
    r"revis\w+|declin\w+|reduc\w+|chang\w+|went|gone|toll|number|count|total|figure)\b[\w\s]{0,40}\bfrom\s+$",
    re.IGNORECASE,
)
"""Before "from 19 to 23" where that is a change and no range."""


def _one_unit(text: str, one: Number, other: Number) -> bool:
    """Whether two numbers can be the ends of one range by their signs: "18% to £4.2m" can't."""
    gap = text[one.end : other.start]
    signs = [bool(re.search(r"[$€£¥]\s?$", before)) for before in (text[max(0, one.start - 2) : one.start], gap)]
    per_cent = [bool(re.match(r"\s?%", behind)) for behind in (gap, text[other.end : other.end + 2])]
    return not (signs[1] and not signs[0]) and not (per_cent[0] and not per_cent[1])


def _range(text: str, one: Number, other: Number, by: str) -> Number | None:
    """A range of two numbers; the first takes over the second's scale where it has none ("five to six million")."""
    if one.share or other.share or one.low is None or other.low is None or one.high is None or other.high is None:
        return None
    if not _one_unit(text, one, other):
        return None
    between = re.search(
        r"\bbetween\s+(?:(?:US|A|C|HK|NZ)?[$€£¥])?$", text[max(0, one.start - 14) : one.start], re.IGNORECASE
    )
    ran_from = by == "to" and _CHANGE.search(text[max(0, one.start - 60) : one.start])
    if (by == "and" and not between) or ran_from:
        return None
    low, high = one.low, other.high
    scale = re.search(rf"{_SCALE}$", text[other.start : other.end], re.IGNORECASE)
    if low < high and scale and low < 1000 and not re.search(_SCALE, text[one.start : one.end], re.IGNORECASE):
        factor = _SCALES[scale.group().lower()]
        low = low * factor if low * factor < high else low
    elif other.digits and one.digits and low < 10 and high >= 1000 and high % 1000 == 0 and low * 1000 < high:
        low *= 1000  # "5-6,000"
    if by == "or" and not (low < high <= low * 1.5 + 1):
        return None
    if low >= high:
        return None
    return Number(one.start, other.end, low, high, one.approximate or other.approximate, one.digits)
