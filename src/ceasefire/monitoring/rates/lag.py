"""Reports that come late: in both periods only those that came within as many days are compared.

The latest days of a pause are not yet fully told; counted as they stand they would look calm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ceasefire.errors import QuestionError
from ceasefire.monitoring.rates.series import Series, Window

KEPT = 0.8
"""As many of the earlier incidents should have come within the days that are chosen."""


@dataclass(frozen=True, slots=True)
class Told:
    """An incident's day and the day on which it was received; None where that was not noted."""

    happened: date
    received: date | None


@dataclass(frozen=True, slots=True)
class Lagged:
    """The series of what came within `days` days of happening.

    `kept` is the share of incidents that this leaves, of those old enough to have come. `fresh` are the last days,
    which have not been open so long: from `fresh_from` on they are too fresh to count, and the series ends before.
    `undated` incidents have no day received and are left out; `early` ones are said to be received before they
    happened, and are kept.
    """

    series: Series
    days: int
    kept: float | None
    fresh: int
    fresh_from: date | None
    undated: int
    early: int


def within(
    incidents: Sequence[Told], first: date, last: date, window: Window, as_of: date, days: int | None = None
) -> Lagged:
    """The series from the first to the last day as of one day, for a pause.

    `days` is how long a report may take; by itself it is how long the last day of the pause has been open, or longer
    where fewer than four fifths of the earlier incidents had come by then.
    """
    if days is not None and days < 0:
        raise QuestionError(f"a report cannot take {days} days: give 0 or more")
    here = [
        one for one in incidents if first <= one.happened <= last and (one.received is None or one.received <= as_of)
    ]
    dated = [(one.happened, (one.received - one.happened).days) for one in here if one.received is not None]
    chosen = _chosen(dated, window, last, as_of) if days is None else days
    closed = max(first - timedelta(days=1), min(last, as_of - timedelta(days=chosen)))
    old = [delay for day, delay in dated if day <= closed]
    counts = [0] * ((closed - first).days + 1)
    for day, delay in dated:
        if day <= closed and delay <= chosen:
            counts[(day - first).days] += 1
    fresh = (last - closed).days
    return Lagged(
        series=Series(first, tuple(counts)),
        days=chosen,
        kept=round(sum(delay <= chosen for delay in old) / len(old), 4) if old else None,
        fresh=fresh,
        fresh_from=closed + timedelta(days=1) if fresh else None,
        undated=len(here) - len(dated),
        early=sum(delay < 0 for _, delay in dated),
    )


def _chosen(dated: Sequence[tuple[date, int]], window: Window, last: date, as_of: date) -> int:
    """How long the last day has been open, or as long as most earlier incidents took."""
    end = last if window.end is None else min(window.end, last)
    took = sorted(delay for day, delay in dated if day < window.start)
    usual = took[min(len(took) - 1, int(KEPT * len(took)))] if took else 0
    return max(0, (as_of - end).days, usual)
