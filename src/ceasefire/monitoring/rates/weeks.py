"""Weeks counted from the first day of a pause, so that none holds days of both before and during."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ceasefire.monitoring.rates.series import Series, Window, ends

ADDED = 0.5
"""Added to each week's count before its logarithm is taken, since zero has none. A half takes away most of the bias
that the logarithm of a small count has (Anscombe 1948; Gart and Zweifel 1967)."""

FEWEST_DAYS = 4
"""A week of fewer watched days is left open; any other is scaled up to seven days."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """The logarithm of incidents a week, in order of time; None where too little of the week was watched.

    The first `before` of them end before the pause. `counted` is how many incidents were seen in the weeks before
    that are used, `left_open` how many weeks are None.
    """

    logs: tuple[float | None, ...]
    before: int
    counted: int

    @property
    def used_before(self) -> int:
        return sum(log is not None for log in self.logs[: self.before])

    @property
    def used_during(self) -> int:
        return sum(log is not None for log in self.logs[self.before :])

    @property
    def left_open(self) -> int:
        return sum(log is None for log in self.logs)


def weeks(series: Series, window: Window) -> Weeks:
    """The weeks up to the end of the window; what comes after it is not looked at."""
    start, stop = (window.start - series.first).days, (ends(series, window) - series.first).days + 1
    start = max(0, start)
    firsts = [*range(start - 7 * math.ceil(start / 7), start, 7), *range(start, stop, 7)]
    seen = [_week(series, first, min(first + 7, stop)) for first in firsts]
    before = sum(first < start for first in firsts)
    counted = sum(count for count, days in seen[:before] if days >= FEWEST_DAYS)
    return Weeks(tuple(_log(count, days) for count, days in seen), before, counted)


def _week(series: Series, first: int, stop: int) -> tuple[int, float]:
    days = [at for at in range(max(first, 0), stop) if series.share(at) > 0]
    return sum(series.counts[at] for at in days), sum(series.share(at) for at in days)


def _log(count: int, days: float) -> float | None:
    return math.log(count + ADDED) - math.log(days / 7) if days >= FEWEST_DAYS else None
