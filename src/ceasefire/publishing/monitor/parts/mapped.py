"""The map of the listed incidents, with a table of the same, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from ceasefire.monitoring.monitored import Assessed, Monitored, OfProvision
from ceasefire.publishing.monitor.frame import frame
from ceasefire.publishing.monitor.land import Land
from ceasefire.publishing.monitor.mapping import map_figure
from ceasefire.publishing.monitor.numbering import Numbers
from ceasefire.publishing.monitor.paper import Block, Drawing, Row, Table, cell, lines
from ceasefire.publishing.monitor.parts.incident_cells import precision, verdict, where
from ceasefire.publishing.monitor.spots import Spot, drawable, spot
from ceasefire.publishing.monitor.words import counted, phrase, words

MOST_NAMED = 30
WIDTHS = (0.4, 2.0, 1.8, 1.2)


def mapped(of: OfProvision, found: Monitored, numbers: Numbers, land: Land | None, name: str) -> tuple[Block, ...]:
    """The map, or why there is none."""
    shown = sorted(of.shown, key=lambda one: numbers.incidents[one.incident.id])
    points = [_point(one) for one in shown if drawable(one.incident.place, land) and one.incident.place.lon is not None]
    on = frame(land, points)
    spots = {one.incident.id: spot(one, numbers.incidents[one.incident.id], land, on) for one in shown} if on else {}
    drawn = [one for one in spots.values() if one is not None]
    if on is None or not drawn:
        return (lines(*([phrase("map.nothing")] if shown else []), *_left(shown, spots, numbers)),)
    title = phrase("map.heading", provision=of.title)
    svg = map_figure(drawn, land, on, title, _described(len(drawn), shown, spots, numbers), name)
    note = phrase("map.note", file=land.file) if land is not None else phrase("map.no_outlines")
    return (
        Drawing(name, phrase("map.caption"), svg),
        lines(*_left(shown, spots, numbers)),
        lines(note, soft=True),
        _table(shown, numbers),
    )


def _point(one: Assessed) -> tuple[float, float, float]:
    place = one.incident.place
    return place.lon or 0.0, place.lat or 0.0, place.radius_km or 0.0


def _left(shown: list[Assessed], spots: dict[str, Spot | None], numbers: Numbers) -> Iterator[str]:
    """Which listed incidents the map does not show."""
    missing = [str(numbers.incidents[one.incident.id]) for one in shown if spots.get(one.incident.id) is None]
    if not missing:
        return
    named = ", ".join(missing[:MOST_NAMED])
    if len(missing) > MOST_NAMED:
        named = f"{named} {phrase('map.more', count=len(missing) - MOST_NAMED)}"
    yield counted("map.left", len(missing), numbers=named)


def _described(count: int, shown: list[Assessed], spots: dict[str, Spot | None], numbers: Numbers) -> str:
    said = f"{counted('map.described', count)}."
    return " ".join([said, *_left(shown, spots, numbers)])


def _table(shown: list[Assessed], numbers: Numbers) -> Table:
    rows = tuple(
        Row(
            (
                cell(str(numbers.incidents[one.incident.id])),
                cell(next(iter(where(one.incident.place)))),
                cell(precision(one.incident.place)),
                cell(verdict(one.assessments[0]), mark=one.assessments[0].verdict),
            )
        )
        for one in shown
    )
    return Table(phrase("map.text"), tuple(words("map.columns")), rows, again=True, widths=WIDTHS)
