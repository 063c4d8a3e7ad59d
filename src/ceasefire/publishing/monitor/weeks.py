"""Incidents a week, in weeks counted from the first day of a pause, as the trend shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ceasefire.monitoring.monitored import Monitored, UnderVersion
from ceasefire.monitoring.version import Version
from ceasefire.publishing.monitor.words import words

MOST_WEEKS = 156
SEVEN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `first`: how many incidents are inside, how many open, how many of its days the pause holds.

    `seen` says whether any source has data for a day of it.
    """

    first: date
    inside: int
    open: int
    held: int
    seen: bool


def weeks(under: UnderVersion, found: Monitored) -> tuple[Week, ...]:
    """The weeks of the record, the last ones where there are very many; none where no incident has a day."""
    days = sorted(_dated(under))
    if not days:
        return ()
    known = [day for one in found.coverage.data for day in (one.first, one.last) if day is not None]
    low, high = min(days[0], *known, found.period.first), max(days[-1], *known, found.period.last)
    start = under.version.first or found.period.first
    low = max(low, high - MOST_WEEKS * SEVEN + timedelta(days=1))
    first = start + (low - start).days // 7 * SEVEN
    firsts = [first + number * SEVEN for number in range((high - first).days // 7 + 1)]
    return tuple(_week(one, under, found) for one in firsts)


def undated(under: UnderVersion) -> int:
    """How many that are not outside have no day, and so stand in no week."""
    return under.total.inside - sum(sum(counts.values()) for counts in _dated(under).values())


def _dated(under: UnderVersion) -> Mapping[date, Mapping[str, int]]:
    """The counts of every day; the first day of all stands for none."""
    return {day: counts for day, counts in under.by_day.items() if day != date.min}


def _week(first: date, under: UnderVersion, found: Monitored) -> Week:
    seven = [first + timedelta(days=number) for number in range(7)]
    counts = [under.by_day.get(day, {}) for day in seven]
    return Week(
        first,
        sum(count.get(verdict, 0) for count in counts for verdict in words("inside")),
        sum(count.get(verdict, 0) for count in counts for verdict in words("open")),
        _held(under.version, seven),
        _seen(seven, found),
    )


def _held(version: Version, seven: list[date]) -> int:
    return sum(version.holds_on(day) for day in seven)


def _seen(seven: list[date], found: Monitored) -> bool:
    sets = found.coverage.data
    if not sets:
        return True
    spans = [(one.first, one.last) for one in sets if one.first is not None and one.last is not None]
    return any(first <= seven[-1] and seven[0] <= last for first, last in spans)
