"""Where and when nobody could look: what stood in the way there, and which share of the places was watched on a day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from ceasefire.monitoring.places import Named, bare
from ceasefire.monitoring.report import Moment, Place
from ceasefire.record.case_accounts import Restriction


def unobserved(when: Moment, where: Place, restrictions: Iterable[Restriction], named: Named) -> str:
    """What could not be done there at that time, "" where nothing is known to have stood in the way."""
    met = (one for one in restrictions if touches(one, when) and concerns(one, where, named))
    return "; ".join(one.says for one in met)


def touches(one: Restriction, when: Moment) -> bool:
    """Whether a restriction held on some day of a moment; one without days always did."""
    first, after = one.window.first, one.window.after
    if when.first is None or when.last is None:
        return first is None and after is None
    return (first is None or when.last >= first) and (after is None or when.first < after)


def concerns(one: Restriction, where: Place, named: Named) -> bool:
    """Whether a restriction is about a place; one without an area is about every place."""
    return not one.area or any(named.lies_in(where, place) for place in one.area)


def watched(
    first: date, last: date, restrictions: Sequence[Restriction], silent: Collection[date], regions: Collection[str]
) -> tuple[float, ...]:
    """For each day the share of the regions that was watched; none on days on which no source has anything."""
    every = {bare(one) for one in regions}
    return tuple(
        0.0 if day in silent else _share(day, restrictions, every)
        for day in (first + timedelta(number) for number in range((last - first).days + 1))
    )


def _share(day: date, restrictions: Sequence[Restriction], every: set[str]) -> float:
    holding = [one for one in restrictions if touches(one, Moment(day, day))]
    if any(not one.area for one in holding):
        return 0.0
    closed = {bare(place) for one in holding for place in one.area} & every
    return 1.0 - len(closed) / len(every) if every else 1.0
