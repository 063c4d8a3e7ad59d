"""What became of the rows of a file: every one is counted once, as used or as unusable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ceasefire.monitoring.report import Report, Unusable


@dataclass(slots=True)
class Counts:
    """`rows` = `used` + all `unusable`; `repeats` of those used say the same as an earlier row, so they make no report.

    `first` and `last` are the earliest and the latest day; `pointed` have a point; `precisions` count the words for
    how exact a place is. `outside` lie in no outline, `near` of them within their radius of one; `several` lie on the
    edge between outlines or where they overlap. `notes` is what had to be guessed, `broken` where the file breaks off.
    `rows_are` is what the mapping says that a row is.
    """

    source: str = ""
    mapping: str = ""
    digest: str = ""
    rows: int = 0
    used: int = 0
    repeats: int = 0
    unusable: Counter[str] = field(default_factory=Counter)
    first: str = ""
    last: str = ""
    pointed: int = 0
    precisions: Counter[str] = field(default_factory=Counter)
    outside: int = 0
    near: int = 0
    several: int = 0
    notes: list[str] = field(default_factory=list)
    broken: str = ""
    rows_are: str = ""

    @property
    def reports(self) -> int:
        """How many different reports the rows make."""
        return self.used - self.repeats

    def add(self, reports: Iterable[Report], unusable: Iterable[Unusable], repeats: int) -> None:
        """Counts a batch."""
        for one in reports:
            self.used += 1
            self._days(one.happened.first, one.happened.last)
            self.pointed += one.place.lon is not None
            self.precisions[one.place.precision] += 1
        self.used += repeats
        self.repeats += repeats
        self.unusable.update(one.reason for one in unusable)
        self.rows = self.used + self.unusable.total()

    def _days(self, first: date | None, last: date | None) -> None:
        if first is None or last is None:
            return
        self.first = min(self.first or "9999", first.isoformat())
        self.last = max(self.last, last.isoformat())

    def row(self) -> dict[str, Any]:
        """All of it, sorted, as the log and an answer have it."""
        found = {name: getattr(self, name) for name in self.__slots__}
        return {**found, **{name: dict(sorted(found[name].items())) for name in ("unusable", "precisions")}}


def counts_of(row: dict[str, Any]) -> Counts:
    """The counts that a row was made of."""
    counters = {name: Counter(row[name]) for name in ("unusable", "precisions")}
    return Counts(**{**{name: row[name] for name in Counts.__slots__}, **counters})
