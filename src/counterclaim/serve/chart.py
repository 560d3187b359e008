"""Statements per day and kind in; a bar chart's geometry (bars, grid, ticks) out.

Lengths across are per cent of the chart's width and lengths down are pixels, so that the
SVG can be any width and its letters keep their size. All functions here are pure.
"""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

import msgspec

from counterclaim.records import Kind
from counterclaim.serve.wording import KIND_LABELS, counted, day

HEIGHT = 180
"""Pixels from the base line to the top of the highest bar."""

MAX_BARS = 64
"""More than this and a bar is under 5 pixels wide on a telephone."""

PLOT = 92.0
"""Per cent of the chart's width that bars may take; the rest holds the scale's numbers."""

WIDEST_BAR = 9.0
"""Per cent of the chart's width; without it one day alone would be a wall."""

Unit = Literal["day", "week", "month", "year", "decade", "century"]
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year", "decade", "century")

DayKinds = Mapping[date, Mapping[Kind, int]]


class Block(msgspec.Struct, frozen=True):
    """One rectangle of a stacked bar."""

    kind: Kind
    y: float
    height: float


class Bar(msgspec.Struct, frozen=True):
    """One stacked bar: where it stands, what it stands for in words, its rectangles from below."""

    x: float
    width: float
    label: str
    blocks: tuple[Block, ...]


class Line(msgspec.Struct, frozen=True):
    """One line of the grid and its count."""

    y: float
    count: int


class Tick(msgspec.Struct, frozen=True):
    """One label under the base line; ``anchor`` is SVG's ``text-anchor``."""

    x: float
    label: str
    anchor: Literal["start", "middle", "end"]


class Chart(msgspec.Struct, frozen=True):
    """A whole chart; ``unit`` is what one bar covers and ``kinds`` those that occur."""

    unit: Unit
    bars: tuple[Bar, ...]
    grid: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    kinds: tuple[Kind, ...]
    height: int = HEIGHT


def bar_chart(days: DayKinds) -> Chart | None:
    """The chart of ``days``; None if there are none.

    A bar covers the shortest unit of time with which at most ``MAX_BARS`` bars reach from
    the first day to the last (or a century); time without statements stays empty.
    """
    if not days:
        return None
    fitting = (unit for unit in UNITS if _slot(max(days), unit) - _slot(min(days), unit) < MAX_BARS)
    unit = next(fitting, UNITS[-1])
    first = _slot(min(days), unit)
    slots = _slot(max(days), unit) - first + 1
    sums: dict[int, dict[Kind, int]] = {}
    for when, kinds in days.items():
        counts = sums.setdefault(_slot(when, unit) - first, dict.fromkeys(KIND_LABELS, 0))
        for kind, count in kinds.items():
            counts[kind] += count
    top, step = _scale(max(sum(counts.values()) for counts in sums.values()))
    pitch = min(PLOT / slots, WIDEST_BAR)
    return Chart(
        unit=unit,
        bars=tuple(
            _bar(slot, pitch, counts, top, _slot_name(slot + first, unit)) for slot, counts in sorted(sums.items())
        ),
        grid=tuple(Line(y=HEIGHT - HEIGHT * count / top, count=count) for count in range(step, top + 1, step)),
        ticks=_ticks(slots, pitch, [_slot_name(first + slot, unit, short=True) for slot in range(slots)]),
        kinds=tuple(kind for kind in KIND_LABELS if any(counts[kind] for counts in sums.values())),
    )


def _bar(slot: int, pitch: float, counts: Mapping[Kind, int], top: int, name: str) -> Bar:
    blocks: list[Block] = []
    base = float(HEIGHT)
    for kind in KIND_LABELS:
        height = HEIGHT * counts[kind] / top
        base -= height
        if height:
            blocks.append(Block(kind=kind, y=round(base, 2), height=round(height, 2)))
    parts = ", ".join(f"{counts[kind]} {label}" for kind, label in KIND_LABELS.items() if counts[kind])
    label = f"{name}: {counted(sum(counts.values()), 'statement')} ({parts})"
    return Bar(x=round(slot * pitch, 3), width=round(pitch * 0.82, 3), label=label, blocks=tuple(blocks))


def _scale(highest: int) -> tuple[int, int]:
    """The count at the chart's top and the step of its grid: round numbers, at most five lines."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            step = factor * size
            if step * 4 >= highest:
                return -(-highest // step) * step, step
        size *= 10


def _ticks(slots: int, pitch: float, names: list[str]) -> tuple[Tick, ...]:
    last = slots - 1
    # Four labels of a dozen letters are what 320 pixels hold; bars that fill less get fewer.
    most = max(1, min(4, slots, round(slots * pitch / 23)))
    chosen = sorted({round(place * last / max(1, most - 1)) for place in range(most)})
    full = slots * pitch > PLOT - 1
    ticks: list[Tick] = []
    for slot in chosen:
        label = names[slot]
        if ticks and label[-5:] == names[0][-5:] and " " in label[:-5]:
            label = label[:-5]  # the year stands at the first one
        if slot == 0:
            ticks.append(Tick(x=0, label=label, anchor="start"))
        elif slot == last and full:
            ticks.append(Tick(x=PLOT, label=label, anchor="end"))
        else:
            ticks.append(Tick(x=round((slot + 0.41) * pitch, 3), label=label, anchor="middle"))
    return tuple(ticks)


def _slot(when: date, unit: Unit) -> int:
    match unit:
        case "day":
            return when.toordinal()
        case "week":  # The first of January of year 1 was a Monday.
            return (when.toordinal() - 1) // 7
        case "month":
            return when.year * 12 + when.month - 1
        case "year":
            return when.year
        case "decade":
            return when.year // 10
        case "century":
            return when.year // 100


def _slot_name(slot: int, unit: Unit, *, short: bool = False) -> str:
    match unit:
        case "day":
            when = date.fromordinal(slot)
            return f"{when.day} {calendar.month_abbr[when.month]} {when.year}" if short else day(when.isoformat())
        case "week":
            monday = date.fromordinal(slot * 7 + 1)
            if short:
                return f"{monday.day} {calendar.month_abbr[monday.month]} {monday.year}"
            sunday = monday + timedelta(days=6) if monday <= date.max - timedelta(days=6) else date.max
            return f"{day(monday.isoformat())} to {day(sunday.isoformat())}"
        case "month":
            names = calendar.month_abbr if short else calendar.month_name
            return f"{names[slot % 12 + 1]} {slot // 12}"
        case "year":
            return str(slot)
        case "decade":
            return f"{slot}0s"
        case "century":
            return f"{slot}00–{slot}99"
