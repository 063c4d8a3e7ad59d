"""Spans of days, and which of them the terms of a pause can tell apart.

What holds on a day changes only on the days that the terms name. Two spans that begin between the same two of these
days, and end between the same two, are one stretch: whatever the rules answer to one they answer to the other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ceasefire.monitoring.report import Moment
from ceasefire.monitoring.scope_rules import LONGEST
from ceasefire.monitoring.version import Version

NO_DAY = date(1, 1, 1)
"""Stands for no day in tables, where a missing value equals nothing."""


class Span(NamedTuple):
    """What happened on a day between two, both included; `NO_DAY` for both where nobody says when."""

    first: date
    last: date

    @classmethod
    def of(cls, when: Moment) -> Span:
        """The days that a moment leaves open."""
        return cls(when.first or NO_DAY, when.last or NO_DAY)

    def moment(self) -> Moment:
        """The moment that these days are."""
        return Moment() if self.first == NO_DAY else Moment(self.first, self.last)


@dataclass(slots=True)
class Stretches:
    """The stretches of one version of terms by number, each with the first span met in it."""

    bounds: list[date]
    examples: list[Span] = field(default_factory=list)
    _numbers: dict[tuple[int, int, bool], int] = field(default_factory=dict)

    @classmethod
    def under(cls, version: Version) -> Stretches:
        """None is met yet; the days that count are those that this version names."""
        return cls(sorted(set(_named_days(version))))

    def number(self, span: Span) -> int:
        """The number of the stretch that a span lies in."""
        too_long = span.first != NO_DAY and (span.last - span.first).days >= LONGEST
        unknown = -1 if span.first == NO_DAY else bisect_right(self.bounds, span.first)
        place = (unknown, bisect_right(self.bounds, span.last), too_long)
        number = self._numbers.setdefault(place, len(self.examples))
        if number == len(self.examples):
            self.examples.append(span)
        return number


def _named_days(version: Version) -> Iterator[date]:
    """Every day from which on something else may hold."""
    windows = [(version.first, version.after), *version.suspended]
    windows += [(one.window.first, one.window.after) for one in version.exceptions]
    return (day for window in windows for day in window if day is not None)
