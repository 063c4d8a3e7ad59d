"""Whether there were fewer of the incidents that a version of the terms covers, and whether others rose instead."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ceasefire.monitoring.incident import Incident
from ceasefire.monitoring.monitored import Rates
from ceasefire.monitoring.version import Version

if TYPE_CHECKING:
    from ceasefire.monitoring.rates.series import Series

FEWEST = 10
"""Incidents that a party or region must have to be fitted by itself."""


@dataclass(frozen=True, slots=True)
class Observed:
    """The days that the data spans, and how much of each was watched (empty: all of it)."""

    first: date
    last: date
    watched: tuple[float, ...] = ()

    def series(self, found: Iterable[Incident]) -> Series:
        """How many of the incidents were on each day; of one that left several days open, on the day in the middle."""
        from ceasefire.monitoring.rates.series import Series

        counts = [0] * ((self.last - self.first).days + 1)
        for one in found:
            day = one.happened_at.middle()
            if day is not None and self.first <= day <= self.last:
                counts[(day - self.first).days] += 1
        return Series(self.first, tuple(counts), self.watched)


def rates(
    version: Version,
    covered: Sequence[Incident],
    others: Sequence[Incident],
    observed: Observed,
    within: int | None = None,
    received: Callable[[Incident], date | None] = lambda one: None,
) -> Rates:
    """The change under a version: `covered` are attacks inside its scope on whatever day, `others` those outside it.

    `within` compares only what was received in so many days, where the data says when (`received`).
    """
    from ceasefire.monitoring.rates.apart import sources_apart
    from ceasefire.monitoring.rates.change import change
    from ceasefire.monitoring.rates.displacement import displacement
    from ceasefire.monitoring.rates.many import among
    from ceasefire.monitoring.rates.series import Window

    if version.first is None or version.first > observed.last:
        return Rates(why_not="not-begun")
    window = Window(version.first, version.after - timedelta(days=1) if version.after else None)
    if within is not None:
        covered, others = (_received_within(some, within, received) for some in (covered, others))
    sources = sorted({name for one in covered for name in one.sources})
    counted = observed.series(covered)
    return Rates(
        series=counted,
        covered=change(counted, window),
        displaced=displacement(counted, observed.series(others), window),
        by_party=among(_split(covered, lambda one: one.happened.by, observed), window),
        by_region=among(_split(covered, lambda one: one.place.region, observed), window),
        alone=sources_apart(
            {name: observed.series(one for one in covered if name in one.sources) for name in sources}, window
        )
        if len(sources) > 1
        else None,
    )


def _split(found: Sequence[Incident], by: Callable[[Incident], str], observed: Observed) -> dict[str, Series]:
    """A series for each name under which there are enough."""
    names: dict[str, list[Incident]] = {}
    for one in found:
        names.setdefault(by(one), []).append(one)
    return {name: observed.series(some) for name, some in sorted(names.items()) if name and len(some) >= FEWEST}


def _received_within(
    found: Sequence[Incident], days: int, received: Callable[[Incident], date | None]
) -> list[Incident]:
    """Those known to have been received within so many days."""
    kept = []
    for one in found:
        day, came = one.happened_at.middle(), received(one)
        if day is not None and came is not None and (came - day).days <= days:
            kept.append(one)
    return kept


def silent_everywhere(silences: Collection[Collection[date]]) -> set[date]:
    """The days on which no source has anything."""
    sets = [set(one) for one in silences]
    return set.intersection(*sets) if sets else set()
