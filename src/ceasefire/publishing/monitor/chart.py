"""Incidents a week as bars, the pause shaded, the period of the report marked below: SVG that loads nothing.

What the terms cover, and what may or may not be covered, stand in two panels with scales of their own, so that neither
hides the other.
"""

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

WIDTH, LEFT, RIGHT, TOP, HIGH, LOW, APART, BELOW = 760.0, 46.0, 10.0, 40.0, 170.0, 60.0, 16.0, 44.0
INSIDE, FAINT = "#2a85cc", {"stroke": GREY, "stroke_width": 0.6, "stroke_opacity": "0.5"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the figure shows: weeks, the days on which the pause held, the period of the report."""

    weeks: Sequence[Week]
    pause: Sequence[tuple[date, date]]
    period: Period

    @property
    def step(self) -> float:
        """The width of a week."""
        return (WIDTH - LEFT - RIGHT) / len(self.weeks)

    def x(self, one: date) -> float:
        """Where a day begins, held to the plot."""
        passed = (one - self.weeks[0].first).days / 7 * self.step
        return LEFT + min(max(passed, 0.0), self.step * len(self.weeks))

    def said(self, one: Week) -> str:
        """A week in words."""
        return phrase("trend.point", day=day(one.first), inside=one.inside, open=one.open)


@dataclass(frozen=True, slots=True)
class Panel:
    """Counts of the weeks from `y` down to `y + height`, and how each bar looks."""

    counts: Sequence[int]
    y: float
    height: float
    look: dict[str, object]
    lines: int

    @property
    def top(self) -> int:
        """The count at the upper edge."""
        return _round_up(max(max(self.counts), 1))

    def at(self, count: float) -> float:
        """How high a count stands."""
        return self.y + self.height * (1 - count / self.top)


def chart(shown: Shown, title: str, name: str) -> str:
    """The whole figure."""
    solid: dict[str, object] = {"fill": INSIDE}
    panels = [Panel([one.inside for one in shown.weeks], TOP, HIGH, solid, 4)]
    if any(one.open for one in shown.weeks):
        panels.append(Panel([one.open for one in shown.weeks], TOP + HIGH + APART, LOW, _outline(shown.step), 1))
    foot = panels[-1].y + panels[-1].height
    parts = [*_shade(shown, foot), *(part for one in panels for part in _panel(one, shown))]
    parts += [*_days(shown, foot), *_mark(shown, foot), _key(shown)]
    described = "; ".join(shown.said(one) for one in shown.weeks if one.seen or one.inside or one.open)
    return drawing("".join(parts), WIDTH, foot + BELOW, title, described, name)


def _shade(shown: Shown, foot: float) -> Iterator[str]:
    for number, (first, last) in enumerate(shown.pause):
        left, right = shown.x(first), shown.x(last + timedelta(days=1))
        if right - left < 0.01:
            continue
        look = {"fill": "currentColor", "fill_opacity": "0.1"}
        yield tag("rect", x=left, y=TOP - 14, width=right - left, height=foot - TOP + 14, **look)
        if not number:
            yield text(phrase("trend.pause"), min(left + 3, WIDTH - 60), TOP - 4, 10.5, font_style="italic")


def _panel(one: Panel, shown: Shown) -> Iterator[str]:
    """Lines across, then a bar a week; a dashed line where there is no data."""
    lines = next((lines for lines in (one.lines, 5, 3, 2) if lines <= one.lines + 1 and one.top % lines == 0), 1)
    for number in range(lines + 1):
        count = one.top * number // lines
        yield tag("line", x1=LEFT, y1=one.at(count), x2=WIDTH - RIGHT, y2=one.at(count), **FAINT)
        yield text(numbered(count), LEFT - 6, one.at(count) + 4, 10.5, text_anchor="end")
    gap = min(2.0, shown.step * 0.2)
    for number, (week, count) in enumerate(zip(shown.weeks, one.counts, strict=True)):
        x, width = LEFT + shown.step * number + gap / 2, shown.step - gap
        drawn = "" if week.seen else _dashed(x, one.y + one.height - 4, width)
        if count:
            drawn += tag("rect", x=x, y=one.at(count), width=width, height=one.at(0) - one.at(count), **one.look)
        if drawn:
            yield tag("g", tag("title", escape(shown.said(week))) + drawn)


def _outline(width: float) -> dict[str, object]:
    """An open box: neither inside nor outside."""
    return {"fill": GREY, "fill_opacity": "0.18", "stroke": GREY, "stroke_width": min(1.0, width / 4)}


def _dashed(x: float, y: float, width: float) -> str:
    """A dashed line where no source has data for the whole week."""
    line = {"stroke": "currentColor", "stroke_width": 1.4, "stroke_dasharray": "2 2"}
    return tag("line", x1=x, y1=y, x2=x + width, y2=y, **line)


def _days(shown: Shown, foot: float) -> Iterator[str]:
    every = max(1, ceil(len(shown.weeks) / 6))
    for number in range(0, len(shown.weeks), every):
        x = LEFT + shown.step * number
        yield tag("line", x1=x, y1=foot, x2=x, y2=foot + 4, stroke=GREY, stroke_width=0.8)
        if x < WIDTH - 100:
            yield text(day(shown.weeks[number].first), x, foot + 30, 10.5)


def _mark(shown: Shown, foot: float) -> Iterator[str]:
    """The period of the report, below the line."""
    period, weeks = shown.period, shown.weeks
    if period.last < weeks[0].first or period.first >= weeks[-1].first + timedelta(days=7):
        return
    left, right = shown.x(period.first), shown.x(period.last + timedelta(days=1))
    yield tag("rect", x=left, y=foot + 6, width=max(right - left, 2.0), height=5.0, fill="currentColor")


def _key(shown: Shown) -> str:
    """What the boxes mean, above the plot; only what it shows."""
    shapes: dict[str, Callable[[float], str]] = {
        "trend.inside": lambda at: tag("rect", x=at, y=4.0, width=12, height=10, fill=INSIDE),
        "trend.period": lambda at: tag("rect", x=at, y=6.5, width=12, height=5, fill="currentColor"),
    }
    if any(one.open for one in shown.weeks):
        shapes["trend.open"] = lambda at: tag("rect", x=at, y=4.0, width=12, height=10, **_outline(12.0))
    if not all(one.seen for one in shown.weeks):
        shapes["trend.unseen"] = lambda at: _dashed(at, 9.0, 12.0)
    x, parts = 0.0, []
    for words, shape in shapes.items():
        said = phrase(words)
        parts += [shape(x), text(said, x + 17, 13.0, 10.5)]
        x += 30 + 5.5 * len(said)
    return "".join(parts)


def _round_up(most: int) -> int:
    """The next of 1, 2, 3, 4, 5, 6, 8, 10, 20, 30 … that holds it."""
    size = 1
    while 10 * size < most:
        size *= 10
    return min(step * size for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * size >= most)
