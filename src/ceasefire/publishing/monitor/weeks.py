"""Incidents a week, in weeks counted from the first day of a pause, as the trend shows them.

Where the compared series is at hand, weeks before the pause stand beside those of the pause. Without it there are only
the weeks of the pause: what lay before is outside the terms by its date, and zero would say nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ceasefire.monitoring.monitored import OfProvision, UnderVersion
from ceasefire.monitoring.rates.series import Series
from ceasefire.monitoring.rates.weeks import FEWEST_DAYS
from ceasefire.monitoring.version import Version
from ceasefire.publishing.monitor.words import words

MOST_WEEKS = 156
SEVEN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `first`: how many incidents, how many that are open, how many of its days the pause holds.

    `seen` says whether enough of its days were watched to be compared; its count is 0 where they were not.
    """

    first: date
    inside: int
    open: int
    held: int
    seen: bool = True


def weeks(of: OfProvision) -> tuple[Week, ...]:
    """The weeks, the last ones where there are very many; none where no incident has a day."""
    main = of.versions[0]
    series = of.rates.series
    if series is not None and any(series.counts):
        return tuple(_compared(one, series, main.version) for one in _firsts(main.version, series.first, series.last))
    days = sorted(day for day in _dated(main) if main.version.holds_on(day))
    if not days:
        return ()
    return tuple(_counted(one, main) for one in _firsts(main.version, days[0], days[-1]))


def undated(under: UnderVersion) -> int:
    """How many that are not outside have no day, and so stand in no week."""
    return under.total.inside - sum(sum(counts.values()) for counts in _dated(under).values())


def _firsts(version: Version, low: date, high: date) -> list[date]:
    """The first days of the weeks from a day to another, counted from the first day of the pause."""
    start = version.first or low
    low = max(low, high - MOST_WEEKS * SEVEN + timedelta(days=1))
    first = start + (low - start).days // 7 * SEVEN
    return [first + number * SEVEN for number in range((high - first).days // 7 + 1)]


def _compared(first: date, series: Series, version: Version) -> Week:
    count, watched = series.part(first, first + timedelta(days=6))
    seen = watched >= FEWEST_DAYS
    return Week(first, count if seen else 0, 0, _held(version, first), seen)


def _counted(first: date, under: UnderVersion) -> Week:
    counts = [under.by_day.get(first + timedelta(days=number), {}) for number in range(7)]
    inside, unsure = (
        sum(count.get(verdict, 0) for count in counts for verdict in words(kind)) for kind in ("inside", "open")
    )
    return Week(first, inside, unsure, _held(under.version, first))


def _dated(under: UnderVersion) -> Mapping[date, Mapping[str, int]]:
    """The counts of every day; the first day of all stands for none."""
    return {day: counts for day, counts in under.by_day.items() if day != date.min}


def _held(version: Version, first: date) -> int:
    return sum(version.holds_on(first + timedelta(days=number)) for number in range(7))
