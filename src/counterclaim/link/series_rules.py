"""The values of a series in, its low, best and high under a named rule out; pure, and every input is kept.

Four practices of people who count the dead, each reduced to what can be done without a coder's judgement. A rule
says which figures its numbers come from (``used``), so that a reader can open each of them.

- ``conservative``: ACLED codes the most conservative estimate where reports differ and revises when better
  information comes ("FAQs: ACLED fatality methodology", acleddata.com). Here: the lowest figure of the last day.
  ACLED codes "dozens" as 12; here a vague word keeps the interval that its figure has.
- ``best-low-high``: UCDP GED gives a best, a low and a high estimate per event, the low and the high being the
  least and the greatest that reliable sources give (Sundberg and Melander 2013, doi:10.1177/0022343313484347, and
  the GED codebook). Its best is a coder's choice of the likeliest; here it is the median of the last day.
- ``min-max``: Iraq Body Count keeps a minimum and a maximum where sources differ and publishes the range
  (Dardagan et al., iraqbodycount.org, "Methods"). Here: the least and the greatest of all, and no best.
- ``latest-official``: the last figure that an official body gives, as agencies do in a disaster.
"""

import re
import statistics
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple, get_args

from counterclaim.records.links import SeriesRule, SeriesValue

RULES: tuple[SeriesRule, ...] = get_args(SeriesRule)

_OFFICIAL = re.compile(
    r"\b(?:minist(?:er|ry)|government|governor|police|sheriff|army|military|defen[cs]e|officials?|authorit(?:y|ies)|"
    r"agency|department|council|commission|inquiry|mayor|president|premier|presidency|palace|coroner|prosecutors?|"
    r"coast\s*guard|fire\s+(?:service|brigade|department)|civil\s+(?:defen[cs]e|protection)|rescue\s+service|"
    r"united\s+nations|UN|U\.N\.|UNHCR|WHO|OCHA|embassy|parliament|town\s+hall)\b",
    re.IGNORECASE,
)


class Estimate(NamedTuple):
    """What a rule makes of a series; null where it gives no such number. ``used`` are ids of figures, sorted."""

    low: float | None
    best: float | None
    high: float | None
    used: tuple[str, ...] = ()


def estimate(values: Sequence[SeriesValue], rule: SeriesRule, officials: Collection[str] | None = None) -> Estimate:
    """Low, best and high under a rule.

    ``officials`` are ids of parties that count as official bodies; without it a giver is one by its name.
    Raises ``ValueError`` for a rule that doesn't exist.
    """
    if rule == "latest-official":
        return latest_official(values, officials)
    if rule not in _BY_NAME:
        raise ValueError(f"no such rule: {rule}; there are {', '.join(RULES)}")
    return _BY_NAME[rule](values)


def latest_official(values: Sequence[SeriesValue], officials: Collection[str] | None = None) -> Estimate:
    """The figures of official bodies on the last day that one of them speaks; nothing where none does.

    Where officials disagree on that day there is no best: the rule takes no side between two governments.
    """
    given = last_day([value for value in values if is_official(value, officials)])
    found = _span(given)
    points = {point(value) for value in given}
    return found._replace(best=points.pop() if len(points) == 1 else None)


def conservative(values: Sequence[SeriesValue]) -> Estimate:
    """The lowest figure of the last day, and that alone."""
    counted = [value for value in last_day(values) if value.low is not None] or list(last_day(values))
    lowest = min(counted, key=lambda value: (_number(value), value.figure), default=None)
    if lowest is None:
        return Estimate(None, None, None)
    return Estimate(point(lowest), point(lowest), point(lowest), (lowest.figure,))


def best_low_high(values: Sequence[SeriesValue]) -> Estimate:
    """The median of the last day between the least and the greatest of that day.

    A copy counts once: equal figures of one giver in one origin group are one vote. Of an even number the lower of
    the two in the middle is taken, a number that somebody gives.
    """
    given = last_day(values)
    votes = {(value.origin_group, value.party or value.by, value.low, value.high): _number(value) for value in given}
    return _span(given)._replace(best=statistics.median_low(votes.values()) if votes else None)


def min_max(values: Sequence[SeriesValue]) -> Estimate:
    """The least and the greatest number that anybody gives at any time."""
    return _span(values)


_BY_NAME: dict[str, Callable[[Sequence[SeriesValue]], Estimate]] = {
    "conservative": conservative,
    "best-low-high": best_low_high,
    "min-max": min_max,
}


def last_day(values: Sequence[SeriesValue]) -> tuple[SeriesValue, ...]:
    """The values of the last as-of day; all of them where no value has a day."""
    days = [value.as_of for value in values if value.as_of]
    return tuple(value for value in values if not days or value.as_of == max(days))


def is_official(value: SeriesValue, officials: Collection[str] | None = None) -> bool:
    """Whether an official body gives a value: by ``officials`` where given, else by the words of its name."""
    if officials is not None:
        return value.party in officials
    return bool(value.by and _OFFICIAL.search(value.by))


def point(value: SeriesValue) -> float | None:
    """The number that stands for a value: its lower end, the only one named in "at least 20"; else the upper."""
    return value.low if value.low is not None else value.high


def _number(value: SeriesValue) -> float:
    found = point(value)
    return 0.0 if found is None else found


def _span(values: Sequence[SeriesValue]) -> Estimate:
    """The least and the greatest number named. An open end names none: "at least 47" sets no upper bound."""
    numbers = [number for value in values for number in (value.low, value.high) if number is not None]
    if not numbers:
        return Estimate(None, None, None)
    return Estimate(min(numbers), None, max(numbers), tuple(sorted(value.figure for value in values)))
