"""A figure series in, its chart out: geometry, and the SVG with its key and its table.

Lengths across are per cent of the chart's width and lengths down are pixels, as in ``chart``. Marks that would
cover one another stand side by side; numbers are written only where a telephone has room for them, and every
number is in the table. No script; colours come from the style sheet's variables, so that they follow the theme.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec
from markupsafe import Markup

from counterclaim.link.changes import told
from counterclaim.link.series import MARGIN, disputes
from counterclaim.records.links import FigureSeries, SeriesValue
from counterclaim.serve.characters import plain, shown
from counterclaim.serve.chart import Tick
from counterclaim.serve.wording import counted, parsed_day, short_day

HEIGHT = 220
"""Pixels from the base line to the top of the scale."""
LEFT, RIGHT = 5.0, 84.0
"""Per cent of the width between which days lie; the rest holds marks at the edges and the scale's numbers."""
PHONE = 300
"""Pixels of width at which nothing may collide: a telephone of 320 with the page's margins."""
STEP = 14
"""Pixels between marks side by side, and the height below which two marks touch: a mark is 11 wide."""
OPEN = 24
"""Pixels that an open end is drawn long."""
MOST_SOURCES = 5
"""Sources with a shape of their own, those with the most figures; the others share the last."""
NOBODY = "no source named"
OTHERS = "other sources"

Shape = Literal["disc", "square", "triangle", "diamond", "cross", "plus", "ring"]
_SHAPES: tuple[Shape, ...] = ("disc", "square", "triangle", "diamond", "cross")
_PATHS: dict[Shape, str] = {
    "disc": "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z",
    "square": "M-5 -5h10v10h-10z",
    "triangle": "M0 -6.5l6.2 11.5h-12.4z",
    "diamond": "M0 -7l6.5 7l-6.5 7l-6.5 -7z",
    "cross": "M-5 -5l10 10M5 -5l-10 10",
    "plus": "M-6 0h12M0 -6v12",
    "ring": "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
}
STYLE = """
.fs { display: block; overflow: visible; }
.fs text { font: .75rem var(--sans); fill: var(--soft); font-variant-numeric: tabular-nums;
  paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.fs .num { fill: var(--ink); font-weight: 650; }
.fs .grid { stroke: var(--rule); } .fs .base { stroke: var(--ink); }
.fs .band { fill: var(--against); fill-opacity: .13; stroke: var(--against); stroke-dasharray: 3 3; }
.fs-m { stroke-width: 2; fill: none; }
.fs-0 { fill: var(--direct); stroke: var(--direct); } .fs-1 { fill: var(--mixed); stroke: var(--mixed); }
.fs-2 { fill: var(--cue-line); stroke: var(--cue-line); }
.fs-3 { fill: var(--content-line); stroke: var(--content-line); }
.fs-4 { stroke: var(--ink); } .fs-5 { stroke: var(--soft); } .fs-6 { stroke: var(--soft); fill: var(--paper); }
.fs-bar { stroke-width: 3; stroke-linecap: butt; } .fs-open { stroke-width: 2; stroke-dasharray: 2 3; }
"""
"""The rules that the marks need; the variables are those of ``dossier.css``."""


class Source(msgspec.Struct, frozen=True):
    """Whose figures a mark stands for, and how it looks; ``tone`` is the number of its colour class."""

    name: str
    shape: Shape
    tone: int


class Mark(msgspec.Struct, frozen=True):
    """One figure of one source on one day, however many articles repeat it.

    ``x`` is in per cent, ``shift`` and the others in pixels. ``bar`` are the ends of its interval; ``up`` and
    ``down`` say which of them is open. ``number`` is the value to write beside it, to the left of it if ``before``;
    empty where there is no room.
    """

    x: float
    shift: float
    y: float
    bar: tuple[float, float]
    up: bool
    down: bool
    source: int
    label: str
    number: str
    before: bool


class Band(msgspec.Struct, frozen=True):
    """A day on which sources contradict one another, from the lowest figure to the highest."""

    x: float
    left: float
    width: float
    y: float
    height: float
    label: str


class Row(msgspec.Struct, frozen=True):
    """One line of the table: a figure as it was given, and the ids of the figures that give it."""

    as_of: str | None
    value: str
    by: str
    disputed: bool
    figures: tuple[str, ...]


