"""Incidents a day, with how much of each day was watched, and the window of a pause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ceasefire.errors import QuestionError


@dataclass(frozen=True, slots=True)
class Window:
    """From the first day of a pause to its last, both included; `end` is None while it runs."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise QuestionError(f"a window cannot end ({self.end}) before it starts ({self.start}): swap the two days")


@dataclass(frozen=True, slots=True)
class Series:
    """Counts of incidents, one a day without a gap.

    `watched` says of each day which share of the places was watched: 1 all, 0 none; empty means that all always were.
    What is counted on a day that nobody watched is left out, since a zero there is no zero.
    """

    first: date
    counts: tuple[int, ...]
    watched: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if self.watched and len(self.watched) != len(self.counts):
            raise QuestionError(
                f"{len(self.counts)} days of counts but {len(self.watched)} of watching: give one a day"
            )
        if any(count < 0 for count in self.counts) or any(not 0 <= share <= 1 for share in self.watched):
            raise QuestionError("a count cannot be below 0, nor a watched share outside 0 to 1")

    @property
    def last(self) -> date:
        """The last day that is counted; the day before the first when there is none."""
        return self.first + timedelta(days=len(self.counts) - 1)

    def share(self, at: int) -> float:
        """How much of a day was watched, the first being 0."""
        return self.watched[at] if self.watched else 1.0

    def part(self, first: date, last: date) -> tuple[int, float]:
        """What was seen from a day to another, both included, and in how many watched days."""
        days = range(max(0, (first - self.first).days), min(len(self.counts), (last - self.first).days + 1))
        return sum(self.counts[at] for at in days if self.share(at) > 0), sum(self.share(at) for at in days)


def series(days: Iterable[date], first: date, last: date, unwatched: Iterable[date] = ()) -> Series:
    """A series from the day of each incident; those outside the two days are not counted."""
    counts = [0] * ((last - first).days + 1)
    for day in days:
        if first <= day <= last:
            counts[(day - first).days] += 1
    blind = frozenset(unwatched)
    shares = tuple(0.0 if first + timedelta(days=at) in blind else 1.0 for at in range(len(counts))) if blind else ()
    return Series(first, tuple(counts), shares)


def ends(counted: Series, window: Window) -> date:
    """The last day of the window that is counted."""
    return counted.last if window.end is None else min(window.end, counted.last)
