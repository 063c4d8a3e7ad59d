"""What several reports of one incident say happened, together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ceasefire.monitoring.happened import BOTH, HIT, INTERCEPTED, NO, UNKNOWN, YES, Happened
from ceasefire.monitoring.report import Moment, Place, Report

UNKNOWN_RADIUS = float("inf")


def happened_together(told: Sequence[Happened]) -> Happened:
    """Everything that any report says; where they name different parties, domains or speakers, none is chosen.

    It was an attack where any report says so. What differs is said in `because`.
    """
    attacks = {one.attack for one in told}
    differ = [
        f"{name} differs: {', '.join(values)}"
        for name in ("by", "against", "domain")
        if len(values := _all([getattr(one, name)] for one in told)) > 1
    ]
    return Happened(
        attack=YES if YES in attacks else NO if NO in attacks else UNKNOWN,
        targets=_all(one.targets for one in told),
        means=_all(one.means for one in told),
        effects=_all(one.effects for one in told),
        domain=_agreed(one.domain for one in told),
        outcome=_outcome({one.outcome for one in told} - {""}),
        by=_agreed(one.by for one in told),
        said_by="; ".join(_all([one.said_by] for one in told)),
        against=_agreed(one.against for one in told),
        because=(*_all(one.because for one in told), *differ),
    )


def most_precise_moment(reports: Sequence[Report]) -> Moment:
    """The moment of the report that is surest of it: the fewest days, then a time of day, then the smallest id."""
    return min(
        reports, key=lambda one: (one.happened.days or UNKNOWN_RADIUS, not one.happened.instant, one.id)
    ).happened


def most_precise_place(reports: Sequence[Report]) -> Place:
    """The place of the report that is surest of it: a point, the smallest radius, a name, then the smallest id."""

    def surest(one: Report) -> tuple[bool, float, bool, bool, str]:
        place = one.place
        radius = UNKNOWN_RADIUS if place.radius_km is None else place.radius_km
        return place.lon is None, radius, not place.name, not place.region, one.id

    return min(reports, key=surest).place


def _all(values: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted({value for some in values for value in some if value}))


def _agreed(values: Iterable[str]) -> str:
    found = _all([value] for value in values)
    return found[0] if len(found) == 1 else ""


def _outcome(outcomes: set[str]) -> str:
    if len(outcomes) == 1:
        return outcomes.pop()
    return BOTH if outcomes & {HIT, BOTH} and outcomes & {INTERCEPTED, BOTH} else ""
