"""Reports of our own invention for the tests of linking."""

from __future__ import annotations

from datetime import date, timedelta

from ceasefire.monitoring.happened import Happened
from ceasefire.monitoring.linking.columns import Row, columns
from ceasefire.monitoring.linking.linking import Asked, Linked, link
from ceasefire.monitoring.report import Moment, Place, Report

DAY = date(2031, 5, 10)
ROWS = {"news": "report", "count": "event", "book": "event", "sirens": "alert"}
INCLUDES = {"energy": ["plants", "grids"], "grids": ["lines"]}


def told(
    name: str,
    source: str = "news",
    text: str = "",
    place: str = "Ostra",
    lon: float | None = 30.0,
    lat: float | None = 50.0,
    days: tuple[int, int] = (0, 0),
    clock: str = "",
    targets: tuple[str, ...] = ("lines",),
    means: tuple[str, ...] = ("drone",),
    deaths: int | None = None,
    received: date | None = None,
    radius: float = 2.0,
    region: str = "",
) -> Row:
    """A report of something near Ostra on the day, or so many days later."""
    first, last = (DAY + timedelta(days=one) for one in days)
    moment = Moment(first, last, f"{first.isoformat()}T{clock}" if clock else "")
    where = Place(place, lon, lat, "near", radius, region)
    report = Report(name, source, 1, happened=moment, place=where, text=text, deaths=deaths, received=received)
    return report, Happened(attack="yes", targets=targets, means=means)


def linked(rows: list[Row], **asked: object) -> Linked:
    """Linked with the sources as they are declared here."""
    return link(columns(rows), Asked(rows=ROWS, includes=INCLUDES, **asked))  # type: ignore[arg-type]