class SeriesChart(msgspec.Struct, frozen=True):
    """A whole chart with its table. ``undated`` counts rows that have no day and stand in the table only."""

    title: str
    description: str
    sources: tuple[Source, ...]
    marks: tuple[Mark, ...]
    bands: tuple[Band, ...]
    grid: tuple[tuple[float, str], ...]
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    undated: int
    height: int = HEIGHT


class _Group(msgspec.Struct, frozen=True):
    """Values that are drawn as one mark: the same source, day and interval."""

    day: str | None
    by: str
    value: SeriesValue
    figures: tuple[str, ...]


def series_chart(
    series: FigureSeries, names: Mapping[str, str] | None = None, bodies: Mapping[str, str] | None = None
) -> SeriesChart | None:
    """The chart of a series; None if no value has a day.

    ``names`` gives a party's name by its id; without it a source is called as its article calls it. ``bodies`` as
    in ``link.series.disputes``.
    """
    groups = _grouped(series.values, names or {})
    dated = [group for group in groups if parsed_day(group.day)]
    if not dated:
        return None
    against = disputes(series.values, bodies)
    disputed = {figure for one in against for figure in (one.one, one.other)}
    days = sorted({group.day for group in dated if group.day})
    top, step = scale(max(_reach(group.value) for group in dated))
    across = _across(days)
    sources = _sources(dated)
    grid = tuple((HEIGHT - HEIGHT * at * step / top, short(at * step)) for at in range(1, round(top / step) + 1))
    marks = _marks(dated, across, top, grid, sources, disputed)
    return SeriesChart(
        title=_title(series),
        description=_description(dated, len({one.as_of for one in against})),
        sources=sources,
        marks=marks,
        bands=_bands(dated, marks, disputed),
        grid=grid,
        ticks=_ticks(days, across),
        rows=tuple(
            Row(
                as_of=group.day,
                value=told(group.value),
                by=group.by,
                disputed=bool(disputed & set(group.figures)),
                figures=group.figures,
            )
            for group in groups
        ),
        undated=len(groups) - len(dated),
    )


