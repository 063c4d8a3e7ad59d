"""The rate of incidents before and during a pause, as a ratio with an interval, or why it cannot be told."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date, timedelta

from ceasefire.monitoring.rates.autoregression import Step, at_strength, step
from ceasefire.monitoring.rates.design import Design, design
from ceasefire.monitoring.rates.placebo import Placebo, placebo
from ceasefire.monitoring.rates.second_fit import NOT_FITTED, SecondFit, second_fit
from ceasefire.monitoring.rates.series import Series, Window, ends
from ceasefire.monitoring.rates.verdict import CANNOT_TELL, Seen, verdict, why_not
from ceasefire.monitoring.rates.weeks import Weeks, weeks

UNIT = "incidents a day"


@dataclass(frozen=True, slots=True)
class Fit:
    """How the ratio came about, for those who check it."""

    weeks_before: int
    weeks_during: int
    weeks_left_open: int
    trend: bool
    season: bool
    strength: float | None
    second: SecondFit


@dataclass(frozen=True, slots=True)
class Change:
    """Whether there were fewer incidents during a pause than before, and how sure that is.

    `before` and `during` are incidents a watched day, None where no day was watched. `ratio` is what the rate is
    during, as a share of what level, trend and time of year would lead to expect, with its interval of 95 %; None
    where nothing can be fitted. `verdict` is "fewer", "more", "no clear change" or "cannot tell"; `reasons` are the
    names of the rules behind "cannot tell". `chance` is two-sided.
    """

    first: date
    start: date
    end: date
    before: float | None
    during: float | None
    verdict: str
    reasons: tuple[str, ...]
    fit: Fit
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    chance: float | None = None
    placebo: Placebo | None = None
    counted_before: int = 0
    counted_during: int = 0
    watched_before: float = 1.0
    watched_during: float = 1.0
    unit: str = field(default=UNIT)

    @property
    def usable(self) -> bool:
        """Whether anything may be concluded from it."""
        return self.verdict != CANNOT_TELL


def change(series: Series, window: Window, ranked: bool = True) -> Change:
    """Compares the days of the window with all days of the series before it; later days are not looked at.

    Unless `ranked`, the fall is not held against earlier windows, which takes as long as all else.
    """
    by_week = weeks(series, window)
    columns = design(by_week.before, len(by_week.logs), by_week.used_before)
    fitted = step(by_week.logs, columns.rows) if by_week.used_before and by_week.used_during else None
    second = _second(by_week, columns, fitted) if fitted else NOT_FITTED
    rank = placebo(by_week.logs, by_week.before, fitted.strength) if fitted and ranked else None
    return _told(series, window, by_week, columns, fitted, second, rank)


def _second(by_week: Weeks, columns: Design, fitted: Step) -> SecondFit:
    near = at_strength(by_week.logs, columns.rows, fitted.strength)
    if near is None:
        return NOT_FITTED
    return second_fit(by_week.logs, columns.rows, (*near.coefficients, fitted.strength))


def _told(
    series: Series,
    window: Window,
    by_week: Weeks,
    columns: Design,
    fitted: Step | None,
    second: SecondFit,
    rank: Placebo | None,
) -> Change:
    end, eve = ends(series, window), window.start - timedelta(days=1)
    before, days_before = series.part(series.first, eve)
    during, days_during = series.part(window.start, end)
    all_before, all_during = max(0, (eve - series.first).days + 1), max(0, (end - window.start).days + 1)
    seen = Seen(by_week, days_before, all_before, days_during, all_during, fitted, second)
    reasons = why_not(seen)
    return Change(
        first=series.first,
        start=window.start,
        end=end,
        before=_a_day(before, days_before),
        during=_a_day(during, days_during),
        verdict=verdict(fitted, reasons),
        reasons=reasons,
        fit=_fit(by_week, columns, fitted, second),
        ratio=times(fitted.middle) if fitted else None,
        low=times(fitted.low) if fitted else None,
        high=times(fitted.high) if fitted else None,
        chance=round(fitted.chance, 4) if fitted else None,
        placebo=rank,
        counted_before=before,
        counted_during=during,
        watched_before=round(days_before / all_before, 4) if all_before else 0.0,
        watched_during=round(days_during / all_during, 4) if all_during else 0.0,
    )


def _fit(by_week: Weeks, columns: Design, fitted: Step | None, second: SecondFit) -> Fit:
    strength = round(fitted.strength, 3) if fitted else None
    used = by_week.used_before, by_week.used_during, by_week.left_open
    return Fit(*used, columns.trend, columns.season, strength, second)


def _a_day(count: int, days: float) -> float | None:
    return round(count / days, 4) if days > 0 else None


def times(log: float) -> float:
    """The ratio that a change of the logarithm means, held to what can be written."""
    return round(math.exp(max(-20.0, min(20.0, log))), 4)
