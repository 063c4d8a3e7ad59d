"""Where incidents stand on the map: each with the area of its precision, near ones drawn together with their count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any

from ceasefire.monitoring.monitored import Assessed
from ceasefire.monitoring.report import Place
from ceasefire.publishing.monitor.edges import middle
from ceasefire.publishing.monitor.frame import Frame
from ceasefire.publishing.monitor.land import Land

WIDE_AREAS = ("region", "country")
MARK, SMALLEST_GROUP = 5.5, 9.0


@dataclass(frozen=True, slots=True)
class Spot:
    """One incident on the map: its number and assessment, where, within which radius (0: not known, or a region)."""

    number: int
    verdict: str
    x: float
    y: float
    radius: float
    region: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Spots that would cover each other, drawn as one."""

    x: float
    y: float
    spots: tuple[Spot, ...]

    @property
    def size(self) -> float:
        """The radius at which it is drawn; more incidents are larger, but slowly."""
        return MARK if len(self.spots) == 1 else min(SMALLEST_GROUP + 1.2 * sqrt(len(self.spots)), 20.0)


def drawable(place: Place, drawn: Land | None) -> bool:
    """Whether a place can be shown at all: by a point, or by the outline of its region."""
    if place.precision == "country":
        return False
    return _outline(place, drawn) is not None or (place.precision != "region" and place.lon is not None)


def spot(one: Assessed, number: int, drawn: Land | None, on: Frame) -> Spot | None:
    """Where an incident stands; None where its place is not known or lies beyond the map."""
    place, verdict = one.incident.place, one.assessments[0].verdict
    if not drawable(place, drawn):
        return None
    outline = _outline(place, drawn)
    if outline is not None:
        return Spot(number, verdict, *middle(outline, on), 0.0, place.region)
    x, y = on.x(place.lon or 0.0), on.y(place.lat or 0.0)
    if not on.holds(x, y):
        return None
    return Spot(number, verdict, x, y, on.length(place.radius_km or 0.0))


def _outline(place: Place, drawn: Land | None) -> Any | None:
    """The outline of the region where no more than the region is known."""
    if drawn is None or not place.region or (place.lon is not None and place.precision not in WIDE_AREAS):
        return None
    return drawn.shape(place.region)


def groups(spots: Sequence[Spot]) -> list[Group]:
    """Spots joined until no two drawings cover each other, in the order of their numbers."""
    found = [Group(one.x, one.y, (one,)) for one in sorted(spots, key=lambda one: one.number)]
    while len(joined := _once(found)) < len(found):
        found = joined
    return found


def _once(found: Sequence[Group]) -> list[Group]:
    """Each group joined with the first one before it that it would cover."""
    kept: list[Group] = []
    for group in found:
        at = next((at for at, other in enumerate(kept) if _cover(group, other)), None)
        if at is None:
            kept.append(group)
        else:
            kept[at] = _joined(kept[at], group)
    return kept


def _cover(one: Group, other: Group) -> bool:
    return hypot(one.x - other.x, one.y - other.y) < (one.size + other.size) * 0.9


def _joined(one: Group, other: Group) -> Group:
    spots = tuple(sorted((*one.spots, *other.spots), key=lambda spot: spot.number))
    return Group(sum(spot.x for spot in spots) / len(spots), sum(spot.y for spot in spots) / len(spots), spots)
