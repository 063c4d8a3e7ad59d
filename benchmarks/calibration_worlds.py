"""Invented series of incidents whose true change is known: overdispersed, and alike from day to day.

The logarithm of the intensity follows a daily AR(1) with the autocorrelation given and a standard deviation of 0.6;
a day's count is negative binomial around it (size 5). Trend, time of year, drift and late reports are added as told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from ceasefire.monitoring.rates.lag import Told, within
from ceasefire.monitoring.rates.series import Series, Window

FIRST = date(2021, 1, 1)
SPREAD, SIZE = 0.6, 5.0
DELAY = 10.0
"""Days that a report takes on average, in a geometric distribution."""


@dataclass(frozen=True, slots=True)
class World:
    """One kind of series: `mean` incidents a day before, a pause over the last `weeks`, `days` in all.

    `late` is "" when every report has come, "counted" when what has come by the last day is counted as it stands,
    "compared" when only what came within as many days is.
    """

    name: str
    alike: float
    mean: float = 10.0
    weeks: int = 4
    days: int = 1200
    trend: float = 0.0
    season: float = 0.0
    late: str = ""
    ranked: bool = False


def window(world: World) -> Window:
    """The pause, which still runs on the last day."""
    return Window(FIRST + timedelta(days=world.days - 7 * world.weeks))


def drawn(world: World, ratio: float, number: int) -> Series:
    """One series; the same number and world always give the same one."""
    draw = np.random.default_rng([number, round(world.alike * 1000), world.weeks, world.days, round(world.mean * 1000)])
    days = np.arange(world.days)
    logs = _intensity(draw, world) + world.trend * days / world.days
    logs += world.season * np.sin(2 * np.pi * days / 365.25)
    expected = world.mean * np.exp(logs - SPREAD**2 / 2)
    expected[world.days - 7 * world.weeks :] *= ratio
    counts = draw.negative_binomial(SIZE, SIZE / (SIZE + expected))
    if world.late:
        return _received(draw, world, counts)
    return Series(FIRST, tuple(map(int, counts)))


def _intensity(draw: np.random.Generator, world: World) -> Any:
    shocks = draw.standard_normal(world.days) * SPREAD
    shocks[1:] *= np.sqrt(1 - world.alike**2)
    for day in range(1, world.days):
        shocks[day] += world.alike * shocks[day - 1]
    return shocks


def _received(draw: np.random.Generator, world: World, counts: Any) -> Series:
    told = []
    for at, count in enumerate(counts):
        happened = FIRST + timedelta(days=at)
        delays = draw.geometric(1 / (DELAY + 1), size=int(count)) - 1
        told += [Told(happened, happened + timedelta(days=int(delay))) for delay in delays]
    last = FIRST + timedelta(days=world.days - 1)
    days = world.days if world.late == "counted" else None
    if days is None:
        return within(told, FIRST, last, window(world), last).series
    here = [0] * world.days
    for one in told:
        if one.received is not None and one.received <= last:
            here[(one.happened - FIRST).days] += 1
    return Series(FIRST, tuple(here))
