"""Incidents a week as bars, the pause shaded, the period of the report marked below: SVG that loads nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from math import ceil

from ceasefire.monitoring.monitored import Period
from ceasefire.publishing.figures.svg import GREY, drawing, tag, text
from ceasefire.publishing.monitor.weeks import Week
from ceasefire.publishing.monitor.words import day, numbered, phrase

WIDTH, PLOT, LEFT, TOP, BELOW = 760.0, 190.0, 46.0, 40.0, 44.0
INSIDE, FAINT = "#2a85cc", {"stroke": GREY, "stroke_width": 0.6, "stroke_opacity": "0.5"}


@dataclass(frozen=True, slots=True)
class Plot:
    """Where weeks and counts stand."""

    weeks: Sequence[Week]
    top: int

    @property
    def step(self) -> float:
        """The width of a week."""
        return (WIDTH - LEFT - 10) / len(self.weeks)

    def x(self, one: date) -> float:
        """Where a day begins, held to the plot."""
        passed = (one - self.weeks[0].first).days / 7 * self.step
        return LEFT + min(max(passed, 0.0), self.step * len(self.weeks))

    def y(self, count: float) -> float:
        """How high a count stands."""
        return TOP + PLOT * (1 - count / self.top)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the figure shows: weeks, the days on which the pause held, the period of the report.

    `compared` weeks count what the terms cover on any day, others what is inside the terms and what is open.
    """

    weeks: Sequence[Week]
    pause: Sequence[tuple[date, date]]
    period: Period
    compared: bool = True

    def said(self, one: Week) -> str:
        """A week in words."""
        if self.compared:
            return phrase("trend.point_compared", day=day(one.first), count=one.inside)
        return phrase("trend.point", day=day(one.first), inside=one.inside, open=one.open)


def chart(shown: Shown, title: str, name: str) -> str:
    """The whole figure."""
    plot = Plot(shown.weeks, _round_up(max(max(one.inside + one.open for one in shown.weeks), 1)))
    parts = [
        *_shade(plot, shown.pause),
        *_grid(plot),
        *_bars(plot, shown),
        *_days(plot),
        *_mark(plot, shown.period),
        _key(shown),
    ]
    described = "; ".join(shown.said(one) for one in shown.weeks if one.seen)
    return drawing("".join(parts), WIDTH, TOP + PLOT + BELOW, title, described, name)


def _shade(plot: Plot, pause: Sequence[tuple[date, date]]) -> Iterator[str]:
    for number, (first, last) in enumerate(pause):
        left, right = plot.x(first), plot.x(last + timedelta(days=1))
        if right - left < 0.01:
            continue
        look = {"fill": "currentColor", "fill_opacity": "0.1"}
        yield tag("rect", x=left, y=TOP - 14, width=right - left, height=PLOT + 14, **look)
        if not number:
            yield text(phrase("trend.pause"), min(left + 3, WIDTH - 60), TOP - 4, 10.5, font_style="italic")


def _grid(plot: Plot) -> Iterator[str]:
    lines = 4 if plot.top % 4 == 0 else 5 if plot.top % 5 == 0 else plot.top
    for number in range(lines + 1):
        count = plot.top * number // lines
        yield tag("line", x1=LEFT, y1=plot.y(count), x2=WIDTH - 10, y2=plot.y(count), **FAINT)
        yield text(numbered(count), LEFT - 6, plot.y(count) + 4, 10.5, text_anchor="end")


def _bars(plot: Plot, shown: Shown) -> Iterator[str]:
    gap = min(2.0, plot.step * 0.2)
    for number, one in enumerate(plot.weeks):
        x, width = LEFT + plot.step * number + gap / 2, plot.step - gap
        shapes = []
        if one.inside:
            low = plot.y(one.inside)
            shapes.append(tag("rect", x=x, y=low, width=width, height=TOP + PLOT - low, fill=INSIDE))
        if one.open:
            high, low = plot.y(one.inside + one.open), plot.y(one.inside)
            shapes.append(_open(x, high, width, low - high))
        if not one.seen:
            shapes.append(_dashed(x, TOP + PLOT - 4, width))
        if shapes:
            yield tag("g", tag("title", escape(shown.said(one))) + "".join(shapes))


def _open(x: float, y: float, width: float, height: float) -> str:
    """An open box: neither inside nor outside."""
    edge = {"fill": GREY, "fill_opacity": "0.18", "stroke": GREY, "stroke_width": min(1.0, width / 4)}
    return tag("rect", x=x, y=y, width=width, height=height, **edge)


def _dashed(x: float, y: float, width: float) -> str:
    """A dashed line where nobody reported anything of a week."""
    line = {"stroke": "currentColor", "stroke_width": 1.4, "stroke_dasharray": "2 2"}
    return tag("line", x1=x, y1=y, x2=x + width, y2=y, **line)


def _days(plot: Plot) -> Iterator[str]:
    every = max(1, ceil(len(plot.weeks) / 6))
    for number in range(0, len(plot.weeks), every):
        x = LEFT + plot.step * number
        yield tag("line", x1=x, y1=TOP + PLOT, x2=x, y2=TOP + PLOT + 4, stroke=GREY, stroke_width=0.8)
        if x < WIDTH - 100:
            yield text(day(plot.weeks[number].first), x, TOP + PLOT + 30, 10.5)


def _mark(plot: Plot, period: Period) -> Iterator[str]:
    if period.last < plot.weeks[0].first or period.first >= plot.weeks[-1].first + timedelta(days=7):
        return
    left, right = plot.x(period.first), plot.x(period.last + timedelta(days=1))
    yield tag("rect", x=left, y=TOP + PLOT + 6, width=max(right - left, 2.0), height=5.0, fill="currentColor")


def _key(shown: Shown) -> str:
    """What the boxes mean, above the plot; only what it shows."""
    shapes: dict[str, Callable[[float], str]] = {
        "trend.compared" if shown.compared else "trend.inside": lambda at: tag(
            "rect", x=at, y=4.0, width=12, height=10, fill=INSIDE
        ),
        "trend.period": lambda at: tag("rect", x=at, y=6.5, width=12, height=5, fill="currentColor"),
    }
    if not shown.compared:
        shapes["trend.open"] = lambda at: _open(at, 4.0, 12.0, 10.0)
    if not all(one.seen for one in shown.weeks):
        shapes["trend.unseen"] = lambda at: _dashed(at, 9.0, 12.0)
    x, parts = LEFT, []
    for words, shape in shapes.items():
        said = phrase(words)
        parts += [shape(x), text(said, x + 17, 13.0, 10.5)]
        x += 34 + 5.6 * len(said)
    return "".join(parts)


def _round_up(most: int) -> int:
    """The next of 1, 2, 3, 4, 5, 6, 8, 10, 20, 30 … that holds it."""
    if most <= 5:
        return most
    size = 1
    while 10 * size < most:
        size *= 10
    return min(step * size for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * size >= most)
