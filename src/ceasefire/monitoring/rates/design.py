"""What a week's count is expected to be without a change: a level, a trend, the time of year."""

from __future__ import annotations

import math
from dataclasses import dataclass

WEEKS_FOR_TREND = 26
"""Fewer weeks before the pause cannot tell a trend from weeks that resemble their neighbours."""

WEEKS_FOR_SEASON = 104
"""Two full years before the pause: with one, the time of year cannot be told from that year."""

A_YEAR = 365.25 / 7


@dataclass(frozen=True, slots=True)
class Design:
    """Columns beside the level, one row a week; the step of the pause is the first."""

    rows: tuple[tuple[float, ...], ...]
    trend: bool
    season: bool


def design(before: int, weeks: int, history: int | None = None) -> Design:
    """The columns for that many weeks, of which the first `before` precede the step.

    `history` is how many weeks before can be used, which may be fewer than there are.
    """
    known = before if history is None else history
    trend, season = known >= WEEKS_FOR_TREND, known >= WEEKS_FOR_SEASON
    return Design(tuple(_row(at, before, weeks, trend, season) for at in range(weeks)), trend, season)


def _row(at: int, before: int, weeks: int, trend: bool, season: bool) -> tuple[float, ...]:
    row = [float(at >= before)]
    if trend:
        row.append((at - before) / weeks)
    if season:
        angle = 2 * math.pi * at / A_YEAR
        row += [math.sin(angle), math.cos(angle)]
    return tuple(row)
