"""Statements in time: a lane a party, days across, and a lane apart for what is undated."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import partial
from html import escape

from ceasefire.publishing.brief import Bar, Moment
from ceasefire.publishing.figures.bars import bar_lane, days_of, said
from ceasefire.publishing.figures.shapes import shape
from ceasefire.publishing.figures.svg import GREY, drawing, paragraph, tag, text
from ceasefire.publishing.wording import day, phrase
from ceasefire.when import When

LABEL, SPAN, LANE, HEAD, UNDATED, STEP = 150.0, 480.0, 30.0, 28.0, 120.0, 11.0
MOST_DATED, MOST_UNDATED, MOST_ALONE = 5, 6, 50


def timeline_figure(moments: tuple[Moment, ...], bars: tuple[Bar, ...] = ()) -> str:
    """Every statement where its date puts it, a month or a year as a bar in its middle; then each pause as counted."""
    lanes = sorted({moment.party for moment in moments}, key=lambda party: (-_count(moments, party), party))
    days = sorted({bound for moment in moments for bound in _bounds(moment)} | set(days_of(bars)))
    titles = list(dict.fromkeys(one.title for one in bars)) if days else []
    span = (days[0], days[-1]) if days else None
    width, height = LABEL + SPAN + UNDATED, HEAD + LANE * (len(lanes) + len(titles))
    parts = [_axis(*span, height)] if span else []
    parts.append(text(phrase("date.unknown"), LABEL + (SPAN + 30 if span else 14), 14.0, 11.0, fill=GREY))
    for place, party in enumerate(lanes):
        parts.append(_lane(party, [one for one in moments if one.party == party], HEAD + LANE * place, span))
    for place, title in enumerate(titles, start=len(lanes)):
        of_it = [one for one in bars if one.title == title]
        parts.append(
            bar_lane(title, of_it, HEAD + LANE * place, width, partial(_at, span=(days[0], days[-1])), days[-1])
        )
    described = Counter((moment.party, moment.date) for moment in moments)
    description = "; ".join(
        phrase("figures.moment", party=party, date=day(When(when)), count=count)
        for (party, when), count in sorted(described.items())
    )
    description = "; ".join([description, *map(said, bars)])
    return drawing("".join(parts), width, height + 4, phrase("figures.timeline"), description, "timeline")


def _count(moments: tuple[Moment, ...], party: str) -> int:
    return sum(moment.party == party for moment in moments)


def _bounds(moment: Moment) -> tuple[date, ...]:
    when = When(moment.date)
    return () if when.first is None or when.last is None else (when.first, when.last)


def _at(one: date, span: tuple[date, date]) -> float:
    days = (span[1] - span[0]).days
    return LABEL + 20 + (SPAN - 40) * ((one - span[0]).days / days if days else 0.5)


def _axis(first: date, last: date, height: float) -> str:
    parts = []
    for one in sorted({first, last, first + (last - first) / 2}) if (last - first).days > 1 else sorted({first, last}):
        x = _at(one, (first, last))
        parts.append(tag("line", x1=x, y1=20.0, x2=x, y2=height, stroke=GREY, stroke_width=0.6, stroke_dasharray="2 3"))
        parts.append(text(day(When(one.isoformat())), x, 14.0, 11.0, fill=GREY, text_anchor="middle"))
    return "".join(parts)


def _lane(party: str, moments: list[Moment], top: float, span: tuple[date, date] | None) -> str:
    edge = {"stroke": GREY, "stroke_width": 0.6, "stroke_opacity": "0.5"}
    parts = [tag("line", x1=0.0, y1=top, x2=LABEL + SPAN + UNDATED, y2=top, **edge)]
    parts.append(paragraph(party, 0.0, top + (13 if len(party) > 24 else 19), 24, 11.0, 2))
    for when in sorted({moment.date for moment in moments}):
        together = sorted((one for one in moments if one.date == when), key=lambda one: (one.citation, one.label))
        parts.append(_dated(together, top, span) if when and span else _undated(together, top, span is None))
    return "".join(parts)


def _dated(moments: list[Moment], top: float, span: tuple[date, date]) -> str:
    """Marks side by side around their date; a month or a year is a bar, with the marks in its middle."""
    first, *_, last = _bounds(moments[0])
    ends = _at(first, span), _at(last, span)
    bar = ""
    if first != last:
        thick = {"stroke": GREY, "stroke_width": 2, "stroke_opacity": "0.5"}
        bar = tag("line", x1=ends[0], y1=top + 15, x2=ends[1], y2=top + 15, **thick)
    width = STEP * (min(len(moments), MOST_DATED) - 1)
    return bar + _row(moments, (ends[0] + ends[1] - width) / 2, top, MOST_DATED)


def _undated(moments: list[Moment], top: float, alone: bool) -> str:
    """Marks in the lane of the undated, which is the whole width where nothing has a date."""
    return _row(moments, LABEL + 20 if alone else LABEL + SPAN + 36, top, MOST_ALONE if alone else MOST_UNDATED)


def _row(moments: list[Moment], left: float, top: float, most: int) -> str:
    parts = [
        tag("g", tag("title", escape(_point(moment))) + shape(moment.mark, left + STEP * place, top + 15, 4.5))
        for place, moment in enumerate(moments[:most])
    ]
    if len(moments) > most:
        more = phrase("figures.beyond", count=len(moments) - most)
        parts.append(text(more, left + STEP * most - 3, top + 18.5, 9.0, fill=GREY))
    return "".join(parts)


def _point(moment: Moment) -> str:
    """What a point of the time line says when it is pointed at."""
    return phrase("figures.point", date=day(When(moment.date)), sentence=moment.label)
