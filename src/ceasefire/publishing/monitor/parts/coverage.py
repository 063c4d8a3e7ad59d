"""What could not be observed: restrictions on record, days without a report, reports without a place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ceasefire.monitoring.monitored import DataSet, Monitored, Period
from ceasefire.publishing.monitor.paper import Line, Lines, Part, lines
from ceasefire.publishing.monitor.words import counted, days, numbered, phrase, spells
from ceasefire.publishing.wording import listed, start
from ceasefire.record.case_accounts import EVERYTIME, Restriction

MOST_SPELLS = 12


def coverage(found: Monitored) -> Part:
    """Restrictions first, then the gaps of each source."""
    kept = found.coverage
    restricted = Lines(tuple(map(_restriction, kept.restrictions)))
    gaps = Lines(tuple(line for one in kept.data for line in _gaps(one, found.period)))
    return Part(
        "coverage",
        phrase("coverage.title"),
        (
            restricted if kept.restrictions else lines(phrase("coverage.no_restriction")),
            gaps if kept.data else lines(phrase("coverage.no_data")),
        ),
        phrase("coverage.intro"),
    )


def _restriction(one: Restriction) -> Line:
    area = listed(one.area) or phrase("coverage.everywhere")
    said = phrase("coverage.restriction", where=area, when=_window(one), says=one.says)
    source = (phrase("coverage.restriction_source", source=one.source),) if one.source else ()
    return Line(start(said), source)


def _window(one: Restriction) -> str:
    if one.window == EVERYTIME:
        return phrase("coverage.always")
    after = one.window.after
    return days(one.window.start.first, after - timedelta(days=1) if after else None)


def _gaps(one: DataSet, period: Period) -> Iterator[Line]:
    if one.first is None or one.last is None:
        yield Line(phrase("coverage.no_days", source=one.source))
    else:
        yield _silent(one, one.first, one.last, period)
        missing = _beyond(one.first, one.last, period)
        if missing:
            yield Line(phrase("coverage.beyond", source=one.source, days=listed(missing)))
    if one.unplaced:
        yield Line(counted("coverage.unplaced", one.unplaced, source=one.source))


def _silent(one: DataSet, first: date, last: date, period: Period) -> Line:
    span = counted("coverage.days", (last - first).days + 1)
    if not one.silent:
        return Line(phrase("coverage.not_silent", source=one.source, days=span))
    inside = [day for day in one.silent if period.first <= day <= period.last]
    said = phrase(
        "coverage.silent",
        source=one.source,
        count=numbered(len(one.silent)),
        days=span,
        inside=counted("coverage.days", len(inside)),
    )
    return Line(said, (_which(one.silent),))


def _which(silent: tuple[date, ...]) -> str:
    found = spells(silent)
    more = [phrase("coverage.more", count=len(found) - MOST_SPELLS)] if len(found) > MOST_SPELLS else []
    shown = "; ".join(found[:MOST_SPELLS])
    return phrase("coverage.which", days=" ".join([shown, *more]))


def _beyond(first: date, last: date, period: Period) -> list[str]:
    """Days of the period that lie before the first or after the last of a source's reports."""
    early = (period.first, min(period.last, first - timedelta(days=1)))
    late = (max(period.first, last + timedelta(days=1)), period.last)
    return [days(*span) for span in dict.fromkeys((early, late)) if span[0] <= span[1]]
