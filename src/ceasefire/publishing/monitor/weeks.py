"""Incidents a week that the terms cover on any day, in weeks counted from the first day of a pause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ceasefire.monitoring.monitored import DataSet, Monitored, OfProvision, UnderVersion
from ceasefire.monitoring.rates.series import Series
from ceasefire.monitoring.rates.weeks import FEWEST_DAYS
from ceasefire.monitoring.version import Version
from ceasefire.publishing.monitor.words import words

MOST_WEEKS = 156
SEVEN = timedelta(days=7)

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `first`: how many incidents, how many that are open, how many of its days the pause holds.

    `seen` says whether enough of its days were watched, or are in the data of a source that tells of attacks.
    """

    first: date
    inside: int
    open: int
    held: int
    seen: bool = True


def weeks(of: OfProvision, found: Monitored) -> tuple[Week, ...]:
    """The weeks of the data, the last ones where there are very many; none where no incident has a day.

    Where the series that the rates compare is at hand, it says what is inside and which days were watched.
    """
    under, series = of.versions[0], of.rates.series
    days = sorted(_dated(under))
    spans = _spans(found.coverage.data) if series is None else [(series.first, series.last)]
    if not days and (series is None or not any(series.counts)):
        return ()
    low, high = min([*days[:1], *(first for first, _ in spans)]), max([*days[-1:], *(last for _, last in spans)])
    low = max(low, high - MOST_WEEKS * SEVEN + timedelta(days=1))
    start = under.version.first or low
    first = start + (low - start).days // 7 * SEVEN
    firsts = (first + number * SEVEN for number in range((high - first).days // 7 + 1))
    made = (_week(one, under, spans) for one in firsts)
    return tuple(made) if series is None else tuple(_compared(one, series) for one in made)


def undated(under: UnderVersion) -> int:
    """How many that are not outside have no day, and so stand in no week."""
    return sum(under.by_day.get(date.min, {}).values())


def _dated(under: UnderVersion) -> Mapping[date, Mapping[str, int]]:
    """The counts of every day; the first day of all stands for none."""
    return {day: counts for day, counts in under.by_day.items() if day != date.min}


def _spans(data: Sequence[DataSet]) -> list[Span]:
    """From when to when each source that tells of attacks has data."""
    return [(one.first, one.last) for one in data if one.attacks and one.first is not None and one.last is not None]


def _week(first: date, under: UnderVersion, spans: Sequence[Span]) -> Week:
    seven = [first + timedelta(days=number) for number in range(7)]
    counts = [under.by_day.get(day, {}) for day in seven]
    inside, unsure = (
        sum(count.get(verdict, 0) for count in counts for verdict in words(kind)) for kind in ("inside", "open")
    )
    covered = sum(any(one <= day <= last for one, last in spans) for day in seven)
    return Week(first, inside, unsure, _held(under.version, seven), not spans or covered >= FEWEST_DAYS)


def _compared(one: Week, series: Series) -> Week:
    """The week with what is compared of it."""
    count, watched = series.part(one.first, one.first + timedelta(days=6))
    return replace(one, inside=count, seen=watched >= FEWEST_DAYS)


def _held(version: Version, seven: Sequence[date]) -> int:
    return sum(version.holds_on(day) for day in seven)
