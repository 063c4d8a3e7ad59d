"""Invented series that need no library: counts that go up and down in a fixed way."""

from __future__ import annotations

import random
from datetime import date, timedelta

from ceasefire.monitoring.rates import Series, Window

FIRST = date(2031, 1, 1)


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


def counts(before: int, during: int, mean: int, ratio: float = 1.0, seed: int = 1) -> Series:
    """Weeks before and during, about so many incidents a day, times the ratio during; noisy, without likeness."""
    draw = random.Random(seed)
    expected = [mean] * 7 * before + [mean * ratio] * 7 * during
    return Series(FIRST, tuple(round(one * draw.uniform(0.5, 1.5)) for one in expected))


def pause(before: int) -> Window:
    return Window(on(7 * before))
