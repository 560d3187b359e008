"""Figures, dates and votes that an article gives: the text kept, the value beside it."""

from typing import Literal

import msgspec

from counterclaim.records.spans import Span

Measure = Literal[
    "killed",
    "injured",
    "missing",
    "displaced",
    "detained",
    "trapped",
    "abducted",
    "released",
    "other",
]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A count with its hedge, verbatim in ``text`` and as the interval [``low``, ``high``].

    A null end is open: "at least 20" is [20, null]. ``statement`` and ``part_of`` are ids.
    """

    id: str
    span: Span
    text: str
    low: float | None
    high: float | None
    approximate: bool
    measure: Measure
    what: str | None
    place: str | None
    as_of: str | None
    by: str | None
    statement: str | None
    part_of: str | None
    confidence: float


class DateMention(msgspec.Struct, frozen=True, kw_only=True):
    """A date expression and the day or interval that it stands for (EDTF)."""

    span: Span
    text: str
    value: str


class RuleCheck(msgspec.Struct, frozen=True, kw_only=True):
    """A voting rule applied to the counts: its outcome, and whether the text agrees."""

    rule: str
    share: float | None
    passed: bool
    agrees: bool | None


class Vote(msgspec.Struct, frozen=True, kw_only=True):
    """A vote as the text reports it, with the rule as stated and the rule checked."""

    span: Span
    body: str | None
    question: str | None
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    rule: str | None
    passed: bool | None
    check: RuleCheck | None
