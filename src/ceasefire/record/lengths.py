"""Lengths of time as ISO 8601 writes them ("P30D", "PT12H"), in hours and in days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_HOURS = (*(Fraction(size) for size in (365 * 24, 30 * 24, 7 * 24, 24, 1)), Fraction(1, 60))
LONGEST = 100_000
"""Days, for what is still counted as a length: later ends would leave the calendar."""


@lru_cache(maxsize=4096)
def hours(duration: str) -> Fraction | None:
    """The length of an ISO 8601 duration in hours, a month as 30 days; None when it is not one."""
    match = _DURATION.fullmatch(duration)
    if not match or not any(match.groups()):
        return None
    return sum((Fraction(n or 0) * size for n, size in zip(match.groups(), _HOURS, strict=True)), Fraction(0))


@lru_cache(maxsize=4096)
def same_length(duration: str) -> str:
    """One form for equal lengths: "P1M" and "P30D" are both "P30D"; what is no ISO duration stays as it is."""
    length = hours(duration)
    if length is None:
        return duration
    return f"P{length // 24}D" if length % 24 == 0 else f"PT{length}H"


def end_of(start: date | None, duration: str) -> date | None:
    """The first day after something that begins on a day and lasts so long; None where either is unknown.

    Thirty days from 18 March hold until 16 April: 17 April is the first day after them. Hours are rounded up to days.
    """
    length = hours(duration)
    if start is None or length is None or length == 0:
        return None
    days = -(-length // 24)
    return start + timedelta(days=days) if days <= LONGEST and start.year < 9000 else None