def drawn(chart: SeriesChart, key: str, links: Mapping[str, str] | None = None) -> Markup:
    """The chart as an HTML figure: key, SVG, and the same numbers as a table.

    ``key`` tells its ids from those of other charts on the page; ``links`` gives the address of a figure's words by
    its id, which must be one that the page may lead to. Everything is escaped.
    """
    ident = plain(key)
    return Markup("\n").join(
        (
            Markup("<figure>"),
            _key(chart),
            Markup(
                '<svg class="fs" width="100%" height="{0}" role="img" aria-labelledby="fs-{1}-t fs-{1}-d">\n'
                '<title id="fs-{1}-t">{2}</title>\n'
                '<desc id="fs-{1}-d">{3} The table below holds the same numbers.</desc>\n'
                '<g transform="translate(0 22)">'
            ).format(chart.height + 48, ident, plain(chart.title), plain(chart.description)),
            *(_grid_line(y) for y, _ in chart.grid),
            *(_band(band) for band in chart.bands),
            *(_scale_number(y, label) for y, label in chart.grid),
            Markup('<line class="base" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(chart.height),
            *(_mark(mark, chart.sources) for mark in chart.marks),
            *(_number(mark) for mark in chart.marks if mark.number),
            *(_tick(tick, chart.height) for tick in chart.ticks),
            Markup("</g></svg>"),
            _caption(chart),
            Markup("</figure>"),
            _table(chart, links or {}),
        )
    )


def scale(highest: float) -> tuple[float, float]:
    """The value at the chart's top and the step of its grid: round numbers, at most five lines."""
    size = 1.0
    while True:
        for factor in (1, 2, 5):
            step = factor * size
            if step * 4 >= highest:
                return max(1.0, -(-highest // step)) * step, step
        size *= 10


def short(number: float) -> str:
    """A number for the scale: ``500``, ``12,500``, ``1.5 million``, ``20 billion``."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if number >= size:
            return f"{number / size:g}\u00a0{word}"
    return f"{number:,.0f}"


def _grouped(values: Sequence[SeriesValue], names: Mapping[str, str]) -> list[_Group]:
    found: dict[tuple[object, ...], list[SeriesValue]] = {}
    for value in values:
        by = _name(value, names)
        found.setdefault((value.as_of, by, value.low, value.high, value.approximate), []).append(value)
    return [
        _Group(day=some[0].as_of, by=_name(some[0], names), value=some[0], figures=tuple(one.figure for one in some))
        for some in found.values()
    ]


def _name(value: SeriesValue, names: Mapping[str, str]) -> str:
    return names.get(value.party or "") or (value.by or NOBODY).replace("'", "’")


def _reach(value: SeriesValue) -> float:
    ends = [end for end in (value.low, value.high) if end is not None]
    return max(ends, default=0.0) * (1 + MARGIN if value.approximate else 1)


def _across(days: Sequence[str]) -> dict[str, float]:
    first, last = date.fromisoformat(days[0]).toordinal(), date.fromisoformat(days[-1]).toordinal()
    width = (RIGHT - LEFT) / max(1, last - first)
    return {day: round(LEFT + (date.fromisoformat(day).toordinal() - first) * width, 3) for day in days}


def _sources(groups: Sequence[_Group]) -> tuple[Source, ...]:
    """The sources with the most figures, each with a shape; then the others, then figures without a source."""
    counts: defaultdict[str, int] = defaultdict(int)
    for group in groups:
        counts[group.by] += 1
    named = sorted((name for name in counts if name != NOBODY), key=lambda name: (-counts[name], name))
    own = named if len(named) <= MOST_SOURCES else named[: MOST_SOURCES - 1]
    found = [Source(name, _SHAPES[at], at) for at, name in enumerate(own)]
    if len(named) > len(own):
        found.append(Source(OTHERS, "plus", 5))
    if NOBODY in counts:
        found.append(Source(NOBODY, "ring", 6))
    return tuple(found)


def _marks(
    groups: Sequence[_Group],
    across: Mapping[str, float],
    top: float,
    grid: Sequence[tuple[float, str]],
    sources: Sequence[Source],
    disputed: set[str],
) -> tuple[Mark, ...]:
    number_of = {source.name: at for at, source in enumerate(sources)}
    by_day: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        by_day[group.day or ""].append(group)
    placed: list[tuple[_Group, float, float]] = []
    for day in sorted(by_day):
        some = sorted(by_day[day], key=lambda group: (_point(group.value), group.by))
        placed += [
            (group, shift, _y(_point(group.value), top)) for group, shift in zip(some, _shifts(some, top), strict=True)
        ]
    boxes = [(_pixels(across[group.day or ""]) + shift - 7, y - 7, 14.0, 14.0) for group, shift, y in placed]
    boxes += [(PHONE - 7.0 * len(label), y - 17, 7.0 * len(label), 14.0) for y, label in grid]
    numbers = _numbers(placed, across, boxes, disputed)
    return tuple(
        Mark(
            x=across[group.day or ""],
            shift=shift,
            y=round(y, 2),
            bar=_bar(group.value, top),
            up=group.value.high is None,
            down=group.value.low is None,
            source=number_of.get(group.by, number_of.get(OTHERS, 0)),
            label=_label(group),
            number=numbers[at][0],
            before=numbers[at][1],
        )
        for at, (group, shift, y) in enumerate(placed)
    )


def _shifts(groups: Sequence[_Group], top: float) -> list[float]:
    """How far each mark of a day is moved sideways, so that those of like height stand side by side."""
    rows: list[list[int]] = []
    last = None
    for at, group in enumerate(groups):
        y = _y(_point(group.value), top)
        if last is not None and last - y < STEP:
            rows[-1].append(at)
        else:
            rows.append([at])
        last = y
    shifts = [0.0] * len(groups)
    for row in rows:
        for place, at in enumerate(row):
            shifts[at] = (place - (len(row) - 1) / 2) * STEP
    return shifts


def _numbers(
    placed: Sequence[tuple[_Group, float, float]],
    across: Mapping[str, float],
    boxes: Sequence[tuple[float, float, float, float]],
    disputed: set[str],
) -> list[tuple[str, bool]]:
    """The number to write beside each mark and whether to its left: disputed ones and the last first.

    ``boxes`` are left, top, width and height of what is drawn already, the marks' first and in their order.
    """
    numbers = [("", False)] * len(placed)
    taken = list(boxes)
    order = sorted(
        range(len(placed)),
        key=lambda at: (not disputed & set(placed[at][0].figures), -across[placed[at][0].day or ""], at),
    )
    for at in order:
        group, shift, y = placed[at]
        number = written(group.value)
        width, x = 7.0 * len(number) + 2, _pixels(across[group.day or ""]) + shift
        for before, left in ((False, x + 8), (True, x - 8 - width)):
            box = (left, y - 7, width, 14.0)
            if left >= 0 and left + width <= PHONE and not any(_meet(box, o) for n, o in enumerate(taken) if n != at):
                numbers[at] = (number, before)
                taken.append(box)
                break
    return numbers


def written(value: SeriesValue) -> str:
    """A figure as it stands beside its mark: ``38``, ``38+`` for at least, ``≤50`` for at most, ``40–50``."""
    if value.low is None or value.high is None:
        return f"{short(value.low)}+" if value.low is not None else f"≤{short(value.high or 0.0)}"
    return short(value.low) if value.low == value.high else f"{short(value.low)}–{short(value.high)}"


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _bands(groups: Sequence[_Group], marks: Sequence[Mark], disputed: set[str]) -> tuple[Band, ...]:
    labels = {_label(group) for group in groups if disputed & set(group.figures)}
    by_day: defaultdict[float, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.label in labels:
            by_day[mark.x].append(mark)
    found = []
    for x, some in sorted(by_day.items()):
        left = min(mark.shift for mark in some) - 10
        right = max(mark.shift for mark in some) + 10
        high, low = min(mark.y for mark in some) - 10, max(mark.y for mark in some) + 10
        label = "disputed: " + "; ".join(mark.label for mark in some)
        found.append(Band(x=x, left=left, width=right - left, y=high, height=low - high, label=label))
    return tuple(found)


def _ticks(days: Sequence[str], across: Mapping[str, float]) -> tuple[Tick, ...]:
    """The first day, the last, and days between that keep a label's width from their neighbours."""
    # A label of eleven letters takes a quarter of a telephone's width.
    width = 25.0
    chosen = [days[0]]
    for day in days[1:-1]:
        if across[day] - across[chosen[-1]] >= width and across[days[-1]] - across[day] >= width:
            chosen.append(day)
    if len(days) > 1 and across[days[-1]] - across[days[0]] >= width:
        chosen.append(days[-1])
    found: list[Tick] = []
    for at, day in enumerate(chosen):
        label = short_day(day) if at == 0 or day[:4] != chosen[at - 1][:4] else short_day(day)[:-5]
        anchor: Literal["start", "middle", "end"] = "start" if at == 0 else "middle"
        found.append(Tick(x=0.0 if at == 0 else across[day], label=label, anchor=anchor))
    return tuple(found)


def _point(value: SeriesValue) -> float:
    """Where the mark stands: the middle of a closed interval, else the end that is named."""
    if value.low is not None and value.high is not None:
        return (value.low + value.high) / 2
    return value.low if value.low is not None else value.high if value.high is not None else 0.0


def _bar(value: SeriesValue, top: float) -> tuple[float, float]:
    """The upper and the lower end of the interval in pixels; an open end reaches a little further."""
    margin = MARGIN if value.approximate else 0.0
    at = _y(_point(value), top)
    upper = _y(value.high * (1 + margin), top) if value.high is not None else max(0.0, at - OPEN)
    lower = _y(value.low * (1 - margin), top) if value.low is not None else min(float(HEIGHT), at + OPEN)
    return round(upper, 2), round(lower, 2)


def _y(value: float, top: float) -> float:
    return HEIGHT - HEIGHT * value / top


def _pixels(x: float) -> float:
    return PHONE * x / 100


def _label(group: _Group) -> str:
    again = f", {counted(len(group.figures), 'mention')}" if len(group.figures) > 1 else ""
    return f"{short_day(group.day)}: {told(group.value)}, {group.by}{again}"


def _title(series: FigureSeries) -> str:
    what = series.what or "people"
    measure = "" if series.measure == "other" else f", {series.measure}"
    return f"{what[:1].upper()}{what[1:]}{measure}{f', {series.place}' if series.place else ''}: {series.relation}"


def _description(groups: Sequence[_Group], days: int) -> str:
    first, last = groups[0], groups[-1]
    told_of = f"{counted(len(groups), 'figure')} from {_label(first)} to {_label(last)}."
    return f"{told_of} Sources contradict one another on {counted(days, 'day')}." if days else told_of


def _key(chart: SeriesChart) -> Markup:
    items = [
        Markup(
            '<li><svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">'
            '<path class="fs-m fs-{0}" d="{1}"/></svg><bdi>{2}</bdi></li>'
        ).format(source.tone, _PATHS[source.shape], shown(source.name))
        for source in chart.sources
    ]
    if chart.bands:
        items.append(
            Markup(
                '<li><svg class="fs" width="16" height="16" aria-hidden="true"><rect class="band" x="1" y="1" '
                'width="14" height="14"/></svg>disputed on that day</li>'
            )
        )
    return Markup('<ul class="key">{}</ul>').format(Markup("").join(items))


def _grid_line(y: float) -> Markup:
    return Markup('<line class="grid" x1="0" x2="100%" y1="{0:.2f}" y2="{0:.2f}"/>').format(y)


def _scale_number(y: float, label: str) -> Markup:
    return Markup('<text x="100%" y="{:.2f}" text-anchor="end">{}</text>').format(y - 5, label)


def _band(band: Band) -> Markup:
    return Markup(
        '<svg x="{}%" overflow="visible"><rect class="band" x="{}" y="{:.2f}" width="{}" height="{:.2f}" rx="3">'
        "<title>{}</title></rect></svg>"
    ).format(band.x, band.left, band.y, band.width, band.height, plain(band.label))


def _mark(mark: Mark, sources: Sequence[Source]) -> Markup:
    source = sources[mark.source]
    upper, lower = mark.bar
    lines = [
        Markup('<line class="fs-{} {}" x1="0" x2="0" y1="{:.2f}" y2="{:.2f}"/>').format(source.tone, kind, start, end)
        for kind, start, end in (
            ("fs-open" if mark.up else "fs-bar", mark.y, upper),
            ("fs-open" if mark.down else "fs-bar", mark.y, lower),
        )
        if abs(start - end) > 0.01
    ]
    return Markup(
        '<svg x="{}%" overflow="visible"><g transform="translate({} 0)"><title>{}</title>{}'
        '<path class="fs-m fs-{}" transform="translate(0 {:.2f})" d="{}"/></g></svg>'
    ).format(mark.x, mark.shift, plain(mark.label), Markup("").join(lines), source.tone, mark.y, _PATHS[source.shape])


def _number(mark: Mark) -> Markup:
    return Markup(
        '<svg x="{}%" overflow="visible"><text class="num" x="{}" y="{:.2f}" text-anchor="{}">{}</text></svg>'
    ).format(
        mark.x, mark.shift + (-9 if mark.before else 9), mark.y + 4, "end" if mark.before else "start", mark.number
    )


def _tick(tick: Tick, height: int) -> Markup:
    return Markup('<text x="{}%" y="{}" text-anchor="{}">{}</text>').format(
        tick.x, height + 19, tick.anchor, plain(tick.label)
    )


def _caption(chart: SeriesChart) -> Markup:
    undated = f" {counted(chart.undated, 'figure')} without a day in the table only." if chart.undated else ""
    return Markup("<figcaption>By the day that the count is of. A dotted line is an open end.{}</figcaption>").format(
        undated
    )


def _table(chart: SeriesChart, links: Mapping[str, str]) -> Markup:
    rows = [
        Markup('<tr><th scope="row">{}</th><td>{}{}</td><td><bdi>{}</bdi></td><td>{}</td></tr>').format(
            plain(short_day(row.as_of)),
            row.value,
            " (disputed)" if row.disputed else "",
            shown(row.by),
            Markup(", ").join(_link(figure, at, links) for at, figure in enumerate(row.figures, start=1)),
        )
        for row in chart.rows
    ]
    return Markup(
        '<details class="more"><summary>The same as a table, {}</summary>\n<table><caption class="vh">{}</caption>\n'
        '<thead><tr><th scope="col">As of</th><th scope="col">figure</th><th scope="col">given by</th>'
        '<th scope="col">words</th></tr></thead>\n<tbody>\n{}\n</tbody></table></details>'
    ).format(counted(len(chart.rows), "figure"), plain(chart.title), Markup("\n").join(rows))


def _link(figure: str, number: int, links: Mapping[str, str]) -> Markup:
    address = links.get(figure)
    return Markup('<a href="{}">{}</a>').format(address, number) if address else Markup("{}").format(number)
