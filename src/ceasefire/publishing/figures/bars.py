"""Pauses on the time line: a lane a pause, a bar for each count of it, open at the right where no end is on record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from ceasefire.publishing.brief import Bar
from ceasefire.publishing.figures.svg import GREY, paragraph, tag
from ceasefire.publishing.wording import day, phrase
from ceasefire.when import When

THICK, APART = 5.0, 8.0


def days_of(bars: Sequence[Bar]) -> list[date]:
    """Every day on which a bar begins or ends."""
    return [when for one in bars for when in (When(one.start).first, When(one.end).first) if when is not None]


def bar_lane(title: str, bars: Sequence[Bar], top: float, width: float, at: Callable[[date], float], last: date) -> str:
    """One pause: its title, and its bars below each other."""
    parts = [tag("line", x1=0.0, y1=top, x2=width, y2=top, stroke=GREY, stroke_width=0.6, stroke_opacity="0.5")]
    parts.append(paragraph(title, 0.0, top + 13, 24, 11.0, 2))
    for place, one in enumerate(bars):
        begins, ends = When(one.start).first, When(one.end).first
        if begins is None:
            continue
        left, right = at(begins), at(ends or last)
        look = {"fill": GREY, "fill_opacity": "0.55"} if ends else {"fill": "none", "stroke": GREY}
        shape = tag("rect", x=left, y=top + 7 + APART * place, width=max(right - left, 2.0), height=THICK, **look)
        parts.append(tag("g", tag("title", escape(said(one))) + shape))
    return "".join(parts)


def said(one: Bar) -> str:
    """A bar in words, for those who point at it or do not see it."""
    form = "figures.bar" if one.end else "figures.bar_open"
    return phrase(form, title=one.title, count=one.count, start=day(When(one.start)), end=day(When(one.end)))
